import {
  newId,
  type OrganisationId,
  type PersonActor,
  type PersonId,
  prepared,
  type Scope,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { inWrongState, notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { mayRaiseDifficulty, organisationsOf } from '../policy.ts';
import {
  type TaskAddress,
  type TaskOutcome,
  type TasksContext,
  taskFor,
  unitOfTasks,
  unitToPlan,
} from './context.ts';
import { writeTasks } from './write-tasks.ts';

async function insertDifficulty(
  scope: Scope,
  row: {
    readonly unitId: UnitId;
    readonly taskId: string | null;
    readonly organisationId: OrganisationId;
    readonly text: string;
    readonly raisedBy: PersonId;
    readonly at: Date;
  },
): Promise<string> {
  const id = newId<string>();
  await scope.rows(
    sqlBuilder.insertInto('difficulty').values({
      unit_id: row.unitId,
      id,
      task_id: row.taskId,
      organisation_id: row.organisationId,
      text: row.text,
      answer: null,
      escalated_to: null,
      raised_by: row.raisedBy,
      raised_at: row.at,
      settled_by: null,
      settled_at: null,
    }),
  );
  return id;
}

/** The lead or a partner cannot go on alone with a task, and says so. */
export async function raiseDifficultyOfTask(
  context: TasksContext,
  actor: PersonActor,
  place: TaskAddress,
  text: string,
): Promise<void> {
  await withScope(context.database, actor, async (scope) => {
    const task = await taskFor(scope, actor, place, 'raise_difficulty');
    const own = organisationsOf(actor);
    const organisationId = own.includes(task.leadId)
      ? task.leadId
      : own.find((id) => task.partnerIds.includes(id))!;
    const at = context.clock.now();
    const raisedBy = actor.personId;
    const id = await insertDifficulty(scope, {
      unitId: task.unitId,
      taskId: task.id,
      organisationId,
      text,
      raisedBy,
      at,
    });
    writeTasks(scope, actor, task.unitId, at, {
      events: [{ taskId: task.id, kind: 'difficulty', text }],
    });
    recordAudit(scope, task.unitId, at, {
      deed: 'raiseDifficulty',
      object: { kind: 'difficulty', id },
      fields: ['text'],
    });
  });
}

/** A difficulty of the own organisation that is about no single task. */
export async function raiseDifficulty(
  context: TasksContext,
  actor: PersonActor,
  unitCode: string,
  { organisationId, text }: { readonly organisationId: OrganisationId; readonly text: string },
): Promise<void> {
  await withScope(context.database, actor, async (scope) => {
    const unit = await unitOfTasks(scope, actor, unitCode);
    if (!mayRaiseDifficulty(actor, unit.id)) throw notAllowed('tasks.may-not-raise-difficulty');
    if (!organisationsOf(actor).includes(organisationId)) throw notAllowed('tasks.may-not-raise-difficulty');
    const at = context.clock.now();
    const raisedBy = actor.personId;
    const id = await insertDifficulty(scope, {
      unitId: unit.id,
      taskId: null,
      organisationId,
      text,
      raisedBy,
      at,
    });
    recordAudit(scope, unit.id, at, {
      deed: 'raiseDifficulty',
      object: { kind: 'difficulty', id },
      fields: ['text'],
    });
  });
}

/** Answered here, or taken to somebody above, with what was said to the organisation. */
export interface Settlement {
  readonly answer: string;
  /** Null: answered. */
  readonly escalatedTo: string | null;
}

const difficultyToSettle = prepared<{
  state: 'open' | 'answered' | 'escalated';
  revision: number;
  taskId: string | null;
}>(
  'difficulty_to_settle',
  `select state, revision, task_id as "taskId" from difficulty where unit_id = $1 and id = $2 for update`,
);

/**
 * The planning officer answers a difficulty or takes it to the level above. What was taken there can be answered later, when
 * the answer has come; an answer is final.
 */
export async function settleDifficulty(
  context: TasksContext,
  actor: PersonActor,
  place: { readonly unitCode: string; readonly id: string; readonly seenRevision: number },
  { answer, escalatedTo }: Settlement,
): Promise<TaskOutcome> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitToPlan(scope, actor, place.unitCode, 'tasks.may-not-settle-difficulty');
    const [difficulty] = await scope.run(difficultyToSettle, [unit.id, place.id]);
    if (difficulty === undefined) throw notFound();
    if (difficulty.state === 'answered')
      throw inWrongState('tasks.difficulty-settled', 'Khó khăn này đã được trả lời.');
    if (difficulty.revision !== place.seenRevision) return 'conflict';
    const at = context.clock.now();
    await scope.rows(
      sqlBuilder
        .updateTable('difficulty')
        .set((query) => ({
          state: escalatedTo === null ? 'answered' : 'escalated',
          answer,
          escalated_to: escalatedTo,
          settled_by: actor.personId,
          settled_at: at,
          revision: query('revision', '+', 1),
        }))
        .where('unit_id', '=', unit.id)
        .where('id', '=', place.id),
    );
    if (difficulty.taskId !== null)
      writeTasks(scope, actor, unit.id, at, {
        events: [
          escalatedTo === null
            ? { taskId: difficulty.taskId, kind: 'answered', text: answer }
            : { taskId: difficulty.taskId, kind: 'escalated', text: `${escalatedTo}: ${answer}` },
        ],
      });
    recordAudit(scope, unit.id, at, {
      deed: escalatedTo === null ? 'answerDifficulty' : 'escalateDifficulty',
      object: { kind: 'difficulty', id: place.id },
      fields: escalatedTo === null ? ['answer'] : ['answer', 'escalatedTo'],
    });
    return 'done';
  });
}
