import type { TargetOperator } from '../plan/index.ts';

/** What a plan wants to reach. */
export interface TargetGoal {
  readonly operator: TargetOperator;
  /** Null where the plan gives no figure: "giảm số trẻ em bị đuối nước". */
  readonly value: number | null;
  /** The whole of which `value` is a part: 13 in "06/13 xã". */
  readonly of: number | null;
  /** "%", "xã", "trẻ em" …; null where there is no figure. */
  readonly unit: string | null;
  /** Where things stood before: what is kept, reduced or increased is compared with it. */
  readonly baseline: number | null;
}

/** A figure of the year: a number of its own, or a part of a whole. */
export interface TargetFigure {
  readonly value: number;
  readonly whole: number | null;
}

export type TargetVerdict =
  | 'met'
  | 'not_met'
  /** Not there, and the year is not over. */
  | 'on_the_way'
  | 'no_figure'
  /** Kept, reduced or increased against what is not known. */
  | 'no_baseline';

export interface TargetJudgement {
  readonly verdict: TargetVerdict;
  /** The figure in the unit of the target: percent of the whole where the target is in percent. */
  readonly reached: number | null;
  /** What it is measured against; null where that is not known. */
  readonly wanted: number | null;
  /** How far on the way, 0 to 100; null where the way has no length. */
  readonly progress: number | null;
}

/**
 * Compares a figure with what the plan wants. "Tăng 5%" and "giảm 5%" are against the figure before, in percent of it;
 * with another unit they are a number more or less. "Duy trì" keeps at least the stated value, or else what was before.
 * @param over whether the year is over: before that, what is not reached yet can still be reached
 */
export function judgeTarget(goal: TargetGoal, figure: TargetFigure | null, over: boolean): TargetJudgement {
  const reached = figure === null ? null : inUnitOf(goal, figure);
  const wanted = wantedOf(goal);
  if (wanted === null) return { verdict: 'no_baseline', reached, wanted, progress: null };
  if (reached === null) return { verdict: 'no_figure', reached, wanted, progress: null };
  const met = holds(goal, reached, wanted);
  return {
    verdict: met ? 'met' : over ? 'not_met' : 'on_the_way',
    reached,
    wanted,
    progress: progressOf(goal, reached, wanted, met),
  };
}

/** A part of a whole counts in percent where the target does; a whole of zero leaves nothing to compare. */
function inUnitOf(goal: TargetGoal, { value, whole }: TargetFigure): number | null {
  if (goal.unit !== '%' || whole === null) return value;
  return whole === 0 ? null : (value / whole) * 100;
}

function wantedOf({ operator, value, unit, baseline }: TargetGoal): number | null {
  if (operator === 'maintain') return value ?? baseline;
  if (operator !== 'reduce' && operator !== 'increase') return value;
  if (baseline === null) return null;
  const change = value === null ? 0 : unit === '%' ? (baseline * value) / 100 : value;
  return operator === 'reduce' ? baseline - change : baseline + change;
}

function holds({ operator, value }: TargetGoal, reached: number, wanted: number): boolean {
  switch (operator) {
    case '>=':
    case 'maintain':
      return reached >= wanted;
    case '=':
      return reached === wanted;
    case '<=':
      return reached <= wanted;
    case '<':
      return reached < wanted;
    case 'reduce':
      return value === null ? reached < wanted : reached <= wanted;
    case 'increase':
      return value === null ? reached > wanted : reached >= wanted;
  }
}

/** Upwards from zero or from the figure before; a limit that is kept or broken has no way to go. */
function progressOf(goal: TargetGoal, reached: number, wanted: number, met: boolean): number | null {
  if (met) return 100;
  if (goal.operator === '<' || goal.operator === '<=') return null;
  const start = goal.operator === 'increase' || goal.operator === 'reduce' ? (goal.baseline ?? 0) : 0;
  if (wanted === start) return null;
  return Math.max(0, Math.min(99, Math.floor(((reached - start) / (wanted - start)) * 100)));
}
