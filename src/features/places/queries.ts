import type { ChangeKind, ListedKind, Place } from '../../domain/place/index.ts';
import { searchKey } from '../../domain/text/index.ts';
import { type OrganisationId, prepared, type Scope, type UnitId } from '../../platform/database/index.ts';

export const PLACES_A_PAGE = 50;
export const MOST_FOUND = 20;

/** What a list asks for. */
export interface PlaceFilter {
  readonly kind: ListedKind;
  /** As typed; empty for all. */
  readonly text: string;
  /** On which day they are or were in force. */
  readonly day: string;
  /** Those in force on the day, or those that had ended by then. */
  readonly state: 'inForce' | 'ended';
  /** The place after which the page begins; null for the first page. */
  readonly after: string | null;
}

export interface ListedPlace {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly nationalCode: string | null;
  readonly organisationName: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** Type and name as they were on the day, where they were others. */
  readonly calledThen: string | null;
}

/** Walks the index `place_by_kind` from the place of the last page on; names of a past day from the history. */
export const placesOfPage = prepared<ListedPlace>(
  'places_of_page',
  `select p.id, p.type, p.name, p.national_code as "nationalCode", o.name as "organisationName",
          p.valid_from as "validFrom", p.valid_until as "validUntil",
          (select c.from_name from place_change c
            where c.unit_id = p.unit_id and c.kind = 'renamed' and c.from_places @> array[p.id] and c.happened_on > $3
            order by c.happened_on, c.id limit 1) as "calledThen"
     from place p left join organisation o on o.unit_id = p.unit_id and o.id = p.organisation_id
    where p.unit_id = $1 and p.kind = $2
      and case when $4 then p.valid_until <= $3 or p.rests @> $3::date
               else p.valid_from <= $3 and (p.valid_until is null or p.valid_until > $3) and not p.rests @> $3::date end
      and p.search_key like $5
      and (p.sort_key, p.id) > (coalesce((select sort_key from place where unit_id = $1 and id = $6), ''),
                                coalesce($6, '00000000-0000-0000-0000-000000000000'::uuid))
    order by p.sort_key, p.id
    limit $7`,
);

/** The pattern that finds a text anywhere in a search key. */
const containing = (text: string): string => `%${searchKey(text).replace(/[\\%_]/g, '\\$&')}%`;

export interface PlacePage {
  readonly places: readonly ListedPlace[];
  /** The place after which the next page begins; null on the last one. */
  readonly next: string | null;
}

/** One page of a list, in the order of the names. */
export async function listPlaces(
  scope: Scope,
  unit: UnitId,
  { kind, day, state, text, after }: PlaceFilter,
  most = PLACES_A_PAGE,
): Promise<PlacePage> {
  const values = [unit, kind, day, state === 'ended', containing(text), after, most + 1];
  const rows = await scope.run(placesOfPage, values);
  const places = rows.slice(0, most);
  return { places, next: rows.length > most ? places.at(-1)!.id : null };
}

const placeCounts = prepared<{ readonly kind: ListedKind; readonly count: number }>(
  'place_counts',
  `select kind, count(*)::int as count from place
    where unit_id = $1 and kind in ('village', 'school') and valid_from <= $2
      and (valid_until is null or valid_until > $2) and not rests @> $2::date
    group by kind`,
);

/** How many of each kind are in force on a day. */
export async function countPlaces(
  scope: Scope,
  unit: UnitId,
  day: string,
): Promise<Readonly<Record<ListedKind, number>>> {
  const counts = { village: 0, school: 0 };
  for (const { kind, count } of await scope.run(placeCounts, [unit, day])) counts[kind] = count;
  return counts;
}

/** A place as the deeds and its page need it. */
export interface KeptPlace extends Place {
  readonly organisationId: OrganisationId | null;
  readonly nationalCode: string | null;
}

const KEPT = `p.id, p.kind, p.type, p.name, p.valid_from as "validFrom", p.valid_until as "validUntil",
  p.organisation_id as "organisationId", p.national_code as "nationalCode",
  (select coalesce(json_agg(json_build_object('from', lower(r), 'until', upper(r)) order by r), '[]')
     from unnest(p.rests) r) as rests,
  (select json_build_object('kind', c.kind, 'day', c.happened_on) from place_change c
    where c.unit_id = p.unit_id and (c.from_places @> array[p.id] or c.to_places @> array[p.id])
    order by c.happened_on desc, c.id desc limit 1) as "lastChange"`;

/** The places of the ids, and those in force whose search key is one of those given. */
const placesForDeed = prepared<KeptPlace>(
  'places_for_deed',
  `select ${KEPT} from place p
    where p.unit_id = $1
      and (p.id = any ($2::uuid[]) or (p.valid_until is null and p.search_key = any ($3::text[])))`,
);

export function findPlacesForDeed(
  scope: Scope,
  unit: UnitId,
  ids: readonly string[],
  searchKeys: readonly string[],
): Promise<KeptPlace[]> {
  return scope.run(placesForDeed, [unit, ids, searchKeys]);
}

/** A village or school of this unit. */
export async function findPlace(scope: Scope, unit: UnitId, id: string): Promise<KeptPlace | undefined> {
  const [place] = await findPlacesForDeed(scope, unit, [id], []);
  return place?.kind === 'organisation' ? undefined : place;
}

/** A change as the history of a place tells it. */
export interface PlaceChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly happenedOn: string;
  readonly basis: string | null;
  readonly fromPlaces: readonly string[];
  readonly toPlaces: readonly string[];
  readonly fromName: string | null;
  readonly toName: string | null;
  readonly personName: string;
  readonly recordedAt: Date;
}

export interface PlaceOfLine {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

const lineOfPlace = prepared<PlaceOfLine>(
  'line_of_place',
  `with recursive step as (
     select f as before, t as after
       from place_change c, unnest(c.from_places) f, unnest(c.to_places) t
      where c.unit_id = $1 and c.kind in ('merged', 'split')
   ), back (id) as (
     select $2::uuid union select step.before from back join step on step.after = back.id
   ), forth (id) as (
     select $2::uuid union select step.after from forth join step on step.before = forth.id
   )
   select p.id, p.type, p.name from place p
    where p.unit_id = $1 and p.id in (select id from back union select id from forth)
    limit 200`,
);

const changesOfLine = prepared<PlaceChange>(
  'changes_of_line',
  `select c.id, c.kind, c.happened_on as "happenedOn", c.basis, c.from_places as "fromPlaces", c.to_places as "toPlaces",
          c.from_name as "fromName", c.to_name as "toName", p.name as "personName", c.recorded_at as "recordedAt"
     from place_change c join person p on p.unit_id = c.unit_id and p.id = c.person_id
    where c.unit_id = $1 and (c.from_places && $2::uuid[] or c.to_places && $2::uuid[])
    order by c.happened_on desc, c.id desc
    limit 200`,
);

/** The whole line of a place: what it came from and what it went into, and all that happened to them, the latest first. */
export async function findLine(
  scope: Scope,
  unit: UnitId,
  id: string,
): Promise<{ readonly places: readonly PlaceOfLine[]; readonly changes: readonly PlaceChange[] }> {
  const places = await scope.run(lineOfPlace, [unit, id]);
  const changes = await scope.run(changesOfLine, [unit, places.map((place) => place.id)]);
  return { places, changes };
}
