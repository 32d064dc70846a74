export type { CollectionContext } from './commands/context.ts';
export { MOST_OPERATIONS, saveCells, type Way } from './commands/save-cells.ts';
export { roundPath, roundsPath, sheetPath } from './paths.ts';
export { type Filler, mayLeadCollection, maySeeSheet, type PlaceOfSheet, standingToSheet } from './policy.ts';
export {
  findRound,
  itemsAskedOf,
  type Round,
  type SheetOfRound,
  sheetsOfRound,
} from './queries/round.ts';
export type { CollectionDependencies } from './routes/common.tsx';
export { collectionRoutes } from './routes/routes.tsx';
