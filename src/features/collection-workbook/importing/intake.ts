import {
  type CheckedCells,
  findingsOfSheet,
  type Item,
  LONGEST_REMARK,
  type StoredCell,
  sentenceOfFinding,
} from '../../../domain/collection/index.ts';
import type { Figure } from '../../../domain/scoring/index.ts';
import { type PersonActor, type UnitId, withScope } from '../../../platform/database/index.ts';
import { itemsAskedOf } from '../../collection/index.ts';
import type { TableCell } from '../../figures-file/index.ts';
import type { FaultOfImport, FindingOfImport, RowFault } from '../model.ts';
import { changeImport } from '../queries/imports.ts';
import { type SheetToFill, storedCells } from '../queries/sheets.ts';
import { judgeImported } from '../rules/judge-imported.ts';
import type { CellMark } from '../rules/mark.ts';
import { readFigure } from '../rules/read-figure.ts';
import type { ImportContext } from './context.ts';
import { CELLS_OF_A_PART, Parts } from './parts.ts';
import type { RoundToFill } from './round-to-fill.ts';

/** A row of a workbook whose place is known. */
export interface PlacedRow {
  readonly round: RoundToFill;
  readonly sheet: SheetToFill;
  readonly page: string;
  readonly number: number;
  readonly cells: readonly {
    readonly item: Item;
    readonly column: number;
    readonly cell: TableCell | undefined;
    readonly where: string;
    /** What its note says; null where it has none. */
    readonly note: string | null;
    readonly mark: CellMark | null;
  }[];
  /** What stands in the column for reasons. */
  readonly reason: string;
}

interface ReadCell {
  readonly item: Item;
  readonly column: number;
  readonly where: string;
  readonly figure: Figure;
  readonly comment: string | null;
  readonly mark: CellMark | null;
}

/** The import was withdrawn, or is done by somebody else. */
export class ImportGone extends Error {
  override readonly name = 'ImportGone';
}

/** A file that is wrong throughout is no better told by ten thousand faults. */
export const MOST_FAULTS = 5_000;
const MOST_FINDINGS = 200;

export const placeName = ({ placeType, placeName }: SheetToFill): string =>
  `${placeType.charAt(0).toLocaleUpperCase('vi')}${placeType.slice(1)} ${placeName}`;

/** Takes rows in, holds some thousand cells at a time against what is stored, and keeps what they would do. */
export class Intake {
  readonly parts: Parts;
  readonly faults: FaultOfImport[] = [];
  /** The row of headings of each page. */
  readonly headingRows = new Map<string, number>();
  readonly findings: FindingOfImport[] = [];
  findingCount = 0;
  rows = 0;
  cells = 0;
  #waiting: { readonly row: PlacedRow; readonly cells: readonly ReadCell[] }[] = [];
  #waitingCells = 0;
  readonly #taken = new Set<string>();

  constructor(
    readonly context: ImportContext,
    readonly actor: PersonActor,
    readonly unit: UnitId,
    readonly importId: string,
  ) {
    this.parts = new Parts(unit, importId);
  }

  fault(fault: FaultOfImport): void {
    if (this.faults.length === MOST_FAULTS) {
      this.parts.counts.fault++;
      return;
    }
    this.faults.push(fault);
    this.parts.addFault(fault);
  }

  async take(row: PlacedRow): Promise<void> {
    this.rows++;
    const about = { page: row.page, row: row.number, place: placeName(row.sheet) };
    if (this.#taken.has(row.sheet.id)) {
      this.fault({ ...about, fault: 'duplicate_row', column: null, item: null, shown: '' });
      return;
    }
    this.#taken.add(row.sheet.id);
    const cells: ReadCell[] = [];
    for (const { item, column, cell, where, note, mark } of row.cells) {
      this.cells++;
      const reading = readFigure(cell, item, note ?? row.reason);
      if ('fault' in reading)
        this.fault({ ...about, fault: reading.fault, column, item: item.key, shown: reading.shown });
      else {
        // The reason of what is not applicable is no comment beside it.
        const comment = reading.figure.state === 'not_applicable' ? null : note;
        cells.push({ item, column, where, figure: reading.figure, comment: shortened(comment), mark });
      }
    }
    this.#waiting.push({ row, cells });
    this.#waitingCells += row.cells.length;
    if (this.#waitingCells >= CELLS_OF_A_PART) await this.#hold(false);
  }

  /** Nothing comes any more: the rest is judged and written. */
  async end(): Promise<void> {
    await this.#hold(true);
  }

  async #hold(isEnd: boolean): Promise<void> {
    const { clock, database } = this.context;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingCells = 0;
    await withScope(database, this.actor, async (scope) => {
      const rounds = new Map(waiting.map(({ row }) => [row.round.round.id, row.round]));
      for (const round of rounds.values()) {
        const rows = waiting.filter(({ row }) => row.round === round);
        const sheets = rows.map(({ row }) => row.sheet.id);
        const stored = await storedCells(scope, this.unit, round.standard, sheets);
        for (const { row, cells } of rows) this.#judge(row, cells, stored.get(row.sheet.id) ?? new Map());
      }
      this.parts.write(scope, isEnd);
      const goesOn = await changeImport(
        scope,
        this.unit,
        this.importId,
        ['reading'],
        { done: this.cells },
        clock.now(),
      );
      if (!goesOn) throw new ImportGone();
    });
  }

  #judge(row: PlacedRow, cells: readonly ReadCell[], stored: ReadonlyMap<string, StoredCell>): void {
    const { round, sheet } = row;
    const asked = new Set(itemsAskedOf(round.round, sheet));
    const maySave = round.maySave(sheet);
    const place = placeName(sheet);
    let changes = false;
    for (const { item, column, where, figure, comment, mark } of cells) {
      const before = stored.get(item.key);
      const judged = judgeImported({ figure, comment, mark }, before);
      if (judged.kind === 'same') {
        this.parts.counts.same++;
        continue;
      }
      const fault: RowFault | null = asked.has(item.key) ? (maySave ? null : 'locked') : 'not_asked';
      if (fault !== null) {
        this.fault({ fault, page: row.page, row: row.number, column, place, item: item.key, shown: '' });
        continue;
      }
      changes = true;
      this.parts.add(judged.kind, {
        sheet: sheet.id,
        item: item.key,
        place,
        where,
        from: before?.figure ?? null,
        to: figure,
        comment: judged.comment,
        seen: judged.seenRevision,
      });
    }
    if (changes) this.#check(row, cells, stored);
  }

  /** What strikes about the figures of a place as they would stand. */
  #check(
    { round, sheet }: PlacedRow,
    cells: readonly ReadCell[],
    stored: ReadonlyMap<string, StoredCell>,
  ): void {
    const after: Record<string, CheckedCells[string]> = Object.fromEntries(stored);
    for (const { item, figure, comment } of cells) after[item.key] = { figure, comment };
    const { itemList: items, parts } = round;
    for (const finding of findingsOfSheet({
      items,
      parts,
      period: round.round.period,
      cells: after,
      others: [],
    })) {
      this.findingCount++;
      if (this.findings.length < MOST_FINDINGS)
        this.findings.push({
          place: placeName(sheet),
          severity: finding.severity,
          vi: sentenceOfFinding(finding, items, 'vi'),
          en: sentenceOfFinding(finding, items, 'en'),
        });
    }
  }
}

const shortened = (comment: string | null): string | null =>
  comment === null || comment.length <= LONGEST_REMARK ? comment : comment.slice(0, LONGEST_REMARK);
