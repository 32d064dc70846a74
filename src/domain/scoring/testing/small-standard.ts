import type { Measure, Standard } from '../index.ts';
import {
  band,
  criterion,
  indicator,
  ladder,
  otherwise,
  provisional,
  standardOf,
  threshold,
} from './standards.ts';

export const share = (numerator: string, denominator: string): Measure => ({
  kind: 'ratio',
  numerator,
  denominator,
});
export const rate = (numerator: string, denominator: string, per: number): Measure => ({
  kind: 'rate',
  numerator,
  denominator,
  per,
});
export const count = (input: string): Measure => ({ kind: 'count', input });
export const yesNo = (input: string): Measure => ({ kind: 'yes_no', input });
export const change = (input: string): Measure => ({ kind: 'change', input });

/**
 * A standard of our own with everything that the one in force lacks: another sum, other classes, a measure of
 * change, bands with two limits, scales that differ by class, a decimal limit and all kinds of provenance.
 */
export const SMALL_STANDARD: Standard = standardOf(
  [
    criterion(
      1,
      indicator('1.a', yesNo('plan_adopted'), { scale: [band({ equals: true }, 10), otherwise(0)] }),
      indicator('1.b', count('meetings'), {
        scale: [
          band({ equals: 0 }, 0),
          band({ atLeast: 1, lessThan: 4 }, 5, provisional),
          band({ atLeast: 4 }, 20),
        ],
      }),
    ),
    criterion(
      2,
      indicator('2.a', share('readers', 'children'), {
        scale: ladder([97.5, 40], [80, 25], [60.25, 10]),
        scaleByClass: { island: ladder([70, 40], [40, 25]) },
        emptyDenominator: { gives: 'fullPoints', provenance: provisional },
      }),
    ),
    criterion(
      3,
      indicator('3.a', rate('accidents', 'children', 10_000), {
        lowerIsBetter: true,
        scale: [
          band({ equals: 0 }, 30),
          band({ atMost: 12.5 }, 20),
          band({ change: 'decreasedFromPreviousPeriod' }, 10),
          otherwise(0),
        ],
      }),
      indicator('3.b', change('dropouts'), {
        lowerIsBetter: true,
        measureProvenance: provisional,
        scale: [
          band({ lessThan: -10 }, 20),
          band({ atMost: 0 }, 10),
          band({ moreThan: 0, atMost: 5.5 }, 4),
          otherwise(0),
        ],
        emptyDenominator: { gives: 'noPoints', provenance: provisional },
      }),
    ),
    criterion(
      4,
      indicator(
        '4.a',
        { kind: 'survey', respondents: 'children', satisfied: 'happy', answered: 'asked' },
        { scale: [band({ moreThan: 80 }, 30), band({ moreThan: 50 }, 15), otherwise(0)] },
      ),
    ),
  ],
  {
    recognition: {
      everyCriterionAboveZero: true,
      thresholds: [threshold('other', 120), threshold('island', 90)],
      provenance: provisional,
      openQuestions: [],
    },
  },
);
