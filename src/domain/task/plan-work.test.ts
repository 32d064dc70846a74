import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type LunarDates } from '../calendar/index.ts';
import { type PlannedWork, timesOf } from './index.ts';

const lunar: LunarDates = { tet: () => '2026-02-17', midAutumn: () => '2026-09-25' };
const dueBefore = (date: string) => ({ date, bound: 'before' as const });
const rows = (item: Partial<PlannedWork>) =>
  timesOf({ text: 'Báo cáo kết quả thực hiện', deadlines: [], recurrence: null, ...item }, 2026, lunar);
const datesOf = (item: Partial<PlannedWork>) =>
  rows(item).occurrences.map(({ period, dueDate }) => `${period} ${dueDate}`);

describe('an item of a plan', () => {
  test('without a word about when is done once, on no day', () => {
    expect(rows({})).toEqual({
      recurrence: 'once',
      bound: null,
      occurrences: [{ period: '2026', dueDate: null }],
    });
  });

  test('with two deadlines is two things to do, each in its half-year', () => {
    expect(datesOf({ deadlines: [dueBefore('2026-05-10'), dueBefore('2026-11-10')] })).toEqual([
      '2026-H1 2026-05-10',
      '2026-H2 2026-11-10',
    ]);
  });

  test('with deadlines in one month keeps them apart by the day', () => {
    expect(datesOf({ deadlines: [dueBefore('2026-05-10'), dueBefore('2026-05-20')] })).toEqual([
      '2026-05-10 2026-05-10',
      '2026-05-20 2026-05-20',
    ]);
  });

  test('that comes round takes each deadline for its period, and the first for the others', () => {
    const deadlines = [dueBefore('2026-05-10'), dueBefore('2026-11-15')];
    expect(datesOf({ deadlines, recurrence: 'half_year' })).toEqual([
      '2026-H1 2026-05-10',
      '2026-H2 2026-11-15',
    ]);
    expect(datesOf({ deadlines, recurrence: 'quarterly' })).toEqual([
      '2026-Q1 2026-02-10',
      '2026-Q2 2026-05-10',
      '2026-Q3 2026-08-10',
      '2026-Q4 2026-11-15',
    ]);
  });

  test('on an event has nothing to do until it happens', () => {
    expect(datesOf({ recurrence: 'on_event', deadlines: [dueBefore('2026-05-10')] })).toEqual([]);
  });

  test('for a feast is due on it, for several on each', () => {
    const recurrence = 'yearly_events';
    expect(rows({ recurrence, text: 'Tặng quà trẻ em nhân dịp Tết Trung thu' })).toMatchObject({
      recurrence: 'mid_autumn',
      occurrences: [{ period: '2026', dueDate: '2026-09-25' }],
    });
    expect(datesOf({ recurrence, text: 'Tặng quà dịp Tết Nguyên đán, ngày 1/6 và Tết Trung thu' })).toEqual([
      '2026-02-16 2026-02-16',
      '2026-06-01 2026-06-01',
      '2026-09-25 2026-09-25',
    ]);
    expect(rows({ recurrence, text: 'Thăm hỏi, tặng quà dịp lễ' })).toMatchObject({ recurrence: 'yearly' });
  });

  test('never has two things to do under one period', () => {
    const day = fc.nat(364).map((days) => dueBefore(addDays('2026-01-01', days)));
    const recurrence = fc.constantFrom(
      null,
      'monthly',
      'quarterly',
      'half_year',
      'yearly',
      'continuous',
    ) as fc.Arbitrary<PlannedWork['recurrence']>;
    fc.assert(
      fc.property(fc.array(day, { maxLength: 5 }), recurrence, (deadlines, often) => {
        const periods = rows({ deadlines, recurrence: often }).occurrences.map(({ period }) => period);
        expect(new Set(periods).size).toBe(periods.length);
      }),
    );
  });
});
