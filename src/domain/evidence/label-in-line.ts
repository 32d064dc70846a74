import { type Piece, piecesOf } from './words-of-line.ts';

/** The name of a figure as it is looked for. */
export interface Label {
  /** Its words without those that say nothing. */
  readonly words: readonly string[];
  /** All words are needed: with fewer than two that say something, "tổng số trẻ em" would be found in every line. */
  readonly whole: boolean;
}

/** Words that reports put in or leave out as they please. */
const SAYS_NOTHING = new Set(
  'so tong cua duoc da co trong ky va cac nhung la bi it nhat mot lan nam nay'.split(' '),
);

/** What may stand between the name of a figure and its number. */
const CONNECTS = new Set(
  'la co dat gom duoc da tong so cong thuc hien ket qua luong nam trong ky tren dia ban toan phuong xa bao tre em nguoi vu viec'.split(
    ' ',
  ),
);
const CONNECTING_SIGNS = new Set([':', '=', '-', '(', '*', '+']);

/** Before a figure they say that it is planned, or of another time. */
const OF_A_TARGET = /\b(?:chi tieu|ke hoach|muc tieu|phan dau|du kien|uoc|cung ky|so voi)\b/;
const OF_A_RATE = /\b(?:ty le|ti le|ty suat|ti suat|phan tram)\b/;

export function labelOf(name: string): Label {
  const all = textWords(piecesOf(name));
  const telling = all.filter((word) => !SAYS_NOTHING.has(word));
  return telling.length < 2 ? { words: all, whole: true } : { words: telling, whole: false };
}

const textWords = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'word' ? [piece.text] : []));

/** A place where the name stands: from its first piece up to, and without, `end`. */
export interface LabelPlace {
  readonly start: number;
  readonly end: number;
}

/** Where the words of the name follow one another, with nothing between them but words that say nothing and commas. */
export function findLabel(pieces: readonly Piece[], label: Label): LabelPlace[] {
  const places: LabelPlace[] = [];
  for (let start = 0; start < pieces.length; start++) {
    if (!isWord(pieces[start], label.words[0])) continue;
    let next = 1;
    let at = start + 1;
    for (; at < pieces.length && next < label.words.length; at++) {
      const piece = pieces[at]!;
      if (isWord(piece, label.words[next])) next++;
      else if (!mayStandInside(piece, label)) break;
    }
    if (next === label.words.length) places.push({ start, end: at });
  }
  return places;
}

const isWord = (piece: Piece | undefined, word: string | undefined): boolean =>
  piece?.kind === 'word' && piece.text === word;

function mayStandInside(piece: Piece, { whole }: Label): boolean {
  if (piece.kind === 'sign') return piece.text === ',';
  return !whole && piece.kind === 'word' && SAYS_NOTHING.has(piece.text);
}

/** Whether a piece may stand between the name and its number. */
export function connects(piece: Piece): boolean {
  return piece.kind === 'word'
    ? CONNECTS.has(piece.text)
    : piece.kind === 'sign' && CONNECTING_SIGNS.has(piece.text);
}

/** Whether nothing follows the name that would make it another figure's: "trẻ em dưới 1 tuổi" | "được tiêm chủng …". */
export function endsHere(pieces: readonly Piece[], end: number): boolean {
  const next = pieces.slice(end).find((piece) => piece.kind !== 'word' || !CONNECTS.has(piece.text));
  return next === undefined || next.kind === 'sign' || next.kind === 'hidden';
}

/** Whether what stands before the name says that a target or another time is spoken of. */
export const saysTarget = (before: readonly Piece[]): boolean =>
  OF_A_TARGET.test(textWords(before).join(' '));

/** Whether the name is that of a percentage, "tỷ lệ trẻ em …". */
export const saysRate = (before: readonly Piece[]): boolean => OF_A_RATE.test(textWords(before).join(' '));
