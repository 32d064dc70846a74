import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar/index.ts';
import { stepOf } from './step.ts';

const LAST = '2026-05-08';

/** The days, counted from the last one in time, on which somebody is reminded who is asked about every morning. */
function remindedOn(from: number, to: number): number[] {
  const days: number[] = [];
  let lastReminded = '';
  for (let offset = from; offset <= to; offset += 1) {
    const today = addDays(LAST, offset);
    const step = stepOf(LAST, today);
    if (step === null || lastReminded >= step.since) continue;
    days.push(offset);
    lastReminded = today;
  }
  return days;
}

describe('a reminder', () => {
  it('comes seven and two days before, on the day, one day after, then every seven days', () => {
    expect(remindedOn(-30, 30)).toEqual([-7, -2, 0, 1, 7, 14, 21, 28]);
  });

  it('says whether the thing is still to come, due today, or late', () => {
    expect(stepOf(LAST, '2026-05-01')).toEqual({ kind: 'before', since: '2026-05-01' });
    expect(stepOf(LAST, LAST)?.kind).toBe('on_day');
    expect(stepOf(LAST, '2026-05-09')?.kind).toBe('after');
    expect(stepOf(LAST, '2026-04-30')).toBeNull();
  });

  it('comes no more than eight weeks after', () => {
    expect(remindedOn(49, 200)).toEqual([49, 56]);
  });

  it('that was missed is made up for once, by the latest step alone', () => {
    expect(remindedOn(-4, -3)).toEqual([-4]);
    expect(remindedOn(12, 13)).toEqual([12]);
    expect(remindedOn(12, 14)).toEqual([12, 14]);
  });

  it('is of a step that has come, and never of one still ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (offset) => {
        const today = addDays(LAST, offset);
        const step = stepOf(LAST, today);
        if (offset < -7 || offset >= 63) expect(step).toBeNull();
        else expect(step!.since <= today).toBe(true);
      }),
    );
  });
});
