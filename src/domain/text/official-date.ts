import { isCalendarDate } from './calendar-date.ts';

/** Room for a part that is written by hand after signing; with the spaces around it, six in all. */
const BLANK = ' '.repeat(4);

/**
 * The line of place and date of an official document: "Lạng Sơn, ngày 05 tháng 01 năm 2026".
 * Days below 10 and the months 1 and 2 get a leading zero, the months 3 to 9 do not (NĐ 30/2020/NĐ-CP, Phụ lục I).
 * Number and day are given after signing, so a draft leaves room for what is not yet known.
 *
 * @param date the day "2026-01-05", only its month "2026-05", only its year "2026", or null for nothing known
 * @param place official name of the place, in full where it is named after a person, a number or an event
 * @throws RangeError when the date is none of these
 */
export function officialDate(date: string | null, place: string): string {
  const [year, month, day] = date === null ? [] : partsOf(date);
  return `${place}, ngày ${day ?? BLANK} tháng ${month ? officialMonth(month) : BLANK} năm ${year ?? BLANK}`.trimEnd();
}

/**
 * A day inside a sentence of an official document: "ngày 03 tháng 01 năm 2019".
 * @throws RangeError when the text is no day of the calendar
 */
export function officialDay(date: string): string {
  const [year, month = '', day] = partsOf(date);
  if (day === undefined) throw new RangeError(`Not a day: ${date}`);
  return `ngày ${day} tháng ${officialMonth(month)} năm ${year}`;
}

function officialMonth(month: string): string {
  return Number(month) <= 2 ? month : String(Number(month));
}

function partsOf(date: string): string[] {
  const parts = date.split('-');
  const [year = '', month = '01', day = '01'] = parts;
  if (parts.length > 3 || !isCalendarDate(`${year}-${month}-${day}`)) {
    throw new RangeError(`Not a day, month or year: ${date}`);
  }
  return parts;
}
