import { setTimeout as wait } from 'node:timers/promises';
import { clusterFolder, writeSettings } from './cluster.ts';
import type { Place } from './place.ts';
import { choosePort } from './port.ts';
import { findRunningPostmaster } from './postmaster.ts';
import { type ServerProcess, startServer, stopServer } from './server-process.ts';

/** Keeps one PostgreSQL server running. */
export interface Supervisor {
  readonly port: number;
  /** Number of the current server process; another one after a restart. */
  readonly processId: number;
  stop(): Promise<void>;
}

const FIRST_ATTEMPTS = 6;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;
/** A server that ran this long has not failed at its start: the next failure begins again with a short delay. */
const STEADY_MS = 60_000;

/**
 * Starts the server of the cluster and starts it again, on the same port and with growing delays, whenever it
 * ends without having been told to. A server left by an earlier run is stopped first.
 */
export async function supervise(
  place: Place,
  { fsync }: { fsync: boolean },
  report: (message: string) => void,
): Promise<Supervisor> {
  if (await findRunningPostmaster(clusterFolder(place))) {
    report('Đang dừng cơ sở dữ liệu còn lại từ lần chạy trước…');
    await stopServer(place);
  }
  const { server: first, port } = await startFirst(place, fsync, report);

  let server = first;
  let startedAt = Date.now();
  let delay = FIRST_DELAY_MS;
  const stopping = new AbortController();

  const startAgain = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await wait(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      delay = Math.min(delay * 2, LONGEST_DELAY_MS);
      try {
        server = await startServer(place, report);
        startedAt = Date.now();
        report('Cơ sở dữ liệu đã chạy lại.');
        return;
      } catch (error) {
        report((error as Error).message);
      }
    }
  };
  const watch = async (): Promise<void> => {
    for (;;) {
      await server.ended;
      if (stopping.signal.aborted) return;
      if (Date.now() - startedAt > STEADY_MS) delay = FIRST_DELAY_MS;
      report('Cơ sở dữ liệu dừng bất ngờ, đang khởi động lại…');
      restart = startAgain();
      await restart;
    }
  };
  let restart: Promise<void> = Promise.resolve();
  const watching = watch();

  return {
    port,
    get processId() {
      return server.processId;
    },
    async stop() {
      stopping.abort();
      await restart;
      if (await findRunningPostmaster(clusterFolder(place))) await stopServer(place);
      await watching;
    },
  };
}

/** A port may be lost between trying and using it, and memory of a killed server lingers for a moment. */
async function startFirst(
  place: Place,
  fsync: boolean,
  report: (message: string) => void,
): Promise<{ server: ServerProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(place.folder);
    writeSettings(place, { port, fsync });
    try {
      return { server: await startServer(place, report), port };
    } catch (error) {
      const passes = /could not bind|in use/.test((error as Error).message);
      if (!passes || attempt === FIRST_ATTEMPTS) throw error;
      await wait(FIRST_DELAY_MS * 2 ** attempt);
    }
  }
}
