import { legalRegistry } from '../../../domain/legal/index.ts';
import {
  blankPlan,
  type CopiedPlan,
  copyForward,
  offersOfSuperior,
  type PlanContent,
  planFromSuperior,
} from '../../../domain/plan/index.ts';
import { newId, type PersonActor, type Scope, withScope } from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { loadLegalDocuments, registryOf } from '../../legal-documents/index.ts';
import { listOrganisations } from '../../people/index.ts';
import { standardInForce } from '../../standards/index.ts';
import { finishedItemsOfPlan } from '../../tasks/index.ts';
import type { UnitAtWork } from '../../territory/index.ts';
import { draftInput } from '../first-draft.ts';
import { findPlan, type Plan, type PlanOrigin } from '../queries.ts';
import { assertMayPlan, type PlanPlace, type PlansContext, unitToPlan } from './context.ts';
import { insertPlan } from './write-plan.ts';

export type PlanSubject = 'child_friendly' | 'children_work';

/** The plan that a new one is written from. @throws RequestError 403 or 404 */
export async function planToWriteFrom(
  scope: Scope,
  actor: PersonActor,
  { unitCode, id }: PlanPlace,
): Promise<Plan> {
  const plan = await findPlan(scope, unitCode, id);
  if (plan === undefined) throw notFound();
  assertMayPlan(actor, plan.unit.id, 'plans.may-not-plan');
  return plan;
}

/**
 * A copy of a former plan for another year, as it would be made now, with what to look at in it. Citations are compared
 * with the documents that come with the program; those that the unit added count when the draft is checked.
 */
export async function copyOf(scope: Scope, plan: Plan, toYear: number): Promise<CopiedPlan> {
  return copyForward(plan.content, {
    fromYear: plan.content.year,
    toYear,
    finishedItems: new Set(await finishedItemsOfPlan(scope, plan.unit.id, plan.id)),
    registry: legalRegistry(loadLegalDocuments().documents),
    newId,
  });
}

async function inputFor(
  scope: Scope,
  context: PlansContext,
  unit: UnitAtWork,
  year: number,
  subject: PlanSubject,
) {
  const lastDay = `${year}-12-31`;
  return draftInput(unit, year, {
    subject,
    organisations: await listOrganisations(scope, unit.id, lastDay),
    standard: standardInForce(context.standards, lastDay).standard,
    registry: await registryOf(scope, unit.id),
    newId,
  });
}

async function begin(
  scope: Scope,
  context: PlansContext,
  actor: PersonActor,
  unit: UnitAtWork,
  plan: { readonly content: PlanContent; readonly origin: PlanOrigin; readonly basedOn: string | null },
): Promise<string> {
  const at = context.clock.now();
  const id = await insertPlan(
    scope,
    actor,
    {
      unitId: unit.id,
      year: plan.content.year,
      standing: 'own',
      origin: plan.origin,
      state: 'draft',
      content: plan.content,
      basedOn: plan.basedOn,
      number: null,
      issuedOn: null,
      sourceFileId: null,
      sourceText: null,
      work: null,
      deed: 'draftPlan',
    },
    at,
  );
  recordAudit(scope, unit.id, at, {
    deed: 'draftPlan',
    object: { kind: 'plan', id },
    fields: ['origin', 'content'],
  });
  return id;
}

/** Begins a draft from nothing but the unit, the year and what the plan is about. @returns its id */
export async function draftBlankPlan(
  context: PlansContext,
  actor: PersonActor,
  unitCode: string,
  { year, subject }: { readonly year: number; readonly subject: PlanSubject },
): Promise<string> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitToPlan(scope, actor, unitCode);
    const content = blankPlan(await inputFor(scope, context, unit, year, subject));
    return begin(scope, context, actor, unit, { content, origin: 'blank', basedOn: null });
  });
}

/**
 * Begins a draft from another plan: a copy of an own one for another year, or what was chosen of a superior's.
 * @param taken items of the superior's plan
 * @returns its id
 */
export async function draftFromPlan(
  context: PlansContext,
  actor: PersonActor,
  place: PlanPlace,
  {
    year,
    subject,
    taken,
  }: { readonly year: number; readonly subject: PlanSubject; readonly taken: ReadonlySet<string> },
): Promise<string> {
  return withScope(context.database, actor, async (scope) => {
    const from = await planToWriteFrom(scope, actor, place);
    const { unit } = from;
    if (from.standing === 'own') {
      const { content } = await copyOf(scope, from, year);
      return begin(scope, context, actor, unit, { content, origin: 'last_year', basedOn: from.id });
    }
    const content = planFromSuperior(
      await inputFor(scope, context, unit, year, subject),
      from,
      offersOfSuperior(from.content).filter(({ itemId }) => taken.has(itemId)),
    );
    return begin(scope, context, actor, unit, { content, origin: 'superior', basedOn: from.id });
  });
}
