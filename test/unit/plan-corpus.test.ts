import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { planReadingJson, readPlan } from '../../src/domain/plan/index.ts';
import { type PlanParts, planAgreement, shortfalls } from '../support/plan-agreement.ts';
import { annotatedPlans } from '../support/plan-corpus.ts';
import { type PlanLayout, planLayouts } from '../support/plan-layouts.ts';

/** The least mean F1 for documents that the reader was not made for. */
const LEAST: Readonly<Record<PlanLayout, number>> = { clean: 95, markdown: 90, pdf: 90, nfd: 90 };
const layouts = Object.keys(planLayouts) as PlanLayout[];

const partsRead = (text: string) => planReadingJson(readPlan(text)) as unknown as PlanParts;

describe('what the reader finds is what a careful person finds', () => {
  for (const { name, text, annotation } of annotatedPlans())
    for (const layout of layouts)
      it(`in ${name}, laid out as ${layout}`, () => {
        const agreement = planAgreement(annotation, partsRead(planLayouts[layout](text)));
        expect(agreement.mean, `${name} (${layout})\n${shortfalls(agreement)}`).toBeGreaterThanOrEqual(
          LEAST[layout],
        );
      });
});

describe('the corpus', () => {
  it('agrees fully with itself', () => {
    for (const { name, annotation } of annotatedPlans())
      expect(planAgreement(annotation, annotation).mean, name).toBe(100);
  });

  it('annotates nothing that does not stand in the text', () => {
    for (const { name, text, annotation } of annotatedPlans()) {
      const words = text.replace(/\s+/g, ' ');
      const quoted = [
        ...annotation.objectives,
        ...annotation.targets,
        ...annotation.recipients,
        ...annotation.assignments.flatMap(({ tasks }) => tasks),
      ];
      for (const { text: quote } of quoted) expect(words, name).toContain(quote);
    }
  });
});

const shared = fileURLToPath(new URL('../../../shared', import.meta.url));
const scorer = join(shared, 'tools', 'score-plan-reading.mjs');

if (existsSync(scorer))
  describe('real plans that were annotated elsewhere', () => {
    const gold = join(shared, 'gold');
    for (const file of readdirSync(gold).filter((name) => name.endsWith('.json')))
      it(`${file} is read with a mean F1 of at least 97`, () => {
        const folder = mkdtempSync(join(tmpdir(), 'mang-non-plan-'));
        try {
          const sample = join(shared, 'samples', file.replace(/\.json$/, '.txt'));
          const reading = join(folder, 'reading.json');
          writeFileSync(reading, JSON.stringify(partsRead(readFileSync(sample, 'utf8'))));
          const told = execFileSync(process.execPath, [scorer, join(gold, file), reading], {
            encoding: 'utf8',
          });
          expect(Number(/mean F1\s+([\d.]+)/.exec(told)?.[1]), told).toBeGreaterThanOrEqual(97);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      });
  });
