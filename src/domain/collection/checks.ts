import { firstDayOf, kindOfPeriod, periodsWithin } from '../calendar/index.ts';
import { type Figure, isWildChange, partsOfWholes, type Standard } from '../scoring/index.ts';
import type { SheetFinding } from './finding.ts';
import type { Item } from './items.ts';

/** A cell of a sheet as the checks need it. */
export interface CheckedCell {
  readonly figure: Figure;
  readonly comment: string | null;
}

/** Cells by the key of their item. */
export type CheckedCells = Readonly<Record<string, CheckedCell>>;

/** What the same place said in another period, by the key of the item. */
export interface OtherPeriod {
  readonly period: string;
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface SheetToCheck {
  readonly items: readonly Item[];
  /** Pairs of item keys of which the first counts a part of the second: {@link partsAmong}. */
  readonly parts: readonly (readonly [part: string, whole: string])[];
  readonly period: string;
  readonly cells: CheckedCells;
  /** Other periods of the same place, in any order and of any kind; empty where nothing is known. */
  readonly others: readonly OtherPeriod[];
}

const AGE_PARTS = ['under_6', 'from_6_to_10', 'from_11_to_15'] as const;

/** So many equal figures that are not zero are no chance any more. */
const EQUAL_FIGURES_THAT_STRIKE = 5;

/** From so many earlier periods on a place has a past that can be judged by. */
const PERIODS_OF_A_PAST = 3;

/** Of the items of a round, which count a part of which: the parts asked beside a whole, and numerators of the standard. */
export function partsAmong(
  standard: Standard,
  items: readonly Item[],
): readonly (readonly [part: string, whole: string])[] {
  const asked = new Set(items.filter(({ collection }) => collection.asked === 'count').map(({ key }) => key));
  return [
    ...items.filter(({ part }) => part !== null).map(({ key, input }) => [key, input] as const),
    ...partsOfWholes(standard),
  ].filter(([part, whole]) => asked.has(part) && asked.has(whole));
}

/** The number of a figure; null where there is none. */
function numberOf(figure: Figure | undefined): number | null {
  return figure?.state === 'given' && typeof figure.value === 'number' ? figure.value : null;
}

/** A comment at a cell answers what strikes about it. */
export const isAnswered = (cells: CheckedCells, key: string): boolean =>
  (cells[key]?.comment?.trim() ?? '') !== '';

/**
 * What is striking about one sheet: its figures against one another, against the place's other periods, and against its
 * own past. In the order of the rules, within each in the order of the items.
 */
export function findingsOfSheet(sheet: SheetToCheck): readonly SheetFinding[] {
  return [
    ...wholesAgainstParts(sheet),
    ...wholesAgainstAges(sheet),
    ...sheet.items.flatMap((item) => [
      ...againstEarlierOfYear(sheet, item),
      ...againstPast(sheet, item),
      ...againstPartsOfPeriod(sheet, item),
    ]),
    ...copiedFromBefore(sheet),
  ];
}

function wholesAgainstParts({ parts, cells }: SheetToCheck): SheetFinding[] {
  return parts.flatMap(([part, whole]) => {
    const [value, all] = [numberOf(cells[part]?.figure), numberOf(cells[whole]?.figure)];
    if (value === null || all === null || value <= all) return [];
    return [
      {
        code: 'part_above_whole',
        severity: 'error',
        items: [part, whole],
        answered: false,
        value,
        whole: all,
      } as const,
    ];
  });
}

/** The three age groups exhaust those below 16: together they are the whole, and never more. */
function wholesAgainstAges({ items, cells }: SheetToCheck): SheetFinding[] {
  return items.flatMap(({ key, part }): SheetFinding[] => {
    const whole = part === null ? numberOf(cells[key]?.figure) : null;
    if (whole === null) return [];
    const groups = AGE_PARTS.map((age) => `${key}:${age}`);
    const values = groups
      .map((group) => numberOf(cells[group]?.figure))
      .filter((value): value is number => value !== null);
    const sum = values.reduce((total, value) => total + value, 0);
    const about = { items: [...groups, key], sum, whole };
    // One group alone is a part like any other.
    if (values.length > 1 && sum > whole)
      return [{ code: 'ages_above_whole', severity: 'error', answered: false, ...about }];
    if (values.length === AGE_PARTS.length && sum < whole)
      return [
        { code: 'ages_below_whole', severity: 'warning', answered: isAnswered(cells, groups[0]!), ...about },
      ];
    return [];
  });
}

/** Earlier periods of the same kind that have a number of an item, latest first. */
function earlierOf({ period, others }: SheetToCheck, key: string): { period: string; value: number }[] {
  const kind = kindOfPeriod(period);
  const begins = firstDayOf(period);
  return others
    .flatMap((other) => {
      const value = numberOf(other.figures[key]);
      return value !== null && kindOfPeriod(other.period) === kind && firstDayOf(other.period) < begins
        ? [{ period: other.period, value }]
        : [];
    })
    .sort((one, two) => (firstDayOf(one.period) < firstDayOf(two.period) ? 1 : -1));
}

function againstEarlierOfYear(sheet: SheetToCheck, { key, collection }: Item): SheetFinding[] {
  const value = numberOf(sheet.cells[key]?.figure);
  if (value === null || collection.cumulative !== true) return [];
  const year = sheet.period.slice(0, 4);
  const highest = earlierOf(sheet, key)
    .filter((earlier) => earlier.period.startsWith(year))
    .reduce<{ period: string; value: number } | null>(
      (most, earlier) => (most === null || earlier.value > most.value ? earlier : most),
      null,
    );
  if (highest === null || highest.value <= value) return [];
  const { period, value: before } = highest;
  return [
    {
      code: 'fell_within_year',
      severity: 'error',
      items: [key],
      answered: false,
      value,
      before,
      period,
    },
  ];
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * How far a number may lie from the middle of the place's past before it strikes: some four standard deviations of what
 * was seen, but never less than chance alone does to a count of that size, nor less than five.
 */
function toleranceOf(past: readonly number[], median: number): number {
  const deviations = past.map((value) => Math.abs(value - median)).sort((one, two) => one - two);
  return Math.max(5, 4 * 1.4826 * medianOf(deviations), 3 * Math.sqrt(median));
}

function againstPast(sheet: SheetToCheck, { key, collection }: Item): SheetFinding[] {
  const value = numberOf(sheet.cells[key]?.figure);
  const [latest, ...before] = earlierOf(sheet, key);
  if (value === null || latest === undefined) return [];
  const about = { severity: 'warning', items: [key], answered: isAnswered(sheet.cells, key), value } as const;
  const past = [latest, ...before].map((earlier) => earlier.value).sort((one, two) => one - two);
  if (past.length >= PERIODS_OF_A_PAST) {
    const median = medianOf(past);
    const [least, most] = [past[0]!, past.at(-1)!];
    const within = value >= least && value <= most;
    if (within || Math.abs(value - median) <= toleranceOf(past, median)) return [];
    return [{ code: 'unlike_own_past', ...about, least, most, periods: past.length }];
  }
  if (collection.rollUp.periods !== 'latest' || !isWildChange(value, latest.value)) return [];
  return [{ code: 'jumped', ...about, before: latest.value, period: latest.period }];
}

const SHORTER_KINDS = ['half_year', 'quarter', 'month'] as const;

/** Of what happens, a longer period's number is the sum of the shorter ones', as far as both are asked. */
function againstPartsOfPeriod(sheet: SheetToCheck, { key, collection }: Item): SheetFinding[] {
  if (collection.rollUp.periods !== 'sum') return [];
  const known = new Map<string, number>();
  for (const { period, figures } of sheet.others) {
    const value = numberOf(figures[key]);
    if (value !== null) known.set(period, value);
  }
  const own = numberOf(sheet.cells[key]?.figure);
  if (own === null) return [];
  known.set(sheet.period, own);
  return [...known.keys()].sort().flatMap((longer) =>
    SHORTER_KINDS.flatMap((kind): SheetFinding[] => {
      const parts = periodsWithin(longer, kind);
      if (longer !== sheet.period && !parts.includes(sheet.period)) return [];
      const values = parts.flatMap((part) => known.get(part) ?? []);
      if (values.length === 0) return [];
      const [sum, value] = [values.reduce((total, one) => total + one, 0), known.get(longer)!];
      const complete = values.length === parts.length;
      if (sum === value || (sum < value && !complete)) return [];
      return [
        {
          code: 'periods_differ',
          severity: 'warning',
          items: [key],
          answered: isAnswered(sheet.cells, key),
          longer,
          value,
          sum,
          known: values.length,
          all: parts.length,
        },
      ];
    }),
  );
}

/** The given figures of a row as one text, equal for equal rows; null where too few of them could not be equal by chance. */
export function rowText(
  items: readonly Item[],
  figureOf: (key: string) => Figure | undefined,
): string | null {
  const figures = items.map(({ key }) => {
    const figure = figureOf(key);
    return figure?.state === 'given' ? figure.value : null;
  });
  const telling = figures.filter((value) => typeof value === 'number' && value > 0);
  return telling.length < EQUAL_FIGURES_THAT_STRIKE ? null : JSON.stringify(figures);
}

function copiedFromBefore({ items, cells, period, others }: SheetToCheck): SheetFinding[] {
  const now = rowText(items, (key) => cells[key]?.figure);
  const kind = kindOfPeriod(period);
  const begins = firstDayOf(period);
  const before = others
    .filter((other) => kindOfPeriod(other.period) === kind && firstDayOf(other.period) < begins)
    .reduce<OtherPeriod | null>(
      (latest, other) =>
        latest === null || firstDayOf(other.period) > firstDayOf(latest.period) ? other : latest,
      null,
    );
  if (now === null || before === null || rowText(items, (key) => before.figures[key]) !== now) return [];
  const keys = items.filter(({ key }) => cells[key]?.figure.state === 'given').map(({ key }) => key);
  return [
    {
      code: 'copied_from_before',
      severity: 'warning',
      items: keys,
      answered: isAnswered(cells, keys[0]!),
      period: before.period,
    },
  ];
}
