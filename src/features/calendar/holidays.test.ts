import { describe, expect, it } from 'vitest';
import { isWorkingDay, weekdayOf } from '../../domain/calendar/index.ts';
import { lunarDates, solarDate } from '../../platform/lunar-dates.ts';
import { changesTheDay, holidaysOf, knownDays, specialDays } from './holidays.ts';

const YEARS = [2024, 2025, 2026, 2027];
const daysOf = (year: number) => knownDays().filter(({ day }) => day.startsWith(`${year}-`));
const offDays = (year: number) =>
  daysOf(year)
    .filter(({ kind }) => kind === 'off')
    .map(({ day }) => day);

describe('the public holidays that come with the program', () => {
  it('have New Year, Hùng Kings’ day, 30 April, 1 May and 2 September in every year', () => {
    for (const year of YEARS) {
      const fixed = ['01-01', '04-30', '05-01', '09-02'].map((day) => `${year}-${day}`);
      expect(offDays(year)).toEqual(expect.arrayContaining([...fixed, solarDate(year, 3, 10)]));
    }
  });

  it('have five working days off around the first day of the lunar year, which is one of them or a weekend', () => {
    for (const year of YEARS) {
      const tet = daysOf(year).filter(({ vi }) => vi.includes('Tết Nguyên đán'));
      expect(tet.filter(({ day }) => weekdayOf(day) <= 5)).toHaveLength(5);
      const around = [tet[0]!.day, tet.at(-1)!.day];
      expect(around[0]! <= lunarDates.tet(year) && lunarDates.tet(year) <= around[1]!).toBe(true);
    }
  });

  it('have a day beside 2 September', () => {
    for (const year of YEARS) {
      const days = offDays(year);
      expect(days.includes(`${year}-09-01`) || days.includes(`${year}-09-03`)).toBe(true);
    }
  });

  it('work as many weekend days as they give other days off for', () => {
    for (const year of YEARS) {
      const swapped = daysOf(year).filter(({ vi }) => vi.startsWith('Nghỉ hoán đổi'));
      const worked = daysOf(year).filter(({ kind }) => kind === 'worked');
      expect(worked).toHaveLength(swapped.length);
      for (const { day } of worked) expect(weekdayOf(day)).toBeGreaterThan(5);
      for (const { day } of swapped) expect(weekdayOf(day)).toBeLessThan(6);
    }
  });

  it('give a day in lieu of every holiday on a weekend', () => {
    const lieu = (day: string) => knownDays().some((one) => one.day > day && one.vi.startsWith('Nghỉ bù'));
    for (const { day, vi } of knownDays())
      if (weekdayOf(day) > 5 && vi !== 'Tết Nguyên đán' && !vi.startsWith('Làm bù'))
        expect(lieu(day), day).toBe(true);
  });

  it('say of Tết and of the day beside 2 September 2027 that they are not decided', () => {
    const provisional = daysOf(2027).filter((day) => day.provisional !== undefined);
    expect(provisional.map(({ day }) => day)).toEqual(
      expect.arrayContaining(['2027-02-08', '2027-09-03', '2027-11-24']),
    );
    expect(daysOf(2025).filter((day) => day.provisional !== undefined)).toEqual([]);
  });
});

describe('the days off of a unit', () => {
  const days = specialDays(
    [
      { day: '2026-11-24', kind: 'worked', name: 'Không nghỉ' },
      { day: '2026-11-20', kind: 'off', name: 'Nghỉ theo thông báo' },
    ],
    '2026-11-01',
    '2026-11-30',
    'vi',
  );

  it('are those of the program with the own changes over them', () => {
    expect(days).toMatchObject([
      { day: '2026-11-20', kind: 'off', source: null, replaces: null },
      { day: '2026-11-24', kind: 'worked', source: null, replaces: 'Ngày Văn hóa Việt Nam' },
    ]);
    expect(isWorkingDay('2026-11-20', holidaysOf(days))).toBe(false);
    expect(isWorkingDay('2026-11-24', holidaysOf(days))).toBe(true);
  });

  it('need no word about what is so anyway', () => {
    expect(changesTheDay('2026-05-10', 'off')).toBe(false);
    expect(changesTheDay('2026-05-10', 'worked')).toBe(true);
    expect(changesTheDay('2026-09-02', 'off')).toBe(false);
    expect(changesTheDay('2026-11-24', 'worked')).toBe(true);
    expect(changesTheDay('2026-05-11', 'worked')).toBe(false);
  });
});
