import type { DueBound, Recurrence } from '../../../domain/calendar/index.ts';
import type { OccurrenceState } from '../../../domain/task/index.ts';
import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

/** Something to be done on a day, for calendars, feeds and reminders. */
export interface DueOccurrence {
  readonly id: string;
  readonly taskId: string;
  readonly text: string;
  readonly form: 'order' | 'request';
  readonly recurrence: Recurrence;
  readonly period: string;
  /** YYYY-MM-DD. */
  readonly dueDate: string;
  readonly bound: DueBound | null;
  readonly state: OccurrenceState;
  readonly leadId: OrganisationId;
  readonly lead: string;
  readonly partnerIds: readonly OrganisationId[];
  readonly criteria: readonly number[];
}

/** Exported for the test of its plan. */
export const occurrencesDue = prepared<DueOccurrence>(
  'occurrences_due',
  `select o.id, o.task_id as "taskId", t.text, t.form, t.recurrence, o.period, o.due_date as "dueDate", t.due_bound as bound,
          o.state, t.lead_id as "leadId", l.name as lead, t.criteria,
          array(select p.organisation_id from task_partner p where p.unit_id = t.unit_id and p.task_id = t.id) as "partnerIds"
     from task_occurrence o
     join task t on t.unit_id = o.unit_id and t.id = o.task_id
     join organisation l on l.unit_id = t.unit_id and l.id = t.lead_id
    where o.unit_id = $1 and o.due_date between $2::date and $3::date and o.state <> 'skipped' and t.state <> 'closed'
      and ($4::uuid[] is null or t.lead_id = any ($4)
           or exists (select from task_partner p
                       where p.unit_id = t.unit_id and p.task_id = t.id and p.organisation_id = any ($4)))
    order by o.due_date, o.id
    limit 2000`,
);

/**
 * What is due from a day to another, both included, by due date; at most 2,000. Nothing of closed tasks and nothing skipped,
 * but what is done as well: the caller looks at `state`.
 * @param organisationIds only what these lead or take part in
 */
export function occurrencesBetween(
  scope: Scope,
  unit: UnitId,
  from: string,
  to: string,
  { organisationIds }: { readonly organisationIds?: readonly OrganisationId[] } = {},
): Promise<DueOccurrence[]> {
  return scope.run(occurrencesDue, [unit, from, to, organisationIds ?? null]);
}

/** A task as a form offers it. */
export interface TaskToChoose {
  readonly id: string;
  readonly text: string;
  readonly lead: string;
}

const tasksToChoose = prepared<TaskToChoose>(
  'tasks_to_choose',
  `select t.id, t.text, l.name as lead
     from task t join organisation l on l.unit_id = t.unit_id and l.id = t.lead_id
    where t.unit_id = $1 and t.year = $2 and t.state <> 'closed'
      and ($3::uuid[] is null or t.lead_id = any ($3)
           or exists (select from task_partner p
                       where p.unit_id = t.unit_id and p.task_id = t.id and p.organisation_id = any ($3)))
    order by t.id
    limit 200`,
);

/** The tasks of a year that something can be linked to, at most 200, in the order in which they were given. */
export function tasksForChoice(
  scope: Scope,
  unit: UnitId,
  year: number,
  { organisationIds }: { readonly organisationIds?: readonly OrganisationId[] } = {},
): Promise<TaskToChoose[]> {
  return scope.run(tasksToChoose, [unit, year, organisationIds ?? null]);
}

const finishedItems = prepared<{ plan_item: string }>(
  'finished_items_of_plan',
  `select t.plan_item
     from task t
    where t.unit_id = $1 and t.plan_id = $2 and t.plan_item is not null
      and t.recurrence = 'once'
      and not exists (select from task part where part.unit_id = t.unit_id and part.parent_id = t.id)
    group by t.plan_item
   having bool_and(t.state = 'done')`,
);

/** The items of a plan whose work was to be done once and is done, all its parts included: next year's plan leaves them out. */
export async function finishedItemsOfPlan(scope: Scope, unit: UnitId, planId: string): Promise<string[]> {
  return (await scope.run(finishedItems, [unit, planId])).map((row) => row.plan_item);
}
