import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** One import of a source file. */
export interface Import {
  /** The importing file, from the project's folder, with forward slashes: `src/features/people/routes.tsx`. */
  readonly from: string;
  /** The imported file in the same form, or the name of a package or of a part of Node (`node:fs`). */
  readonly to: string;
  readonly isOwn: boolean;
}

/** A file that holds tests, or builders that only tests use. */
export function isForTests(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.includes('/testing/');
}

/** Every TypeScript file of a folder of the project. */
export function sourceFiles(folder: string): string[] {
  if (!existsSync(join(project, folder))) return [];
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function textOf(file: string): string {
  return readFileSync(join(project, file), 'utf8');
}

/** What a source text imports: static, dynamic and type-only imports, and exports from elsewhere. */
export function importsOf(file: string, text: string): Import[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => {
    const isOwn = fileName.startsWith('.');
    return { from: file, to: isOwn ? posix.join(posix.dirname(file), fileName) : fileName, isOwn };
  });
}
