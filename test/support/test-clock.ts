import type { Clock } from '../../src/platform/clock.ts';

export interface TestClock extends Clock {
  /** Lets time pass. */
  pass(time: { readonly minutes?: number; readonly seconds?: number }): void;
}

/** A clock that stands still until it is told to go on; it begins on 21 October 2026, 09:00 in Vietnam. */
export function testClock(start = '2026-10-21T02:00:00.000Z'): TestClock {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    pass({ minutes = 0, seconds = 0 }) {
      now += minutes * 60_000 + seconds * 1_000;
    },
  };
}
