import { Client } from 'pg';
import { ADMINISTRATOR, addressOf, type Credentials, DATABASE, OWNER } from './credentials.ts';

/** SQLSTATE of a wrong password (also of an unknown role) and of an unknown database. */
const NOT_PREPARED = new Set(['28P01', '28000', '3D000']);

/** Creates the owner's role and the database unless the owner can already sign in to it. */
export async function ensureDatabase(port: number, credentials: Credentials): Promise<void> {
  try {
    await withClient(addressOf(port, OWNER, credentials.owner, DATABASE), async () => undefined);
  } catch (error) {
    if (!NOT_PREPARED.has((error as { code?: string }).code ?? '')) throw error;
    const address = addressOf(port, ADMINISTRATOR, credentials.administrator, 'postgres');
    await withClient(address, (client) => createDatabase(client, credentials));
  }
}

async function createDatabase(client: Client, { owner }: Credentials): Promise<void> {
  const rights = `login nosuperuser createdb createrole password '${owner}'`;
  const role = await client.query('select from pg_roles where rolname = $1', [OWNER]);
  await client.query(`${role.rowCount === 0 ? 'create' : 'alter'} role ${OWNER} ${rights}`);
  const database = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (database.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`);
}

async function withClient(address: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: address });
  // A connection that breaks while idle must not end the program; the query at hand reports it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
