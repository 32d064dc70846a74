import type { Clock } from '../../../platform/clock.ts';
import type { Database, PersonActor, Scope, UnitId } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/file-store/index.ts';
import { inWrongState, notAllowed, notFound } from '../../../platform/http/index.ts';
import type { AssessmentContext } from '../../assessment/index.ts';
import { findUnitAtWork, type UnitAtWork } from '../../territory/index.ts';
import type { DraftKey } from '../paths.ts';
import { type mayIssue, mayPlan, maySeePlan, maySeePlans } from '../policy.ts';
import { findPlan, findReading, type Plan, type Reading } from '../queries.ts';

/** What every deed on plans needs. */
export interface PlansContext extends AssessmentContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: FileStore;
}

/** Which plan, or which reading, of which unit a deed is about. */
export interface PlanPlace {
  readonly unitCode: string;
  readonly id: string;
}

/** @throws RequestError 404 for who may not know of the unit's plans, 403 for who may but does not write them */
export function assertMayPlan(actor: PersonActor, unit: UnitId, code: string): void {
  if (!maySeePlans(actor, unit)) throw notFound();
  if (!mayPlan(actor, unit)) throw notAllowed(code);
}

/** The unit in which the actor plans. @throws RequestError 403 or 404 */
export async function unitToPlan(scope: Scope, actor: PersonActor, unitCode: string): Promise<UnitAtWork> {
  const unit = await findUnitAtWork(scope, unitCode);
  if (unit === undefined) throw notFound();
  assertMayPlan(actor, unit.id, 'plans.may-not-plan');
  return unit;
}

/** A plan that the actor sees. @throws RequestError 404 */
export async function planInSight(scope: Scope, actor: PersonActor, place: PlanPlace): Promise<Plan> {
  const plan = await findPlan(scope, place.unitCode, place.id);
  if (plan === undefined || !maySeePlan(actor, plan.unit.id, plan)) throw notFound();
  return plan;
}

/** A reading, which only the planning officer sees. @throws RequestError 404 */
export async function readingInSight(
  scope: Scope,
  actor: PersonActor,
  place: PlanPlace,
  options: { readonly toChange?: boolean } = {},
): Promise<Reading> {
  const reading = await findReading(scope, place.unitCode, place.id, options);
  if (reading === undefined || !mayPlan(actor, reading.unit.id)) throw notFound();
  return reading;
}

/** A plan held for this transaction. @throws RequestError 403 for who sees it but may not do this, 404 for the others */
export async function planToChange(
  scope: Scope,
  actor: PersonActor,
  place: PlanPlace,
  { may, code }: { readonly may: typeof mayPlan | typeof mayIssue; readonly code: string },
): Promise<Plan> {
  const plan = await findPlan(scope, place.unitCode, place.id, { toChange: true });
  if (plan === undefined || !maySeePlan(actor, plan.unit.id, plan)) throw notFound();
  if (!may(actor, plan.unit.id)) throw notAllowed(code);
  return plan;
}

/** What a signed plan says is not changed any more. @throws RequestError 409 */
export function assertDraft(plan: Pick<Plan, 'state'>): void {
  if (plan.state !== 'draft')
    throw inWrongState(
      'plans.frozen',
      'Kế hoạch đã ban hành nên không sửa được nữa. Muốn thay đổi, hãy lập kế hoạch điều chỉnh thay thế.',
    );
}

/**
 * What is signed or confirmed is what was on the screen.
 * @param seen the revision that the form was made of; null where it does not say
 * @throws RequestError 409 when somebody has changed the draft since
 */
export function assertAsSeen({ revision }: { readonly revision: number }, seen: number | null): void {
  if (seen !== null && seen !== revision)
    throw inWrongState(
      'plans.changed-meanwhile',
      'Có người vừa sửa nội dung này sau khi bạn mở trang. Hãy mở lại, đọc bản mới nhất rồi làm tiếp.',
    );
}

/** The draft to be edited, plan or reading, held for this transaction. @throws RequestError 403, 404 or 409 */
export async function draftToChange(
  scope: Scope,
  actor: PersonActor,
  unitCode: string,
  { kind, id }: DraftKey,
): Promise<Plan | Reading> {
  if (kind === 'reading') return readingInSight(scope, actor, { unitCode, id }, { toChange: true });
  const plan = await planToChange(
    scope,
    actor,
    { unitCode, id },
    { may: mayPlan, code: 'plans.may-not-plan' },
  );
  assertDraft(plan);
  return plan;
}
