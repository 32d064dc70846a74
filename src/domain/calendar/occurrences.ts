import { addDays, dayOfMonth } from './days.ts';
import type { DueDate } from './due-date.ts';
import { dayOfPeriod, lastDayOf, type PeriodKind, periodOf, periodsOf } from './periods.ts';

/** How often a task comes round. */
export type Recurrence =
  | 'once'
  | 'monthly'
  | 'quarterly'
  | 'half_year'
  | 'yearly'
  | 'school_year'
  | 'every_2_years'
  | 'tet'
  | 'mid_autumn'
  | 'children_day'
  | 'continuous'
  | 'on_event';

/** Days of the lunar calendar in a solar year, `YYYY-MM-DD`. */
export interface LunarDates {
  /** The first day of the lunar year that begins in the solar year. */
  tet(year: number): string;
  /** The 15th day of the eighth lunar month. */
  midAutumn(year: number): string;
}

/** Something to be done in a period; `dueDate` is null where no day follows from what the plan says. */
export interface Occurrence {
  readonly period: string;
  readonly dueDate: string | null;
}

/**
 * What a task comes to in a year, in order. Recurring work without a stated date is due when its period ends, work for a
 * feast on the feast (for Tết on the day before it), work of a school year and constant work on no day. A stated date
 * gives month and day within the period: "trước 10/5" every half-year is 10/5 and 10/11. Days that a month lacks become
 * its last. What happens on an event gets its rows when it happens, under the day of the event.
 *
 * A date stated for something done once is kept as it is, also where it lies in another year.
 * @throws RangeError when the stated date is no day of the calendar
 */
export function occurrencesOf(task: {
  readonly recurrence: Recurrence;
  readonly year: number;
  readonly due: DueDate | null;
  readonly lunar: LunarDates;
}): readonly Occurrence[] {
  const { recurrence, year, due, lunar } = task;
  switch (recurrence) {
    case 'on_event':
      return [];
    case 'once':
      return inYear(year, due?.date ?? null);
    case 'continuous':
      return inYear(year, due && sameDayIn(year, due));
    case 'school_year':
      return [ofSchoolYear(year, due)];
    case 'tet':
      return inYear(year, ofFeast(year, due, addDays(lunar.tet(year), -1)));
    case 'mid_autumn':
      return inYear(year, ofFeast(year, due, lunar.midAutumn(year)));
    case 'children_day':
      return inYear(year, ofFeast(year, due, dayOfMonth(year, 6, 1)));
    case 'monthly':
      return inEach(year, 'month', due);
    case 'quarterly':
      return inEach(year, 'quarter', due);
    case 'half_year':
      return inEach(year, 'half_year', due);
    case 'yearly':
    case 'every_2_years':
      return inEach(year, 'year', due);
  }
}

function inYear(year: number, dueDate: string | null): readonly Occurrence[] {
  return [{ period: String(year), dueDate }];
}

function ofSchoolYear(year: number, due: DueDate | null): Occurrence {
  const dueDate = due && sameDayIn(year, due);
  return { period: dueDate ? periodOf(dueDate, 'school_year') : `${year}-${year + 1}`, dueDate };
}

/** A feast moves, so a date stated for another year says nothing about this one. */
function ofFeast(year: number, due: DueDate | null, feast: string): string {
  return due?.date.startsWith(`${year}-`) ? due.date : feast;
}

function sameDayIn(year: number, due: DueDate): string {
  return dueIn(String(year), 12, due);
}

const MONTHS = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;

function inEach(
  year: number,
  kind: Exclude<PeriodKind, 'school_year'>,
  due: DueDate | null,
): readonly Occurrence[] {
  return periodsOf(year, kind).map((period) => ({
    period,
    dueDate: due === null ? lastDayOf(period) : dueIn(period, MONTHS[kind], due),
  }));
}

/** The stated day moved into a period of so many months: the same month of the period, the same day of the month. */
function dueIn(period: string, months: number, { date, bound }: DueDate): string {
  const month = (Number(date.slice(5, 7)) - 1) % months;
  return dayOfPeriod(period, month + 1, bound === 'end_of' ? 31 : Number(date.slice(8)));
}
