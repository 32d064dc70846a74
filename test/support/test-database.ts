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

/** An empty, migrated database of its own: a copy of the template, about 70 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(`create database ${name} template ${inject('databaseTemplate')} strategy file_copy`);
  const address = new URL(inject('databaseServer'));
  address.pathname = `/${name}`;
  const database = openDatabase(address.href);
  return {
    database,
    connectionString: address.href,
    async drop() {
      await database.close();
      await onServer(`drop database ${name} with (force)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
