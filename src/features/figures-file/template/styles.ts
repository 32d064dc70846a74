import type { Borders, Cell, Fill } from 'exceljs';

/** The three kinds of cell that officers know from such forms: yellow to type, green computed, grey the rule. */
export type CellKind = 'type' | 'computed' | 'rule' | 'band' | 'header' | 'plain';

const COLOURS: Readonly<Record<Exclude<CellKind, 'plain'>, string>> = {
  type: 'FFFFF6C8',
  computed: 'FFDDF2E0',
  rule: 'FFEDEDED',
  band: 'FFD5E8DA',
  header: 'FF1F5A3C',
};

const line = { style: 'thin', color: { argb: 'FFB7B7B7' } } as const;
const BORDER: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

const fillOf = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

/** Colours, frames and locks a cell by its kind; only cells to type in are open. */
export function styleCell(cell: Cell, kind: CellKind, format?: string): void {
  cell.font = {
    name: 'Times New Roman',
    size: 12,
    bold: kind === 'band' || kind === 'header',
    color: { argb: kind === 'header' ? 'FFFFFFFF' : 'FF1A1A1A' },
  };
  cell.alignment = {
    vertical: kind === 'header' ? 'middle' : 'top',
    wrapText: true,
    horizontal: kind === 'header' ? 'center' : format === '@' || format === undefined ? 'left' : 'right',
  };
  if (kind !== 'plain') {
    cell.fill = fillOf(COLOURS[kind]);
    cell.border = BORDER;
  }
  if (format !== undefined) cell.numFmt = format;
  cell.protection = { locked: kind !== 'type' };
}

/** A text of a user that a program could take for a formula gets an apostrophe before it. */
export function neutralised(text: string): string {
  return /^'*[=+\-@]/.test(text) ? `'${text}` : text;
}
