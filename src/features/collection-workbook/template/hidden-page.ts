import type exceljs from 'exceljs';
import type { Item, StoredCell } from '../../../domain/collection/index.ts';
import { HIDDEN_PAGE, LONGEST_CELL, ROUND_PREFIX } from '../reading/own-form.ts';
import { type CellMark, markOf, writeMarks } from '../rules/mark.ts';
import type { PageOfTemplate } from './content.ts';

const EMPTY: CellMark = { revision: 0, figure: '', comment: '' };

/** What the cells are filled with, for the very hidden page; a row of text for each sheet. */
export class HiddenPage {
  readonly #rows: string[][] = [];

  page({ round, items }: PageOfTemplate): void {
    this.#add(`${ROUND_PREFIX}${round.id}`, items.map(({ key }) => key).join(' '));
  }

  row(sheet: string, items: readonly Item[], stored: ReadonlyMap<string, StoredCell>): void {
    const marks = items.map(({ key }) => {
      const cell = stored.get(key);
      return cell === undefined ? EMPTY : markOf(cell);
    });
    this.#add(sheet, writeMarks(marks));
  }

  #add(key: string, text: string): void {
    const parts = text.match(new RegExp(`[^]{1,${LONGEST_CELL}}`, 'g')) ?? [];
    this.#rows.push([key, ...parts]);
  }

  writeTo(workbook: exceljs.stream.xlsx.WorkbookWriter): void {
    const sheet = workbook.addWorksheet(HIDDEN_PAGE, { state: 'veryHidden' });
    for (const row of this.#rows) sheet.addRow(row).commit();
    sheet.commit();
  }
}
