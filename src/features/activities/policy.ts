import {
  hasRole,
  type OrganisationId,
  type PersonActor,
  type UnitId,
} from '../../platform/database/index.ts';
import { isAppraiserOf, worksIn } from '../people/index.ts';

/** Whoever works in the unit reads its log; so does its appraiser. */
export function maySeeLog(actor: PersonActor, unit: UnitId): boolean {
  return worksIn(actor, unit) || isAppraiserOf(actor, unit);
}

/** A file in which children can be recognised does not leave the unit. */
export function maySeeFile(
  actor: PersonActor,
  unit: UnitId,
  file: { readonly showsChildren: boolean },
): boolean {
  return file.showsChildren ? worksIn(actor, unit) : maySeeLog(actor, unit);
}

/** The planning officer of a unit keeps its whole log. */
export function keepsLog(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.id === unit && hasRole(actor, 'planningOfficer');
}

/** Everybody records and corrects for the own organisation, the planning officer for any of the unit. */
export function mayRecordFor(actor: PersonActor, unit: UnitId, organisation: OrganisationId): boolean {
  return (
    keepsLog(actor, unit) ||
    (actor.unit.id === unit &&
      actor.memberships.some(
        ({ organisationId, role }) => organisationId === organisation && role !== 'administrator',
      ))
  );
}

/** Whoever recorded an entry may take it out again, and the planning officer any. */
export function mayRemove(
  actor: PersonActor,
  unit: UnitId,
  entry: { readonly recordedBy: PersonActor['personId'] },
): boolean {
  return keepsLog(actor, unit) || (worksIn(actor, unit) && entry.recordedBy === actor.personId);
}
