/** A cell of the grid by row and column, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What is selected: from where it began to where it is being stretched. The head has the focus. */
export interface Selection {
  readonly anchor: Place;
  readonly head: Place;
}

export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export type Step =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'row-begin'
  | 'row-end'
  | 'grid-begin'
  | 'grid-end'
  | 'page-up'
  | 'page-down'
  /** To the end of what is filled, or of what is empty, as in a spreadsheet. */
  | 'edge-up'
  | 'edge-down'
  | 'edge-left'
  | 'edge-right'
  /** To the next cell, over the end of the row into the next one. */
  | 'next'
  | 'previous';

export const selectionAt = (place: Place): Selection => ({ anchor: place, head: place });

export const samePlace = (one: Place, other: Place): boolean =>
  one.row === other.row && one.column === other.column;

export function rectangleOf({ anchor, head }: Selection): Rectangle {
  return {
    top: Math.min(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    bottom: Math.max(anchor.row, head.row),
    right: Math.max(anchor.column, head.column),
  };
}

/** Cells of a rectangle, row by row. */
export function* placesOf({ top, left, bottom, right }: Rectangle): Generator<Place> {
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) yield { row, column };
}

export interface Ground {
  readonly size: GridSize;
  readonly rowsOfPage: number;
  readonly isFilled: (place: Place) => boolean;
}

/** Where a step leads; null where `next` or `previous` would leave the grid. */
export function placeAfter(from: Place, step: Step, { size, rowsOfPage, isFilled }: Ground): Place | null {
  const { row, column } = from;
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const within = (wanted: Place): Place => ({
    row: Math.max(0, Math.min(lastRow, wanted.row)),
    column: Math.max(0, Math.min(lastColumn, wanted.column)),
  });
  switch (step) {
    case 'up':
      return within({ row: row - 1, column });
    case 'down':
      return within({ row: row + 1, column });
    case 'left':
      return within({ row, column: column - 1 });
    case 'right':
      return within({ row, column: column + 1 });
    case 'row-begin':
      return { row, column: 0 };
    case 'row-end':
      return { row, column: lastColumn };
    case 'grid-begin':
      return { row: 0, column: 0 };
    case 'grid-end':
      return { row: lastRow, column: lastColumn };
    case 'page-up':
      return within({ row: row - rowsOfPage, column });
    case 'page-down':
      return within({ row: row + rowsOfPage, column });
    case 'edge-up':
      return edge(from, { row: -1, column: 0 }, size, isFilled);
    case 'edge-down':
      return edge(from, { row: 1, column: 0 }, size, isFilled);
    case 'edge-left':
      return edge(from, { row: 0, column: -1 }, size, isFilled);
    case 'edge-right':
      return edge(from, { row: 0, column: 1 }, size, isFilled);
    case 'next':
      if (column < lastColumn) return { row, column: column + 1 };
      return row < lastRow ? { row: row + 1, column: 0 } : null;
    case 'previous':
      if (column > 0) return { row, column: column - 1 };
      return row > 0 ? { row: row - 1, column: lastColumn } : null;
  }
}

function edge(from: Place, by: Place, size: GridSize, isFilled: Ground['isFilled']): Place {
  const after = ({ row, column }: Place): Place | null => {
    const next = { row: row + by.row, column: column + by.column };
    const inside = next.row >= 0 && next.row < size.rows && next.column >= 0 && next.column < size.columns;
    return inside ? next : null;
  };
  let next = after(from);
  if (next === null) return from;
  let place = from;
  if (isFilled(from) && isFilled(next)) {
    for (; next !== null && isFilled(next); next = after(place)) place = next;
    return place;
  }
  for (; next !== null; next = after(place)) {
    place = next;
    if (isFilled(place)) return place;
  }
  return place;
}
