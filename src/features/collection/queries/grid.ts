import type { ColumnSum, Item, SheetState, StoredCell } from '../../../domain/collection/index.ts';
import type { FigureState } from '../../../domain/scoring/index.ts';
import { searchKey } from '../../../domain/text/index.ts';
import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';
import { figureOfRow } from '../commands/save-cells.ts';
import type { Round } from './round.ts';
import { type FigureOfOrganisation, figuresOfOrganisations } from './two-sources.ts';

/** So many places stand on one page of the grid. */
export const PLACES_OF_A_PAGE = 60;

/** A sheet with its figures, as a row of the grid. */
export interface GridSheet {
  readonly id: string;
  readonly placeId: string;
  readonly placeType: string;
  readonly placeName: string;
  readonly organisationId: OrganisationId | null;
  readonly asked: readonly string[] | null;
  readonly state: SheetState;
  readonly returnedReason: string | null;
  readonly revision: number;
  readonly cells: Readonly<Record<string, StoredCell>>;
}

/** A page of the grid. */
export interface GridPart {
  readonly sheets: readonly GridSheet[];
  /** How many places there are with the search, and in all. */
  readonly found: number;
  readonly places: number;
  /** Grows with every change of any sheet of the round. */
  readonly changes: number;
  /** What the columns come to in the sheets that are not on the page. */
  readonly elsewhere: Readonly<Record<string, ColumnSum>>;
  /** What organisations say of the items that were to be compared. */
  readonly organisations: readonly FigureOfOrganisation[];
  /** How many of all sheets are of the organisations that the person fills in for. */
  readonly own: number;
}

type CellTuple = [
  item: string,
  state: FigureState,
  value: number | null,
  reason: string | null,
  comment: string | null,
  revision: number,
];

interface GridRowOfDatabase {
  sheets: (Omit<GridSheet, 'cells'> & { cells: CellTuple[] })[];
  found: number;
  places: number;
  changes: number;
  elsewhere: [item: string, given: number, sum: number, asked: number][];
  organisations: FigureOfOrganisation[];
  own: number;
}

const gridStatement = prepared<GridRowOfDatabase>(
  'collection_grid',
  `with sheet as materialized (
     select s.id, s.place_id, p.type, p.name, p.search_key, p.sort_key, p.organisation_id,
            s.asked, s.state, s.returned_reason, s.revision
       from collection_sheet s
       join place p on p.unit_id = s.unit_id and p.id = s.place_id
      where s.unit_id = $1 and s.round_id = $2 and ($3::uuid[] is null or p.organisation_id = any ($3))
   ), found as (
     select * from sheet where $4::text is null or search_key like $4
   ), shown as materialized (
     select * from found order by sort_key, id
     -- Behind the last page stands the last page.
     offset least($5::bigint, (select greatest(count(*) - 1, 0) from found) / $6 * $6) limit $6
   ), elsewhere as (
     select asked.item, count(f.value)::int as given, coalesce(sum(f.value), 0) as sum,
            count(*) filter (where f.state is distinct from 'not_applicable')::int as asked
       from (select s.id, unnest(coalesce(s.asked, $7::text[])) as item
               from sheet s where s.id not in (select id from shown)) asked
       left join collected_figure f on f.unit_id = $1 and f.sheet_id = asked.id and f.item = asked.item
      group by asked.item
   )
   select (select coalesce(json_agg(json_build_object(
             'id', s.id, 'placeId', s.place_id, 'placeType', s.type, 'placeName', s.name,
             'organisationId', s.organisation_id, 'asked', s.asked, 'state', s.state,
             'returnedReason', s.returned_reason, 'revision', s.revision,
             'cells', (select coalesce(json_agg(json_build_array(f.item, f.state, f.value, f.reason, f.comment, f.revision)), '[]')
                         from collected_figure f where f.unit_id = $1 and f.sheet_id = s.id)
             ) order by s.sort_key, s.id), '[]') from shown s) as sheets,
          (select count(*)::int from found) as found,
          (select count(*)::int from sheet) as places,
          (select coalesce(sum(revision), 0)::int from sheet) as changes,
          (select coalesce(json_agg(json_build_array(item, given, sum, asked)), '[]') from elsewhere) as elsewhere,
          (select count(*)::int from sheet where organisation_id = any ($9::uuid[])) as own,
          case when $8::text[] is null then '[]' else ${figuresOfOrganisations('$1', '$2', '$8')} end as organisations`,
);

export interface GridQuery {
  /** As `organisationsSeenBy` says; null for the sheets of all places. */
  readonly organisations: readonly OrganisationId[] | null;
  /** As `organisationsFilledFor` says. */
  readonly filledFor: readonly OrganisationId[];
  /** A part of the name of the place, with or without tones. */
  readonly search: string;
  /** From 1; one behind the last is the last. */
  readonly page: number;
  /** Items of which it is looked up what organisations say of the same period; null for none. */
  readonly compared: readonly string[] | null;
}

/** A page of the places of a round with their figures, and what the other places come to. */
export async function gridOfRound(
  scope: Scope,
  round: Pick<Round, 'unitId' | 'id' | 'items'>,
  items: readonly Item[],
  { organisations, filledFor, search, page, compared }: GridQuery,
): Promise<GridPart> {
  const part = search === '' ? null : `%${searchKey(search).replace(/[\\%_]/g, '\\$&')}%`;
  const skipped = (page - 1) * PLACES_OF_A_PAGE;
  const [row] = await scope.run(gridStatement, [
    round.unitId,
    round.id,
    organisations,
    part,
    skipped,
    PLACES_OF_A_PAGE,
    round.items,
    compared,
    filledFor,
  ]);
  const { sheets, elsewhere, ...counts } = row!;
  const yesNo = yesNoKeys(items);
  return {
    ...counts,
    sheets: sheets.map((sheet) => ({ ...sheet, cells: cellsOf(sheet.cells, yesNo) })),
    elsewhere: Object.fromEntries(
      elsewhere.map(([item, given, sum, asked]) => [item, { given, sum, asked }]),
    ),
  };
}

const yesNoKeys = (items: readonly Item[]): ReadonlySet<string> =>
  new Set(items.flatMap(({ key, collection }) => (collection.asked === 'yes_no' ? [key] : [])));

function cellsOf(tuples: readonly CellTuple[], yesNo: ReadonlySet<string>): Record<string, StoredCell> {
  return Object.fromEntries(
    tuples.map(([item, state, value, reason, comment, revision]) => [
      item,
      { figure: figureOfRow({ state, value, reason }, yesNo.has(item)), comment, revision },
    ]),
  );
}

interface PastTuple {
  readonly period: string;
  readonly state: FigureState;
  readonly value: number | null;
  readonly reason: string | null;
}

interface ChangeTuple extends Omit<PastTuple, 'period'> {
  readonly at: string;
  readonly who: string | null;
  readonly way: 'grid' | 'form' | 'workbook' | 'link';
  readonly comment: string | null;
}

/** A cell with what its place said in earlier periods and every change of it, the latest first. */
export interface CellBackground {
  readonly placeId: string;
  readonly organisationId: OrganisationId | null;
  readonly past: readonly PastTuple[];
  readonly history: readonly ChangeTuple[];
}

const MOST_PERIODS = 12;
const MOST_CHANGES = 50;

const cellBackground = prepared<CellBackground>(
  'collection_cell_background',
  `select s.place_id as "placeId", p.organisation_id as "organisationId",
          (select coalesce(json_agg(b), '[]')
             from (select r2.period, f.state, f.value, f.reason
                     from collection_sheet s2
                     join collection_round r2 on r2.unit_id = s2.unit_id and r2.id = s2.round_id
                     join collected_figure f on f.unit_id = s2.unit_id and f.sheet_id = s2.id and f.item = $4
                    where s2.unit_id = s.unit_id and s2.place_id = s.place_id and r2.cut_off < r.cut_off
                    order by r2.cut_off desc, r2.id limit ${MOST_PERIODS}) b) as past,
          (select coalesce(json_agg(h), '[]')
             from (select c.changed_at as at, coalesce(m.name, l.given_to) as who, c.changed_through as way,
                          c.to_state as state, c.to_value as value, c.reason, c.comment
                     from collected_figure_change c
                     left join person m on m.unit_id = c.unit_id and m.id = c.changed_by
                     left join place_link l on l.unit_id = c.unit_id and l.id = c.changed_by
                    where c.unit_id = s.unit_id and c.sheet_id = s.id and c.item = $4
                    order by c.revision desc limit ${MOST_CHANGES}) h) as history
     from collection_sheet s
     join collection_round r on r.unit_id = s.unit_id and r.id = s.round_id
     join place p on p.unit_id = s.unit_id and p.id = s.place_id
    where s.unit_id = $1 and s.round_id = $2 and s.id = $3`,
);

/** What stands behind a cell; undefined where the round has no such sheet. Whether a person may see it, the caller asks. */
export async function backgroundOfCell(
  scope: Scope,
  unit: UnitId,
  cell: { readonly round: string; readonly sheet: string; readonly item: string },
): Promise<CellBackground | undefined> {
  return (await scope.run(cellBackground, [unit, cell.round, cell.sheet, cell.item]))[0];
}
