import {
  addWorkingDays,
  type Holidays,
  kindOfPeriod,
  lastDayOf,
  type PeriodKind,
  periodsOf,
} from '../calendar/index.ts';
import { inputsOfCriterion, type Standard } from '../scoring/index.ts';
import { type Item, itemsOfLevel } from './items.ts';

/** Levels that are asked by sheets; figures of the commune itself are entered with their criterion. */
export const ROUND_LEVELS = ['village', 'school', 'organisation'] as const;
export type RoundLevel = (typeof ROUND_LEVELS)[number];

/**
 * What a round can ask of places of a level: what the standard collects from them, and of organisations also what villages
 * count, so that the one can be held against the other. The standard proposes only the former.
 */
export function itemsToAsk(standard: Standard, level: RoundLevel): readonly Item[] {
  const own = itemsOfLevel(standard, level);
  if (level !== 'organisation') return own;
  return [
    ...own,
    ...itemsOfLevel(standard, 'village').filter(({ collection }) => collection.asked === 'count'),
  ];
}

/** Periods from the shortest to the longest. */
export const PERIOD_KINDS = [
  'month',
  'quarter',
  'half_year',
  'year',
  'school_year',
] as const satisfies readonly PeriodKind[];

/** Administrative reports count from the 15th of a month to the 14th: NĐ 09/2019/NĐ-CP Điều 12. */
const LAST_DAY_OF_COUNT = '14';

/** Pupils are counted when the school year has begun; the year's own last day is long after the self-assessment. */
const COUNT_OF_PUPILS = '09-30';

/** A proposal of the program: time for a village to hand in on paper; the law asks for one day at least. */
const DAYS_TO_HAND_IN = 3;

/** What the program proposes for a period: until which day figures count, and by when they are wanted. */
export interface ProposedDates {
  readonly cutOff: string;
  readonly dueDate: string;
}

/** @throws RangeError when the text is no period */
export function proposeDates(period: string, holidays: Holidays): ProposedDates {
  const last = lastDayOf(period);
  const cutOff =
    kindOfPeriod(period) === 'school_year'
      ? `${period.slice(0, 4)}-${COUNT_OF_PUPILS}`
      : `${last.slice(0, 8)}${LAST_DAY_OF_COUNT}`;
  return { cutOff, dueDate: addWorkingDays(cutOff, DAYS_TO_HAND_IN, holidays) };
}

/** Whether there is a working day between cut-off and due date, the due date counted: NĐ 09/2019/NĐ-CP Điều 8 khoản 5. */
export function leavesAWorkingDay({ cutOff, dueDate }: ProposedDates, holidays: Holidays): boolean {
  return addWorkingDays(cutOff, 1, holidays) <= dueDate;
}

/** A round that the standard's way of collecting suggests. */
export interface ProposedRound extends ProposedDates {
  readonly level: RoundLevel;
  readonly period: string;
  readonly items: readonly Item[];
}

/** The rounds of a year after the standard: for each level, what is asked as often goes together. By cut-off. */
export function proposeRounds(standard: Standard, year: number, holidays: Holidays): ProposedRound[] {
  return ROUND_LEVELS.flatMap((level) => {
    const items = itemsOfLevel(standard, level);
    return PERIOD_KINDS.flatMap((kind) => {
      const asked = items.filter(({ collection }) => collection.period === kind);
      if (asked.length === 0) return [];
      return periodsOf(year, kind).map((period) => ({
        level,
        period,
        items: asked,
        ...proposeDates(period, holidays),
      }));
    });
  }).sort((one, other) => (one.cutOff < other.cutOff ? -1 : one.cutOff > other.cutOff ? 1 : 0));
}

/** The periods of a year that figures can be collected for, the shortest first. */
export function periodsToCollect(year: number): readonly string[] {
  return PERIOD_KINDS.flatMap((kind) => periodsOf(year, kind));
}

/** The period of the same kind before this one: 2026-Q1 after 2025-Q4. @throws RangeError when the text is no period */
export function periodBefore(period: string): string {
  const kind = kindOfPeriod(period);
  const year = Number(period.slice(0, 4));
  const periods = [...periodsOf(year - 1, kind), ...periodsOf(year, kind)];
  return periods[periods.indexOf(period) - 1]!;
}

/**
 * Which organisation is asked for which items: the owner of the criterion that needs the input, of the first where several
 * do, so that nobody is asked twice. Items of a criterion without an owner are asked of nobody.
 * @param owners organisations by the number of the criterion they own
 * @returns keys of items by organisation, in the order of the items
 */
export function itemsOfOwners<Organisation extends string>(
  standard: Standard,
  items: readonly Item[],
  owners: ReadonlyMap<number, Organisation>,
): ReadonlyMap<Organisation, readonly string[]> {
  const asked = new Map<Organisation, string[]>();
  for (const { key, input } of items) {
    const criterion = standard.criteria.find((one) => inputsOfCriterion(one).includes(input));
    const owner = criterion === undefined ? undefined : owners.get(criterion.number);
    if (owner !== undefined) asked.set(owner, [...(asked.get(owner) ?? []), key]);
  }
  return asked;
}
