import type { PersonActor, UnitId } from '../../../platform/database/index.ts';
import { keepsLog } from '../policy.ts';
import type { OrganisationChoice } from '../queries.ts';

/** The organisations that a person records for: the planning officer all of the unit, others their own. */
export function organisationsToRecordFor(
  actor: PersonActor,
  unit: UnitId,
  ofUnit: readonly OrganisationChoice[],
): readonly OrganisationChoice[] {
  const own = actor.memberships
    .filter(({ role }) => role !== 'administrator')
    .map(({ organisationId, organisationName }) => ({ id: organisationId, name: organisationName }));
  // The own organisation first: most of what one records one did oneself.
  const choices = keepsLog(actor, unit) ? [...own, ...ofUnit] : own;
  return [...new Map(choices.map(({ id, name }) => [id, { id, name }])).values()];
}
