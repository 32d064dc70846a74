import { type PersonActor, prepared, type Scope, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { findOwners } from '../queries/owners.ts';
import type { Round } from '../queries/round.ts';
import { type CollectionContext, openRoundToLead, type RoundAddress } from './context.ts';
import { itemsOfKeys, standardOfRound } from './make-rounds.ts';
import { insertSheets, placesToAsk } from './write-rounds.ts';

/** What became of a change of places. */
export type PlacesChange =
  | { readonly outcome: 'saved'; readonly added: number; readonly removed: number }
  /** Places that would go have figures, and nobody has agreed to it. */
  | { readonly outcome: 'hasFigures'; readonly places: readonly string[] }
  /** Places to be added are not, or no longer, in force at the cut-off. */
  | { readonly outcome: 'notInForce' };

interface SheetToRemove {
  id: string;
  place_id: string;
  worked_on: boolean;
}

const sheetsOfPlaces = prepared<SheetToRemove>(
  'collection_sheets_of_places',
  `select s.id, s.place_id,
          s.state <> 'open' or exists (select from collected_figure f where f.unit_id = s.unit_id and f.sheet_id = s.id) as worked_on
     from collection_sheet s
    where s.unit_id = $1 and s.round_id = $2 and s.place_id = any ($3)
    order by s.id
      for update of s`,
);

const deletes = ['cell_operation', 'collected_figure'].map((table) =>
  prepared(`delete_${table}_of_sheets`, `delete from ${table} where unit_id = $1 and sheet_id = any ($2)`),
);
const deleteSheets = prepared(
  'delete_collection_sheets',
  'delete from collection_sheet where unit_id = $1 and id = any ($2)',
);

/**
 * Adds places to a round and takes others out. Only places that are in force at the cut-off are added.
 * @param agreed to places going that have figures: the figures go with them, their history stays
 * @throws RequestError 409 when the round is closed
 */
export async function changePlaces(
  { database, clock, standards }: CollectionContext,
  actor: PersonActor,
  address: RoundAddress,
  change: {
    readonly add: readonly string[];
    readonly remove: readonly string[];
    readonly agreed: boolean;
  },
): Promise<PlacesChange> {
  return withScope(database, actor, async (scope) => {
    const { unit, round } = await openRoundToLead(scope, actor, address, { lock: true });
    const going =
      change.remove.length === 0 ? [] : await scope.run(sheetsOfPlaces, [unit.id, round.id, change.remove]);
    const worked = going.filter(({ worked_on }) => worked_on).map(({ place_id }) => place_id);
    if (worked.length > 0 && !change.agreed) return { outcome: 'hasFigures', places: worked };
    const added = change.add.length === 0 ? [] : await placesInForce(scope, standards, round, change.add);
    if (added.length < change.add.length) return { outcome: 'notInForce' };
    if (going.length > 0) {
      const ids = going.map(({ id }) => id);
      for (const statement of [...deletes, deleteSheets]) scope.send(statement, [unit.id, ids]);
    }
    insertSheets(
      scope,
      unit.id,
      added.map((place) => ({ roundId: round.id, ...place })),
    );
    if (going.length + added.length > 0)
      recordAudit(scope, unit.id, clock.now(), {
        deed: 'changePlacesOfRound',
        object: { kind: 'collection_round', id: round.id },
        fields: [...going.map(({ place_id }) => place_id), ...added.map(({ placeId }) => placeId)],
      });
    return { outcome: 'saved', added: added.length, removed: going.length };
  });
}

async function placesInForce(
  scope: Scope,
  standards: CollectionContext['standards'],
  round: Round,
  wanted: readonly string[],
) {
  const standard = standardOfRound(standards, round);
  const owners = round.level === 'organisation' ? await findOwners(scope, round.unitId, round.year) : null;
  const placesOf = placesToAsk(scope, round.unitId, standard, owners?.owners ?? new Map());
  const ids = new Set(wanted);
  const places = await placesOf({ ...round, items: itemsOfKeys(standard, round.items) });
  return places.filter(({ placeId }) => ids.has(placeId));
}
