import { prepared, type Scope } from '../../../platform/database/index.ts';

/** Failures in a row before a user name is locked, and for how long. */
export const FAILURES_TO_LOCK = 5;
export const LOCK_MINUTES = 15;

const locked = prepared<{ locked_until: Date }>(
  'sign_in_guard_locked',
  'select locked_until from identity.sign_in_guard where username = $1 and locked_until > $2',
);
const lockedForUpdate = prepared<{ locked_until: Date | null }>(
  'sign_in_guard_for_update',
  'select locked_until from identity.sign_in_guard where username = $1 for update',
);
const count = prepared<{ failures: number; locked_until: Date | null }>(
  'sign_in_guard_count',
  `insert into identity.sign_in_guard as guard (username, failures, last_failure_at)
   values ($1, 1, $2)
   on conflict (username) do update set
     failures = case when guard.last_failure_at <= $3 then 1 else guard.failures + 1 end,
     last_failure_at = $2,
     locked_until = case when guard.last_failure_at > $3 and guard.failures + 1 >= $5 then $4::timestamptz end
   where guard.locked_until is null or guard.locked_until <= $2
   returning failures, locked_until`,
);
const forget = prepared<never>(
  'sign_in_guard_forget',
  'delete from identity.sign_in_guard where username = $1',
);
const forgetOld = prepared<never>(
  'sign_in_guard_forget_old',
  `delete from identity.sign_in_guard where username in (
     select username from identity.sign_in_guard where last_failure_at <= $1 limit 100 for update skip locked)`,
);

const minutesFrom = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);

/**
 * Until when the user name is locked, or null. Names that nobody has are locked alike. Other secrets that can be guessed
 * are guarded here too, under names that no user can bear.
 */
export async function lockedUntil(scope: Scope, username: string, now: Date): Promise<Date | null> {
  return (await scope.run(locked, [username, now]))[0]?.locked_until ?? null;
}

/**
 * Counts one failure, the fifth of which locks the name. Of attempts at the same time each is counted, and those that end
 * after the lock are neither counted nor answered otherwise than "locked".
 * @param most failures before the lock
 */
export async function countFailure(
  scope: Scope,
  username: string,
  now: Date,
  most = FAILURES_TO_LOCK,
): Promise<{ readonly counted: boolean; readonly lockedUntil: Date | null }> {
  const forgottenSince = minutesFrom(now, -LOCK_MINUTES);
  const lockUntil = minutesFrom(now, LOCK_MINUTES);
  const [row] = await scope.run(count, [username, now, forgottenSince, lockUntil, most]);
  await scope.run(forgetOld, [forgottenSince]);
  if (row === undefined) return { counted: false, lockedUntil: await lockedUntil(scope, username, now) };
  return { counted: true, lockedUntil: row.locked_until };
}

/**
 * Forgets the failures after the right password, unless the name was locked in the meantime.
 * @returns until when it is locked, or null
 */
export async function forgetFailures(scope: Scope, username: string, now: Date): Promise<Date | null> {
  const [row] = await scope.run(lockedForUpdate, [username]);
  if (row === undefined) return null;
  if (row.locked_until !== null && row.locked_until > now) return row.locked_until;
  await unlock(scope, username);
  return null;
}

/** Forgets failures and lock: an administrator has given a new password. */
export async function unlock(scope: Scope, username: string): Promise<void> {
  await scope.run(forget, [username]);
}
