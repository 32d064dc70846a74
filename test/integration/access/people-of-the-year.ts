import type { Role } from '../../../src/domain/organisation/index.ts';
import { ROLES_OF_THE_YEAR, type RoleOfTheYear } from './oracle-of-the-year.ts';
import { signedIn, type Visitor, visitor } from './visitor.ts';
import type { Place, TestPerson, World } from './world.ts';

export interface Somebody {
  readonly person: TestPerson | null;
  readonly visitor: Visitor;
}

/** Who stands for the roles of the oracle, each signed in. */
export async function peopleOfTheYear(world: World): Promise<Map<RoleOfTheYear, Somebody>> {
  const people = new Map<RoleOfTheYear, Somebody>();
  for (const role of ROLES_OF_THE_YEAR) {
    const person = await personBehind(world, role);
    const asking =
      person === null ? visitor(world.application) : await signedIn(world.application, person.username);
    people.set(role, { person, visitor: asking });
  }
  return people;
}

async function personBehind(world: World, role: RoleOfTheYear): Promise<TestPerson | null> {
  if (role === 'nobody') return null;
  const mustChangePassword = role === 'oneTimePassword';
  const known: Partial<Record<RoleOfTheYear, [Role, Place]>> = {
    oneTimePassword: ['planningOfficer', 'own'],
    provinceAdministrator: ['administrator', 'province'],
    appraiser: ['appraiser', 'province'],
  };
  const [real, place] = known[role] ?? [role as Role, 'own'];
  return world.givenRole(real, place, { mustChangePassword });
}
