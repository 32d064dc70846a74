import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedDatabaseError } from './errors.ts';

/** The two roles of the embedded cluster. */
export const ADMINISTRATOR = 'postgres';
/** Owner of the database and no superuser, so that row-level security binds the program too. */
export const OWNER = 'mang_non';
export const DATABASE = 'mang_non';

/** Passwords of the roles, made at random once for each cluster. */
export interface Credentials {
  administrator: string;
  owner: string;
}

/**
 * Reads the passwords kept beside the cluster (readable by the program's own account only), or makes them for
 * a new one. Throws when a cluster has lost its passwords.
 */
export function keepCredentials(folder: string): Credentials {
  const file = join(folder, 'passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  if (existsSync(join(folder, 'cluster'))) {
    throw new EmbeddedDatabaseError(`Thiếu tệp mật khẩu ${file}. Hãy khôi phục tệp này từ bản sao lưu.`);
  }
  const made = { administrator: newPassword(), owner: newPassword() };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(made)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, file);
  return made;
}

/** Letters, digits, `-` and `_` only: safe within a URL and within quotes of SQL. */
const newPassword = (): string => randomBytes(24).toString('base64url');

/** Address of a database of the cluster for the `pg` library. */
export function addressOf(port: number, role: string, password: string, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}
