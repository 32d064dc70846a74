import { describe, expect, it } from 'vitest';
import { compileStandard, NO_DATA, rescore, score, scorePoints } from './index.ts';
import { count, rate, SMALL_STANDARD, yesNo } from './testing/small-standard.ts';
import {
  band,
  criterion,
  indicator,
  ladder,
  otherwise,
  QD_06,
  standardOf,
  standardWith,
  threshold,
} from './testing/standards.ts';
import { indicatorScore, input, scoreOf, smallUnit, unit } from './testing/units.ts';

const _pointsOf = (code: string, ...figures: Parameters<typeof unit>) =>
  indicatorScore(scoreOf(QD_06, unit(...figures)), code).points;

describe('what the total can still become', () => {
  it('counts the rule for an empty denominator among the outcomes', () => {
    expect(indicatorScore(scoreOf(QD_06, unit({ severe_cases_total: NO_DATA })), '6.2')).toMatchObject({
      least: 0,
      most: 75,
    });
  });

  it('knows that only a fall is open when this year’s figures are there', () => {
    const scale = [
      band({ equals: 0 }, 30),
      band({ change: 'decreasedFromPreviousPeriod' }, 20),
      band({ atMost: 10 }, 15),
      otherwise(5),
    ];
    const standard = standardWith(
      indicator('1', rate('cases', 'children', 1_000), { scale, lowerIsBetter: true }),
    );
    expect(scoreOf(standard, input({ cases: 1, children: 1_000 }))).toMatchObject({ least: 15, most: 20 });
    expect(scoreOf(standard, input({ cases: 11, children: 1_000 }))).toMatchObject({ least: 5, most: 20 });
    expect(scoreOf(standard, input({ cases: 11 }))).toMatchObject({ least: 5, most: 30 });
  });

  it('equals the total when nothing is missing', () => {
    expect(scoreOf(QD_06, unit())).toMatchObject({ total: 1_000, least: 1_000, most: 1_000 });
  });
});

describe('the verdict', () => {
  it('is recognisable with the threshold reached and no criterion at zero', () => {
    expect(scoreOf(QD_06, unit())).toMatchObject({ verdict: 'recognisable', reasons: [], threshold: 850 });
  });

  it('a criterion at zero rules recognition out, whatever the total', () => {
    const assessment = scoreOf(
      QD_06,
      unit({ children_abused: 3 }, { children_abused: 1, children_total: 4_000 }),
    );
    expect(assessment).toMatchObject({
      total: 900,
      verdict: 'not_recognisable',
      reasons: [{ code: 'disqualifying_zero', criterion: 3 }],
    });
  });

  it('one indicator at zero does not, as long as its criterion has points', () => {
    expect(scoreOf(QD_06, unit({ protection_board_meets: false }))).toMatchObject({
      total: 985,
      verdict: 'recognisable',
    });
  });

  it('names every reason: each zero, and the points that are missing to the threshold', () => {
    const { reasons, total } = scoreOf(
      QD_06,
      unit({
        children_registered_on_time: 0,
        under1_fully_immunised: 0,
        children_checked: 0,
        kindergarten_enrolled: 0,
      }),
    );
    expect(total).toBe(800);
    expect(reasons).toEqual([
      { code: 'disqualifying_zero', criterion: 2 },
      { code: 'disqualifying_zero', criterion: 7 },
      { code: 'disqualifying_zero', criterion: 9 },
      { code: 'below_threshold', missing: 50 },
    ]);
  });

  it('reaches the threshold at the very point, and misses it by one step', () => {
    // 35, 25 and 15 points of yes/no answers and three times 25 of a ladder are lost.
    const at850 = {
      children_forum_held: false,
      children_club_active: false,
      protection_board_meets: false,
      children_checked: 2_884,
      children_registered_on_time: 191,
      kindergarten_enrolled: 610,
    };
    const reached = scoreOf(QD_06, unit(at850));
    expect([reached.total, reached.verdict]).toEqual([850, 'recognisable']);
    const missed = scoreOf(QD_06, unit({ ...at850, petitions_answered: 8 }));
    expect([missed.total, missed.reasons]).toEqual([843, [{ code: 'below_threshold', missing: 7 }]]);
  });

  it('is incomplete while a figure is missing, and names already what is certain', () => {
    const assessment = scoreOf(QD_06, unit({ children_registered_on_time: 0, children_total: NO_DATA }));
    expect(assessment.verdict).toBe('incomplete');
    expect(assessment.total).toBeNull();
    expect(assessment.reasons).toEqual([
      { code: 'disqualifying_zero', criterion: 2 },
      {
        code: 'figure_missing',
        input: 'children_total',
        period: 'current',
        state: 'no_data',
        indicators: ['3.1', '4.1', '5.1', '5.2', '9.1'],
      },
    ]);
  });

  it('does not call a criterion zero that may still gain points', () => {
    const { criteria } = scoreOf(QD_06, unit({ children_checked: NO_DATA }));
    expect(criteria[8]).toMatchObject({ points: null, most: 50, disqualifyingZero: false });
  });

  it('leaves zeros alone under a standard without that rule', () => {
    const standard = standardOf(
      [criterion(1, indicator('1', yesNo('a'))), criterion(2, indicator('2', yesNo('b')))],
      {
        recognition: {
          ...SMALL_STANDARD.recognition,
          everyCriterionAboveZero: false,
          thresholds: [threshold('other', 50)],
        },
      },
    );
    expect(scoreOf(standard, input({ a: true, b: false }))).toMatchObject({
      total: 50,
      verdict: 'recognisable',
      reasons: [],
    });
  });
});

describe('an input shared by several indicators', () => {
  it('is one input: the number of villages counts for collaborators and play areas alike', () => {
    const assessment = scoreOf(QD_06, unit({ villages_total: 22 }));
    expect(indicatorScore(assessment, '1.2').points).toBe(0);
    expect(indicatorScore(assessment, '12.1').points).toBe(25);
  });
});

describe('provisional values', () => {
  it('that took part are named by their path, and only those', () => {
    const { provisional } = scoreOf(SMALL_STANDARD, smallUnit({ meetings: 2 }));
    expect(provisional).toEqual([
      { path: 'criteria.0.indicators.1.scale.1', indicator: '1.b', what: 'band', note: 'chờ đối chiếu' },
      { path: 'criteria.2.indicators.1.measure', indicator: '3.b', what: 'measure', note: 'chờ đối chiếu' },
    ]);
  });

  it('count the rule for an empty denominator', () => {
    const { provisional } = scoreOf(SMALL_STANDARD, smallUnit({ readers: 0, children: 0 }));
    expect(provisional.map(({ path, what }) => [path, what])).toContainEqual([
      'criteria.1.indicators.0.emptyDenominator',
      'empty_denominator',
    ]);
  });

  it('take no part in a score that is still missing', () => {
    const { trace } = indicatorScore(scoreOf(SMALL_STANDARD, smallUnit({}, {})), '3.b');
    expect(trace.provisional).toEqual([]);
  });
});

describe('classes of territory', () => {
  it('decide the threshold', () => {
    const thresholds = QD_06.recognition.thresholds.map(
      ({ class: name }) => scoreOf(QD_06, unit({}, {}, name)).threshold,
    );
    expect(thresholds).toEqual([900, 800, 850]);
  });

  it('decide the scale where the standard has one of their own', () => {
    const points = (territoryClass: string) =>
      indicatorScore(scoreOf(SMALL_STANDARD, smallUnit({ readers: 280 }, undefined, territoryClass)), '2.a')
        .points;
    expect(points('other')).toBe(10);
    expect(points('island')).toBe(40);
  });

  it('that the standard does not know are refused', () => {
    expect(() => scoreOf(QD_06, unit({}, {}, 'island'))).toThrow(/no threshold for class island/);
  });
});

describe('several standards and versions', () => {
  it('stand side by side and do not disturb each other', () => {
    const second = {
      ...SMALL_STANDARD,
      version: 2,
      criteria: SMALL_STANDARD.criteria.map((one) =>
        one.number === 1
          ? criterion(
              1,
              indicator('1.a', yesNo('plan_adopted')),
              indicator('1.b', count('meetings'), { scale: ladder([9, 20]) }),
            )
          : one,
      ),
    };
    const scorers = [SMALL_STANDARD, QD_06, second].map((standard) => compileStandard(standard));
    const points = () =>
      [smallUnit({ meetings: 5 }), unit(), smallUnit({ meetings: 5 })].map(
        (figures, index) => scorePoints(scorers[index]!, figures).total,
      );
    expect(points()).toEqual([150, 1_000, 170]);
    expect(points()).toEqual([150, 1_000, 170]);
    expect(
      scorers.map((scorer) => score(scorer, scorer === scorers[1] ? unit() : smallUnit()).standard),
    ).toEqual([
      { id: 'thu-nghiem', version: 1 },
      { id: 'qd-06-2019', version: 1 },
      { id: 'thu-nghiem', version: 2 },
    ]);
  });
});

describe('scoring again after a change', () => {
  it('keeps what the change does not touch and gives what a full scoring gives', () => {
    const scorer = compileStandard(QD_06);
    const before = score(scorer, unit());
    const changed = unit({ children_checked: 3_000 });
    const after = rescore(scorer, before, new Set(['children_checked']), changed);
    expect(after).toEqual(score(scorer, changed));
    expect(after.criteria[0]).toBe(before.criteria[0]);
    expect(after.criteria[8]).not.toBe(before.criteria[8]);
  });
});
