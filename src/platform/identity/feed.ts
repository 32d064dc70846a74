import { type Database, type PersonActor, prepared } from '../database/index.ts';
import { actorOf, type PersonRow } from './person-row.ts';

const personOfFeedHash = prepared<PersonRow>('person_of_feed', 'select * from identity.person_of_feed($1)');

/**
 * The person behind the secret address of a calendar, with roles and territory, in one statement; null when the address
 * was revoked or never given, or the account is disabled.
 * @param tokenHash SHA-256 of the secret: what is looked up is not what was sent, so that the time tells nothing of it
 */
export async function personOfFeed(database: Database, tokenHash: Buffer): Promise<PersonActor | null> {
  database.statements.count++;
  const { rows } = await database.pool.query<PersonRow>({ ...personOfFeedHash, values: [tokenHash] });
  return rows[0] === undefined ? null : actorOf(rows[0]);
}
