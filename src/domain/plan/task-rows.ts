import { fold } from './fold.ts';
import type { SourceLine } from './source-lines.ts';

/** What a row of a table says that gives work: "Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn". */
export interface TaskRow {
  /** Number of the row as printed; null where the table has none. */
  readonly number: string | null;
  readonly task: string;
  readonly lead: string;
  readonly partners: string | null;
  readonly due: string | null;
}

type Column = 'number' | 'task' | 'lead' | 'partners' | 'due' | 'other';

/** What a column holds, by its heading on folded text; the first that fits counts. */
const COLUMNS: readonly (readonly [heading: RegExp, column: Column])[] = [
  [/^(?:stt|tt|so tt)$/u, 'number'],
  [/tieu chi|kinh phi|san pham|ket qua|ghi chu|dia diem|thanh phan/u, 'other'],
  [
    /chu tri|phu trach|phan cong|chiu trach nhiem|(?:don vi|co quan|bo phan|nguoi) (?:tham muu|thuc hien|to chuc)/u,
    'lead',
  ],
  [/phoi hop/u, 'partners'],
  [/thoi (?:han|gian)|tien do|hoan thanh|^han /u, 'due'],
  [/noi dung|nhiem vu|cong viec|hoat dong|giai phap/u, 'task'],
];
/** A heading of a table is short, and names who leads. */
const MAY_HEAD = /chu tri|phu trach|phan cong|chiu trach nhiem|tham muu|thuc hien|to chuc/u;
const LONGEST_HEAD = 240;
/** Rows that give criteria and not tasks are read elsewhere. */
const NAMES_CRITERIA = /^\s*(?:các |nhóm )?tiêu chí (?:số )?\d/iu;
/** Higher than any row on paper. */
const MOST_LINES_OF_A_ROW = 60;
const NUMBER = /^\d{1,3}(?:\.\d{1,2})*[.)]?$/u;

interface Piece {
  readonly text: string;
  readonly at: number;
}

interface Table {
  readonly columns: readonly Column[];
  /** Where the columns begin, for rows that only spaces hold apart. */
  starts: readonly number[];
  /** Kind of the marks between the cells: only rows with the same belong to the table. */
  readonly marks: 'cells' | 'spaces';
  /** The cells of the row above: an empty cell of who leads means the same again. */
  lead: string;
}

/** A row that is being put together from its printed lines. */
interface OpenRow {
  readonly cells: string[];
  readonly lines: SourceLine[];
}

const cellsOf = (line: SourceLine): readonly string[] | null => line.cells ?? line.tabbed ?? null;

const piecesOf = (raw: string): readonly Piece[] =>
  [...raw.matchAll(/\S+(?: \S+)*/gu)].map((found) => ({ text: found[0], at: found.index }));

function columnsIn(cells: readonly string[]): readonly Column[] | null {
  const columns = cells.map(
    (cell) => COLUMNS.find(([heading]) => heading.test(fold(cell).trim()))?.[1] ?? 'other',
  );
  const once = (column: Column) => columns.indexOf(column) === columns.lastIndexOf(column);
  return columns.includes('task') && columns.includes('lead') && once('task') && once('lead')
    ? columns
    : null;
}

function tableAt(line: SourceLine): Table | null {
  const marked = cellsOf(line);
  if (!marked && (line.raw.length > LONGEST_HEAD || !line.raw.includes('  '))) return null;
  if (!MAY_HEAD.test(marked ? fold(marked.join(' ').slice(0, LONGEST_HEAD)) : line.folded)) return null;
  const pieces = marked ? null : piecesOf(line.raw);
  const cells = marked ?? pieces!.map(({ text }) => text);
  if (cells.length < 2 || cells.length > 12) return null;
  const columns = columnsIn(cells);
  if (!columns) return null;
  return {
    columns,
    starts: pieces?.map(({ at }) => at) ?? [],
    marks: marked ? 'cells' : 'spaces',
    lead: '',
  };
}

/** The column that begins nearest to a piece. */
function nearest(starts: readonly number[], at: number): number {
  let best = 0;
  starts.forEach((start, column) => {
    if (Math.abs(start - at) < Math.abs(starts[best]! - at)) best = column;
  });
  return best;
}

function rowOf({ cells }: OpenRow, table: Table): TaskRow | null {
  const of = (column: Column): string => {
    const at = table.columns.indexOf(column);
    return at < 0 ? '' : (cells[at] ?? '').trim();
  };
  if (cells.some((cell) => NAMES_CRITERIA.test(cell))) return null;
  const task = of('task');
  const others = of('lead') + of('partners') + of('due');
  const number = of('number');
  if (!/\p{L}/u.test(task) || (others === '' && !NUMBER.test(number))) return null;
  const lead = of('lead') || table.lead;
  if (!/\p{L}/u.test(lead)) return null;
  table.lead = lead;
  return {
    number: number.replace(/[.)]$/u, '') || null,
    task,
    lead,
    partners: of('partners') || null,
    due: of('due') || null,
  };
}

/**
 * Finds the tables that give work, whose cells tabs, bars or runs of spaces hold apart, and puts each row together: its
 * lines get the row and one list of cells.
 *
 * @returns the lines with their rows, without the headings of the tables, which stand apart
 */
export function withTaskRows(lines: readonly SourceLine[]): {
  readonly lines: readonly SourceLine[];
  readonly headings: readonly SourceLine[];
} {
  const out: SourceLine[] = [];
  const headings: SourceLine[] = [];
  let table: Table | null = null;
  let open: OpenRow | null = null;
  const close = (): void => {
    if (!open || !table) return;
    const row = rowOf(open, table);
    const cells = open.cells;
    for (const line of open.lines) out.push(row ? { ...line, cells, row } : line);
    open = null;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const head = tableAt(line);
    if (head) {
      close();
      table = head;
      headings.push(line);
      while (line.cells && lines[at + 1]?.cells === line.cells) headings.push(lines[++at]!);
      continue;
    }
    if (!table) {
      out.push(line);
      continue;
    }
    const taken: OpenRow | null =
      table.marks === 'cells' ? rowOfCells(line, open) : rowOfSpaces(line, open, table);
    if (taken && taken === open) continue;
    close();
    if (taken) open = taken;
    else {
      out.push(line);
      table = null;
    }
  }
  close();
  return { lines: headings.length === 0 ? lines : out, headings };
}

function rowOfCells(line: SourceLine, open: OpenRow | null): OpenRow | null {
  const cells = cellsOf(line);
  if (!cells) return null;
  if (!open || !line.cells || open.lines[0]!.cells !== line.cells)
    return { cells: [...cells], lines: [line] };
  open.lines.push(line);
  return open;
}

/** A line with a cell in every column, or with the next number, begins a row; what stands below its cells goes on with them. */
function rowOfSpaces(line: SourceLine, open: OpenRow | null, table: Table): OpenRow | null {
  const pieces = line.raw.length > 600 ? [] : piecesOf(line.raw);
  const width = table.columns.length;
  if (pieces.length === width) {
    table.starts = pieces.map(({ at }) => at);
    return { cells: pieces.map(({ text }) => text), lines: [line] };
  }
  if (pieces.length === 0 || pieces.length > width) return null;
  const numbered = table.columns[0] === 'number';
  const begins = numbered && pieces.length > 1 && NUMBER.test(pieces[0]!.text);
  const alone = pieces.length === 1 && nearest(table.starts, pieces[0]!.at) === 0;
  if (!begins && (!open || alone || open.lines.length >= MOST_LINES_OF_A_ROW)) return null;
  const row: OpenRow = begins || !open ? { cells: Array.from({ length: width }, () => ''), lines: [] } : open;
  row.lines.push(line);
  for (const { text, at } of pieces) {
    const column = nearest(table.starts, at);
    row.cells[column] = `${row.cells[column]} ${text}`.trim();
  }
  return row;
}
