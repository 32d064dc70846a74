import { itemOf, type SheetState, type StoredCell } from '../../../domain/collection/index.ts';
import type { FigureState, Standard } from '../../../domain/scoring/index.ts';
import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';
import { figureOfRow } from '../../collection/index.ts';

/** A sheet of a round as the workbook needs it. */
export interface SheetToFill {
  readonly id: string;
  readonly placeId: string;
  readonly placeType: string;
  readonly placeName: string;
  readonly organisationId: OrganisationId | null;
  readonly asked: readonly string[] | null;
  readonly state: SheetState;
}

/** More places no unit has. */
export const MOST_PLACES = 5_000;

const sheetsToFill = prepared<SheetToFill>(
  'workbook_sheets_of_round',
  `select s.id, s.place_id as "placeId", p.type as "placeType", p.name as "placeName",
          p.organisation_id as "organisationId", s.asked, s.state
     from collection_sheet s join place p on p.unit_id = s.unit_id and p.id = s.place_id
    where s.unit_id = $1 and s.round_id = $2
    order by p.sort_key, s.id
    limit ${MOST_PLACES}`,
);

/** Every sheet of a round, in the order of the names; which of them a person may see or fill in says the policy. */
export function sheetsToFillIn(scope: Scope, unit: UnitId, round: string): Promise<SheetToFill[]> {
  return scope.run(sheetsToFill, [unit, round]);
}

interface FigureRow {
  readonly sheet_id: string;
  readonly item: string;
  readonly state: FigureState;
  readonly value: number | null;
  readonly reason: string | null;
  readonly comment: string | null;
  readonly revision: number;
}

const figuresOfSheets = prepared<FigureRow>(
  'workbook_figures_of_sheets',
  `select sheet_id, item, state, value, reason, comment, revision
     from collected_figure where unit_id = $1 and sheet_id = any ($2)`,
);

/** What is stored in some sheets of a round: by sheet, then by item. */
export async function storedCells(
  scope: Scope,
  unit: UnitId,
  standard: Standard,
  sheets: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, StoredCell>>> {
  const stored = new Map<string, Map<string, StoredCell>>();
  for (const row of await scope.run(figuresOfSheets, [unit, sheets])) {
    const item = itemOf(standard, row.item);
    if (item === null) continue;
    let cells = stored.get(row.sheet_id);
    if (cells === undefined) {
      cells = new Map();
      stored.set(row.sheet_id, cells);
    }
    const figure = figureOfRow(row, item.collection.asked === 'yes_no');
    cells.set(row.item, { figure, comment: row.comment, revision: row.revision });
  }
  return stored;
}
