import {
  newId,
  type PersonActor,
  type Scope,
  sqlBuilder,
  withScope,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { hashOfFeedSecret, newFeedSecret } from '../feed-secret.ts';
import { mayHaveFeed } from '../policy.ts';
import type { CalendarContext } from './context.ts';

/** Ends the address in use. @returns whether there was one */
async function endFeed(scope: Scope, actor: PersonActor, at: Date): Promise<boolean> {
  const ended = await scope.first(
    sqlBuilder
      .updateTable('calendar_feed')
      .set({ revoked_at: at })
      .where('unit_id', '=', actor.unit.id)
      .where('person_id', '=', actor.personId)
      .where('revoked_at', 'is', null)
      .returning('id'),
  );
  return ended !== undefined;
}

const audit = (scope: Scope, actor: PersonActor, at: Date, deed: string) =>
  recordAudit(scope, actor.unit.id, at, {
    deed,
    object: { kind: 'person', id: actor.personId },
    fields: ['calendarFeed'],
  });

/**
 * Gives the actor's own calendar a new secret address; the one before it stops working.
 * @returns the secret, told here and nowhere else
 * @throws RequestError 404 for who has no due dates
 */
export async function makeFeed({ database, clock }: CalendarContext, actor: PersonActor): Promise<string> {
  if (!mayHaveFeed(actor)) throw notFound();
  const secret = newFeedSecret();
  const at = clock.now();
  await withScope(database, actor, async (scope) => {
    await endFeed(scope, actor, at);
    await scope.rows(
      sqlBuilder.insertInto('calendar_feed').values({
        unit_id: actor.unit.id,
        id: newId<string>(),
        person_id: actor.personId,
        token_hash: hashOfFeedSecret(secret),
        created_at: at,
        revoked_at: null,
      }),
    );
    audit(scope, actor, at, 'makeCalendarFeed');
  });
  return secret;
}

/** Revokes the actor's own address; without one nothing happens. @throws RequestError 404 for who has no due dates */
export async function revokeFeed({ database, clock }: CalendarContext, actor: PersonActor): Promise<void> {
  if (!mayHaveFeed(actor)) throw notFound();
  const at = clock.now();
  await withScope(database, actor, async (scope) => {
    if (await endFeed(scope, actor, at)) audit(scope, actor, at, 'revokeCalendarFeed');
  });
}
