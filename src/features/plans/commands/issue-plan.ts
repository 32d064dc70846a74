import { renderDocx, renderPdf } from '../../../documents/index.ts';
import { type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { inWrongState } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { keepFile } from '../../files/index.ts';
import { mayIssue } from '../policy.ts';
import { printedPlan } from '../printed-plan.ts';
import type { IssueFault, IssueReading } from '../schema.ts';
import { NO_CHOICES } from '../work.ts';
import { assertAsSeen, assertDraft, type PlanPlace, type PlansContext, planToChange } from './context.ts';
import { assertCarriedOut, startWork, type WorkDone } from './put-to-work.ts';
import { changePlan } from './write-plan.ts';

export type IssueResult =
  | WorkDone
  /** It is open who does something. */
  | { readonly outcome: 'open' }
  | { readonly outcome: 'refused'; readonly faults: readonly IssueFault[] };

/**
 * Enters number and date of a plan that has been signed. Its paper is kept as DOCX and PDF and does not change any more;
 * the plan is put to work, and the one that it amends is replaced: tasks that stay the same go on.
 * @param read number and date from what was typed, for the plan of a year
 */
export async function issuePlan(
  context: PlansContext,
  actor: PersonActor,
  place: PlanPlace & { readonly seenRevision: number | null },
  read: (planYear: number) => IssueReading,
): Promise<IssueResult> {
  return withScope(context.database, actor, async (scope) => {
    const plan = await planToChange(scope, actor, place, { may: mayIssue, code: 'plans.may-not-issue' });
    assertDraft(plan);
    assertCarriedOut(plan);
    assertAsSeen(plan, place.seenRevision);
    const entered = read(plan.year);
    if (!entered.ok) return { outcome: 'refused', faults: entered.faults };
    const { issued } = entered;
    const at = context.clock.now();
    const previousPlanId = plan.origin === 'amendment' ? (plan.basedOn?.id ?? null) : null;
    const signed = { ...plan, ...issued };
    const done = await startWork(scope, context, actor, signed, plan.work ?? NO_CHOICES, {
      previousPlanId,
      at,
    });
    if (done.outcome === 'open') return done;
    const document = printedPlan(signed);
    const [docx, pdf] = await Promise.all([renderDocx(document), renderPdf(document)]);
    const name = `ke-hoach-${plan.unit.code}-${plan.year}-${issued.number}`;
    const keep = (extension: string, bytes: Uint8Array) =>
      keepFile(scope, context.files, actor, plan.unit.id, { name: `${name}.${extension}`, bytes }, at);
    const docxFile = await keep('docx', docx);
    const pdfFile = await keep('pdf', pdf);
    await changePlan(
      scope,
      actor,
      plan,
      {
        state: 'issued',
        number: issued.number,
        issued_on: issued.issuedOn,
        docx_file_id: docxFile.id,
        pdf_file_id: pdfFile.id,
        put_to_work_at: plan.putToWorkAt ?? at,
      },
      'issuePlan',
      at,
    );
    if (previousPlanId !== null) {
      const replaced = await scope.rows(
        sqlBuilder
          .updateTable('plan')
          .set({ state: 'replaced', changed_at: at })
          .where('unit_id', '=', plan.unit.id)
          .where('id', '=', previousPlanId)
          .where('state', '=', 'issued')
          .returning('id'),
      );
      if (replaced.length === 0)
        throw inWrongState('plans.replaced-already', 'Kế hoạch được điều chỉnh đã bị thay thế trước đó.');
    }
    recordAudit(scope, plan.unit.id, at, {
      deed: 'issuePlan',
      object: { kind: 'plan', id: plan.id },
      fields: ['number', 'issuedOn', 'docx', 'pdf', 'tasks', 'targets'],
    });
    return done;
  });
}
