import { readdirSync, readFileSync } from 'node:fs';
import type { PlanParts } from './plan-agreement.ts';

/** From here as from `dist/bench`, where a bench that uses this file is built. */
const FOLDER = new URL('../../test/fixtures/plans/', import.meta.url);

/** A made-up administrative document, and what a careful person reads in it. */
export interface AnnotatedPlan {
  readonly name: string;
  readonly text: string;
  readonly annotation: PlanParts;
}

/** The documents of `test/fixtures/plans`, by name. */
export function annotatedPlans(): readonly AnnotatedPlan[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.txt$/, '');
      return {
        name,
        text: readFileSync(new URL(file, FOLDER), 'utf8').replaceAll('\r\n', '\n'),
        annotation: JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as PlanParts,
      };
    });
}
