import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { takeFileLock } from './file-lock.ts';

export type InstanceLock =
  | { taken: true; release(): void }
  | { taken: false; running: { pid: number; url: string } };

/**
 * Makes this process the only server on the data folder (created when missing), or says which one already
 * is and where it answers. The lock of a server that has died is replaced.
 */
export function takeInstanceLock(dataFolder: string, { port }: { port: number }): InstanceLock {
  mkdirSync(dataFolder, { recursive: true });
  const lock = takeFileLock(join(dataFolder, 'server.lock'), { url: `http://localhost:${port}` });
  if (lock.taken) return lock;
  return { taken: false, running: { pid: lock.holder.pid, url: lock.holder.url } };
}
