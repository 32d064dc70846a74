import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

/** By which standard a year is assessed, and who owns each criterion. */
export interface OwnersOfYear {
  readonly standardId: string;
  readonly standardVersion: number;
  readonly owners: ReadonlyMap<number, OrganisationId>;
}

interface OwnersRow {
  standard_id: string;
  standard_version: number;
  owners: [number, OrganisationId][];
}

const ownersOfYear = prepared<OwnersRow>(
  'collection_owners_of_year',
  `select c.standard_id, c.standard_version,
          (select coalesce(json_agg(json_build_array(k.number, k.organisation_id) order by k.number), '[]')
             from cycle_criterion k where k.unit_id = c.unit_id and k.cycle_id = c.id) as owners
     from cycle c
    where c.unit_id = $1 and c.year = $2`,
);

/** The standard of a year's self-assessment and the owners of its criteria; null while the year is not opened. */
export async function findOwners(scope: Scope, unit: UnitId, year: number): Promise<OwnersOfYear | null> {
  const [row] = await scope.run(ownersOfYear, [unit, year]);
  if (row === undefined) return null;
  return {
    standardId: row.standard_id,
    standardVersion: row.standard_version,
    owners: new Map(row.owners),
  };
}
