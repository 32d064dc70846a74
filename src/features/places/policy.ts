import { hasRole, type PersonActor, type UnitId } from '../../platform/database/index.ts';
import { isAppraiserOf, worksIn } from '../people/index.ts';

/** Everybody who works in the unit sees its villages and schools, and so does the appraiser above. */
export function maySeePlaces(actor: PersonActor, unit: UnitId): boolean {
  return worksIn(actor, unit) || isAppraiserOf(actor, unit);
}

/** The planning officer keeps the lists: adds, renames, merges, splits, ends. */
export function mayKeepPlaces(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.id === unit && hasRole(actor, 'planningOfficer');
}
