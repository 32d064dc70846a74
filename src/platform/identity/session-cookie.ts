import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The session token of a signed cookie, or null when the signature is not ours.
 * The form is the identity library's: `token.base64(HMAC-SHA256(token))`, percent-encoded.
 */
export function tokenOfCookie(cookie: string | undefined, secret: string): string | null {
  if (cookie === undefined) return null;
  const dot = cookie.lastIndexOf('.');
  if (dot <= 0) return null;
  const token = cookie.slice(0, dot);
  const expected = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(cookie.slice(dot + 1), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
