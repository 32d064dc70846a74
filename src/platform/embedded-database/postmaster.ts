import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { processIdentity } from '../process-identity.ts';

/** What a running server writes into `postmaster.pid`. */
export interface Postmaster {
  processId: number;
  port: number;
  /** Whether it accepts connections yet. */
  ready: boolean;
}

const PID_FILE = 'postmaster.pid';

/** Reads the server's own file; null when there is none or it is still being written. */
export function readPostmaster(cluster: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, PID_FILE), 'utf8').split('\n');
  } catch {
    return null;
  }
  const processId = Number(lines[0]);
  if (!Number.isInteger(processId) || processId === 0) return null;
  return { processId, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * The server that runs on this cluster, or null. A file left by a server that died is removed, also when its
 * process number now belongs to another program: PostgreSQL itself would then refuse to start.
 */
export async function findRunningPostmaster(cluster: string): Promise<Postmaster | null> {
  const found = readPostmaster(cluster);
  if (!found) return null;
  if (processIdentity(found.processId) !== null && (await serves(found, cluster))) return found;
  rmSync(join(cluster, PID_FILE), { force: true });
  return null;
}

async function serves({ processId, port }: Postmaster, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return answers(port);
  try {
    // PostgreSQL makes the cluster its working directory.
    return readlinkSync(`/proc/${processId}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const finish = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
    socket.setTimeout(2_000, () => finish(false));
  });
}
