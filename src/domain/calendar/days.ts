import { isCalendarDate } from '../text/index.ts';

const MILLISECONDS_OF_A_DAY = 86_400_000;

/** Days since 1970-01-01. */
function dayNumber(date: string): number {
  if (!isCalendarDate(date)) throw new RangeError(`Not a date (YYYY-MM-DD): ${date}`);
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_OF_A_DAY;
}

/**
 * The day so many days later, or earlier for a negative number.
 * @param date `YYYY-MM-DD`
 * @throws RangeError when the text is no day of the calendar
 */
export function addDays(date: string, days: number): string {
  return new Date((dayNumber(date) + days) * MILLISECONDS_OF_A_DAY).toISOString().slice(0, 10);
}

/**
 * How many days from one day to the other: 0 for the same day, negative when the second is earlier.
 * @throws RangeError when a text is no day of the calendar
 */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** A day of the week, 1 for Monday to 7 for Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** @throws RangeError when the text is no day of the calendar */
export function weekdayOf(date: string): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/**
 * A day of a month, or the month's last where it is shorter: day 31 of 2026-04 is 2026-04-30.
 * @throws RangeError when there is no such month, or the day is none from 1 to 31
 */
export function dayOfMonth(year: number, month: number, day: number): string {
  const dateOf = (one: number): string =>
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(one).padStart(2, '0')}`;
  const days = [day, ...[30, 29, 28].filter((shorter) => shorter < day && day <= 31)];
  const date = days.map(dateOf).find(isCalendarDate);
  if (date === undefined) throw new RangeError(`Not a day of a month: ${dateOf(day)}`);
  return date;
}
