import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkStandard, type Standard } from '../../domain/scoring/index.ts';
import { projectFolder } from '../../platform/project-folder.ts';
import { catalogueOf, type StandardCatalogue } from './catalogue.ts';
import { readStandardShape } from './schema.ts';

export interface StandardFileFault {
  readonly file: string;
  /** Path of the value in the file; empty for the file as a whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** The standards cannot be used; `faults` names every wrong value with its file and path. */
export class StandardFilesError extends Error {
  override readonly name = 'StandardFilesError';
  readonly faults: readonly StandardFileFault[];
  constructor(faults: readonly StandardFileFault[]) {
    const lines = faults.map(
      ({ file, path, message }) => `  ${file}${path === '' ? '' : ` → ${path}`}: ${message}`,
    );
    super(`Bộ tiêu chuẩn không dùng được, có ${faults.length} lỗi:\n${lines.join('\n')}`);
    this.faults = faults;
  }
}

const FILE_NAME = /^(?<id>[a-z0-9-]+?)(?:\.v(?<version>[1-9]\d*))?\.json$/;

/** Other data lie beside the standards (the kinds of organisations): a standard is a file that has criteria or says how recognition is reached. */
function isStandard(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && ('criteria' in value || 'recognition' in value);
}

function readOne(folder: string, file: string): { standard: Standard | null; faults: StandardFileFault[] } {
  const fault = (path: string, code: string, message: string) => ({ file, path, code, message });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    return { standard: null, faults: [fault('', 'json', `không đọc được: ${(error as Error).message}`)] };
  }
  if (!isStandard(value)) return { standard: null, faults: [] };
  const shape = readStandardShape(value);
  if ('faults' in shape)
    return { standard: null, faults: shape.faults.map((one) => fault(one.path, one.code, one.message)) };
  const { standard } = shape;
  const faults = checkStandard(standard).map((one) => fault(one.path, one.code, one.message));
  const name = FILE_NAME.exec(file)?.groups;
  if (name?.id !== standard.id || Number(name.version ?? 1) !== standard.version) {
    const expected =
      standard.version === 1 ? `${standard.id}.json` : `${standard.id}.v${standard.version}.json`;
    faults.push(fault('', 'file_name', `tên tệp phải là ${expected} theo id và version bên trong`));
  }
  return { standard, faults };
}

/**
 * Reads and checks every scoring standard of a folder: `<id>.json` for the first version, `<id>.v2.json` and so
 * on for later ones. Files that hold other data are left alone.
 * @throws StandardFilesError naming every fault of every file; a standard with a fault is never used in part.
 */
export function loadStandards(folder: string): StandardCatalogue {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  const read = files.map((file) => readOne(folder, file));
  const faults = read.flatMap((one) => one.faults);
  if (faults.length > 0) throw new StandardFilesError(faults);
  return catalogueOf(read.flatMap(({ standard }) => (standard === null ? [] : [standard])));
}

let ofTheProgram: StandardCatalogue | null = null;

/** The standards that come with the program, read once. */
export function standardCatalogue(): StandardCatalogue {
  ofTheProgram ??= loadStandards(join(projectFolder, 'standards'));
  return ofTheProgram;
}
