import { ROLES, type Role } from '../../domain/organisation/index.ts';
import { type Actor, type ActorUnit, hasRole, type UnitId } from '../../platform/database/index.ts';
import { notAllowed } from '../../platform/http/index.ts';

/** What can be done with the accounts of a unit. The own password and sessions are everybody's own and need no rule. */
export type PeopleDeed =
  | 'readPeople'
  | 'createPerson'
  | 'createOrganisations'
  | 'changePerson'
  | 'resetPassword'
  | 'disablePerson'
  | 'enablePerson';

/** The administrator of the same unit, or the program itself when it sets a unit up. */
type Doer = 'administratorOfTheUnit' | 'program';

export const peoplePolicy: Readonly<Record<PeopleDeed, readonly Doer[]>> = {
  readPeople: ['administratorOfTheUnit'],
  createPerson: ['administratorOfTheUnit', 'program'],
  createOrganisations: ['program'],
  changePerson: ['administratorOfTheUnit'],
  resetPassword: ['administratorOfTheUnit'],
  disablePerson: ['administratorOfTheUnit'],
  enablePerson: ['administratorOfTheUnit'],
};

/** Whether the actor may do the deed with the accounts of the unit. */
export function mayWithPeople(actor: Actor, deed: PeopleDeed, unit: UnitId): boolean {
  const doers = peoplePolicy[deed];
  if (actor.kind === 'system') return doers.includes('program');
  if (actor.kind === 'place') return false;
  const administers = hasRole(actor, 'administrator') && actor.unit.id === unit;
  return administers && doers.includes('administratorOfTheUnit');
}

/** @throws RequestError 403 when the actor may not. */
export function assertMayWithPeople(actor: Actor, deed: PeopleDeed, unit: UnitId): void {
  if (!mayWithPeople(actor, deed, unit)) throw notAllowed(`people.${deed}`);
}

const rolesOfProvince: readonly Role[] = ['appraiser', 'administrator'];
const rolesOfCommune: readonly Role[] = ROLES.filter((role) => role !== 'appraiser');

/** The roles that an administrator can give: appraising is the province's work, the rest is the commune's. */
export function rolesToGive(level: ActorUnit['level']): readonly Role[] {
  return level === 'province' ? rolesOfProvince : rolesOfCommune;
}
