import type { DueBound, Recurrence } from '../../../domain/calendar/index.ts';
import type { OccurrenceState, TaskState } from '../../../domain/task/index.ts';
import { searchKey } from '../../../domain/text/index.ts';
import {
  newId,
  type OrganisationId,
  type PersonActor,
  prepared,
  type Scope,
  type UnitId,
} from '../../../platform/database/index.ts';
import type { TaskEventKind } from '../queries/task-page.ts';

/** A task as it lies in its table. */
export interface TaskRow {
  readonly id: string;
  readonly year: number;
  readonly planId: string | null;
  readonly planItem: string | null;
  readonly parentId: string | null;
  readonly text: string;
  readonly form: 'order' | 'request';
  readonly leadId: OrganisationId;
  readonly criteria: readonly number[];
  readonly recurrence: Recurrence;
  readonly dueBound: DueBound | null;
  readonly state: TaskState;
  readonly closedReason: string | null;
  readonly planned: Readonly<Record<string, unknown>> | null;
}

export interface OccurrenceRow {
  readonly id: string;
  readonly taskId: string;
  readonly period: string;
  readonly dueDate: string | null;
  readonly state: OccurrenceState;
  /** Why it was returned or skipped. */
  readonly reason: string | null;
  readonly reportedAt: Date | string | null;
}

/** Something that happened to a task. */
export interface NewEvent {
  readonly taskId: string;
  readonly occurrenceId?: string | null;
  readonly kind: TaskEventKind;
  readonly text?: string | null;
}

/** All that a deed writes about tasks. */
export interface TaskWrites {
  readonly added?: readonly TaskRow[];
  readonly changed?: readonly TaskRow[];
  /** Of these tasks, the whole set of organisations that take part. */
  readonly partners?: ReadonlyMap<string, readonly OrganisationId[]>;
  /** Of these tasks, the whole set of targets. */
  readonly targets?: ReadonlyMap<string, readonly string[]>;
  readonly addedOccurrences?: readonly OccurrenceRow[];
  readonly changedOccurrences?: readonly OccurrenceRow[];
  readonly events?: readonly NewEvent[];
  readonly files?: readonly {
    readonly taskId: string;
    readonly occurrenceId: string | null;
    readonly fileId: string;
  }[];
}

const taskColumns = `id uuid, year smallint, "planId" uuid, "planItem" text, "parentId" uuid, text text, form text, "leadId" uuid,
  criteria smallint[], recurrence text, "dueBound" text, state text, "closedReason" text, planned jsonb, "searchKey" text`;
const occurrenceColumns = `id uuid, "taskId" uuid, period text, "dueDate" date, state text, reason text, "reportedAt" timestamptz`;

const writeStatement = prepared(
  'write_tasks',
  `with added as (
     insert into task (unit_id, id, year, plan_id, plan_item, parent_id, text, form, lead_id, criteria, recurrence, due_bound,
                       state, closed_reason, planned, search_key, created_by, created_at)
     select $1, n.id, n.year, n."planId", n."planItem", n."parentId", n.text, n.form, n."leadId", n.criteria, n.recurrence,
            n."dueBound", n.state, n."closedReason", n.planned, n."searchKey", $2, $3
       from json_to_recordset($4) as n (${taskColumns})
   ), changed as (
     update task t
        set plan_id = n."planId", text = n.text, form = n.form, lead_id = n."leadId", criteria = n.criteria,
            recurrence = n.recurrence, due_bound = n."dueBound", state = n.state, closed_reason = n."closedReason",
            planned = n.planned, search_key = n."searchKey", revision = t.revision + 1
       from json_to_recordset($5) as n (${taskColumns})
      where t.unit_id = $1 and t.id = n.id
   ), left_out as (
     delete from task_partner p
      where p.unit_id = $1 and p.task_id = any ($6::uuid[])
        and not exists (select from json_to_recordset($7) as n ("taskId" uuid, "organisationId" uuid)
                         where n."taskId" = p.task_id and n."organisationId" = p.organisation_id)
   ), taking_part as (
     insert into task_partner (unit_id, id, task_id, organisation_id)
     select $1, n.id, n."taskId", n."organisationId"
       from json_to_recordset($7) as n (id uuid, "taskId" uuid, "organisationId" uuid)
     on conflict do nothing
   ), unlinked as (
     delete from task_target k
      where k.unit_id = $1 and k.task_id = any ($8::uuid[])
        and not exists (select from json_to_recordset($9) as n ("taskId" uuid, "targetId" uuid)
                         where n."taskId" = k.task_id and n."targetId" = k.target_id)
   ), linked as (
     insert into task_target (unit_id, id, task_id, target_id)
     select $1, n.id, n."taskId", n."targetId" from json_to_recordset($9) as n (id uuid, "taskId" uuid, "targetId" uuid)
     on conflict do nothing
   ), added_occurrence as (
     insert into task_occurrence (unit_id, id, task_id, period, due_date, state, reason, reported_at, state_changed_at)
     select $1, n.id, n."taskId", n.period, n."dueDate", n.state, n.reason, n."reportedAt", $3
       from json_to_recordset($10) as n (${occurrenceColumns})
   ), changed_occurrence as (
     update task_occurrence o
        set due_date = n."dueDate", state = n.state, reason = n.reason, reported_at = n."reportedAt",
            state_changed_at = case when o.state = n.state then o.state_changed_at else $3 end, revision = o.revision + 1
       from json_to_recordset($11) as n (${occurrenceColumns})
      where o.unit_id = $1 and o.id = n.id
   ), event as (
     insert into task_event (unit_id, id, task_id, occurrence_id, kind, text, person_id, happened_at)
     select $1, n.id, n."taskId", n."occurrenceId", n.kind, n.text, $2, $3
       from json_to_recordset($12) as n (id uuid, "taskId" uuid, "occurrenceId" uuid, kind text, text text)
   )
   insert into task_file (unit_id, id, task_id, occurrence_id, file_id, added_by, added_at)
   select $1, n.id, n."taskId", n."occurrenceId", n."fileId", $2, $3
     from json_to_recordset($13) as n (id uuid, "taskId" uuid, "occurrenceId" uuid, "fileId" uuid)`,
);

const withSearchKey = (task: TaskRow) => ({ ...task, searchKey: searchKey(task.text) });
const withId = <Row extends object>(row: Row) => ({ id: newId<string>(), ...row });

/** Writes all that a deed changes about tasks, in one statement. */
export function writeTasks(
  scope: Scope,
  actor: PersonActor,
  unit: UnitId,
  at: Date,
  writes: TaskWrites,
): void {
  const { partners = new Map(), targets = new Map() } = writes;
  const pairs = (sets: ReadonlyMap<string, readonly string[]>, name: string) =>
    [...sets].flatMap(([taskId, ids]) => [...new Set(ids)].map((id) => withId({ taskId, [name]: id })));
  scope.send(writeStatement, [
    unit,
    actor.personId,
    at,
    JSON.stringify((writes.added ?? []).map(withSearchKey)),
    JSON.stringify((writes.changed ?? []).map(withSearchKey)),
    [...partners.keys()],
    JSON.stringify(pairs(partners, 'organisationId')),
    [...targets.keys()],
    JSON.stringify(pairs(targets, 'targetId')),
    JSON.stringify(writes.addedOccurrences ?? []),
    JSON.stringify(writes.changedOccurrences ?? []),
    JSON.stringify((writes.events ?? []).map(withId)),
    JSON.stringify((writes.files ?? []).map(withId)),
  ]);
}
