import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processIdentity } from '../process-identity.ts';
import { under } from './account.ts';
import { clusterFolder } from './cluster.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import type { Place } from './place.ts';
import { findRunningPostmaster, readPostmaster } from './postmaster.ts';
import { databaseEnvironment, runToEnd } from './process-runner.ts';

/** A PostgreSQL server that this process has started and that accepts connections. */
export interface ServerProcess {
  processId: number;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
}

const LARGEST_LOG_BYTES = 10_000_000;
const READY_POLL_MS = 10;
const WINDOWS_POLL_MS = 1_000;

/** Starts the server and waits until it accepts connections. Throws, with the end of its log, if it gives up. */
export async function startServer(place: Place, report: (message: string) => void): Promise<ServerProcess> {
  const log = join(place.folder, 'database.log');
  const before = beginLog(log);
  const started = process.platform === 'win32' ? await startByPgCtl(place, log) : startDirectly(place, log);
  let over = started.processId === 0;
  started.ended.then(() => {
    over = true;
  });
  const begin = Date.now();
  let nextReportMs = 2_000;
  while (!over) {
    const postmaster = readPostmaster(clusterFolder(place));
    if (postmaster?.ready && postmaster.processId === started.processId) return started;
    if (Date.now() - begin >= nextReportMs) {
      report(`Cơ sở dữ liệu đang khởi động… (${Math.round((Date.now() - begin) / 1000)} giây)`);
      nextReportMs += 10_000;
    }
    await wait(READY_POLL_MS);
  }
  throw new EmbeddedDatabaseError(
    `Cơ sở dữ liệu không khởi động được. Nhật ký ${log}:\n${endOfLog(log, before)}`,
  );
}

/** Stops whatever server runs on the cluster: open work is rolled back, confirmed work is kept. */
export async function stopServer(place: Place): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const { code } = await runToEnd(place, place.binaries.pgCtl, [
      'stop',
      `--pgdata=${clusterFolder(place)}`,
      `--mode=${mode}`,
      '--wait',
      '--timeout=60',
    ]);
    // It may also have died at this very moment.
    if (code === 0 || (await findRunningPostmaster(clusterFolder(place))) === null) return;
  }
  throw new EmbeddedDatabaseError(`Không dừng được cơ sở dữ liệu trong ${place.folder}.`);
}

/** In a process group of its own: a Ctrl+C in the terminal must not end it before its clients are done. */
function startDirectly(place: Place, log: string): ServerProcess {
  const output = openSync(log, 'a', 0o600);
  const child = spawn(place.binaries.postgres, ['-D', clusterFolder(place)], {
    ...under(place.account),
    cwd: place.folder,
    env: databaseEnvironment(),
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.unref();
  return { processId: child.pid ?? 0, ended };
}

/** On Windows pg_ctl gives up an administrator's rights, under which PostgreSQL refuses to run. */
async function startByPgCtl(place: Place, log: string): Promise<ServerProcess> {
  const child = spawn(
    place.binaries.pgCtl,
    ['start', '-D', clusterFolder(place), '-l', log, '-w', '-t', '60', '-s'],
    // Not a pipe: the server would hold it open, and we would wait for its end.
    { cwd: place.folder, env: databaseEnvironment(), stdio: 'ignore', windowsHide: true },
  );
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const processId = readPostmaster(clusterFolder(place))?.processId ?? 0;
  return { processId, ended: endOfProcess(processId) };
}

function endOfProcess(processId: number): Promise<void> {
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (processIdentity(processId) !== null) return;
      clearInterval(watch);
      resolve();
    }, WINDOWS_POLL_MS);
    watch.unref();
  });
}

/** Keeps one older log; gives the size at which this start's messages begin. */
function beginLog(log: string): number {
  if (!existsSync(log)) return 0;
  const { size } = statSync(log);
  if (size < LARGEST_LOG_BYTES) return size;
  renameSync(log, `${log}.1`);
  return 0;
}

function endOfLog(log: string, from: number): string {
  if (!existsSync(log)) return '';
  return readFileSync(log).subarray(from).toString('utf8').trim().split('\n').slice(-12).join('\n');
}
