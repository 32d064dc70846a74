import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { processIdentity } from '../process-identity.ts';
import { projectFolder } from '../project-folder.ts';
import { runsAsRoot } from './account.ts';
import { type EmbeddedDatabase, type EmbeddedDatabaseOptions, startEmbeddedDatabase } from './index.ts';

let base: string;
let folder: string;
let running: EmbeddedDatabase[];
let reports: string[];

/** A database made once; most tests begin with a copy, for making one takes seconds. */
let made: string;
beforeAll(async () => {
  made = join(mkdtempSync(join(tmpdir(), 'mang-non-made-')), 'database');
  chmodSync(join(made, '..'), 0o755);
  await (await startEmbeddedDatabase({ folder: made, fsync: false })).stop();
}, 60_000);
afterAll(() => rmSync(join(made, '..'), { recursive: true, force: true }));

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'mang-non-database-'));
  chmodSync(base, 0o755);
  folder = join(base, 'database');
  cpSync(made, folder, { recursive: true });
  running = [];
  reports = [];
});
afterEach(async () => {
  for (const database of running) await database.stop();
  rmSync(base, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedDatabaseOptions> = {}): Promise<EmbeddedDatabase> {
  const report = (message: string) => reports.push(message);
  const database = await startEmbeddedDatabase({ folder, report, fsync: false, ...options });
  running.push(database);
  return database;
}

async function query(address: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: address });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Asks again while the server is away, as the program's own pool does. */
async function queryOnceBack(address: string, sql: string): Promise<Record<string, unknown>[]> {
  for (const deadline = Date.now() + 20_000; ; await wait(50)) {
    try {
      return await query(address, sql);
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

const portOf = (address: string) => Number(new URL(address).port);

describe('the embedded database', { timeout: 60_000 }, () => {
  test('what is saved is there after a stop and the next start, at the same address', async () => {
    const first = await start();
    await query(first.connectionString, "create table ward as select 'Phường Lương Văn Tri' as name");
    await first.stop();
    expect(processIdentity(first.processId)).toBeNull();

    const second = await start();
    expect(await query(second.connectionString, 'select name from ward')).toEqual([
      { name: 'Phường Lương Văn Tri' },
    ]);
    expect(second.connectionString).toBe(first.connectionString);
  });

  test('the program’s role owns the database and is bound by row-level security; its password is kept from others', async () => {
    const { connectionString } = await start();
    const [role] = await query(
      connectionString,
      'select rolsuper, rolbypassrls, current_database() from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, current_database: 'mang_non' });
    const [row] = await query(
      connectionString,
      "select lower('ĐẮK LẮK') as folded, current_setting('listen_addresses') as addresses",
    );
    expect(row).toEqual({ folded: 'đắk lắk', addresses: '127.0.0.1' });
    if (process.platform !== 'win32')
      expect(statSync(join(folder, 'passwords.json')).mode & 0o777).toBe(0o600);
  });

  test('a server that is killed comes back by itself, at the same address, with all that was confirmed', async () => {
    const database = await start({ fsync: true });
    await query(database.connectionString, 'create table figure as select 42 as value');
    const killed = database.processId;
    process.kill(killed, 'SIGKILL');
    expect(await queryOnceBack(database.connectionString, 'select value from figure')).toEqual([
      { value: 42 },
    ]);
    expect(database.processId).not.toBe(killed);
  });

  test('a stop in the moment in which the server dies still ends in order', async () => {
    const database = await start();
    process.kill(database.processId, 'SIGKILL');
    await database.stop();
    expect(processIdentity(database.processId)).toBeNull();
    expect(await query((await start()).connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a cluster that was only half made is thrown away and made anew', async () => {
    rmSync(folder, { recursive: true });
    const half = join(folder, 'cluster.unfinished-1-1');
    mkdirSync(join(half, 'base'), { recursive: true });
    writeFileSync(join(half, 'PG_VERSION'), '18\n');
    const { connectionString } = await start();
    expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('a port taken by another program is left to it', async () => {
    const first = await start();
    const port = portOf(first.connectionString);
    await first.stop();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    try {
      expect(portOf((await start()).connectionString)).not.toBe(port);
    } finally {
      other.close();
    }
  });

  test('a process file left behind, its number now another program’s, does not hinder the start', async () => {
    await (await start()).stop();
    const cluster = join(folder, 'cluster');
    const unused = 1;
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${process.pid}\n${cluster}\n0\n${unused}\n\n127.0.0.1\n\nready\n`,
    );
    const { connectionString } = await start();
    expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a second user of the same folder shares the running server and leaves it running', async () => {
    const owner = await start();
    const guest = await start();
    expect(guest.processId).toBe(owner.processId);
    await guest.stop();
    expect(await query(owner.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('the server of a program that was killed is stopped at the next start, and nothing is lost', async () => {
    const script = join(projectFolder, '.cache', `embedded-database-${process.pid}.mjs`);
    await build({
      stdin: {
        contents: `
          import { startEmbeddedDatabase } from './index.ts';
          const database = await startEmbeddedDatabase({ folder: ${JSON.stringify(folder)}, fsync: false });
          console.log(database.processId);
          setInterval(() => {}, 1000);`,
        resolveDir: import.meta.dirname,
      },
      outfile: script,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
    });
    const program = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [output] = await once(program.stdout, 'data');
    const orphan = Number(output);
    program.kill('SIGKILL');
    await once(program, 'exit');
    rmSync(script);
    expect(processIdentity(orphan)).not.toBeNull();

    const database = await start();
    expect(processIdentity(orphan)).toBeNull();
    expect(await query(database.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

// Nothing to see when an ordinary person runs the tests.
const describeAsRoot = runsAsRoot() ? describe : () => undefined;
describeAsRoot('started by root', { timeout: 60_000 }, () => {
  test('the server runs under an account without privileges', async () => {
    const { processId } = await start();
    expect(statSync(`/proc/${processId}`).uid).not.toBe(0);
  });

  test('a folder that only root reaches keeps a sign to where the database lies instead', async () => {
    rmSync(folder, { recursive: true });
    chmodSync(base, 0o700);
    const sharedRoot = mkdtempSync(join(tmpdir(), 'mang-non-shared-'));
    chmodSync(sharedRoot, 0o755);
    try {
      const first = await start({ sharedRoot });
      await query(first.connectionString, 'create table kept as select 7 as value');
      await first.stop();
      expect(existsSync(join(folder, 'cluster'))).toBe(false);
      expect(reports.filter((line) => line.includes(sharedRoot))).toHaveLength(1);

      chmodSync(base, 0o755);
      const second = await start({ sharedRoot });
      expect(await query(second.connectionString, 'select value from kept')).toEqual([{ value: 7 }]);
      await second.stop();
    } finally {
      rmSync(sharedRoot, { recursive: true, force: true });
    }
  });
});
