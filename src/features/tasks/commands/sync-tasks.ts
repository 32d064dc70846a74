import {
  askedSince,
  type PlannedWork,
  stateByOccurrences,
  type TaskTimes,
  timesOf,
} from '../../../domain/task/index.ts';
import {
  newId,
  type OrganisationId,
  type PersonActor,
  type Scope,
  type UnitId,
} from '../../../platform/database/index.ts';
import { lunarDates } from '../../../platform/lunar-dates.ts';
import { waiting } from './arrange-tasks.ts';
import { type StoredTask, tasksOfPlans } from './context.ts';
import { type OccurrenceRow, type TaskRow, type TaskWrites, writeTasks } from './write-tasks.ts';

/** A task as an item of a plan states it, with who does it already decided. */
export interface TaskOfPlan extends PlannedWork {
  readonly itemId: string;
  readonly form: 'order' | 'request';
  readonly leadId: OrganisationId;
  readonly partnerIds: readonly OrganisationId[];
  readonly criteria: readonly number[];
  readonly targetIds: readonly string[];
}

export interface SyncedTasks {
  readonly added: number;
  readonly changed: number;
  readonly closed: number;
}

/** Why a task or an occurrence ends when a plan no longer asks for it. */
export const NO_LONGER_PLANNED = 'Không còn trong kế hoạch';

interface PlanToSync {
  readonly unitId: UnitId;
  readonly planId: string;
  /** The plan that this one replaces: its tasks go over to this one, item by item. */
  readonly previousPlanId: string | null;
  readonly year: number;
  readonly tasks: readonly TaskOfPlan[];
  /** Of what comes round, nothing due before this day is asked for; absent: the whole year. */
  readonly since?: string;
  readonly at: Date;
}

/**
 * Brings the tasks of a plan in step with its items, in the transaction of the deed that puts the plan to work, in two
 * statements. What the plan still says of an item as before (who leads, who takes part, when) stays as a person may have
 * changed it since. What is done stays done; a task whose item is gone is closed with that reason, and opened again should it come back.
 * The caller records the audit.
 */
export async function syncTasksOfPlan(
  scope: Scope,
  actor: PersonActor,
  plan: PlanToSync,
): Promise<SyncedTasks> {
  const { unitId, planId, previousPlanId, at } = plan;
  const stored = await tasksOfPlans(
    scope,
    unitId,
    previousPlanId === null ? [planId] : [planId, previousPlanId],
  );
  const whole = new Map(
    stored.filter(({ parentId }) => parentId === null).map((task) => [task.planItem!, task]),
  );
  const items = new Map(plan.tasks.map((task) => [task.itemId, task]));
  const writes = emptyWrites();
  const count = { added: 0, changed: 0, closed: 0 };
  for (const item of items.values()) {
    const known = whole.get(item.itemId);
    const times = timesOf(item, plan.year, lunarDates);
    if (known === undefined) {
      addTask(writes, plan, item, times);
      count.added++;
    } else if (!isSame(known.planned, plannedOf(item)) || known.closedReason === NO_LONGER_PLANNED) {
      changeTask(writes, plan, known, item, times);
      count.changed++;
    }
  }
  const touched = new Set(writes.changed.map(({ id }) => id));
  for (const task of stored) {
    if (touched.has(task.id)) continue;
    if (!items.has(task.planItem!) && task.state === 'open') {
      writes.changed.push({ ...task, planId, state: 'closed', closedReason: NO_LONGER_PLANNED });
      writes.events.push({ taskId: task.id, kind: 'closed', text: NO_LONGER_PLANNED });
      count.closed++;
    } else if (task.planId !== planId) writes.changed.push({ ...task, planId });
  }
  if (writes.added.length + writes.changed.length > 0) writeTasks(scope, actor, unitId, at, writes);
  return count;
}

type Gathered = {
  [Key in 'added' | 'changed' | 'addedOccurrences' | 'changedOccurrences' | 'events']: NonNullable<
    TaskWrites[Key]
  >[number][];
} & { readonly partners: Map<string, OrganisationId[]>; readonly targets: Map<string, readonly string[]> };

const emptyWrites = (): Gathered => ({
  added: [],
  changed: [],
  addedOccurrences: [],
  changedOccurrences: [],
  events: [],
  partners: new Map(),
  targets: new Map(),
});

/** What the plan says of an item, to be compared when the plan is put to work again. */
export function plannedOf({ itemId: _, ...says }: TaskOfPlan): Readonly<Record<string, unknown>> {
  const { text, form, leadId, partnerIds, criteria, targetIds, deadlines, recurrence } = says;
  return {
    text,
    form,
    leadId,
    partnerIds: [...partnerIds].sort(),
    criteria,
    targetIds,
    deadlines: deadlines.map(({ date, bound }) => ({ date, bound })),
    recurrence,
  };
}

/** jsonb gives its keys back in another order. */
function isSame(before: unknown, now: unknown): boolean {
  const inOrder = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(before, inOrder) === JSON.stringify(now, inOrder);
}

const fieldsOf = (plan: PlanToSync, item: TaskOfPlan, times: TaskTimes) => ({
  planId: plan.planId,
  text: item.text,
  form: item.form,
  leadId: item.leadId,
  criteria: item.criteria,
  recurrence: times.recurrence,
  dueBound: times.bound,
  planned: plannedOf(item),
});

const isAsked = (plan: PlanToSync, times: TaskTimes) =>
  plan.since === undefined ? times.occurrences : askedSince(times.occurrences, plan.since);

function addTask(writes: Gathered, plan: PlanToSync, item: TaskOfPlan, times: TaskTimes): void {
  const id = newId<string>();
  const row: TaskRow = {
    ...fieldsOf(plan, item, times),
    id,
    year: plan.year,
    planItem: item.itemId,
    parentId: null,
    state: 'open',
    closedReason: null,
  };
  writes.added.push(row);
  writes.addedOccurrences.push(...isAsked(plan, times).map((occurrence) => waiting(id, occurrence)));
  writes.events.push({ taskId: id, kind: 'created' });
  setLinks(writes, id, item);
}

function setLinks(writes: Gathered, id: string, item: TaskOfPlan): void {
  writes.partners.set(
    id,
    item.partnerIds.filter((partner) => partner !== item.leadId),
  );
  writes.targets.set(id, item.targetIds);
}

/** A task closed by a person stays closed, whatever the plan says; what the plan says as before stays as it is now. */
function changeTask(
  writes: Gathered,
  plan: PlanToSync,
  task: StoredTask,
  item: TaskOfPlan,
  times: TaskTimes,
): void {
  const says = plannedOf(item);
  const isNew = (...fields: (keyof TaskOfPlan)[]) =>
    fields.some((field) => !isSame(task.planned?.[field], says[field]));
  const led = isNew('leadId', 'form') ? item : task;
  const timed = isNew('deadlines', 'recurrence') || (item.recurrence === 'yearly_events' && isNew('text'));
  const wanted = new Map(isAsked(plan, times).map(({ period, dueDate }) => [period, dueDate]));
  const occurrences = task.occurrences.map((occurrence) =>
    timed ? inStep(occurrence, task, times, wanted) : occurrence,
  );
  const known = new Set(task.occurrences.map(({ period }) => period));
  const added = [...wanted]
    .filter(([period]) => timed && !known.has(period))
    .map(([period, dueDate]) => waiting(task.id, { period, dueDate }));
  const closedByHand = task.state === 'closed' && task.closedReason !== NO_LONGER_PLANNED;
  const states = [...occurrences, ...added].map(({ state }) => state);
  const row = {
    ...task,
    ...fieldsOf(plan, item, times),
    leadId: led.leadId,
    form: led.form,
    ...(timed ? {} : { recurrence: task.recurrence, dueBound: task.dueBound }),
  };
  writes.changed.push({
    ...row,
    state: closedByHand ? 'closed' : stateByOccurrences(row.recurrence, states),
    closedReason: closedByHand ? task.closedReason : null,
  });
  writes.addedOccurrences.push(...added);
  writes.changedOccurrences.push(...occurrences.filter((one, place) => one !== task.occurrences[place]));
  writes.events.push({ taskId: task.id, kind: 'changed', text: 'Theo kế hoạch' });
  const { partnerIds } = isNew('partnerIds') ? item : task;
  setLinks(writes, task.id, { ...item, leadId: led.leadId, partnerIds });
}

/** One occurrence as the plan now wants it; the same object where nothing about it changes. */
function inStep(
  occurrence: OccurrenceRow,
  task: StoredTask,
  times: TaskTimes,
  wanted: ReadonlyMap<string, string | null>,
): OccurrenceRow {
  const { state, period } = occurrence;
  if (times.recurrence === 'on_event' && task.recurrence === 'on_event') return occurrence;
  if (!wanted.has(period))
    return state === 'waiting' && !times.occurrences.some((one) => one.period === period)
      ? { ...occurrence, state: 'skipped', reason: NO_LONGER_PLANNED }
      : occurrence;
  const comesBack = state === 'skipped' && occurrence.reason === NO_LONGER_PLANNED;
  const dueDate = wanted.get(period)!;
  if (comesBack) return { ...occurrence, state: 'waiting', reason: null, dueDate };
  const unsettled = state === 'waiting' || state === 'returned';
  return unsettled && occurrence.dueDate !== dueDate ? { ...occurrence, dueDate } : occurrence;
}
