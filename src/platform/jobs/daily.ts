import { type ParsedCronItem, parseCronItems } from 'graphile-worker';

/** A job of every day at a time in Vietnam. */
export interface DailyJob {
  readonly job: string;
  /** `06:30`. */
  readonly at: string;
}

const HOURS_AHEAD_OF_UTC = 7;
const DAY = 24 * 60 * 60 * 1000;

/** "06:30" in Vietnam, where no summer time shifts it, as minute and hour of UTC: "30 23 * * *". */
function cronOf(at: string): string {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(at) ?? [];
  if (hour === undefined || minute === undefined) throw new RangeError(`“${at}” is no time of the day`);
  return `${Number(minute)} ${(Number(hour) + 24 - HOURS_AHEAD_OF_UTC) % 24} * * *`;
}

/**
 * The jobs of every day as the queue knows them. A computer that was off at the hour catches up with one of them, the
 * last, when it starts; several instances run each of them once.
 */
export function daily(jobs: readonly DailyJob[]): ParsedCronItem[] {
  return parseCronItems(
    jobs.map(({ job, at }) => ({
      task: job,
      match: cronOf(at),
      identifier: `${job} ${at}`,
      options: { backfillPeriod: DAY, jobKey: `daily ${job} ${at}` },
    })),
  );
}
