import { type PersonActor, type Scope, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { Reading } from '../queries.ts';
import type { IssueFault, IssueReading } from '../schema.ts';
import { assertAsSeen, type PlanPlace, type PlansContext, readingInSight } from './context.ts';
import { insertPlan } from './write-plan.ts';

const remove = (scope: Scope, reading: Reading) =>
  scope.rows(
    sqlBuilder.deleteFrom('plan_reading').where('unit_id', '=', reading.unit.id).where('id', '=', reading.id),
  );

export type SettledReading =
  | { readonly outcome: 'confirmed' | 'registered'; readonly planId: string }
  /** Of a superior's plan: number or date cannot be right. */
  | { readonly outcome: 'refused'; readonly faults: readonly IssueFault[] };

/**
 * Makes a plan of what was read and looked through: of the own one a draft, and one of the level above is registered with
 * its number and date. The reading is gone with it.
 * @param read number and date from what was typed, for the plan of a year
 */
export async function confirmReading(
  context: PlansContext,
  actor: PersonActor,
  place: PlanPlace & { readonly seenRevision: number | null },
  read: (planYear: number) => IssueReading,
): Promise<SettledReading> {
  return withScope(context.database, actor, async (scope) => {
    const reading = await readingInSight(scope, actor, place, { toChange: true });
    assertAsSeen(reading, place.seenRevision);
    const { standing, unit, content } = reading;
    const entered = standing === 'superior' ? read(content.year) : null;
    if (entered?.ok === false) return { outcome: 'refused', faults: entered.faults };
    const at = context.clock.now();
    const deed = standing === 'own' ? 'confirmReading' : 'registerSuperior';
    const planId = await insertPlan(
      scope,
      actor,
      {
        unitId: unit.id,
        year: content.year,
        standing,
        origin: 'read',
        state: standing === 'own' ? 'draft' : 'issued',
        content,
        basedOn: null,
        // Of the own plan number and date as printed are proposed when it is issued.
        number: entered?.issued.number ?? reading.number,
        issuedOn: entered?.issued.issuedOn ?? reading.issuedOn,
        sourceFileId: reading.sourceFile?.id ?? null,
        sourceText: reading.sourceText,
        work: null,
        deed,
      },
      at,
    );
    await remove(scope, reading);
    recordAudit(scope, unit.id, at, {
      deed,
      object: { kind: 'plan', id: planId },
      fields: ['content', 'sourceFile', ...(entered === null ? [] : ['number', 'issuedOn'])],
    });
    return { outcome: standing === 'own' ? 'confirmed' : 'registered', planId };
  });
}

/** Throws a reading away: nothing of it remains but its file in the unit's store. */
export async function removeReading(
  context: PlansContext,
  actor: PersonActor,
  place: PlanPlace,
): Promise<void> {
  await withScope(context.database, actor, async (scope) => {
    const reading = await readingInSight(scope, actor, place, { toChange: true });
    await remove(scope, reading);
    recordAudit(scope, reading.unit.id, context.clock.now(), {
      deed: 'removeReading',
      object: { kind: 'planReading', id: reading.id },
      fields: [],
    });
  });
}
