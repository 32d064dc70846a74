import { type Holidays, isWorkingDay, lastWorkingDayBefore } from './working-days.ts';

/** How a plan bounds a date: "trước ngày", "chậm nhất ngày", "đến ngày", "trong", "cuối". */
export type DueBound = 'before' | 'by' | 'until' | 'within' | 'end_of';

/** A date that work is due by, as the plan states it. */
export interface DueDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Null where a day is stated without a word before it. */
  readonly bound: DueBound | null;
}

/**
 * The working day on which to hand something in at the latest: the stated day, or the last working day before it where
 * that is a day off, or where it says "before". The stated date itself stays what it is; this stands beside it.
 * @throws RangeError when the date is no day of the calendar
 */
export function workingDueDate({ date, bound }: DueDate, holidays: Holidays): string {
  if (bound !== 'before' && isWorkingDay(date, holidays)) return date;
  return lastWorkingDayBefore(date, holidays);
}
