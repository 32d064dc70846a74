import { hasRole, type PersonActor, type UnitId } from '../../platform/database/index.ts';
import { isAppraiserOf } from '../people/index.ts';

/**
 * The file of the year is put together by the planning officer and the leader of the unit, and fetched by the appraiser
 * above. It holds only what may leave the unit, so that it does not matter which of them takes it out.
 */
export function mayTakeOut(actor: PersonActor, unit: UnitId): boolean {
  return (
    (actor.unit.id === unit && hasRole(actor, 'planningOfficer', 'communeLeader')) ||
    isAppraiserOf(actor, unit)
  );
}
