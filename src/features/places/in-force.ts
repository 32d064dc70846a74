import type { PlaceKind } from '../../domain/place/index.ts';
import { searchKey } from '../../domain/text/index.ts';
import {
  newId,
  type OrganisationId,
  prepared,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../platform/database/index.ts';

/** A place as others need it: who is asked for figures. */
export interface PlaceInForce {
  readonly id: string;
  readonly kind: PlaceKind;
  /** "thôn", "trường mầm non"; empty for an organisation. */
  readonly type: string;
  readonly name: string;
  /** Whose officers write for it; null for a village. */
  readonly organisationId: OrganisationId | null;
  readonly nationalCode: string | null;
}

const placesInForce = prepared<PlaceInForce>(
  'places_in_force',
  `select id, kind, type, name, organisation_id as "organisationId", national_code as "nationalCode"
     from place
    where unit_id = $1 and kind = $2 and valid_from <= $3
      and (valid_until is null or valid_until > $3) and not rests @> $3::date
    order by sort_key, id
    limit $4`,
);

/**
 * The villages, schools or organisations of a unit that are in force on a day, in the order of their names.
 * @param limit at most so many are read; ask for one more to learn whether there are more
 */
export function listPlacesInForce(
  scope: Scope,
  unit: UnitId,
  kind: PlaceKind,
  day: string,
  { limit }: { readonly limit: number },
): Promise<PlaceInForce[]> {
  return scope.run(placesInForce, [unit, kind, day, limit]);
}

/** Organisations are asked for figures of any year that the program knows. */
const SINCE_EVER = '2019-01-01';

const ofOrganisation = prepared<PlaceInForce>(
  'place_of_organisation',
  `select id, kind, type, name, organisation_id as "organisationId", national_code as "nationalCode"
     from place where unit_id = $1 and organisation_id = $2 and kind = 'organisation'`,
);

/**
 * The place that an organisation of the unit is, made when it is first needed: the scope must be one that may write.
 * @throws Error when the organisation is none of this unit
 */
export async function placeOfOrganisation(
  scope: Scope,
  unit: UnitId,
  organisation: OrganisationId,
): Promise<PlaceInForce> {
  const [there] = await scope.run(ofOrganisation, [unit, organisation]);
  if (there !== undefined) return there;
  const found = await scope.first(
    sqlBuilder
      .selectFrom('organisation')
      .select('name')
      .where('unit_id', '=', unit)
      .where('id', '=', organisation),
  );
  if (found === undefined) throw new Error(`The unit ${unit} has no organisation ${organisation}.`);
  await scope.rows(
    sqlBuilder
      .insertInto('place')
      .values({
        unit_id: unit,
        id: newId<string>(),
        kind: 'organisation',
        type: '',
        name: found.name,
        search_key: searchKey(found.name),
        organisation_id: organisation,
        national_code: null,
        valid_from: SINCE_EVER,
        valid_until: null,
      })
      // Somebody else made it in the meantime.
      .onConflict((conflict) => conflict.doNothing()),
  );
  return (await scope.run(ofOrganisation, [unit, organisation]))[0]!;
}
