import {
  type CellOperation,
  type CellOutcome,
  type StoredCell,
  sameFigure,
} from '../../domain/collection/index.ts';
import type { Figure } from '../../domain/scoring/index.ts';
import { normaliseText } from '../../domain/text/index.ts';
import { operationIdOf } from '../collection/index.ts';
import { boxNames } from './islands/figure-block.tsx';
import { type Boxes, type BoxFault, boxesOf, readBoxes } from './islands/read-figure.ts';
import type { VillageSheet } from './islands/village-figures.ts';
import { idSchema } from './schema.ts';

/** The form's own number, and beside each figure the revision and the boxes that were on the screen. */
export const FORM_ID = 'bieu';
export const hiddenNames = (key: string) => ({ seen: `da_thay.${key}`, revision: `lan_sua.${key}` });

/** What was on the screen, as a hidden box remembers it. */
export const seenToken = (figure: Figure): string => JSON.stringify(figure);

/** What was typed into the boxes of one figure, and what was on the screen before. */
export interface TypedFigure {
  readonly boxes: Boxes;
  readonly seen: Pick<StoredCell, 'figure' | 'revision'>;
}

export interface SheetForm {
  /** In the order of the sheet: one for each figure that was changed. */
  readonly operations: readonly CellOperation[];
  /** Of the same figures, and of those that could not be read. */
  readonly typed: ReadonlyMap<string, TypedFigure>;
  readonly faults: ReadonlyMap<string, BoxFault>;
}

/** Reads the form of a sheet: what was not changed on the screen is no operation. */
export function readSheetForm(sheet: VillageSheet, fields: Readonly<Record<string, string>>): SheetForm {
  const form = idSchema.safeParse(fields[FORM_ID]).data ?? '';
  const text = (name: string) => normaliseText(fields[name] ?? '');
  const operations: CellOperation[] = [];
  const typed = new Map<string, TypedFigure>();
  const faults = new Map<string, BoxFault>();
  for (const { key, asked, cell } of sheet.items) {
    const names = boxNames(key);
    const hidden = hiddenNames(key);
    if (fields[hidden.seen] === undefined) continue;
    const boxes = { text: text(names.text), state: text(names.state), reason: text(names.reason) };
    const revision = Number(text(hidden.revision));
    const seen = {
      figure: seenFigure(fields[hidden.seen]!),
      revision: Number.isSafeInteger(revision) && revision >= 0 ? revision : 0,
    };
    const reading = readBoxes(asked, boxes);
    if (!reading.ok) {
      typed.set(key, { boxes, seen });
      faults.set(key, reading.fault);
      continue;
    }
    const before = readBoxes(asked, boxesOf(seen.figure));
    if (before.ok && sameFigure(before.figure, reading.figure)) continue;
    typed.set(key, { boxes, seen });
    operations.push({
      // The same form sent twice with the same figure is one operation; with another figure it is another.
      id: operationIdOf(form, key, JSON.stringify(reading.figure)),
      sheet: sheet.id,
      item: key,
      figure: reading.figure,
      comment: cell.comment,
      seenRevision: seen.revision,
      after: null,
    });
  }
  return { operations, typed, faults };
}

/** A figure that was typed and is not stored; `stored` where somebody else changed it meanwhile. */
export interface UnstoredFigure extends TypedFigure {
  readonly conflict: { readonly mine: Figure; readonly stored: Figure } | null;
}

/**
 * What is to be typed or decided once more, by the key of its item. What met with a conflict is shown beside what is stored:
 * that is seen from then on.
 * @param outcomes of the operations of the form; none where it was not sent on
 */
export function unstoredOf(
  { typed, operations }: SheetForm,
  outcomes: readonly CellOutcome[],
): ReadonlyMap<string, UnstoredFigure> {
  const became = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const ofItem = new Map(operations.map((operation) => [operation.item, operation]));
  return new Map(
    [...typed].flatMap(([key, figure]): (readonly [string, UnstoredFigure])[] => {
      const operation = ofItem.get(key);
      const outcome = operation && became.get(operation.id);
      if (outcome?.outcome === 'saved') return [];
      if (operation === undefined || outcome?.outcome !== 'conflict')
        return [[key, { ...figure, conflict: null }]];
      const { stored } = outcome;
      return [
        [key, { ...figure, seen: stored, conflict: { mine: operation.figure, stored: stored.figure } }],
      ];
    }),
  );
}

/** What somebody else wrote into a hidden box is no figure, and differs from every one. */
function seenFigure(token: string): Figure {
  try {
    const figure = JSON.parse(token) as Figure;
    return figure.state === 'given' || figure.state === 'not_applicable' || figure.state === 'not_due'
      ? figure
      : { state: 'no_data' };
  } catch {
    return { state: 'no_data' };
  }
}
