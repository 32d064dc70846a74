import { searchKey } from '../../../domain/text/index.ts';
import { prepared, type Scope } from '../../../platform/database/index.ts';
import type { Round } from './round.ts';

/** A place that a round asks or could ask. */
export interface PlaceToChoose {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly isAsked: boolean;
  /** There are figures, or it was handed in: taking the place out takes them along. */
  readonly hasFigures: boolean;
}

export const PLACES_OF_A_PAGE = 50;

/** Exported for the test of its plan. */
export const placesToChoose = prepared<{ total: number; places: PlaceToChoose[] }>(
  'collection_places_to_choose',
  `with candidate as materialized (
     select p.id, p.type, p.name, p.sort_key, s.id as sheet_id, s.state, s.filled
       from place p
       left join collection_sheet s on s.unit_id = p.unit_id and s.place_id = p.id and s.round_id = $2
      where p.unit_id = $1 and p.kind = $3 and ($5::text is null or p.search_key like $5)
        and (s.id is not null or (p.valid_from <= $4::date and (p.valid_until is null or p.valid_until > $4::date)
             and not p.rests @> $4::date))
   )
   select (select count(*)::int from candidate) as total,
          (select coalesce(json_agg(json_build_object('id', id, 'type', type, 'name', name, 'isAsked', sheet_id is not null,
                     'hasFigures', sheet_id is not null and (state <> 'open' or filled > 0)) order by sort_key, id), '[]')
             from (select * from candidate order by sort_key, id offset $6 limit ${PLACES_OF_A_PAGE}) shown) as places`,
);

/** The places of a round's level that are asked, or in force at its cut-off; a page at a time. */
export async function findPlacesToChoose(
  scope: Scope,
  round: Round,
  search: string,
  page: number,
): Promise<{ total: number; places: readonly PlaceToChoose[] }> {
  const part = search === '' ? null : `%${searchKey(search).replace(/[\\%_]/g, '\\$&')}%`;
  const [row] = await scope.run(placesToChoose, [
    round.unitId,
    round.id,
    round.level,
    round.cutOff,
    part,
    (page - 1) * PLACES_OF_A_PAGE,
  ]);
  return row!;
}
