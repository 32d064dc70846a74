import type { CellMark } from '../rules/mark.ts';
import { readMarks } from '../rules/mark.ts';
import { shownIn } from '../rules/read-figure.ts';
import type { FileRow, FileSheet } from './open-file.ts';

/**
 * How a workbook of the program tells what its cells are. In each sheet a hidden row names the round in its first column
 * and the item over each column; the hidden first column names the sheet of each row. A very hidden page holds what the
 * cells were filled with. Headings, names and the order of rows and columns may be changed.
 */
export const HIDDEN_PAGE = 'mang-non';
export const ROUND_PREFIX = 'dot:';
export const ITEM_PREFIX = 'so:';
export const REASON_KEY = 'ly-do';
/** Excel keeps no more letters in a cell. */
export const LONGEST_CELL = 32_000;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isId = (text: string): boolean => UUID.test(text);

/** The columns of a sheet of the program. */
export interface OwnColumns {
  readonly round: string;
  readonly items: readonly { readonly column: number; readonly key: string }[];
  readonly reason: number | null;
}

/** Reads the hidden row of keys; null where a row is none. */
export function readOwnColumns({ cells }: FileRow): OwnColumns | null {
  const first = shownIn(cells.get(0));
  const round = first.startsWith(ROUND_PREFIX) ? first.slice(ROUND_PREFIX.length) : '';
  if (!isId(round)) return null;
  const items: { column: number; key: string }[] = [];
  let reason: number | null = null;
  for (const [column, cell] of cells) {
    const text = shownIn(cell);
    if (text === REASON_KEY) reason = column;
    else if (text.startsWith(ITEM_PREFIX)) items.push({ column, key: text.slice(ITEM_PREFIX.length) });
  }
  return { round, items, reason };
}

/** What the cells of a workbook were filled with: by sheet and item. */
export type MarksOfSheets = ReadonlyMap<string, ReadonlyMap<string, CellMark>>;

/** Reads the very hidden page: of each sheet its id, the keys of the items, and the marks, in as many cells as they need. */
export async function readHiddenPage(sheets: readonly FileSheet[]): Promise<MarksOfSheets> {
  const marks = new Map<string, ReadonlyMap<string, CellMark>>();
  const page = sheets.find(({ name }) => name === HIDDEN_PAGE);
  let keys: readonly string[] = [];
  await page?.read(({ cells }) => {
    const texts = [...cells].sort(([one], [other]) => one - other).map(([, cell]) => shownIn(cell));
    const [first = '', ...rest] = texts;
    if (first.startsWith(ROUND_PREFIX)) keys = rest.join('').split(' ');
    else if (isId(first)) {
      const list = readMarks(rest.join(''));
      if (list !== null) marks.set(first, new Map(list.map((mark, index) => [keys[index] ?? '', mark])));
    }
  });
  return marks;
}
