import { searchKey } from '../../../domain/text/index.ts';
import { withReadScope } from '../../../platform/database/index.ts';
import { columnLetters } from '../../figures-file/index.ts';
import type { FileRow, FileSheet } from '../reading/open-file.ts';
import { isId, type MarksOfSheets, type OwnColumns } from '../reading/own-form.ts';
import { readRows } from '../reading/read-rows.ts';
import { shownIn } from '../rules/read-figure.ts';
import type { Intake } from './intake.ts';
import { type RoundToFill, roundToFill } from './round-to-fill.ts';

const TOTALS = /^(?:tong(?: cong| so)?|cong)$/;
/** The place of a row is written in one of its first columns. */
const PLACE_WITHIN = 4;

/** Reads the pages of a workbook that the program made. */
export class OwnPages {
  readonly rounds = new Map<string, RoundToFill>();
  readonly unknownColumns = new Set<string>();

  constructor(
    readonly intake: Intake,
    readonly marks: MarksOfSheets,
  ) {}

  /** Reads a page whose keys were found in a row of it. */
  async read(sheet: FileSheet, columns: OwnColumns, keysRow: number): Promise<void> {
    const round = await this.#roundOf(columns.round);
    const notes = sheet.notes();
    // The headings stand below the hidden keys.
    this.intake.headingRows.set(sheet.name, keysRow + 1);
    await readRows(sheet, (row) =>
      row.number > keysRow && round !== null ? this.#row(sheet, row, columns, round, notes) : undefined,
    );
    if (round === null) this.intake.fault({ ...nowhere(sheet.name, keysRow), fault: 'unknown_place' });
    else for (const { key } of columns.items) if (!round.items.has(key)) this.unknownColumns.add(key);
  }

  async #roundOf(id: string): Promise<RoundToFill | null> {
    const known = this.rounds.get(id);
    if (known !== undefined) return known;
    const { context, actor, unit } = this.intake;
    const round = await withReadScope(context.database, actor, (scope) =>
      roundToFill(scope, context.standards, actor, unit, id),
    );
    if (round !== null) this.rounds.set(id, round);
    return round;
  }

  async #row(
    page: FileSheet,
    row: FileRow,
    { items, reason }: OwnColumns,
    round: RoundToFill,
    notes: ReadonlyMap<string, string>,
  ): Promise<void> {
    const id = shownIn(row.cells.get(0));
    const sheet = round.sheets.get(id);
    if (sheet === undefined) {
      if (isId(id))
        this.intake.fault({ ...nowhere(page.name, row.number), fault: 'unknown_place', shown: nameIn(row) });
      else if (isStray(row, items))
        this.intake.fault({
          ...nowhere(page.name, row.number),
          fault: 'row_without_key',
          shown: nameIn(row),
        });
      return;
    }
    const marks = this.marks.get(id);
    await this.intake.take({
      round,
      sheet,
      page: page.name,
      number: row.number,
      reason: reason === null ? '' : shownIn(row.cells.get(reason)),
      cells: items.flatMap(({ column, key }) => {
        const item = round.items.get(key);
        if (item === undefined) return [];
        const address = `${columnLetters(column)}${row.number}`;
        const cell = row.cells.get(column);
        const where = page.name === '' ? address : `${page.name}!${address}`;
        return [
          { item, column, cell, where, note: notes.get(address) ?? null, mark: marks?.get(key) ?? null },
        ];
      }),
    });
  }
}

const nowhere = (page: string, row: number) => ({
  page,
  row,
  column: null,
  place: '',
  item: null,
  shown: '',
});

function nameIn({ cells }: FileRow): string {
  for (let column = 1; column < PLACE_WITHIN; column++) {
    const text = shownIn(cells.get(column));
    if (text !== '' && !/^\d+$/.test(text)) return text;
  }
  return '';
}

/** Whether somebody typed figures into a row that belongs to no sheet; totals and headings are no such row. */
function isStray(row: FileRow, items: OwnColumns['items']): boolean {
  const name = searchKey(nameIn(row));
  if (name === '' || TOTALS.test(name)) return false;
  return items.some(({ column }) => {
    const cell = row.cells.get(column);
    return cell !== undefined && !cell.formula && cell.value.kind === 'number';
  });
}
