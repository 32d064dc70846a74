import { parseWholeNumber, searchKey } from '../text/index.ts';

/** A piece of a line: a word without tones, a number, a share ("203/212"), a year, a sign, or what is no figure at all. */
export type Piece =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'share'; readonly part: number; readonly whole: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'hidden' };

/** Words that say the same in reports and in the standard. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\b(?:tre em|cac chau|chau|tre nho)\b/g, 'tre'],
  [/\btiem chung\b/g, 'tiem'],
  [/\bday du\b/g, 'du'],
  [/\bto dan pho\b/g, 'tdp'],
];

/** "dưới 1 tuổi", "từ 3 đến 5 tuổi", "3 - 36 tháng": an age is a word of the figure's name and never the figure. */
const AGE = /\b(?:tu )?(\d+)(?: ?(?:-|den) ?(\d+))? (tuoi|thang)(?! \d)\b/g;

/** Numbers that are no figures: shares in percent, dates, numbers of documents, articles, the numbers of a list. */
const NO_FIGURE: readonly RegExp[] = [
  /\b\d+(?:[.,]\d+)? ?(?:%|phan tram\b|phan nghin\b|‰)/g,
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b/g,
  /\b\d+[a-z]?\/(?:\d{4}\/)?[a-z][a-z0-9-]*(?:\/[a-z0-9-]+)*/g,
  /\b\d{1,2}\/\d{4}\b/g,
  /\bngay \d{1,2}(?:\/\d{1,2})?(?: thang \d{1,2})?(?! nam)/g,
  /\bthang \d{1,2}\b/g,
  /\b(?:quy|dot|lan thu|ky) (?:\d|[ivx]+)\b/g,
  /\b(?:dieu|khoan|muc|phu luc|bieu|mau|tieu chi|bang|trang|van ban so|dot) \d+(?:\.\d+)*\b/g,
  /^\(?\d{1,2}(?:\.\d{1,2})*[.)](?= )/g,
  /\b\d{1,2} ?(?:gio|h)\b(?: ?\d{2})?/g,
  /\b0\d+(?:[ .]\d+)*\b/g,
];

const YEAR = /\bnam (\d{4})\b/g;
const PIECE =
  /‹y(\d{4})›|‹x›|(\d+(?:[.,]\d+)*)\/(\d+(?:[.,]\d+)*)|\d+(?:[.,]\d+)*(?![a-z\d-])|[a-z0-9][a-z0-9-]*|[^\s]/g;

/** The cells of a line: between tabs, or between upright bars; a line of running text is one cell. */
export const cellsOf = (line: string): string[] => line.split(/\t| \| /);

/** The pieces of a cell, in order. */
export function piecesOf(cell: string): Piece[] {
  let key = searchKey(cell);
  for (const [pattern, word] of SAME) key = key.replace(pattern, word);
  key = key.replace(AGE, (_, from: string, until: string | undefined, unit: string) =>
    until === undefined ? `${from}x${unit}` : `${from}x${until}x${unit}`,
  );
  key = key.replace(YEAR, '‹y$1›');
  for (const pattern of NO_FIGURE) key = key.replace(pattern, ' ‹x› ');
  return Array.from(key.matchAll(PIECE), pieceOf);
}

function pieceOf([text, year, part, whole]: RegExpMatchArray): Piece {
  if (year !== undefined) return { kind: 'year', year: Number(year) };
  if (text === '‹x›') return { kind: 'hidden' };
  if (part !== undefined && whole !== undefined) return shareOf(part, whole);
  if (/^\d+(?:[.,]\d+)*$/.test(text)) {
    const number = parseWholeNumber(text);
    return number.ok ? { kind: 'number', value: number.value } : { kind: 'hidden' };
  }
  return /^[a-z0-9]/.test(text) ? { kind: 'word', text } : { kind: 'sign', text };
}

/** "203/212" is a part of a whole; "1/6" may be a day, and "212/203" is neither. */
function shareOf(first: string, second: string): Piece {
  const [part, whole] = [parseWholeNumber(first), parseWholeNumber(second)];
  if (!part.ok || !whole.ok || part.value > whole.value || whole.value <= 12) return { kind: 'hidden' };
  return { kind: 'share', part: part.value, whole: whole.value };
}

/** The number that a cell of a table is, with at most a unit behind it; null where it is anything else. */
export function numberOfCell(pieces: readonly Piece[]): number | null {
  const [first, second] = pieces;
  if (first?.kind !== 'number' || pieces.length > 2) return null;
  return second === undefined || second.kind === 'word' ? first.value : null;
}
