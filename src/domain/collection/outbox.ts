import type { CellFault, CellOperation, CellOutcome, StoredCell } from './cell.ts';

/**
 * What was typed and is not at the server yet, in order. Plain data, so that it can be kept in a browser's storage and
 * taken up again by `afterRestart`; every function gives a new one and changes nothing.
 *
 * The life of a change: `putInto` → `nextBatch` (a request goes out, one at a time) → `takeAnswers`, or `lineBroke` and
 * the same operations again. An operation that may have arrived is never altered: what is typed after it becomes an
 * operation of its own that refers to it by `after`, and the server knows both by their ids. So nothing is done twice
 * and nothing overtakes, however often and in whatever order the line delivers.
 */
export interface Outbox {
  readonly waiting: readonly WaitingOperation[];
  /** Ids of the request that is under way; empty when there is none. */
  readonly onTheWay: readonly string[];
  /** Requests in a row that were not answered. */
  readonly failures: number;
  /** Cells that somebody else changed meanwhile, each with the latest that was typed here: a person decides. */
  readonly conflicts: readonly CellConflict[];
  /** Cells whose latest change was not stored, and why. */
  readonly refused: readonly RefusedCell[];
}

export interface WaitingOperation {
  readonly operation: CellOperation;
  /** It was in a request, and may have arrived even if nobody answered. */
  readonly sent: boolean;
}

export interface CellConflict {
  readonly operation: CellOperation;
  readonly stored: StoredCell;
}

export interface RefusedCell {
  readonly operation: CellOperation;
  readonly fault: CellFault;
}

/** A change as it is typed; what it follows, the outbox knows. */
export type CellChange = Omit<CellOperation, 'after'>;

/** An operation that the server has stored, and the revision of the figure since. */
export interface SavedCell {
  readonly operation: CellOperation;
  readonly revision: number;
}

export const EMPTY_OUTBOX: Outbox = { waiting: [], onTheWay: [], failures: 0, conflicts: [], refused: [] };

/** Which cell an operation is of; for maps. */
export const cellKey = ({ sheet, item }: Pick<CellOperation, 'sheet' | 'item'>): string => `${sheet} ${item}`;

/**
 * Puts changes in, in order. One whose cell has a change waiting that was never sent takes its place; whatever a person
 * had to decide about the cell is decided by it.
 * @param changes `seenRevision` is what their author saw stored; it counts where nothing of the cell is waiting
 */
export function putInto(outbox: Outbox, changes: readonly CellChange[]): Outbox {
  const waiting = [...outbox.waiting];
  const latest = new Map(waiting.map(({ operation }, place) => [cellKey(operation), place]));
  const changed = new Set<string>();
  for (const change of changes) {
    const key = cellKey(change);
    changed.add(key);
    const place = latest.get(key);
    const before = place === undefined ? undefined : waiting[place]!;
    if (place !== undefined && before !== undefined && !before.sent) {
      const { after, seenRevision } = before.operation;
      waiting[place] = { operation: { ...change, after, seenRevision }, sent: false };
      continue;
    }
    latest.set(key, waiting.length);
    const follows =
      before === undefined
        ? { after: null }
        : { after: before.operation.id, seenRevision: before.operation.seenRevision };
    waiting.push({ operation: { ...change, ...follows }, sent: false });
  }
  return { ...outbox, waiting, ...withoutCells(outbox, changed) };
}

/**
 * Takes the next operations to send, in order, and counts them as under way; none while a request is under way.
 * @param most no more than so many
 */
export function nextBatch(
  outbox: Outbox,
  most: number,
): { readonly outbox: Outbox; readonly operations: readonly CellOperation[] } {
  if (outbox.onTheWay.length > 0) return { outbox, operations: [] };
  const operations = outbox.waiting.slice(0, most).map(({ operation }) => operation);
  const waiting = outbox.waiting.map((one, place) => (place < most ? { ...one, sent: true } : one));
  return { outbox: { ...outbox, waiting, onTheWay: operations.map(({ id }) => id) }, operations };
}

/** The request under way was not answered: its operations stay in their places and go out again with the same ids. */
export function lineBroke(outbox: Outbox): Outbox {
  return { ...outbox, onTheWay: [], failures: outbox.failures + 1 };
}

/** As it is after the page or the program was closed in the middle of whatever: nothing is under way any more. */
export function afterRestart(outbox: Outbox): Outbox {
  return { ...outbox, onTheWay: [], failures: 0 };
}

/** Milliseconds to wait before the next request: none after an answer, then 1, 2, 4 … up to 30 seconds. */
export function waitBeforeRetry(failures: number): number {
  return failures === 0 ? 0 : Math.min(30_000, 1_000 * 2 ** (failures - 1));
}

/**
 * Takes the answer to the request under way. Saved operations go; conflicts and refusals are put before a person, unless
 * something newer of the same cell is still waiting; what was not answered stays.
 */
export function takeAnswers(
  outbox: Outbox,
  outcomes: readonly CellOutcome[],
): { readonly outbox: Outbox; readonly saved: readonly SavedCell[] } {
  const answers = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  /** Operations that the server did not take, and what they had followed: those after them follow that instead. */
  const refusedIds = new Map<string, CellOperation>();
  const waiting: WaitingOperation[] = [];
  const saved: SavedCell[] = [];
  const conflicts = new Map<string, CellConflict>();
  const refused = new Map<string, RefusedCell>();
  for (const one of outbox.waiting) {
    const operation = followingWhatStands(one.operation, refusedIds);
    const outcome = answers.get(operation.id);
    if (outcome === undefined) {
      waiting.push({ ...one, operation });
      continue;
    }
    const key = cellKey(operation);
    conflicts.delete(key);
    refused.delete(key);
    if (outcome.outcome === 'saved') saved.push({ operation, revision: outcome.revision });
    else if (outcome.outcome === 'conflict') conflicts.set(key, { operation, stored: outcome.stored });
    else if (outcome.fault === 'out_of_order')
      waiting.push({ ...one, operation: followingWhatWaits(operation, waiting) });
    else {
      refusedIds.set(operation.id, operation);
      refused.set(key, { operation, fault: outcome.fault });
    }
  }
  const answered = new Set(
    outbox.waiting.flatMap(({ operation }) => (answers.has(operation.id) ? [cellKey(operation)] : [])),
  );
  const before = withoutCells(outbox, answered);
  const stillWaiting = new Set(waiting.map(({ operation }) => cellKey(operation)));
  const settled = (one: { operation: CellOperation }) => !stillWaiting.has(cellKey(one.operation));
  return {
    outbox: {
      waiting,
      onTheWay: [],
      failures: 0,
      conflicts: [...before.conflicts, ...conflicts.values()].filter(settled),
      refused: [...before.refused, ...refused.values()].filter(settled),
    },
    saved,
  };
}

/** Takes what was refused, or what lost a conflict, off the list: what is stored stands. */
export function dropCell(outbox: Outbox, cell: Pick<CellOperation, 'sheet' | 'item'>): Outbox {
  return { ...outbox, ...withoutCells(outbox, new Set([cellKey(cell)])) };
}

/**
 * Discards what was typed into a cell: what was never sent goes without a trace; after what may have arrived goes a change
 * back to what is stored.
 * @param id of that change, should one be needed
 */
export function discardCell(
  outbox: Outbox,
  cell: Pick<CellOperation, 'sheet' | 'item'>,
  stored: StoredCell,
  id: string,
): Outbox {
  const key = cellKey(cell);
  const ofCell = outbox.waiting.filter(({ operation }) => cellKey(operation) === key);
  if (ofCell.some(({ sent }) => sent)) {
    const { figure, comment, revision } = stored;
    const { sheet, item } = cell;
    return putInto(outbox, [{ id, sheet, item, figure, comment, seenRevision: revision }]);
  }
  return dropCell({ ...outbox, waiting: outbox.waiting.filter((one) => !ofCell.includes(one)) }, cell);
}

function followingWhatStands(
  operation: CellOperation,
  refused: ReadonlyMap<string, CellOperation>,
): CellOperation {
  const before = operation.after === null ? undefined : refused.get(operation.after);
  if (before === undefined) return operation;
  return { ...operation, after: before.after, seenRevision: before.seenRevision };
}

/** One that follows nothing that could still arrive stands for itself. */
function followingWhatWaits(operation: CellOperation, waiting: readonly WaitingOperation[]): CellOperation {
  const isThere = waiting.some((one) => one.operation.id === operation.after);
  return isThere ? operation : { ...operation, after: null };
}

function withoutCells(
  { conflicts, refused }: Outbox,
  keys: ReadonlySet<string>,
): Pick<Outbox, 'conflicts' | 'refused'> {
  const others = (one: { readonly operation: CellOperation }) => !keys.has(cellKey(one.operation));
  return { conflicts: conflicts.filter(others), refused: refused.filter(others) };
}
