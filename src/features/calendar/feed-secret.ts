import { createHash, randomBytes } from 'node:crypto';

/** A secret nobody guesses: 256 bits, as 43 signs that may stand in an address. */
export const newFeedSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. No salt: with 256 bits of chance there is no list to look it up in. */
export const hashOfFeedSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
