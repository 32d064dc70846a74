/** One cell of a table, from a CSV file or a workbook. */
export interface TableCell {
  /** How a person finds it: `Số liệu!D12`, in a CSV file `D12`. */
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

/** Cells by the place of their column, from 0. */
export type TableRow = ReadonlyMap<number, TableCell>;

interface TableOfCells {
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** The place of a cell, whether it is there or not. */
  where(row: number, column: number): string;
}

/** A sheet of a workbook, or a CSV file. */
export type Table =
  | (TableOfCells & { readonly form: 'sheet' })
  | (TableOfCells & { readonly form: 'csv'; readonly separator: string });
