import { OFFICER_ROLES, type Role } from '../../domain/organisation/index.ts';
import type { PersonActor, UnitId } from '../../platform/database/index.ts';
import { maySeeCollection } from '../collection/index.ts';

const bringsIn: ReadonlySet<Role> = new Set(OFFICER_ROLES);

/** Whoever sees sheets of the collection takes them along as a workbook; which sheets, `maySeeSheet` says. */
export function mayTakeTemplate(actor: PersonActor, unit: UnitId): boolean {
  return maySeeCollection(actor, unit);
}

/**
 * The planning officer brings in workbooks for all sheets, an officer for those of the own organisation: the same that
 * they may fill in by hand.
 */
export function mayImport(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.id === unit && actor.memberships.some(({ role }) => bringsIn.has(role));
}

/** What somebody has brought in and not stored yet is theirs alone; for all others there is nothing. */
export function maySeeImport(actor: PersonActor, unit: UnitId, startedBy: string): boolean {
  return mayImport(actor, unit) && actor.personId === startedBy;
}
