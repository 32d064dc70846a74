import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { INDEX_WORKBOOK } from './index-columns.ts';
import { IndexUnreadable, readIndex } from './read-index.ts';

/** What a folder has against its index. Paths are those of the index, or of the folder for what is not in it. */
export interface FolderVerification {
  readonly unchanged: number;
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

export type FolderFault = 'no_folder' | 'no_index' | 'index_unreadable';

/** Files that Windows, macOS and Office leave in every folder that they show. */
const LEFT_BY_SYSTEMS = /^(?:thumbs\.db|desktop\.ini|\.ds_store|\._.*|~\$.*|\.~lock\..*)$/i;

/**
 * Computes the hash of every file of an unpacked archive and compares it with the index in it. Needs nothing but the
 * folder: no database, no connection. The folder may be the one around the archive's own, as programs unpack it.
 */
export async function verifyFolder(folder: string): Promise<FolderVerification | FolderFault> {
  const root = await rootOf(folder);
  if (typeof root !== 'object') return root;
  const listed = await readIndex(await readFile(join(root.path, root.index))).catch((error: unknown) => {
    if (error instanceof IndexUnreadable) return null;
    throw error;
  });
  if (listed === null) return 'index_unreadable';
  const there = new Set(await filesIn(root.path));
  // Some systems take letters and their marks apart. Of two names that are one when composed the other is not in the index.
  const composed = new Map([...there].map((path) => [path.normalize('NFC'), path]));
  const known = new Set([root.index]);
  const changed: string[] = [];
  const missing: string[] = [];
  let unchanged = 0;
  for (const { path, sha256 } of listed) {
    const found = there.has(path) ? path : composed.get(path.normalize('NFC'));
    if (found !== undefined) known.add(found);
    if (found === undefined) missing.push(path);
    else if ((await hashOf(join(root.path, ...found.split('/')))) === sha256) unchanged++;
    else changed.push(path);
  }
  const extra = [...there].filter((path) => !known.has(path)).sort();
  return { unchanged, changed, missing, extra };
}

/** The folder in which the index lies: this one, or the only one within it. */
async function rootOf(folder: string): Promise<{ path: string; index: string } | FolderFault> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) return 'no_folder';
  const index = entries.find(
    ({ name }) => name.normalize('NFC').toUpperCase() === INDEX_WORKBOOK.toUpperCase(),
  );
  if (index !== undefined) return { path: folder, index: index.name };
  const folders = entries.filter((entry) => entry.isDirectory());
  if (folders.length !== 1) return 'no_index';
  const inner = join(folder, folders[0]!.name);
  const within = await readdir(inner);
  const name = within.find((one) => one.normalize('NFC').toUpperCase() === INDEX_WORKBOOK.toUpperCase());
  return name === undefined ? 'no_index' : { path: inner, index: name };
}

/** All files below a folder, with forward slashes. A link is no file: what it leads to does not lie in the folder. */
async function filesIn(folder: string, prefix = ''): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesIn(join(folder, entry.name), path)));
    else if (entry.isFile() && !LEFT_BY_SYSTEMS.test(entry.name)) found.push(path);
  }
  return found;
}

/** Null for what cannot be read. */
async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
