export type { CellFault, CellOperation, CellOutcome, StoredCell } from './cell.ts';
export { type Item, itemLabel, itemOf, itemsOfLevel, PART_NAMES } from './items.ts';
export { faultOfFigure, judgeOperation, LONGEST_REMARK, sameFigure } from './judge-cell.ts';
export {
  afterRestart,
  type CellChange,
  type CellConflict,
  cellKey,
  dropCell,
  EMPTY_OUTBOX,
  lineBroke,
  nextBatch,
  type Outbox,
  putInto,
  type RefusedCell,
  type SavedCell,
  takeAnswers,
  type WaitingOperation,
  waitBeforeRetry,
} from './outbox.ts';
export {
  type SheetDeed,
  type SheetStanding,
  type SheetState,
  sheetDeeds,
  sheetStateAfter,
} from './sheet-state.ts';
