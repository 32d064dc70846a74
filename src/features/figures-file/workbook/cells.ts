import { readXml, type XmlListener } from '../../../platform/xml.ts';
import type { TableCell, TableRow, TableValue } from '../table.ts';

/**
 * Fills a list with the texts that cells refer to by number. Reading aids above Asian letters (`rPh`) are no part of a
 * text.
 */
export function sharedStringsListener(strings: string[]): XmlListener {
  let inText = false;
  let inReadingAid = false;
  return {
    open(name) {
      if (name === 'si') strings.push('');
      else if (name === 't') inText = true;
      else if (name === 'rPh') inReadingAid = true;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReadingAid = false;
    },
    text(text) {
      if (inText && !inReadingAid) strings[strings.length - 1] += text;
    },
  };
}

export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  readXml(xml, sharedStringsListener(strings));
  return strings;
}

const isDateFormat = (code: string): boolean => /[dyhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
const BUILT_IN_DATE = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 45 && id <= 47);

/** For each cell style whether it shows a number as a date or time. */
export function readDateStyles(xml: string): boolean[] {
  const formats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt')
        formats.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(formats.get(id) ?? BUILT_IN_DATE(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** The place of a column by its letters, from 0: A is 0, AA is 26. */
export function columnPlace(letters: string): number {
  let place = 0;
  for (const letter of letters) place = place * 26 + letter.charCodeAt(0) - 64;
  return place - 1;
}

/** The letters of a column by its place, from 0. */
export function columnLetters(place: number): string {
  const before = place >= 26 ? columnLetters(Math.floor(place / 26) - 1) : '';
  return before + String.fromCharCode(65 + (place % 26));
}

interface OpenCell {
  readonly type: string;
  readonly style: number;
  formula: boolean;
  raw: string;
}

export interface CellContext {
  readonly sheet: string;
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  /** More cells than this are refused. */
  readonly most: number;
}

/** The sheet has more cells than any file of figures. */
export class TooManyCells extends Error {
  override readonly name = 'TooManyCells';
}

function contentOf(cell: OpenCell, context: CellContext): TableValue {
  const { raw, type } = cell;
  if (raw === '') return { kind: 'empty' };
  switch (type) {
    case 's':
      return { kind: 'text', text: context.strings[Number(raw)] ?? '' };
    case 'str':
    case 'inlineStr':
      return { kind: 'text', text: raw };
    case 'b':
      return { kind: 'boolean', boolean: raw === '1' || raw === 'true' };
    case 'e':
      return { kind: 'error', text: raw };
    case 'd':
      return { kind: 'date' };
    default:
      return context.dateStyles[cell.style] ? { kind: 'date' } : { kind: 'number', number: Number(raw) };
  }
}

/** Tells of each row of a sheet, when it ends, its number and its cells; rows without cells in the file are not told. */
export function sheetListener(
  context: CellContext,
  onRow: (rowNumber: number, cells: Map<number, TableCell>) => void,
): XmlListener {
  let row = new Map<number, TableCell>();
  let rowNumber = 0;
  let column = -1;
  let count = 0;
  let cell: OpenCell | null = null;
  let collecting = false;
  return {
    open(name, attributes) {
      if (name === 'row') {
        rowNumber = attributes.r === undefined ? rowNumber + 1 : Number(attributes.r);
        row = new Map();
        column = -1;
      } else if (name === 'c') {
        const letters = attributes.r === undefined ? undefined : /^[A-Z]{1,3}/.exec(attributes.r)?.[0];
        column = letters === undefined ? column + 1 : columnPlace(letters);
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), formula: false, raw: '' };
        count += 1;
        if (count > context.most) throw new TooManyCells();
      } else if (name === 'f' && cell) cell.formula = true;
      else if (name === 'v' || name === 't') collecting = true;
      else if (name === 'rPh') collecting = false;
    },
    close(name) {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'c' && cell) {
        const where = `${context.sheet}!${columnLetters(column)}${rowNumber}`;
        row.set(column, { where, value: contentOf(cell, context), formula: cell.formula });
        cell = null;
      } else if (name === 'row') onRow(rowNumber, row);
    },
    text(text) {
      if (collecting && cell) cell.raw += text;
    },
  };
}

/** The cells of one sheet, row by row; rows without cells are absent. */
export function readSheetCells(
  xml: string,
  context: CellContext,
): { readonly rowNumbers: number[]; readonly rows: TableRow[] } {
  const rows: TableRow[] = [];
  const rowNumbers: number[] = [];
  readXml(
    xml,
    sheetListener(context, (rowNumber, cells) => {
      rowNumbers.push(rowNumber);
      rows.push(cells);
    }),
  );
  return { rowNumbers, rows };
}
