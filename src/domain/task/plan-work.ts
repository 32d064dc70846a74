import {
  type DueBound,
  type LunarDates,
  type Occurrence,
  occurrencesOf,
  periodOf,
  type Recurrence,
} from '../calendar/index.ts';
import type { DutyPeriod, PlanDeadline } from '../plan/index.ts';
import { searchKey } from '../text/index.ts';

/** What an item of a plan says about when. */
export interface PlannedWork {
  readonly text: string;
  readonly deadlines: readonly PlanDeadline[];
  readonly recurrence: DutyPeriod | null;
}

/** When a task is to be done. */
export interface TaskTimes {
  readonly recurrence: Recurrence;
  readonly bound: DueBound | null;
  readonly occurrences: readonly Occurrence[];
}

/** How the feasts of the year are named in plans, as search keys. */
const FEASTS = [
  ['tet', /\btet (nguyen dan|co truyen|am lich)\b|\bdip tet\b(?! trung thu)/],
  ['children_day', /\b0?1[/-]0?6\b|\bquoc te thieu nhi\b|\bthang hanh dong vi tre em\b/],
  ['mid_autumn', /\btrung thu\b/],
] as const satisfies readonly (readonly [Recurrence, RegExp])[];

const PERIODIC: ReadonlySet<Recurrence> = new Set(['monthly', 'quarterly', 'half_year']);

/**
 * When the work of an item is to be done. Several deadlines of one item are several things to do, each in the period that
 * it lies in; of work that comes round, each deadline holds for its period and the first one for the others. Work for the
 * feasts of the year is due on those that the text names.
 */
export function timesOf(item: PlannedWork, year: number, lunar: LunarDates): TaskTimes {
  const [first = null] = item.deadlines;
  const bound = first?.bound ?? null;
  if (item.recurrence === 'yearly_events' && first === null) return timesOfFeasts(item.text, year, lunar);
  const recurrence =
    item.recurrence === null || item.recurrence === 'yearly_events' ? 'once' : item.recurrence;
  const regular = occurrencesOf({ recurrence, year, due: first, lunar });
  if (item.deadlines.length < 2 || recurrence === 'on_event')
    return { recurrence, bound, occurrences: regular };
  const dated = datedOccurrences(item.deadlines.map(({ date }) => date));
  if (!PERIODIC.has(recurrence)) return { recurrence, bound, occurrences: dated };
  const dayIn = new Map(
    item.deadlines.map(({ date }) => [regular.find(({ period }) => liesIn(date, period))?.period, date]),
  );
  const occurrences = regular.map(({ period, dueDate }) => ({
    period,
    dueDate: dayIn.get(period) ?? dueDate,
  }));
  return { recurrence, bound, occurrences };
}

const liesIn = (date: string, period: string): boolean =>
  (['month', 'quarter', 'half_year', 'year'] as const).some((kind) => periodOf(date, kind) === period);

/** One for each day, under the longest periods that tell them apart; days that share a month under the day itself. */
function datedOccurrences(dates: readonly string[]): readonly Occurrence[] {
  const days = [...new Set(dates)].sort();
  const kind = (['year', 'half_year', 'quarter', 'month'] as const).find(
    (candidate) => new Set(days.map((day) => periodOf(day, candidate))).size === days.length,
  );
  return days.map((dueDate) => ({ period: kind === undefined ? dueDate : periodOf(dueDate, kind), dueDate }));
}

function timesOfFeasts(text: string, year: number, lunar: LunarDates): TaskTimes {
  const key = searchKey(text);
  const feasts = FEASTS.filter(([, words]) => words.test(key)).map(([feast]) => feast);
  const recurrence = feasts.length === 1 ? feasts[0]! : 'yearly';
  if (feasts.length < 2)
    return { recurrence, bound: null, occurrences: occurrencesOf({ recurrence, year, due: null, lunar }) };
  const days = feasts.flatMap((feast) =>
    occurrencesOf({ recurrence: feast, year, due: null, lunar }).map(({ dueDate }) => dueDate!),
  );
  return { recurrence, bound: null, occurrences: days.map((day) => ({ period: day, dueDate: day })) };
}
