import { randomBytes } from 'node:crypto';
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { isStillRunning, processIdentity } from './process-identity.ts';

/** The process that holds a lock, with what it wrote about itself. */
export type LockHolder<Details> = Details & { pid: number };

export type FileLock<Details> =
  | { taken: true; release(): void }
  | { taken: false; holder: LockHolder<Details> };

type Content<Details> = LockHolder<Details> & { identity: string; token: string };

/** A takeover lasts a millisecond; one this old was cut off. */
const ABANDONED_TAKEOVER_MS = 10_000;
/** Where hard links are missing, the name is reserved by an empty file for a moment. */
const HALF_WRITTEN_MS = 1_000;

/**
 * Takes the lock file `path` for this process, or says who holds it. A lock whose process has gone is
 * replaced. The folder must exist. Throws only on file errors other than the file being there.
 */
export function takeFileLock<Details extends object>(path: string, details: Details): FileLock<Details> {
  const token = randomBytes(12).toString('hex');
  const content: Content<Details> = {
    ...details,
    pid: process.pid,
    identity: processIdentity(process.pid) ?? '',
    token,
  };
  const draft = `${path}.${token}`;
  writeFileSync(draft, `${JSON.stringify(content)}\n`, { mode: 0o644, flag: 'wx' });
  try {
    for (;;) {
      if (createFrom(draft, path)) return takenLock(path, token);
      const found = lockAt<Details>(path);
      if (typeof found === 'object') return { taken: false, holder: found };
      if (found === 'stale' && replaceStale(draft, path)) return takenLock(path, token);
    }
  } finally {
    unlinkIfThere(draft);
  }
}

function takenLock(path: string, token: string): { taken: true; release(): void } {
  return {
    taken: true,
    release() {
      const found = lockAt<object>(path);
      if (typeof found === 'object' && found.token === token) unlinkIfThere(path);
    },
  };
}

/** The living lock at this path, or why there is none. */
function lockAt<Details>(path: string): Content<Details> | 'absent' | 'stale' | 'being written' {
  try {
    const text = readFileSync(path, 'utf8');
    if (text === '' && ageOf(path) < HALF_WRITTEN_MS) return 'being written';
    const content = JSON.parse(text) as Content<Details>;
    return isStillRunning(content.pid, content.identity) ? content : 'stale';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'absent';
    if (error instanceof SyntaxError) return 'stale';
    throw error;
  }
}

/** A hard link puts the whole content in place in one step, so that nobody reads half a lock. */
function createFrom(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK'].includes(codeOf(error))) throw error;
  }
  // A file system without hard links: reserve the name first, then put the content over it.
  try {
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  renameSync(draft, path);
  return true;
}

/** Puts the draft over a stale lock; a folder beside it lets only one process do so at a time. */
function replaceStale(draft: string, path: string): boolean {
  const takeover = `${path}.takeover`;
  try {
    mkdirSync(takeover);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (ageOf(takeover) > ABANDONED_TAKEOVER_MS) removeTakeover(takeover);
    return false;
  }
  try {
    if (lockAt(path) !== 'stale') return false;
    renameSync(draft, path);
    return true;
  } finally {
    removeTakeover(takeover);
  }
}

/** Milliseconds since the last change; 0 when the file has just gone. */
function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function removeTakeover(takeover: string): void {
  try {
    rmdirSync(takeover);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
