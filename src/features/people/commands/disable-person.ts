import {
  type PersonActor,
  type PersonId,
  type Scope,
  sqlBuilder,
  withScope,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { PeopleServices } from '../dependencies.ts';
import { assertMayWithPeople } from '../policy.ts';
import { findPerson, hasOtherAdministrator, type Person } from '../queries.ts';
import { lockAdministration } from './administration.ts';
import { administers } from './memberships.ts';
import { endSessions } from './sessions.ts';

export type PersonDisabling =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: 'oneself' | 'lastAdministrator' };

/** Closes an account of the own unit and ends its sessions. Nobody closes their own, nor the last administrator's. */
export async function disablePerson(
  { database, clock }: PeopleServices,
  actor: PersonActor,
  id: PersonId,
): Promise<PersonDisabling> {
  const unit = actor.unit.id;
  assertMayWithPeople(actor, 'disablePerson', unit);
  if (id === actor.personId) return { ok: false, fault: 'oneself' };
  return withScope(database, actor, async (scope): Promise<PersonDisabling> => {
    await lockAdministration(scope, unit);
    const person = await findPerson(scope, unit, id);
    if (person === undefined) throw notFound();
    if (person.disabledAt !== null) return { ok: true };
    if (administers(person.memberships) && !(await hasOtherAdministrator(scope, unit, id)))
      return { ok: false, fault: 'lastAdministrator' };
    await setDisabled(scope, actor, person, clock.now(), 'disablePerson');
    return { ok: true };
  });
}

/** Opens a closed account of the own unit again, with the password that it had. */
export async function enablePerson(
  { database, clock }: PeopleServices,
  actor: PersonActor,
  id: PersonId,
): Promise<void> {
  const unit = actor.unit.id;
  assertMayWithPeople(actor, 'enablePerson', unit);
  await withScope(database, actor, async (scope) => {
    const person = await findPerson(scope, unit, id);
    if (person === undefined) throw notFound();
    if (person.disabledAt !== null) await setDisabled(scope, actor, person, clock.now(), 'enablePerson');
  });
}

async function setDisabled(
  scope: Scope,
  actor: PersonActor,
  person: Person,
  now: Date,
  deed: 'disablePerson' | 'enablePerson',
): Promise<void> {
  await scope.rows(
    sqlBuilder
      .updateTable('person')
      .set({ disabled_at: deed === 'disablePerson' ? now : null })
      .where('unit_id', '=', actor.unit.id)
      .where('id', '=', person.id),
  );
  await endSessions(scope, person.userId, null);
  const object = { kind: 'person', id: person.id };
  recordAudit(scope, actor.unit.id, now, { deed, object, fields: ['disabled_at'] });
}
