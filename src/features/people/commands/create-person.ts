import { searchKey } from '../../../domain/text/index.ts';
import {
  type Actor,
  newId,
  type PersonId,
  type Scope,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { PeopleServices } from '../dependencies.ts';
import { newOneTimePassword } from '../one-time-password.ts';
import { assertMayWithPeople } from '../policy.ts';
import type { WantedMembership } from '../schema.ts';
import { usernamesFor } from '../username.ts';
import { addMemberships, type MembershipFault, settleMemberships } from './memberships.ts';

/** A person to be; without a user name the next free one for the name is taken. */
export interface NewPerson {
  readonly name: string;
  readonly username: string | null;
  readonly memberships: readonly WantedMembership[];
}

/** How the person signs in the first time. */
export interface FirstCredentials {
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
}

export interface AddedPerson {
  readonly ok: true;
  readonly personId: PersonId;
  readonly userId: string;
  readonly username: string;
}

export interface RefusedPerson {
  readonly ok: false;
  readonly fault: 'usernameTaken' | MembershipFault;
}

export type CreatedPerson = (AddedPerson & { readonly oneTimePassword: string }) | RefusedPerson;

/** Creates an account with a one-time password, which is told here and nowhere else. */
export async function createPerson(
  { database, identity, clock }: PeopleServices,
  actor: Actor,
  unit: UnitId,
  person: NewPerson,
): Promise<CreatedPerson> {
  assertMayWithPeople(actor, 'createPerson', unit);
  const oneTimePassword = newOneTimePassword();
  const passwordHash = await identity.hashPassword(oneTimePassword);
  const credentials = { passwordHash, mustChangePassword: true };
  const added = await withScope(database, actor, (scope) =>
    addPerson(scope, clock.now(), unit, person, credentials),
  );
  return added.ok ? { ...added, oneTimePassword } : added;
}

/**
 * Creates an account inside a transaction that does more, for example sets the unit up; `createPerson` for all else.
 * A refusal has written nothing.
 */
export async function addPerson(
  scope: Scope,
  at: Date,
  unit: UnitId,
  { name, username, memberships }: NewPerson,
  credentials: FirstCredentials,
): Promise<AddedPerson | RefusedPerson> {
  assertMayWithPeople(scope.actor, 'createPerson', unit);
  const settled = await settleMemberships(scope, unit, memberships);
  if (typeof settled === 'string') return { ok: false, fault: settled };
  const user = await addUser(scope, name, username, credentials.passwordHash);
  if (user === null) return { ok: false, fault: 'usernameTaken' };
  const personId = newId<PersonId>();
  await scope.rows(
    sqlBuilder.insertInto('person').values({
      unit_id: unit,
      id: personId,
      user_id: user.id,
      username: user.username,
      name,
      search_key: searchKey(name),
      must_change_password: credentials.mustChangePassword,
      created_at: at,
    }),
  );
  await addMemberships(scope, unit, personId, settled);
  recordAudit(scope, unit, at, {
    deed: 'createPerson',
    object: { kind: 'person', id: personId },
    fields: ['name', 'username', 'memberships', 'password'],
  });
  return { ok: true, personId, userId: user.id, username: user.username };
}

/** The rows of the identity library; null when the wanted user name is taken. */
async function addUser(
  scope: Scope,
  name: string,
  wanted: string | null,
  password: string,
): Promise<{ readonly id: string; readonly username: string } | null> {
  const id = newId<string>();
  for (const username of wanted === null ? await freeUsernames(scope, name) : [wanted]) {
    const inserted = await scope.first(
      sqlBuilder
        .insertInto('identity.user')
        .values({
          id,
          name,
          // The library wants an address; the reserved domain receives nothing (RFC 2606).
          email: `${username}@khong-co-thu.invalid`,
          username,
          displayUsername: username,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id'),
    );
    if (inserted === undefined) continue;
    await scope.rows(
      sqlBuilder.insertInto('identity.account').values({
        id: newId<string>(),
        accountId: id,
        providerId: 'credential',
        userId: id,
        password,
      }),
    );
    return { id, username };
  }
  return null;
}

/** User names for a name that nobody has at this moment; several, since another may be quicker. */
async function freeUsernames(scope: Scope, name: string): Promise<string[]> {
  const candidates = usernamesFor(name);
  const free: string[] = [];
  while (free.length === 0) {
    const some = Array.from({ length: 50 }, () => candidates.next().value);
    const taken = await scope.rows(
      sqlBuilder.selectFrom('identity.user').select('username').where('username', 'in', some),
    );
    const takenNames = new Set(taken.map(({ username }) => username));
    free.push(...some.filter((username) => !takenNames.has(username)));
  }
  return free;
}
