import { type PersonActor, type PersonId, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { PeopleServices } from '../dependencies.ts';
import { newOneTimePassword } from '../one-time-password.ts';
import { assertMayWithPeople } from '../policy.ts';
import { findPerson, type Person } from '../queries.ts';
import { endSessions } from './sessions.ts';
import { unlock } from './sign-in-guard.ts';

export type PasswordReset =
  | { readonly ok: true; readonly person: Person; readonly oneTimePassword: string }
  | { readonly ok: false; readonly fault: 'oneself' };

/**
 * Gives a person of the own unit a new one-time password, ends their sessions and lifts the lock after failed sign-ins.
 * The own password is changed with the old one, not like this.
 */
export async function resetPassword(
  { database, identity, clock }: PeopleServices,
  actor: PersonActor,
  id: PersonId,
): Promise<PasswordReset> {
  const unit = actor.unit.id;
  assertMayWithPeople(actor, 'resetPassword', unit);
  if (id === actor.personId) return { ok: false, fault: 'oneself' };
  const oneTimePassword = newOneTimePassword();
  const password = await identity.hashPassword(oneTimePassword);
  const now = clock.now();
  return withScope(database, actor, async (scope): Promise<PasswordReset> => {
    const person = await findPerson(scope, unit, id);
    if (person === undefined) throw notFound();
    await scope.rows(
      sqlBuilder
        .updateTable('identity.account')
        .set({ password, updatedAt: now })
        .where('userId', '=', person.userId)
        .where('providerId', '=', 'credential'),
    );
    await scope.rows(
      sqlBuilder
        .updateTable('person')
        .set({ must_change_password: true })
        .where('unit_id', '=', unit)
        .where('id', '=', id),
    );
    await endSessions(scope, person.userId, null);
    await unlock(scope, person.username);
    recordAudit(scope, unit, now, {
      deed: 'resetPassword',
      object: { kind: 'person', id },
      fields: ['password'],
    });
    return { ok: true, person, oneTimePassword };
  });
}
