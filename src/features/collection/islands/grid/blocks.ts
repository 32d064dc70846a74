import { formatBlock, type Item, parseBlock } from '../../../../domain/collection/index.ts';
import type { Board } from './board.ts';
import type { CellName } from './model.ts';
import { type Place, placesOf, type Rectangle } from './places.ts';

/** The cells of a rectangle as a spreadsheet takes them. */
export function copiedText(board: Board, { top, left, bottom, right }: Rectangle): string {
  const rows: string[][] = [];
  for (let row = top; row <= bottom; row++) {
    const texts: string[] = [];
    for (let column = left; column <= right; column++) texts.push(board.textAt({ row, column }));
    rows.push(texts);
  }
  return formatBlock(rows);
}

export interface PastedBlock {
  readonly cells: readonly (CellName & { readonly of: Item; readonly text: string })[];
  /** How many texts had no cell to go to. */
  readonly outside: number;
  /** What the block covers within the grid. */
  readonly covers: Rectangle;
}

/** A block from a spreadsheet, from the upper left corner of what is selected on; one value alone fills all of it. */
export function pastedBlock(board: Board, selected: Rectangle, text: string): PastedBlock {
  const block = parseBlock(text);
  const { top, left } = selected;
  const single = block.length === 1 && block[0]!.length === 1 ? block[0]![0]! : null;
  const width = block.reduce((widest, row) => Math.max(widest, row.length), 0);
  const whole = { ...selected, bottom: top + block.length - 1, right: left + width - 1 };
  const wanted = single === null ? whole : selected;
  const covers = {
    top,
    left,
    bottom: Math.min(board.table.rows - 1, wanted.bottom),
    right: Math.min(board.table.columns - 1, wanted.right),
  };
  const textFor = ({ row, column }: Place) => single ?? block[row - top]?.[column - left];
  const cells = [...placesOf(covers)].flatMap((place) => {
    const typed = textFor(place);
    if (typed === undefined || !board.mayEdit(place)) return [];
    return [{ ...board.nameAt(place), of: board.items[place.column]!, text: typed }];
  });
  const texts =
    single === null
      ? block.reduce((sum, row) => sum + row.length, 0)
      : (selected.bottom - top + 1) * (selected.right - left + 1);
  return { cells, outside: texts - cells.length, covers };
}
