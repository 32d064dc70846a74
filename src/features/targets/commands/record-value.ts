import { newId, type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { inWrongState, notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { worksIn } from '../../people/index.ts';
import { mayRecordValue } from '../policy.ts';
import { findTarget, lockTarget } from '../queries.ts';
import type { ValueFields } from '../schema.ts';
import { type TargetsContext, unitOfTargets } from './context.ts';

/** Records the figure of a period; one recorded before for the same period gives way, and the audit says that it did. */
export async function recordValue(
  { database, clock }: TargetsContext,
  actor: PersonActor,
  place: { readonly unitCode: string; readonly id: string },
  { period, value, whole, note }: ValueFields,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const unit = await unitOfTargets(scope, actor, place.unitCode);
    if (!worksIn(actor, unit.id)) throw notAllowed('targets.may-not-record');
    const held = await lockTarget(scope, unit.id, place.id);
    if (held === undefined) throw notFound();
    if (!mayRecordValue(actor, unit.id, held.ownerId)) throw notAllowed('targets.may-not-record');
    if (held.state === 'closed')
      throw inWrongState('targets.closed', 'Chỉ tiêu đã kết thúc theo dõi nên không ghi số liệu được nữa.');
    const target = await findTarget(scope, unit.id, place.id);
    if (target?.measuredBy !== 'own')
      throw inWrongState(
        'targets.measured-elsewhere',
        'Chỉ tiêu này lấy số liệu từ kỳ tự đánh giá. Hãy nhập số liệu ở tiêu chí tương ứng.',
      );
    const at = clock.now();
    const recorded = { value, whole, note, person_id: actor.personId, recorded_at: at };
    await scope.rows(
      sqlBuilder
        .insertInto('target_value')
        .values({ unit_id: unit.id, id: newId<string>(), target_id: place.id, period, ...recorded })
        .onConflict((conflict) =>
          conflict
            .columns(['unit_id', 'target_id', 'period'])
            .doUpdateSet((query) => ({ ...recorded, revision: query('target_value.revision', '+', 1) })),
        ),
    );
    recordAudit(scope, unit.id, at, {
      deed: 'recordTargetValue',
      object: { kind: 'target', id: place.id },
      fields: [`value.${period}`],
    });
  });
}
