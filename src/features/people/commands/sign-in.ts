import {
  type PersonActor,
  type SystemActor,
  sqlBuilder,
  withReadScope,
  withScope,
} from '../../../platform/database/index.ts';
import { personOf, USERNAME_PATTERN } from '../../../platform/identity/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { PeopleServices } from '../dependencies.ts';
import { clearIdleSessions, endSession } from './sessions.ts';
import { countFailure, forgetFailures, lockedUntil } from './sign-in-guard.ts';

export type SignInOutcome =
  | { readonly outcome: 'signedIn'; readonly actor: PersonActor; readonly cookies: readonly string[] }
  /** Wrong name, wrong password or a disabled account: nobody is told which. */
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'locked'; readonly until: Date };

const program: SystemActor = { kind: 'system', purpose: 'sign in' };

/**
 * Signs a person in; anyone may try. Five failures in a row lock the user name for 15 minutes, whether or not anybody
 * bears it.
 */
export async function signIn(
  services: PeopleServices,
  { username, password }: { readonly username: string; readonly password: string },
  headers: Headers,
): Promise<SignInOutcome> {
  const { database, identity, clock } = services;
  // Nobody can bear such a name, so there is nothing to guess and nothing to count.
  if (!USERNAME_PATTERN.test(username)) return { outcome: 'refused' };
  const now = clock.now();
  const locked = await withReadScope(database, program, (scope) => lockedUntil(scope, username, now));
  if (locked !== null) return { outcome: 'locked', until: locked };

  const answer = await identity.signIn(username, password, headers);
  if (!answer.ok) return refuse(services, username, null);
  const actor = await personOf(database, answer.token, identity.idleMinutes, now);
  if (actor === null) return refuse(services, username, answer.token);
  return withScope(database, actor, async (scope): Promise<SignInOutcome> => {
    const until = await forgetFailures(scope, username, now);
    if (until !== null) {
      await endSession(scope, answer.token);
      return { outcome: 'locked', until };
    }
    await clearIdleSessions(scope, actor.userId, now);
    const object = { kind: 'person', id: actor.personId };
    recordAudit(scope, actor.unit.id, now, { deed: 'signIn', object, fields: [] });
    return { outcome: 'signedIn', actor, cookies: answer.cookies };
  });
}

/** @param token of the session that the right password of a disabled account has opened */
function refuse(
  { database, clock }: PeopleServices,
  username: string,
  token: string | null,
): Promise<SignInOutcome> {
  const now = clock.now();
  return withScope(database, program, async (scope): Promise<SignInOutcome> => {
    if (token !== null) await endSession(scope, token);
    const failure = await countFailure(scope, username, now);
    const bearer = await scope.first(
      sqlBuilder.selectFrom('person').where('username', '=', username).select(['unit_id', 'id']),
    );
    if (failure.counted && bearer !== undefined) {
      const object = { kind: 'person', id: bearer.id };
      recordAudit(scope, bearer.unit_id, now, { deed: 'signInFailed', object, fields: [] });
    }
    const until = failure.lockedUntil;
    return until === null ? { outcome: 'refused' } : { outcome: 'locked', until };
  });
}
