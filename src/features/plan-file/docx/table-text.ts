/** The blocks of one cell. */
export type Cell = readonly string[];

/** The head and the foot of an official document are tables without lines, of one or two rows. */
const MOST_ROWS_OF_A_FRAME = 2;
const MOST_CELLS_OF_A_FRAME = 3;

/** A table that only puts texts beside each other: few cells, and several lines in one of them. */
function isFrame(rows: readonly (readonly Cell[])[]): boolean {
  return (
    rows.length <= MOST_ROWS_OF_A_FRAME &&
    rows.every((row) => row.length <= MOST_CELLS_OF_A_FRAME) &&
    rows.some((row) => row.some((cell) => linesOf(cell).length > 1))
  );
}

const linesOf = (cell: Cell): readonly string[] => cell.flatMap((block) => block.split('\n'));
const inOneLine = (cell: Cell): string => cell.join(' ').replace(/\s+/gu, ' ').trim();

/**
 * The text of a table. What a table only puts beside each other is read cell after cell; of any other table each row is
 * a line, with tabs between its cells.
 */
export function tableBlocks(rows: readonly (readonly Cell[])[]): readonly string[] {
  if (isFrame(rows))
    return rows.flatMap((row) => row.map((cell) => linesOf(cell).join('\n')).filter((text) => text !== ''));
  const lines = rows.map((row) => row.map(inOneLine).join('\t')).filter((line) => line.trim() !== '');
  return lines.length === 0 ? [] : [lines.join('\n')];
}
