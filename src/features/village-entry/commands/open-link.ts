import {
  prepared,
  type SystemActor,
  type UnitId,
  withReadScope,
  withScope,
} from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { countFailure, lockedUntil } from '../../people/index.ts';
import { GUARD_OF_ALL, guardOfCode, hashOfCode, hashOfToken, newDeviceToken } from '../code.ts';
import { readCode } from '../islands/read-code.ts';
import type { VillageEntryContext } from './context.ts';

export type Opening =
  | {
      readonly outcome: 'opened';
      /** For the cookie of the device; nowhere kept. */
      readonly token: string;
    }
  /** No such code, or used, too old, revoked: nobody is told which. */
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'locked'; readonly until: Date };

/**
 * Failures of all together before nobody's code is taken for a while. Codes that begin alike lock after five, as user
 * names do; this is for whoever tries every beginning. Addresses are not counted: behind a proxy all have the same.
 */
const FAILURES_OF_ALL = 1_000;

const program: SystemActor = { kind: 'system', purpose: 'open a village link' };

/** Spends the code, if it is one that may be: of two that send it at the same time one gets in. */
const spendCode = prepared<{ unit_id: UnitId; id: string }>(
  'spend_code',
  `update place_link set used_at = $2, last_seen_at = $2, token_hash = $3, device = $4
    where code_hash = $1 and used_at is null and revoked_at is null and code_expires_at > $2 and expires_at > $2
    returning unit_id, id`,
);

/**
 * Exchanges a one-time code for the token of this device; anyone may try.
 * @param text as typed
 * @param device what its browser says of itself, for the planning officer to know it by
 */
export async function openLink(
  { database, clock, secret }: VillageEntryContext,
  text: string,
  device: string | null,
): Promise<Opening> {
  const code = readCode(text);
  // What can be no code cannot be guessed with, and is not counted.
  if (code === null) return { outcome: 'refused' };
  const now = clock.now();
  const guards = [guardOfCode(code), GUARD_OF_ALL] as const;
  const locked = await withReadScope(database, program, async (scope) => {
    for (const guard of guards) {
      const until = await lockedUntil(scope, guard, now);
      if (until !== null) return until;
    }
    return null;
  });
  if (locked !== null) return { outcome: 'locked', until: locked };

  const token = newDeviceToken();
  return withScope(database, program, async (scope): Promise<Opening> => {
    const [link] = await scope.run(spendCode, [hashOfCode(code, secret), now, hashOfToken(token), device]);
    if (link === undefined) {
      const failure = await countFailure(scope, guards[0], now);
      const all = await countFailure(scope, guards[1], now, FAILURES_OF_ALL);
      const until = failure.lockedUntil ?? all.lockedUntil;
      return until === null ? { outcome: 'refused' } : { outcome: 'locked', until };
    }
    recordAudit(scope, link.unit_id, now, {
      deed: 'openVillageLink',
      object: { kind: 'place_link', id: link.id },
      fields: [],
    });
    return { outcome: 'opened', token };
  });
}
