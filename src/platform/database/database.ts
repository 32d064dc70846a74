import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import { gatheringSocket } from './gathering-socket.ts';
import type { Tables } from './tables.ts';

/** Builds queries and runs none: only a scope runs them. */
export const sqlBuilder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const types = new pg.TypeOverrides();
// Counts stay far below 2^53 (a figure is at most 999,999,999); dates are text without a zone.
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.DATE, (text) => text);
// Targets have four decimals and twelve figures before them, sums of counts no decimals: both are exact enough as numbers.
types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Connections to one database, as the role that owns nothing. */
export interface Database {
  readonly pool: pg.Pool;
  /** The same pool with `identity` first on its search path, for the identity library. */
  readonly connectionString: string;
  /** Statements sent since the start; tests and the bench read it. */
  readonly statements: { count: number };
  close(): Promise<void>;
}

export const APPLICATION_ROLE = 'mang_non_app';

/**
 * Opens the pool. Nothing connects until the first query.
 * @param connections at most this many at once; one request needs one.
 */
export function openDatabase(connectionString: string, connections = 12): Database {
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    types,
    options: `-c role=${APPLICATION_ROLE}`,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // Statements that need no answer of one another go together: see withScope.
    pipeline: true,
    stream: gatheringSocket,
  });
  // A connection lost while idle is the pool's own matter: the next request opens another.
  pool.on('error', () => {});
  // Lost while in use, it fails the query at hand; the event that comes as well must not end the program.
  pool.on('connect', (client) => client.on('error', () => {}));
  return { pool, connectionString, statements: { count: 0 }, close: () => pool.end() };
}
