import type { DueBound, Recurrence } from '../../../domain/calendar/index.ts';
import type { OccurrenceStanding, TaskState } from '../../../domain/task/index.ts';
import { searchKey } from '../../../domain/text/index.ts';
import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

/** How many tasks a page of the list holds. */
export const TASKS_OF_A_PAGE = 25;

/** The one occurrence of a task that the list tells of: the most pressing, or of the state that was asked for. */
export interface ListedOccurrence {
  readonly period: string;
  readonly dueDate: string | null;
  readonly standing: OccurrenceStanding;
}

export interface ListedTask {
  readonly id: string;
  readonly text: string;
  readonly form: 'order' | 'request';
  readonly criteria: readonly number[];
  readonly recurrence: Recurrence;
  readonly dueBound: DueBound | null;
  readonly state: TaskState;
  readonly lead: string;
  readonly partners: readonly string[];
  /** Null where nothing has a date yet: a task done whenever something happens. */
  readonly occurrence: ListedOccurrence | null;
}

export interface OrganisationToChoose {
  readonly id: OrganisationId;
  readonly name: string;
}

export interface TaskList {
  readonly tasks: readonly ListedTask[];
  readonly total: number;
  /** What can be narrowed by. */
  readonly organisations: readonly OrganisationToChoose[];
  readonly criteria: readonly number[];
}

/** What the list is narrowed to. */
export interface TaskFilter {
  readonly year: number;
  /** Null: of every organisation. */
  readonly organisations: readonly OrganisationId[] | null;
  readonly part: 'lead' | 'partner' | null;
  readonly state: TaskState | OccurrenceStanding | null;
  readonly criterion: number | null;
  readonly search: string;
}

/** Organisations that there are on a day, in the order of Vietnamese; `$unit` and `$day` are places of values. */
export const organisationsSql = (unit: string, day: string): string =>
  `(select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name collate "vi-x-icu"), '[]')
      from organisation
     where unit_id = ${unit} and valid_from <= ${day} and (valid_until is null or valid_until >= ${day}))`;

/** Names of the organisations that take part in the task `t`. */
export const partnersSql = `(select coalesce(json_agg(n.name order by n.name collate "vi-x-icu"), '[]')
    from task_partner p join organisation n on n.unit_id = p.unit_id and n.id = p.organisation_id
   where p.unit_id = t.unit_id and p.task_id = t.id)`;

/** The order in which standings press: that of `STANDINGS` in the domain. */
export const pressingSql = (standing: string): string =>
  `array_position(array['returned', 'late', 'reported', 'due_soon', 'later', 'undated', 'done', 'skipped'], ${standing})`;

/** Exported for the test of its plan. */
export const tasksOfYear = prepared<TaskList>(
  'tasks_of_year',
  `with found as materialized (
     select t.id, t.state, c.period, c.due_date, c.standing
       from task t
       left join lateral (
         select o.period, o.due_date, s.standing
           from task_occurrence o
           cross join lateral (select occurrence_standing(o.state, o.due_date, t.due_bound, $7::date)) s (standing)
          where o.unit_id = t.unit_id and o.task_id = t.id
            and ($5::text is null or $5 in ('open', 'closed') or s.standing = $5)
          order by ${pressingSql('s.standing')}, o.due_date, o.period
          limit 1
       ) c on true
      where t.unit_id = $1 and t.year = $2
        and ($3::uuid[] is null
             or ($4::text is distinct from 'partner' and t.lead_id = any ($3))
             or ($4::text is distinct from 'lead'
                 and exists (select from task_partner p
                              where p.unit_id = t.unit_id and p.task_id = t.id and p.organisation_id = any ($3))))
        and ($5 is null or (case when $5 in ('open', 'done', 'closed') then t.state = $5
                                 else t.state = 'open' and c.standing is not null end))
        and ($6::int is null or $6 = any (t.criteria))
        and ($8::text is null or t.search_key like $8)
   )
   select (select count(*)::int from found) as total,
          (select coalesce(json_agg(row_to_json(shown) order by shown.place), '[]')
             from (select row_number() over (order by f.state <> 'open', f.due_date, f.id) as place,
                          t.id, t.text, t.form, t.criteria, t.recurrence, t.due_bound as "dueBound", t.state, l.name as lead,
                          ${partnersSql} as partners,
                          case when f.period is not null
                               then json_build_object('period', f.period, 'dueDate', f.due_date, 'standing', f.standing)
                          end as occurrence
                     from (select * from found order by state <> 'open', due_date, id limit ${TASKS_OF_A_PAGE} offset $9) f
                     join task t on t.unit_id = $1 and t.id = f.id
                     join organisation l on l.unit_id = t.unit_id and l.id = t.lead_id) shown) as tasks,
          ${organisationsSql('$1', '$7::date')} as organisations,
          (select coalesce(json_agg(distinct number order by number), '[]')
             from task t cross join unnest(t.criteria) as number
            where t.unit_id = $1 and t.year = $2) as criteria`,
);

/** The pattern of a search, for `search_key like`; null for none. */
const patternOf = (search: string): string | null =>
  search === '' ? null : `%${searchKey(search).replace(/[\\%_]/g, '\\$&')}%`;

/**
 * The tasks of a year, a page at a time: what is open first, by the due date of what presses most.
 * @param today YYYY-MM-DD
 * @param page from 1; beyond the last one is empty
 */
export async function findTasks(
  scope: Scope,
  unit: UnitId,
  filter: TaskFilter,
  today: string,
  page: number,
): Promise<TaskList> {
  const [row] = await scope.run(tasksOfYear, [
    unit,
    filter.year,
    filter.organisations,
    filter.part,
    filter.state,
    filter.criterion,
    today,
    patternOf(filter.search),
    (page - 1) * TASKS_OF_A_PAGE,
  ]);
  return row!;
}
