import type { Scope, UnitId } from '../../../platform/database/index.ts';
import type { CellOfImport, FaultOfImport, PartKind } from '../model.ts';
import { writePart } from '../queries/imports.ts';

/** Cells that are read, looked through and stored at once: few enough that neither memory nor a request has to wait for them. */
export const CELLS_OF_A_PART = 2_500;

/** Gathers what an import would do, and writes it in parts of as many cells as are stored at once. */
export class Parts {
  readonly counts: Record<PartKind | 'same', number> = {
    conflict: 0,
    large: 0,
    change: 0,
    new: 0,
    fault: 0,
    same: 0,
  };
  readonly #waiting: Record<PartKind, (CellOfImport | FaultOfImport)[]> = {
    conflict: [],
    large: [],
    change: [],
    new: [],
    fault: [],
  };
  readonly #written: Record<PartKind, number> = { conflict: 0, large: 0, change: 0, new: 0, fault: 0 };

  constructor(
    readonly unit: UnitId,
    readonly importId: string,
  ) {}

  add(kind: Exclude<PartKind, 'fault'>, cell: CellOfImport): void {
    this.counts[kind]++;
    this.#waiting[kind].push(cell);
  }

  addFault(fault: FaultOfImport): void {
    this.counts.fault++;
    this.#waiting.fault.push(fault);
  }

  /** Writes the parts that are full, at the end all that waits. */
  write(scope: Scope, isEnd: boolean): void {
    for (const kind of Object.keys(this.#waiting) as PartKind[]) {
      const waiting = this.#waiting[kind];
      while (waiting.length >= CELLS_OF_A_PART || (isEnd && waiting.length > 0))
        writePart(
          scope,
          this.unit,
          this.importId,
          kind,
          this.#written[kind]++,
          waiting.splice(0, CELLS_OF_A_PART),
        );
    }
  }
}
