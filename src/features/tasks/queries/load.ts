import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

/** What one organisation leads in a year: tasks, each counted once, and what was judged by its due date. */
export interface Load {
  readonly id: OrganisationId;
  readonly name: string;
  readonly open: number;
  readonly dueSoon: number;
  readonly late: number;
  readonly returned: number;
  /** Waiting for the planning officer, not for the organisation. */
  readonly reported: number;
  readonly done: number;
  readonly onTime: number;
  readonly judged: number;
}

/** Exported for the test of its plan. */
export const loadOfYear = prepared<Load>(
  'load_of_year',
  `select g.id, g.name,
          (count(distinct t.id) filter (where t.state = 'open'))::int as open,
          (count(distinct t.id) filter (where t.state = 'open' and w.standing = 'due_soon'))::int as "dueSoon",
          (count(distinct t.id) filter (where t.state = 'open' and w.standing = 'late'))::int as late,
          (count(distinct t.id) filter (where t.state = 'open' and w.standing = 'returned'))::int as returned,
          (count(distinct t.id) filter (where t.state = 'open' and w.standing = 'reported'))::int as reported,
          (count(distinct t.id) filter (where t.state = 'done'))::int as done,
          (count(*) filter (where w.on_time and t.state <> 'closed'))::int as "onTime",
          (count(w.on_time) filter (where t.state <> 'closed'))::int as judged
     from organisation g
     left join task t on t.unit_id = g.unit_id and t.lead_id = g.id and t.year = $2
     left join lateral (
       select occurrence_standing(o.state, o.due_date, t.due_bound, $3::date) as standing,
              occurrence_on_time(o.state, o.due_date, t.due_bound,
                                 (o.reported_at at time zone 'Asia/Ho_Chi_Minh')::date, $3::date) as on_time
         from task_occurrence o where o.unit_id = t.unit_id and o.task_id = t.id
     ) w on true
    where g.unit_id = $1
    group by g.id, g.name
   having count(t.id) > 0
    order by g.name collate "vi-x-icu"`,
);

/**
 * The load of every organisation that leads a task of the year.
 * @param today YYYY-MM-DD
 */
export function findLoad(scope: Scope, unit: UnitId, year: number, today: string): Promise<Load[]> {
  return scope.run(loadOfYear, [unit, year, today]);
}
