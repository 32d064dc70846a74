import { judgeOperation, type StoredCell } from '../../../domain/collection/index.ts';
import { type Figure, isWildChange } from '../../../domain/scoring/index.ts';
import { type CellMark, isUntouched } from './mark.ts';

/** What a cell of a workbook would do to the figure that is stored. */
export type ImportedKind = 'new' | 'change' | 'large' | 'conflict' | 'same';

export interface ImportedCell {
  readonly figure: Figure;
  /** Of the cell's own note; null where it has none: then the comment stays as it is. */
  readonly comment: string | null;
  /** What the template was filled with; null where the workbook is not of the program, or has lost it. */
  readonly mark: CellMark | null;
}

export interface JudgedCell {
  readonly kind: ImportedKind;
  readonly comment: string | null;
  /** The revision that the author of the workbook saw; of a foreign one that which the preview shows. */
  readonly seenRevision: number;
}

function isLarge(from: Figure, to: Figure): boolean {
  if (from.state !== 'given' || to.state !== 'given') return false;
  return typeof from.value === 'number' && typeof to.value === 'number' && isWildChange(to.value, from.value);
}

/** Holds a cell of a workbook against what is stored. An empty cell of a foreign workbook says nothing. */
export function judgeImported(imported: ImportedCell, stored: StoredCell | undefined): JudgedCell {
  const { figure, mark } = imported;
  const seenRevision = mark?.revision ?? stored?.revision ?? 0;
  const comment = imported.comment ?? stored?.comment ?? null;
  const judged = (kind: ImportedKind): JudgedCell => ({ kind, comment, seenRevision });
  if (mark === null && figure.state === 'no_data') return judged('same');
  if (mark !== null && isUntouched(mark, figure, imported.comment)) return judged('same');
  switch (judgeOperation({ figure, comment }, stored, seenRevision)) {
    case 'keep':
      return judged('same');
    case 'conflict':
      return judged('conflict');
    case 'write': {
      const before = stored?.figure ?? { state: 'no_data' as const };
      if (before.state === 'no_data') return judged('new');
      return judged(isLarge(before, figure) ? 'large' : 'change');
    }
  }
}
