import { addDays, type DueBound, type Occurrence } from '../calendar/index.ts';
import type { OccurrenceState } from './task.ts';

/** What is due within so many days is due soon. */
export const SOON_DAYS = 30;

/** What an occurrence asks of people today, the most pressing first. */
export const STANDINGS = [
  'returned',
  'late',
  'reported',
  'due_soon',
  'later',
  'undated',
  'done',
  'skipped',
] as const;
export type OccurrenceStanding = (typeof STANDINGS)[number];

/** What decides where an occurrence stands. Days are YYYY-MM-DD. */
export interface DatedOccurrence {
  readonly state: OccurrenceState;
  readonly dueDate: string | null;
}

/** The last day on which a thing is in time: "trước ngày 10/05" is over on the 10th, every other bound includes its day. */
export function lastDay(dueDate: string, bound: DueBound | null): string {
  return bound === 'before' ? addDays(dueDate, -1) : dueDate;
}

/**
 * Where an occurrence stands today. What was returned counts as returned, not as late, also when its day is over: the
 * reason says more. What is reported waits for the planning officer and is not late.
 */
export function standingOfOccurrence(
  { state, dueDate }: DatedOccurrence,
  bound: DueBound | null,
  today: string,
): OccurrenceStanding {
  if (state !== 'waiting') return state;
  if (dueDate === null) return 'undated';
  if (lastDay(dueDate, bound) < today) return 'late';
  return dueDate <= addDays(today, SOON_DAYS) ? 'due_soon' : 'later';
}

/**
 * Whether an occurrence was, or is still not, done in time: by the day on which its lead reported it, for nobody is late
 * because the acceptance took long. Null while nothing can be said: without a due date, skipped, or not yet over.
 */
export function isOnTime(
  occurrence: DatedOccurrence & { readonly reportedOn: string | null },
  bound: DueBound | null,
  today: string,
): boolean | null {
  const { state, dueDate, reportedOn } = occurrence;
  if (dueDate === null || state === 'skipped') return null;
  const last = lastDay(dueDate, bound);
  if (state === 'done' || state === 'reported') return reportedOn === null ? null : reportedOn <= last;
  return last < today ? false : null;
}

/** Percent done in time, whole and never rounded up; null while nothing has come due. */
export function shareOnTime(onTime: number, judged: number): number | null {
  return judged === 0 ? null : Math.floor((onTime * 100) / judged);
}

/** The occurrence that presses most today; of equal ones the one due first. Null of none. */
export function mostPressing<Dated extends DatedOccurrence>(
  occurrences: readonly Dated[],
  bound: DueBound | null,
  today: string,
): Dated | null {
  const rank = (occurrence: Dated) => STANDINGS.indexOf(standingOfOccurrence(occurrence, bound, today));
  const due = ({ dueDate }: Dated) => dueDate ?? '9999-12-31';
  return occurrences.reduce<Dated | null>((first, next) => {
    if (first === null) return next;
    const order = rank(next) - rank(first) || (due(next) < due(first) ? -1 : 1);
    return order < 0 ? next : first;
  }, null);
}

/**
 * The occurrences that can be asked for from a day on: of what comes round, nothing that was due before. The last of them
 * is asked for in any case, and so is what is done once: then it is late, and somebody has to say what became of it.
 */
export function askedSince(occurrences: readonly Occurrence[], since: string): readonly Occurrence[] {
  const asked = occurrences.filter(({ dueDate }) => dueDate === null || dueDate >= since);
  return asked.length > 0 ? asked : occurrences.slice(-1);
}
