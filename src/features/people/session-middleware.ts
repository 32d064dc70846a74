import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import type { PersonActor } from '../../platform/database/index.ts';
import type { RequestContext, RequestEnvironment } from '../../platform/http/index.ts';
import { personOf, tokenOfCookie } from '../../platform/identity/index.ts';
import { faviconPath } from '../../ui/brand.ts';
import type { PeopleServices } from './dependencies.ts';

/** Where a person with a one-time password may go. */
const openBeforeChange = new Set(['/doi-mat-khau', '/dang-xuat', '/ngon-ngu']);

const isStaticFile = (path: string) => path.startsWith('/assets/') || path === faviconPath;

/**
 * Finds out who asks, in one statement, and puts it beside the request. Nobody with a one-time password gets past the
 * page that changes it.
 */
export function sessionMiddleware({
  database,
  identity,
  clock,
}: PeopleServices): MiddlewareHandler<RequestEnvironment> {
  return async (c, next) => {
    c.set('actor', null);
    c.set('sessionToken', null);
    const token = isStaticFile(c.req.path)
      ? null
      : tokenOfCookie(getCookie(c, identity.cookieName), identity.secret);
    if (token !== null) {
      const actor = await personOf(database, token, identity.idleMinutes, clock.now());
      if (actor !== null) {
        c.set('actor', actor);
        c.set('sessionToken', token);
        if (actor.mustChangePassword && !openBeforeChange.has(c.req.path))
          return c.redirect('/doi-mat-khau', 303);
      }
    }
    return next();
  };
}

/** Path and query of a request. */
export function pathOf(c: RequestContext): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

/**
 * The person who asks.
 * @throws HTTPException that leads to the sign-in page: back here afterwards, or, for a form, with word of what became
 * of it.
 */
export function requirePerson(c: RequestContext): PersonActor {
  const { actor } = c.var;
  if (actor !== null) return actor;
  const isPage = c.req.method === 'GET' || c.req.method === 'HEAD';
  const query = isPage ? `tiep=${encodeURIComponent(pathOf(c))}` : 'het_phien=1';
  throw new HTTPException(303, { res: c.redirect(`/dang-nhap?${query}`, 303) });
}
