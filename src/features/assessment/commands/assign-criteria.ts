import {
  newId,
  type OrganisationId,
  type PersonActor,
  sqlBuilder,
  withScope,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { findOrganisations } from '../queries.ts';
import { type AssessmentContext, assertMayPlan, criterionFor, cycleToChange } from './context.ts';

export interface Assignment {
  readonly number: number;
  readonly organisationId: OrganisationId;
  /** `YYYY-MM-DD`. */
  readonly dueDate: string;
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
    for (const { number, organisationId, dueDate } of changed) {
      criterionFor(actor, cycle, number, 'assign');
      await scope.rows(
        sqlBuilder
          .updateTable('cycle_criterion')
          .set((query) => ({
            organisation_id: organisationId,
            due_date: dueDate,
            revision: query('revision', '+', 1),
          }))
          .where('unit_id', '=', cycle.unit.id)
          .where('cycle_id', '=', cycle.id)
          .where('number', '=', number),
      );
    }
    await scope.rows(
      sqlBuilder.insertInto('criterion_event').values(
        changed.map(({ number }) => ({
          unit_id: cycle.unit.id,
          id: newId<string>(),
          cycle_id: cycle.id,
          number,
          kind: 'assigned' as const,
          reason: null,
          person_id: actor.personId,
          happened_at: at,
        })),
      ),
    );
    await scope.rows(
      sqlBuilder
        .updateTable('cycle')
        .set((query) => ({ revision: query('revision', '+', 1) }))
        .where('unit_id', '=', cycle.unit.id)
        .where('id', '=', cycle.id),
    );
    recordAudit(scope, cycle.unit.id, at, {
      deed: 'assignCriteria',
      object: { kind: 'cycle', id: cycle.id },
      fields: changed.map(({ number }) => `criterion.${number}`),
    });
    return changed.map(({ number }) => number);
  });
}
