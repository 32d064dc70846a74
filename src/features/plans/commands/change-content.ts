import type { PlanContent } from '../../../domain/plan/index.ts';
import { type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { Origins } from '../origins.ts';
import type { DraftKey } from '../paths.ts';
import type { Plan, Reading } from '../queries.ts';
import { draftToChange, type PlansContext } from './context.ts';
import { changePlan } from './write-plan.ts';

/** What a change of a draft comes to; `null` leaves everything as it was. */
export interface ContentChange {
  readonly content: PlanContent;
  /** Of a reading: where the paper says what was added. */
  readonly origins?: Origins;
  /** Of a reading: number and date as printed. */
  readonly printed?: { readonly number: string | null; readonly issuedOn: string | null };
}

/**
 * Changes the content of a draft, plan or reading, in one transaction: policy, the change, history, audit.
 * @param change gets the draft as it is stored now; gives the result of the deed, with the change where there is one
 */
export async function changeContent<Result extends { readonly change?: ContentChange }>(
  context: PlansContext,
  actor: PersonActor,
  unitCode: string,
  draft: DraftKey,
  { deed, fields }: { readonly deed: string; readonly fields: readonly string[] },
  change: (stored: Plan | Reading) => Result,
): Promise<Result> {
  return withScope(context.database, actor, async (scope) => {
    const stored = await draftToChange(scope, actor, unitCode, draft);
    const result = change(stored);
    if (result.change === undefined) return result;
    const { content, origins, printed } = result.change;
    const at = context.clock.now();
    if (stored.kind === 'plan')
      await changePlan(scope, actor, stored, { content, title: content.title }, deed, at);
    else
      await scope.rows(
        sqlBuilder
          .updateTable('plan_reading')
          .set({
            content,
            year: content.year,
            revision: stored.revision + 1,
            ...(origins ? { origins } : {}),
            ...(printed ? { number: printed.number, issued_on: printed.issuedOn } : {}),
          })
          .where('unit_id', '=', stored.unit.id)
          .where('id', '=', stored.id),
      );
    recordAudit(scope, stored.unit.id, at, {
      deed,
      object: { kind: stored.kind === 'plan' ? 'plan' : 'planReading', id: stored.id },
      fields,
    });
    return result;
  });
}
