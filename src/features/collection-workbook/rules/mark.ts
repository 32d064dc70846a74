import { createHash } from 'node:crypto';
import type { Figure } from '../../../domain/scoring/index.ts';
import { cellOfFigure } from './read-figure.ts';

/** What a template remembers of a cell: which revision it was filled with, and by what. */
export interface CellMark {
  readonly revision: number;
  readonly figure: string;
  readonly comment: string;
}

const LONGEST = 40;

/** Short texts are kept as they are, of long ones what tells whether they changed: a cell of a workbook has its limit. */
const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `#${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;

const ofFigure = (figure: Figure): string => shortened(String(cellOfFigure(figure) ?? ''));
const ofComment = (comment: string | null): string => shortened(comment ?? '');

export function markOf(stored: {
  readonly figure: Figure;
  readonly comment: string | null;
  readonly revision: number;
}): CellMark {
  return { revision: stored.revision, figure: ofFigure(stored.figure), comment: ofComment(stored.comment) };
}

/**
 * Whether a cell is as the template was filled: then its owner has not said anything about it, whatever has become of
 * the figure since. A comment that was taken away is not said to be wrong.
 */
export function isUntouched(mark: CellMark, figure: Figure, comment: string | null): boolean {
  return mark.figure === ofFigure(figure) && (comment === null || mark.comment === ofComment(comment));
}

/** The marks of a row of cells as a text; of cells that were empty only that. */
export function writeMarks(marks: readonly CellMark[]): string {
  return JSON.stringify(
    marks.map(({ revision, figure, comment }) =>
      revision === 0 ? 0 : comment === '' ? [revision, figure] : [revision, figure, comment],
    ),
  );
}

/** Reads what {@link writeMarks} wrote; null for anything else: whoever brings a workbook may have changed it. */
export function readMarks(text: string): readonly CellMark[] | null {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  const marks: CellMark[] = [];
  for (const one of list) {
    const [revision, figure = '', comment = ''] = Array.isArray(one) ? one : [one];
    if (!Number.isSafeInteger(revision) || revision < 0 || revision > 2 ** 31 - 1) return null;
    if (typeof figure !== 'string' || typeof comment !== 'string') return null;
    marks.push({ revision, figure, comment });
  }
  return marks;
}
