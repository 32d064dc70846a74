import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database/index.ts';

export interface TestDatabase {
  /** As the program sees it: the role that owns nothing. */
  readonly database: Database;
  /** As its owner. */
  readonly connectionString: string;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

/** A database of its own: a copy of the template, about 70 ms. The usual one is migrated and empty. */
export async function createTestDatabase(template = inject('databaseTemplate')): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const server = inject('databaseServer');
  const connectionString = await copyDatabase(server, template, name);
  const database = openDatabase(connectionString);
  return {
    database,
    connectionString,
    async drop() {
      await database.close();
      await dropDatabase(server, name);
    },
  };
}

/** Makes the database `name` out of a template on the same server; gives its address. */
export async function copyDatabase(server: string, template: string, name: string): Promise<string> {
  await onServer(server, `create database ${name} template ${template} strategy file_copy`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}

/**
 * Not `with (force)`: that is refused where the server's own vacuum is at work in the database, since its worker
 * is no session that an owner may end. A plain drop asks the worker to leave and waits for it; the sessions that
 * a test left are ended before.
 */
async function dropDatabase(server: string, name: string): Promise<void> {
  await onServer(
    server,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and usename is not null`,
    `drop database ${name}`,
  );
}

async function onServer(server: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
