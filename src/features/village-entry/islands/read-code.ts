import { normaliseText } from '../../../domain/text/index.ts';

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

/** The code that an address ends with. @returns null where the hash names a place on the page, or can be no code */
export function codeOfHash(hash: string): string | null {
  try {
    return readCode(decodeURIComponent(hash));
  } catch {
    return null;
  }
}
