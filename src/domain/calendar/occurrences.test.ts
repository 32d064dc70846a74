import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type DueBound,
  firstDayOf,
  type LunarDates,
  lastDayOf,
  occurrencesOf,
  type Recurrence,
} from './index.ts';

const lunar: LunarDates = {
  tet: (year) => (year === 2026 ? '2026-02-17' : `${year}-02-06`),
  midAutumn: (year) => (year === 2026 ? '2026-09-25' : `${year}-09-15`),
};

function datesOf(recurrence: Recurrence, date: string | null = null, bound: DueBound | null = 'before') {
  const due = date === null ? null : { date, bound };
  return occurrencesOf({ recurrence, year: 2026, due, lunar }).map(({ dueDate }) => dueDate);
}

function rowsOf(recurrence: Recurrence, date: string | null = null) {
  const due = date === null ? null : { date, bound: 'before' as const };
  return occurrencesOf({ recurrence, year: 2026, due, lunar }).map(
    ({ period, dueDate }) => `${period} ${dueDate}`,
  );
}

describe('what a task comes to in a year', () => {
  it('done once is one thing, by its stated date or by none', () => {
    expect(rowsOf('once', '2026-05-10')).toEqual(['2026 2026-05-10']);
    expect(rowsOf('once', '2027-01-15')).toEqual(['2026 2027-01-15']);
    expect(rowsOf('once')).toEqual(['2026 null']);
  });

  it('every month by the 25th is twelve things', () => {
    const rows = rowsOf('monthly', '2026-01-25');
    expect(rows).toHaveLength(12);
    expect(rows[0]).toBe('2026-01 2026-01-25');
    expect(rows[11]).toBe('2026-12 2026-12-25');
  });

  it('every month by the 31st is due on the last day of shorter months', () => {
    expect(datesOf('monthly', '2026-01-31').slice(0, 4)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
    expect(datesOf('monthly', '2026-04-30', 'end_of')[4]).toBe('2026-05-31');
  });

  it('every quarter without a date is due when the quarter ends, with one at the same place in each', () => {
    expect(rowsOf('quarterly')).toEqual([
      '2026-Q1 2026-03-31',
      '2026-Q2 2026-06-30',
      '2026-Q3 2026-09-30',
      '2026-Q4 2026-12-31',
    ]);
    expect(datesOf('quarterly', '2026-03-15')).toEqual([
      '2026-03-15',
      '2026-06-15',
      '2026-09-15',
      '2026-12-15',
    ]);
  });

  it('every half-year before 10 May is due again before 10 November', () => {
    expect(rowsOf('half_year', '2026-05-10')).toEqual(['2026-H1 2026-05-10', '2026-H2 2026-11-10']);
    expect(rowsOf('half_year', '2026-11-10')).toEqual(['2026-H1 2026-05-10', '2026-H2 2026-11-10']);
    expect(datesOf('half_year')).toEqual(['2026-06-30', '2026-12-31']);
  });

  it('every year or every two years is one thing of the year, whatever year the date was stated for', () => {
    expect(rowsOf('yearly', '2025-11-10')).toEqual(['2026 2026-11-10']);
    expect(rowsOf('yearly', '2024-02-29')).toEqual(['2026 2026-02-28']);
    expect(rowsOf('every_2_years')).toEqual(['2026 2026-12-31']);
  });

  it('every school year belongs to the one that the date lies in', () => {
    expect(rowsOf('school_year')).toEqual(['2026-2027 null']);
    expect(rowsOf('school_year', '2026-09-30')).toEqual(['2026-2027 2026-09-30']);
    expect(rowsOf('school_year', '2026-05-31')).toEqual(['2025-2026 2026-05-31']);
  });

  it('for a feast follows the feast: Tết by its eve, Trung thu, Children’s Day', () => {
    expect(datesOf('tet')).toEqual(['2026-02-16']);
    expect(datesOf('mid_autumn')).toEqual(['2026-09-25']);
    expect(datesOf('children_day')).toEqual(['2026-06-01']);
    expect(datesOf('mid_autumn', '2026-09-20')).toEqual(['2026-09-20']);
    expect(datesOf('mid_autumn', '2025-10-01')).toEqual(['2026-09-25']);
  });

  it('done all the time has no day, and on an event no row before the event', () => {
    expect(rowsOf('continuous')).toEqual(['2026 null']);
    expect(rowsOf('on_event')).toEqual([]);
  });
});

describe('recurring work', () => {
  const recurrences = fc.constantFrom<Recurrence>(
    'monthly',
    'quarterly',
    'half_year',
    'yearly',
    'every_2_years',
    'school_year',
    'tet',
    'mid_autumn',
    'children_day',
    'continuous',
  );
  const dues = fc.option(
    fc.record({
      date: fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2022-01-01', n)),
      bound: fc.constantFrom<DueBound | null>('before', 'by', 'until', 'within', 'end_of', null),
    }),
  );

  it('falls due in its year, in its period, in order, and once a period', () => {
    fc.assert(
      fc.property(recurrences, fc.integer({ min: 2024, max: 2040 }), dues, (recurrence, year, due) => {
        const rows = occurrencesOf({ recurrence, year, due, lunar });
        expect(new Set(rows.map(({ period }) => period)).size).toBe(rows.length);
        const dates = rows.flatMap(({ dueDate }) => dueDate ?? []);
        expect([...dates].sort()).toEqual(dates);
        for (const { period, dueDate } of rows) {
          if (dueDate === null) continue;
          expect(dueDate.slice(0, 4)).toBe(String(year));
          expect(firstDayOf(period) <= dueDate && dueDate <= lastDayOf(period)).toBe(true);
        }
      }),
    );
  });
});
