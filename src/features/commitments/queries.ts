import { sql } from 'kysely';
import { type Scope, sqlBuilder, type UnitId } from '../../platform/database/index.ts';

/** A village, hamlet or neighbourhood of a unit, with what it promised for a year. */
export interface Village {
  readonly id: string;
  /** "thôn", "khu phố" … */
  readonly type: string;
  readonly name: string;
  readonly commitment: Commitment | null;
}

export interface Commitment {
  readonly signedOn: string;
  readonly signedBy: string;
  readonly criteria: readonly number[];
  readonly fileId: string | null;
}

const villages = (unit: UnitId, year: number) =>
  sqlBuilder
    .selectFrom('place as n')
    .leftJoin('commitment as c', (join) =>
      join.onRef('c.unit_id', '=', 'n.unit_id').onRef('c.place_id', '=', 'n.id').on('c.year', '=', year),
    )
    .where('n.unit_id', '=', unit)
    .where('n.kind', '=', 'village')
    .select(['n.id', 'n.type', 'n.name'])
    .select(['c.signed_on as signedOn', 'c.signed_by as signedBy', 'c.criteria', 'c.file_id as fileId']);

type VillageRow = Awaited<ReturnType<ReturnType<typeof villages>['executeTakeFirstOrThrow']>>;

const villageOf = ({ id, type, name, signedOn, signedBy, criteria, fileId }: VillageRow): Village => ({
  id,
  type,
  name,
  commitment:
    signedOn === null || signedBy === null ? null : { signedOn, signedBy, criteria: criteria ?? [], fileId },
});

/** So many villages has no commune: the largest has some 150. */
const MOST_VILLAGES = 500;

/**
 * The villages that a unit has on the last day of a year, or that committed themselves in it, with their commitments.
 * @returns in no order: names are sorted by the rules of Vietnamese, which the page does
 */
export async function listVillages(scope: Scope, unit: UnitId, year: number): Promise<Village[]> {
  const last = `${year}-12-31`;
  const rows = await scope.rows(
    villages(unit, year)
      .where('n.valid_from', '<=', last)
      .where((one) =>
        one.or([
          one.and([one('n.valid_until', 'is', null), one.not(sql<boolean>`n.rests @> ${last}::date`)]),
          one('n.valid_until', '>', last),
          one('c.id', 'is not', null),
        ]),
      )
      .limit(MOST_VILLAGES),
  );
  return rows.map(villageOf);
}

/** A village of this unit and no other. */
export async function findVillage(
  scope: Scope,
  unit: UnitId,
  id: string,
  year: number,
): Promise<Village | undefined> {
  const row = await scope.first(villages(unit, year).where('n.id', '=', id));
  return row === undefined ? undefined : villageOf(row);
}
