import type { MiddlewareHandler } from 'hono';
import type { RequestEnvironment } from '../platform/http/index.ts';
import type { Log } from '../platform/log.ts';
import { loggedPath } from './logged-path.ts';

/** One line for each request, without its query, which may hold a name that somebody searched for. */
export function logRequests(log: Log): MiddlewareHandler<RequestEnvironment> {
  return async (c, next) => {
    const begin = performance.now();
    await next();
    const milliseconds = Math.round(performance.now() - begin);
    const { requestId } = c.var;
    log.info(
      { requestId, method: c.req.method, path: loggedPath(c.req.path), status: c.res.status, milliseconds },
      'request',
    );
  };
}
