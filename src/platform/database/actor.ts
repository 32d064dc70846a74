import type { Role } from '../../domain/organisation/index.ts';

export type UnitId = string & { readonly __brand: 'UnitId' };
export type PersonId = string & { readonly __brand: 'PersonId' };
export type OrganisationId = string & { readonly __brand: 'OrganisationId' };
export type CycleId = string & { readonly __brand: 'CycleId' };

export interface Membership {
  readonly organisationId: OrganisationId;
  readonly organisationKind: string;
  readonly organisationName: string;
  readonly role: Role;
}

/** The unit that a person works for. */
export interface ActorUnit {
  readonly id: UnitId;
  readonly code: string;
  readonly level: 'commune' | 'province';
  readonly type: 'commune' | 'ward' | 'special_zone' | 'province' | 'city';
  readonly fullName: string;
  readonly provinceCode: string;
  /** Made-up data: every page and document says so. */
  readonly fictional: boolean;
}

export interface PersonActor {
  readonly kind: 'person';
  readonly personId: PersonId;
  readonly userId: string;
  readonly name: string;
  readonly mustChangePassword: boolean;
  readonly unit: ActorUnit;
  readonly memberships: readonly Membership[];
  /** The units that the person may read: the own one and, for a province, those below it. */
  readonly territory: readonly UnitId[];
}

/** The program itself: setting up, seeding, verifying. Never made from a request's content. */
export interface SystemActor {
  readonly kind: 'system';
  readonly purpose: string;
}

/** A village at its own link: no person and no password; only this one place, until the link ends or is revoked. */
export interface PlaceActor {
  readonly kind: 'place';
  readonly linkId: string;
  readonly placeId: string;
  /** "Thôn Đoàn Kết". */
  readonly placeName: string;
  readonly unit: ActorUnit;
  /** The unit alone; which place of it, the policies see to. */
  readonly territory: readonly UnitId[];
}

export type Actor = PersonActor | PlaceActor | SystemActor;

/** Whether the person holds one of the roles, in whichever organisation. */
export function hasRole(actor: PersonActor, ...roles: readonly Role[]): boolean {
  return actor.memberships.some((membership) => roles.includes(membership.role));
}
