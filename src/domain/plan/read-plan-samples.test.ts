import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contentOfReading, readingLinesUsed, readPlan } from './index.ts';

const samples = fileURLToPath(new URL('../../../../shared/samples/', import.meta.url));
const files = existsSync(samples) ? readdirSync(samples).filter((file) => file.endsWith('.txt')) : [];

interface Annotation {
  readonly objectives: readonly unknown[];
  readonly assignments: readonly { readonly canonicalUnit: string; readonly tasks: readonly unknown[] }[];
  readonly recipients: readonly unknown[];
}

describe('plans as they are published', () => {
  it('lose no line, and are read at once', () => {
    for (const file of files) {
      const text = readFileSync(`${samples}${file}`, 'utf8');
      const reading = readPlan(text);
      const known = new Set([...readingLinesUsed(reading), ...reading.unread.map(({ line }) => line)]);
      const lost = text.split('\n').filter((line, at) => line.trim() !== '' && !known.has(at + 1));
      expect(lost, file).toEqual([]);
      expect(reading.assignments.length, file).toBeGreaterThan(2);
      expect(reading.signatory.name, file).not.toBeNull();
    }
  });

  it('become a plan that keeps every task', () => {
    for (const file of files) {
      const reading = readPlan(readFileSync(`${samples}${file}`, 'utf8'));
      let id = 0;
      const items = contentOfReading(reading, () => String(id++)).sections.flatMap(({ parts }) =>
        parts.flatMap((part) => part.items),
      );
      const texts = new Set(items.map(({ text }) => text));
      const tasks = reading.assignments.flatMap((assignment) => assignment.tasks);
      expect(
        tasks.filter(({ text }) => !texts.has(text)),
        file,
      ).toEqual([]);
    }
  });

  it('agree with the annotations in the number of their parts', () => {
    for (const file of files) {
      const annotation = `${samples}../gold/${file.replace('.txt', '.json')}`;
      if (!existsSync(annotation)) continue;
      const gold = JSON.parse(readFileSync(annotation, 'utf8')) as Annotation;
      const reading = readPlan(readFileSync(`${samples}${file}`, 'utf8'));
      expect(reading.objectives.length, file).toBe(gold.objectives.length);
      expect(reading.recipients.length, file).toBe(gold.recipients.length);
      expect(
        reading.assignments.map(({ unitKind, tasks }) => [unitKind, tasks.length]),
        file,
      ).toEqual(gold.assignments.map(({ canonicalUnit, tasks }) => [canonicalUnit, tasks.length]));
    }
  });
});
