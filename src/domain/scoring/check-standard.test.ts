import { describe, expect, it } from 'vitest';
import { type Band, checkStandard, type Indicator, type Measure, type Standard } from './index.ts';
import { change, count, rate, SMALL_STANDARD, share, yesNo } from './testing/small-standard.ts';
import {
  band,
  criterion,
  indicator,
  inputNamed,
  ladder,
  otherwise,
  QD_06,
  standardOf,
  standardWith,
  threshold,
} from './testing/standards.ts';

const found = (standard: Standard) => checkStandard(standard).map(({ path, code }) => `${path}: ${code}`);

const scaleAt = 'criteria.0.indicators.0.scale';
const ofScale = (
  scale: readonly Band[],
  measure: Measure = share('part', 'whole'),
  changes: Partial<Indicator> = {},
) => found(standardWith(indicator('1', measure, { scale, ...changes })));

const lower = { lowerIsBetter: true };
const fall = (points: number) => band({ change: 'decreasedFromPreviousPeriod' }, points);

describe('a standard without fault', () => {
  it('is the one in force, and the small one of the tests', () => {
    expect(checkStandard(QD_06)).toEqual([]);
    expect(checkStandard(SMALL_STANDARD)).toEqual([]);
  });
});

describe('sums of points', () => {
  it('of the criteria make the maximum', () => {
    expect(found({ ...SMALL_STANDARD, maximum: { ...SMALL_STANDARD.maximum, points: 151 } })).toEqual([
      'maximum.points: sum_of_points',
    ]);
  });

  it('of the indicators make those of the criterion', () => {
    const one = { ...criterion(1, indicator('1', yesNo('a'))), maxPoints: 60 };
    expect(found(standardOf([one]))).toEqual(['criteria.0.maxPoints: sum_of_points']);
  });

  it('are not below a threshold', () => {
    const recognition = { ...SMALL_STANDARD.recognition, thresholds: [threshold('other', 51)] };
    expect(found(standardWith(indicator('1', yesNo('a')), { recognition }))).toEqual([
      'recognition.thresholds.0.points: sum_of_points',
    ]);
  });

  it('are reached by the best band, in each scale', () => {
    expect(ofScale(ladder([90, 40]), share('a', 'b'), { points: 50 })).toEqual([
      `${scaleAt}: points_not_reached`,
    ]);
    const scaleByClass = { other: ladder([90, 40]) };
    expect(ofScale(ladder([90, 50]), share('a', 'b'), { scaleByClass })).toEqual([
      'criteria.0.indicators.0.scaleByClass.other: points_not_reached',
    ]);
  });
});

describe('names', () => {
  it('of indicators, criteria and classes stand once', () => {
    const [a, b] = [criterion(1, indicator('1', yesNo('a'))), criterion(1, indicator('1', yesNo('a')))];
    const recognition = {
      ...SMALL_STANDARD.recognition,
      thresholds: [threshold('other', 10), threshold('other', 20)],
    };
    expect(found(standardOf([a, b], { recognition }))).toEqual([
      'recognition.thresholds.1: duplicate_code',
      'criteria.1.number: duplicate_code',
      'criteria.1.indicators.0.code: duplicate_code',
    ]);
  });

  it('of inputs are known, used and of the kind that the measure asks for', () => {
    const standard = standardWith(indicator('1', share('part', 'whole')));
    const { whole, ...others } = standard.inputs;
    expect(found({ ...standard, inputs: others })).toEqual([
      'criteria.0.indicators.0.measure: unknown_input',
    ]);
    expect(found({ ...standard, inputs: { ...standard.inputs, spare: whole! } })).toEqual([
      'inputs.spare: unused_input',
    ]);
    expect(found({ ...standard, inputs: { ...others, whole: inputNamed('whole', 'yes_no') } })).toEqual([
      'criteria.0.indicators.0.measure: wrong_input_kind',
    ]);
    const answer = standardWith(indicator('1', yesNo('a')), { inputs: { a: inputNamed('a', 'count') } });
    expect(found(answer)).toEqual(['criteria.0.indicators.0.measure: wrong_input_kind']);
  });

  it('that every object of the language has are no inputs', () => {
    const standard = standardWith(indicator('1', count('constructor')), { inputs: {} });
    expect(found(standard)).toEqual(['criteria.0.indicators.0.measure: unknown_input']);
  });

  it('of classes with a scale of their own have a threshold', () => {
    const scaleByClass = { island: ladder([90, 50]) };
    expect(ofScale(ladder([90, 50]), share('a', 'b'), { scaleByClass })).toEqual([
      'criteria.0.indicators.0.scaleByClass.island: unknown_class',
    ]);
  });
});

describe('bands', () => {
  it('leave no gap', () => {
    expect(ofScale([band({ atLeast: 95 }, 50), band({ lessThan: 90 }, 0)])).toEqual([`${scaleAt}: gap`]);
    expect(ofScale([band({ moreThan: 95 }, 50), band({ lessThan: 95 }, 0)])).toEqual([`${scaleAt}: gap`]);
    expect(ofScale([band({ equals: true }, 50)], yesNo('a'))).toEqual([`${scaleAt}: gap`]);
    expect(ofScale([], share('a', 'b'), { points: 0 })).toEqual([`${scaleAt}: gap`]);
  });

  it('say which values the gap holds', () => {
    const standard = standardWith(
      indicator('1', share('a', 'b'), { scale: [band({ atLeast: 97.5 }, 50), band({ atMost: 90 }, 0)] }),
    );
    expect(checkStandard(standard)[0]!.message).toBe('không mức nào tính cho giá trị (90; 97.5)');
    const open = standardWith(
      indicator('1', rate('a', 'b', 1_000), { scale: [band({ atMost: 3 }, 5)], lowerIsBetter: true }),
    );
    expect(checkStandard(open)[0]!.message).toBe('không mức nào tính cho giá trị (3; ∞)');
  });

  it('need not name what a measure cannot reach: no share below 0 or above 100, no part of a case', () => {
    expect(
      ofScale([
        band({ atLeast: 50, lessThan: 100 }, 20),
        band({ atLeast: 100 }, 50),
        band({ atLeast: 0, lessThan: 50 }, 0),
      ]),
    ).toEqual([]);
    expect(
      ofScale([band({ equals: 0 }, 0), band({ equals: 1 }, 5), band({ atLeast: 2 }, 9)], count('a')),
    ).toEqual([]);
    expect(ofScale([band({ atLeast: -100, lessThan: 0 }, 5), band({ atLeast: 0 }, 9)], change('a'))).toEqual(
      [],
    );
  });

  it('do not overlap where each has both of its limits', () => {
    const scale = [
      band({ atLeast: 90 }, 50),
      band({ atLeast: 50, lessThan: 80 }, 20),
      band({ atLeast: 70, lessThan: 90 }, 30),
      otherwise(0),
    ];
    expect(ofScale(scale)).toEqual([`${scaleAt}.2: overlap`]);
  });

  it('are all reachable', () => {
    const unreachable = `${scaleAt}.1: unreachable_band`;
    expect(ofScale([band({ atLeast: 90 }, 50), band({ atLeast: 95 }, 40), otherwise(0)])).toEqual([
      unreachable,
    ]);
    expect(ofScale([band({ atLeast: 0 }, 50), otherwise(0)])).toEqual([unreachable]);
    expect(ofScale([band({ atLeast: 2 }, 50), band({ moreThan: 1 }, 20), otherwise(0)], count('a'))).toEqual([
      unreachable,
    ]);
    expect(
      ofScale([band({ equals: true }, 50), band({ equals: true }, 50), otherwise(0)], yesNo('a')),
    ).toEqual([unreachable]);
    expect(ofScale([fall(50), fall(20), otherwise(0)], rate('a', 'b', 10), lower)).toEqual([unreachable]);
    expect(ofScale([otherwise(50), fall(20)], rate('a', 'b', 10), lower)).toEqual([unreachable]);
  });

  it('do not run against the direction of the indicator', () => {
    const backward = [`${scaleAt}: not_monotone`];
    expect(ofScale(ladder([90, 20], [50, 40]))).toEqual(backward);
    expect(ofScale(ladder([90, 40], [50, 20]), share('a', 'b'), lower)).toEqual(backward);
    expect(ofScale([band({ equals: true }, 50), otherwise(0)], yesNo('a'), lower)).toEqual(backward);
    expect(ofScale([band({ equals: false }, 50), otherwise(0)], yesNo('a'))).toEqual(backward);
  });

  it('that begin at the same limit are put in order by whether they hold it', () => {
    const scale = [band({ moreThan: 0 }, 0), otherwise(50)];
    expect(ofScale(scale, rate('a', 'b', 10), lower)).toEqual([]);
    expect(ofScale(scale, rate('a', 'b', 10))).toEqual([`${scaleAt}: not_monotone`]);
  });

  it('that ask for a fall do not run against the direction either', () => {
    const backward = [`${scaleAt}: not_monotone`];
    const cases = rate('a', 'b', 1_000);
    expect(ofScale([band({ equals: 0 }, 50), fall(30), otherwise(0)], cases, lower)).toEqual([]);
    expect(ofScale([band({ equals: 0 }, 30), fall(50), otherwise(0)], cases, lower)).toEqual(backward);
    expect(ofScale([band({ equals: 0 }, 50), fall(10), otherwise(20)], cases, lower)).toEqual(backward);
    expect(ofScale([fall(50), otherwise(0)], share('a', 'b'))).toEqual(backward);
    expect(ofScale([band({ atLeast: 90 }, 50), fall(0), otherwise(20)], share('a', 'b'))).toEqual([]);
  });
});

describe('conditions fit the measure', () => {
  it('numbers are not compared with an answer, nor answers with numbers', () => {
    expect(ofScale([band({ atLeast: 1 }, 50), otherwise(0)], yesNo('a'))).toEqual([
      `${scaleAt}.0: condition_does_not_fit`,
    ]);
    expect(ofScale([band({ equals: true }, 50), otherwise(0)], count('a'))).toContain(
      `${scaleAt}.0: condition_does_not_fit`,
    );
  });

  it('a change is not once more compared with the previous period', () => {
    expect(ofScale([fall(50), otherwise(50)], change('a'), lower)).toEqual([
      `${scaleAt}.0: condition_does_not_fit`,
    ]);
  });
});

describe('numbers', () => {
  it('of limits can be read digit by digit', () => {
    for (const limit of [1e-7, 1e21, Number.NaN, Number.POSITIVE_INFINITY, 0.1 + 0.2])
      expect(ofScale(ladder([limit, 50]))).toEqual([`${scaleAt}: bad_number`]);
  });

  it('of points are whole and not negative', () => {
    expect(ofScale(ladder([90, 50], [80, 12.5]))).toEqual([`${scaleAt}: bad_number`]);
    expect(ofScale([band({ atLeast: 90 }, 50), otherwise(-5)])).toEqual([`${scaleAt}: bad_number`]);
  });

  it('of children that a rate is told for are whole and positive', () => {
    for (const per of [0, -1_000])
      expect(ofScale(ladder([90, 50]), rate('a', 'b', per))).toEqual([
        'criteria.0.indicators.0.measure.per: bad_number',
      ]);
    expect(ofScale(ladder([90, 50]), rate('a', 'b', 0.5))).toContain(
      'criteria.0.indicators.0.measure.per: bad_number',
    );
  });
});
