import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Assessment,
  type AssessmentInput,
  checkStandard,
  compileStandard,
  type Figures,
  faultsOfFigures,
  given,
  inputsOfMeasure,
  rescore,
  type Scorer,
  type Standard,
  score,
  scorePoints,
  sentenceOf,
} from './index.ts';
import { arbitraryCase, arbitraryStandard, type Case } from './testing/arbitraries.ts';
import { SMALL_STANDARD } from './testing/small-standard.ts';
import { QD_06 } from './testing/standards.ts';
import { indicatorScore } from './testing/units.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Freezes a value through and through, so that a scorer that changes what it reads fails. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

const shuffled = (figures: Figures): Figures => Object.fromEntries(Object.entries(figures).reverse());

const scorers = new WeakMap<Standard, Scorer>();

function scorerOf(standard: Standard): Scorer {
  const scorer = scorers.get(standard) ?? compileStandard(standard);
  scorers.set(standard, scorer);
  return scorer;
}

const scored = (standard: Standard, input: AssessmentInput): Assessment => score(scorerOf(standard), input);

describe('standards made up for these properties', () => {
  it('have no fault, nor has the standard in force, nor the small one', () => {
    expect([checkStandard(QD_06), checkStandard(SMALL_STANDARD)]).toEqual([[], []]);
    fc.assert(
      fc.property(arbitraryStandard, (standard) => {
        expect(checkStandard(standard)).toEqual([]);
      }),
    );
  });

  it('get figures without a fault', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ standard, full, input }) => {
        expect(faultsOfFigures(standard, full.figures, full.previous)).toEqual([]);
        expect(faultsOfFigures(standard, input.figures, input.previous)).toEqual([]);
      }),
    );
  });
});

describe.each([
  ['any standard', arbitraryCase(), 200],
  ['qd-06-2019', arbitraryCase(fc.constant(QD_06)), 100],
  ['the small standard', arbitraryCase(fc.constant(SMALL_STANDARD)), 100],
])('under %s', (_name, cases, numRuns) => {
  const holds = (check: (one: Case) => void) => () => fc.assert(fc.property(cases, check), { numRuns });

  it(
    'points lie between zero and the maximum, of each indicator, each criterion and the whole',
    holds(({ standard, input }) => {
      const assessment = scored(standard, input);
      const { criteria, least, most, total, maximum } = assessment;
      const all = [...criteria, ...criteria.flatMap(({ indicators }) => indicators)];
      for (const one of [...all, { points: total, least, most, maximum }]) {
        expect(one.least).toBeGreaterThanOrEqual(0);
        expect(one.most).toBeGreaterThanOrEqual(one.least);
        expect(one.maximum).toBeGreaterThanOrEqual(one.most);
        if (one.points !== null) expect([one.least, one.most]).toEqual([one.points, one.points]);
      }
    }),
  );

  it(
    'the total is the sum of the criteria, a criterion that of its indicators',
    holds(({ standard, full, input }) => {
      for (const assessment of [scored(standard, full), scored(standard, input)]) {
        const { criteria, total } = assessment;
        for (const { points, indicators } of criteria) {
          const parts = indicators.map((one) => one.points);
          expect(points).toBe(parts.includes(null) ? null : sum(parts as number[]));
        }
        const parts = criteria.map((one) => one.points);
        expect(total).toBe(parts.includes(null) ? null : sum(parts as number[]));
      }
    }),
  );

  it(
    'whatever the missing figures turn out to be, the result lies between the least and the most',
    holds(({ standard, full, input }) => {
      const [before, after] = [scored(standard, input), scored(standard, full)];
      const pairs = before.criteria.map((one, index) => [one, after.criteria[index]!] as const);
      for (const [open, closed] of [[before, after] as const, ...pairs]) {
        expect(closed.least).toBeGreaterThanOrEqual(open.least);
        expect(closed.most).toBeLessThanOrEqual(open.most);
      }
    }),
  );

  it(
    'more of the part is never worse, and never better where less is better',
    holds(({ standard, input }) => {
      for (const { code, measure, lowerIsBetter } of standard.criteria.flatMap((one) => one.indicators)) {
        const [part, whole] = inputsOfMeasure(measure);
        const now = input.figures[part!];
        if (now?.state !== 'given') continue;
        const all = whole === undefined ? undefined : input.figures[whole];
        const most =
          typeof now.value === 'boolean'
            ? 1
            : all?.state === 'given'
              ? Number(all.value)
              : Number(now.value) + 50;
        const points = [0, 0.3, 0.5, 0.62, 0.9, 0.95, 0.98, 1].map((share) => {
          const value = Math.floor(most * share);
          const figures = {
            ...input.figures,
            [part!]: given(typeof now.value === 'boolean' ? value > 0 : value),
          };
          return indicatorScore(scored(standard, { ...input, figures }), code).points;
        });
        const known = points.filter((one) => one !== null);
        expect(known).toEqual([...known].sort((a, b) => (lowerIsBetter ? b - a : a - b)));
      }
    }),
  );

  it(
    'a criterion at zero rules recognition out, whatever the total',
    holds(({ standard, full }) => {
      const assessment = scored(standard, full);
      for (const { number, points } of assessment.criteria) {
        if (points !== 0 || !standard.recognition.everyCriterionAboveZero) continue;
        expect(assessment.verdict).not.toBe('recognisable');
        expect(assessment.reasons).toContainEqual({ code: 'disqualifying_zero', criterion: number });
      }
    }),
  );

  it(
    'the verdict is recognisable exactly when all is there, the threshold reached and no zero in the way',
    holds(({ standard, full, input }) => {
      for (const assessment of [scored(standard, full), scored(standard, input)]) {
        const { total, threshold, criteria, verdict, reasons } = assessment;
        const zero =
          standard.recognition.everyCriterionAboveZero && criteria.some(({ points }) => points === 0);
        expect(verdict).toBe(
          total === null ? 'incomplete' : total >= threshold && !zero ? 'recognisable' : 'not_recognisable',
        );
        expect(reasons.length === 0).toBe(verdict === 'recognisable');
      }
    }),
  );

  it(
    'the order in which figures are entered does not matter',
    holds(({ standard, input }) => {
      const other = { ...input, figures: shuffled(input.figures), previous: shuffled(input.previous) };
      expect(scored(standard, other)).toEqual(scored(standard, input));
    }),
  );

  it(
    'scoring again after a change gives what a full scoring gives',
    holds(({ standard, full, input }) => {
      const scorer = scorerOf(standard);
      const changed = new Set(
        Object.keys(standard.inputs).filter(
          (name) =>
            JSON.stringify([full.figures[name], full.previous[name]]) !==
            JSON.stringify([input.figures[name], input.previous[name]]),
        ),
      );
      expect(rescore(scorer, score(scorer, input), changed, full)).toEqual(score(scorer, full));
      expect(rescore(scorer, score(scorer, full), changed, input)).toEqual(score(scorer, input));
    }),
  );

  it(
    'points alone are those of the full scoring',
    holds(({ standard, full, input }) => {
      for (const one of [full, input]) {
        const { criteria, total } = scored(standard, one);
        expect(scorePoints(scorerOf(standard), one)).toEqual({
          criteria: criteria.map(({ points }) => points),
          total,
          everyCriterionAboveZero: criteria.every(({ points }) => points !== 0),
        });
      }
    }),
  );

  it(
    'the assessment is plain data, and neither the standard nor the figures are touched',
    holds(({ standard, input }) => {
      const assessment = score(compileStandard(frozen(standard)), frozen(input));
      expect(JSON.parse(JSON.stringify(assessment))).toStrictEqual(assessment);
    }),
  );

  it(
    'every score has a sentence in both languages, without a hole in it',
    holds(({ standard, input }) => {
      for (const { trace, points } of scored(standard, input).criteria.flatMap((one) => one.indicators))
        for (const language of ['vi', 'en'] as const) {
          const sentence = sentenceOf(trace, standard, points, language);
          expect(sentence).toMatch(/\.$/);
          expect(sentence).not.toMatch(/undefined|null|NaN|Infinity/);
        }
    }),
  );
});
