import { type DueBound, occurrencesOf, type Recurrence } from '../../../domain/calendar/index.ts';
import { askedSince, stateByOccurrences } from '../../../domain/task/index.ts';
import { today } from '../../../platform/clock.ts';
import { newId, type OrganisationId, type PersonActor, withScope } from '../../../platform/database/index.ts';
import { inWrongState, notFound } from '../../../platform/http/index.ts';
import { lunarDates } from '../../../platform/lunar-dates.ts';
import { recordAudit } from '../../audit/index.ts';
import { changeOfDueText } from '../wording.ts';
import {
  assertOfUnit,
  type StoredTask,
  type TaskOutcome,
  type TaskPlace,
  type TasksContext,
  taskAsSeen,
  unitToPlan,
} from './context.ts';
import { type OccurrenceRow, type TaskRow, writeTasks } from './write-tasks.ts';

/** A task given beside the plan. */
export interface NewTask {
  readonly year: number;
  readonly text: string;
  readonly form: 'order' | 'request';
  readonly leadId: OrganisationId;
  readonly partnerIds: readonly OrganisationId[];
  readonly criteria: readonly number[];
  readonly targetIds: readonly string[];
  readonly recurrence: Recurrence;
  readonly due: { readonly date: string; readonly bound: DueBound } | null;
}

/** The lead is no partner of itself. */
const partnersBeside = (leadId: OrganisationId, partnerIds: readonly OrganisationId[]): OrganisationId[] =>
  partnerIds.filter((id) => id !== leadId);

/** The planning officer gives a task beside the plan. Of what comes round nothing is asked that is over. @returns its id */
export async function giveTask(
  context: TasksContext,
  actor: PersonActor,
  unitCode: string,
  task: NewTask,
): Promise<string> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitToPlan(scope, actor, unitCode, 'tasks.may-not-give');
    const partners = partnersBeside(task.leadId, task.partnerIds);
    const formFor = await assertOfUnit(scope, unit.id, [task.leadId, ...partners], task.targetIds);
    const at = context.clock.now();
    const id = newId<string>();
    const { year, recurrence, due } = task;
    const occurrences = askedSince(
      occurrencesOf({ recurrence, year, due, lunar: lunarDates }),
      today(context.clock),
    );
    const row: TaskRow = {
      id,
      year,
      planId: null,
      planItem: null,
      parentId: null,
      text: task.text,
      form: formFor(task.leadId, task.form),
      leadId: task.leadId,
      criteria: task.criteria,
      recurrence,
      dueBound: due?.bound ?? null,
      state: 'open',
      closedReason: null,
      planned: null,
    };
    writeTasks(scope, actor, unit.id, at, {
      added: [row],
      partners: new Map([[id, partners]]),
      targets: new Map([[id, task.targetIds]]),
      addedOccurrences: occurrences.map((occurrence) => waiting(id, occurrence)),
      events: [{ taskId: id, kind: 'created' }],
    });
    recordAudit(scope, unit.id, at, {
      deed: 'giveTask',
      object: { kind: 'task', id },
      fields: ['text', 'lead', 'due'],
    });
    return id;
  });
}

/** An occurrence that nobody has done anything about. */
export const waiting = (
  taskId: string,
  { period, dueDate }: { readonly period: string; readonly dueDate: string | null },
): OccurrenceRow => ({
  id: newId(),
  taskId,
  period,
  dueDate,
  state: 'waiting',
  reason: null,
  reportedAt: null,
});

/** Another organisation leads, or others take part; with a reason. */
export async function reassignTask(
  context: TasksContext,
  actor: PersonActor,
  place: TaskPlace,
  to: Pick<NewTask, 'leadId' | 'partnerIds' | 'form'> & { readonly reason: string },
): Promise<TaskOutcome> {
  return withScope(context.database, actor, async (scope) => {
    const task = await taskAsSeen(scope, actor, place, 'reassign');
    if (task === null) return 'conflict';
    const partners = partnersBeside(to.leadId, to.partnerIds);
    const formFor = await assertOfUnit(scope, task.unitId, [to.leadId, ...partners]);
    const at = context.clock.now();
    writeTasks(scope, actor, task.unitId, at, {
      changed: [{ ...task, leadId: to.leadId, form: formFor(to.leadId, to.form) }],
      partners: new Map([[task.id, partners]]),
      events: [{ taskId: task.id, kind: 'reassigned', text: to.reason }],
    });
    recordAudit(scope, task.unitId, at, {
      deed: 'reassignTask',
      object: { kind: 'task', id: task.id },
      fields: ['lead', 'partners', 'form'],
    });
    return 'done';
  });
}

/** New due dates of what is not yet done, with a reason; occurrences that are not named keep theirs. */
export async function changeDueDates(
  context: TasksContext,
  actor: PersonActor,
  place: TaskPlace,
  change: {
    readonly bound: DueBound | null;
    readonly dueDates: ReadonlyMap<string, string | null>;
    readonly reason: string;
  },
): Promise<TaskOutcome> {
  return withScope(context.database, actor, async (scope) => {
    const task = await taskAsSeen(scope, actor, place, 'change_due');
    if (task === null) return 'conflict';
    const unsettled = task.occurrences.filter(({ state }) => state === 'waiting' || state === 'returned');
    if ([...change.dueDates.keys()].some((id) => !unsettled.some((occurrence) => occurrence.id === id)))
      throw notFound();
    const moved = unsettled.flatMap((occurrence) => {
      const dueDate = change.dueDates.get(occurrence.id);
      return dueDate === undefined || dueDate === occurrence.dueDate ? [] : [{ from: occurrence, dueDate }];
    });
    const at = context.clock.now();
    writeTasks(scope, actor, task.unitId, at, {
      changed: [{ ...task, dueBound: change.bound }],
      changedOccurrences: moved.map(({ from, dueDate }) => ({ ...from, dueDate })),
      events: [
        {
          taskId: task.id,
          kind: 'changed',
          text: [change.reason, ...moved.map(({ from, dueDate }) => changeOfDueText(from, dueDate))].join(
            ' · ',
          ),
        },
      ],
    });
    recordAudit(scope, task.unitId, at, {
      deed: 'changeDueDates',
      object: { kind: 'task', id: task.id },
      fields: ['bound', ...moved.map(({ from }) => `occurrence.${from.period}`)],
    });
    return 'done';
  });
}

/** One of the parts into which a task is split. */
export interface TaskPart {
  readonly leadId: OrganisationId;
  readonly text: string;
}

/**
 * Splits a task into parts, each led by one organisation, with the due dates of what is not yet done. The whole is closed
 * with the reason and names its parts.
 */
export async function splitTask(
  context: TasksContext,
  actor: PersonActor,
  place: TaskPlace,
  parts: readonly TaskPart[],
  reason: string,
): Promise<TaskOutcome> {
  return withScope(context.database, actor, async (scope) => {
    const task = await taskAsSeen(scope, actor, place, 'split');
    if (task === null) return 'conflict';
    const unsettled = task.occurrences.filter(({ state }) => state === 'waiting' || state === 'returned');
    // A report would be lost with the whole, and parts with nothing to do would never be done.
    const reported = task.occurrences.some(({ state }) => state === 'reported');
    if (reported || (unsettled.length === 0 && task.recurrence !== 'on_event'))
      throw inWrongState(
        'tasks.not-to-be-split',
        'Nhiệm vụ có kỳ đang chờ chấp nhận, hoặc không còn kỳ nào phải làm. Hãy chấp nhận hoặc trả lại kỳ đã báo cáo, rồi tách phần còn lại.',
      );
    const formFor = await assertOfUnit(
      scope,
      task.unitId,
      parts.map(({ leadId }) => leadId),
    );
    const at = context.clock.now();
    const rows = parts.map((part) => partOf(task, part, formFor(part.leadId, task.form)));
    writeTasks(scope, actor, task.unitId, at, {
      added: rows,
      changed: [{ ...task, state: 'closed', closedReason: reason }],
      targets: new Map(rows.map(({ id }) => [id, task.targetIds])),
      addedOccurrences: rows.flatMap(({ id }) => unsettled.map((occurrence) => waiting(id, occurrence))),
      events: [
        { taskId: task.id, kind: 'split', text: reason },
        ...rows.map(({ id }) => ({ taskId: id, kind: 'created' as const, text: reason })),
      ],
    });
    recordAudit(scope, task.unitId, at, {
      deed: 'splitTask',
      object: { kind: 'task', id: task.id },
      fields: rows.map(({ id }) => `part.${id}`),
    });
    return 'done';
  });
}

function partOf(task: StoredTask, { leadId, text }: TaskPart, form: TaskRow['form']): TaskRow {
  return { ...task, id: newId(), parentId: task.id, leadId, text, form, planned: null };
}

/** Gives a task up, with a reason; what is done of it stays. */
export async function closeTask(
  context: TasksContext,
  actor: PersonActor,
  place: TaskPlace,
  reason: string,
): Promise<TaskOutcome> {
  return withScope(context.database, actor, async (scope) => {
    const task = await taskAsSeen(scope, actor, place, 'close');
    if (task === null) return 'conflict';
    const at = context.clock.now();
    writeTasks(scope, actor, task.unitId, at, {
      changed: [{ ...task, state: 'closed', closedReason: reason }],
      events: [{ taskId: task.id, kind: 'closed', text: reason }],
    });
    recordAudit(scope, task.unitId, at, {
      deed: 'closeTask',
      object: { kind: 'task', id: task.id },
      fields: ['state'],
    });
    return 'done';
  });
}

/** Opens a closed task again; where nothing of it is left to do, it is done. */
export async function reopenTask(
  context: TasksContext,
  actor: PersonActor,
  place: TaskPlace,
): Promise<TaskOutcome> {
  return withScope(context.database, actor, async (scope) => {
    const task = await taskAsSeen(scope, actor, place, 'reopen');
    if (task === null) return 'conflict';
    const at = context.clock.now();
    const states = task.occurrences.map(({ state }) => state);
    writeTasks(scope, actor, task.unitId, at, {
      changed: [{ ...task, state: stateByOccurrences(task.recurrence, states), closedReason: null }],
      events: [{ taskId: task.id, kind: 'reopened' }],
    });
    recordAudit(scope, task.unitId, at, {
      deed: 'reopenTask',
      object: { kind: 'task', id: task.id },
      fields: ['state'],
    });
    return 'done';
  });
}
