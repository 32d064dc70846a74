import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentOfReading, readPlan } from '../../domain/plan/index.ts';
import { projectFolder } from '../../platform/project-folder.ts';
import { itemsOf } from './content-changes.ts';
import { originsOf } from './origins.ts';
import { sourceLinesOf, stretchOf } from './source-lines.ts';

const source = readFileSync(
  join(projectFolder, 'test/fixtures/plans/phuong-hoa-mau-phu-hop-2026.txt'),
  'utf8',
);
const reading = readPlan(source);
let made = 0;
const content = contentOfReading(reading, () => `id-${++made}`);
const origins = originsOf(content, reading);
const lines = source.split('\n');

describe('a reading beside its source', () => {
  it('knows for every item, part and basis the lines that say it', () => {
    for (const { item, part } of itemsOf(content)) {
      const origin = origins[item.id];
      expect(origin, item.text).toBeDefined();
      const said = lines
        .slice(origin!.from - 1, origin!.to)
        .join(' ')
        .replace(/\s+/gu, ' ');
      expect(said).toContain(item.text.slice(0, 40));
      if (part.heading !== null) expect(origins[part.id], part.heading).toBeDefined();
    }
    for (const { id } of content.legalBases) expect(origins[id]).toBeDefined();
  });

  it('is found as quickly where the paper is filled with dots to be written on', () => {
    const dotted = readPlan(`${source}\n- Kinh phí: ${'.'.repeat(200_000)} đồng`);
    const begin = performance.now();
    originsOf(
      contentOfReading(dotted, () => `id-${++made}`),
      dotted,
    );
    expect(performance.now() - begin).toBeLessThan(2_000);
  });

  it('shows every line that says something, with a word for what it became', () => {
    const shown = sourceLinesOf(source, reading);
    expect(shown.map(({ number }) => number)).toEqual(
      lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1])),
    );
    const uses = new Set(shown.map(({ use }) => use));
    for (const use of ['head', 'basis', 'heading', 'objective', 'target', 'assignment', 'tail'] as const)
      expect(uses).toContain(use);
  });

  it('cuts out the stretch that a section was read from', () => {
    const section = content.sections.find(({ role }) => role === 'assignments')!;
    const stretch = stretchOf([origins[section.id]!, origins[section.parts[0]!.id]!])!;
    const shown = sourceLinesOf(source, reading, stretch);
    expect(shown.length).toBeLessThan(lines.length / 2);
    expect(shown.some(({ text }) => text.includes(section.parts[0]!.heading!))).toBe(true);
    expect(stretchOf([])).toBeNull();
  });
});
