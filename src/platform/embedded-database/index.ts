import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { takeFileLock } from '../file-lock.ts';
import { processIdentity } from '../process-identity.ts';
import { clusterFolder, ensureCluster } from './cluster.ts';
import {
  ADMINISTRATOR,
  addressOf,
  type Credentials,
  DATABASE,
  keepCredentials,
  OWNER,
} from './credentials.ts';
import { ensureDatabase } from './database.ts';
import { EmbeddedDatabaseError, explainFault } from './errors.ts';
import { choosePlace, type Place } from './place.ts';
import { readPostmaster } from './postmaster.ts';
import { supervise } from './supervisor.ts';

export { EmbeddedDatabaseError } from './errors.ts';

/** A PostgreSQL server that belongs to this installation alone. */
export interface EmbeddedDatabase {
  /** The database `mang_non` as its owner, who is no superuser: row-level security binds it. */
  connectionString: string;
  /** The same database as superuser, for the few things that only a superuser may do. */
  administratorConnectionString: string;
  /** Number of the current server process; another one after a restart. */
  readonly processId: number;
  /** Stops the server in order. Does nothing when another process started it. */
  stop(): Promise<void>;
}

export interface EmbeddedDatabaseOptions {
  /** Folder of the database, its log, port and passwords; created when missing. */
  folder: string;
  /** Takes progress and warnings, one line in Vietnamese each. */
  report?: (message: string) => void;
  /** False for test clusters only: faster, and lost with the machine's power. */
  fsync?: boolean;
  /** Where root puts a database whose folder no other account reaches. */
  sharedRoot?: string;
}

const SHARED_POLL_MS = 25;
const SHARED_PATIENCE_MS = 120_000;

/**
 * Starts the embedded database of `folder`, making it at the first time, and keeps it running until `stop`.
 * When another living process already runs it, its server is used. Throws `EmbeddedDatabaseError` when it
 * cannot be started; the message says what to do.
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  try {
    return await startOrShare(options);
  } catch (error) {
    throw explainFault(error, resolve(options.folder));
  }
}

async function startOrShare(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { report = () => undefined, fsync = true } = options;
  const place = choosePlace(resolve(options.folder), report, options.sharedRoot);
  const giveUpAt = Date.now() + SHARED_PATIENCE_MS;
  for (;;) {
    const lock = takeFileLock(join(place.folder, 'supervisor.lock'), {});
    if (lock.taken) return startOwn(place, fsync, report, lock.release);
    const shared = findShared(place);
    if (shared) return shared;
    if (Date.now() > giveUpAt) {
      throw new EmbeddedDatabaseError(
        `Tiến trình ${lock.holder.pid} giữ cơ sở dữ liệu trong ${place.folder} nhưng cơ sở dữ liệu không trả ` +
          'lời. Hãy dừng tiến trình đó rồi thử lại.',
      );
    }
    await wait(SHARED_POLL_MS);
  }
}

async function startOwn(
  place: Place,
  fsync: boolean,
  report: (message: string) => void,
  release: () => void,
): Promise<EmbeddedDatabase> {
  try {
    const credentials = keepCredentials(place.folder);
    await ensureCluster(place, credentials, { fsync }, report);
    const supervisor = await supervise(place, { fsync }, report);
    try {
      await ensureDatabase(supervisor.port, credentials);
    } catch (error) {
      await supervisor.stop();
      throw error;
    }
    let stopped: Promise<void> | undefined;
    return {
      ...addresses(supervisor.port, credentials),
      get processId() {
        return supervisor.processId;
      },
      stop() {
        stopped ??= supervisor.stop().finally(release);
        return stopped;
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** The server that another process has started and that already accepts connections. */
function findShared(place: Place): EmbeddedDatabase | null {
  const found = readPostmaster(clusterFolder(place));
  if (!found?.ready || processIdentity(found.processId) === null) return null;
  const credentials = keepCredentials(place.folder);
  return {
    ...addresses(found.port, credentials),
    processId: found.processId,
    stop: async () => undefined,
  };
}

function addresses(port: number, credentials: Credentials) {
  return {
    connectionString: addressOf(port, OWNER, credentials.owner, DATABASE),
    administratorConnectionString: addressOf(port, ADMINISTRATOR, credentials.administrator, DATABASE),
  };
}
