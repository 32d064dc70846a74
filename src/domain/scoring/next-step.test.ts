import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileStandard, given, NO_DATA, nextStepOf, score } from './index.ts';
import { arbitraryCase } from './testing/arbitraries.ts';
import { SMALL_STANDARD } from './testing/small-standard.ts';
import { QD_06 } from './testing/standards.ts';
import { indicatorScore, scoreOf, smallUnit, unit } from './testing/units.ts';

const stepOf = (code: string, ...figures: Parameters<typeof unit>) => {
  const input = unit(...figures);
  return nextStepOf(indicatorScore(scoreOf(QD_06, input), code).trace, QD_06, input.territoryClass, 'vi');
};

describe('the next step', () => {
  it('says how many more reach the next higher band', () => {
    expect(stepOf('2.1', { children_registered_on_time: 203, children_born: 212 })).toEqual({
      more: 5,
      points: 50,
      sentence:
        'Thêm 5 vào “số trẻ em sinh trong kỳ được khai sinh đúng quy định” thì đạt mức từ 98% trở lên, được 50 điểm.',
    });
    expect(stepOf('12.2', { children_events_held: 1 })).toMatchObject({ more: 1, points: 25 });
  });

  it('speaks English too', () => {
    const input = unit({ survey_children_satisfied: 100, survey_children_answered: 120 });
    const { trace } = indicatorScore(scoreOf(QD_06, input), '13.1');
    expect(nextStepOf(trace, QD_06, 'other', 'en')?.sentence).toBe(
      '8 more of “children who answered that they are satisfied” reach 90% or more, which gives 40 points.',
    );
  });

  it('passes a limit that itself is left out', () => {
    const input = smallUnit({ happy: 80 });
    const { trace } = indicatorScore(scoreOf(SMALL_STANDARD, input), '4.a');
    expect(nextStepOf(trace, SMALL_STANDARD, 'other', 'vi')).toEqual({
      more: 1,
      points: 30,
      sentence: 'Thêm 1 vào “số happy” thì đạt mức trên 80%, được 30 điểm.',
    });
  });

  it('finds the next band in a scale that begins with its lowest', () => {
    const input = smallUnit({ meetings: 0 });
    const { trace } = indicatorScore(scoreOf(SMALL_STANDARD, input), '1.b');
    expect(nextStepOf(trace, SMALL_STANDARD, 'other', 'vi')).toMatchObject({ more: 1, points: 5 });
  });

  it('uses the scale of the territory', () => {
    const input = smallUnit({ readers: 240 }, undefined, 'island');
    const { trace } = indicatorScore(scoreOf(SMALL_STANDARD, input), '2.a');
    expect(nextStepOf(trace, SMALL_STANDARD, 'island', 'vi')).toMatchObject({ more: 40, points: 40 });
  });

  it('leaves a band of one value by a single one more, where any other gives more points', () => {
    const standard = {
      ...SMALL_STANDARD,
      criteria: SMALL_STANDARD.criteria.map((criterion) => ({
        ...criterion,
        indicators: criterion.indicators.map((indicator) => ({
          ...indicator,
          ...(indicator.code === '4.a'
            ? {
                scale: [
                  { equals: 0, points: 0, provenance: { status: 'official' } as const },
                  { moreThan: 90, points: 30, provenance: { status: 'official' } as const },
                  { otherwise: true, points: 5, provenance: { status: 'official' } as const },
                ] as const,
              }
            : {}),
        })),
      })),
    };
    const { trace } = indicatorScore(scoreOf(standard, smallUnit({ happy: 0 })), '4.a');
    expect(nextStepOf(trace, standard, 'other', 'vi')).toEqual({
      more: 1,
      points: 5,
      sentence: 'Thêm 1 vào “số happy” thì đạt mức trên 0%, được 5 điểm.',
    });
  });

  it('is silent at the top, without a value, for an answer and for a rate', () => {
    expect(stepOf('2.1')).toBeNull();
    expect(stepOf('9.1', { children_checked: NO_DATA })).toBeNull();
    expect(stepOf('11.1', { children_forum_held: false })).toBeNull();
    expect(stepOf('6.2', {})).toBeNull();
  });

  it('never proposes to change what happened: no step where less is better', () => {
    expect(stepOf('8.1', { under5_underweight: 300 })).toBeNull();
    expect(stepOf('3.1', { children_abused: 3 }, { children_abused: 1, children_total: 4_000 })).toBeNull();
    fc.assert(
      fc.property(arbitraryCase(), ({ standard, input }) => {
        const assessment = scoreOf(standard, input);
        for (const criterion of standard.criteria)
          for (const { code, lowerIsBetter } of criterion.indicators)
            if (lowerIsBetter) {
              const { trace } = indicatorScore(assessment, code);
              expect(nextStepOf(trace, standard, input.territoryClass, 'vi')).toBeNull();
            }
      }),
    );
  });

  it('once taken gives at least the points that it promised, and one fewer does not', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ standard, input }) => {
        const scorer = compileStandard(standard);
        for (const { code, points, trace } of score(scorer, input).criteria.flatMap(
          (one) => one.indicators,
        )) {
          const step = nextStepOf(trace, standard, input.territoryClass, 'vi');
          if (step === null) continue;
          const part = trace.inputs[0]!;
          const raised = (by: number) => {
            const value = Number(part.figure.state === 'given' && part.figure.value) + by;
            const figures = { ...input.figures, [part.input]: given(value) };
            return indicatorScore(score(scorer, { ...input, figures }), code).points!;
          };
          expect(raised(step.more)).toBeGreaterThanOrEqual(step.points);
          expect(raised(step.more - 1)).toBeLessThan(step.points);
          expect(step.points).toBeGreaterThan(points!);
        }
      }),
    );
  });
});
