import { type Figure, LARGEST_FIGURE } from '../scoring/index.ts';
import type { CellFault, CellOperation, StoredCell } from './cell.ts';
import type { Item } from './items.ts';

/** No comment and no reason is longer. */
export const LONGEST_REMARK = 500;

/** What is wrong with a figure by itself, whatever stands beside it; null when it can be stored. */
export function faultOfFigure(item: Item, figure: Figure): CellFault | null {
  if (figure.state === 'not_applicable')
    return figure.reason.trim() === '' ? 'reason_missing' : faultOfRemark(figure.reason);
  if (figure.state !== 'given') return null;
  const { value } = figure;
  if ((item.collection.asked === 'yes_no') !== (typeof value === 'boolean')) return 'wrong_kind';
  if (typeof value === 'boolean') return null;
  if (!Number.isInteger(value)) return 'not_whole';
  if (value < 0) return 'negative';
  return value > LARGEST_FIGURE ? 'too_large' : null;
}

/** What is wrong with a remark to a cell, or with the reason of a figure. */
export function faultOfRemark(remark: string | null): CellFault | null {
  return remark !== null && remark.length > LONGEST_REMARK ? 'remark_too_long' : null;
}

const EMPTY: StoredCell = { figure: { state: 'no_data' }, comment: null, revision: 0 };

export function sameFigure(one: Figure, other: Figure): boolean {
  if (one.state !== other.state) return false;
  if (one.state === 'given' && other.state === 'given') return one.value === other.value;
  if (one.state === 'not_applicable' && other.state === 'not_applicable') return one.reason === other.reason;
  return true;
}

/**
 * What is to be done with an operation, given what is stored.
 * - `keep`: what it wants stands there already; nothing is written.
 * - `write`: nobody changed the cell since its author saw it.
 * - `conflict`: somebody did, to something else.
 * @param seen the revision that its author saw: as said, or as the operation before it left the cell
 */
export function judgeOperation(
  operation: Pick<CellOperation, 'figure' | 'comment'>,
  stored: StoredCell | undefined,
  seen: number,
): 'keep' | 'write' | 'conflict' {
  const now = stored ?? EMPTY;
  if (sameFigure(operation.figure, now.figure) && operation.comment === now.comment) return 'keep';
  return seen === now.revision ? 'write' : 'conflict';
}
