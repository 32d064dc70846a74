/** One cell of a table, from a CSV file or a workbook. */
export interface TableCell {
  /** How a person finds it: `Số liệu!D12`, `dòng 5, cột 2`. */
  readonly where: string;
  readonly value: TableValue;
  /** The cell computes its value instead of holding one. */
  readonly formula: boolean;
}

export type TableValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'date' }
  | { readonly kind: 'error'; readonly text: string };

export type TableRow = ReadonlyMap<number, TableCell>;

/** A sheet or a CSV file: rows in order, cells by the place of their column (from 0). */
export interface Table {
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** The place of a cell that is not there. */
  where(row: number, column: number): string;
}
