import type { Figure } from '../scoring/index.ts';

/**
 * One change of one cell, as a grid, a form, a workbook or a village's link sends it. Its id is made by the sender, so
 * that a change sent twice is done once.
 */
export interface CellOperation {
  /** UUID. */
  readonly id: string;
  readonly sheet: string;
  /** Key of the item. */
  readonly item: string;
  readonly figure: Figure;
  /** A remark to the cell; null for none. */
  readonly comment: string | null;
  /** The revision of the figure that its author saw; 0 where there was none. */
  readonly seenRevision: number;
  /**
   * The operation of the same cell that its author made before this one and whose answer had not come yet: what they
   * saw is what that one left, whatever its revision.
   */
  readonly after: string | null;
}

/** Why a cell was not stored; the words are the screen's. */
export type CellFault =
  /** There is no such sheet or item, or not for this person. */
  | 'unknown_cell'
  /** The sheet is submitted, accepted, or its round closed. */
  | 'locked'
  | 'wrong_kind'
  | 'not_whole'
  | 'negative'
  | 'too_large'
  | 'reason_missing'
  /** The reason or the remark is longer than {@link LONGEST_REMARK}. */
  | 'remark_too_long'
  /** The operation that it follows has not arrived: it is to be sent again later. */
  | 'out_of_order'
  /** The same id came before with another cell. */
  | 'id_taken';

/** A cell as it is stored. */
export interface StoredCell {
  readonly figure: Figure;
  readonly comment: string | null;
  readonly revision: number;
}

/** What became of an operation. The same answer is given however often it is sent. */
export type CellOutcome =
  | { readonly id: string; readonly outcome: 'saved'; readonly revision: number }
  /** Somebody else changed the cell meanwhile: nothing is written, a person decides. */
  | { readonly id: string; readonly outcome: 'conflict'; readonly stored: StoredCell }
  | { readonly id: string; readonly outcome: 'refused'; readonly fault: CellFault };
