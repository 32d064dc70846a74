import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, accountsOfThisMachine, canEnter, canRun, runsAsRoot } from './account.ts';
import { type Binaries, binariesIn, locateBinaries, restoreLibraryLinks } from './binaries.ts';
import { EmbeddedDatabaseError } from './errors.ts';

/** Where the database lies, which programs serve it, and under which account. */
export interface Place {
  folder: string;
  binaries: Binaries;
  /** The account to run PostgreSQL under when the program itself is root's; null keeps the current one. */
  account: Account | null;
}

/** Folders that every account can pass through, for a program that lies in root's own home. */
export const SHARED_ROOT = '/var/lib/mang-non';
const POINTER = 'location';

/**
 * Settles on a place for the database that is asked for in `folder` (created when missing). When root starts
 * the program and no other account reaches its files, they are put under `sharedRoot`; one line says so, and
 * a file `location` in `folder` leads there from then on.
 */
export function choosePlace(
  folder: string,
  report: (message: string) => void,
  sharedRoot: string = SHARED_ROOT,
): Place {
  mkdirSync(folder, { recursive: true });
  const binaries = locateBinaries();
  restoreLibraryLinks(binaries);
  const home = followPointer(folder);
  if (!runsAsRoot()) return { folder: home, binaries, account: null };

  letOthersPass(home);
  const accounts = accountsOfThisMachine(ownerOf(join(home, 'cluster')));
  const own = join(sharedRoot, createHash('sha256').update(folder).digest('hex').slice(0, 16));
  const usable = accounts.some((account) => canRun(account, binaries.postgres))
    ? binaries
    : copyBinaries(binaries, sharedRoot);
  const serves = (place: string) => (account: Account) =>
    canEnter(account, place) && canRun(account, usable.postgres);
  const account = accounts.find(serves(home));
  if (account) return { folder: home, binaries: usable, account };
  if (existsSync(join(home, 'cluster'))) throw nobodyReaches(home);

  const moved = join(own, 'database');
  mkdirSync(moved, { recursive: true });
  for (const part of [sharedRoot, own, moved]) letOthersPass(part);
  const mover = accounts.find(serves(moved));
  if (!mover) throw nobodyReaches(moved);
  writeFileSync(join(folder, POINTER), `${moved}\n`);
  report(`Chạy bằng tài khoản root: thư mục ${folder} chỉ root vào được, nên cơ sở dữ liệu đặt tại ${moved}`);
  return { folder: moved, binaries: usable, account: mover };
}

/** A database that has gone from its recorded place must not be replaced by an empty one in silence. */
function followPointer(folder: string): string {
  const pointer = join(folder, POINTER);
  if (!existsSync(pointer)) return folder;
  const target = readFileSync(pointer, 'utf8').trim();
  if (existsSync(target)) return target;
  throw new EmbeddedDatabaseError(
    `Cơ sở dữ liệu được ghi là đặt tại ${target} (theo tệp ${pointer}) nhưng thư mục đó không còn. Hãy khôi ` +
      'phục thư mục ấy từ bản sao lưu; chỉ xóa tệp này nếu muốn bắt đầu với cơ sở dữ liệu trống.',
  );
}

function ownerOf(path: string): number | null {
  return existsSync(path) ? statSync(path).uid : null;
}

/** Others may pass through, though not look into, a folder that is the database's own. */
function letOthersPass(folder: string): void {
  const { mode } = statSync(folder);
  if ((mode & 0o011) !== 0o011) chmodSync(folder, (mode & 0o7777) | 0o011);
}

/** Copies the programs once for each version to where every account can run them. */
function copyBinaries(binaries: Binaries, sharedRoot: string): Binaries {
  const target = join(sharedRoot, `postgresql-${binaries.version}`);
  if (!existsSync(target)) {
    mkdirSync(sharedRoot, { recursive: true });
    letOthersPass(sharedRoot);
    const draft = `${target}.${process.pid}`;
    cpSync(binaries.nativeFolder, draft, { recursive: true, verbatimSymlinks: true });
    letOthersRead(draft);
    try {
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
  }
  return binariesIn(target, binaries.version);
}

function letOthersRead(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, 0o755);
  if (found.isDirectory()) for (const name of readdirSync(path)) letOthersRead(join(path, name));
}

function nobodyReaches(folder: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `PostgreSQL không chạy dưới tài khoản root, và không tài khoản nào khác vào được ${folder}. Hãy chạy chương ` +
      'trình bằng một tài khoản thường, đặt MANG_NON_DATA ở nơi khác, hoặc đặt DATABASE_URL.',
  );
}
