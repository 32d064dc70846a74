import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedSince,
  DUE_BOUNDS,
  deedsOnOccurrence,
  deedsOnTask,
  isOnTime,
  isToBeDone,
  lastDay,
  mostPressing,
  type OccurrenceState,
  occurrenceAfter,
  RECURRENCES,
  STANDINGS,
  shareOnTime,
  standingOfOccurrence,
  stateByOccurrences,
  type TaskStanding,
  type TaskState,
} from './index.ts';

const nobody: TaskStanding = { lead: false, partner: false, planner: false };
const standings = fc.record({ lead: fc.boolean(), partner: fc.boolean(), planner: fc.boolean() });
const occurrenceStates: readonly OccurrenceState[] = ['waiting', 'reported', 'done', 'returned', 'skipped'];
const occurrenceState = fc.constantFrom(...occurrenceStates);
const taskState = fc.constantFrom<TaskState>('open', 'done', 'closed');
const recurrence = fc.constantFrom(...RECURRENCES);
const bound = fc.constantFrom(null, ...DUE_BOUNDS);
const day = fc
  .integer({ min: 0, max: 800 })
  .map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const task = (state: TaskState) => ({ state, recurrence: 'once' as const });

describe('a due date', () => {
  test('“trước ngày 10/05” is over on that day, every other bound includes it', () => {
    expect(lastDay('2026-05-10', 'before')).toBe('2026-05-09');
    expect(lastDay('2026-03-01', 'before')).toBe('2026-02-28');
    for (const other of [null, 'by', 'until', 'within', 'end_of'] as const)
      expect(lastDay('2026-05-10', other)).toBe('2026-05-10');
  });

  test('makes late from the day after the last, soon within thirty days, and says nothing where there is none', () => {
    const waiting = { state: 'waiting', dueDate: '2026-05-10' } as const;
    expect(standingOfOccurrence(waiting, 'by', '2026-05-10')).toBe('due_soon');
    expect(standingOfOccurrence(waiting, 'before', '2026-05-10')).toBe('late');
    expect(standingOfOccurrence(waiting, 'by', '2026-05-11')).toBe('late');
    expect(standingOfOccurrence(waiting, 'by', '2026-04-10')).toBe('due_soon');
    expect(standingOfOccurrence(waiting, 'by', '2026-04-09')).toBe('later');
    expect(standingOfOccurrence({ ...waiting, dueDate: null }, 'by', '2027-01-01')).toBe('undated');
  });

  test('never calls late what waits for acceptance, was returned, was done or was skipped', () => {
    fc.assert(
      fc.property(occurrenceState, day, bound, day, (state, dueDate, binding, today) => {
        const standing = standingOfOccurrence({ state, dueDate }, binding, today);
        if (state === 'waiting') expect(['late', 'due_soon', 'later']).toContain(standing);
        else expect(standing).toBe(state);
      }),
    );
  });

  test('once late, a thing stays late until something is done', () => {
    fc.assert(
      fc.property(day, bound, day, day, (dueDate, binding, one, other) => {
        const [before, after] = [one, other].sort() as [string, string];
        const waiting = { state: 'waiting', dueDate } as const;
        if (standingOfOccurrence(waiting, binding, before) === 'late')
          expect(standingOfOccurrence(waiting, binding, after)).toBe('late');
      }),
    );
  });
});

describe('in time', () => {
  test('counts by the day of the report, not by that of the acceptance', () => {
    const done = { state: 'done', dueDate: '2026-05-10' } as const;
    expect(isOnTime({ ...done, reportedOn: '2026-05-10' }, 'by', '2026-12-31')).toBe(true);
    expect(isOnTime({ ...done, reportedOn: '2026-05-10' }, 'before', '2026-12-31')).toBe(false);
    expect(isOnTime({ ...done, state: 'reported', reportedOn: '2026-05-12' }, 'by', '2026-05-12')).toBe(
      false,
    );
  });

  test('is not asked of what has no date, was skipped, or is not over yet', () => {
    const open = { state: 'waiting', dueDate: '2026-05-10', reportedOn: null } as const;
    expect(isOnTime(open, 'by', '2026-05-10')).toBeNull();
    expect(isOnTime(open, 'by', '2026-05-11')).toBe(false);
    expect(isOnTime({ ...open, dueDate: null }, null, '2026-12-31')).toBeNull();
    expect(isOnTime({ ...open, state: 'skipped' }, 'by', '2026-12-31')).toBeNull();
  });

  test('a share of 100 percent is said only of all', () => {
    expect(shareOnTime(0, 0)).toBeNull();
    expect(shareOnTime(299, 300)).toBe(99);
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (onTime, rest) => {
        const share = shareOnTime(onTime, onTime + rest);
        expect(share === 100).toBe(rest === 0 && onTime > 0);
      }),
    );
  });
});

describe('what presses most', () => {
  test('is returned before late before what is due, and of equal ones the earlier', () => {
    const occurrences = [
      { state: 'waiting', dueDate: '2026-06-10' },
      { state: 'done', dueDate: '2026-01-10' },
      { state: 'waiting', dueDate: '2026-05-10' },
      { state: 'waiting', dueDate: '2026-04-10' },
    ] as const;
    expect(mostPressing(occurrences, 'by', '2026-05-01')?.dueDate).toBe('2026-04-10');
    expect(mostPressing(occurrences, 'by', '2026-04-01')?.dueDate).toBe('2026-04-10');
    expect(mostPressing([], 'by', '2026-04-01')).toBeNull();
  });

  test('is one of the occurrences, and none presses more', () => {
    const occurrence = fc.record({ state: occurrenceState, dueDate: fc.option(day) });
    fc.assert(
      fc.property(fc.array(occurrence, { minLength: 1 }), bound, day, (occurrences, binding, today) => {
        const first = mostPressing(occurrences, binding, today)!;
        expect(occurrences).toContain(first);
        const rank = (one: typeof first) => STANDINGS.indexOf(standingOfOccurrence(one, binding, today));
        for (const other of occurrences) expect(rank(first)).toBeLessThanOrEqual(rank(other));
      }),
    );
  });
});

describe('who may do what with a task', () => {
  test('who is nothing to it may do nothing with it', () => {
    fc.assert(
      fc.property(taskState, recurrence, occurrenceState, (state, often, occurrence) => {
        expect(deedsOnTask({ state, recurrence: often }, nobody).size).toBe(0);
        expect(deedsOnOccurrence({ state, recurrence: often }, occurrence, nobody).size).toBe(0);
      }),
    );
  });

  test('who takes part notes progress and raises difficulties, but does not report it as done', () => {
    const partner = { ...nobody, partner: true };
    expect([...deedsOnTask(task('open'), partner)]).toEqual(['note_progress', 'raise_difficulty']);
    for (const state of occurrenceStates)
      expect(deedsOnOccurrence(task('open'), state, partner).size).toBe(0);
  });

  test('the lead reports what is waiting or returned, and never accepts the own report', () => {
    const lead = { ...nobody, lead: true };
    for (const state of occurrenceStates)
      expect([...deedsOnOccurrence(task('open'), state, lead)]).toEqual(isToBeDone(state) ? ['report'] : []);
  });

  test('the planning officer accepts only what was reported, and can return what was accepted', () => {
    const planner = { ...nobody, planner: true };
    const may = (state: OccurrenceState) => [...deedsOnOccurrence(task('open'), state, planner)];
    expect(may('waiting')).toEqual(['skip', 'remind']);
    expect(may('reported')).toEqual(['accept', 'return']);
    expect(may('done')).toEqual(['return']);
    expect(may('skipped')).toEqual(['resume']);
  });

  test('with a closed task nothing is done but to open it again, by the planning officer', () => {
    fc.assert(
      fc.property(occurrenceState, standings, (state, standing) => {
        expect(deedsOnOccurrence(task('closed'), state, standing).size).toBe(0);
        expect([...deedsOnTask(task('closed'), standing)]).toEqual(standing.planner ? ['reopen'] : []);
      }),
    );
  });

  test('no path leads to done without a report and an acceptance', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(standings, fc.nat(10)), { maxLength: 30 }), (steps) => {
        let state: OccurrenceState = 'waiting';
        const path: string[] = [];
        for (const [standing, choice] of steps) {
          const deeds = [...deedsOnOccurrence(task('open'), state, standing)];
          if (deeds.length === 0) continue;
          const deed = deeds[choice % deeds.length]!;
          path.push(deed);
          state = occurrenceAfter(state, deed);
        }
        if (state === 'done') {
          expect(path.lastIndexOf('report')).toBeLessThan(path.lastIndexOf('accept'));
          expect(path).toContain('report');
        }
      }),
    );
  });
});

describe('a task', () => {
  test('is done when nothing is left and something was done', () => {
    expect(stateByOccurrences('monthly', ['done', 'skipped'])).toBe('done');
    expect(stateByOccurrences('monthly', ['done', 'reported'])).toBe('open');
    expect(stateByOccurrences('once', ['skipped'])).toBe('open');
    expect(stateByOccurrences('once', [])).toBe('open');
  });

  test('that is done whenever something happens is never over by itself', () => {
    fc.assert(
      fc.property(fc.array(occurrenceState), (states) => {
        expect(stateByOccurrences('on_event', states)).toBe('open');
      }),
    );
  });
});

describe('what can be asked for', () => {
  const quarters = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].map((dueDate, place) => ({
    period: `2026-Q${place + 1}`,
    dueDate,
  }));

  test('of what comes round, is nothing that was due before the plan', () => {
    expect(askedSince(quarters, '2026-04-15').map(({ period }) => period)).toEqual([
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ]);
  });

  test('is in any case what is done once, or last', () => {
    expect(askedSince([{ period: '2026', dueDate: '2026-02-01' }], '2026-04-15')).toHaveLength(1);
    expect(askedSince(quarters, '2027-01-10').map(({ period }) => period)).toEqual(['2026-Q4']);
  });
});
