import { type Scope, sqlBuilder } from '../../../platform/database/index.ts';

/** Ends one session. */
export async function endSession(scope: Scope, token: string): Promise<void> {
  await scope.rows(sqlBuilder.deleteFrom('identity.session').where('token', '=', token));
}

/** Ends every session of an account, except the one that goes on, if any. */
export async function endSessions(scope: Scope, userId: string, except: string | null): Promise<void> {
  const sessions = sqlBuilder.deleteFrom('identity.session').where('userId', '=', userId);
  await scope.rows(except === null ? sessions : sessions.where('token', '!=', except));
}

/** Removes what is left of the sessions of an account that were idle for too long. */
export async function clearIdleSessions(scope: Scope, userId: string, now: Date): Promise<void> {
  await scope.rows(
    sqlBuilder.deleteFrom('identity.session').where('userId', '=', userId).where('expiresAt', '<=', now),
  );
}
