import { type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { inWrongState } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { mayPlan } from '../policy.ts';
import { assertDraft, type PlanPlace, type PlansContext, planToChange } from './context.ts';
import { insertPlan } from './write-plan.ts';

/** Begins a draft that is to replace a plan in force; what is the same in both keeps its tasks. @returns its id */
export async function amendPlan(
  context: PlansContext,
  actor: PersonActor,
  place: PlanPlace,
): Promise<string> {
  return withScope(context.database, actor, async (scope) => {
    const plan = await planToChange(scope, actor, place, { may: mayPlan, code: 'plans.may-not-plan' });
    if (plan.state !== 'issued' || plan.standing !== 'own')
      throw inWrongState(
        'plans.not-issued',
        'Chỉ điều chỉnh được kế hoạch của đơn vị đã ban hành và chưa bị thay thế.',
      );
    if (plan.replacedBy !== null)
      throw inWrongState(
        'plans.amendment-exists',
        'Đã có dự thảo điều chỉnh kế hoạch này. Hãy sửa tiếp dự thảo đó.',
      );
    const at = context.clock.now();
    const id = await insertPlan(
      scope,
      actor,
      {
        unitId: plan.unit.id,
        year: plan.year,
        standing: 'own',
        origin: 'amendment',
        state: 'draft',
        content: plan.content,
        basedOn: plan.id,
        number: null,
        issuedOn: null,
        sourceFileId: null,
        sourceText: null,
        work: plan.work,
        deed: 'amendPlan',
      },
      at,
    );
    recordAudit(scope, plan.unit.id, at, {
      deed: 'amendPlan',
      object: { kind: 'plan', id },
      fields: ['content'],
    });
    return id;
  });
}

/** Removes a draft that nobody works by yet, with its history. */
export async function removeDraft(
  context: PlansContext,
  actor: PersonActor,
  place: PlanPlace,
): Promise<void> {
  await withScope(context.database, actor, async (scope) => {
    const plan = await planToChange(scope, actor, place, { may: mayPlan, code: 'plans.may-not-plan' });
    assertDraft(plan);
    if (plan.putToWorkAt !== null)
      throw inWrongState(
        'plans.at-work',
        'Kế hoạch đã giao việc nên không xóa được. Hãy sửa kế hoạch rồi giao việc lại.',
      );
    await scope.rows(
      sqlBuilder.deleteFrom('plan').where('unit_id', '=', plan.unit.id).where('id', '=', plan.id),
    );
    recordAudit(scope, plan.unit.id, context.clock.now(), {
      deed: 'removeDraft',
      object: { kind: 'plan', id: plan.id },
      fields: [],
    });
  });
}
