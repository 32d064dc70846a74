import { createHash, createHmac, randomBytes } from 'node:crypto';
import { newOneTimePassword } from '../people/index.ts';

/** What the planning officer hands to a village: used once, three groups of four letters and digits, 51 bits. */
export const newCode: () => string = newOneTimePassword;

/**
 * What is stored of a code: of no use to who reads the database alone, since the secret lies elsewhere.
 * @param secret that signs the cookies
 */
export function hashOfCode(code: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`village code ${code}`).digest();
}

/** The name under which failures with codes that begin alike are counted; no user can bear it. */
export const guardOfCode = (code: string): string => `mã thôn ${code.slice(0, 4)}`;
/** The name under which all failures are counted. */
export const GUARD_OF_ALL = 'mã thôn';

/** What a device keeps as its cookie, 256 bits. */
export const newDeviceToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a device's token. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
