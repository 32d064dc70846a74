import { readXml, XmlError } from '../../../platform/xml.ts';
import { openZip, type ZipArchive, ZipError } from '../../../platform/zip.ts';
import { refusal } from '../fault.ts';
import type { ForeignKind } from '../messages.ts';
import type { Table } from '../table.ts';
import {
  type CellContext,
  columnLetters,
  readDateStyles,
  readSharedStrings,
  readSheetCells,
  TooManyCells,
} from './cells.ts';

/** A workbook of figures unpacks to well under one megabyte. */
const LIMITS = { unpackedBytes: 50_000_000, entries: 2_000 };
const MOST_CELLS = 200_000;

/** What another archive seems to be, by the parts in it. */
const OTHER_ARCHIVES: readonly (readonly [part: string, kind: ForeignKind])[] = [
  ['word/document.xml', 'word'],
  ['ppt/presentation.xml', 'slides'],
  ['xl/workbook.bin', 'binaryWorkbook'],
  ['content.xml', 'openDocument'],
];

/** The sheets of a workbook in their order, with the part of the archive that holds each. */
export function sheetsOf(
  archive: ZipArchive,
  workbookXml: string,
): { readonly name: string; readonly part: string }[] {
  const targets = new Map<string, string>();
  readXml(textOf(archive, 'xl/_rels/workbook.xml.rels') ?? '', {
    open(name, attributes) {
      if (name === 'Relationship') targets.set(attributes.Id ?? '', attributes.Target ?? '');
    },
  });
  const sheets: { name: string; part: string }[] = [];
  readXml(workbookXml, {
    open(name, attributes) {
      if (name !== 'sheet') return;
      const target = targets.get(attributes.id ?? '');
      if (target === undefined) return;
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      sheets.push({ name: (attributes.name ?? '').normalize('NFC'), part });
    },
  });
  return sheets;
}

function textOf(archive: ZipArchive, part: string): string | null {
  return (
    archive
      .read(part)
      ?.toString('utf8')
      .replace(/^\uFEFF/, '') ?? null
  );
}

function readSheet(
  archive: ZipArchive,
  sheet: { name: string; part: string },
  shared: Omit<CellContext, 'sheet'>,
): Table | null {
  const xml = textOf(archive, sheet.part);
  if (xml === null) return null;
  const { rowNumbers, rows } = readSheetCells(xml, { ...shared, sheet: sheet.name });
  return {
    name: sheet.name,
    form: 'sheet',
    rows,
    where: (row, column) => `${sheet.name}!${columnLetters(column)}${rowNumbers[row] ?? row + 1}`,
  };
}

function readTables(bytes: Uint8Array): Table[] {
  const archive = openZip(bytes, LIMITS);
  const workbookXml = textOf(archive, 'xl/workbook.xml');
  if (workbookXml === null) {
    const kind = OTHER_ARCHIVES.find(([part]) => archive.names.includes(part))?.[1] ?? 'archive';
    throw refusal('file_foreign', 'fileForeign', kind);
  }
  const shared = {
    strings: readSharedStrings(textOf(archive, 'xl/sharedStrings.xml') ?? ''),
    dateStyles: readDateStyles(textOf(archive, 'xl/styles.xml') ?? ''),
    most: MOST_CELLS,
  };
  return sheetsOf(archive, workbookXml).flatMap((sheet) => readSheet(archive, sheet, shared) ?? []);
}

/**
 * Reads the values of every sheet of an .xlsx workbook. Only cells are read: no macros, no links, no styles beyond
 * telling dates from numbers, so that a workbook made elsewhere can do no harm.
 * @throws FiguresFileError when the workbook is broken, locked, too large or something else.
 */
export function readWorkbook(bytes: Uint8Array): Table[] {
  try {
    return readTables(bytes);
  } catch (error) {
    if (error instanceof TooManyCells || (error instanceof ZipError && error.code === 'too_large'))
      throw refusal('file_too_large', 'workbookTooLarge');
    if (error instanceof ZipError && error.code === 'encrypted')
      throw refusal('workbook_protected', 'workbookProtected');
    if (error instanceof ZipError || error instanceof XmlError)
      throw refusal('workbook_broken', 'workbookBroken');
    throw error;
  }
}

const contains = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));

/** Refuses a file of the old compound form: a workbook under a password, an Excel 97–2003 workbook, or something else. */
export function refuseCompoundFile(bytes: Uint8Array): never {
  if (contains(bytes, 'EncryptedPackage')) throw refusal('workbook_protected', 'workbookProtected');
  if (contains(bytes, 'Workbook') || contains(bytes, 'Book'))
    throw refusal('workbook_old_format', 'workbookOldFormat');
  throw refusal('file_foreign', 'fileForeign', 'oldOffice');
}
