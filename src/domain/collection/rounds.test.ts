import { describe, expect, test } from 'vitest';
import { QD_06 } from '../scoring/testing/standards.ts';
import {
  completenessOf,
  daysLate,
  itemsOfLevel,
  itemsOfOwners,
  leavesAWorkingDay,
  periodBefore,
  periodsToCollect,
  proposeDates,
  proposeRounds,
} from './index.ts';

const ordinary = { off: new Map<string, string>(), worked: new Map<string, string>() };

describe('a proposed round', () => {
  test('counts to the 14th of the last month of its period, as administrative reports do', () => {
    expect(proposeDates('2026-H1', ordinary).cutOff).toBe('2026-06-14');
    expect(proposeDates('2026-Q3', ordinary).cutOff).toBe('2026-09-14');
    expect(proposeDates('2026-05', ordinary).cutOff).toBe('2026-05-14');
    expect(proposeDates('2026', ordinary).cutOff).toBe('2026-12-14');
  });

  test('counts pupils when their school year has begun', () => {
    expect(proposeDates('2026-2027', ordinary).cutOff).toBe('2026-09-30');
  });

  test('leaves three working days, whatever days are off', () => {
    // The 14th is a Sunday, so Monday to Wednesday; with Monday off, to Thursday.
    expect(proposeDates('2026-H1', ordinary).dueDate).toBe('2026-06-17');
    const off = new Map([['2026-06-15', 'Ngày nghỉ']]);
    expect(proposeDates('2026-H1', { ...ordinary, off }).dueDate).toBe('2026-06-18');
  });

  test('asks a level for what is collected as often, and for nothing twice in a period', () => {
    const rounds = proposeRounds(QD_06, 2026, ordinary);
    const half = rounds.find(({ level, period }) => level === 'village' && period === '2026-H2')!;
    const keys = half.items.map(({ key }) => key);
    expect(keys).toContain('children_total:female');
    expect(keys).not.toContain('children_injured');
    expect(new Set(rounds.map(({ level, period }) => `${level} ${period}`)).size).toBe(rounds.length);
    expect(rounds.map(({ cutOff }) => cutOff)).toEqual(rounds.map(({ cutOff }) => cutOff).sort());
  });

  test('of a year together ask for every item that is collected', () => {
    const asked = new Set(proposeRounds(QD_06, 2026, ordinary).flatMap(({ items }) => items));
    const all = (['village', 'school', 'organisation'] as const).flatMap((level) =>
      itemsOfLevel(QD_06, level),
    );
    expect([...asked].map(({ key }) => key).sort()).toEqual(all.map(({ key }) => key).sort());
  });
});

describe('the due date', () => {
  test('leaves a working day after the cut-off, or it is too soon', () => {
    const friday = '2026-06-12';
    expect(leavesAWorkingDay({ cutOff: friday, dueDate: '2026-06-14' }, ordinary)).toBe(false);
    expect(leavesAWorkingDay({ cutOff: friday, dueDate: '2026-06-15' }, ordinary)).toBe(true);
  });
});

describe('periods', () => {
  test('before a period is the one of its kind, also across the year', () => {
    expect(periodBefore('2026-Q1')).toBe('2025-Q4');
    expect(periodBefore('2026-H2')).toBe('2026-H1');
    expect(periodBefore('2026-2027')).toBe('2025-2026');
    expect(() => periodBefore('2026-13')).toThrow(RangeError);
  });

  test('to collect for are twenty a year', () => {
    expect(periodsToCollect(2026)).toHaveLength(20);
  });
});

describe('what an organisation is asked', () => {
  const items = itemsOfLevel(QD_06, 'organisation');
  const owners = new Map(QD_06.criteria.map(({ number, defaultOwner }) => [number, defaultOwner]));

  test('is what the criteria that it owns need, and nothing of others', () => {
    const asked = itemsOfOwners(QD_06, items, owners);
    expect([...asked.values()].flat().sort()).toEqual(items.map(({ key }) => key).sort());
    for (const [owner, keys] of asked)
      for (const key of keys) {
        const needing = QD_06.criteria.filter(({ indicators }) =>
          JSON.stringify(indicators.map(({ measure }) => measure)).includes(`"${key.split(':')[0]}"`),
        );
        expect(needing[0]!.defaultOwner).toBe(owner);
      }
  });

  test('is nothing where a criterion has no owner', () => {
    expect(itemsOfOwners(QD_06, items, new Map()).size).toBe(0);
  });
});

describe('a sheet', () => {
  test('is complete when something is said of every asked cell, also that there is nothing to say', () => {
    const figures = {
      a: { state: 'given', value: 0 },
      b: { state: 'not_applicable', reason: 'không có' },
      c: { state: 'not_due' },
      d: { state: 'no_data' },
      elsewhere: { state: 'given', value: 3 },
    } as const;
    expect(completenessOf(['a', 'b', 'c'], figures)).toEqual({ asked: 3, filled: 3, missing: [] });
    expect(completenessOf(['a', 'd', 'e'], figures)).toEqual({ asked: 3, filled: 1, missing: ['d', 'e'] });
  });

  test('is late by the days to its first handing in, or to today', () => {
    expect(daysLate('2026-06-20', '2026-06-20', '2026-07-01')).toBe(0);
    expect(daysLate('2026-06-20', '2026-06-23', '2026-07-01')).toBe(3);
    expect(daysLate('2026-06-20', null, '2026-07-01')).toBe(11);
    expect(daysLate('2026-06-20', null, '2026-06-19')).toBe(0);
  });
});
