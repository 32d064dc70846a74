import { today } from '../../../platform/clock.ts';
import { type PersonActor, type Scope, withScope } from '../../../platform/database/index.ts';
import { inWrongState } from '../../../platform/http/index.ts';
import { giveCriteria } from '../../assessment/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { listOrganisations, type Organisation } from '../../people/index.ts';
import { syncTargetsOfPlan } from '../../targets/index.ts';
import { syncTasksOfPlan } from '../../tasks/index.ts';
import { itemsOf } from '../content-changes.ts';
import { mayPlan } from '../policy.ts';
import type { Plan, WorkChoices } from '../queries.ts';
import { workOf } from '../work.ts';
import { type PlanPlace, type PlansContext, planToChange } from './context.ts';
import { changePlan } from './write-plan.ts';

/** What putting a plan to work has done. */
export interface WorkDone {
  readonly outcome: 'done';
  readonly tasks: { readonly added: number; readonly changed: number; readonly closed: number };
  readonly targets: { readonly added: number; readonly changed: number; readonly closed: number };
  /** Numbers of the criteria that went to another organisation. */
  readonly criteria: readonly number[];
}

/** It is open who does something: nothing was written. */
interface UnitsOpen {
  readonly outcome: 'open';
}

/** The organisations that work in the year of a plan. */
export const organisationsOfYear = (
  scope: Scope,
  plan: Pick<Plan, 'unit' | 'year'>,
): Promise<Organisation[]> => listOrganisations(scope, plan.unit.id, `${plan.year}-12-31`);

/**
 * Makes tasks and targets of a plan, or brings those there are in step with it, in the transaction of a deed.
 * @param previousPlanId the plan that this one replaces: what is the same in both goes on
 */
export async function startWork(
  scope: Scope,
  context: PlansContext,
  actor: PersonActor,
  plan: Plan,
  choices: WorkChoices,
  { previousPlanId, at }: { readonly previousPlanId: string | null; readonly at: Date },
): Promise<WorkDone | UnitsOpen> {
  const work = workOf(plan.content, choices, await organisationsOfYear(scope, plan));
  if (work.open.some(({ leadId }) => leadId === null)) return { outcome: 'open' };
  const { unit, year } = plan;
  const common = { unitId: unit.id, planId: plan.id, previousPlanId, year, at };
  const targets = await syncTargetsOfPlan(scope, actor, {
    ...common,
    targets: itemsOf(plan.content).flatMap(({ item }) =>
      item.targets.map((target, position) => ({
        itemId: item.id,
        position,
        ...target,
        ownerId: work.ownerOfItem(item.id),
        criteria: item.criteria,
      })),
    ),
  });
  const tasks = await syncTasksOfPlan(scope, actor, {
    ...common,
    // What recurs is asked for from the day of the plan on: nobody is late with what was due before it.
    since: plan.issuedOn ?? today(context.clock),
    tasks: work.tasks.map((task) => ({ ...task, targetIds: targets.idsOfItem.get(task.itemId) ?? [] })),
  });
  const criteria =
    choices.givesCriteria && work.owners.size > 0
      ? await giveCriteria(scope, context, actor, { unitCode: unit.code, year }, work.owners, at)
      : [];
  return { outcome: 'done', tasks, targets, criteria };
}

/**
 * Makes the tasks and targets of a plan, so that work can begin before the paper is signed; can be done again.
 * The draft of an amendment waits: its choices are kept, and its tasks come when it is issued.
 */
export async function putPlanToWork(
  context: PlansContext,
  actor: PersonActor,
  place: PlanPlace,
  choices: WorkChoices,
): Promise<WorkDone | UnitsOpen | { readonly outcome: 'waits' }> {
  return withScope(context.database, actor, async (scope) => {
    const plan = await planToChange(scope, actor, place, { may: mayPlan, code: 'plans.may-not-plan' });
    assertCarriedOut(plan);
    const at = context.clock.now();
    const waits = plan.origin === 'amendment' && plan.state === 'draft';
    const done = waits
      ? null
      : await startWork(scope, context, actor, plan, choices, { previousPlanId: null, at });
    if (done?.outcome === 'open') return done;
    const deed = done === null ? 'saveWorkChoices' : 'putPlanToWork';
    const change = { work: choices, ...(done === null ? {} : { put_to_work_at: at }) };
    await changePlan(scope, actor, plan, change, deed, at);
    recordAudit(scope, plan.unit.id, at, {
      deed,
      object: { kind: 'plan', id: plan.id },
      fields: [
        'work',
        ...(done === null ? [] : ['tasks', 'targets']),
        ...(done?.criteria ?? []).map((number) => `criterion.${number}`),
      ],
    });
    return done ?? { outcome: 'waits' };
  });
}

/** @throws RequestError 409 for a plan that is not, or not any more, the unit's to carry out */
export function assertCarriedOut(plan: Pick<Plan, 'standing' | 'state'>): void {
  if (plan.standing !== 'own')
    throw inWrongState(
      'plans.not-own',
      'Đây là kế hoạch của cấp trên. Hãy lập kế hoạch của đơn vị từ kế hoạch này rồi giao việc.',
    );
  if (plan.state === 'replaced')
    throw inWrongState('plans.replaced', 'Kế hoạch đã bị thay thế. Hãy giao việc từ kế hoạch thay thế nó.');
}
