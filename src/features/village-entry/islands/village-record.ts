import {
  type CellFault,
  type CellOperation,
  type CellOutcome,
  cellKey,
  discardCell,
  dropCell,
  EMPTY_OUTBOX,
  type Outbox,
  putInto,
  type StoredCell,
  sameFigure,
  takeAnswers,
} from '../../../domain/collection/index.ts';
import type { Figure } from '../../../domain/scoring/index.ts';
import { type Boxes, type BoxFault, boxesOf, readBoxes } from './read-figure.ts';
import { EMPTY_CELL, type VillageFigures, type VillageItem, type VillageSheet } from './village-figures.ts';

/** How the last try to send ended. */
export type TryResult = 'sent' | 'no_line' | 'ended' | 'other_place' | 'server';

/** What stands in the boxes of a cell and is no change yet. */
export interface Draft extends Boxes {
  /** The revision of the figure that its author saw: what came since was not before their eyes. Earlier builds kept none. */
  readonly seenRevision?: number;
}

/** All that a device keeps of one village: what the server said last, and what it does not know yet. Plain data. */
export interface VillageRecord {
  readonly figures: VillageFigures;
  readonly outbox: Outbox;
  /** What was typed and is no figure yet: in the middle of typing, or wrong. By the key of its cell. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Since when a cell waits, by the clock of the device, which is only shown and never judged by. */
  readonly since: Readonly<Record<string, string>>;
  /** Conflicts that were decided here, for the server to know. */
  readonly settled: readonly string[];
  readonly lastTry: { readonly at: string; readonly result: TryResult } | null;
}

export const newRecord = (figures: VillageFigures): VillageRecord => ({
  figures,
  outbox: EMPTY_OUTBOX,
  drafts: {},
  since: {},
  settled: [],
  lastTry: null,
});

type Cell = Pick<CellOperation, 'sheet' | 'item'>;

/** What the server says now. An answer that was overtaken by a newer one changes nothing that the newer one said. */
export function withFigures(record: VillageRecord, figures: VillageFigures): VillageRecord {
  const known = new Map(record.figures.sheets.map((sheet) => [sheet.id, sheet]));
  // A draft that is a figure counts as the change that it is about to become.
  const unsettled = entriesOf(takeUpDrafts(record, () => ({ id: '', at: '' })));
  const sheets = figures.sheets.map((sheet) => newerSheet(known.get(sheet.id), sheet, unsettled));
  // Of a round that was closed meanwhile, as long as something of it is not settled.
  const left = record.figures.sheets.filter(
    ({ id }) => unsettled.some(({ cell }) => cell.sheet === id) && !sheets.some((sheet) => sheet.id === id),
  );
  return {
    ...record,
    figures: { ...figures, sheets: [...sheets, ...left.map((sheet) => ({ ...sheet, ...CLOSED }))] },
  };
}

const CLOSED = { maySave: false, maySubmit: false, mayTakeBack: false } as const;

function newerSheet(
  known: VillageSheet | undefined,
  came: VillageSheet,
  unsettled: readonly Entry[],
): VillageSheet {
  if (known === undefined) return came;
  const cells = new Map(known.items.map(({ key, cell }) => [key, cell]));
  const items = came.items.map((item) => {
    const cell = cells.get(item.key);
    return cell !== undefined && cell.revision > item.cell.revision ? { ...item, cell } : item;
  });
  // Asked no more, but something of it is not settled.
  const left = unsettled.flatMap(({ cell, item }) =>
    cell.sheet === came.id && !items.some(({ key }) => key === item.key) ? [item] : [],
  );
  return { ...(known.revision > came.revision ? known : came), items: [...items, ...left] };
}

function withCell(record: VillageRecord, { sheet: id, item: key }: Cell, cell: StoredCell): VillageRecord {
  const items = (sheet: VillageSheet) =>
    sheet.items.map((item) =>
      item.key === key && cell.revision >= item.cell.revision ? { ...item, cell } : item,
    );
  const sheets = record.figures.sheets.map((sheet) =>
    sheet.id === id ? { ...sheet, items: items(sheet) } : sheet,
  );
  return { ...record, figures: { ...record.figures, sheets } };
}

export function itemOfCell(record: VillageRecord, { sheet, item }: Cell): VillageItem | undefined {
  return record.figures.sheets.find(({ id }) => id === sheet)?.items.find(({ key }) => key === item);
}

const without = <Value>(all: Readonly<Record<string, Value>>, key: string): Record<string, Value> => {
  const { [key]: _gone, ...others } = all;
  return others;
};

/** Something is being typed; kept so that not even half a number is lost. */
export function withDraft(
  record: VillageRecord,
  cell: Cell,
  { text, state, reason }: Boxes,
  seenRevision = revisionSeen(record, cell),
): VillageRecord {
  const draft = { text, state, reason, seenRevision };
  return { ...record, drafts: { ...record.drafts, [cellKey(cell)]: draft } };
}

/** What whoever types into a cell has seen stored: whoever is in the middle of it, what was there when they began. */
function revisionSeen(record: VillageRecord, cell: Cell): number {
  return record.drafts[cellKey(cell)]?.seenRevision ?? storedNow(record, cell).revision;
}

/**
 * Takes what stands in the boxes of a cell: a figure waits from now on, what is none stays a draft.
 * @param id of the operation, should it become one
 * @param at by the clock of the device
 */
export function withTyped(
  record: VillageRecord,
  cell: Cell,
  boxes: Boxes,
  { id, at }: { readonly id: string; readonly at: string },
): VillageRecord {
  const item = itemOfCell(record, cell);
  if (item === undefined) return record;
  const reading = readBoxes(item.asked, boxes);
  if (!reading.ok) return withDraft(record, cell, boxes);
  const key = cellKey(cell);
  const read = { ...record, drafts: without(record.drafts, key) };
  if (sameFigure(reading.figure, figureNow(record, cell))) return read;
  return putIn(read, cell, reading.figure, { id, at }, revisionSeen(record, cell));
}

function putIn(
  record: VillageRecord,
  cell: Cell,
  figure: Figure,
  { id, at }: { readonly id: string; readonly at: string },
  seenRevision: number,
): VillageRecord {
  const { comment } = storedNow(record, cell);
  const change = { ...cell, id, figure, comment, seenRevision };
  const outbox = putInto(record.outbox, [change]);
  return { ...settling(record, cell), outbox, since: { ...record.since, [cellKey(cell)]: at } };
}

/** The newest that the server is known to have of a cell. */
function storedNow(record: VillageRecord, cell: Cell): StoredCell {
  const stored = itemOfCell(record, cell)?.cell ?? EMPTY_CELL;
  const conflict = record.outbox.conflicts.find((one) => cellKey(one.operation) === cellKey(cell))?.stored;
  return conflict !== undefined && conflict.revision > stored.revision ? conflict : stored;
}

/** Whatever was to be decided about the cell is decided. */
function settling(record: VillageRecord, cell: Cell): VillageRecord {
  const key = cellKey(cell);
  const ids = record.outbox.conflicts.flatMap(({ operation }) =>
    cellKey(operation) === key ? [operation.id] : [],
  );
  return ids.length === 0 ? record : { ...record, settled: [...record.settled, ...ids] };
}

/** The latest figure of a cell that was typed here or is stored. */
export function figureNow(record: VillageRecord, cell: Cell): Figure {
  const key = cellKey(cell);
  const { waiting, conflicts, refused } = record.outbox;
  const own = [...refused, ...conflicts, ...waiting].findLast((one) => cellKey(one.operation) === key);
  return own?.operation.figure ?? itemOfCell(record, cell)?.cell.figure ?? { state: 'no_data' };
}

/** What the boxes of a cell show. */
export function boxesNow(record: VillageRecord, cell: Cell): Boxes {
  return record.drafts[cellKey(cell)] ?? boxesOf(figureNow(record, cell));
}

/** A person wants the own figure in spite of what is stored, or once more after a refusal. */
export function sendAgain(
  record: VillageRecord,
  cell: Cell,
  act: { readonly id: string; readonly at: string },
): VillageRecord {
  return putIn(record, cell, figureNow(record, cell), act, storedNow(record, cell).revision);
}

/** What is stored stands: of a conflict, a refusal, or what waits. @param id of a change back, should one be needed */
export function discard(record: VillageRecord, cell: Cell, id: string): VillageRecord {
  const stored = storedNow(record, cell);
  const key = cellKey(cell);
  const settled = settling(record, cell);
  return {
    ...withCell(settled, cell, stored),
    outbox: discardCell(dropCell(record.outbox, cell), cell, stored, id),
    drafts: without(record.drafts, key),
  };
}

/** Takes the answers to what was sent. @param told ids of settled conflicts that the server knows now */
export function answered(
  record: VillageRecord,
  outcomes: readonly CellOutcome[],
  told: readonly string[],
): VillageRecord {
  const { outbox, saved } = takeAnswers(record.outbox, outcomes);
  let after: VillageRecord = {
    ...record,
    outbox,
    settled: record.settled.filter((id) => !told.includes(id)),
  };
  for (const { operation, revision } of saved) {
    const { figure, comment } = operation;
    after = withCell(after, operation, { figure, comment, revision });
    // Whoever types on upon their own change has seen what it left.
    const draft = after.drafts[cellKey(operation)];
    if (draft !== undefined)
      after = withDraft(after, operation, draft, Math.max(revision, revisionSeen(after, operation)));
  }
  const open = new Set(entriesOf(after).map(({ cell }) => cellKey(cell)));
  const since = Object.fromEntries(Object.entries(after.since).filter(([key]) => open.has(key)));
  return { ...after, since };
}

/** One cell that the server does not have as it was typed here. */
export type Entry = {
  readonly cell: Cell;
  readonly sheet: VillageSheet;
  readonly item: VillageItem;
  readonly boxes: Boxes;
  readonly figure: Figure;
  readonly since: string | null;
} & (
  | { readonly kind: 'waiting' }
  | { readonly kind: 'conflict'; readonly stored: StoredCell }
  | { readonly kind: 'refused'; readonly fault: CellFault }
  | { readonly kind: 'invalid'; readonly fault: BoxFault }
);

/** Every such cell, in the order of the sheets. */
export function entriesOf(record: VillageRecord): Entry[] {
  const { waiting, conflicts, refused } = record.outbox;
  const by = <One extends { readonly operation: CellOperation }>(some: readonly One[]) =>
    new Map(some.map((one) => [cellKey(one.operation), one]));
  const [ofWaiting, ofConflicts, ofRefused] = [by(waiting), by(conflicts), by(refused)];
  return record.figures.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item): Entry[] => {
      const cell = { sheet: sheet.id, item: item.key };
      const key = cellKey(cell);
      const facts = {
        cell,
        sheet,
        item,
        boxes: boxesNow(record, cell),
        figure: figureNow(record, cell),
        since: record.since[key] ?? null,
      };
      const draft = record.drafts[key];
      const reading = draft === undefined ? null : readBoxes(item.asked, draft);
      if (reading?.ok === false) return [{ ...facts, kind: 'invalid', fault: reading.fault }];
      const conflict = ofConflicts.get(key);
      if (conflict !== undefined) return [{ ...facts, kind: 'conflict', stored: storedNow(record, cell) }];
      const refusal = ofRefused.get(key);
      if (refusal !== undefined) return [{ ...facts, kind: 'refused', fault: refusal.fault }];
      return ofWaiting.has(key) ? [{ ...facts, kind: 'waiting' }] : [];
    }),
  );
}

/** Drafts that were left behind when the page or the phone was closed become changes, where they are figures. */
export function takeUpDrafts(
  record: VillageRecord,
  act: () => { readonly id: string; readonly at: string },
): VillageRecord {
  return record.figures.sheets.reduce(
    (taken, sheet) =>
      sheet.items.reduce((one, item) => {
        const cell = { sheet: sheet.id, item: item.key };
        const draft = one.drafts[cellKey(cell)];
        return draft === undefined ? one : withTyped(one, cell, draft, act());
      }, taken),
    record,
  );
}
