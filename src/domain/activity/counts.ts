import type { ActivityKind } from './kinds.ts';

/** What the log of a year comes to, as far as figures of the standard can be counted from it. */
export interface LogCounts {
  /** Activities held, and the number of different months in which they were. */
  readonly activities: Readonly<
    Partial<Record<ActivityKind, { readonly held: number; readonly months: readonly number[] }>>
  >;
  readonly petitions: { readonly total: number; readonly answered: number };
  readonly contributions: number;
}

/** How a figure is counted from the log. */
export type CountRule =
  | { readonly count: 'activities'; readonly kinds: readonly ActivityKind[] }
  | { readonly count: 'months'; readonly kinds: readonly ActivityKind[] }
  | { readonly count: 'petitions' }
  | { readonly count: 'petitions_answered' }
  | { readonly count: 'contributions' };

/** The number that a rule gives. */
export function countOf(rule: CountRule, counts: LogCounts): number {
  switch (rule.count) {
    case 'activities':
      return rule.kinds.reduce((sum, kind) => sum + (counts.activities[kind]?.held ?? 0), 0);
    case 'months':
      return new Set(rule.kinds.flatMap((kind) => counts.activities[kind]?.months ?? [])).size;
    case 'petitions':
      return counts.petitions.total;
    case 'petitions_answered':
      return counts.petitions.answered;
    case 'contributions':
      return counts.contributions;
  }
}

/**
 * The figure that a count speaks for. A count answers a question of yes or no with yes from so many on, and never with
 * no: the log may be incomplete, and that alone must not cost points.
 * @param yesFrom null for a figure that is a number
 */
export function suggestedFigure(count: number, yesFrom: number | null): number | true | null {
  if (yesFrom === null) return count;
  return count >= yesFrom ? true : null;
}
