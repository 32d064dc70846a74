import { type PersonActor, sqlBuilder, withReadScope, withScope } from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { PeopleServices } from '../dependencies.ts';
import { findPerson } from '../queries.ts';
import { endSessions } from './sessions.ts';
import { countFailure, forgetFailures, lockedUntil } from './sign-in-guard.ts';

export type PasswordChange =
  | { readonly outcome: 'changed' }
  | { readonly outcome: 'refused'; readonly fault: 'passwordWrong' | 'passwordIsUsername' }
  | { readonly outcome: 'locked'; readonly until: Date };

/**
 * Changes the own password and ends all other sessions; everybody may. A wrong current password counts like a failed
 * sign-in: whoever finds an open browser cannot guess on.
 * @param token the session that goes on
 */
export async function changePassword(
  { database, identity, clock }: PeopleServices,
  actor: PersonActor,
  token: string,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<PasswordChange> {
  const now = clock.now();
  const before = await withReadScope(database, actor, async (scope) => {
    const person = await findPerson(scope, actor.unit.id, actor.personId);
    const account = await scope.first(
      sqlBuilder
        .selectFrom('identity.account')
        .where('userId', '=', actor.userId)
        .where('providerId', '=', 'credential')
        .select(['id', 'password']),
    );
    if (person === undefined || account === undefined) throw notFound();
    return { username: person.username, account, locked: await lockedUntil(scope, person.username, now) };
  });
  const { username, account } = before;
  if (before.locked !== null) return { outcome: 'locked', until: before.locked };
  if (!(await identity.verifyPassword(current, account.password))) {
    const failure = await withScope(database, actor, (scope) => countFailure(scope, username, now));
    return failure.lockedUntil === null
      ? { outcome: 'refused', fault: 'passwordWrong' }
      : { outcome: 'locked', until: failure.lockedUntil };
  }
  if (next.toLowerCase() === username) return { outcome: 'refused', fault: 'passwordIsUsername' };
  const password = await identity.hashPassword(next);

  return withScope(database, actor, async (scope): Promise<PasswordChange> => {
    const until = await forgetFailures(scope, username, now);
    if (until !== null) return { outcome: 'locked', until };
    // The password just checked must still be the one in force.
    const changed = await scope.first(
      sqlBuilder
        .updateTable('identity.account')
        .set({ password, updatedAt: now })
        .where('id', '=', account.id)
        .where('password', '=', account.password)
        .returning('id'),
    );
    if (changed === undefined) return { outcome: 'refused', fault: 'passwordWrong' };
    await scope.rows(
      sqlBuilder
        .updateTable('person')
        .set({ must_change_password: false })
        .where('unit_id', '=', actor.unit.id)
        .where('id', '=', actor.personId),
    );
    await endSessions(scope, actor.userId, token);
    const object = { kind: 'person', id: actor.personId };
    recordAudit(scope, actor.unit.id, now, { deed: 'changePassword', object, fields: ['password'] });
    return { outcome: 'changed' };
  });
}
