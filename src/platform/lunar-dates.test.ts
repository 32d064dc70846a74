import { describe, expect, it } from 'vitest';
import { lunarDates, solarDate } from './lunar-dates.ts';

describe('the Vietnamese lunar calendar', () => {
  it('has Tết on the days that were announced', () => {
    expect([2024, 2025, 2026, 2027].map(lunarDates.tet)).toEqual([
      '2024-02-10',
      '2025-01-29',
      '2026-02-17',
      '2027-02-06',
    ]);
  });

  it('has Trung thu in September or October, also after the leap month of 2025', () => {
    expect([2024, 2025, 2026, 2027].map(lunarDates.midAutumn)).toEqual([
      '2024-09-17',
      '2025-10-06',
      '2026-09-25',
      '2027-09-15',
    ]);
  });

  it('goes by the time of Vietnam where China has another day: Tết of 2007 and of 2030', () => {
    expect(lunarDates.tet(2007)).toBe('2007-02-17');
    expect(lunarDates.tet(2030)).toBe('2030-02-02');
  });

  it('knows the day of the Hùng Kings', () => {
    expect([2024, 2025, 2026, 2027].map((year) => solarDate(year, 3, 10))).toEqual([
      '2024-04-18',
      '2025-04-07',
      '2026-04-26',
      '2027-04-16',
    ]);
  });

  it('says that it does not know what lies beyond its tables', () => {
    expect(() => lunarDates.tet(2200)).toThrow(RangeError);
  });
});
