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
  /** Sends a prepared statement whose rows nobody needs and does not wait for it: if it fails, so does the transaction. */
  send(statement: PreparedStatement<unknown>, values: readonly unknown[]): void;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function begin(actor: Actor, readOnly: boolean): string {
  const start = readOnly ? 'begin read only' : 'begin';
  if (actor.kind === 'system') return `${start}; select set_config('mang_non.everywhere', 'on', true)`;
  for (const unit of [actor.unit.id, ...actor.territory])
    if (!uuid.test(unit)) throw new Error('A unit of the actor is no UUID.');
  return `${start}; select set_config('mang_non.unit', '${actor.unit.id}', true), set_config('mang_non.readable', '${actor.territory.join(',')}', true)`;
}

/**
 * Opens a transaction confined to the actor's territory, runs `work`, and commits; an error rolls everything back.
 * Row security reads the territory from the transaction: who forgets a filter gets nothing, not everything.
 *
 * Beginning, sent statements and end travel together with what comes next to them, each in its turn. Should the beginning
 * fail, the statements behind it find no territory and therefore no rows, and the failure is what the caller gets.
 */
export async function withScope<Result>(
  database: Database,
  actor: Actor,
  work: (scope: Scope) => Promise<Result>,
  { readOnly = false }: { readOnly?: boolean } = {},
): Promise<Result> {
  const client = await database.pool.connect();
  const unawaited: Promise<unknown>[] = [];
  const send = (statement: Promise<unknown>) => {
    // Its failure is looked at when the transaction ends, not before.
    statement.catch(() => undefined);
    unawaited.push(statement);
  };
  try {
    database.statements.count += 2;
    send(client.query(begin(actor, readOnly)));
    const result = await work(scopeOn(client, actor, database, send));
    database.statements.count++;
    const end = client.query('commit');
    // What has changed nothing need not be waited for: the next transaction on this connection comes after it anyway.
    if (readOnly) end.catch(() => undefined);
    else send(end);
    await Promise.all(unawaited);
    client.release();
    return result;
  } catch (error) {
    await rollBack(client);
    throw (await firstFailure(unawaited)) ?? error;
  }
}

function scopeOn(
  client: PoolClient,
  actor: Actor,
  { statements }: Database,
  send: (statement: Promise<unknown>) => void,
): Scope {
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
    send: (statement, values) => send(scope.run(statement, values)),
  };
  return scope;
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

/** What made the statements behind it fail too: the error of the first one that did. */
async function firstFailure(statements: readonly Promise<unknown>[]): Promise<unknown> {
  for (const outcome of await Promise.allSettled(statements))
    if (outcome.status === 'rejected') return outcome.reason;
  return undefined;
}

/** Reading only: the database refuses any change. */
export function withReadScope<Result>(
  database: Database,
  actor: Actor,
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  return withScope(database, actor, work, { readOnly: true });
}
