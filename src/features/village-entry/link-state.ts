/** How a village stands with its way in. */
export type LinkState =
  /** A code was made and waits to be used. */
  | 'waiting'
  /** The code was not used in time. */
  | 'code_expired'
  | 'in_use'
  | 'ended'
  | 'revoked';

export interface LinkTimes {
  readonly codeExpiresAt: Date;
  readonly usedAt: Date | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export function linkState({ codeExpiresAt, usedAt, expiresAt, revokedAt }: LinkTimes, now: Date): LinkState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= now) return 'ended';
  if (usedAt !== null) return 'in_use';
  return codeExpiresAt <= now ? 'code_expired' : 'waiting';
}

/** Whether the village can come in by it, now or with the code it holds. */
export const isLive = (state: LinkState): boolean => state === 'in_use' || state === 'waiting';
