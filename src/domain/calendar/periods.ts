import { formatDate, isCalendarDate, type Language } from '../text/index.ts';
import { dayOfMonth } from './days.ts';

/**
 * Kinds of periods that work is done and reported by, with the keys they are stored under: year `2026`, half `2026-H1`,
 * quarter `2026-Q2`, month `2026-05`, school year `2026-2027`.
 */
export type PeriodKind = 'year' | 'half_year' | 'quarter' | 'month' | 'school_year';

/** In what month a school year begins here: pupils gather in August, before the opening of 5 September. */
const SCHOOL_YEAR_BEGINS = 8;

const MONTHS_OF = { year: 12, half_year: 6, quarter: 3, month: 1 } as const;
type PartOfYear = keyof typeof MONTHS_OF;

function keyOf(year: number, kind: PartOfYear, nth: number): string {
  const text = String(year).padStart(4, '0');
  switch (kind) {
    case 'year':
      return text;
    case 'half_year':
      return `${text}-H${nth}`;
    case 'quarter':
      return `${text}-Q${nth}`;
    case 'month':
      return `${text}-${String(nth).padStart(2, '0')}`;
  }
}

/**
 * The period of a kind that a day lies in.
 * @param date `YYYY-MM-DD`
 * @throws RangeError when the text is no day of the calendar
 */
export function periodOf(date: string, kind: PeriodKind): string {
  if (!isCalendarDate(date)) throw new RangeError(`Not a date (YYYY-MM-DD): ${date}`);
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  if (kind === 'school_year') return schoolYearFrom(month >= SCHOOL_YEAR_BEGINS ? year : year - 1);
  return keyOf(year, kind, Math.ceil(month / MONTHS_OF[kind]));
}

/** The periods of a year in order; of school years the one that begins in it. */
export function periodsOf(year: number, kind: PeriodKind): readonly string[] {
  if (kind === 'school_year') return [schoolYearFrom(year)];
  return Array.from({ length: 12 / MONTHS_OF[kind] }, (_, index) => keyOf(year, kind, index + 1));
}

function schoolYearFrom(year: number): string {
  return `${year}-${year + 1}`;
}

interface Months {
  readonly kind: PeriodKind;
  readonly year: number;
  /** Which half, quarter or month of the year; 1 for a year. */
  readonly nth: number;
  readonly firstMonth: number;
  readonly months: number;
}

const FORMS: readonly (readonly [PeriodKind, RegExp])[] = [
  ['year', /^(\d{4})$/u],
  ['half_year', /^(\d{4})-H([12])$/u],
  ['quarter', /^(\d{4})-Q([1-4])$/u],
  ['month', /^(\d{4})-(0[1-9]|1[0-2])$/u],
  ['school_year', /^(\d{4})-(\d{4})$/u],
];

function readPeriod(period: string): Months | null {
  for (const [kind, form] of FORMS) {
    const parts = form.exec(period);
    if (!parts) continue;
    const [year, second] = [Number(parts[1]), Number(parts[2] ?? 1)];
    if (kind === 'school_year') {
      if (second !== year + 1) return null;
      return { kind, year, nth: 1, firstMonth: SCHOOL_YEAR_BEGINS, months: 12 };
    }
    const months = MONTHS_OF[kind];
    return { kind, year, nth: second, firstMonth: (second - 1) * months + 1, months };
  }
  return null;
}

function monthsOf(period: string): Months {
  const months = readPeriod(period);
  if (months === null) throw new RangeError(`Not a period: ${period}`);
  return months;
}

/**
 * What kind of period a key stands for.
 * @throws RangeError when the text is no period
 */
export function kindOfPeriod(period: string): PeriodKind {
  return monthsOf(period).kind;
}

/**
 * The periods of a shorter kind that a period is made of, in order: the quarters of a half. Empty where it is not made of
 * whole ones, as a school year is not of quarters.
 * @throws RangeError when the text is no period
 */
export function periodsWithin(period: string, kind: Exclude<PeriodKind, 'school_year'>): readonly string[] {
  const { year, firstMonth, months } = monthsOf(period);
  const each = MONTHS_OF[kind];
  if (each >= months || (firstMonth - 1) % each !== 0 || months % each !== 0) return [];
  return Array.from({ length: months / each }, (_, index) => {
    const month = firstMonth - 1 + index * each;
    return keyOf(year + Math.floor(month / 12), kind, (month % 12) / each + 1);
  });
}

/**
 * A day of a period, by its month within the period counted from 1: month 2 and day 10 of `2026-Q2` is 2026-05-10.
 * A day that the month lacks becomes its last.
 * @throws RangeError when the text is no period
 */
export function dayOfPeriod(period: string, month: number, day: number): string {
  const { year, firstMonth } = monthsOf(period);
  const months = firstMonth - 1 + (month - 1);
  return dayOfMonth(year + Math.floor(months / 12), (months % 12) + 1, day);
}

/** @throws RangeError when the text is no period */
export function firstDayOf(period: string): string {
  return dayOfPeriod(period, 1, 1);
}

/** @throws RangeError when the text is no period */
export function lastDayOf(period: string): string {
  return dayOfPeriod(period, monthsOf(period).months, 31);
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const;
const MONTHS_IN_ENGLISH = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * A period in words: "Quý II năm 2026", "Tháng 5 năm 2026", "6 tháng đầu năm 2026", "Năm học 2026–2027".
 * A single day, under which what happens on an event is kept, reads "Ngày 10/05/2026".
 * @throws RangeError when the text is neither a period nor a day
 */
export function periodName(period: string, language: Language): string {
  if (isCalendarDate(period)) return language === 'vi' ? `Ngày ${formatDate(period)}` : formatDate(period);
  const { kind, year, nth } = monthsOf(period);
  return language === 'vi' ? vietnameseName(kind, year, nth) : englishName(kind, year, nth);
}

function vietnameseName(kind: PeriodKind, year: number, nth: number): string {
  switch (kind) {
    case 'year':
      return `Năm ${year}`;
    case 'half_year':
      return `6 tháng ${nth === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'quarter':
      return `Quý ${ROMAN[nth - 1]} năm ${year}`;
    case 'month':
      return `Tháng ${nth} năm ${year}`;
    case 'school_year':
      return `Năm học ${year}–${year + 1}`;
  }
}

function englishName(kind: PeriodKind, year: number, nth: number): string {
  switch (kind) {
    case 'year':
      return `Year ${year}`;
    case 'half_year':
      return `${nth === 1 ? 'First' : 'Second'} half of ${year}`;
    case 'quarter':
      return `Quarter ${nth} of ${year}`;
    case 'month':
      return `${MONTHS_IN_ENGLISH[nth - 1]} ${year}`;
    case 'school_year':
      return `School year ${year}–${year + 1}`;
  }
}
