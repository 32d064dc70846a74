import {
  type Criterion,
  type Indicator,
  inputsOfMeasure,
  type Standard,
} from '../../../domain/scoring/index.ts';

/**
 * The columns of the form. `name` and the helpers are hidden: the name tells which figure a row is, so that rows may be
 * moved and inserted; the helpers keep the formulas short.
 */
export const COLUMN = {
  name: 'A',
  number: 'B',
  content: 'C',
  value: 'D',
  state: 'E',
  reason: 'F',
  previous: 'G',
  rule: 'H',
  measured: 'I',
  points: 'J',
  maximum: 'K',
  /** 0 the figure is given, 1 it is missing, 2 it is not applicable. */
  status: 'L',
  /** The figure as a number; 0 unless given. */
  amount: 'M',
  /** The figure of the previous period; −1 when it is not there. */
  amountBefore: 'N',
} as const;

export const ROW = {
  title: 1,
  basis: 2,
  legend: 3,
  standard: 4,
  version: 5,
  unit: 6,
  year: 7,
  class: 8,
  header: 9,
  first: 10,
} as const;

/** An input in the place where it is typed, or a repetition of it that points there. */
export interface InputRow {
  readonly row: number;
  readonly input: string;
  /** The row where the figure is typed; the same as `row` in its first place. */
  readonly typedAt: number;
}

export interface IndicatorRows {
  readonly row: number;
  readonly indicator: Indicator;
  readonly inputs: readonly InputRow[];
}

export interface CriterionRows {
  readonly row: number;
  readonly criterion: Criterion;
  readonly indicators: readonly IndicatorRows[];
}

export interface Layout {
  readonly criteria: readonly CriterionRows[];
  readonly indicators: readonly IndicatorRows[];
  /** The row in which each input is typed. */
  readonly typedAt: ReadonlyMap<string, number>;
  readonly last: number;
}

/** Which row holds what: each criterion a band, under it its indicators, under each the figures that it reads. */
export function layoutOf(standard: Standard): Layout {
  const typedAt = new Map<string, number>();
  let next: number = ROW.first;
  const criteria = standard.criteria.map((criterion) => {
    const row = next++;
    const indicators = criterion.indicators.map((indicator) => {
      const own = next++;
      const inputs = inputsOfMeasure(indicator.measure).map((input) => {
        const at = next++;
        const first = typedAt.get(input) ?? at;
        typedAt.set(input, first);
        return { row: at, input, typedAt: first };
      });
      return { row: own, indicator, inputs };
    });
    return { row, criterion, indicators };
  });
  return { criteria, indicators: criteria.flatMap((one) => one.indicators), typedAt, last: next - 1 };
}
