import { compareProducts, fractionOfDecimal } from './fraction.ts';
import { type Band, type Indicator, inputsOfMeasure, type Standard } from './standard.ts';

export type StandardFaultCode =
  | 'sum_of_points'
  | 'duplicate_code'
  | 'unknown_input'
  | 'unused_input'
  | 'wrong_input_kind'
  | 'gap'
  | 'overlap'
  | 'unreachable_band'
  | 'not_monotone'
  | 'points_not_reached'
  | 'condition_does_not_fit'
  | 'unknown_class'
  | 'bad_number';

/** A fault of a standard, with the place where it stands. */
export interface StandardFault {
  readonly path: string;
  readonly code: StandardFaultCode;
  readonly message: string;
}

/** One side of an interval; `open` excludes the limit itself. */
interface Edge {
  readonly at: number;
  readonly open: boolean;
}
interface Interval {
  readonly low: Edge;
  readonly high: Edge;
}

const compare = (a: number, b: number): number => {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b ? 0 : a - b;
  const left = fractionOfDecimal(a);
  const right = fractionOfDecimal(b);
  return compareProducts(left.numerator, right.denominator, right.numerator, left.denominator);
};

const isEmpty = ({ low, high }: Interval): boolean => {
  const order = compare(low.at, high.at);
  return order > 0 || (order === 0 && (low.open || high.open));
};

const laterLow = (a: Edge, b: Edge): Edge => {
  const order = compare(a.at, b.at);
  return order > 0 || (order === 0 && a.open) ? a : b;
};
const earlierHigh = (a: Edge, b: Edge): Edge => {
  const order = compare(a.at, b.at);
  return order < 0 || (order === 0 && a.open) ? a : b;
};

const intersect = (a: Interval, b: Interval): Interval => ({
  low: laterLow(a.low, b.low),
  high: earlierHigh(a.high, b.high),
});

/** What is left of a list of intervals once `taken` is cut out. */
function without(intervals: readonly Interval[], taken: Interval): Interval[] {
  return intervals
    .flatMap((interval) => [
      { low: interval.low, high: earlierHigh(interval.high, { at: taken.low.at, open: !taken.low.open }) },
      { low: laterLow(interval.low, { at: taken.high.at, open: !taken.high.open }), high: interval.high },
    ])
    .filter((interval) => !isEmpty(interval));
}

function intervalOf(band: Band): Interval | null {
  const low = (at: number, open = false): Edge => ({ at, open });
  const everything: Interval = { low: low(-Infinity), high: low(Infinity) };
  if ('otherwise' in band) return everything;
  if ('change' in band) return null;
  if ('equals' in band) return { low: low(Number(band.equals)), high: low(Number(band.equals)) };
  if ('atLeast' in band)
    return {
      low: low(band.atLeast),
      high: band.lessThan === undefined ? low(Infinity) : low(band.lessThan, true),
    };
  if ('moreThan' in band)
    return {
      low: low(band.moreThan, true),
      high: band.atMost === undefined ? low(Infinity) : low(band.atMost),
    };
  if ('atMost' in band) return { low: low(-Infinity), high: low(band.atMost) };
  return { low: low(-Infinity), high: low(band.lessThan, true) };
}

/** The values that a measure can take. */
function domainOf(indicator: Indicator): Interval {
  const edge = (at: number): Edge => ({ at, open: false });
  switch (indicator.measure.kind) {
    case 'ratio':
    case 'survey':
      return { low: edge(0), high: edge(100) };
    case 'change':
      return { low: edge(-100), high: edge(Infinity) };
    default:
      return { low: edge(0), high: edge(Infinity) };
  }
}

const describe = ({ low, high }: Interval): string =>
  compare(low.at, high.at) === 0
    ? `${low.at}`
    : `${low.open ? '(' : '['}${low.at}; ${high.at}${high.open ? ')' : ']'}`;

function faultsOfYesNo(scale: readonly Band[], path: string): StandardFault[] {
  const faults: StandardFault[] = [];
  const open = new Set([true, false]);
  scale.forEach((band, index) => {
    const at = `${path}.${index}`;
    const answers =
      'otherwise' in band
        ? [true, false]
        : 'equals' in band && typeof band.equals === 'boolean'
          ? [band.equals]
          : null;
    if (answers === null)
      faults.push({
        path: at,
        code: 'condition_does_not_fit',
        message: 'câu trả lời có/không chỉ so với có hoặc không',
      });
    else if (!answers.some((answer) => open.has(answer)))
      faults.push({ path: at, code: 'unreachable_band', message: 'mức này không bao giờ được xét tới' });
    for (const answer of answers ?? []) open.delete(answer);
  });
  if (open.size > 0)
    faults.push({
      path,
      code: 'gap',
      message: `không mức nào tính cho câu trả lời ${open.has(true) ? 'có' : 'không'}`,
    });
  return faults;
}

function faultsOfNumbers(scale: readonly Band[], indicator: Indicator, path: string): StandardFault[] {
  const faults: StandardFault[] = [];
  let left: readonly Interval[] = [domainOf(indicator)];
  /** What each earlier band with both limits covers, to find overlaps between such bands. */
  const closed: { interval: Interval; index: number }[] = [];
  const reached: { from: number; points: number }[] = [];
  scale.forEach((band, index) => {
    const at = `${path}.${index}`;
    if ('equals' in band && typeof band.equals === 'boolean') {
      faults.push({
        path: at,
        code: 'condition_does_not_fit',
        message: 'một số không so được với có hoặc không',
      });
      return;
    }
    const interval = intervalOf(band);
    // A fall against the previous period may happen at any value above zero, so it takes nothing away for certain.
    if (interval === null) {
      if (left.length === 0 || indicator.measure.kind === 'change')
        faults.push({ path: at, code: 'unreachable_band', message: 'mức này không bao giờ được xét tới' });
      return;
    }
    const own = left.map((rest) => intersect(rest, interval)).filter((rest) => !isEmpty(rest));
    if (own.length === 0)
      faults.push({ path: at, code: 'unreachable_band', message: 'các mức trước đã bao trùm mức này' });
    const bounded = Number.isFinite(interval.low.at) && Number.isFinite(interval.high.at);
    for (const earlier of closed)
      if ((bounded || 'equals' in band) && !isEmpty(intersect(earlier.interval, interval)))
        faults.push({
          path: at,
          code: 'overlap',
          message: `trùng với mức ${earlier.index} trong khoảng ${describe(intersect(earlier.interval, interval))}`,
        });
    if (bounded) closed.push({ interval, index });
    for (const part of own) reached.push({ from: part.low.at, points: band.points });
    left = without(left, interval);
  });
  for (const rest of left)
    faults.push({ path, code: 'gap', message: `không mức nào tính cho giá trị ${describe(rest)}` });
  if (left.length === 0) {
    const inOrder = [...reached].sort((a, b) => a.from - b.from).map(({ points }) => points);
    const wrong = inOrder.some((points, index) => {
      const next = inOrder[index + 1];
      return next !== undefined && (indicator.lowerIsBetter ? next > points : next < points);
    });
    if (wrong)
      faults.push({
        path,
        code: 'not_monotone',
        message: indicator.lowerIsBetter
          ? 'giá trị càng cao mà điểm lại càng cao, trái với chiều của chỉ tiêu'
          : 'giá trị càng cao mà điểm lại thấp đi, trái với chiều của chỉ tiêu',
      });
  }
  return faults;
}

function faultsOfScale(scale: readonly Band[], indicator: Indicator, path: string): StandardFault[] {
  const faults: StandardFault[] = [];
  const numbers = scale.flatMap((band) => Object.values(band).filter((value) => typeof value === 'number'));
  if (numbers.some((value) => !/^-?\d+(\.\d+)?$/.test(String(value)))) {
    return [{ path, code: 'bad_number', message: 'có số không viết được thành số thập phân thường' }];
  }
  const best = Math.max(...scale.map((band) => band.points));
  if (best !== indicator.points)
    faults.push({
      path,
      code: 'points_not_reached',
      message: `mức cao nhất cho ${best} điểm, chỉ tiêu ghi ${indicator.points} điểm`,
    });
  if (scale.some((band) => !Number.isInteger(band.points) || band.points < 0))
    faults.push({ path, code: 'bad_number', message: 'điểm phải là số nguyên không âm' });
  return [
    ...faults,
    ...(indicator.measure.kind === 'yes_no'
      ? faultsOfYesNo(scale, path)
      : faultsOfNumbers(scale, indicator, path)),
  ];
}

/**
 * Every fault of a standard: sums of points, gaps, overlaps, unreachable or backward bands, unknown inputs, duplicates.
 * An empty list means that the standard can be compiled and that scores are bounded and monotone.
 */
export function checkStandard(standard: Standard): StandardFault[] {
  const faults: StandardFault[] = [];
  const fault = (path: string, code: StandardFaultCode, message: string) =>
    faults.push({ path, code, message });
  const classes = standard.recognition.thresholds.map((threshold) => threshold.class);
  const codes = new Set<string>();
  const numbers = new Set<number>();
  const used = new Set<string>();
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  classes.forEach((name, index) => {
    const threshold = standard.recognition.thresholds[index]!;
    if (classes.indexOf(name) !== index)
      fault(`recognition.thresholds.${index}`, 'duplicate_code', `phân loại ${name} có hai lần`);
    if (threshold.points > standard.maximum.points)
      fault(`recognition.thresholds.${index}.points`, 'sum_of_points', 'ngưỡng cao hơn tổng điểm tối đa');
  });
  const total = sum(standard.criteria.map((criterion) => criterion.maxPoints));
  if (total !== standard.maximum.points)
    fault(
      'maximum.points',
      'sum_of_points',
      `các tiêu chí cộng lại ${total} điểm, không phải ${standard.maximum.points}`,
    );

  standard.criteria.forEach((criterion, c) => {
    const at = `criteria.${c}`;
    if (numbers.has(criterion.number))
      fault(`${at}.number`, 'duplicate_code', `tiêu chí số ${criterion.number} có hai lần`);
    numbers.add(criterion.number);
    const points = sum(criterion.indicators.map((indicator) => indicator.points));
    if (points !== criterion.maxPoints)
      fault(
        `${at}.maxPoints`,
        'sum_of_points',
        `các chỉ tiêu cộng lại ${points} điểm, không phải ${criterion.maxPoints}`,
      );
    criterion.indicators.forEach((indicator, i) => {
      const path = `${at}.indicators.${i}`;
      if (codes.has(indicator.code))
        fault(`${path}.code`, 'duplicate_code', `mã chỉ tiêu ${indicator.code} có hai lần`);
      codes.add(indicator.code);
      for (const input of inputsOfMeasure(indicator.measure)) {
        used.add(input);
        const definition = standard.inputs[input];
        const wanted = indicator.measure.kind === 'yes_no' ? 'yes_no' : 'count';
        if (definition === undefined)
          fault(`${path}.measure`, 'unknown_input', `không có số liệu “${input}”`);
        else if (definition.kind !== wanted)
          fault(`${path}.measure`, 'wrong_input_kind', `số liệu “${input}” không hợp với cách đo`);
      }
      if (
        indicator.measure.kind === 'rate' &&
        !(Number.isInteger(indicator.measure.per) && indicator.measure.per > 0)
      )
        fault(`${path}.measure.per`, 'bad_number', 'cơ số của tỷ suất phải là số nguyên dương');
      faults.push(...faultsOfScale(indicator.scale, indicator, `${path}.scale`));
      for (const [name, scale] of Object.entries(indicator.scaleByClass ?? {})) {
        if (!classes.includes(name))
          fault(`${path}.scaleByClass.${name}`, 'unknown_class', `không có phân loại “${name}”`);
        faults.push(...faultsOfScale(scale, indicator, `${path}.scaleByClass.${name}`));
      }
    });
  });
  for (const input of Object.keys(standard.inputs))
    if (!used.has(input)) fault(`inputs.${input}`, 'unused_input', 'không chỉ tiêu nào dùng số liệu này');
  return faults;
}
