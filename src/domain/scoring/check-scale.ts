import { fractionOfDecimal, isPlainDecimal } from './fraction.ts';
import {
  compareByLow,
  describe,
  type Edge,
  type Interval,
  intersect,
  isEmpty,
  wholeNumbersOf,
  without,
} from './interval.ts';
import { type Band, factorOf, type Indicator } from './standard.ts';
import type { StandardFault, StandardFaultCode } from './standard-fault.ts';

const closed = (at: number): Edge => ({ at, open: false });
const open = (at: number): Edge => ({ at, open: true });

/** The values that a band asks for; null where it asks for a fall against the previous period. */
function intervalOf(band: Band): Interval | null {
  const [nothing, everything] = [closed(Number.NEGATIVE_INFINITY), closed(Number.POSITIVE_INFINITY)];
  if ('otherwise' in band) return { low: nothing, high: everything };
  if ('change' in band) return null;
  if ('equals' in band) return { low: closed(Number(band.equals)), high: closed(Number(band.equals)) };
  if ('atLeast' in band)
    return {
      low: closed(band.atLeast),
      high: band.lessThan === undefined ? everything : open(band.lessThan),
    };
  if ('moreThan' in band)
    return { low: open(band.moreThan), high: band.atMost === undefined ? everything : closed(band.atMost) };
  return { low: nothing, high: 'atMost' in band ? closed(band.atMost) : open(band.lessThan) };
}

/** The values that a measure can take. */
function domainOf(indicator: Indicator): Interval {
  switch (indicator.measure.kind) {
    case 'ratio':
    case 'survey':
      return { low: closed(0), high: closed(100) };
    case 'change':
      return { low: closed(-100), high: closed(Number.POSITIVE_INFINITY) };
    default:
      return { low: closed(0), high: closed(Number.POSITIVE_INFINITY) };
  }
}

const BACKWARD = {
  lowerIsBetter: 'giá trị càng cao mà điểm lại càng cao, trái với chiều của chỉ tiêu',
  higherIsBetter: 'giá trị càng cao mà điểm lại thấp đi, trái với chiều của chỉ tiêu',
} as const;

const backwardFault = (indicator: Indicator, path: string): StandardFault => ({
  path,
  code: 'not_monotone',
  message: BACKWARD[indicator.lowerIsBetter ? 'lowerIsBetter' : 'higherIsBetter'],
});

function faultsOfYesNo(scale: readonly Band[], indicator: Indicator, path: string): StandardFault[] {
  const faults: StandardFault[] = [];
  const pointsOf = new Map<boolean, number>();
  scale.forEach((band, index) => {
    const at = `${path}.${index}`;
    const isAnswer = 'equals' in band && typeof band.equals === 'boolean';
    const answers = 'otherwise' in band ? [true, false] : isAnswer ? [band.equals === true] : null;
    if (answers === null)
      faults.push({
        path: at,
        code: 'condition_does_not_fit',
        message: 'câu trả lời có/không chỉ so với có hoặc không',
      });
    else if (answers.every((answer) => pointsOf.has(answer)))
      faults.push({ path: at, code: 'unreachable_band', message: 'mức này không bao giờ được xét tới' });
    for (const answer of answers ?? []) if (!pointsOf.has(answer)) pointsOf.set(answer, band.points);
  });
  const [yes, no] = [pointsOf.get(true), pointsOf.get(false)];
  if (yes === undefined || no === undefined)
    faults.push({
      path,
      code: 'gap',
      message: `không mức nào tính cho câu trả lời ${yes === undefined ? 'có' : 'không'}`,
    });
  else if (indicator.lowerIsBetter ? yes > no : yes < no) faults.push(backwardFault(indicator, path));
  return faults;
}

/** Values that a band takes once the bands before it have taken theirs. */
interface Piece extends Interval {
  readonly points: number;
}

/** The pieces that a fall against the previous period takes, and where in the list of pieces its band stands. */
interface Fall {
  readonly points: number;
  readonly taken: readonly Piece[];
  readonly after: number;
}

/** Whether more is never worse (never better where lower is better), with a fall and without, and a fall itself too. */
function isMonotone(pieces: readonly Piece[], fall: Fall | null, lowerIsBetter: boolean): boolean {
  const worse = (lower: number, higher: number) => (lowerIsBetter ? higher > lower : higher < lower);
  const inOrder = (list: readonly Piece[]) =>
    [...list]
      .sort(compareByLow)
      .every(({ points }, index, sorted) => index === 0 || !worse(sorted[index - 1]!.points, points));
  if (!inOrder(pieces)) return false;
  if (fall === null) return true;
  return (
    inOrder([...pieces.slice(0, fall.after), ...fall.taken]) &&
    pieces.slice(fall.after).every(({ points }) => !worse(fall.points, points))
  );
}

function faultsOfNumbers(scale: readonly Band[], indicator: Indicator, path: string): StandardFault[] {
  const faults: StandardFault[] = [];
  const fault = (at: string, code: StandardFaultCode, message: string) =>
    faults.push({ path: at, code, message });
  // Between two neighbouring counts there is nothing that a band could leave out.
  const trim = indicator.measure.kind === 'count' ? wholeNumbersOf : (interval: Interval) => interval;
  let left: readonly Interval[] = [domainOf(indicator)];
  const twoSided: { readonly interval: Interval; readonly index: number }[] = [];
  const pieces: Piece[] = [];
  let fall: Fall | null = null;
  scale.forEach((band, index) => {
    const at = `${path}.${index}`;
    if ('equals' in band && typeof band.equals === 'boolean')
      return fault(at, 'condition_does_not_fit', 'một số không so được với có hoặc không');
    const interval = intervalOf(band);
    if (interval === null) {
      if (indicator.measure.kind === 'change')
        return fault(at, 'condition_does_not_fit', 'cách đo này đã so với kỳ trước; dùng lessThan 0');
      if (left.length === 0 || fall !== null)
        return fault(at, 'unreachable_band', 'các mức trước đã bao trùm mức này');
      // A fall may happen at any value that is left, yet takes none of them away for certain.
      const taken = left.map((rest) => ({ ...rest, points: band.points }));
      fall = { points: band.points, taken, after: pieces.length };
      return;
    }
    const own = left.map((rest) => trim(intersect(rest, interval))).filter((rest) => !isEmpty(rest));
    if (own.length === 0) fault(at, 'unreachable_band', 'các mức trước đã bao trùm mức này');
    if (Number.isFinite(interval.low.at) && Number.isFinite(interval.high.at)) {
      for (const earlier of twoSided) {
        const both = intersect(earlier.interval, interval);
        if (!isEmpty(both))
          fault(at, 'overlap', `trùng với mức ${earlier.index} trong khoảng ${describe(both)}`);
      }
      twoSided.push({ interval, index });
    }
    for (const part of own) pieces.push({ ...part, points: band.points });
    left = without(left, interval)
      .map(trim)
      .filter((rest) => !isEmpty(rest));
  });
  for (const rest of left) fault(path, 'gap', `không mức nào tính cho giá trị ${describe(rest)}`);
  if (left.length === 0 && !isMonotone(pieces, fall, indicator.lowerIsBetter))
    faults.push(backwardFault(indicator, path));
  return faults;
}

/** Every fault of one scale of an indicator. */
export function faultsOfScale(scale: readonly Band[], indicator: Indicator, path: string): StandardFault[] {
  const numbers = scale.flatMap((band) => Object.values(band).filter((value) => typeof value === 'number'));
  const isExact = (value: number) =>
    isPlainDecimal(value) &&
    Number.isSafeInteger(factorOf(indicator.measure) * fractionOfDecimal(value).denominator);
  if (!numbers.every(isExact))
    return [{ path, code: 'bad_number', message: 'có số không viết được thành số thập phân thường' }];
  const faults: StandardFault[] = [];
  const best = Math.max(0, ...scale.map((band) => band.points));
  if (best !== indicator.points)
    faults.push({
      path,
      code: 'points_not_reached',
      message: `mức cao nhất cho ${best} điểm, chỉ tiêu ghi ${indicator.points} điểm`,
    });
  if (scale.some((band) => !Number.isInteger(band.points) || band.points < 0))
    faults.push({ path, code: 'bad_number', message: 'điểm phải là số nguyên không âm' });
  const faultsOfBands = indicator.measure.kind === 'yes_no' ? faultsOfYesNo : faultsOfNumbers;
  return [...faults, ...faultsOfBands(scale, indicator, path)];
}
