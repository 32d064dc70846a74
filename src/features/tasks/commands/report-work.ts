import { stateByOccurrences } from '../../../domain/task/index.ts';
import { newId, type PersonActor, type Scope, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type IncomingFile, keepFile } from '../../files/index.ts';
import {
  type OccurrencePlace,
  occurrenceFor,
  type StoredTask,
  type TaskAddress,
  type TaskOutcome,
  type TaskPlace,
  type TasksContext,
  taskAsSeen,
  taskFor,
} from './context.ts';
import { type OccurrenceRow, writeTasks } from './write-tasks.ts';

/** What a person says about the work, with the evidence. */
export interface WorkNote {
  readonly text: string;
  readonly files: readonly IncomingFile[];
}

/** Keeps the files of a note and says where they belong. */
async function keepFiles(
  scope: Scope,
  context: TasksContext,
  actor: PersonActor,
  task: StoredTask,
  occurrenceId: string | null,
  files: readonly IncomingFile[],
  at: Date,
) {
  const kept = [];
  for (const file of files) {
    const { id } = await keepFile(scope, context.files, actor, task.unitId, file, at);
    kept.push({ taskId: task.id, occurrenceId, fileId: id });
  }
  return kept;
}

/** Lead or partner tells how far the work is; nothing changes its state. */
export async function noteProgress(
  context: TasksContext,
  actor: PersonActor,
  place: TaskAddress,
  note: WorkNote,
): Promise<void> {
  await withScope(context.database, actor, async (scope) => {
    const task = await taskFor(scope, actor, place, 'note_progress');
    const at = context.clock.now();
    writeTasks(scope, actor, task.unitId, at, {
      files: await keepFiles(scope, context, actor, task, null, note.files, at),
      events: [{ taskId: task.id, kind: 'progress', text: note.text }],
    });
    recordAudit(scope, task.unitId, at, {
      deed: 'noteProgress',
      object: { kind: 'task', id: task.id },
      fields: ['progress'],
    });
  });
}

/** The lead reports one occurrence as done; the planning officer accepts it or gives it back. */
export async function reportDone(
  context: TasksContext,
  actor: PersonActor,
  place: OccurrencePlace,
  note: WorkNote,
): Promise<TaskOutcome> {
  return withScope(context.database, actor, async (scope) => {
    const found = await occurrenceFor(scope, actor, place, 'report');
    if (found === null) return 'conflict';
    const { task, occurrence } = found;
    const at = context.clock.now();
    writeTasks(scope, actor, task.unitId, at, {
      changed: [task],
      changedOccurrences: [{ ...occurrence, state: 'reported', reason: null, reportedAt: at }],
      files: await keepFiles(scope, context, actor, task, occurrence.id, note.files, at),
      events: [{ taskId: task.id, occurrenceId: occurrence.id, kind: 'reported', text: note.text }],
    });
    recordAudit(scope, task.unitId, at, {
      deed: 'reportTaskDone',
      object: { kind: 'task', id: task.id },
      fields: [`occurrence.${occurrence.period}`],
    });
    return 'done';
  });
}

/**
 * Of a task done whenever something happens: it has happened on a day, and this was done. Such a day is reported as done at
 * once; a day has one row, so a second event of the same day belongs into the same report.
 */
export async function recordEvent(
  context: TasksContext,
  actor: PersonActor,
  place: TaskPlace,
  day: string,
  note: WorkNote,
): Promise<TaskOutcome | 'day-taken'> {
  return withScope(context.database, actor, async (scope) => {
    const task = await taskAsSeen(scope, actor, place, 'record_event');
    if (task === null) return 'conflict';
    if (task.occurrences.some(({ period }) => period === day)) return 'day-taken';
    const at = context.clock.now();
    const occurrence: OccurrenceRow = {
      id: newId(),
      taskId: task.id,
      period: day,
      dueDate: null,
      state: 'reported',
      reason: null,
      reportedAt: at,
    };
    writeTasks(scope, actor, task.unitId, at, {
      changed: [task],
      addedOccurrences: [occurrence],
      files: await keepFiles(scope, context, actor, task, occurrence.id, note.files, at),
      events: [{ taskId: task.id, occurrenceId: occurrence.id, kind: 'reported', text: note.text }],
    });
    recordAudit(scope, task.unitId, at, {
      deed: 'recordTaskEvent',
      object: { kind: 'task', id: task.id },
      fields: [`occurrence.${day}`],
    });
    return 'done';
  });
}

const settling = {
  accept: { state: 'done', event: 'accepted', deed: 'acceptTask' },
  return: { state: 'returned', event: 'returned', deed: 'returnTask' },
  skip: { state: 'skipped', event: 'skipped', deed: 'skipTask' },
  resume: { state: 'waiting', event: 'reopened', deed: 'resumeTask' },
} as const;

/**
 * The planning officer accepts what was reported, returns it or skips it with a reason, or takes a skip back. The state of
 * the task follows from its occurrences.
 */
export async function settleOccurrence(
  context: TasksContext,
  actor: PersonActor,
  place: OccurrencePlace,
  deed: keyof typeof settling,
  reason: string | null,
): Promise<TaskOutcome> {
  return withScope(context.database, actor, async (scope) => {
    const found = await occurrenceFor(scope, actor, place, deed);
    if (found === null) return 'conflict';
    const { task } = found;
    const { state, event, deed: name } = settling[deed];
    const occurrence: OccurrenceRow = {
      ...found.occurrence,
      state,
      reason: deed === 'return' || deed === 'skip' ? reason : null,
    };
    const states = task.occurrences.map((one) => (one.id === occurrence.id ? state : one.state));
    const at = context.clock.now();
    writeTasks(scope, actor, task.unitId, at, {
      changed: [{ ...task, state: stateByOccurrences(task.recurrence, states) }],
      changedOccurrences: [occurrence],
      events: [{ taskId: task.id, occurrenceId: occurrence.id, kind: event, text: reason }],
    });
    recordAudit(scope, task.unitId, at, {
      deed: name,
      object: { kind: 'task', id: task.id },
      fields: [`occurrence.${occurrence.period}`],
    });
    return 'done';
  });
}
