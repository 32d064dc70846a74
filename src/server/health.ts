import type { Database } from '../platform/database/index.ts';
import { databaseIsAway, type RequestContext } from '../platform/http/index.ts';

/** GET /suc-khoe: 200 while requests can be served, 503 while the database is away; says nothing else. */
export function healthRoute(database: Database): (c: RequestContext) => Promise<Response> {
  return async (c) => {
    c.header('cache-control', 'no-store');
    try {
      await database.pool.query('select 1');
      return c.json({ status: 'ok', database: 'reachable' });
    } catch (error) {
      if (!databaseIsAway(error)) throw error;
      return c.json({ status: 'waiting', database: 'unreachable' }, 503);
    }
  };
}
