import type { Run, Table, TableCell } from './block-model.ts';
import { TYPE_SIZE } from './layout.ts';
import { type Element, LEFT, type LineAlignment, MM, type Sheet, WIDTH } from './pdf-sheet.ts';
import { LINE_HEIGHT, type Line, linesOf } from './pdf-type.ts';

const SIZE = TYPE_SIZE.table;
const LINE = SIZE * LINE_HEIGHT;
const PADDING_X = 1.4 * MM;
const PADDING_Y = 1 * MM;
/** A row higher than this may begin on another page than the head of the table. */
const MOST_TO_KEEP = 8 * LINE;

interface SetCell {
  readonly x: number;
  readonly width: number;
  readonly align: LineAlignment;
  readonly lines: readonly Line[];
}
type SetRow = readonly SetCell[];

const heightOf = (row: SetRow): number =>
  Math.max(1, ...row.map((cell) => cell.lines.length)) * LINE + 2 * PADDING_Y;

/**
 * A table over as many pages as it needs. The head is repeated on each; a row is parted only when it is higher than
 * a page; a group row stays with the row after it.
 */
export function tableBlock(sheet: Sheet, root: Element, table: Table): void {
  const element = sheet.element(root, 'Table', { title: table.summary });
  const head = table.head.map((cells) => setRow(sheet, table, cells, 'center'));
  const rows = table.rows.map((row) => setRow(sheet, table, row.cells));
  const turn = () => {
    sheet.turn();
    sheet.decorate(() => {
      for (const row of head) drawRow(sheet, row);
    });
  };

  sheet.keep(tableStart(sheet, table));
  const headElement = sheet.element(element, 'THead');
  for (const row of head) writeRow(sheet, headElement, row, 'TH', turn);
  headElement.end();
  const body = sheet.element(element, 'TBody');
  rows.forEach((row, index) => {
    const follower = table.rows[index]!.emphasis === 'group' ? rows[index + 1] : undefined;
    if (sheet.room < heightOf(row) + (follower ? heightOf(follower) : 0)) turn();
    writeRow(sheet, body, row, 'TD', turn);
  });
  body.end();
  element.end();
  sheet.y += 6;
}

/** Height of the head and of what has to follow it at once: the first row, and after a group row the second. */
export function tableStart(sheet: Sheet, table: Table): number {
  const first = table.rows.slice(0, table.rows[0]?.emphasis === 'group' ? 2 : 1).map((row) => row.cells);
  const heights = [
    ...table.head.map((cells) => heightOf(setRow(sheet, table, cells, 'center'))),
    ...first.map((cells) => Math.min(MOST_TO_KEEP, heightOf(setRow(sheet, table, cells)))),
  ];
  return heights.reduce((sum, height) => sum + height, 0);
}

function setRow(sheet: Sheet, table: Table, cells: readonly TableCell[], align?: LineAlignment): SetRow {
  let column = 0;
  return cells.map((cell) => {
    const span = cell.span ?? 1;
    const share = (from: number, to: number) =>
      (table.columns.slice(from, to).reduce((sum, next) => sum + next.width, 0) / 100) * WIDTH;
    const x = LEFT + share(0, column);
    const width = share(column, column + span);
    const set = (runs: readonly Run[]) => linesOf(sheet.setter, runs, SIZE, width - 2 * PADDING_X);
    const columnAlign = align ?? table.columns[column]!.align;
    column += span;
    return {
      x,
      width,
      align: columnAlign,
      lines: [...set(cell.runs), ...(cell.second ? set(cell.second) : [])],
    };
  });
}

function writeRow(sheet: Sheet, parent: Element, row: SetRow, type: 'TH' | 'TD', turn: () => void): void {
  const element = sheet.element(parent, 'TR');
  const scope = (type === 'TH' ? { scope: 'Column' } : {}) as PDFKit.Mixins.StructureElementOptions;
  const cells = row.map(() => sheet.element(element, type, scope));
  let rest = row;
  let first = true;
  while (first || rest.some((cell) => cell.lines.length > 0)) {
    if (!first) turn();
    first = false;
    const fit = Math.max(1, Math.floor((sheet.room - 2 * PADDING_Y) / LINE));
    const now = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fit) }));
    rest = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(fit) }));
    drawRow(sheet, now, (index, draw) => sheet.write(cells[index]!, type, draw));
  }
  for (const cell of cells) cell.end();
  element.end();
}

/** Draws a row at the place reached; with `tagged` each cell's text is handed over to be tagged. */
function drawRow(sheet: Sheet, row: SetRow, tagged?: (index: number, draw: () => void) => void): void {
  const height = heightOf(row);
  const top = sheet.y;
  const boxes = () => {
    for (const cell of row) sheet.doc.lineWidth(0.5).rect(cell.x, top, cell.width, height).stroke();
  };
  if (tagged) sheet.decorate(boxes);
  else boxes();
  row.forEach((cell, index) => {
    const draw = () => {
      let y = top + (height - cell.lines.length * LINE) / 2;
      for (const line of cell.lines) {
        sheet.line(line, cell.x + PADDING_X, y, cell.width - 2 * PADDING_X, SIZE, cell.align);
        y += LINE;
      }
    };
    if (!tagged) draw();
    else if (cell.lines.some((line) => line.words.length > 0)) tagged(index, draw);
  });
  sheet.y = top + height;
}
