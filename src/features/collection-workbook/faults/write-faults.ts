import { openZip, type ZipArchive } from '../../../platform/zip.ts';
import { rewriteZip } from '../../../platform/zip-rewrite.ts';
import { neutralised, readCsv, sheetsOf, textOfFile } from '../../figures-file/index.ts';
import { messages } from '../messages.ts';
import type { FaultOfImport } from '../model.ts';
import { type OpenedFile, WORKBOOK_LIMITS } from '../reading/open-file.ts';
import { readHead } from '../reading/read-rows.ts';
import { headingKey } from '../rules/match-columns.ts';
import { shownIn } from '../rules/read-figure.ts';
import { type ChangedParts, type FaultNote, writeNotes } from './notes-xml.ts';
import { firstFreeColumn, markRows, type RowMarks, UnaddressedCells } from './sheet-xml.ts';
import { FaultStyles } from './styles.ts';

const STYLES = 'xl/styles.xml';
/** In bytes: a larger sheet is not written into; its faults are on the page alone. */
const LARGEST_SHEET = 40_000_000;
/** A sheet with more notes opens slowly; the column tells of all. */
const MOST_NOTES = 1_000;
const { vi: words } = messages;
const HEADING = words.faultHeading;

export interface FaultsToWrite {
  readonly faults: readonly FaultOfImport[];
  /** The row of headings of each page, for that of the new column. */
  readonly headingRows: ReadonlyMap<string, number>;
  /** The label of an item. */
  labelOf(item: string | null): string;
}

type Sentence = (fault: FaultOfImport) => string;

function rowsOf(
  page: string,
  { faults, headingRows }: FaultsToWrite,
  sentence: Sentence,
): Map<number, RowMarks> {
  const rows = new Map<number, { texts: string[]; columns: Set<number> }>();
  for (const fault of faults.filter((one) => one.page === page)) {
    const row = rows.get(fault.row) ?? { texts: [], columns: new Set() };
    row.texts.push(sentence(fault));
    if (fault.column !== null) row.columns.add(fault.column);
    rows.set(fault.row, row);
  }
  const marks = new Map<number, RowMarks>(
    [...rows].map(([number, { texts, columns }]) => [number, { text: texts.join(' '), columns }]),
  );
  const heading = headingRows.get(page);
  if (heading !== undefined && !marks.has(heading)) marks.set(heading, { text: HEADING, columns: new Set() });
  return marks;
}

/** The column of an earlier answer, so that a workbook brought in twice does not grow two of them; from 0. */
async function earlierColumn(
  file: OpenedFile,
  page: string,
  row: number | undefined,
): Promise<number | null> {
  const sheet = file.sheets.find(({ name }) => name === page);
  if (sheet === undefined || row === undefined) return null;
  const cells = (await readHead(sheet)).find(({ number }) => number === row)?.cells ?? new Map();
  for (const [column, cell] of cells) if (headingKey(shownIn(cell)) === headingKey(HEADING)) return column;
  return null;
}

const unpackedText = (archive: ZipArchive, part: string): string | null => {
  const bytes = archive.read(part);
  return bytes === null || bytes.length > LARGEST_SHEET ? null : bytes.toString('utf8');
};

async function workbookWithFaults(
  bytes: Uint8Array,
  file: OpenedFile,
  to: FaultsToWrite,
  sentence: Sentence,
): Promise<Uint8Array | null> {
  const archive = openZip(bytes, WORKBOOK_LIMITS);
  const styles = new FaultStyles(archive.read(STYLES)?.toString('utf8') ?? '');
  const changed: ChangedParts = new Map();
  const pages = new Set(to.faults.map(({ page }) => page));
  const sheets = sheetsOf(archive, archive.read('xl/workbook.xml')!.toString('utf8'));
  for (const [index, { name, part }] of sheets.entries()) {
    const xml = pages.has(name) ? unpackedText(archive, part) : null;
    if (xml === null) continue;
    const earlier = await earlierColumn(file, name, to.headingRows.get(name));
    const column = earlier ?? firstFreeColumn(xml);
    changed.set(part, markRows(xml, rowsOf(name, to, sentence), column, earlier !== null, styles));
    const notes = new Map<string, FaultNote>();
    for (const fault of to.faults)
      if (fault.page === name && fault.column !== null && notes.size < MOST_NOTES)
        notes.set(`${fault.row} ${fault.column}`, {
          row: fault.row,
          column: fault.column,
          text: sentence(fault),
        });
    if (notes.size > 0) writeNotes(archive, changed, part, index + 1, [...notes.values()]);
  }
  if (changed.size === 0) return null;
  changed.set(STYLES, styles.xml());
  const replaced = new Map([...changed].map(([name, text]) => [name, Buffer.from(text, 'utf8')]));
  return rewriteZip(bytes, WORKBOOK_LIMITS, replaced);
}

function csvWithFaults(bytes: Uint8Array, to: FaultsToWrite, sentence: Sentence): Uint8Array {
  const table = readCsv(textOfFile(bytes));
  const separator = table.form === 'csv' ? table.separator : ',';
  const marks = rowsOf('', to, sentence);
  const width = table.rows.reduce(
    (widest, cells) => Math.max(widest, ...[...cells.keys()].map((at) => at + 1)),
    0,
  );
  const quoted = (text: string) =>
    /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = table.rows.map((cells, index) => {
    const texts = Array.from({ length: width }, (_, column) => shownIn(cells.get(column)));
    const fault = marks.get(index + 1)?.text ?? '';
    return [...texts, neutralised(fault)].map(quoted).join(separator);
  });
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

/**
 * The file that was brought in, with a column “Lỗi” that says what is wrong with each row, and the wrong cells red and
 * with a note. Everything else is as it was: only the parts that change are written anew.
 * @returns null for a workbook that cannot be written into
 */
export async function writeFaults(
  bytes: Uint8Array,
  file: OpenedFile,
  to: FaultsToWrite,
): Promise<Uint8Array | null> {
  const sentence: Sentence = ({ fault, item, shown }) => words.faults[fault](to.labelOf(item), shown);
  if (file.form === 'csv') return csvWithFaults(bytes, to, sentence);
  try {
    return await workbookWithFaults(bytes, file, to, sentence);
  } catch (error) {
    if (error instanceof UnaddressedCells) return null;
    throw error;
  }
}
