import {
  newId,
  type OrganisationId,
  type PersonActor,
  prepared,
  sqlBuilder,
  withScope,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { CheckKind, CheckOutcome } from '../queries/checks.ts';
import { assertOfUnit, type TasksContext, unitToPlan } from './context.ts';
import { writeTasks } from './write-tasks.ts';

/** What was looked at where, what was found, what follows. */
export interface NewCheck {
  readonly year: number;
  readonly kind: CheckKind;
  readonly organisationId: OrganisationId;
  readonly taskId: string | null;
  readonly heldOn: string;
  readonly finding: string;
  readonly outcome: CheckOutcome;
  readonly followUpBy: string | null;
}

const taskOfYear = prepared<{ id: string }>(
  'task_known',
  'select id from task where unit_id = $1 and id = $2',
);

/** The planning officer writes down that work was urged or checked. */
export async function logCheck(
  context: TasksContext,
  actor: PersonActor,
  unitCode: string,
  check: NewCheck,
): Promise<void> {
  await withScope(context.database, actor, async (scope) => {
    const unit = await unitToPlan(scope, actor, unitCode, 'tasks.may-not-check');
    await assertOfUnit(scope, unit.id, [check.organisationId]);
    if (check.taskId !== null && (await scope.run(taskOfYear, [unit.id, check.taskId])).length === 0)
      throw notFound();
    const at = context.clock.now();
    const id = newId<string>();
    await scope.rows(
      sqlBuilder.insertInto('work_check').values({
        unit_id: unit.id,
        id,
        year: check.year,
        kind: check.kind,
        organisation_id: check.organisationId,
        task_id: check.taskId,
        held_on: check.heldOn,
        finding: check.finding,
        outcome: check.outcome,
        follow_up_by: check.followUpBy,
        person_id: actor.personId,
        recorded_at: at,
      }),
    );
    if (check.taskId !== null)
      writeTasks(scope, actor, unit.id, at, {
        events: [{ taskId: check.taskId, kind: 'checked', text: check.finding }],
      });
    recordAudit(scope, unit.id, at, {
      deed: 'logCheck',
      object: { kind: 'check', id },
      fields: ['finding', 'outcome', 'followUpBy'],
    });
  });
}
