import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type StandardCatalogue, standardCatalogue } from '../standards/index.ts';
import { readCsv } from './csv.ts';
import { refusal } from './fault.ts';
import type { FiguresFile, FiguresSource } from './figures-file.ts';
import { interpret } from './interpret.ts';
import { readJsonForm } from './json-form.ts';
import type { RawFile } from './raw-file.ts';
import { readTableForm } from './table-form.ts';
import { readWorkbook, refuseCompoundFile } from './workbook/workbook.ts';

/** The largest file that is opened at all; a filled workbook has some 30 kB. */
const LARGEST_FILE = 10_000_000;

async function bytesOf(source: FiguresSource): Promise<{ name: string; bytes: Uint8Array }> {
  if (typeof source !== 'string') return source;
  try {
    const { size } = await stat(source);
    if (size > LARGEST_FILE) throw refusal('file_too_large', 'fileTooLarge', '10 MB');
    return { name: source, bytes: await readFile(source) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw refusal('file_missing', 'fileMissing', source);
    if (code !== undefined) throw refusal('file_unreadable', 'fileUnreadable', source, code);
    throw error;
  }
}

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** The text of a file in UTF-8 or, as Excel's "Unicode text", UTF-16 with its mark. */
export function textOfFile(bytes: Uint8Array): string {
  const encoding = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw bytes.includes(0)
      ? refusal('file_foreign', 'fileForeign', 'binary')
      : refusal('encoding', 'encoding');
  }
}

/** What the file is, by its content first and its name second: a name may lie. */
function rawFileOf(name: string, bytes: Uint8Array): RawFile {
  if (bytes.length > LARGEST_FILE) throw refusal('file_too_large', 'fileTooLarge', '10 MB');
  if (bytes.length === 0) throw refusal('file_empty', 'fileEmpty');
  if (startsWith(bytes, 0x50, 0x4b)) return readTableForm(readWorkbook(bytes));
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseCompoundFile(bytes);
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw refusal('file_foreign', 'fileForeign', 'pdf');
  const text = textOfFile(bytes);
  if (text.includes('\0')) throw refusal('file_foreign', 'fileForeign', 'binary');
  if (text.trim() === '') throw refusal('file_empty', 'fileEmpty');
  if (/^\s*<(!doctype|html|table|\?xml|meta)/i.test(text))
    throw refusal('file_foreign', 'fileForeign', 'webPage');
  switch (extname(name).toLowerCase()) {
    case '.json':
      return readJsonForm(text);
    case '.csv':
    case '.tsv':
    case '.txt':
      return readTableForm([readCsv(text)]);
    case '.xlsx':
    case '.xls':
      throw refusal('workbook_broken', 'workbookBroken');
    default:
      if (/^\s*\{/.test(text)) return readJsonForm(text);
      throw refusal('file_foreign', 'fileForeign', 'text');
  }
}

/**
 * Reads a file of figures: JSON, CSV (semicolon, comma or tab) or the workbook of `writeTemplate`.
 * @param source a path, or a name with its bytes.
 * @param standards the standards to look the names up in; the program's own unless given.
 * @throws FiguresFileError naming every fault; a file larger than 10 MB is refused unread.
 */
export async function readFiguresFile(
  source: FiguresSource,
  standards: StandardCatalogue = standardCatalogue(),
): Promise<FiguresFile> {
  const { name, bytes } = await bytesOf(source);
  return interpret(rawFileOf(name, bytes), standards);
}
