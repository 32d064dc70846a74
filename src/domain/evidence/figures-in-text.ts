import { connects, endsHere, findLabel, type Label, labelOf, saysRate, saysTarget } from './label-in-line.ts';
import { cellsOf, numberOfCell, type Piece, piecesOf } from './words-of-line.ts';

/** A figure to look for: the input of the standard, and how the standard calls it. */
export interface WantedFigure {
  readonly input: string;
  readonly label: string;
}

/** A number that stands beside the name of a figure. */
export interface FigureFound {
  readonly value: number;
  /** Counted from 1 in the text as it was read from the file. */
  readonly line: number;
}

export type FigureComparison =
  | { readonly kind: 'agrees'; readonly found: FigureFound }
  | { readonly kind: 'differs'; readonly found: FigureFound; readonly entered: number }
  | { readonly kind: 'not_found' };

/** Longer texts are not reports but books; what lies beyond is not looked at. */
const MOST_LINES = 5_000;
/** Nor is the end of a paragraph that fills a page. */
const LONGEST_CELL = 2_000;
/** How far the head of a table is looked for above a row, and its row of totals below the head. */
const TABLE_REACH = 200;

const ROW_OF_TOTALS = /^(?:tong cong|tong so|tong|cong|toan (?:phuong|xa|dac khu|dia ban))$/;
const COLUMN_OF_RESULTS = /\b(?:thuc hien|ket qua|so luong|tong so|tong cong|cong|dat duoc|so lieu)\b/;
const COLUMN_OF_SOMETHING_ELSE = /\b(?:ke hoach|chi tieu|muc tieu|ty le|ti le|cung ky|so sanh|tt|stt)\b/;

interface Cell {
  readonly pieces: readonly Piece[];
  /** Its words only, without tones. */
  readonly words: string;
}
type Line = readonly Cell[];

/**
 * The numbers that a text gives for figures of a standard in a year: behind the figure's name or directly before it, in
 * the same line or row of a table, or in the row of totals below its column. Cautious: a number of another year, a
 * target, a percentage, a date, the number of a document or an age is not taken, and where two numbers could be meant
 * neither is.
 */
export function figuresInText(
  text: string,
  wanted: readonly WantedFigure[],
  year: number,
): ReadonlyMap<string, readonly FigureFound[]> {
  const lines = text.split('\n', MOST_LINES).map(lineOf);
  const found = new Map<string, FigureFound[]>();
  for (const { input, label: name } of wanted) {
    const label = labelOf(name);
    const numbers = lines.flatMap((line, index) => {
      const at = line.findIndex(({ pieces }) => findLabel(pieces, label).length > 0);
      if (at < 0) return [];
      const value = inCell(line[at]!, label, year) ?? inRow(lines, index, at, label, year);
      if (value !== null) return [{ value, line: index + 1 }];
      const total = belowColumn(lines, index, at, label);
      return total === null ? [] : [total];
    });
    if (numbers.length > 0) found.set(input, numbers);
  }
  return found;
}

/**
 * What was found against what was entered. A text that says several different numbers, none of them the one entered,
 * speaks of villages or of parts: nothing is concluded from it.
 */
export function compareFigure(found: readonly FigureFound[], entered: number): FigureComparison {
  const same = found.find(({ value }) => value === entered);
  if (same !== undefined) return { kind: 'agrees', found: same };
  const [first] = found;
  if (first === undefined || found.some(({ value }) => value !== first.value)) return { kind: 'not_found' };
  return { kind: 'differs', found: first, entered };
}

/** A figure stands in a line with a digit, or below the head of a table: other lines say nothing. */
const mayTell = (line: string): boolean => /[\d\t]| \| /.test(line);

function lineOf(line: string): Line {
  if (!mayTell(line)) return [];
  return cellsOf(line).map((text) => {
    const pieces = piecesOf(text.slice(0, LONGEST_CELL));
    return {
      pieces,
      words: pieces.flatMap((piece) => (piece.kind === 'word' ? [piece.text] : [])).join(' '),
    };
  });
}

/** "Số trẻ em dưới 1 tuổi: 212", "có 212 trẻ em dưới 1 tuổi". */
function inCell({ pieces }: Cell, label: Label, year: number): number | null {
  for (const { start, end } of findLabel(pieces, label)) {
    const before = pieces.slice(0, start);
    if (saysTarget(before)) continue;
    const value =
      behind(pieces, end, yearSaid(before), year, saysRate(before)) ?? ahead(pieces, start, end, year);
    if (value !== null) return value;
  }
  return null;
}

/** The year that was named last; null where none was. */
const yearSaid = (pieces: readonly Piece[]): number | null =>
  pieces.reduce<number | null>((said, piece) => (piece.kind === 'year' ? piece.year : said), null);

/** @param isRate behind the name of a percentage only "203/212" is a figure */
function behind(
  pieces: readonly Piece[],
  end: number,
  saidBefore: number | null,
  year: number,
  isRate: boolean,
): number | null {
  let said = saidBefore;
  let ofOtherYear = false;
  for (const piece of pieces.slice(end)) {
    if (piece.kind === 'year') said = piece.year;
    else if (piece.kind === 'share' || (piece.kind === 'number' && !isRate)) {
      if (said === null || said === year) return piece.kind === 'share' ? piece.part : piece.value;
      ofOtherYear = true;
    } else if (!connects(piece) && !(ofOtherYear && piece.kind === 'sign')) return null;
  }
  return null;
}

function ahead(pieces: readonly Piece[], start: number, end: number, year: number): number | null {
  const number = pieces[start - 1];
  if (number?.kind !== 'number' && number?.kind !== 'share') return null;
  const before = pieces.slice(0, start - 1);
  const said = yearSaid(before);
  if ((said !== null && said !== year) || !endsHere(pieces, end)) return null;
  return number.kind === 'share' ? number.part : number.value;
}

/** Whether a cell says the name and no more than it: not that of a target, a percentage or a part of it. */
function isNameOf({ pieces }: Cell, label: Label): boolean {
  return findLabel(pieces, label).some(({ start, end }) => {
    const before = pieces.slice(0, start);
    return endsHere(pieces, end) && !saysTarget(before) && !saysRate(before);
  });
}

/** The name in one cell of a row, and one cell behind it that is a number. */
function inRow(lines: readonly Line[], index: number, at: number, label: Label, year: number): number | null {
  const line = lines[index]!;
  const cell = line[at]!;
  if (!isNameOf(cell, label)) return null;
  const numbers = line.flatMap((other, column) => {
    const value = column > at ? numberOfCell(other.pieces) : null;
    return value === null ? [] : [{ column, value }];
  });
  const head = headAbove(lines, index);
  if (head === null) return numbers.length === 1 ? numbers[0]!.value : null;
  const ofYear = numbers.filter(({ column }) => isColumnOf(head[column]!, year));
  const results = ofYear.filter(
    ({ column }) => yearSaid(head[column]!.pieces) === year || COLUMN_OF_RESULTS.test(head[column]!.words),
  );
  const meant = results.length > 0 ? results : ofYear;
  return meant.length === 1 ? meant[0]!.value : null;
}

/** The head of the table that a row lies in: the nearest row above with as many cells, none of which is a number. */
function headAbove(lines: readonly Line[], index: number): Line | null {
  const { length } = lines[index]!;
  for (let above = index - 1; above >= Math.max(0, index - TABLE_REACH); above--) {
    const line = lines[above]!;
    if (line.length < 2) return null;
    if (line.length === length && line.every(({ pieces }) => numberOfCell(pieces) === null)) return line;
  }
  return null;
}

function isColumnOf(head: Cell, year: number): boolean {
  const said = yearSaid(head.pieces);
  return said === null ? !COLUMN_OF_SOMETHING_ELSE.test(head.words) : said === year;
}

/** The name heads a column, and the row of totals below it has a number there. */
function belowColumn(lines: readonly Line[], index: number, at: number, label: Label): FigureFound | null {
  const head = lines[index]!;
  if (head.length === 1 || !isNameOf(head[at]!, label)) return null;
  for (let below = index + 1; below < Math.min(lines.length, index + TABLE_REACH); below++) {
    const line = lines[below]!;
    if (line.length !== head.length) return null;
    if (!line.slice(0, 2).some(({ words }) => ROW_OF_TOTALS.test(words))) continue;
    const value = numberOfCell(line[at]!.pieces);
    return value === null ? null : { value, line: below + 1 };
  }
  return null;
}
