import { today } from '../../../platform/clock.ts';
import {
  newId,
  type OrganisationId,
  type PersonActor,
  type PersonId,
  prepared,
  type Scope,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type OccurrencePlace, occurrenceFor, type TasksContext, unitToPlan } from './context.ts';
import { writeTasks } from './write-tasks.ts';

/** A reminder about to be made. */
export interface NewReminder {
  readonly personId: PersonId;
  readonly taskId: string;
  readonly occurrenceId: string;
  readonly kind: 'before' | 'on_day' | 'after' | 'by_hand';
}

const insertStatement = prepared(
  'insert_reminders',
  `insert into reminder (unit_id, id, person_id, task_id, occurrence_id, kind, day, made_by, made_at)
   select $1, n.id, n."personId", n."taskId", n."occurrenceId", n.kind, $2, $3, $4
     from json_to_recordset($5) as n (id uuid, "personId" uuid, "taskId" uuid, "occurrenceId" uuid, kind text)
   on conflict do nothing`,
);

/**
 * Makes reminders for a day; one of the same kind for the same person, occurrence and day is made once.
 * @param by null when the program reminds by itself
 */
export function insertReminders(
  scope: Scope,
  unit: UnitId,
  reminders: readonly NewReminder[],
  made: { readonly day: string; readonly by: PersonId | null; readonly at: Date },
): void {
  if (reminders.length === 0) return;
  const rows = reminders.map((reminder) => ({ id: newId<string>(), ...reminder }));
  scope.send(insertStatement, [unit, made.day, made.by, made.at, JSON.stringify(rows)]);
}

interface ToRemind {
  taskId: string;
  occurrenceId: string;
  personId: PersonId | null;
}

const workers = `membership m
       join person p on p.unit_id = m.unit_id and p.id = m.person_id and p.disabled_at is null and m.role <> 'administrator'`;

const workersOf = prepared<{ personId: PersonId }>(
  'workers_of_organisation',
  `select distinct p.id as "personId" from ${workers} where m.unit_id = $1 and m.organisation_id = $2`,
);

const lateWork = prepared<ToRemind>(
  'late_work_to_remind',
  `select distinct o.task_id as "taskId", o.id as "occurrenceId", w.id as "personId"
     from task_occurrence o
     join task t on t.unit_id = o.unit_id and t.id = o.task_id and t.state = 'open' and t.year = $2
     left join (select m.organisation_id, p.id from ${workers} where m.unit_id = $1) w on w.organisation_id = t.lead_id
    where o.unit_id = $1 and o.state in ('waiting', 'reported', 'returned')
      and occurrence_standing(o.state, o.due_date, t.due_bound, $3::date) in ('late', 'returned')
      and ($4::uuid is null or t.lead_id = $4)`,
);

/** Reminds the people of the lead organisation of one occurrence. @returns how many there are; null on a conflict */
export async function remindOfOccurrence(
  context: TasksContext,
  actor: PersonActor,
  place: OccurrencePlace,
): Promise<number | null> {
  return withScope(context.database, actor, async (scope) => {
    const found = await occurrenceFor(scope, actor, place, 'remind');
    if (found === null) return null;
    const { task, occurrence } = found;
    const people = await scope.run(workersOf, [task.unitId, task.leadId]);
    const at = context.clock.now();
    const reminders = people.map(({ personId }) => ({
      personId,
      taskId: task.id,
      occurrenceId: occurrence.id,
      kind: 'by_hand' as const,
    }));
    insertReminders(scope, task.unitId, reminders, { day: today(context.clock), by: actor.personId, at });
    writeTasks(scope, actor, task.unitId, at, {
      events: [{ taskId: task.id, occurrenceId: occurrence.id, kind: 'reminded' }],
    });
    recordAudit(scope, task.unitId, at, {
      deed: 'remindOfTask',
      object: { kind: 'task', id: task.id },
      fields: [`occurrence.${occurrence.period}`],
    });
    return people.length;
  });
}

/**
 * Reminds of everything late or returned of a year, at one go.
 * @param organisation only of what this one leads
 * @returns how many tasks were reminded of, and how many of them have nobody to remind
 */
export async function remindOfLateWork(
  context: TasksContext,
  actor: PersonActor,
  place: { readonly unitCode: string; readonly year: number; readonly organisation: OrganisationId | null },
): Promise<{ tasks: number; withoutPeople: number }> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitToPlan(scope, actor, place.unitCode, 'tasks.may-not-remind');
    const day = today(context.clock);
    const rows = await scope.run(lateWork, [unit.id, place.year, day, place.organisation]);
    const tasks = new Set(rows.map(({ taskId }) => taskId));
    const reached = new Set(rows.filter(({ personId }) => personId !== null).map(({ taskId }) => taskId));
    if (tasks.size === 0) return { tasks: 0, withoutPeople: 0 };
    const at = context.clock.now();
    const reminders = rows.flatMap(({ personId, taskId, occurrenceId }) =>
      personId === null ? [] : [{ personId, taskId, occurrenceId, kind: 'by_hand' as const }],
    );
    insertReminders(scope, unit.id, reminders, { day, by: actor.personId, at });
    writeTasks(scope, actor, unit.id, at, {
      events: [...reached].map((taskId) => ({ taskId, kind: 'reminded' as const })),
    });
    recordAudit(scope, unit.id, at, {
      deed: 'remindOfLateWork',
      object: { kind: 'unit', id: unit.id },
      fields: [...reached].map((id) => `task.${id}`),
    });
    return { tasks: reached.size, withoutPeople: tasks.size - reached.size };
  });
}

const markRead = prepared(
  'mark_reminders_read',
  `update reminder set read_at = $3
    where unit_id = $1 and person_id = $2 and read_at is null and ($4::uuid is null or task_id = $4)`,
);

/**
 * Marks the reminders of the person as read. Nobody else's are touched, and nothing of the unit's work changes.
 * @param taskId only those about this task
 */
export async function markRemindersRead(
  { database, clock }: Pick<TasksContext, 'database' | 'clock'>,
  actor: PersonActor,
  taskId: string | null = null,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    scope.send(markRead, [actor.unit.id, actor.personId, clock.now(), taskId]);
  });
}
