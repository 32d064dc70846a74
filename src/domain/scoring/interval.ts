import { compareProducts, fractionOfDecimal } from './fraction.ts';

/** One side of an interval; `open` excludes the limit itself. */
export interface Edge {
  readonly at: number;
  readonly open: boolean;
}

export interface Interval {
  readonly low: Edge;
  readonly high: Edge;
}

/** Order of two limits as the decimals that they are written as. */
function compareLimits(a: number, b: number): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b ? 0 : a < b ? -1 : 1;
  const left = fractionOfDecimal(a);
  const right = fractionOfDecimal(b);
  return compareProducts(left.numerator, right.denominator, right.numerator, left.denominator);
}

/** Order of two intervals by where they begin: a closed limit comes before the same limit left out. */
export function compareByLow({ low: a }: Interval, { low: b }: Interval): number {
  return compareLimits(a.at, b.at) || Number(a.open) - Number(b.open);
}

export function isEmpty({ low, high }: Interval): boolean {
  const order = compareLimits(low.at, high.at);
  return order > 0 || (order === 0 && (low.open || high.open));
}

function laterLow(a: Edge, b: Edge): Edge {
  const order = compareLimits(a.at, b.at);
  return order > 0 || (order === 0 && a.open) ? a : b;
}

function earlierHigh(a: Edge, b: Edge): Edge {
  const order = compareLimits(a.at, b.at);
  return order < 0 || (order === 0 && a.open) ? a : b;
}

export function intersect(a: Interval, b: Interval): Interval {
  return { low: laterLow(a.low, b.low), high: earlierHigh(a.high, b.high) };
}

/** What is left of a list of intervals once `taken` is cut out. */
export function without(intervals: readonly Interval[], taken: Interval): Interval[] {
  return intervals
    .flatMap((interval) => [
      { low: interval.low, high: earlierHigh(interval.high, { at: taken.low.at, open: !taken.low.open }) },
      { low: laterLow(interval.low, { at: taken.high.at, open: !taken.high.open }), high: interval.high },
    ])
    .filter((interval) => !isEmpty(interval));
}

/** The whole numbers of an interval, from the first to the last of them. */
export function wholeNumbersOf({ low, high }: Interval): Interval {
  return {
    low: { at: low.open ? Math.floor(low.at) + 1 : Math.ceil(low.at), open: false },
    high: { at: high.open ? Math.ceil(high.at) - 1 : Math.floor(high.at), open: false },
  };
}

/** An interval as mathematicians write it: [95; 98) holds 95 and not 98. */
export function describe({ low, high }: Interval): string {
  if (compareLimits(low.at, high.at) === 0) return String(low.at);
  const end = high.at === Number.POSITIVE_INFINITY ? '∞)' : `${high.at}${high.open ? ')' : ']'}`;
  return `${low.open ? '(' : '['}${low.at}; ${end}`;
}
