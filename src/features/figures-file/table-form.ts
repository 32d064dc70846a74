import { normaliseText, searchKey } from '../../domain/text/index.ts';
import { type FiguresFileFault, refusal } from './fault.ts';
import { readFigure, textOfCell } from './figure-of-cell.ts';
import { say } from './messages.ts';
import type { LocatedFigure, Particular, Particulars, RawFigures, RawFile } from './raw-file.ts';
import type { Table, TableCell, TableRow } from './table.ts';

/**
 * Figures as a table: one row a figure, by the columns `name, value, state, reason, previous` (mã, số liệu, trạng thái,
 * lý do, năm trước). `name` and `value` must be there, the others may be left out, in any order and among other columns.
 * Without a `state` column the word of the state stands in `value`. Rows named `standard`, `version`, `unit`, `year`
 * and `class` (tiêu chuẩn, phiên bản, đơn vị, năm, loại địa bàn) carry the particulars. Rows without a name are
 * passed over: in the workbook they are titles and results.
 */
type Column = 'name' | 'value' | 'state' | 'reason' | 'previous';

const COLUMNS: ReadonlyMap<string, Column> = new Map([
  ['name', 'name'],
  ['ma', 'name'],
  ['value', 'value'],
  ['so lieu', 'value'],
  ['state', 'state'],
  ['trang thai', 'state'],
  ['reason', 'reason'],
  ['ly do', 'reason'],
  ['previous', 'previous'],
  ['nam truoc', 'previous'],
]);

const PARTICULAR_NAMES: ReadonlyMap<string, Particular> = new Map([
  ['standard', 'standard'],
  ['tieu chuan', 'standard'],
  ['version', 'version'],
  ['phien ban', 'version'],
  ['unit', 'unit'],
  ['don vi', 'unit'],
  ['ma don vi', 'unit'],
  ['year', 'year'],
  ['nam', 'year'],
  ['class', 'class'],
  ['loai dia ban', 'class'],
]);

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<Column, number>;
  /** The place after the last column of the header row. */
  readonly end: number;
}

function headerOf(table: Table): Header | null {
  for (const [row, cells] of table.rows.entries()) {
    const columns = new Map<Column, number>();
    for (const [place, cell] of cells) {
      const column = COLUMNS.get(searchKey(textOfCell(cell)));
      if (column !== undefined && !columns.has(column)) columns.set(column, place);
    }
    if (columns.has('name') && columns.has('value'))
      return { row, columns, end: Math.max(...cells.keys()) + 1 };
  }
  return null;
}

interface NamedRow {
  readonly name: string;
  readonly row: number;
  cell(column: Column): TableCell | undefined;
  where(column: Column): string;
}

function namedRows(table: Table, header: Header): NamedRow[] {
  const place = (column: Column) => header.columns.get(column);
  return table.rows.flatMap((cells: TableRow, row) => {
    const cell = (column: Column) => {
      const at = place(column);
      return at === undefined ? undefined : cells.get(at);
    };
    const name = normaliseText(textOfCell(cell('name')));
    if (name === '' || row === header.row) return [];
    return [{ name, row, cell, where: (column) => table.where(row, place(column) ?? place('value')!) }];
  });
}

const duplicate = (name: string, where: string, first: string): FiguresFileFault => ({
  code: 'duplicate_name',
  where,
  name,
  ...say('duplicateName', name, first),
});

function readParticulars(rows: readonly NamedRow[], faults: FiguresFileFault[]): Particulars {
  const particulars: Partial<Record<Particular, { value: string; where: string }>> = {};
  for (const row of rows) {
    const particular = PARTICULAR_NAMES.get(searchKey(row.name));
    if (particular === undefined) continue;
    const cell = row.cell('value');
    const where = row.where('value');
    const known = particulars[particular];
    if (known) faults.push(duplicate(row.name, where, known.where));
    else if (cell?.formula)
      faults.push({
        code: 'formula',
        where,
        name: row.name,
        ...say('formula', { vi: row.name, en: particular }),
      });
    else if (textOfCell(cell) !== '') particulars[particular] = { value: textOfCell(cell), where };
  }
  return particulars;
}

/** In a CSV file separated by commas, "95,7" falls apart into the value 95 and the "reason" 7. */
function splitNumber(table: Table, row: NamedRow): string | null {
  if (table.form !== 'csv' || table.separator !== ',') return null;
  const value = textOfCell(row.cell('value'));
  const reason = textOfCell(row.cell('reason'));
  return /^[-+]?\d+$/.test(value) && /^\d+$/.test(reason) ? `${value},${reason}` : null;
}

function readFigures(
  table: Table,
  header: Header,
  rows: readonly NamedRow[],
  labelOf: Parameters<RawFile['read']>[0],
): RawFigures {
  const figures: LocatedFigure[] = [];
  const previous: LocatedFigure[] = [];
  const faults: FiguresFileFault[] = [];
  const places = new Map<string, string>();
  for (const row of rows) {
    if (PARTICULAR_NAMES.has(searchKey(row.name))) continue;
    const { name } = row;
    const label = labelOf(name);
    const nameWhere = row.where('name');
    const first = places.get(name);
    if (first !== undefined) {
      faults.push(duplicate(name, nameWhere, first));
      continue;
    }
    places.set(name, nameWhere);
    const split = splitNumber(table, row);
    const extra = [...table.rows[row.row]!.keys()].some((place) => place >= header.end);
    if (split !== null)
      faults.push({
        code: 'not_whole',
        where: row.where('value'),
        name,
        ...say('splitNumber', label, split),
      });
    else if (table.form === 'csv' && extra)
      faults.push({ code: 'extra_cells', where: row.where('value'), name, ...say('extraCells') });
    const broken = split !== null || (table.form === 'csv' && extra);
    const note = (list: LocatedFigure[], column: 'value' | 'previous', state: boolean) => {
      const where = row.where(column);
      const reading = readFigure({
        name,
        label,
        value: row.cell(column),
        state: state ? row.cell('state') : undefined,
        reason: row.cell('reason'),
        where,
      });
      if ('fault' in reading) faults.push(reading.fault);
      list.push({ name, nameWhere, where, figure: 'figure' in reading ? reading.figure : null });
    };
    if (broken) figures.push({ name, nameWhere, where: row.where('value'), figure: null });
    else note(figures, 'value', true);
    const before = row.cell('previous');
    if (!broken && before !== undefined && (before.formula || before.value.kind !== 'empty'))
      note(previous, 'previous', false);
  }
  return { figures, previous, faults };
}

/**
 * Reads the one table among `tables` that has the header row.
 * @throws FiguresFileError when none has it, or more than one.
 */
export function readTableForm(tables: readonly Table[]): RawFile {
  const found = tables.flatMap((table) => {
    const header = headerOf(table);
    return header === null ? [] : [{ table, header }];
  });
  const names = (some: readonly Table[]) => some.map((table) => table.name);
  if (found.length > 1)
    throw refusal('workbook_foreign', 'severalForms', names(found.map(({ table }) => table)));
  const form = found[0];
  if (form === undefined) {
    if (tables.some((table) => table.form === 'sheet') || tables.length === 0)
      throw refusal('workbook_foreign', 'workbookForeign', names(tables));
    throw refusal('header_missing', 'headerMissing');
  }
  const rows = namedRows(form.table, form.header);
  const faults: FiguresFileFault[] = [];
  return {
    particulars: readParticulars(rows, faults),
    faults,
    read: (labelOf) => readFigures(form.table, form.header, rows, labelOf),
  };
}
