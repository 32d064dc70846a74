import { hasRole, type PersonActor, type UnitId } from '../../platform/database/index.ts';
import { isAppraiserOf, worksIn } from '../people/index.ts';

/** Everybody who works in the unit sees which villages have committed themselves, and so does the appraiser above. */
export function maySeeCommitments(actor: PersonActor, unit: UnitId): boolean {
  return worksIn(actor, unit) || isAppraiserOf(actor, unit);
}

/** Commitments are recorded by the planning officer and by the heads of villages. */
export function mayRecordCommitments(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.id === unit && hasRole(actor, 'planningOfficer', 'villageHead');
}
