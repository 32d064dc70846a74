import type { Run } from './block-model.ts';
import { cleanText } from './clean-text.ts';

export const FACES = ['regular', 'italic', 'bold', 'boldItalic'] as const;
export type Face = (typeof FACES)[number];

/** Line height of Times New Roman and of Tinos, as a share of the size. */
export const LINE_HEIGHT = 1.15;
/** From the top of a line to its base line, as a share of the size. */
export const ASCENT = 0.91;

/** A stretch of one face inside a word. */
export interface Piece {
  readonly text: string;
  readonly face: Face;
}
export interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
}
export interface Line {
  readonly words: readonly Word[];
  /** Width with single spaces, in points. */
  readonly width: number;
  /** Room taken at the left by the indent of the first line. */
  readonly indent: number;
  /** The last line of its paragraph is never stretched. */
  readonly last: boolean;
}

/** Measures text and breaks it into lines; what the font lacks is replaced before. */
export interface Setter {
  readonly widthOf: (text: string, face: Face, size: number) => number;
  readonly printable: (text: string) => string;
}

/** Space between words, the same in all faces. */
export const spaceOf = (size: number): number => size * 0.25;

export function faceOf(run: Run): Face {
  if (run.bold) return run.italic ? 'boldItalic' : 'bold';
  return run.italic ? 'italic' : 'regular';
}

/** Lines of runs in a given width; a word longer than the line is broken inside. */
export function linesOf(
  setter: Setter,
  runs: readonly Run[],
  size: number,
  width: number,
  indent = 0,
): readonly Line[] {
  const space = spaceOf(size);
  const lines: Line[] = [];
  let words: Word[] = [];
  let taken = 0;
  const room = () => width - (lines.length === 0 ? indent : 0);
  const close = (last: boolean) => {
    lines.push({ words, width: taken, indent: lines.length === 0 ? indent : 0, last });
    words = [];
    taken = 0;
  };
  for (const word of wordsOf(setter, runs, size)) {
    for (const part of word.width > width - indent ? broken(setter, word, size, width - indent) : [word]) {
      if (words.length > 0 && taken + space + part.width > room()) close(false);
      taken += (words.length > 0 ? space : 0) + part.width;
      words.push(part);
    }
  }
  close(true);
  return lines;
}

function wordsOf(setter: Setter, runs: readonly Run[], size: number): readonly Word[] {
  const words: Piece[][] = [];
  let open = false;
  for (const run of runs) {
    const face = faceOf(run);
    cleanText(run.text)
      .split(' ')
      .forEach((text, index) => {
        if (index > 0) open = false;
        if (text === '') return;
        const piece = { text: setter.printable(text), face };
        if (open) words.at(-1)!.push(piece);
        else words.push([piece]);
        open = true;
      });
  }
  return words.map((pieces) => wordOf(setter, pieces, size));
}

function wordOf(setter: Setter, pieces: readonly Piece[], size: number): Word {
  return {
    pieces,
    width: pieces.reduce((sum, piece) => sum + setter.widthOf(piece.text, piece.face, size), 0),
  };
}

/** The word in parts that fit. */
function broken(setter: Setter, word: Word, size: number, width: number): readonly Word[] {
  const parts: Word[] = [];
  let pieces: Piece[] = [];
  let taken = 0;
  for (const { text, face } of word.pieces) {
    for (const sign of text) {
      const signWidth = setter.widthOf(sign, face, size);
      if (pieces.length > 0 && taken + signWidth > width) {
        parts.push(wordOf(setter, pieces, size));
        pieces = [];
        taken = 0;
      }
      const previous = pieces.at(-1);
      if (previous?.face === face) pieces[pieces.length - 1] = { text: previous.text + sign, face };
      else pieces.push({ text: sign, face });
      taken += signWidth;
    }
  }
  return [...parts, wordOf(setter, pieces, size)];
}
