import {
  hasRole,
  type OrganisationId,
  type PersonActor,
  type UnitId,
} from '../../platform/database/index.ts';
import { isAppraiserOf, worksIn } from '../people/index.ts';

/** Everybody who works in the unit sees its targets, and so does the appraiser above. */
export function maySeeTargets(actor: PersonActor, unit: UnitId): boolean {
  return worksIn(actor, unit) || isAppraiserOf(actor, unit);
}

/** The planning officer sets targets, says how they are measured and by whom, and closes them. */
export function maySetTargets(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.id === unit && hasRole(actor, 'planningOfficer');
}

/** Figures are recorded by the organisation that answers for the target, and by the planning officer. */
export function mayRecordValue(actor: PersonActor, unit: UnitId, owner: OrganisationId | null): boolean {
  return (
    maySetTargets(actor, unit) ||
    (worksIn(actor, unit) && actor.memberships.some(({ organisationId }) => organisationId === owner))
  );
}
