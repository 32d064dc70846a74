import { type CellFault, type CellOperation, type Item, sameFigure } from '../../domain/collection/index.ts';
import type { WholeNumberFault } from '../../domain/text/index.ts';
import { readBoxes, type TypedFigure } from '../assessment/index.ts';
import { operationIdOf } from './operation-id.ts';
import { type Fields, isId } from './schema.ts';

/** Faults by the key of the item. */
export type CellFaults = Readonly<Record<string, CellFault>>;

/** A form of a sheet, read: what was changed in it, and what could not be read. */
export interface SheetForm {
  readonly operations: readonly CellOperation[];
  readonly faults: CellFaults;
  /** What every box held, for the page that shows it again. */
  readonly typed: ReadonlyMap<string, TypedFigure>;
}

const FAULTS: Readonly<Record<WholeNumberFault, CellFault>> = {
  empty: 'not_whole',
  not_a_number: 'not_whole',
  negative: 'negative',
  fraction: 'not_whole',
  formula: 'not_whole',
  too_large: 'too_large',
};

/**
 * Reads the form of a sheet. Only what differs from what its boxes held when the page was made becomes an operation, under
 * an id made of the one in the form and the figure: sent twice, it is done once; corrected after going back, it is another.
 */
export function readSheetForm(fields: Fields, sheet: string, items: readonly Item[]): SheetForm {
  const operations: CellOperation[] = [];
  const faults: Record<string, CellFault> = {};
  const typed = new Map<string, TypedFigure>();
  for (const { key, collection } of items) {
    const boxes = readBoxes(fields, key, collection.asked);
    if (boxes === null) continue;
    typed.set(key, boxes.typed);
    const { figure, fault, note, seen, seenNote, seenRevision } = boxes;
    const id = fields[`${key}.ma`] ?? '';
    if (fault !== null) faults[key] = FAULTS[fault];
    else if (!isId(id)) faults[key] = 'out_of_order';
    else if (figure !== null && !(sameFigure(figure, seen) && note === seenNote))
      operations.push({
        id: operationIdOf(id, JSON.stringify(figure), note ?? ''),
        sheet,
        item: key,
        figure,
        comment: note,
        seenRevision,
        after: null,
      });
  }
  return { operations, faults, typed };
}
