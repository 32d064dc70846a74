import type { Hono } from 'hono';
import type { RequestEnvironment } from '../platform/http/index.ts';

/**
 * The page on which the form of an address stands, where the address takes that form and has no page of its own: the
 * nearest above it, as `…/phieu/7` of `…/phieu/7/nop`. Null for every other address. It goes by the pattern of the
 * address alone, so that it says nothing about what there is.
 */
export function pageOfForm(application: Hono<RequestEnvironment>, path: string): string | null {
  const takes = (method: 'GET' | 'POST', address: string): boolean =>
    application.router.match(method, address)[0].some(([[, route]]) => route.method === method);
  if (!takes('POST', path)) return null;
  let page = path;
  do page = page.slice(0, page.lastIndexOf('/'));
  while (page !== '' && !takes('GET', page));
  return page === '' ? '/' : page;
}
