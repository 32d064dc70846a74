import type { PlanContent } from '../../../domain/plan/index.ts';
import {
  newId,
  type PersonActor,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../../platform/database/index.ts';
import type { Plan, PlanOrigin, PlanStanding, PlanState, WorkChoices } from '../queries.ts';

/** A plan about to be stored for the first time. */
export interface NewPlan {
  readonly unitId: UnitId;
  readonly year: number;
  readonly standing: PlanStanding;
  readonly origin: PlanOrigin;
  readonly state: PlanState;
  readonly content: PlanContent;
  readonly basedOn: string | null;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly sourceFileId: string | null;
  readonly sourceText: string | null;
  readonly work: WorkChoices | null;
  /** The deed that its history begins with. */
  readonly deed: string;
}

/** Stores a new plan and the first state of its history, in the transaction of a deed. @returns its id */
export async function insertPlan(
  scope: Scope,
  actor: Pick<PersonActor, 'personId'>,
  plan: NewPlan,
  at: Date,
): Promise<string> {
  const id = newId<string>();
  await scope.rows(
    sqlBuilder.insertInto('plan').values({
      unit_id: plan.unitId,
      id,
      year: plan.year,
      standing: plan.standing,
      origin: plan.origin,
      state: plan.state,
      title: plan.content.title,
      content: plan.content,
      based_on: plan.basedOn,
      number: plan.number,
      issued_on: plan.issuedOn,
      source_file_id: plan.sourceFileId,
      source_text: plan.sourceText,
      docx_file_id: null,
      pdf_file_id: null,
      put_to_work_at: null,
      work: plan.work,
      created_by: actor.personId,
      created_at: at,
      changed_at: at,
    }),
  );
  await keepVersion(scope, actor, { unitId: plan.unitId, id, revision: 0 }, plan.content, plan.deed, at);
  return id;
}

/** Keeps a state of a plan for its history. */
export async function keepVersion(
  scope: Scope,
  actor: Pick<PersonActor, 'personId'>,
  plan: { readonly unitId: UnitId; readonly id: string; readonly revision: number },
  content: PlanContent,
  deed: string,
  at: Date,
): Promise<void> {
  await scope.rows(
    sqlBuilder.insertInto('plan_version').values({
      unit_id: plan.unitId,
      id: newId<string>(),
      plan_id: plan.id,
      revision: plan.revision,
      deed,
      content,
      person_id: actor.personId,
      changed_at: at,
    }),
  );
}

/** Columns of a plan that a deed changes. */
export type PlanChange = Partial<{
  content: PlanContent;
  title: string;
  state: PlanState;
  number: string;
  issued_on: string;
  docx_file_id: string;
  pdf_file_id: string;
  put_to_work_at: Date;
  work: WorkChoices;
}>;

/** Changes a plan that this transaction holds, and keeps the new state for its history. */
export async function changePlan(
  scope: Scope,
  actor: PersonActor,
  plan: Plan,
  change: PlanChange,
  deed: string,
  at: Date,
): Promise<void> {
  const revision = plan.revision + 1;
  await scope.rows(
    sqlBuilder
      .updateTable('plan')
      .set({ ...change, revision, changed_at: at })
      .where('unit_id', '=', plan.unit.id)
      .where('id', '=', plan.id),
  );
  await keepVersion(
    scope,
    actor,
    { unitId: plan.unit.id, id: plan.id, revision },
    change.content ?? plan.content,
    deed,
    at,
  );
}
