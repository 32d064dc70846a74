import { REQUESTED_KINDS, type UnitKind } from '../../../domain/plan/index.ts';
import type { OccurrenceDeed, OccurrenceState, TaskDeed, TaskState } from '../../../domain/task/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import {
  type Database,
  type OrganisationId,
  type PersonActor,
  prepared,
  type Scope,
  type UnitId,
} from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/file-store/index.ts';
import { inWrongState, notAllowed, notFound } from '../../../platform/http/index.ts';
import { findUnitAtWork, type UnitAtWork } from '../../territory/index.ts';
import { mayPlanTasks, maySeeTasks, occurrenceDeedsOf, type TaskOfUnit, taskDeedsOf } from '../policy.ts';
import type { OccurrenceRow, TaskRow } from './write-tasks.ts';

/** What every deed on tasks needs. */
export interface TasksContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: FileStore;
}

/** Which task a deed is about. */
export interface TaskAddress {
  readonly unitCode: string;
  readonly id: string;
}

/** For a deed that must not meet a change of somebody else: which state of the task the person saw. */
export interface TaskPlace extends TaskAddress {
  readonly seenRevision: number;
}

export interface OccurrencePlace extends TaskPlace {
  readonly occurrenceId: string;
}

/** Somebody else changed the task meanwhile, and nothing was written: the person looks at it again. */
export type TaskOutcome = 'done' | 'conflict';

/** A task as stored, held for this transaction. */
export interface StoredTask extends TaskRow, TaskOfUnit {
  readonly revision: number;
  readonly targetIds: readonly string[];
  readonly occurrences: readonly OccurrenceRow[];
}

const lockStatement = prepared(
  'lock_task',
  `select t.id from task t join unit u on u.unit_id = t.unit_id where u.code = $1 and t.id = $2 for no key update of t`,
);

const columns = `t.id, t.unit_id as "unitId", t.year, t.plan_id as "planId", t.plan_item as "planItem", t.parent_id as "parentId",
  t.text, t.form, t.lead_id as "leadId", t.criteria, t.recurrence, t.due_bound as "dueBound", t.state,
  t.closed_reason as "closedReason", t.planned, t.revision,
  array(select p.organisation_id from task_partner p where p.unit_id = t.unit_id and p.task_id = t.id) as "partnerIds",
  array(select k.target_id from task_target k where k.unit_id = t.unit_id and k.task_id = t.id) as "targetIds",
  (select coalesce(json_agg(json_build_object('id', o.id, 'taskId', o.task_id, 'period', o.period, 'dueDate', o.due_date,
                                              'state', o.state, 'reason', o.reason, 'reportedAt', o.reported_at)
                            order by o.due_date, o.period), '[]')
     from task_occurrence o where o.unit_id = t.unit_id and o.task_id = t.id) as occurrences`;

const storedTask = prepared<StoredTask>(
  'task_to_change',
  `select ${columns} from task t join unit u on u.unit_id = t.unit_id where u.code = $1 and t.id = $2`,
);

const storedTasksOfPlans = prepared<StoredTask>(
  'tasks_of_plans',
  `select ${columns} from task t
    where t.unit_id = $1 and t.plan_id = any ($2) and t.plan_item is not null order by t.id for no key update of t`,
);

/** The tasks that the plans have made, held for this transaction. */
export function tasksOfPlans(scope: Scope, unit: UnitId, plans: readonly string[]): Promise<StoredTask[]> {
  return scope.run(storedTasksOfPlans, [unit, plans]);
}

/** The task of the address, held for this transaction. @throws RequestError 404 for who may not know of it */
async function taskToChange(
  scope: Scope,
  actor: PersonActor,
  { unitCode, id }: TaskAddress,
): Promise<StoredTask> {
  scope.send(lockStatement, [unitCode, id]);
  const [task] = await scope.run(storedTask, [unitCode, id]);
  if (task === undefined || !maySeeTasks(actor, task.unitId)) throw notFound();
  return task;
}

const OPEN_FIRST = 'Cán bộ thường trực mở lại nhiệm vụ đã đóng, hoặc trả lại kỳ đã hoàn thành, rồi làm tiếp.';
const wrongStates: Readonly<Record<TaskDeed | OccurrenceDeed, string>> = {
  note_progress: `Nhiệm vụ đã hoàn thành hoặc đã đóng nên không ghi thêm tiến độ được. ${OPEN_FIRST}`,
  record_event:
    'Nhiệm vụ đã đóng nên không ghi thêm lần phát sinh được. Cán bộ thường trực mở lại nhiệm vụ trước.',
  raise_difficulty:
    'Nhiệm vụ đã hoàn thành hoặc đã đóng nên không báo khó khăn về nhiệm vụ này được. Hãy báo ở trang Khó khăn, vướng mắc.',
  reassign: `Nhiệm vụ đã hoàn thành hoặc đã đóng nên không đổi đơn vị thực hiện được. ${OPEN_FIRST}`,
  change_due: `Nhiệm vụ đã hoàn thành hoặc đã đóng nên không đổi hạn được. ${OPEN_FIRST}`,
  split: `Nhiệm vụ đã hoàn thành hoặc đã đóng nên không tách được. ${OPEN_FIRST}`,
  close: 'Nhiệm vụ đã hoàn thành hoặc đã đóng nên không cần đóng nữa.',
  reopen: 'Nhiệm vụ chưa đóng nên không cần mở lại.',
  report:
    'Kỳ này đã được báo cáo, đã hoàn thành hoặc đã bỏ qua. Muốn báo cáo lại thì đề nghị cán bộ thường trực trả lại.',
  accept: 'Chỉ chấp nhận được kỳ đã báo cáo hoàn thành. Hãy đợi đơn vị chủ trì báo cáo.',
  return: 'Chỉ trả lại được kỳ đã báo cáo hoặc đã hoàn thành. Hãy đợi đơn vị chủ trì báo cáo.',
  skip: 'Kỳ này đã được báo cáo, đã hoàn thành hoặc đã bỏ qua nên không bỏ qua được nữa.',
  resume: 'Kỳ này không bị bỏ qua nên không cần lấy lại.',
  remind: 'Kỳ này không còn chờ thực hiện nên không cần nhắc.',
};

const nameOf = (deed: string): string => deed.replaceAll('_', '-');
const TASK_STATES: readonly TaskState[] = ['open', 'done', 'closed'];
const OCCURRENCE_STATES: readonly OccurrenceState[] = ['waiting', 'reported', 'done', 'returned', 'skipped'];

/**
 * The policy of a deed on a task: not allowed for who may never do it, in the wrong state for who might at another time.
 * @throws RequestError 403 or 409
 */
export function assertTaskDeed(actor: PersonActor, task: TaskOfUnit, deed: TaskDeed): void {
  if (taskDeedsOf(actor, task).has(deed)) return;
  const ever = TASK_STATES.some((state) => taskDeedsOf(actor, { ...task, state }).has(deed));
  throw ever
    ? inWrongState(`tasks.wrong-state-to-${nameOf(deed)}`, wrongStates[deed])
    : notAllowed(`tasks.may-not-${nameOf(deed)}`);
}

/** The policy of a deed on one occurrence. @throws RequestError 403 or 409 */
export function assertOccurrenceDeed(
  actor: PersonActor,
  task: TaskOfUnit,
  state: OccurrenceState,
  deed: OccurrenceDeed,
): void {
  if (occurrenceDeedsOf(actor, task, state).has(deed)) return;
  const ever = OCCURRENCE_STATES.some((one) =>
    occurrenceDeedsOf(actor, { ...task, state: 'open' }, one).has(deed),
  );
  throw ever
    ? inWrongState(`tasks.wrong-state-to-${nameOf(deed)}`, wrongStates[deed])
    : notAllowed(`tasks.may-not-${nameOf(deed)}`);
}

/** The task for a deed that only adds to it. @throws RequestError 403, 404 or 409 */
export async function taskFor(
  scope: Scope,
  actor: PersonActor,
  place: TaskAddress,
  deed: TaskDeed,
): Promise<StoredTask> {
  const task = await taskToChange(scope, actor, place);
  assertTaskDeed(actor, task, deed);
  return task;
}

/** The task for a deed; null when somebody changed it meanwhile. @throws RequestError 403, 404 or 409 */
export async function taskAsSeen(
  scope: Scope,
  actor: PersonActor,
  place: TaskPlace,
  deed: TaskDeed,
): Promise<StoredTask | null> {
  const task = await taskFor(scope, actor, place, deed);
  return task.revision === place.seenRevision ? task : null;
}

/** The occurrence for a deed with its task; null when somebody changed it meanwhile. @throws RequestError 403, 404 or 409 */
export async function occurrenceFor(
  scope: Scope,
  actor: PersonActor,
  place: OccurrencePlace,
  deed: OccurrenceDeed,
): Promise<{ task: StoredTask; occurrence: OccurrenceRow } | null> {
  const task = await taskToChange(scope, actor, place);
  const occurrence = task.occurrences.find(({ id }) => id === place.occurrenceId);
  if (occurrence === undefined) throw notFound();
  assertOccurrenceDeed(actor, task, occurrence.state, deed);
  return task.revision === place.seenRevision ? { task, occurrence } : null;
}

/** The unit of the address for who sees its tasks. @throws RequestError 404 for everybody else */
export async function unitOfTasks(scope: Scope, actor: PersonActor, code: string): Promise<UnitAtWork> {
  const unit = await findUnitAtWork(scope, code);
  if (unit === undefined || !maySeeTasks(actor, unit.id)) throw notFound();
  return unit;
}

/** The unit of the address for its planning officer. @throws RequestError 403 or 404 for everybody else */
export async function unitToPlan(
  scope: Scope,
  actor: PersonActor,
  code: string,
  refusal: string,
): Promise<UnitAtWork> {
  const unit = await unitOfTasks(scope, actor, code);
  if (!mayPlanTasks(actor, unit.id)) throw notAllowed(refusal);
  return unit;
}

/** Which of these are organisations and targets of the unit. */
const knownInUnit = prepared<{ organisations: { id: OrganisationId; kind: string }[]; targets: number }>(
  'known_in_unit',
  `select (select coalesce(json_agg(json_build_object('id', id, 'kind', kind)), '[]')
             from organisation where unit_id = $1 and id = any ($2)) as organisations,
          (select count(*)::int from target where unit_id = $1 and id = any ($3)) as targets`,
);

/**
 * @returns in which form the organisations are given work: the Front and the unions are requested, whatever was chosen
 * @throws RequestError 404 where one is no organisation, or no target, of the unit
 */
export async function assertOfUnit(
  scope: Scope,
  unit: UnitId,
  ids: readonly OrganisationId[],
  targetIds: readonly string[] = [],
): Promise<(leadId: OrganisationId, chosen: TaskRow['form']) => TaskRow['form']> {
  const [wanted, wantedTargets] = [new Set(ids), new Set(targetIds)];
  const [known] = await scope.run(knownInUnit, [unit, [...wanted], [...wantedTargets]]);
  const { organisations, targets } = known!;
  if (organisations.length !== wanted.size || targets !== wantedTargets.size) throw notFound();
  const requested = new Set(
    organisations.flatMap(({ id, kind }) => (REQUESTED_KINDS.has(kind as UnitKind) ? [id] : [])),
  );
  return (leadId, chosen) => (requested.has(leadId) ? 'request' : chosen);
}
