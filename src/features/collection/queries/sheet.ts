import {
  itemOf,
  type OtherPeriod,
  type SheetState,
  type StoredCell,
} from '../../../domain/collection/index.ts';
import type { Figure, FigureState, Standard } from '../../../domain/scoring/index.ts';
import { type OrganisationId, prepared, type Scope } from '../../../platform/database/index.ts';
import { figureOfRow, type Way } from '../commands/save-cells.ts';
import { nameOfSender } from './conflicts.ts';
import type { Round } from './round.ts';
import { SUMS_OF_VILLAGES, type SumsOfVillages } from './two-sources.ts';

/** A stored cell with who changed it last. */
export interface CellOfSheet extends StoredCell {
  readonly changedBy: string;
  /** ISO 8601. */
  readonly changedAt: string;
}

export interface SheetEvent {
  readonly kind: 'submitted' | 'taken_back' | 'accepted' | 'returned';
  readonly reason: string | null;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What a sheet is, apart from its figures. */
interface SheetHead {
  readonly id: string;
  readonly placeId: string;
  readonly placeType: string;
  readonly placeName: string;
  readonly organisationId: OrganisationId | null;
  /** See `itemsAskedOf`. */
  readonly asked: readonly string[] | null;
  readonly state: SheetState;
  readonly returnedReason: string | null;
  /** The day in Vietnam on which it was handed in first, `YYYY-MM-DD`. */
  readonly submittedOn: string | null;
  readonly revision: number;
  /** Whether changes met with other changes and wait for a decision. */
  readonly hasConflicts: boolean;
  /** The latest twenty, newest first. */
  readonly events: readonly SheetEvent[];
  /** Of an organisation's sheet: what the villages come to that are asked for the same. */
  readonly villages: SumsOfVillages;
}

/** The sheet of one place, with its cells by the key of their items. */
export interface Sheet extends SheetHead {
  readonly cells: Readonly<Record<string, CellOfSheet>>;
  /** What the same place said in other rounds of this year and the two before. */
  readonly others: readonly OtherPeriod[];
}

type FigureColumns = [item: string, state: FigureState, value: number | null, reason: string | null];

interface SheetRow extends SheetHead {
  cells: [...FigureColumns, comment: string | null, revision: number, by: string, at: string][];
  others: [period: string, ...FigureColumns][];
}

/** Exported for the test of its plan. */
export const sheetById = prepared<SheetRow>(
  'collection_sheet_by_id',
  `select s.id, s.place_id as "placeId", p.type as "placeType", p.name as "placeName", p.organisation_id as "organisationId",
          s.asked, s.state, s.returned_reason as "returnedReason", s.revision,
          exists (select from cell_operation o
                   where o.unit_id = s.unit_id and o.sheet_id = s.id and o.outcome = 'conflict' and o.decided_at is null) as "hasConflicts",
          to_char(s.submitted_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "submittedOn",
          (select coalesce(json_agg(json_build_object('kind', e.kind, 'reason', e.reason, 'by', e.name, 'at', e.happened_at)
                                    order by e.id desc), '[]')
             from (select v.id, v.kind, v.reason, v.happened_at, ${nameOfSender('v.unit_id', 'v.changed_by')} as name
                     from collection_sheet_event v
                    where v.unit_id = s.unit_id and v.sheet_id = s.id order by v.id desc limit 20) e) as events,
          (select coalesce(json_agg(json_build_array(f.item, f.state, f.value, f.reason, f.comment, f.revision,
                                                     ${nameOfSender('f.unit_id', 'f.changed_by')}, f.changed_at)), '[]')
             from collected_figure f where f.unit_id = s.unit_id and f.sheet_id = s.id) as cells,
          (select coalesce(json_agg(json_build_array(o.period, f.item, f.state, f.value, f.reason)), '[]')
             from collection_sheet c
             join collection_round o on o.unit_id = c.unit_id and o.id = c.round_id and o.year between $4::int - 2 and $4::int
             join collected_figure f on f.unit_id = c.unit_id and f.sheet_id = c.id
            where c.unit_id = s.unit_id and c.place_id = s.place_id and c.id <> s.id) as others,
          case when r.level = 'organisation' then ${SUMS_OF_VILLAGES} else '{}' end as villages
     from collection_sheet s
     join collection_round r on r.unit_id = s.unit_id and r.id = s.round_id
     join place p on p.unit_id = s.unit_id and p.id = s.place_id
    where s.unit_id = $1 and s.round_id = $2 and s.id = $3`,
);

/** A sheet of a round with its figures, and what its place said before. */
export async function findSheet(
  scope: Scope,
  round: Pick<Round, 'unitId' | 'id' | 'year'>,
  id: string,
  standard: Standard,
): Promise<Sheet | undefined> {
  const [row] = await scope.run(sheetById, [round.unitId, round.id, id, round.year]);
  if (row === undefined) return undefined;
  const figureOf = ([item, state, value, reason]: FigureColumns): Figure =>
    figureOfRow({ state, value, reason }, itemOf(standard, item)?.collection.asked === 'yes_no');
  const cells = row.cells.map(([item, state, value, reason, comment, revision, changedBy, changedAt]) => [
    item,
    { figure: figureOf([item, state, value, reason]), comment, revision, changedBy, changedAt },
  ]);
  const others = new Map<string, Record<string, Figure>>();
  for (const [period, ...columns] of row.others)
    others.set(period, { ...others.get(period), [columns[0]]: figureOf(columns) });
  return {
    ...row,
    cells: Object.fromEntries(cells),
    others: [...others].map(([period, figures]) => ({ period, figures })),
  };
}

export interface CellChangeOfSheet {
  readonly revision: number;
  readonly fromState: string | null;
  readonly fromValue: number | null;
  readonly toState: string;
  readonly toValue: number | null;
  readonly reason: string | null;
  readonly comment: string | null;
  readonly changedThrough: Way;
  readonly changedBy: string;
  readonly changedAt: string;
}

export const CHANGES_OF_A_PAGE = 20;

/** Exported for the test of its plan. */
export const changesOfCell = prepared<CellChangeOfSheet>(
  'collection_changes_of_cell',
  `select h.revision, h.from_state as "fromState", h.from_value as "fromValue", h.to_state as "toState",
          h.to_value as "toValue", h.reason, h.comment, h.changed_through as "changedThrough",
          ${nameOfSender('h.unit_id', 'h.changed_by')} as "changedBy", to_json(h.changed_at)#>>'{}' as "changedAt"
     from collected_figure_change h
    where h.unit_id = $1 and h.sheet_id = $2 and h.item = $3
    order by h.revision desc
   offset $4 limit ${CHANGES_OF_A_PAGE + 1}`,
);

/** The history of one cell, newest first: who, when, by which way, from, to, why. */
export async function findChangesOfCell(
  scope: Scope,
  round: Pick<Round, 'unitId'>,
  sheet: string,
  item: string,
  page: number,
): Promise<{ changes: CellChangeOfSheet[]; more: boolean }> {
  const rows = await scope.run(changesOfCell, [round.unitId, sheet, item, (page - 1) * CHANGES_OF_A_PAGE]);
  return { changes: rows.slice(0, CHANGES_OF_A_PAGE), more: rows.length > CHANGES_OF_A_PAGE };
}
