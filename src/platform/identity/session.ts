import { type Database, type PersonActor, prepared } from '../database/index.ts';
import { actorOf, type PersonRow } from './person-row.ts';

interface SessionRow extends PersonRow {
  session_expires_at: Date;
}

const personOfSession = prepared<SessionRow>(
  'person_of_session',
  'select * from identity.person_of_session($1, $2)',
);

/** A session is prolonged at most once in this time, so that most requests write nothing. */
const PROLONG_AFTER_SECONDS = 60;

/**
 * The person behind a session token, with roles and territory, in one statement; null when the session has ended,
 * was idle for too long, or the account is disabled. Prolongs the session, at most once a minute.
 */
export async function personOf(
  database: Database,
  token: string,
  idleMinutes: number,
  now: Date,
): Promise<PersonActor | null> {
  database.statements.count++;
  const { rows } = await database.pool.query<SessionRow>({ ...personOfSession, values: [token, now] });
  const row = rows[0];
  if (row === undefined) return null;
  const idleSeconds = idleMinutes * 60;
  const left = (row.session_expires_at.getTime() - now.getTime()) / 1000;
  if (left < idleSeconds - PROLONG_AFTER_SECONDS) {
    database.statements.count++;
    await database.pool.query(
      `update identity."session" set "expiresAt" = $2, "updatedAt" = $3 where "token" = $1`,
      [token, new Date(now.getTime() + idleSeconds * 1000), now],
    );
  }
  return actorOf(row);
}
