import { type Item, itemsOfOwners } from '../../../domain/collection/index.ts';
import type { Standard } from '../../../domain/scoring/index.ts';
import {
  newId,
  type OrganisationId,
  type PersonId,
  prepared,
  type Scope,
  type UnitId,
} from '../../../platform/database/index.ts';
import { listPlacesInForce, type PlaceInForce, placeOfOrganisation } from '../../places/index.ts';
import type { RoundLevel } from '../queries/round.ts';

/** No unit has more places of a kind. */
export const MOST_PLACES = 3_000;

/** A place to be asked, and what: null for all of the round. */
export interface AskedPlace {
  readonly placeId: string;
  readonly asked: readonly string[] | null;
}

/** A round about to be written, with the places that it asks. */
export interface NewRound {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly level: RoundLevel;
  readonly period: string;
  readonly cutOff: string;
  readonly dueDate: string;
  readonly items: readonly string[];
  readonly taskId: string | null;
  readonly places: readonly AskedPlace[];
}

/** Tells which places of a level there are on a day, and what of the items each is asked; looks once for each day. */
export function placesToAsk(
  scope: Scope,
  unit: UnitId,
  standard: Standard,
  owners: ReadonlyMap<number, OrganisationId>,
): (asked: {
  readonly level: RoundLevel;
  readonly cutOff: string;
  readonly items: readonly Item[];
}) => Promise<AskedPlace[]> {
  const seen = new Map<string, readonly PlaceInForce[]>();
  return async ({ level, cutOff, items }) => {
    const key = `${level} ${cutOff}`;
    const there =
      seen.get(key) ?? (await listPlacesInForce(scope, unit, level, cutOff, { limit: MOST_PLACES }));
    seen.set(key, there);
    if (level !== 'organisation') return there.map(({ id }) => ({ placeId: id, asked: null }));
    const places: AskedPlace[] = [];
    for (const [organisation, asked] of itemsOfOwners(standard, items, owners)) {
      const place =
        there.find(({ organisationId }) => organisationId === organisation) ??
        (await placeOfOrganisation(scope, unit, organisation));
      places.push({ placeId: place.id, asked });
    }
    return places;
  };
}

const insertRoundsStatement = prepared(
  'insert_collection_rounds',
  `insert into collection_round (unit_id, id, year, title, level, period, cut_off, due_date, standard_id, standard_version,
                                 items, task_id, created_by, created_at)
   select $1, n.id, n.year, n.title, n.level, n.period, n."cutOff", n."dueDate", $2, $3,
          array(select json_array_elements_text(n.items)), n."taskId", $4, $5
     from json_to_recordset($6) as n (id uuid, year smallint, title text, level text, period text, "cutOff" date,
                                      "dueDate" date, items json, "taskId" uuid)`,
);

const insertSheetsStatement = prepared(
  'insert_collection_sheets',
  `insert into collection_sheet (unit_id, id, round_id, place_id, asked)
   select $1, n.id, n."roundId", n."placeId",
          case when json_typeof(n.asked) = 'array' then array(select json_array_elements_text(n.asked)) end
     from json_to_recordset($2) as n (id uuid, "roundId" uuid, "placeId" uuid, asked json)
   on conflict (unit_id, round_id, place_id) do nothing`,
);

/** Gives places a sheet in a round; whoever has one keeps it. */
export function insertSheets(
  scope: Scope,
  unit: UnitId,
  sheets: readonly (AskedPlace & { readonly roundId: string })[],
): void {
  if (sheets.length === 0) return;
  scope.send(insertSheetsStatement, [
    unit,
    JSON.stringify(sheets.map((sheet) => ({ id: newId<string>(), ...sheet }))),
  ]);
}

/** Until the end of the transaction nobody else makes rounds of the unit. */
export const lockMakingRounds = prepared<unknown>(
  'lock_making_rounds',
  `select pg_advisory_xact_lock(hashtextextended('collection rounds ' || $1::text, 0))`,
);

/** Writes rounds with an empty sheet for each place. */
export function insertRounds(
  scope: Scope,
  unit: UnitId,
  standard: Pick<Standard, 'id' | 'version'>,
  rounds: readonly NewRound[],
  made: { readonly by: PersonId; readonly at: Date },
): void {
  scope.send(insertRoundsStatement, [
    unit,
    standard.id,
    standard.version,
    made.by,
    made.at,
    JSON.stringify(rounds.map(({ places: _, ...round }) => round)),
  ]);
  insertSheets(
    scope,
    unit,
    rounds.flatMap(({ id, places }) => places.map((place) => ({ roundId: id, ...place }))),
  );
}
