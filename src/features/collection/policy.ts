import type { RoundLevel, SheetStanding } from '../../domain/collection/index.ts';
import { COLLECTION_ROLES, OFFICER_ROLES, type Role } from '../../domain/organisation/index.ts';
import {
  hasRole,
  type OrganisationId,
  type PersonActor,
  type PlaceActor,
  type UnitId,
} from '../../platform/database/index.ts';

/** Who may fill in sheets: a person signed in, or a village at its own link. */
export type Filler = PersonActor | PlaceActor;

/** A place as the policy needs it. */
export interface PlaceOfSheet {
  readonly id: string;
  readonly organisationId: OrganisationId | null;
}

const entersFigures: ReadonlySet<Role> = new Set(OFFICER_ROLES);

/** The planning officer of the unit makes rounds, types in what comes on paper, accepts and returns. */
export function mayLeadCollection(actor: Filler, unit: UnitId): boolean {
  return actor.kind === 'person' && actor.unit.id === unit && hasRole(actor, 'planningOfficer');
}

/** Who sees that figures are collected, and when: everybody of the unit who sees at least some of the sheets. */
export function maySeeCollection(actor: PersonActor, unit: UnitId): boolean {
  return actor.unit.id === unit && actor.memberships.some(({ role }) => COLLECTION_ROLES.has(role));
}

/**
 * Whether a person may now enter figures somewhere in a round: the planning officer everywhere, an officer where sheets of
 * the own organisation are. For everybody else its grid is there to look at.
 * @param own how many sheets of the round are of the organisations that the person fills in for
 */
export function mayEnterFigures(
  actor: PersonActor,
  { unitId, state }: { readonly unitId: UnitId; readonly state: 'open' | 'closed' },
  own: number,
): boolean {
  return state === 'open' && (own > 0 || mayLeadCollection(actor, unitId));
}

/** What somebody is to the sheet of a place: a village to its own alone, an officer to those of the own organisation. */
export function standingToSheet(actor: Filler, unit: UnitId, place: PlaceOfSheet): SheetStanding {
  if (actor.unit.id !== unit) return { fills: false, leads: false };
  if (actor.kind === 'place') return { fills: actor.placeId === place.id, leads: false };
  return {
    fills: actor.memberships.some(
      ({ organisationId, role }) => organisationId === place.organisationId && entersFigures.has(role),
    ),
    leads: mayLeadCollection(actor, unit),
  };
}

/**
 * Whose sheets a person sees: the planning officer, the leader and the council all; an officer all villages and schools,
 * since the own figures are made of theirs, but of the organisations only the own one: what the police or the health
 * station counts of single cases is not for everybody.
 */
export function maySeeSheet(actor: Filler, unit: UnitId, level: RoundLevel, place: PlaceOfSheet): boolean {
  const { fills, leads } = standingToSheet(actor, unit, place);
  if (fills || leads) return true;
  if (actor.kind === 'place' || actor.unit.id !== unit) return false;
  if (hasRole(actor, 'communeLeader', 'councilMember')) return true;
  return level !== 'organisation' && actor.memberships.some(({ role }) => entersFigures.has(role));
}

/** As {@link maySeeSheet}, for lists: the organisations whose sheets of a level a person sees; null for those of all places. */
export function organisationsSeenBy(actor: PersonActor, level: RoundLevel): readonly OrganisationId[] | null {
  if (level !== 'organisation' || hasRole(actor, 'planningOfficer', 'communeLeader', 'councilMember'))
    return null;
  return organisationsFilledFor(actor);
}

/** The organisations whose sheets a person fills in: of themselves, and of the schools that belong to them. */
export function organisationsFilledFor(actor: PersonActor): readonly OrganisationId[] {
  return actor.memberships.flatMap(({ organisationId, role }) =>
    entersFigures.has(role) ? [organisationId] : [],
  );
}
