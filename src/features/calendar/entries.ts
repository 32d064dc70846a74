import { addDays, type Holidays, type LunarDates, workingDueDate } from '../../domain/calendar/index.ts';
import { lastDay, standingOfOccurrence } from '../../domain/task/index.ts';
import type { Language } from '../../domain/text/index.ts';
import { criterionPath } from '../assessment/index.ts';
import { type DueOccurrence, taskPath } from '../tasks/index.ts';
import type { SpecialDay } from './holidays.ts';
import { messages } from './messages.ts';
import type { CriterionDue } from './queries.ts';

export type EntryState = 'late' | 'returned' | 'reported' | 'done' | 'open';

/** Something that is due on a day. */
export interface DueEntry {
  /** The same for as long as the thing is there, whatever happens to it. */
  readonly id: string;
  /** `YYYY-MM-DD`, as the plan states it. */
  readonly day: string;
  readonly text: string;
  readonly lead: string;
  readonly href: string;
  readonly state: EntryState;
  /** The working day to hand in by, where the last day in time is none. */
  readonly handInBy: string | null;
}

/** Something that a day is, for everybody: a day off, a feast. */
export interface DayMark {
  readonly day: string;
  readonly kind: 'off' | 'worked' | 'feast';
  readonly text: string;
  readonly provisional: boolean;
}

/** What the entries of one unit's calendar are made with. */
export interface EntryContext {
  readonly unitCode: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly holidays: Holidays;
  readonly language: Language;
}

/** Occurrences of tasks as entries; what is done stays in the calendar as done. */
export function taskEntries(occurrences: readonly DueOccurrence[], context: EntryContext): DueEntry[] {
  return occurrences.map((one) => {
    const last = lastDay(one.dueDate, one.bound);
    const working = workingDueDate({ date: one.dueDate, bound: one.bound }, context.holidays);
    const state = stateOfOccurrence(one, context.today);
    return {
      id: one.id,
      day: one.dueDate,
      text: one.text,
      lead: one.lead,
      href: taskPath(context.unitCode, one.taskId),
      state,
      handInBy: state === 'done' || working === last ? null : working,
    };
  });
}

function stateOfOccurrence(occurrence: DueOccurrence, today: string): EntryState {
  const standing = standingOfOccurrence(occurrence, occurrence.bound, today);
  switch (standing) {
    case 'late':
    case 'returned':
    case 'reported':
    case 'done':
      return standing;
    default:
      return 'open';
  }
}

/** Due dates of criteria as entries. Accepted is done; handed in waits for the leader. */
export function criterionEntries(criteria: readonly CriterionDue[], context: EntryContext): DueEntry[] {
  return criteria.map((one) => {
    const working = workingDueDate({ date: one.dueDate, bound: null }, context.holidays);
    const state = stateOfCriterion(one, context.today);
    return {
      id: `${one.cycleId}-${one.number}`,
      day: one.dueDate,
      text: messages[context.language].calendar.criterion(one.number),
      lead: one.organisationName,
      href: criterionPath(context.unitCode, one.year, one.number),
      state,
      handInBy: state === 'done' || working === one.dueDate ? null : working,
    };
  });
}

function stateOfCriterion({ state, dueDate }: CriterionDue, today: string): EntryState {
  switch (state) {
    case 'accepted':
      return 'done';
    case 'handed_in':
      return 'reported';
    case 'returned':
      return 'returned';
    default:
      return dueDate < today ? 'late' : 'open';
  }
}

/** By day, then what asks for something before what is done. */
export function inOrder(entries: readonly DueEntry[]): DueEntry[] {
  const rank = ({ day, state }: DueEntry) => `${day} ${state === 'done' ? 1 : 0}`;
  return [...entries].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** Days off and feasts of children from one day to another, in order. */
export function dayMarks(
  from: string,
  to: string,
  days: readonly SpecialDay[],
  lunar: LunarDates,
  language: Language,
): DayMark[] {
  const year = Number(from.slice(0, 4));
  const years = [year, year + 1].filter((one) => `${one}-01-01` <= to);
  const marks: DayMark[] = [
    ...days.map(({ day, kind, name, provisional }) => ({
      day,
      kind,
      text: messages[language].calendar[kind](name),
      provisional: provisional !== null,
    })),
    ...years.flatMap((one) => feastsOf(one, lunar, language)),
  ];
  return marks.filter(({ day }) => from <= day && day <= to).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Tháng Hành động vì trẻ em is June: Luật Trẻ em 2016, Điều 11. */
function feastsOf(year: number, lunar: LunarDates, language: Language): DayMark[] {
  const words = messages[language].feasts;
  const feast = (day: string, text: string): DayMark => ({ day, kind: 'feast', text, provisional: false });
  return [
    feast(lunar.tet(year), words.tet),
    feast(`${year}-06-01`, words.childrensDay),
    feast(`${year}-06-01`, words.actionMonthBegins),
    feast(`${year}-06-30`, words.actionMonthEnds),
    feast(lunar.midAutumn(year), words.midAutumn),
  ];
}

/** One day of a calendar with all that is on it. */
export interface CalendarDay {
  readonly date: string;
  readonly marks: readonly DayMark[];
  readonly entries: readonly DueEntry[];
}

/** Every day from one to another, with what is on it. */
export function calendarDays(
  from: string,
  to: string,
  marks: readonly DayMark[],
  entries: readonly DueEntry[],
): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    days.push({
      date,
      marks: marks.filter(({ day }) => day === date),
      entries: entries.filter(({ day }) => day === date),
    });
  }
  return days;
}
