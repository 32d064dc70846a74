import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds the program: `standards/`, `migrations/` and `dist/` lie in it, whether the code runs
 * from `src` or from the build.
 */
export const projectFolder: string = findProjectFolder(dirname(fileURLToPath(import.meta.url)));

/** The nearest folder at or above `from` whose package.json is named mang-non. Throws when there is none. */
export function findProjectFolder(from: string): string {
  const manifest = join(from, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'mang-non') return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('Không tìm thấy thư mục chương trình Măng Non (package.json).');
  return findProjectFolder(parent);
}
