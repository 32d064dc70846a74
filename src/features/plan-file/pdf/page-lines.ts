/** A piece of text where it stands on a page; all in points, from the lower left corner. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
  /** Of the line that the letters stand on. */
  readonly y: number;
  readonly width: number;
  /** Size of the type. */
  readonly size: number;
}

interface PrintedLine {
  readonly y: number;
  readonly size: number;
  readonly pieces: TextPiece[];
}

/** Shares of the size of the type. */
const SAME_LINE = 0.5;
const WORD_GAP = 0.15;
const COLUMN_GAP = 1.5;
const SPACE_WIDTH = 0.5;
/** A distance between lines so many times the usual one parts paragraphs. */
const PARAGRAPH_DISTANCE = 1.2;
const WIDEST_RUN_OF_SPACES = 60;

/** Pieces that stand on one line, raised ones included, from the top of the page to its foot. */
function printedLines(pieces: readonly TextPiece[]): PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (line !== undefined && line.y - piece.y < SAME_LINE * Math.max(line.size, piece.size)) {
      line.pieces.push(piece);
      // A raised number came first: what it belongs to gives the line.
      if (piece.size > line.size) lines[lines.length - 1] = { ...line, y: piece.y, size: piece.size };
    } else lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return lines;
}

const spaces = (width: number, size: number): string =>
  ' '.repeat(Math.min(WIDEST_RUN_OF_SPACES, Math.max(0, Math.round(width / (SPACE_WIDTH * size)))));

/** The line with its distances as spaces: one between words, a run of them between columns and before an indent. */
function textOfLine({ pieces, size }: PrintedLine, left: number): string {
  let text = '';
  let end = left;
  for (const piece of [...pieces].sort((a, b) => a.x - b.x)) {
    const gap = piece.x - end;
    if (text === '') text = spaces(gap, size);
    else if (gap > COLUMN_GAP * size) text = `${text.trimEnd()}${spaces(gap, size)}`;
    else if (gap > WORD_GAP * size && !/\s$/u.test(text) && !/^\s/u.test(piece.text)) text += ' ';
    text += piece.text;
    end = Math.max(end, piece.x + piece.width);
  }
  return text.trimEnd();
}

/** The middle one of the distances between lines of a page. */
function usualDistance(lines: readonly PrintedLine[]): number {
  const distances = lines.slice(1).map((line, index) => lines[index]!.y - line.y);
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
}

/**
 * The lines of a page as they are seen: columns beside each other on one line, a blank line where the distance to the
 * line above is wider than usual. The number of the page at its head or foot is left out.
 * @param pageNumber counted from 1
 */
export function pageLines(pieces: readonly TextPiece[], pageNumber: number): string[] {
  const visible = pieces.filter(
    ({ text, x, y, size }) => text.trim() !== '' && size > 0 && Number.isFinite(x + y),
  );
  const left = visible.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const printed = printedLines(visible);
  const isNumber = (line: PrintedLine | undefined): boolean =>
    line !== undefined && textOfLine(line, left).replace(/[\s–-]/g, '') === String(pageNumber);
  if (isNumber(printed[0])) printed.shift();
  if (isNumber(printed.at(-1))) printed.pop();
  const usual = usualDistance(printed);
  return printed.flatMap((line, index) => {
    const above = printed[index - 1];
    const parted = above !== undefined && above.y - line.y > usual * PARAGRAPH_DISTANCE;
    return parted ? ['', textOfLine(line, left)] : [textOfLine(line, left)];
  });
}
