import { firstDayOf, kindOfPeriod, type PeriodKind, periodsOf } from '../calendar/index.ts';
import {
  type CollectionLevel,
  type Figure,
  given,
  type InputDefinition,
  NO_DATA,
  NOT_DUE,
  notApplicable,
} from '../scoring/index.ts';
import type { Count, Tally } from './tally.ts';

/** Which sheets are looked at: all that were handed in, or only those that were accepted. */
export type Standpoint = 'submitted' | 'accepted';

/** One period of a figure that was rolled up. */
export interface RolledPeriod {
  readonly period: string;
  /** What its places come to. */
  readonly figure: Figure;
  /** Places that count: those asked, without those to which the figure does not apply. */
  readonly asked: number;
  /** Of them handed in with a number, and of these on accepted sheets. */
  readonly in: number;
  readonly accepted: number;
  readonly notApplicable: number;
  /** Whether it is part of the figure of the year. */
  readonly counts: boolean;
}

/** The figure of a year as the places of its periods make it, with all that explains it. */
export interface RolledUp {
  readonly input: string;
  readonly standpoint: Standpoint;
  /** The value so far; `no_data` while nothing is in. */
  readonly figure: Figure;
  /** Nothing is missing: every place of every period that counts is in. */
  readonly complete: boolean;
  readonly level: CollectionLevel;
  readonly kind: PeriodKind;
  readonly places: 'sum' | 'any' | 'all' | 'count';
  readonly overPeriods: 'sum' | 'latest' | 'any' | 'all';
  /** The periods of the kind, in order. */
  readonly periods: readonly RolledPeriod[];
  /** Periods of the year that nobody has been asked for yet, where they are wanted too. */
  readonly periodsToCome: readonly string[];
  /** Kinds of periods that have numbers as well and are left out, for each case is counted once. */
  readonly kindsLeftOut: readonly PeriodKind[];
  readonly coverage: { readonly asked: number; readonly in: number; readonly accepted: number };
}

/** From the longest to the shortest. */
const COARSEST_FIRST: readonly PeriodKind[] = ['school_year', 'year', 'half_year', 'quarter', 'month'];

/**
 * Rolls up what places said of an input in a year.
 *
 * One level and one kind of period alone is taken: the standard's own where it has numbers, otherwise the longest kind
 * that has. So the months of a quarter never count beside the quarter, nor the health station beside the villages. Both are
 * chosen by what was handed in, for both standpoints: a sheet of another level does not step in for villages that wait to
 * be accepted.
 * A place to which the figure does not apply is not missing; where it applies to none, neither does it to the unit.
 *
 * @param tallies of this input in this year, in any order
 * @param reason why the figure does not apply, should it apply nowhere
 * @returns null where nobody was asked
 */
export function rollUp(
  input: string,
  { kind: answer, collection }: InputDefinition,
  tallies: readonly Tally[],
  year: number,
  standpoint: Standpoint,
  reason: string,
): RolledUp | null {
  if (collection === undefined) return null;
  const own = tallies.filter((tally) => tally.input === input);
  const level = chosen(own, ({ level }) => level, [collection.level, ...LEVELS]);
  const ofLevel = own.filter((tally) => tally.level === level);
  const kindOf = ({ period }: Tally) => kindOfPeriod(period);
  const kind = chosen(ofLevel, kindOf, [collection.period, ...COARSEST_FIRST]);
  if (level === null || kind === null) return null;

  const { places, periods: overPeriods } = collection.rollUp;
  const read = (number: number): Figure => given(answer === 'yes_no' ? number > 0 : number);
  const periods = ofLevel
    .filter((tally) => kindOf(tally) === kind)
    .sort((one, two) => (firstDayOf(one.period) < firstDayOf(two.period) ? -1 : 1))
    .map((tally) => rolledPeriod(tally, places, standpoint, read, reason));
  const counting = countingPeriods(periods, overPeriods);
  const marked = periods.map((period) => ({ ...period, counts: counting.includes(period) }));
  const asked = new Set(periods.map(({ period }) => period));
  const periodsToCome =
    overPeriods === 'latest' ? [] : periodsOf(year, kind).filter((period) => !asked.has(period));
  const total = (count: (period: RolledPeriod) => number) =>
    counting.reduce((sum, period) => sum + count(period), 0);
  const coverage = {
    asked: total((period) => period.asked),
    in: total((period) => period.in),
    accepted: total((period) => period.accepted),
  };
  return {
    input,
    standpoint,
    figure: overTime(
      counting.map(({ figure }) => figure),
      overPeriods,
      read,
    ),
    complete:
      periodsToCome.length === 0 &&
      (standpoint === 'accepted' ? coverage.accepted : coverage.in) === coverage.asked,
    level,
    kind,
    places,
    overPeriods,
    periods: marked,
    periodsToCome,
    kindsLeftOut: COARSEST_FIRST.filter(
      (other) =>
        other !== kind && ofLevel.some((tally) => kindOf(tally) === other && hasAnswer(tally[standpoint])),
    ),
    coverage,
  };
}

const LEVELS: readonly CollectionLevel[] = ['village', 'school', 'organisation', 'commune'];

const hasAnswer = ({ given: numbers, notApplicable: none }: Count): boolean => numbers + none > 0;

/** The first of the wanted of which an answer was handed in, else the first that was asked at all. */
function chosen<Key>(
  tallies: readonly Tally[],
  keyOf: (tally: Tally) => Key,
  wanted: readonly Key[],
): Key | null {
  const answered = new Set(tallies.filter(({ submitted }) => hasAnswer(submitted)).map(keyOf));
  const asked = new Set(tallies.map(keyOf));
  return wanted.find((key) => answered.has(key)) ?? wanted.find((key) => asked.has(key)) ?? null;
}

function rolledPeriod(
  { period, asked, submitted, accepted }: Tally,
  places: RolledUp['places'],
  standpoint: Standpoint,
  read: (number: number) => Figure,
  reason: string,
): RolledPeriod {
  const count = standpoint === 'accepted' ? accepted : submitted;
  const figure = (): Figure => {
    if (count.given > 0) return read(overPlaces(count, places));
    if (count.notApplicable > 0 && count.notApplicable === asked) return notApplicable(reason);
    return count.notDue > 0 ? NOT_DUE : NO_DATA;
  };
  return {
    period,
    figure: figure(),
    asked: asked - count.notApplicable,
    // A place to which it does not apply, as it says and nobody has accepted yet, has answered and waits like the others.
    in: submitted.given + submitted.notApplicable - count.notApplicable,
    accepted: accepted.given,
    notApplicable: count.notApplicable,
    counts: false,
  };
}

function overPlaces({ given: numbers, sum }: Count, places: RolledUp['places']): number {
  switch (places) {
    case 'sum':
    case 'count':
      return sum;
    case 'any':
      return Math.min(sum, 1);
    case 'all':
      return sum === numbers ? 1 : 0;
  }
}

/** Of a standing number the latest period that says something; otherwise all of them. */
function countingPeriods(
  periods: readonly RolledPeriod[],
  overPeriods: RolledUp['overPeriods'],
): readonly RolledPeriod[] {
  if (overPeriods !== 'latest') return periods;
  const saying = periods.filter(({ figure: { state } }) => state === 'given' || state === 'not_applicable');
  const latest = saying.at(-1) ?? periods.at(-1);
  return latest === undefined ? [] : [latest];
}

function overTime(
  figures: readonly Figure[],
  overPeriods: RolledUp['overPeriods'],
  read: (number: number) => Figure,
): Figure {
  const numbers = figures.flatMap((figure) => (figure.state === 'given' ? [Number(figure.value)] : []));
  if (numbers.length === 0) {
    const none = figures.find(({ state }) => state === 'not_applicable');
    if (none !== undefined && figures.every(({ state }) => state === 'not_applicable')) return none;
    return figures.some(({ state }) => state === 'not_due') ? NOT_DUE : NO_DATA;
  }
  switch (overPeriods) {
    case 'latest':
    case 'sum':
      return read(numbers.reduce((sum, number) => sum + number, 0));
    case 'any':
      return read(Math.max(...numbers.map((number) => Math.min(number, 1))));
    case 'all':
      return read(Math.min(...numbers.map((number) => Math.min(number, 1))));
  }
}
