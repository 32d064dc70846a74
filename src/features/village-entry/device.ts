import { getCookie, setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { RequestContext } from '../../platform/http/index.ts';
import { type PlaceAtDevice, placeOfDevice } from '../../platform/identity/index.ts';
import { hashOfToken } from './code.ts';
import { VILLAGE } from './paths.ts';

interface DeviceServices {
  readonly database: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
}

const isSecure = ({ publicUrl }: DeviceServices): boolean => publicUrl.startsWith('https:');
const nameOfCookie = (services: DeviceServices): string =>
  `${isSecure(services) ? '__Secure-' : ''}mang_non.village`;

/** Browsers forget a cookie after 400 days at the latest. */
const MOST_SECONDS = 400 * 86_400;

/** Lets this device be known again until the link ends; the cookie goes to the village's own addresses alone. */
export function rememberDevice(
  c: RequestContext,
  services: DeviceServices,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: Date },
): void {
  const seconds = Math.floor((expiresAt.getTime() - services.clock.now().getTime()) / 1_000);
  setCookie(c, nameOfCookie(services), token, {
    path: VILLAGE,
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(services),
    maxAge: Math.min(seconds, MOST_SECONDS),
  });
}

/**
 * The village whose device asks; null when it has no link, or one that ended or was revoked. Who is signed in at the same
 * browser makes no difference.
 */
export async function placeAt(c: RequestContext, services: DeviceServices): Promise<PlaceAtDevice | null> {
  const token = getCookie(c, nameOfCookie(services));
  return token === undefined
    ? null
    : placeOfDevice(services.database, hashOfToken(token), services.clock.now());
}

/** As {@link placeAt}. @throws HTTPException that leads to where a code is typed */
export async function requirePlace(c: RequestContext, services: DeviceServices): Promise<PlaceAtDevice> {
  const place = await placeAt(c, services);
  if (place !== null) return place;
  throw new HTTPException(303, { res: c.redirect(`${VILLAGE}?het_han=1`, 303) });
}
