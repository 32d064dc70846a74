import { callKey, type ListedKind } from '../../../domain/place/index.ts';
import { searchKey } from '../../../domain/text/index.ts';
import {
  newId,
  type OrganisationId,
  type PersonActor,
  sqlBuilder,
  withScope,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { findPlacesForDeed } from '../queries.ts';
import { type PlacesContext, unitToKeep } from './context.ts';

export interface NewPlaces {
  readonly kind: ListedKind;
  readonly type: string;
  readonly validFrom: string;
  /** Of schools: whose officers write for them; null for the schools' organisation of the unit. */
  readonly organisationId: OrganisationId | null;
  readonly places: readonly { readonly name: string; readonly nationalCode: string | null }[];
}

/** Adds places to a list; those in force that are called so already stay as they are. @returns how many are new */
export async function addPlaces(
  { database, clock }: PlacesContext,
  actor: PersonActor,
  unitCode: string,
  { kind, type, validFrom, organisationId, places }: NewPlaces,
): Promise<number> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitToKeep(scope, actor, unitCode);
    const keyOf = ({ name }: { readonly name: string }) => searchKey(`${type} ${name}`);
    const there = new Set((await findPlacesForDeed(scope, unit.id, [], places.map(keyOf))).map(callKey));
    const added = places.filter(({ name }) => !there.has(callKey({ type, name })));
    if (added.length === 0) return 0;
    let writesForThem: OrganisationId | null = null;
    if (kind === 'school') {
      const organisation = await scope.first(
        sqlBuilder
          .selectFrom('organisation')
          .select('id')
          .where('unit_id', '=', unit.id)
          .where((one) =>
            organisationId === null ? one('kind', '=', 'schools') : one('id', '=', organisationId),
          )
          .orderBy('valid_from', 'desc'),
      );
      if (organisation === undefined && organisationId !== null) throw notFound();
      writesForThem = (organisation?.id as OrganisationId | undefined) ?? null;
    }
    await scope.rows(
      sqlBuilder.insertInto('place').values(
        added.map((place) => ({
          unit_id: unit.id,
          id: newId<string>(),
          kind,
          type,
          name: place.name,
          search_key: keyOf(place),
          organisation_id: writesForThem,
          national_code: place.nationalCode,
          valid_from: validFrom,
          valid_until: null,
        })),
      ),
    );
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'addPlaces',
      object: { kind: 'unit', id: unit.id },
      fields: ['place'],
    });
    return added.length;
  });
}

/** What a school bears beside its name: corrected without a history. @throws RequestError 404 or 403 */
export async function describeSchool(
  { database, clock }: PlacesContext,
  actor: PersonActor,
  unitCode: string,
  placeId: string,
  {
    nationalCode,
    organisationId,
  }: { readonly nationalCode: string | null; readonly organisationId: OrganisationId },
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const unit = await unitToKeep(scope, actor, unitCode);
    const changed = await scope.first(
      sqlBuilder
        .updateTable('place')
        .set({ national_code: nationalCode, organisation_id: organisationId })
        .where('unit_id', '=', unit.id)
        .where('id', '=', placeId)
        .where('kind', '=', 'school')
        .where((one) =>
          one.exists(
            one
              .selectFrom('organisation')
              .select('id')
              .where('unit_id', '=', unit.id)
              .where('id', '=', organisationId),
          ),
        )
        .returning('id'),
    );
    if (changed === undefined) throw notFound();
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'describeSchool',
      object: { kind: 'place', id: placeId },
      fields: ['national_code', 'organisation_id'],
    });
  });
}
