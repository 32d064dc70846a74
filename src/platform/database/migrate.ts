import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** Any number, the same for every instance: only one migrates at a time. */
const MIGRATION_LOCK = 20190103;

/**
 * Brings the database to the newest version: every file of the folder that was not applied yet, in order of its name,
 * each in a transaction of its own. Several instances may start at once; one does it, the others wait.
 * @returns the names of the files applied now.
 * @throws when a file that was applied before has changed since: migrations only go forward.
 */
export async function migrate(connectionString: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      'create table if not exists schema_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    const known = new Map(
      (
        await client.query<{ name: string; hash: string }>('select name, hash from schema_migration')
      ).rows.map(({ name, hash }) => [name, hash]),
    );
    const applied: string[] = [];
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    for (const name of names) {
      const text = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      const hash = createHash('sha256').update(text).digest('hex');
      const before = known.get(name);
      if (before === hash) continue;
      if (before !== undefined)
        throw new Error(
          `Tệp migrations/${name} đã đổi sau khi áp dụng. Hãy khôi phục tệp gốc và viết thay đổi vào một tệp mới.`,
        );
      await client.query('begin');
      try {
        await client.query(text);
        await client.query('insert into schema_migration (name, hash) values ($1, $2)', [name, hash]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`Không áp dụng được migrations/${name}: ${(error as Error).message}`, {
          cause: error,
        });
      }
      applied.push(name);
    }
    return applied;
  } finally {
    await client.end();
  }
}
