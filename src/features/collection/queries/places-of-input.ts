import type { SheetState } from '../../../domain/collection/index.ts';
import type { FigureState } from '../../../domain/scoring/index.ts';
import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

/** What one sheet says of an input. */
export type SaidOfInput = readonly [
  period: string,
  round: string,
  sheet: string,
  sheetState: SheetState,
  state: FigureState | null,
  value: number | null,
  remark: string | null,
];

/** A place that was asked for an input in a year, with what it said. */
export interface PlaceOfInput {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** The first day on which it was no longer in force. */
  readonly ended: string | null;
  readonly said: readonly SaidOfInput[];
  /** How many places there are on all pages. */
  readonly all: number;
}

export const PLACES_PER_PAGE = 50;

const placesOfInput = prepared<PlaceOfInput>(
  'places_of_input',
  `select p.id, p.type, p.name, p.valid_until as ended, count(*) over ()::int as all,
          json_agg(json_build_array(r.period, r.id, s.id, s.state, f.state, f.value, coalesce(f.reason, f.comment))
            order by r.cut_off, r.id) as said
     from collection_round r
     join collection_sheet s on s.unit_id = r.unit_id and s.round_id = r.id
     join place p on p.unit_id = s.unit_id and p.id = s.place_id
     left join collected_figure f on f.unit_id = s.unit_id and f.sheet_id = s.id and f.item = $3
    where r.unit_id = $1 and r.year = $2 and $3 = any (coalesce(s.asked, r.items))
      and (r.level <> 'organisation' or $4::uuid[] is null or p.organisation_id = any ($4))
    group by p.unit_id, p.id
    order by p.sort_key, p.id
    limit ${PLACES_PER_PAGE} offset $5`,
);

/**
 * The places that were asked for an input in a year, in the order of their names, with what each said.
 * @param organisations whose sheets among those of organisations are seen; null for all
 * @param page from 1
 */
export function findPlacesOfInput(
  scope: Scope,
  unit: UnitId,
  year: number,
  input: string,
  organisations: readonly OrganisationId[] | null,
  page: number,
): Promise<PlaceOfInput[]> {
  return scope.run(placesOfInput, [unit, year, input, organisations, (page - 1) * PLACES_PER_PAGE]);
}
