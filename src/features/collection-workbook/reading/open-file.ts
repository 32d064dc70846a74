import { readXmlStream, XmlError } from '../../../platform/xml.ts';
import { openZip, type ZipArchive, ZipError, type ZipLimits } from '../../../platform/zip.ts';
import {
  FiguresFileError,
  readCsv,
  readDateStyles,
  refuseCompoundFile,
  sharedStringsListener,
  sheetListener,
  sheetsOf,
  type TableRow,
  TooManyCells,
  textOfFile,
} from '../../figures-file/index.ts';
import { FileRefused } from './fault.ts';
import { readNotes } from './notes.ts';

/** A row of a table, with the number that a spreadsheet shows beside it. */
export interface FileRow {
  readonly number: number;
  readonly cells: TableRow;
}

export interface FileSheet {
  /** Empty for a CSV file. */
  readonly name: string;
  /** Notes of its cells, by their address: `D12`. */
  notes(): ReadonlyMap<string, string>;
  /**
   * Reads the rows from the first to the last, piece by piece.
   * @param onRow is told each row
   * @param afterPiece is waited for between two pieces, with some hundred rows between: the rest is read when it is done
   * @throws FileRefused
   */
  read(onRow: (row: FileRow) => void, afterPiece?: () => Promise<void>): Promise<void>;
}

/** A workbook or a CSV file. */
export interface OpenedFile {
  readonly form: 'xlsx' | 'csv';
  readonly sheets: readonly FileSheet[];
}

/** In bytes. */
export const LARGEST_FILE = 20_000_000;
/** A hundred thousand cells with all that Excel writes around them unpack to some ten megabytes. */
export const WORKBOOK_LIMITS: ZipLimits = { unpackedBytes: 120_000_000, entries: 2_000 };
const MOST_CELLS = 1_000_000;
const LONGEST_STRINGS = 20_000_000;
const ROWS_A_PIECE = 200;

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Errors of the parts a workbook is read with, as this reader's own. */
function refusalOf(error: unknown): unknown {
  if (error instanceof TooManyCells) return new FileRefused('too_many_cells');
  if (error instanceof ZipError) {
    if (error.code === 'too_large') return new FileRefused('too_large');
    return new FileRefused(error.code === 'encrypted' ? 'protected' : 'broken');
  }
  if (error instanceof XmlError) return new FileRefused('broken');
  if (error instanceof FiguresFileError)
    switch (error.faults[0]?.code) {
      case 'workbook_protected':
        return new FileRefused('protected');
      case 'workbook_old_format':
        return new FileRefused('old_format');
      case 'encoding':
        return new FileRefused('encoding');
      case 'csv_syntax':
        return new FileRefused('broken');
      default:
        return new FileRefused('foreign');
    }
  return error;
}

async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error);
  }
}

async function* withPause(pieces: AsyncIterable<Buffer>, pause: () => Promise<void>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    yield piece;
    await pause();
  }
}

async function sharedStringsOf(archive: ZipArchive): Promise<string[]> {
  const strings: string[] = [];
  const pieces = archive.pieces('xl/sharedStrings.xml');
  if (pieces === null) return strings;
  const listener = sharedStringsListener(strings);
  let length = 0;
  await readXmlStream(pieces, {
    ...listener,
    text(text) {
      length += text.length;
      if (length > LONGEST_STRINGS) throw new TooManyCells();
      listener.text?.(text);
    },
  });
  return strings;
}

async function openWorkbook(bytes: Uint8Array): Promise<OpenedFile> {
  const archive = openZip(bytes, WORKBOOK_LIMITS);
  const workbook = archive.read('xl/workbook.xml')?.toString('utf8');
  if (workbook === undefined) throw new FileRefused('foreign');
  const strings = await sharedStringsOf(archive);
  const dateStyles = readDateStyles(archive.read('xl/styles.xml')?.toString('utf8') ?? '');
  return {
    form: 'xlsx',
    sheets: sheetsOf(archive, workbook).map(({ name, part }) => ({
      name,
      notes: () => {
        try {
          return readNotes(archive, part);
        } catch (error) {
          throw refusalOf(error);
        }
      },
      read: (onRow, afterPiece) =>
        refusing(async () => {
          const pieces = archive.pieces(part);
          if (pieces === null) return;
          const context = { sheet: name, strings, dateStyles, most: MOST_CELLS };
          const listener = sheetListener(context, (number, cells) => onRow({ number, cells }));
          await readXmlStream(afterPiece === undefined ? pieces : withPause(pieces, afterPiece), listener);
        }),
    })),
  };
}

function openCsv(bytes: Uint8Array): OpenedFile {
  const text = textOfFile(bytes);
  if (text.includes('\0') || /^\s*<(!doctype|html|table|\?xml|meta)/i.test(text))
    throw new FileRefused('foreign');
  if (text.trim() === '') throw new FileRefused('empty');
  const { rows } = readCsv(text);
  return {
    form: 'csv',
    sheets: [
      {
        name: '',
        notes: () => new Map(),
        async read(onRow, afterPiece) {
          for (const [index, cells] of rows.entries()) {
            onRow({ number: index + 1, cells });
            if (index % ROWS_A_PIECE === ROWS_A_PIECE - 1) await afterPiece?.();
          }
        },
      },
    ],
  };
}

/**
 * Opens a workbook (.xlsx) or a CSV file, by its content; a name may lie. Only cells and notes are read: no macros, no
 * links, nothing that a file could do harm with.
 * @throws FileRefused
 */
export function openFile(bytes: Uint8Array): Promise<OpenedFile> {
  return refusing(async () => {
    if (bytes.length === 0) throw new FileRefused('empty');
    if (bytes.length > LARGEST_FILE) throw new FileRefused('too_large');
    if (startsWith(bytes, 0x50, 0x4b)) return openWorkbook(bytes);
    if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseCompoundFile(bytes);
    if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new FileRefused('foreign');
    return openCsv(bytes);
  });
}
