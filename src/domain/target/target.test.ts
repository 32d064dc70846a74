import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeTarget, type TargetGoal } from './index.ts';

const goal = (over: Partial<TargetGoal>): TargetGoal => ({
  operator: '>=',
  value: null,
  of: null,
  unit: null,
  baseline: null,
  ...over,
});
const figure = (value: number, whole: number | null = null) => ({ value, whole });
const atLeast90 = goal({ value: 90, unit: '%' });

describe('a target of the year', () => {
  it('in percent is met by a part of a whole', () => {
    expect(judgeTarget(atLeast90, figure(18, 20), false)).toEqual({
      verdict: 'met',
      reached: 90,
      wanted: 90,
      progress: 100,
    });
    expect(judgeTarget(atLeast90, figure(17, 20), false).verdict).toBe('on_the_way');
  });

  it('can still be reached while the year lasts, and is missed when it is over', () => {
    expect(judgeTarget(atLeast90, figure(45, 100), false)).toMatchObject({
      verdict: 'on_the_way',
      progress: 50,
    });
    expect(judgeTarget(atLeast90, figure(45, 100), true).verdict).toBe('not_met');
  });

  it('without a figure is not judged, also when the whole is zero', () => {
    expect(judgeTarget(atLeast90, null, true).verdict).toBe('no_figure');
    expect(judgeTarget(atLeast90, figure(0, 0), true).verdict).toBe('no_figure');
  });

  it('of so many of a whole counts the number: 06/13 xã', () => {
    const six = goal({ operator: 'maintain', value: 6, of: 13, unit: 'xã' });
    expect(judgeTarget(six, figure(6), true).verdict).toBe('met');
    expect(judgeTarget(six, figure(5), true).verdict).toBe('not_met');
  });

  it('that keeps, reduces or increases without a figure needs to know what was before', () => {
    for (const operator of ['maintain', 'reduce', 'increase'] as const)
      expect(judgeTarget(goal({ operator }), figure(3), true).verdict).toBe('no_baseline');
    expect(judgeTarget(goal({ operator: 'maintain', baseline: 3 }), figure(3), true).verdict).toBe('met');
    expect(judgeTarget(goal({ operator: 'reduce', baseline: 3 }), figure(3), true).verdict).toBe('not_met');
    expect(judgeTarget(goal({ operator: 'reduce', baseline: 3 }), figure(2), true).verdict).toBe('met');
    expect(judgeTarget(goal({ operator: 'increase', baseline: 3 }), figure(4), true).verdict).toBe('met');
  });

  it('that reduces by a share reduces by that share of the figure before', () => {
    const byTenth = goal({ operator: 'reduce', value: 10, unit: '%', baseline: 50 });
    expect(judgeTarget(byTenth, figure(45), true)).toMatchObject({ verdict: 'met', wanted: 45 });
    expect(judgeTarget(byTenth, figure(46), true).verdict).toBe('not_met');
    expect(judgeTarget(byTenth, figure(48), false).progress).toBe(40);
  });

  it('that is a limit has no way to go', () => {
    expect(judgeTarget(goal({ operator: '<=', value: 5, unit: '%' }), figure(6), false)).toMatchObject({
      verdict: 'on_the_way',
      progress: null,
    });
    expect(judgeTarget(goal({ operator: '<', value: 5, unit: '%' }), figure(5), true).verdict).toBe(
      'not_met',
    );
  });

  it('is at 100 percent of its way exactly when it is met', () => {
    const number = fc.integer({ min: 0, max: 1000 });
    const goals = fc.record({
      operator: fc.constantFrom('>=', '=', '<=', '<', 'maintain', 'reduce', 'increase') as fc.Arbitrary<
        TargetGoal['operator']
      >,
      value: fc.option(number),
      of: fc.constant(null),
      unit: fc.constantFrom('%', 'xã', null),
      baseline: fc.option(number),
    });
    fc.assert(
      fc.property(goals, number, fc.boolean(), (one, value, over) => {
        const { verdict, progress } = judgeTarget(one, figure(value), over);
        expect(progress === 100).toBe(verdict === 'met');
        if (progress !== null) expect(progress).toSatisfy((share: number) => share >= 0 && share <= 100);
      }),
    );
  });
});
