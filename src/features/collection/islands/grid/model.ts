import {
  afterRestart,
  type CellConflict,
  type CellFault,
  type CellOperation,
  type CellOutcome,
  type CellTextFault,
  cellKey,
  dropCell,
  EMPTY_OUTBOX,
  faultOfFigure,
  type Item,
  LONGEST_REMARK,
  lineBroke,
  nextBatch,
  type Outbox,
  putInto,
  type RefusedCell,
  readCellText,
  type StoredCell,
  sameFigure,
  takeAnswers,
} from '../../../../domain/collection/index.ts';
import type { Figure } from '../../../../domain/scoring/index.ts';
import { normaliseText } from '../../../../domain/text/index.ts';
import { afterDeed, nothingDone, stepBack, stepForth } from './undo.ts';

/** A cell by sheet and item. */
export type CellName = Pick<CellOperation, 'sheet' | 'item'>;

export type DraftFault = CellTextFault | CellFault;

/** What was typed and cannot be stored as it is. */
export interface Draft {
  readonly text: string;
  readonly fault: DraftFault;
}

/** What stands in a cell here, stored or not. */
export interface Content {
  readonly figure: Figure;
  readonly comment: string | null;
  readonly draft: Draft | null;
}

/** How it stands with a cell; of several the first is what matters most. */
export type Standing = 'invalid' | 'conflict' | 'waiting' | 'changed_by_other' | 'just_saved' | 'stored';

export interface CellState extends Content {
  readonly standing: Standing;
  /** What is stored, as far as is known here. */
  readonly stored: StoredCell;
  /** Why the server did not take what stands here. */
  readonly refused: CellFault | null;
  /** What stood here before somebody else changed it. */
  readonly before: Figure | null;
}

/** What is kept over a reload of the page. */
export interface Kept {
  readonly outbox: Outbox;
  readonly drafts: readonly (readonly [string, Draft])[];
}

interface Change extends CellName {
  readonly content: Content;
}

/** Cells that were changed together: one paste is one deed. */
type Deed = readonly (CellName & { readonly before: Content; readonly after: Content })[];

interface Known {
  stored: StoredCell;
  /** The revision that the person has seen; behind the stored one while they have something of their own in the cell. */
  seen: number;
  before: Figure | null;
  justSaved: boolean;
}

const NOTHING: StoredCell = { figure: { state: 'no_data' }, comment: null, revision: 0 };
const sameContent = (one: Content, other: Content): boolean =>
  sameFigure(one.figure, other.figure) &&
  one.comment === other.comment &&
  one.draft?.text === other.draft?.text;

/**
 * The cells of a page of the grid: what is stored, what was typed since, and what can be undone. Knows nothing of the
 * screen or the line; every deed gives the keys of the cells that look otherwise after it.
 */
export class GridModel {
  outbox: Outbox = EMPTY_OUTBOX;
  readonly #known = new Map<string, Known>();
  readonly #drafts = new Map<string, Draft>();
  readonly #newId: () => string;
  #waiting: ReadonlyMap<string, CellOperation> = new Map();
  #conflicts: ReadonlyMap<string, CellConflict> = new Map();
  #refused: ReadonlyMap<string, RefusedCell> = new Map();
  #undo = nothingDone<Deed>();

  constructor(newId: () => string, kept?: Kept) {
    this.#newId = newId;
    if (kept === undefined) return;
    this.#setOutbox(afterRestart(kept.outbox));
    for (const [key, draft] of kept.drafts) this.#drafts.set(key, draft);
  }

  kept(): Kept {
    return { outbox: this.outbox, drafts: [...this.#drafts] };
  }

  /** What the page says is stored, when it is opened. */
  load(sheet: string, item: string, stored: StoredCell): void {
    this.#known.set(cellKey({ sheet, item }), {
      stored,
      seen: stored.revision,
      before: null,
      justSaved: false,
    });
  }

  cell(name: CellName): CellState {
    const key = cellKey(name);
    const { stored, before, justSaved } = this.#knownOf(key);
    const draft = this.#drafts.get(key) ?? null;
    const waiting = this.#waiting.get(key);
    const conflict = this.#conflicts.get(key);
    const refused = this.#refused.get(key);
    const { figure, comment } = waiting ?? conflict?.operation ?? refused?.operation ?? stored;
    let standing: Standing = 'stored';
    if (draft !== null || refused !== undefined) standing = 'invalid';
    else if (conflict !== undefined) standing = 'conflict';
    else if (waiting !== undefined) standing = 'waiting';
    else if (before !== null) standing = 'changed_by_other';
    else if (justSaved) standing = 'just_saved';
    return { figure, comment, draft, standing, stored, before, refused: refused?.fault ?? null };
  }

  /** Takes in texts as they were typed or pasted; one that cannot be read stays in its cell and is not sent. */
  type(cells: readonly (CellName & { readonly of: Item; readonly text: string })[]): ReadonlySet<string> {
    return this.#do(
      cells.map(({ sheet, item, of, text }) => ({
        sheet,
        item,
        content: this.#read({ sheet, item }, of, text),
      })),
    );
  }

  setFigures(cells: readonly CellName[], figure: Figure): ReadonlySet<string> {
    return this.#do(
      cells.map((name) => ({ ...name, content: { figure, comment: this.cell(name).comment, draft: null } })),
    );
  }

  setComment(name: CellName, text: string): ReadonlySet<string> {
    const comment = normaliseText(text).slice(0, LONGEST_REMARK) || null;
    const { figure, draft } = this.cell(name);
    return this.#do([{ ...name, content: { figure, draft, comment } }]);
  }

  /** One step back or forth. Cells that have changed since by somebody else stay as they are and are counted. */
  step(way: 'back' | 'forth'): { readonly changed: ReadonlySet<string>; readonly left: number } {
    const step = way === 'back' ? stepBack(this.#undo) : stepForth(this.#undo);
    if (step === null) return { changed: new Set(), left: 0 };
    const [from, to] = way === 'back' ? (['after', 'before'] as const) : (['before', 'after'] as const);
    const untouched = step.deed.filter((one) => {
      const now = this.cell(one);
      return now.standing !== 'conflict' && sameContent(now, one[from]);
    });
    const changed = this.#put(
      untouched.map((one) => ({ sheet: one.sheet, item: one.item, content: one[to] })),
    );
    this.#undo = step.undo;
    return { changed, left: step.deed.length - untouched.length };
  }

  /** Of two values a person takes one: the own, or what somebody else stored. */
  choose(name: CellName, which: 'mine' | 'stored'): ReadonlySet<string> {
    const { figure, comment, stored } = this.cell(name);
    const content =
      which === 'mine' ? { figure, comment } : { figure: stored.figure, comment: stored.comment };
    return this.#put([{ ...name, content: { ...content, draft: null } }], 'always');
  }

  /** What was typed and not stored is given up, or a change by somebody else is taken note of. */
  accept(name: CellName): ReadonlySet<string> {
    const key = cellKey(name);
    const known = this.#knownOf(key);
    this.#drafts.delete(key);
    this.#setOutbox(dropCell(this.outbox, name));
    this.#known.set(key, { ...known, seen: known.stored.revision, before: null });
    return new Set([key]);
  }

  nextBatch(most: number): readonly CellOperation[] {
    const { outbox, operations } = nextBatch(this.outbox, most);
    this.#setOutbox(outbox);
    return operations;
  }

  answered(outcomes: readonly CellOutcome[]): ReadonlySet<string> {
    const { outbox, saved } = takeAnswers(this.outbox, outcomes);
    const changed = new Set(this.outbox.waiting.map(({ operation }) => cellKey(operation)));
    this.#setOutbox(outbox);
    for (const { operation, revision } of saved) {
      const { figure, comment } = operation;
      const stored = { figure, comment, revision };
      const key = cellKey(operation);
      if (this.#knownOf(key).stored.revision <= revision)
        this.#known.set(key, { stored, seen: revision, before: null, justSaved: true });
    }
    for (const { operation, stored } of outbox.conflicts) {
      const known = this.#knownOf(cellKey(operation));
      if (known.stored.revision < stored.revision) this.#known.set(cellKey(operation), { ...known, stored });
    }
    return changed;
  }

  lineBroke(): void {
    this.#setOutbox(lineBroke(this.outbox));
  }

  /**
   * What is stored meanwhile. What stands here unsaved stays, and meets with a conflict when it is sent.
   * @param isNews whether the cell says that somebody else changed it; of an old page nobody knows who did
   */
  stored(
    name: CellName,
    stored: StoredCell,
    { isEdited, isNews }: { readonly isEdited: boolean; readonly isNews: boolean },
  ): ReadonlySet<string> {
    const key = cellKey(name);
    const known = this.#knownOf(key);
    if (stored.revision <= known.stored.revision) return new Set();
    const own = isEdited || !['stored', 'just_saved', 'changed_by_other'].includes(this.cell(name).standing);
    const isOther = isNews && !sameFigure(known.stored.figure, stored.figure);
    const before = isOther ? known.stored.figure : known.before;
    this.#known.set(
      key,
      own ? { ...known, stored } : { stored, seen: stored.revision, before, justSaved: false },
    );
    return new Set([key]);
  }

  counts(): Readonly<Record<'waiting' | 'invalid' | 'conflict', number>> {
    return {
      waiting: this.#waiting.size,
      invalid: this.#drafts.size + this.outbox.refused.length,
      conflict: this.outbox.conflicts.length,
    };
  }

  #read(name: CellName, of: Item, text: string): Content {
    const { figure, comment } = this.cell(name);
    const reading = readCellText(of.collection.asked, text);
    if (!reading.ok) return { figure, comment, draft: { text, fault: reading.fault } };
    const fault = faultOfFigure(of, reading.figure);
    if (fault !== null) return { figure, comment, draft: { text, fault } };
    return { figure: reading.figure, comment, draft: null };
  }

  #do(changes: readonly Change[]): ReadonlySet<string> {
    const deed = changes.flatMap(({ content, ...name }) => {
      const { figure, comment, draft, refused } = this.cell(name);
      const before = { figure, comment, draft };
      return refused === null && sameContent(before, content) ? [] : [{ ...name, before, after: content }];
    });
    if (deed.length === 0) return new Set();
    this.#undo = afterDeed(this.#undo, deed);
    return this.#put(deed.map(({ sheet, item, after }) => ({ sheet, item, content: after })));
  }

  #put(changes: readonly Change[], when: 'changed' | 'always' = 'changed'): ReadonlySet<string> {
    const operations = changes.flatMap(({ sheet, item, content }) => {
      const key = cellKey({ sheet, item });
      const { figure, comment, draft } = content;
      const now = this.cell({ sheet, item });
      if (draft === null) this.#drafts.delete(key);
      else this.#drafts.set(key, draft);
      const asItWas = (one: Pick<Content, 'figure' | 'comment'>) =>
        sameFigure(one.figure, figure) && one.comment === comment;
      if (when === 'changed' && now.refused === null && asItWas(now)) return [];
      const known = this.#knownOf(key);
      const conflict = this.#conflicts.get(key);
      if (!this.#waiting.has(key) && conflict === undefined && asItWas(known.stored)) {
        if (now.refused !== null) this.#setOutbox(dropCell(this.outbox, { sheet, item }));
        return [];
      }
      this.#known.set(key, { ...known, before: null, justSaved: false });
      const seenRevision = conflict?.stored.revision ?? known.seen;
      return [{ id: this.#newId(), sheet, item, figure, comment, seenRevision }];
    });
    if (operations.length > 0) this.#setOutbox(putInto(this.outbox, operations));
    return new Set(changes.map(cellKey));
  }

  #setOutbox(outbox: Outbox): void {
    this.outbox = outbox;
    this.#waiting = new Map(outbox.waiting.map(({ operation }) => [cellKey(operation), operation]));
    this.#conflicts = new Map(outbox.conflicts.map((one) => [cellKey(one.operation), one]));
    this.#refused = new Map(outbox.refused.map((one) => [cellKey(one.operation), one]));
  }

  #knownOf(key: string): Known {
    return this.#known.get(key) ?? { stored: NOTHING, seen: 0, before: null, justSaved: false };
  }
}
