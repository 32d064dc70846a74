import type { ReportForm } from '../../../documents/index.ts';
import { newId, type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type AssessmentContext, assertMayPlan, cycleToChange } from './context.ts';

/** Sets how the unit's reports are addressed and signed. */
export async function saveDocumentSetting(
  context: AssessmentContext,
  actor: PersonActor,
  place: { readonly unitCode: string; readonly year: number },
  setting: ReportForm,
): Promise<void> {
  await withScope(context.database, actor, async (scope) => {
    const cycle = await cycleToChange(scope, context, place);
    assertMayPlan(actor, cycle, 'assessment.may-not-set-report');
    const { unit } = cycle;
    const values = {
      place: setting.place,
      addressees: [...setting.addressees],
      signature_lines: [...setting.signatureLines],
      signer: setting.signer,
      recipients: [...setting.recipients],
    };
    await scope.rows(
      sqlBuilder
        .insertInto('document_setting')
        .values({ unit_id: unit.id, id: newId<string>(), ...values })
        .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(values)),
    );
    recordAudit(scope, unit.id, context.clock.now(), {
      deed: 'saveDocumentSetting',
      object: { kind: 'unit', id: unit.id },
      fields: Object.keys(values),
    });
  });
}
