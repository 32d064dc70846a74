import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';

/** What every deed of the calendar needs. */
export interface CalendarContext {
  readonly database: Database;
  readonly clock: Clock;
}
