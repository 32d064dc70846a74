import { normaliseText } from './normalise.ts';

const LONG_MONTHS = new Set([1, 3, 5, 7, 8, 10, 12]);

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return LONG_MONTHS.has(month) ? 31 : 30;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return leap ? 29 : 28;
}

function existsInCalendar(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether the text is a day that exists, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return parts !== null && existsInCalendar(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/**
 * A date as lists and forms show it, the same in both languages: 2026-09-30 → 30/09/2026.
 * (Documents write the date of NĐ 30/2020 instead: `officialDate`.)
 * @throws RangeError when the text is no day of the calendar
 */
export function formatDate(date: string): string {
  if (!isCalendarDate(date)) throw new RangeError(`Not a date (YYYY-MM-DD): ${date}`);
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

export type DateReading =
  | { readonly ok: true; readonly date: string }
  | { readonly ok: false; readonly fault: 'not_a_date' | 'not_in_calendar' };

/**
 * Reads a date as people write it, day before month: "30/9/2026", "30-09-2026", "30.9.2026",
 * "ngày 30 tháng 9 năm 2026". The year has four digits.
 * @returns the date as YYYY-MM-DD, or whether it is no date at all or a day that does not exist
 */
export function readVietnameseDate(text: string): DateReading {
  const tidy = normaliseText(text).toLowerCase().replace(/\s+/gu, ' ');
  const parts =
    /^(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4})$/u.exec(tidy) ??
    /^(?:ngày )?(\d{1,2})( )tháng (\d{1,2}) năm (\d{4})$/u.exec(tidy);
  if (!parts) return { ok: false, fault: 'not_a_date' };
  const [day, month, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  if (!existsInCalendar(year, month, day)) return { ok: false, fault: 'not_in_calendar' };
  return {
    ok: true,
    date: `${parts[4]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  };
}

/** The same, where it does not matter what is wrong: the date as YYYY-MM-DD, or null. */
export function parseVietnameseDate(text: string): string | null {
  const reading = readVietnameseDate(text);
  return reading.ok ? reading.date : null;
}
