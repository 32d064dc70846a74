import { type Item, itemOf, itemsOfLevel, type RoundLevel } from '../../src/domain/collection/index.ts';
import { searchKey } from '../../src/domain/text/index.ts';
import { placeOfOrganisation } from '../../src/features/places/index.ts';
import {
  type Database,
  newId,
  type PlaceActor,
  sqlBuilder,
  withScope,
} from '../../src/platform/database/index.ts';
import { type OrganisationKind, testStandards, type Ward } from './ward.ts';

const system = { kind: 'system', purpose: 'test' } as const;

export interface GivenPlace {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

/** Places of a ward, written straight to the table: "Thôn 1", "Thôn 2" … or schools. */
export async function givenPlaces(
  database: Database,
  ward: Ward,
  count: number,
  kind: 'village' | 'school' = 'village',
): Promise<GivenPlace[]> {
  const type = kind === 'village' ? 'thôn' : 'trường mầm non';
  const places = Array.from({ length: count }, (_, index) => ({
    id: newId<string>(),
    type,
    name: String(index + 1),
  }));
  await withScope(database, system, (scope) =>
    scope.rows(
      sqlBuilder.insertInto('place').values(
        places.map(({ id, name }) => ({
          unit_id: ward.unitId,
          id,
          kind,
          type,
          name,
          search_key: searchKey(`${type} ${name}`),
          organisation_id: kind === 'school' ? ward.organisationIds.get('schools')! : null,
          national_code: null,
          valid_from: '2025-07-01',
          valid_until: null,
        })),
      ),
    ),
  );
  return places;
}

/** Organisations of a ward as places that keep figures of their own. */
export async function givenPlacesOfOrganisations(
  database: Database,
  ward: Ward,
  ...kinds: readonly OrganisationKind[]
): Promise<GivenPlace[]> {
  const places = await withScope(database, system, async (scope) => {
    const found = [];
    for (const kind of kinds)
      found.push(await placeOfOrganisation(scope, ward.unitId, ward.organisationIds.get(kind)!));
    return found;
  });
  return places.map(({ id, type, name }) => ({ id, type, name }));
}

export interface GivenRound {
  readonly id: string;
  readonly items: readonly Item[];
  /** The sheet of each place, in the order of the places. */
  readonly sheets: readonly string[];
}

/** An open round with an empty sheet for each place, written straight to the tables. */
export async function givenRound(
  database: Database,
  ward: Ward,
  places: readonly GivenPlace[],
  {
    level = 'village' as RoundLevel,
    title = 'Số liệu thử',
    period = '2026-H1',
    cutOff = '2026-06-14',
    dueDate = '2026-06-20',
    items: keys = undefined as readonly string[] | undefined,
  } = {},
): Promise<GivenRound> {
  const { standard } = (await testStandards()).latest('qd-06-2019')!;
  const items =
    keys === undefined ? itemsOfLevel(standard, level) : keys.map((key) => itemOf(standard, key)!);
  const id = newId<string>();
  const sheets = places.map(() => newId<string>());
  await withScope(database, system, async (scope) => {
    await scope.rows(
      sqlBuilder.insertInto('collection_round').values({
        unit_id: ward.unitId,
        id,
        year: Number(period.slice(0, 4)),
        title,
        level,
        period,
        cut_off: cutOff,
        due_date: dueDate,
        standard_id: standard.id,
        standard_version: standard.version,
        items: items.map(({ key }) => key),
        task_id: null,
        created_by: ward.people.culture_society.personId,
        created_at: new Date('2026-05-01T01:00:00Z'),
      }),
    );
    await scope.rows(
      sqlBuilder.insertInto('collection_sheet').values(
        places.map((place, index) => ({
          unit_id: ward.unitId,
          id: sheets[index]!,
          round_id: id,
          place_id: place.id,
          asked: null,
          returned_reason: null,
          submitted_at: null,
          decided_at: null,
          decided_by: null,
          changed_at: null,
        })),
      ),
    );
  });
  return { id, items, sheets };
}

/** A village at its own link. */
export function placeActor(ward: Ward, place: GivenPlace): PlaceActor {
  return {
    kind: 'place',
    linkId: newId<string>(),
    placeId: place.id,
    placeName: `${place.type} ${place.name}`,
    unit: ward.people.culture_society.unit,
    territory: [ward.unitId],
  };
}
