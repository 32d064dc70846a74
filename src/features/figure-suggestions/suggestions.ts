import { countOf, type LogCounts, suggestedFigure } from '../../domain/activity/index.ts';
import { type Figure, inputsOfCriterion, type Standard } from '../../domain/scoring/index.ts';
import { formatNumber, type Language } from '../../domain/text/index.ts';
import type { PersonActor } from '../../platform/database/index.ts';
import { type Cycle, deedsOf, maySeeCriterion } from '../assessment/index.ts';
import { type CountedFigure, countedFigures } from './count-rules.ts';

/** A figure of the cycle beside what the log counts for it. */
export interface Suggestion {
  readonly counted: CountedFigure;
  readonly criterion: number;
  readonly count: number;
  /** What the count speaks for; null where it speaks for nothing. */
  readonly suggested: number | true | null;
  /** What stands in the cycle, for who may see the criterion; otherwise null. */
  readonly now: { readonly figure: Figure; readonly revision: number } | null;
  /** Whether this person may take it over now, and it would change something. */
  readonly mayAccept: boolean;
}

/** The figure that a suggestion becomes when it is accepted. */
export function figureOf(suggested: number | true): Figure {
  return { state: 'given', value: suggested };
}

/** The first criterion that reads an input; null where none does. */
export function criterionOf(standard: Standard, input: string): number | null {
  return standard.criteria.find((criterion) => inputsOfCriterion(criterion).includes(input))?.number ?? null;
}

/** The rules for the standard of a cycle. */
export function countedFiguresOf(standard: Standard): readonly CountedFigure[] {
  return countedFigures().filter((counted) => counted.standard === standard.id);
}

/** What was counted, in a sentence. */
export function countInWords({ wording }: CountedFigure, count: number, language: Language): string {
  return wording[language].replace('{count}', formatNumber(count, language));
}

/** What the log speaks for in a cycle, in the order of the criteria. */
export function suggestionsFor(
  actor: PersonActor,
  cycle: Cycle,
  standard: Standard,
  counts: LogCounts,
): Suggestion[] {
  return countedFiguresOf(standard).flatMap((counted) => {
    const number = criterionOf(standard, counted.input);
    const criterion = cycle.criteria.find((candidate) => candidate.number === number);
    if (criterion === undefined) return [];
    const count = countOf(counted.rule, counts);
    const suggested = suggestedFigure(count, counted.yesFrom);
    const stored = cycle.stored[counted.input];
    const figure = stored?.figure ?? { state: 'no_data' as const };
    const same = figure.state === 'given' && figure.value === suggested;
    return [
      {
        counted,
        criterion: criterion.number,
        count,
        suggested,
        now: maySeeCriterion(actor, cycle, criterion) ? { figure, revision: stored?.revision ?? 0 } : null,
        mayAccept: suggested !== null && !same && deedsOf(actor, cycle, criterion).has('save'),
      },
    ];
  });
}
