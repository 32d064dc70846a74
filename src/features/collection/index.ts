export type { CollectionContext } from './commands/context.ts';
export { MOST_OPERATIONS, saveCells, type Way } from './commands/save-cells.ts';
export { type Filler, mayLeadCollection, maySeeSheet, type PlaceOfSheet, standingToSheet } from './policy.ts';
