import {
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { ADMINISTRATOR, type Credentials } from './credentials.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import type { Place } from './place.ts';
import { runToEnd } from './process-runner.ts';
import { type ClusterSettings, databaseSettings } from './settings.ts';

/** PostgreSQL's own data directory within the place. */
export const clusterFolder = (place: Place): string => join(place.folder, 'cluster');

const UNFINISHED = 'cluster.unfinished';

/**
 * Makes the cluster if there is none yet. It is made under another name and renamed when complete, so that a
 * half-made one is never taken for a database. Throws when it cannot be made, or belongs to another version
 * or account.
 */
export async function ensureCluster(
  place: Place,
  credentials: Credentials,
  { fsync }: { fsync: boolean },
  report: (message: string) => void,
): Promise<void> {
  removeUnfinished(place.folder);
  const cluster = clusterFolder(place);
  if (!existsSync(cluster)) {
    report('Đang tạo cơ sở dữ liệu lần đầu…');
    await initialise(place, credentials, fsync);
  }
  refuseOtherVersion(place, cluster);
  giveTo(place.account, cluster);
}

/** Writes the settings for the next start; `postgresql.local.conf`, if an operator made one, has the last word. */
export function writeSettings(place: Place, settings: Omit<ClusterSettings, 'localSettings'>): void {
  const file = join(clusterFolder(place), 'postgresql.conf');
  const local = 'postgresql.local.conf';
  const localSettings = existsSync(join(clusterFolder(place), local)) ? local : null;
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  // `wx` never follows a link: root writes here into a folder that is another account's.
  writeFileSync(draft, databaseSettings({ ...settings, localSettings }), { mode: 0o600, flag: 'wx' });
  if (place.account) lchownSync(draft, place.account.uid, place.account.gid);
  renameSync(draft, file);
}

async function initialise(place: Place, credentials: Credentials, fsync: boolean): Promise<void> {
  const draft = join(place.folder, `${UNFINISHED}-${process.pid}-${Date.now()}`);
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, credentials.administrator, { mode: 0o600, flag: 'wx' });
  for (const path of [draft, passwordFile]) giveTo(place.account, path);
  try {
    const { code, output } = await runToEnd(place, place.binaries.initdb, [
      `--pgdata=${draft}`,
      `--username=${ADMINISTRATOR}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--text-search-config=simple',
      ...(fsync ? [] : ['--no-sync']),
    ]);
    if (code !== 0) {
      throw new EmbeddedDatabaseError(`Không tạo được cơ sở dữ liệu trong ${place.folder}.\n${output}`);
    }
    renameSync(draft, clusterFolder(place));
  } finally {
    removeUnfinished(place.folder);
  }
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(UNFINISHED))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function refuseOtherVersion(place: Place, cluster: string): void {
  let made: string;
  try {
    made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `Không đọc được cơ sở dữ liệu trong ${cluster} (${(error as NodeJS.ErrnoException).code}). Hãy chạy bằng ` +
        'tài khoản đã tạo ra nó, hoặc khôi phục thư mục này từ bản sao lưu.',
    );
  }
  const major = place.binaries.version.split('.')[0];
  if (made === major) return;
  throw new EmbeddedDatabaseError(
    `Cơ sở dữ liệu trong ${cluster} do PostgreSQL ${made} tạo, còn chương trình này kèm PostgreSQL ${major}. ` +
      'Hãy dùng lại phiên bản chương trình cũ để sao lưu, rồi khôi phục bằng phiên bản này.',
  );
}

/** Makes the account the owner of everything under the path, unless it already is. */
function giveTo(account: Account | null, path: string): void {
  if (!account) return;
  // Never through a link: only the link itself changes its owner, not what it leads to.
  const found = lstatSync(path);
  if (found.uid === account.uid) return;
  if (found.isDirectory()) for (const name of readdirSync(path)) giveTo(account, join(path, name));
  // The folder comes after its content: if this is cut off, the next start does it again.
  lchownSync(path, account.uid, account.gid);
}
