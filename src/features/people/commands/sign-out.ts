import { type PersonActor, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { PeopleServices } from '../dependencies.ts';
import { endSession, endSessions } from './sessions.ts';

/** Ends the session of this browser; everybody may end their own. */
export async function signOut(
  { database, clock }: PeopleServices,
  actor: PersonActor,
  token: string,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    await endSession(scope, token);
    const object = { kind: 'person', id: actor.personId };
    recordAudit(scope, actor.unit.id, clock.now(), { deed: 'signOut', object, fields: [] });
  });
}

/** Ends every session of the person, on this device and all others. */
export async function signOutEverywhere(
  { database, clock }: PeopleServices,
  actor: PersonActor,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    await endSessions(scope, actor.userId, null);
    const object = { kind: 'person', id: actor.personId };
    recordAudit(scope, actor.unit.id, clock.now(), { deed: 'signOutEverywhere', object, fields: [] });
  });
}
