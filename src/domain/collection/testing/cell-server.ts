import type { CellFault, CellOperation, CellOutcome, StoredCell } from '../cell.ts';
import { faultOfRemark, judgeOperation } from '../judge-cell.ts';
import { cellKey } from '../outbox.ts';

/** The server's side of cells in memory: what it stores, and every writing in order. By the rules of `saveCells`. */
export class CellServer {
  readonly cells = new Map<string, StoredCell>();
  /** Ids of operations that were written, in order. */
  readonly writings: string[] = [];
  readonly #known = new Map<string, { key: string; outcome: 'saved' | 'conflict'; revision: number }>();
  /** Why nothing is taken now. */
  refuses: CellFault | null = null;

  answer(operations: readonly CellOperation[]): CellOutcome[] {
    return operations.map((operation) => this.#answerTo(operation));
  }

  /** Somebody else writes. */
  change(key: string, cell: Pick<StoredCell, 'figure' | 'comment'>): void {
    this.cells.set(key, { ...cell, revision: (this.cells.get(key)?.revision ?? 0) + 1 });
  }

  #answerTo(operation: CellOperation): CellOutcome {
    const { id, after } = operation;
    const key = cellKey(operation);
    const stored = this.cells.get(key);
    const nothing: StoredCell = { figure: { state: 'no_data' }, comment: null, revision: 0 };
    const known = this.#known.get(id);
    if (known !== undefined)
      return known.outcome === 'saved'
        ? { id, outcome: 'saved', revision: known.revision }
        : { id, outcome: 'conflict', stored: stored ?? nothing };
    const { figure } = operation;
    const fault = this.refuses ?? faultOfRemark(figure.state === 'not_applicable' ? figure.reason : null);
    if (fault !== null) return { id, outcome: 'refused', fault };
    const before = after === null ? undefined : this.#known.get(after);
    if (after !== null && before === undefined) return { id, outcome: 'refused', fault: 'out_of_order' };
    const seen = before?.outcome === 'saved' ? before.revision : operation.seenRevision;
    const judgement = judgeOperation(operation, stored, seen);
    if (judgement === 'conflict') {
      this.#known.set(id, { key, outcome: 'conflict', revision: stored?.revision ?? 0 });
      return { id, outcome: 'conflict', stored: stored ?? nothing };
    }
    const revision = (stored?.revision ?? 0) + (judgement === 'write' ? 1 : 0);
    if (judgement === 'write') {
      this.cells.set(key, { figure: operation.figure, comment: operation.comment, revision });
      this.writings.push(id);
    }
    this.#known.set(id, { key, outcome: 'saved', revision });
    return { id, outcome: 'saved', revision };
  }
}
