import { addDays, daysBetween } from '../../domain/calendar/index.ts';

/** Days before the last day in time on which people are reminded. */
const BEFORE = [7, 2] as const;
/** Late work is named on the next day, then once a week. */
const WEEK = 7;
/** After eight weeks reminding has done what it can: the work stays late in the inbox and in the load. */
const LAST_REMINDER = 8 * WEEK;

export interface ReminderStep {
  readonly kind: 'before' | 'on_day' | 'after';
  /** The day on which this step came: who was reminded since then has been reminded of it. */
  readonly since: string;
}

/**
 * The step at which a thing stands today: seven and two days before its last day in time, on that day, one day after it,
 * seven days after it and every seven more. Where the program did not run for some days, only the latest step counts.
 * @param lastDay `YYYY-MM-DD`, the last day in time
 * @param today `YYYY-MM-DD`
 * @returns null where it is too early for any, or too late
 */
export function stepOf(lastDay: string, today: string): ReminderStep | null {
  const left = daysBetween(today, lastDay);
  if (left > 0) {
    const step = BEFORE.findLast((days) => left <= days);
    return step === undefined ? null : { kind: 'before', since: addDays(lastDay, -step) };
  }
  if (left === 0) return { kind: 'on_day', since: lastDay };
  const late = -left;
  if (late >= LAST_REMINDER + WEEK) return null;
  return { kind: 'after', since: addDays(lastDay, late < WEEK ? 1 : late - (late % WEEK)) };
}
