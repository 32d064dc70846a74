import type { Item } from '../../../domain/collection/index.ts';
import { columnLetters } from '../../figures-file/index.ts';

/** Rows of a page, from 1. */
export const ROW = {
  unit: 1,
  title: 2,
  facts: 3,
  legend: 4,
  keys: 5,
  heading: 6,
  measure: 7,
  first: 8,
} as const;
/** Columns, from 1: the hidden key, a number, the place, then the figures. */
export const COLUMN = { key: 1, number: 2, place: 3, firstItem: 4 } as const;

/** Where things stand on a page with so many figures and places. */
export class Layout {
  readonly reasonColumn: number;
  readonly filledColumn: number;
  readonly lastRow: number;
  readonly totalRow: number;

  constructor(
    readonly items: readonly Item[],
    rows: number,
  ) {
    this.reasonColumn = COLUMN.firstItem + items.length;
    this.filledColumn = this.reasonColumn + 1;
    this.lastRow = ROW.first + Math.max(rows, 1) - 1;
    this.totalRow = this.lastRow + 1;
  }

  columnOf(index: number): number {
    return COLUMN.firstItem + index;
  }

  lettersOf(index: number): string {
    return columnLetters(this.columnOf(index) - 1);
  }

  /** The cells of a figure in all rows: `D8:D57`. */
  rangeOf(index: number): string {
    const letters = this.lettersOf(index);
    return `${letters}${ROW.first}:${letters}${this.lastRow}`;
  }

  /** The place of the whole that a figure is a part of; null where it is none, or the whole is not on the page. */
  wholeOf(index: number): number | null {
    const { part, input } = this.items[index]!;
    if (part === null) return null;
    const found = this.items.findIndex((item) => item.input === input && item.part === null);
    return found < 0 ? null : found;
  }
}
