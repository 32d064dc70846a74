import type { ActivityKind, LogCounts } from '../../domain/activity/index.ts';
import { prepared, type Scope, type UnitId } from '../../platform/database/index.ts';

const logCounts = prepared<{
  activities: [ActivityKind, number, number[]][];
  total: number;
  answered: number;
  contributions: number;
}>(
  'log_counts',
  `select (select coalesce(json_agg(json_build_array(k.kind, k.held, k.months)), '[]')
             from (select kind, count(*) as held, array_agg(distinct extract(month from held_from)::int) as months
                     from activity where unit_id = $1 and year = $2 and held_from <= $3 group by kind) k) as activities,
          q.total, q.answered,
          (select count(*)::int from contribution where unit_id = $1 and year = $2) as contributions
     from (select count(*)::int as total, count(answered_on)::int as answered
             from petition where unit_id = $1 and year = $2) q`,
);

/** What the log of a year comes to by a day; what is only planned for later does not count. */
export async function findLogCounts(
  scope: Scope,
  unit: UnitId,
  year: number,
  today: string,
): Promise<LogCounts> {
  const [row] = await scope.run(logCounts, [unit, year, today]);
  const { activities, total, answered, contributions } = row!;
  return {
    activities: Object.fromEntries(activities.map(([kind, held, months]) => [kind, { held, months }])),
    petitions: { total, answered },
    contributions,
  };
}
