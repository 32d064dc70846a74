import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  daysBetween,
  firstDayOf,
  type Holidays,
  isWorkingDay,
  lastDayOf,
  lastWorkingDayBefore,
  periodName,
  periodOf,
  periodsOf,
  weekdayOf,
  workingDueDate,
} from './index.ts';

const days = fc.integer({ min: -36_000, max: 60_000 }).map((n) => addDays('2000-01-01', n));
const ordinary: Holidays = { off: new Map(), worked: new Map() };
const may2026: Holidays = {
  off: new Map([
    ['2026-04-27', 'Nghỉ bù Giỗ Tổ'],
    ['2026-04-30', 'Ngày Chiến thắng'],
    ['2026-05-01', 'Ngày Quốc tế Lao động'],
  ]),
  worked: new Map([['2026-05-09', 'Làm bù']]),
};
const calendars: fc.Arbitrary<Holidays> = fc.record({
  off: fc.array(days, { maxLength: 30 }).map((list) => new Map(list.map((day) => [day, 'nghỉ']))),
  worked: fc.array(days, { maxLength: 10 }).map((list) => new Map(list.map((day) => [day, 'làm bù']))),
});

describe('days', () => {
  it('go over the ends of months and years, leap days included', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  });

  it('count the way back and forth', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -900, max: 900 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(weekdayOf(addDays(day, 7 * n))).toBe(weekdayOf(day));
      }),
    );
  });

  it('of the week begin with Monday', () => {
    expect(weekdayOf('2026-05-10')).toBe(7);
    expect(weekdayOf('2026-05-11')).toBe(1);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });
});

describe('a period', () => {
  it('has a key, a first and a last day, and a name', () => {
    expect(periodOf('2026-05-10', 'half_year')).toBe('2026-H1');
    expect(periodOf('2026-05-10', 'quarter')).toBe('2026-Q2');
    expect(periodOf('2026-05-10', 'month')).toBe('2026-05');
    expect([firstDayOf('2026-Q2'), lastDayOf('2026-Q2')]).toEqual(['2026-04-01', '2026-06-30']);
    expect([firstDayOf('2026-02'), lastDayOf('2026-02')]).toEqual(['2026-02-01', '2026-02-28']);
    expect(periodName('2026-Q2', 'vi')).toBe('Quý II năm 2026');
    expect(periodName('2026-H1', 'vi')).toBe('6 tháng đầu năm 2026');
    expect(periodName('2026-05', 'vi')).toBe('Tháng 5 năm 2026');
    expect(periodName('2026', 'vi')).toBe('Năm 2026');
    expect(periodName('2026-05-10', 'vi')).toBe('Ngày 10/05/2026');
    expect(periodName('2026-H2', 'en')).toBe('Second half of 2026');
    expect(periodName('2026-05', 'en')).toBe('May 2026');
  });

  it('of a school year goes from August to July and bears both years', () => {
    expect(periodOf('2026-09-05', 'school_year')).toBe('2026-2027');
    expect(periodOf('2026-05-31', 'school_year')).toBe('2025-2026');
    expect([firstDayOf('2026-2027'), lastDayOf('2026-2027')]).toEqual(['2026-08-01', '2027-07-31']);
    expect(periodName('2026-2027', 'vi')).toBe('Năm học 2026–2027');
  });

  it('that does not exist is refused', () => {
    for (const text of ['2026-H3', '2026-Q5', '2026-13', '2026-00', '2026-2028', '26', '2026-05-10', '']) {
      expect(() => firstDayOf(text), text).toThrow(RangeError);
    }
  });

  it('covers every day of its year exactly once, whatever the kind', () => {
    for (const kind of ['year', 'half_year', 'quarter', 'month'] as const) {
      for (const year of [2024, 2026]) {
        const periods = periodsOf(year, kind);
        expect(firstDayOf(periods[0] ?? '')).toBe(`${year}-01-01`);
        expect(lastDayOf(periods.at(-1) ?? '')).toBe(`${year}-12-31`);
        for (const [index, period] of periods.slice(1).entries()) {
          expect(firstDayOf(period)).toBe(addDays(lastDayOf(periods[index] ?? ''), 1));
        }
      }
    }
  });

  it('holds the day that it was found by', () => {
    const kinds = fc.constantFrom('year', 'half_year', 'quarter', 'month', 'school_year') as fc.Arbitrary<
      Parameters<typeof periodOf>[1]
    >;
    fc.assert(
      fc.property(days, kinds, (day, kind) => {
        const period = periodOf(day, kind);
        return firstDayOf(period) <= day && day <= lastDayOf(period);
      }),
    );
  });
});

describe('a working day', () => {
  it('is Monday to Friday but for holidays, and a weekend day worked instead', () => {
    expect(isWorkingDay('2026-04-29', may2026)).toBe(true);
    expect(isWorkingDay('2026-04-30', may2026)).toBe(false);
    expect(isWorkingDay('2026-05-02', may2026)).toBe(false);
    expect(isWorkingDay('2026-05-09', may2026)).toBe(true);
  });

  it('is counted over holidays and weekends', () => {
    expect(addWorkingDays('2026-04-29', 1, may2026)).toBe('2026-05-04');
    expect(addWorkingDays('2026-04-24', 2, may2026)).toBe('2026-04-29');
    expect(lastWorkingDayBefore('2026-05-04', may2026)).toBe('2026-04-29');
    expect(addWorkingDays('2026-05-03', 0, may2026)).toBe('2026-05-03');
    expect(() => addWorkingDays('2026-05-03', 0.5, may2026)).toThrow(RangeError);
  });

  it('is found again by going as far back as one went ahead', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), calendars, (day, n, holidays) => {
        fc.pre(isWorkingDay(day, holidays));
        const later = addWorkingDays(day, n, holidays);
        expect(isWorkingDay(later, holidays)).toBe(true);
        expect(addWorkingDays(later, -n, holidays)).toBe(day);
      }),
    );
  });

  it('lies between any day and the next working day never', () => {
    fc.assert(
      fc.property(days, calendars, (day, holidays) => {
        const next = addWorkingDays(day, 1, holidays);
        for (let at = addDays(day, 1); at < next; at = addDays(at, 1)) {
          expect(isWorkingDay(at, holidays)).toBe(false);
        }
      }),
    );
  });
});

describe('the working day to hand in by', () => {
  it('is the Friday where “before” names a Sunday', () => {
    expect(workingDueDate({ date: '2026-05-10', bound: 'before' }, ordinary)).toBe('2026-05-08');
  });

  it('is the stated day itself where that is worked and not excluded', () => {
    expect(workingDueDate({ date: '2026-11-10', bound: 'by' }, ordinary)).toBe('2026-11-10');
    expect(workingDueDate({ date: '2026-11-10', bound: null }, ordinary)).toBe('2026-11-10');
    expect(workingDueDate({ date: '2026-11-10', bound: 'before' }, ordinary)).toBe('2026-11-09');
    expect(workingDueDate({ date: '2026-05-10', bound: 'by' }, may2026)).toBe('2026-05-09');
  });

  it('is worked and never after the stated day', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('before', 'by', null), calendars, (date, bound, holidays) => {
        const due = workingDueDate({ date, bound }, holidays);
        expect(isWorkingDay(due, holidays)).toBe(true);
        expect(due <= date).toBe(true);
      }),
    );
  });
});
