export { MOST_SENT, readOperations } from './cell-operations-schema.ts';
export type { CollectionContext } from './commands/context.ts';
export { type Decision, decideConflict } from './commands/decide-conflict.ts';
export { figureOfRow, MOST_OPERATIONS, saveCells, type Way } from './commands/save-cells.ts';
export { settleOwnConflicts } from './commands/settle-own-conflicts.ts';
export { acceptSheets, type DeedOfSheet, doWithSheet } from './commands/sheet-deeds.ts';
export { operationIdOf } from './operation-id.ts';
export { roundPath, roundsPath, sheetPath, villageLinksPath } from './paths.ts';
export {
  type Filler,
  mayLeadCollection,
  maySeeCollection,
  maySeeSheet,
  organisationsSeenBy,
  type PlaceOfSheet,
  standingToSheet,
} from './policy.ts';
export { type Conflict, undecidedConflicts } from './queries/conflicts.ts';
export {
  findRound,
  itemsAskedOf,
  type Round,
  type RoundLevel,
  type SheetOfRound,
  sheetsOfRound,
} from './queries/round.ts';
export { collectedFigures } from './roll-up-figures.ts';
export type { CollectionDependencies } from './routes/common.tsx';
export { type RollUpDependencies, rollUpRoutes } from './routes/roll-up.tsx';
export { collectionRoutes } from './routes/routes.tsx';
export { collectionWorkOf } from './work-of-person.ts';
