export type { CellFault, CellOperation, CellOutcome, StoredCell } from './cell.ts';
export { type CellTextFault, type CellTextReading, cellText, editText, readCellText } from './cell-text.ts';
export {
  type CheckedCell,
  type CheckedCells,
  findingsOfSheet,
  type OtherPeriod,
  partsAmong,
  type SheetToCheck,
} from './checks.ts';
export { findingsOfRound, type RoundToCheck } from './checks-of-round.ts';
export { type Block, formatBlock, parseBlock } from './clipboard.ts';
export { addColumns, type ColumnSum, EMPTY_COLUMN, sumOfColumn, totalOfColumn } from './column-total.ts';
export { type Completeness, completenessOf, daysLate, isFilled } from './completeness.ts';
export type { Finding, RoundFinding, Severity, SheetFinding } from './finding.ts';
export { type Item, itemLabel, itemOf, itemsOfLevel, PART_NAMES, totalLabel } from './items.ts';
export { faultOfFigure, faultOfRemark, judgeOperation, LONGEST_REMARK, sameFigure } from './judge-cell.ts';
export {
  afterRestart,
  type CellChange,
  type CellConflict,
  cellKey,
  discardCell,
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
export { type RolledPeriod, type RolledUp, rollUp, type Standpoint } from './roll-up.ts';
export {
  itemsOfOwners,
  itemsToAsk,
  leavesAWorkingDay,
  type ProposedDates,
  type ProposedRound,
  periodBefore,
  periodsToCollect,
  proposeDates,
  proposeRounds,
  ROUND_LEVELS,
  type RoundLevel,
} from './rounds.ts';
export { sentenceOfFinding } from './sentence-of-finding.ts';
export {
  coverageSentence,
  levelName,
  noteOfRollUp,
  PLACES_OF_LEVEL,
  periodsText,
  sentenceOfRollUp,
  type WordsOfPlaces,
} from './sentence-of-roll-up.ts';
export {
  type SheetDeed,
  type SheetStanding,
  type SheetState,
  sheetDeeds,
  sheetStateAfter,
} from './sheet-state.ts';
export { type PlacesSince, type Standing, type Succession, standings } from './succession.ts';
export {
  type AskedCell,
  cellsOfRounds,
  type RoundOfYear,
  type SheetOfRound,
  type Tally,
  talliesOf,
  tallyOfPlaces,
  withCell,
} from './tally.ts';
export { findingsAgainstVillages } from './two-sources.ts';
