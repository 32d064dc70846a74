import { Client } from 'pg';
import { ADMINISTRATOR, addressOf, type Credentials, DATABASE, OWNER } from './credentials.ts';

/** Creates the owner's role and the database where they are missing. */
export async function ensureDatabase(port: number, { administrator, owner }: Credentials): Promise<void> {
  const client = new Client({ connectionString: addressOf(port, ADMINISTRATOR, administrator, 'postgres') });
  // A connection that breaks while idle must not end the program; the query at hand reports it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as database`,
      [OWNER, DATABASE],
    );
    if (!rows[0].role) {
      await client.query(`create role ${OWNER} login createdb createrole password '${owner}'`);
    }
    if (!rows[0].database) await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
}
