import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../domain/organisation/index.ts';
import type { OrganisationId, PersonActor, PersonId, UnitId } from '../../platform/database/index.ts';
import { mayWithPeople, type PeopleDeed, peoplePolicy, rolesToGive } from './policy.ts';

const own = 'own' as UnitId;
const sister = 'sister' as UnitId;
const deeds = Object.keys(peoplePolicy) as PeopleDeed[];

const actorWith = (role: Role, level: 'commune' | 'province' = 'commune'): PersonActor => ({
  kind: 'person',
  personId: 'p' as PersonId,
  userId: 'u',
  name: 'Người Thử',
  mustChangePassword: false,
  unit: { id: own, code: '1', level, type: 'ward', fullName: '', provinceCode: '20', fictional: false },
  memberships: [
    { organisationId: 'o' as OrganisationId, organisationKind: 'police', organisationName: '', role },
  ],
  territory: [own, sister],
});

describe('the accounts of a unit', () => {
  it('are the business of its administrator and of no other role', () => {
    for (const role of ROLES)
      for (const deed of deeds.filter((one) => one !== 'createOrganisations'))
        expect(mayWithPeople(actorWith(role), deed, own), `${role} ${deed}`).toBe(role === 'administrator');
  });

  it('are never the business of another unit, also not of the province above', () => {
    for (const level of ['commune', 'province'] as const)
      for (const deed of deeds)
        expect(mayWithPeople(actorWith('administrator', level), deed, sister)).toBe(false);
  });

  it('can be begun by the program, which sets units up, but not changed by it', () => {
    const program = { kind: 'system', purpose: 'set up' } as const;
    const allowed = deeds.filter((deed) => mayWithPeople(program, deed, own));
    expect(allowed).toEqual(['createPerson', 'createOrganisations']);
  });
});

it('every role can be given somewhere, and appraising in the province alone', () => {
  const everywhere = new Set([...rolesToGive('commune'), ...rolesToGive('province')]);
  expect([...everywhere].sort()).toEqual([...ROLES].sort());
  expect(rolesToGive('commune')).not.toContain('appraiser');
});
