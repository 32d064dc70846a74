import type { Compilable } from 'kysely';
import type { PoolClient } from 'pg';
import type { Actor } from './actor.ts';
import type { Database } from './database.ts';

/** A statement written out once and prepared by name on each connection: for the paths that run thousands of times. */
export interface PreparedStatement<Row> {
  readonly name: string;
  readonly text: string;
  /** Only the type of its rows. */
  readonly row?: Row;
}

/** Names a statement for preparation. */
export function prepared<Row>(name: string, text: string): PreparedStatement<Row> {
  return { name, text };
}

/** The only handle to the data: one transaction, confined to the actor's territory. */
export interface Scope {
  readonly actor: Actor;
  /** Runs a built query and gives its rows. */
  rows<Row>(query: Compilable<Row>): Promise<Row[]>;
  /** Runs a built query and gives its first row, if any. */
  first<Row>(query: Compilable<Row>): Promise<Row | undefined>;
  /** Runs a prepared statement and gives its rows. */
  run<Row>(statement: PreparedStatement<Row>, values: readonly unknown[]): Promise<Row[]>;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function begin(actor: Actor, readOnly: boolean): string {
  const start = readOnly ? 'begin read only' : 'begin';
  if (actor.kind === 'system') return `${start}; select set_config('mang_non.everywhere', 'on', true)`;
  for (const unit of [actor.unit.id, ...actor.territory])
    if (!uuid.test(unit)) throw new Error('A unit of the actor is no UUID.');
  return `${start}; select set_config('mang_non.unit', '${actor.unit.id}', true), set_config('mang_non.readable', '${actor.territory.join(',')}', true)`;
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

/**
 * Opens a transaction confined to the actor's territory, runs `work`, and commits; an error rolls everything back.
 * Row security reads the territory from the transaction: who forgets a filter gets nothing, not everything.
 */
export async function withScope<Result>(
  database: Database,
  actor: Actor,
  work: (scope: Scope) => Promise<Result>,
  { readOnly = false }: { readOnly?: boolean } = {},
): Promise<Result> {
  const client = await database.pool.connect();
  const { statements } = database;
  const execute = async (query: { name?: string; text: string; values: unknown[] }) => {
    statements.count++;
    return (await client.query(query)).rows;
  };
  const scope: Scope = {
    actor,
    rows: (query) => {
      const compiled = query.compile();
      return execute({ text: compiled.sql, values: compiled.parameters as unknown[] });
    },
    first: async (query) => (await scope.rows(query))[0],
    run: ({ name, text }, values) => execute({ name, text, values: values as unknown[] }),
  };
  try {
    statements.count += 2;
    await client.query(begin(actor, readOnly));
    const result = await work(scope);
    statements.count++;
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
}

/** Reading only: the database refuses any change. */
export function withReadScope<Result>(
  database: Database,
  actor: Actor,
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  return withScope(database, actor, work, { readOnly: true });
}
