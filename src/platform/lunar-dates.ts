import { getSolarDate } from '@dqcai/vn-lunar';
import { dayOfMonth, type LunarDates } from '../domain/calendar/index.ts';

/**
 * A day of the Vietnamese lunar calendar, outside leap months, as a solar date `YYYY-MM-DD`.
 * @throws RangeError after the lunar year 2199, where the tables end
 */
export function solarDate(lunarYear: number, lunarMonth: number, lunarDay: number): string {
  const { year, month, day } = getSolarDate(lunarDay, lunarMonth, lunarYear);
  return dayOfMonth(year, month, day);
}

/** Tết and Trung thu by the Vietnamese lunar calendar. */
export const lunarDates: LunarDates = {
  tet: (year) => solarDate(year, 1, 1),
  midAutumn: (year) => solarDate(year, 8, 15),
};
