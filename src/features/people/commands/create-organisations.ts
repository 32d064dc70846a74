import {
  organisationKindsInForce,
  organisationName,
  organisationNaming,
} from '../../../domain/organisation/index.ts';
import {
  newId,
  type OrganisationId,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../../platform/database/index.ts';
import { organisationCatalogue } from '../organisation-catalogue.ts';
import { assertMayWithPeople } from '../policy.ts';
import type { Organisation } from '../queries.ts';

/** What decides which organisations a unit has. */
export interface UnitOfOrganisations {
  readonly id: UnitId;
  readonly level: 'commune' | 'province';
  readonly type: 'commune' | 'ward' | 'special_zone' | 'province' | 'city';
}

/** The catalogue's "since before these records". */
const SINCE_EVER = '0001-01-01';

/**
 * Gives a unit the organisations that one of its type has on a day, with the names of that era, in the transaction that
 * sets the unit up; that transaction's own deed is the one that is audited.
 * @param date YYYY-MM-DD
 */
export async function createOrganisationsOf(
  scope: Scope,
  unit: UnitOfOrganisations,
  date: string,
): Promise<Organisation[]> {
  assertMayWithPeople(scope.actor, 'createOrganisations', unit.id);
  const catalogue = organisationCatalogue();
  const rows = organisationKindsInForce(catalogue, unit.level, date).flatMap(({ code }) => {
    const naming = organisationNaming(catalogue, code, unit.type, date);
    const name = organisationName(catalogue, code, unit.type, date);
    if (naming === null || name === null) return [];
    return [
      {
        unit_id: unit.id,
        id: newId<OrganisationId>(),
        kind: code,
        name,
        valid_from: naming.era.from ?? SINCE_EVER,
        valid_until: naming.era.until,
      },
    ];
  });
  await scope.rows(sqlBuilder.insertInto('organisation').values(rows));
  return rows.map(({ id, kind, name }) => ({ id, kind, name }));
}
