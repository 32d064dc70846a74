import { addDays, weekdayOf } from './days.ts';

/**
 * Days that differ from the ordinary week of administration, Monday to Friday, by their day `YYYY-MM-DD`, each with
 * its name. Where a day is in both, it is worked.
 */
export interface Holidays {
  /** Public holidays, and working days that are off in exchange for another day. */
  readonly off: ReadonlyMap<string, string>;
  /** Saturdays and Sundays that are worked in exchange. */
  readonly worked: ReadonlyMap<string, string>;
}

/** @throws RangeError when the text is no day of the calendar */
export function isWorkingDay(day: string, holidays: Holidays): boolean {
  if (holidays.worked.has(day)) return true;
  return weekdayOf(day) <= 5 && !holidays.off.has(day);
}

/**
 * The n-th working day after a day, or before it where n is negative; for 0 the day itself, whatever it is.
 * @throws RangeError when the text is no day of the calendar, or n is not whole
 */
export function addWorkingDays(day: string, n: number, holidays: Holidays): string {
  if (!Number.isInteger(n)) throw new RangeError(`Not a number of days: ${n}`);
  const step = Math.sign(n);
  let at = day;
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(at, holidays)) left -= 1;
  }
  return at;
}

/** The last working day before a day, the day itself not counted. */
export function lastWorkingDayBefore(day: string, holidays: Holidays): string {
  return addWorkingDays(day, -1, holidays);
}
