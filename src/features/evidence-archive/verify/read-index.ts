import { searchKey } from '../../../domain/text/index.ts';
import { COLUMNS, SHEET_OF_FILES } from './index-columns.ts';

/** A file that the index says is there. */
export interface ListedFile {
  /** As in the index, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
}

/** The workbook is no index, or was cut: nothing can be verified by it. */
export class IndexUnreadable extends Error {
  override readonly name = 'IndexUnreadable';
}

/**
 * Reads the index of an archive, also after Excel or LibreOffice saved it anew.
 * @throws IndexUnreadable
 */
export async function readIndex(workbook: Uint8Array): Promise<ListedFile[]> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  await book.xlsx.load(workbook as unknown as ArrayBuffer).catch(() => {
    throw new IndexUnreadable();
  });
  const sheet = book.getWorksheet(SHEET_OF_FILES);
  if (sheet === undefined) throw new IndexUnreadable();
  const files: ListedFile[] = [];
  let columns: { path: number; sha256: number } | null = null;
  sheet.eachRow((row) => {
    if (columns === null) {
      columns = columnsOf(Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).text));
      return;
    }
    const path = row.getCell(columns.path).text.trim().replaceAll('\\', '/');
    const sha256 = row.getCell(columns.sha256).text.trim().toLowerCase();
    if (path === '' && sha256 === '') return;
    if (!isInside(path) || !/^[0-9a-f]{64}$/.test(sha256)) throw new IndexUnreadable();
    files.push({ path, sha256 });
  });
  if (columns === null) throw new IndexUnreadable();
  return files;
}

function columnsOf(headings: readonly string[]): { path: number; sha256: number } | null {
  const at = (heading: string) => headings.findIndex((text) => searchKey(text) === searchKey(heading)) + 1;
  const [path, sha256] = [at(COLUMNS.path), at(COLUMNS.sha256)];
  return path > 0 && sha256 > 0 ? { path, sha256 } : null;
}

/** A path that leads into the folder and nowhere else. */
const isInside = (path: string): boolean =>
  path !== '' &&
  !path.startsWith('/') &&
  !/^[a-z]:/i.test(path) &&
  !path.split('/').some((part) => part === '' || /^\.+$/.test(part));
