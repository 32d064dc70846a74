import type { Recurrence } from '../calendar/index.ts';
import type { OccurrenceState, TaskState } from './task.ts';

/** What a person is to a task. One person may be several of these at once. */
export interface TaskStanding {
  /** Works in the organisation that leads. */
  readonly lead: boolean;
  /** Works in an organisation that takes part. */
  readonly partner: boolean;
  /** Plans the unit's work for children. */
  readonly planner: boolean;
}

export type TaskDeed =
  | 'note_progress'
  /** Of a task done on an event: it has happened, and this was done. */
  | 'record_event'
  | 'raise_difficulty'
  | 'reassign'
  | 'change_due'
  | 'split'
  | 'close'
  | 'reopen';

export type OccurrenceDeed = 'report' | 'accept' | 'return' | 'skip' | 'resume' | 'remind';

/** What decides what can be done with a task. */
export interface TaskKind {
  readonly state: TaskState;
  readonly recurrence: Recurrence;
}

/** What a person of this standing may do with a task now; the screen and the server ask the same. */
export function deedsOnTask(task: TaskKind, standing: TaskStanding): ReadonlySet<TaskDeed> {
  const deeds = new Set<TaskDeed>();
  if (task.state === 'closed' && standing.planner) deeds.add('reopen');
  if (task.state !== 'open') return deeds;
  if (standing.lead || standing.partner) {
    deeds.add('note_progress');
    deeds.add('raise_difficulty');
  }
  if (standing.lead && task.recurrence === 'on_event') deeds.add('record_event');
  if (standing.planner) {
    deeds.add('reassign');
    deeds.add('change_due');
    deeds.add('split');
    deeds.add('close');
  }
  return deeds;
}

const toBeDone: ReadonlySet<OccurrenceState> = new Set(['waiting', 'returned']);

/** Whether the lead still has to do it. */
export function isToBeDone(state: OccurrenceState): boolean {
  return toBeDone.has(state);
}

/**
 * What a person of this standing may do with one occurrence now. With a closed task nobody does anything; what was
 * accepted too early can be returned, which opens the task again.
 */
export function deedsOnOccurrence(
  task: TaskKind,
  state: OccurrenceState,
  standing: TaskStanding,
): ReadonlySet<OccurrenceDeed> {
  const deeds = new Set<OccurrenceDeed>();
  if (task.state === 'closed') return deeds;
  if (standing.lead && isToBeDone(state)) deeds.add('report');
  if (!standing.planner) return deeds;
  if (state === 'reported') deeds.add('accept');
  if (state === 'reported' || state === 'done') deeds.add('return');
  if (state === 'skipped') deeds.add('resume');
  if (isToBeDone(state)) {
    deeds.add('skip');
    deeds.add('remind');
  }
  return deeds;
}

/** The state of an occurrence after a deed that is allowed. */
export function occurrenceAfter(state: OccurrenceState, deed: OccurrenceDeed): OccurrenceState {
  switch (deed) {
    case 'report':
      return 'reported';
    case 'accept':
      return 'done';
    case 'return':
      return 'returned';
    case 'skip':
      return 'skipped';
    case 'resume':
      return 'waiting';
    case 'remind':
      return state;
  }
}

/**
 * The state that a task which is not closed has by its occurrences: done once none is left and at least one was done. What
 * is done whenever something happens is never done by itself; the planning officer closes it.
 */
export function stateByOccurrences(
  recurrence: Recurrence,
  occurrences: readonly OccurrenceState[],
): 'open' | 'done' {
  const settled = occurrences.every((state) => state === 'done' || state === 'skipped');
  return recurrence !== 'on_event' && settled && occurrences.includes('done') ? 'done' : 'open';
}
