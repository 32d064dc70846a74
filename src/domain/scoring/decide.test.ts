import { describe, expect, it } from 'vitest';
import { NO_DATA, NOT_DUE, notApplicable } from './index.ts';
import { change, rate, SMALL_STANDARD, share } from './testing/small-standard.ts';
import { band, indicator, ladder, otherwise, QD_06, standardWith } from './testing/standards.ts';
import { indicatorScore, input, scoreOf, smallUnit, unit } from './testing/units.ts';

const pointsOf = (code: string, ...figures: Parameters<typeof unit>) =>
  indicatorScore(scoreOf(QD_06, unit(...figures)), code).points;

describe('bands are compared exactly', () => {
  it('gives the full points of vaccination at exactly 98%, and the next lower ones at 97.996%', () => {
    expect(pointsOf('7.1', { under1_fully_immunised: 98, under1_total: 100 })).toBe(50);
    expect(pointsOf('7.1', { under1_fully_immunised: 24_499, under1_total: 25_000 })).toBe(40);
  });

  it('never rounds a share of one child in a hundred million up to the limit', () => {
    expect(pointsOf('7.1', { under1_fully_immunised: 97_999_999, under1_total: 100_000_000 })).toBe(40);
    expect(pointsOf('7.1', { under1_fully_immunised: 98_000_000, under1_total: 100_000_000 })).toBe(50);
  });

  it('holds a decimal limit as it is written: 97.5% is reached by 39 of 40 and by nothing less', () => {
    const standard = standardWith(indicator('1', share('part', 'whole'), { scale: ladder([97.5, 40]) }));
    const points = (part: number, whole: number) => scoreOf(standard, input({ part, whole })).total;
    expect(points(39, 40)).toBe(40);
    expect(points(38_999, 40_000)).toBe(0);
  });

  it('holds a limit that no binary number can be: 0.1 in 100 is one in a thousand', () => {
    const scale = [band({ atMost: 0.1 }, 10), otherwise(0)];
    const standard = standardWith(indicator('1', share('part', 'whole'), { scale, lowerIsBetter: true }));
    expect(scoreOf(standard, input({ part: 1, whole: 1_000 })).total).toBe(10);
    expect(scoreOf(standard, input({ part: 1, whole: 999 })).total).toBe(0);
  });

  it('stays exact where the products pass the largest whole number that a double holds', () => {
    const standard = standardWith(indicator('1', share('part', 'whole'), { scale: ladder([50, 10]) }));
    const whole = Number.MAX_SAFE_INTEGER - 1;
    expect(scoreOf(standard, input({ part: whole / 2, whole })).total).toBe(10);
    expect(scoreOf(standard, input({ part: whole / 2 - 1, whole })).total).toBe(0);
    const rates = standardWith(
      indicator('1', rate('part', 'whole', 100_000), { scale: ladder([99_999.5, 10]) }),
    );
    expect(scoreOf(rates, input({ part: whole, whole })).total).toBe(10);
    expect(scoreOf(rates, input({ part: whole - whole / 199_999, whole })).total).toBe(0);
  });

  it('compares two huge rates of two years exactly', () => {
    const scale = [band({ change: 'decreasedFromPreviousPeriod' }, 10), otherwise(0)];
    const standard = standardWith(
      indicator('1', rate('cases', 'children', 1_000), { scale, lowerIsBetter: true }),
    );
    const children = 9_007_199_254_740_881;
    const now = { cases: children - 2, children };
    expect(scoreOf(standard, input(now, { cases: children - 1, children })).total).toBe(10);
    expect(scoreOf(standard, input(now, now)).total).toBe(0);
  });

  it('lets bands with two limits keep their own side of each', () => {
    const meetings = (held: number) =>
      indicatorScore(scoreOf(SMALL_STANDARD, smallUnit({ meetings: held })), '1.b').points;
    expect([0, 1, 3, 4, 50].map(meetings)).toEqual([0, 5, 5, 20, 20]);
    const dropouts = (now: number) =>
      indicatorScore(scoreOf(SMALL_STANDARD, smallUnit({ dropouts: now }, { dropouts: 1_000 })), '3.b')
        .points;
    expect([899, 900, 1_000, 1_001, 1_055, 1_056].map(dropouts)).toEqual([20, 10, 10, 4, 4, 0]);
  });

  it('leaves the limit itself out of “above”: 80% satisfied is not above 80%', () => {
    const happy = (satisfied: number) =>
      indicatorScore(scoreOf(SMALL_STANDARD, smallUnit({ happy: satisfied })), '4.a').points;
    expect([50, 51, 80, 81].map(happy)).toEqual([0, 15, 15, 30]);
  });

  it('counts in whole numbers and answers with yes or no', () => {
    expect([0, 1, 2, 3, 4].map((held) => pointsOf('12.2', { children_events_held: held }))).toEqual([
      0, 10, 25, 25, 40,
    ]);
    expect([true, false].map((held) => pointsOf('11.1', { children_forum_held: held }))).toEqual([35, 0]);
  });
});

describe('the four states of a figure', () => {
  it('counts zero as a number', () => {
    expect(pointsOf('3.1', { children_abused: 0 })).toBe(100);
    expect(pointsOf('9.1', { children_checked: 0 })).toBe(0);
  });

  it.each([
    ['no data yet', NO_DATA],
    ['not yet due', NOT_DUE],
  ])('scores nothing while a figure is %s', (_state, figure) => {
    const assessment = scoreOf(QD_06, unit({ children_checked: figure }));
    expect(indicatorScore(assessment, '9.1')).toMatchObject({ points: null, least: 0, most: 50 });
    expect(assessment.verdict).toBe('incomplete');
    expect(assessment.reasons).toEqual([
      {
        code: 'figure_missing',
        input: 'children_checked',
        period: 'current',
        state: figure.state,
        indicators: ['9.1'],
      },
    ]);
  });

  it('takes a figure that is left out as one without data', () => {
    const { figures, ...rest } = unit();
    const { children_checked: _left, ...others } = figures;
    expect(scoreOf(QD_06, { ...rest, figures: others })).toEqual(
      scoreOf(QD_06, unit({ children_checked: NO_DATA })),
    );
  });

  it('scores a figure that is not applicable by the rule for an empty denominator', () => {
    const none = notApplicable('không tổ chức diễn đàn trong năm');
    expect(pointsOf('6.2', { severe_cases_total: none, severe_cases_with_timely_plan: none })).toBe(75);
    expect(pointsOf('11.3', { petitions_total: none })).toBe(0);
    expect(pointsOf('6.1', { special_circumstances_supported: none })).toBe(50);
    expect(indicatorScore(scoreOf(QD_06, unit({ petitions_total: none })), '11.3').trace.outcome).toBe(
      'not_applicable',
    );
  });

  it('takes a figure that is not applicable as missing where the standard has no such rule', () => {
    const assessment = scoreOf(QD_06, unit({ under1_total: notApplicable('không có trẻ') }));
    expect(indicatorScore(assessment, '7.1').trace).toMatchObject({
      outcome: 'missing',
      missing: [{ input: 'under1_total', period: 'current', state: 'not_applicable' }],
    });
  });

  it('refuses a figure that no commune can have', () => {
    for (const broken of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => scoreOf(QD_06, unit({ children_total: broken }))).toThrow(RangeError);
  });
});

describe('an empty denominator', () => {
  it('gives full points where the rule says so, and none where it says that', () => {
    expect(pointsOf('6.2', { severe_cases_with_timely_plan: 0, severe_cases_total: 0 })).toBe(75);
    expect(pointsOf('11.3', { petitions_answered: 0, petitions_total: 0 })).toBe(0);
  });

  it('leaves the figure missing where the standard has no rule', () => {
    const assessment = scoreOf(QD_06, unit({ children_born: 0, children_registered_on_time: 0 }));
    expect(indicatorScore(assessment, '2.1').trace.missing).toEqual([
      { input: 'children_born', period: 'current', state: 'given' },
    ]);
  });

  it('of a change is the previous year’s figure', () => {
    const bare = standardWith(indicator('1', change('dropouts'), { scale: ladder([5, 10]) }));
    expect(indicatorScore(scoreOf(bare, input({ dropouts: 3 }, { dropouts: 0 })), '1').trace.missing).toEqual(
      [{ input: 'dropouts', period: 'previous', state: 'given' }],
    );
    const ruled = scoreOf(SMALL_STANDARD, smallUnit({}, { dropouts: 0 }));
    expect(indicatorScore(ruled, '3.b')).toMatchObject({
      points: 0,
      trace: { outcome: 'empty_denominator' },
    });
    const absent = scoreOf(SMALL_STANDARD, smallUnit({}, { dropouts: notApplicable('đơn vị mới lập') }));
    expect(indicatorScore(absent, '3.b')).toMatchObject({ points: 0, trace: { outcome: 'not_applicable' } });
  });
});

describe('the previous period', () => {
  it('is not asked for when an earlier band already decides', () => {
    expect(scoreOf(QD_06, unit({ children_abused: 0 }, {})).verdict).toBe('recognisable');
    expect(
      indicatorScore(scoreOf(SMALL_STANDARD, smallUnit({ accidents: 1, children: 1_000 })), '3.a').points,
    ).toBe(20);
  });

  it('is missing when a fall has to be decided without it', () => {
    const { trace } = indicatorScore(scoreOf(QD_06, unit({ children_abused: 2 })), '3.1');
    expect(trace.missing).toEqual([
      { input: 'children_abused', period: 'previous', state: 'no_data' },
      { input: 'children_total', period: 'previous', state: 'no_data' },
    ]);
  });

  it('compares rates and not counts: more cases among many more children are a fall', () => {
    const previous = { children_abused: 2, children_total: 2_000 };
    expect(pointsOf('3.1', { children_abused: 3, children_total: 4_120 }, previous)).toBe(50);
    expect(
      pointsOf('3.1', { children_abused: 2, children_total: 1_999, children_checked: 1_999 }, previous),
    ).toBe(0);
  });

  it('does not take an equal rate for a fall', () => {
    expect(
      pointsOf(
        '3.1',
        { children_abused: 2, children_total: 4_120 },
        { children_abused: 1, children_total: 2_060 },
      ),
    ).toBe(0);
  });

  it('cannot be compared with a year without children', () => {
    const assessment = scoreOf(
      QD_06,
      unit({ children_abused: 2 }, { children_abused: 0, children_total: 0 }),
    );
    expect(indicatorScore(assessment, '3.1').trace.missing).toEqual([
      { input: 'children_total', period: 'previous', state: 'given' },
    ]);
  });

  it('stands in the trace of every score for which a fall was looked at', () => {
    const periods = (accidents: number) =>
      indicatorScore(
        scoreOf(SMALL_STANDARD, smallUnit({ accidents }, { accidents: 9, children: 400, dropouts: 10 })),
        '3.a',
      ).trace.inputs.map(({ period }) => period);
    expect(periods(0)).toEqual(['current', 'current']);
    expect(periods(8)).toEqual(['current', 'current', 'previous', 'previous']);
    expect(periods(10)).toEqual(['current', 'current', 'previous', 'previous']);
  });
});
