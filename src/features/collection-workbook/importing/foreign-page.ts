import { withReadScope } from '../../../platform/database/index.ts';
import { columnLetters } from '../../figures-file/index.ts';
import type { Matching, TableToMatch } from '../model.ts';
import { rememberedRoles } from '../queries/matchings.ts';
import type { FileRow, FileSheet, OpenedFile } from '../reading/open-file.ts';
import { readHead, readRows } from '../reading/read-rows.ts';
import { type ColumnRole, headingKey, PLACE_HEADING, proposeColumns } from '../rules/match-columns.ts';
import { PlacesByName } from '../rules/match-places.ts';
import { shownIn } from '../rules/read-figure.ts';
import type { Intake } from './intake.ts';
import type { RoundToFill } from './round-to-fill.ts';

const MOST_TABLES = 10;
const MOST_COLUMNS = 200;
const TOTALS = /^(?:tong(?: cong| so)?|cong|toan (?:xa|phuong|truong)|chung)$/;

interface Heading {
  readonly column: number;
  readonly heading: string;
}

interface FoundHeading {
  readonly row: number;
  readonly headings: readonly Heading[];
}

const textsOf = ({ cells }: FileRow): Heading[] =>
  [...cells]
    .filter(([column]) => column < MOST_COLUMNS)
    .map(([column, cell]) => ({ column, heading: cell.value.kind === 'text' ? shownIn(cell) : '' }))
    .filter(({ heading }) => heading !== '')
    .sort((one, other) => one.column - other.column);

/** A heading above several columns stands over the first of them: “Tổng số trẻ em” above “Chung” and “Nữ”. */
function withHeadingAbove(own: readonly Heading[], above: readonly Heading[]): Heading[] {
  if (above.length < 2) return [...own];
  return own.map(({ column, heading }) => {
    const over = above.filter((one) => one.column <= column).at(-1);
    return over === undefined || over.heading === heading
      ? { column, heading }
      : { column, heading: `${over.heading} – ${heading}` };
  });
}

/**
 * The row of headings: the one in which most is known, from the items or from matchings before; where nothing is, the
 * first with a heading for places.
 */
function findHeading(rows: readonly FileRow[], isKnown: (key: string) => boolean): FoundHeading | null {
  let best: (FoundHeading & { readonly score: number }) | null = null;
  rows.forEach((row, index) => {
    const own = textsOf(row);
    if (own.length < 2) return;
    const above = index === 0 ? [] : textsOf(rows[index - 1]!);
    for (const headings of [own, withHeadingAbove(own, above)]) {
      const keys = headings.map(({ heading }) => headingKey(heading));
      const score = 2 * keys.filter(isKnown).length + (keys.some((key) => PLACE_HEADING.test(key)) ? 1 : 0);
      if (score > 0 && (best === null || score > best.score)) best = { row: row.number, headings, score };
    }
  });
  return best;
}

/** The tables of a workbook that the program did not make, each with what its columns seem to be. */
export async function tablesToMatch(
  intake: Intake,
  file: OpenedFile,
  round: RoundToFill | null,
  knownHeadings: ReadonlySet<string>,
): Promise<TableToMatch[]> {
  const { context, actor, unit } = intake;
  const tables: TableToMatch[] = [];
  for (const sheet of file.sheets.slice(0, MOST_TABLES)) {
    const rows = await readHead(sheet);
    const texts = rows.flatMap(textsOf).map(({ heading }) => headingKey(heading));
    const remembered = await withReadScope(context.database, actor, (scope) =>
      rememberedRoles(scope, unit, [...new Set(texts)]),
    );
    const isKnown = (key: string) => knownHeadings.has(key) || remembered.has(key);
    const found = findHeading(rows, isKnown);
    if (found === null) continue;
    const keys = found.headings.map(({ heading }) => headingKey(heading));
    const roles = await withReadScope(context.database, actor, (scope) => rememberedRoles(scope, unit, keys));
    const columns = proposeColumns(found.headings, round?.itemList ?? [], roles);
    tables.push({ name: sheet.name, headingRow: found.row, columns });
  }
  return tables;
}

/** Whether nothing of a table needs to be asked: one column of places, an item at least, and nothing doubtful. */
export function isClear({ columns }: TableToMatch): boolean {
  const places = columns.filter(({ proposal }) => proposal === 'place').length;
  const items = columns.filter(({ proposal }) => typeof proposal === 'object' && proposal !== null).length;
  return places === 1 && items > 0 && columns.every(({ certain }) => certain);
}

/** The roles that a table is read by where nothing needs to be asked. */
export function rolesOf({ columns }: TableToMatch): Record<string, ColumnRole> {
  return Object.fromEntries(
    columns.flatMap(({ column, proposal }) => (proposal === null ? [] : [[String(column), proposal]])),
  );
}

/** Reads the rows of a foreign table into a round. Places are found by their names; unknown ones are listed, never guessed. */
export async function readForeignPage(
  intake: Intake,
  file: OpenedFile,
  { tables, chosen }: Matching & { readonly chosen: NonNullable<Matching['chosen']> },
  round: RoundToFill,
): Promise<{ readonly rowsWithoutPlace: number; readonly unknownColumns: readonly string[] }> {
  const table = tables[chosen.table]!;
  const sheet: FileSheet = file.sheets.find(({ name }) => name === table.name)!;
  const places = new PlacesByName(
    [...round.sheets.values()].map((one) => ({ ...one, type: one.placeType, name: one.placeName })),
  );
  const roles = Object.entries(chosen.roles).map(([column, role]) => ({ column: Number(column), role }));
  const placeColumn = roles.find(({ role }) => role === 'place')!.column;
  const columns = roles.flatMap(({ column, role }) => {
    const item = typeof role === 'object' ? round.items.get(role.item) : undefined;
    return item === undefined ? [] : [{ column, item }];
  });
  const notes = sheet.notes();
  intake.headingRows.set(sheet.name, table.headingRow);
  let rowsWithoutPlace = 0;
  await readRows(sheet, async (row) => {
    if (row.number <= table.headingRow) return;
    const name = shownIn(row.cells.get(placeColumn));
    if (name === '' || TOTALS.test(headingKey(name))) {
      if (columns.some(({ column }) => row.cells.get(column)?.value.kind === 'number')) rowsWithoutPlace++;
      return;
    }
    const match = places.find(name);
    if ('fault' in match) {
      // Lines below a table, a signature or a date, say nothing of any figure.
      if (columns.some(({ column }) => shownIn(row.cells.get(column)) !== ''))
        intake.fault({
          fault: match.fault,
          page: sheet.name,
          row: row.number,
          column: placeColumn,
          place: '',
          item: null,
          shown: name,
        });
      return;
    }
    await intake.take({
      round,
      sheet: match.found,
      page: sheet.name,
      number: row.number,
      reason: '',
      cells: columns.map(({ column, item }) => {
        const address = `${columnLetters(column)}${row.number}`;
        const where = sheet.name === '' ? address : `${sheet.name}!${address}`;
        return {
          item,
          column,
          cell: row.cells.get(column),
          where,
          note: notes.get(address) ?? null,
          mark: null,
        };
      }),
    });
  });
  const used = new Set(roles.filter(({ role }) => role !== 'left_out').map(({ column }) => column));
  return {
    rowsWithoutPlace,
    unknownColumns: table.columns.filter(({ column }) => !used.has(column)).map(({ heading }) => heading),
  };
}
