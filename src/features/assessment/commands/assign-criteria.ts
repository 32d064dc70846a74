import {
  newId,
  type OrganisationId,
  type PersonActor,
  prepared,
  type Scope,
  withScope,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type Cycle, findCycle, findOrganisations, lockCycle } from '../queries.ts';
import { type AssessmentContext, assertMayPlan, criterionFor, cycleToChange } from './context.ts';

export interface Assignment {
  readonly number: number;
  readonly organisationId: OrganisationId;
  /** `YYYY-MM-DD`. */
  readonly dueDate: string;
}

const writeOwners = prepared(
  'write_criterion_owners',
  `with given as (
     select * from unnest($3::int[], $4::uuid[], $5::date[], $6::uuid[]) as g (number, organisation_id, due_date, event_id)
   ), event as (
     insert into criterion_event (unit_id, id, cycle_id, number, kind, reason, person_id, happened_at)
     select $1, event_id, $2, number, 'assigned', null, $7, $8 from given
   ), revised as (
     update cycle set revision = revision + 1 where unit_id = $1 and id = $2
   )
   update cycle_criterion k set organisation_id = g.organisation_id, due_date = g.due_date, revision = k.revision + 1
     from given g where k.unit_id = $1 and k.cycle_id = $2 and k.number = g.number`,
);

function writeAssignments(
  scope: Scope,
  actor: PersonActor,
  cycle: Cycle,
  changed: readonly Assignment[],
  at: Date,
): void {
  scope.send(writeOwners, [
    cycle.unit.id,
    cycle.id,
    changed.map(({ number }) => number),
    changed.map(({ organisationId }) => organisationId),
    changed.map(({ dueDate }) => dueDate),
    changed.map(() => newId()),
    actor.personId,
    at,
  ]);
}

/**
 * Gives criteria of the cycle of a year to their owners, in the transaction of a deed that has asked its policy and
 * records the audit. Due dates stay; a criterion that was accepted, or that the owner has already, is left alone.
 * @returns the numbers changed; none where the cycle is not open
 */
export async function giveCriteria(
  scope: Scope,
  context: Pick<AssessmentContext, 'yesNoInputs'>,
  actor: PersonActor,
  { unitCode, year }: { readonly unitCode: string; readonly year: number },
  owners: ReadonlyMap<number, OrganisationId>,
  at: Date,
): Promise<readonly number[]> {
  lockCycle(scope, unitCode, year);
  const cycle = (await findCycle(scope, unitCode, year, context.yesNoInputs))?.cycle;
  if (cycle == null) return [];
  const changed = cycle.criteria.flatMap(({ number, state, organisationId, dueDate }) => {
    const owner = owners.get(number);
    return owner === undefined || owner === organisationId || state === 'accepted'
      ? []
      : [{ number, organisationId: owner, dueDate }];
  });
  if (changed.length > 0) writeAssignments(scope, actor, cycle, changed, at);
  return changed.map(({ number }) => number);
}

/** Gives criteria to organisations and sets their due dates, all that changed at once. @returns the numbers changed. */
export async function assignCriteria(
  context: AssessmentContext,
  actor: PersonActor,
  place: { readonly unitCode: string; readonly year: number },
  assignments: readonly Assignment[],
): Promise<readonly number[]> {
  return withScope(context.database, actor, async (scope) => {
    const cycle = await cycleToChange(scope, context, place);
    assertMayPlan(actor, cycle, 'assessment.may-not-assign');
    const organisations = new Set(
      (await findOrganisations(scope, cycle.unit.id, `${cycle.year}-12-31`)).map(({ id }) => id),
    );
    const changed = assignments.filter(({ number, organisationId, dueDate }) => {
      const now = cycle.criteria.find((criterion) => criterion.number === number);
      if (now === undefined || !organisations.has(organisationId)) throw notFound();
      return now.organisationId !== organisationId || now.dueDate !== dueDate;
    });
    if (changed.length === 0) return [];
    const at = context.clock.now();
    for (const { number } of changed) criterionFor(actor, cycle, number, 'assign');
    writeAssignments(scope, actor, cycle, changed, at);
    recordAudit(scope, cycle.unit.id, at, {
      deed: 'assignCriteria',
      object: { kind: 'cycle', id: cycle.id },
      fields: changed.map(({ number }) => `criterion.${number}`),
    });
    return changed.map(({ number }) => number);
  });
}
