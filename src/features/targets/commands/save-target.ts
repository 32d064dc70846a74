import { today } from '../../../platform/clock.ts';
import {
  newId,
  type PersonActor,
  type Scope,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { inWrongState, notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { listOrganisations } from '../../people/index.ts';
import { maySetTargets } from '../policy.ts';
import { lockTarget } from '../queries.ts';
import type { TargetFields } from '../schema.ts';
import { type TargetsContext, unitOfTargets } from './context.ts';

/** The organisation that answers for a target is one of the unit's own. @throws RequestError 404 for any other */
async function assertOwnerOf(
  scope: Scope,
  unit: UnitId,
  { ownerId }: TargetFields,
  date: string,
): Promise<void> {
  if (ownerId === null) return;
  const organisations = await listOrganisations(scope, unit, date);
  if (!organisations.some(({ id }) => id === ownerId)) throw notFound();
}

function assertMaySet(actor: PersonActor, unit: UnitId): void {
  if (!maySetTargets(actor, unit)) throw notAllowed('targets.may-not-set');
}

const columnsOf = (fields: TargetFields) => ({
  text: fields.text,
  operator: fields.operator,
  value: fields.value,
  part_of: fields.of,
  measure_unit: fields.unit,
  baseline: fields.baseline,
  owner_id: fields.ownerId,
  criteria: [...fields.criteria],
  measured_by: fields.measuredBy,
  measure: fields.measure,
});

/** Sets a target beside the plan. @returns its id */
export async function setTarget(
  { database, clock }: TargetsContext,
  actor: PersonActor,
  place: { readonly unitCode: string; readonly year: number },
  fields: TargetFields,
): Promise<string> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitOfTargets(scope, actor, place.unitCode);
    assertMaySet(actor, unit.id);
    const id = newId<string>();
    const at = clock.now();
    await assertOwnerOf(scope, unit.id, fields, today(clock));
    await scope.rows(
      sqlBuilder.insertInto('target').values({
        unit_id: unit.id,
        id,
        year: place.year,
        plan_id: null,
        plan_item: null,
        ...columnsOf(fields),
        closed_reason: null,
        created_by: actor.personId,
        created_at: at,
      }),
    );
    recordAudit(scope, unit.id, at, {
      deed: 'setTarget',
      object: { kind: 'target', id },
      fields: Object.keys(fields),
    });
    return id;
  });
}

/** @returns whether it was saved; not when somebody else changed the target since it was on the screen. */
export async function changeTarget(
  { database, clock }: TargetsContext,
  actor: PersonActor,
  place: { readonly unitCode: string; readonly id: string; readonly seenRevision: number },
  fields: TargetFields,
): Promise<{ readonly ok: boolean }> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitOfTargets(scope, actor, place.unitCode);
    assertMaySet(actor, unit.id);
    const target = await lockTarget(scope, unit.id, place.id);
    if (target === undefined) throw notFound();
    if (target.state === 'closed')
      throw inWrongState('targets.closed', 'Chỉ tiêu đã kết thúc theo dõi nên không sửa được nữa.');
    if (target.revision !== place.seenRevision) return { ok: false };
    await assertOwnerOf(scope, unit.id, fields, today(clock));
    await scope.rows(
      sqlBuilder
        .updateTable('target')
        .set({ ...columnsOf(fields), revision: target.revision + 1 })
        .where('unit_id', '=', unit.id)
        .where('id', '=', place.id),
    );
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'changeTarget',
      object: { kind: 'target', id: place.id },
      fields: Object.keys(fields),
    });
    return { ok: true };
  });
}

/** Ends the following of a target before its year does, with the reason. */
export async function closeTarget(
  { database, clock }: TargetsContext,
  actor: PersonActor,
  place: { readonly unitCode: string; readonly id: string },
  reason: string,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const unit = await unitOfTargets(scope, actor, place.unitCode);
    assertMaySet(actor, unit.id);
    const target = await lockTarget(scope, unit.id, place.id);
    if (target === undefined) throw notFound();
    if (target.state === 'closed')
      throw inWrongState('targets.closed', 'Chỉ tiêu đã kết thúc theo dõi từ trước.');
    await scope.rows(
      sqlBuilder
        .updateTable('target')
        .set({ state: 'closed', closed_reason: reason, revision: target.revision + 1 })
        .where('unit_id', '=', unit.id)
        .where('id', '=', place.id),
    );
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'closeTarget',
      object: { kind: 'target', id: place.id },
      fields: ['state', 'closed_reason'],
    });
  });
}
