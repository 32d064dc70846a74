import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../scoring/index.ts';
import { QD_06 } from '../scoring/testing/standards.ts';
import {
  faultOfFigure,
  itemLabel,
  itemOf,
  itemsOfLevel,
  judgeOperation,
  type SheetDeed,
  type SheetState,
  sheetDeeds,
  sheetStateAfter,
  totalLabel,
} from './index.ts';

const figure: fc.Arbitrary<Figure> = fc.oneof(
  fc.nat(50).map((value): Figure => ({ state: 'given', value })),
  fc.constantFrom<Figure>(
    { state: 'no_data' },
    { state: 'not_due' },
    { state: 'not_applicable', reason: 'không có' },
  ),
);

describe('what is asked of a level', () => {
  test('is every input of the level, each whole before its parts', () => {
    const keys = itemsOfLevel(QD_06, 'village').map(({ key }) => key);
    expect(keys.slice(keys.indexOf('children_total'), keys.indexOf('children_total') + 5)).toEqual([
      'children_total',
      'children_total:female',
      'children_total:ethnic_minority',
      'children_total:disabled',
      'children_total:poor_household',
    ]);
  });

  test('leaves out what is counted from the list of places', () => {
    expect(itemsOfLevel(QD_06, 'village').map(({ input }) => input)).not.toContain('villages_total');
  });

  test('names a part after its whole', () => {
    expect(itemLabel(itemOf(QD_06, 'children_total:female')!, 'vi')).toMatch(/, trong đó nữ$/);
  });

  test('asks a place by yes or no, and counts those that say yes', () => {
    const item = itemOf(QD_06, 'villages_with_play_area')!;
    expect(itemLabel(item, 'vi')).toBe('Thôn, tổ dân phố có điểm vui chơi cho trẻ em không?');
    expect(totalLabel(item, 'vi')).toBe('Số thôn, tổ dân phố có điểm vui chơi cho trẻ em');
  });

  test.each(['', 'constructor', 'children_total:constructor', 'children_total:female:x', 'không có'])(
    'knows nothing of “%s”',
    (key) => expect(itemOf(QD_06, key)).toBeNull(),
  );
});

describe('a figure by itself', () => {
  const count = itemOf(QD_06, 'children_total')!;
  const yesNo = itemOf(QD_06, 'villages_with_play_area')!;
  test.each<[string, typeof count, Figure, string | null]>([
    ['zero is a number', count, { state: 'given', value: 0 }, null],
    ['a fraction of a child is none', count, { state: 'given', value: 1.5 }, 'not_whole'],
    ['fewer than none is none', count, { state: 'given', value: -1 }, 'negative'],
    ['yes is no count', count, { state: 'given', value: true }, 'wrong_kind'],
    ['a count is no yes', yesNo, { state: 'given', value: 1 }, 'wrong_kind'],
    ['not applicable wants a reason', count, { state: 'not_applicable', reason: ' ' }, 'reason_missing'],
    ['no data yet is a state', count, { state: 'no_data' }, null],
  ])('%s', (_, item, value, fault) => expect(faultOfFigure(item, value)).toBe(fault));
});

describe('a change of a cell', () => {
  test('is written when its author saw what is stored, and otherwise only if it changes nothing', () => {
    fc.assert(
      fc.property(figure, figure, fc.nat(5), fc.nat(5), (wanted, now, revision, seen) => {
        const stored = { figure: now, comment: null, revision };
        const verdict = judgeOperation({ figure: wanted, comment: null }, stored, seen);
        if (JSON.stringify(wanted) === JSON.stringify(now)) expect(verdict).toBe('keep');
        else expect(verdict).toBe(seen === revision ? 'write' : 'conflict');
      }),
    );
  });
});

describe('the life of a sheet', () => {
  const states: readonly SheetState[] = ['open', 'submitted', 'accepted', 'returned'];
  const standing = fc.record({ fills: fc.boolean(), leads: fc.boolean() });

  test('nobody changes a closed round, and who is nothing to a sheet changes no sheet', () => {
    for (const state of states) {
      expect([...sheetDeeds(state, false, { fills: true, leads: true })]).toEqual([]);
      expect([...sheetDeeds(state, true, { fills: false, leads: false })]).toEqual([]);
    }
  });

  test('figures of an accepted sheet do not move before it is returned', () => {
    expect([...sheetDeeds('accepted', true, { fills: true, leads: true })]).toEqual(['return']);
  });

  test('no path leads to accepted without being submitted', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(standing, fc.nat(10)), { maxLength: 30 }), (steps) => {
        let state: SheetState = 'open';
        for (const [who, pick] of steps) {
          const deeds: SheetDeed[] = [...sheetDeeds(state, true, who)];
          if (deeds.length === 0) continue;
          const next: SheetState = sheetStateAfter(state, deeds[pick % deeds.length]!);
          if (next === 'accepted' && state !== 'accepted') expect(state).toBe('submitted');
          state = next;
        }
      }),
    );
  });
});
