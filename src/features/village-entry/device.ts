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

/** Browsers forget a cookie after 400 days at the latest; a link ends no later, unless it is prolonged. */
const MOST_SECONDS = 400 * 86_400;

/**
 * Lets this device be known again for as long as a browser remembers; the cookie goes to the village's own addresses alone.
 * Whether the link has ended is asked each time: it may be prolonged while the device is away.
 */
export function rememberDevice(c: RequestContext, services: DeviceServices, token: string): void {
  setCookie(c, nameOfCookie(services), token, {
    path: VILLAGE,
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(services),
    maxAge: MOST_SECONDS,
  });
}

const tokenOf = (c: RequestContext, services: DeviceServices): string | undefined =>
  getCookie(c, nameOfCookie(services));

/**
 * The village whose device asks; null when it has no link, or one that ended or was revoked. Who is signed in at the same
 * browser makes no difference.
 */
export async function placeAt(c: RequestContext, services: DeviceServices): Promise<PlaceAtDevice | null> {
  const token = tokenOf(c, services);
  return token === undefined
    ? null
    : placeOfDevice(services.database, hashOfToken(token), services.clock.now());
}

/** As {@link placeAt}, and the device is remembered anew. @throws HTTPException that leads to where a code is typed */
export async function requirePlace(c: RequestContext, services: DeviceServices): Promise<PlaceAtDevice> {
  const token = tokenOf(c, services);
  const place = await placeAt(c, services);
  if (token !== undefined && place !== null) {
    rememberDevice(c, services, token);
    return place;
  }
  throw new HTTPException(303, { res: c.redirect(`${VILLAGE}?het_han=1`, 303) });
}
