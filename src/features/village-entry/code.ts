import { createHash, createHmac, randomBytes } from 'node:crypto';
import { normaliseText } from '../../domain/text/index.ts';
import { newOneTimePassword } from '../people/index.ts';

/** What the planning officer hands to a village: used once, three groups of four letters and digits, 51 bits. */
export const newCode: () => string = newOneTimePassword;

const SIGNS_OF_CODE = 12;

/**
 * A code as it was made, from how people type or paste it: capitals, spaces, other dashes, the whole address.
 * @returns null for what can be no code
 */
export function readCode(text: string): string | null {
  const typed = normaliseText(text).replace(/^.*(?:#|[?&]ma=)/u, '');
  const signs = typed.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return /^[a-z0-9]+$/.test(signs) && signs.length === SIGNS_OF_CODE
    ? signs.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')
    : null;
}

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
