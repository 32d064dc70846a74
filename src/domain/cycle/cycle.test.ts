import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CriterionDeed,
  type CriterionState,
  deedsFor,
  isOpen,
  type Standing,
  stateAfter,
} from './index.ts';

const states: readonly CriterionState[] = ['not_started', 'in_work', 'handed_in', 'accepted', 'returned'];
const nobody: Standing = { owner: false, planner: false, leader: false };
const standing = fc.record({ owner: fc.boolean(), planner: fc.boolean(), leader: fc.boolean() });

describe('the life of a criterion', () => {
  test('who is nothing to a criterion may do nothing with it', () => {
    for (const state of states) expect([...deedsFor(state, nobody)]).toEqual([]);
  });

  test('the owner enters and hands in until it is handed in, and again once it is returned', () => {
    const owner = { ...nobody, owner: true };
    const may = states.filter((state) => deedsFor(state, owner).has('hand_in'));
    expect(may).toEqual(['not_started', 'in_work', 'returned']);
  });

  test('the leader accepts only what was handed in, and can return what was accepted', () => {
    const leader = { ...nobody, leader: true };
    expect([...deedsFor('in_work', leader)]).toEqual([]);
    expect([...deedsFor('handed_in', leader)]).toEqual(['accept', 'return']);
    expect([...deedsFor('accepted', leader)]).toEqual(['return']);
  });

  test('an accepted criterion is not given to another organisation', () => {
    expect(deedsFor('accepted', { ...nobody, planner: true }).has('assign')).toBe(false);
  });

  test('no path leads from open to accepted without being handed in', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(standing, fc.nat(10)), { maxLength: 40 }), (steps) => {
        let state: CriterionState = 'not_started';
        for (const [who, pick] of steps) {
          const deeds: CriterionDeed[] = [...deedsFor(state, who)];
          if (deeds.length === 0) continue;
          const next: CriterionState = stateAfter(state, deeds[pick % deeds.length]!);
          if (next === 'accepted' && state !== 'accepted') expect(state).toBe('handed_in');
          if (!isOpen(state) && isOpen(next)) expect(next).toBe('returned');
          state = next;
        }
      }),
    );
  });
});
