/** The time, as the program's only source of it; tests set their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const inVietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The calendar date in Vietnam, `YYYY-MM-DD`. */
export function today(clock: Clock): string {
  return inVietnam.format(clock.now());
}
