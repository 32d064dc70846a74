import {
  type Called,
  callKey,
  decide,
  isInForce,
  type PlaceDeed,
  type PlaceFault,
  type PlaceOutcome,
} from '../../../domain/place/index.ts';
import { searchKey } from '../../../domain/text/index.ts';
import { today } from '../../../platform/clock.ts';
import {
  newId,
  type PersonActor,
  prepared,
  type Scope,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { findPlacesForDeed, type KeptPlace } from '../queries.ts';
import { type PlacesContext, unitToKeep } from './context.ts';

/** What a person asks to be done with places, which are named by their ids. */
export type PlaceRequest =
  | { readonly kind: 'renamed'; readonly place: string; readonly to: Called }
  | {
      readonly kind: 'merged';
      readonly places: readonly string[];
      readonly into: { readonly stays: string } | { readonly becomes: Called };
    }
  | { readonly kind: 'split'; readonly place: string; readonly into: readonly Called[] }
  | { readonly kind: 'ended' | 'taken_up_again'; readonly place: string };

export interface DatedRequest {
  readonly request: PlaceRequest;
  readonly day: string;
  /** The resolution or decision, as printed. */
  readonly basis: string | null;
}

export type PlaceAnswer =
  | { readonly ok: true /** The place to go on with. */; readonly placeId: string }
  | { readonly ok: false; readonly fault: PlaceFault };

/**
 * Renames, merges, splits, ends or takes up again, and writes it into the history; refused with the reason when the rules
 * do not let it. @throws RequestError 404 or 403
 */
export async function changePlaces(
  { database, clock }: PlacesContext,
  actor: PersonActor,
  unitCode: string,
  { request, day, basis }: DatedRequest,
): Promise<PlaceAnswer> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitToKeep(scope, actor, unitCode);
    const ids = request.kind === 'merged' ? [...new Set(request.places)] : [request.place];
    const found = await findPlacesForDeed(scope, unit.id, ids, namesOf(request).map(keyOf));
    const places = ids.map((id) => found.find((place) => place.id === id));
    if (places.some((place) => place === undefined || place.kind === 'organisation')) throw notFound();
    const deed = deedOf(request, places as KeptPlace[], day);
    const now = today(clock);
    const taken = await takenNames(scope, unit.id, request, places[0]!, found, now);
    const decision = decide(deed, { today: now, taken });
    if (!decision.ok) return decision;
    await write(scope, unit.id, decision.outcome, places[0]!);
    await writeHistory(scope, unit.id, actor, clock.now(), { deed, outcome: decision.outcome, basis });
    recordAudit(scope, unit.id, clock.now(), {
      deed: DEEDS[request.kind],
      object: { kind: 'place', id: ids[0]! },
      fields: request.kind === 'renamed' ? ['type', 'name'] : ['valid_from', 'valid_until'],
    });
    return { ok: true, placeId: decision.outcome.change.to[0] ?? ids[0]! };
  });
}

const DEEDS = {
  renamed: 'renamePlace',
  merged: 'mergePlaces',
  split: 'splitPlace',
  ended: 'endPlace',
  taken_up_again: 'takeUpPlaceAgain',
} as const satisfies Record<PlaceRequest['kind'], string>;

const keyOf = ({ type, name }: Called): string => searchKey(`${type} ${name}`);

function namesOf(request: PlaceRequest): readonly Called[] {
  if (request.kind === 'renamed') return [request.to];
  if (request.kind === 'split') return request.into;
  return request.kind === 'merged' && 'becomes' in request.into ? [request.into.becomes] : [];
}

function deedOf(request: PlaceRequest, places: readonly KeptPlace[], day: string): PlaceDeed {
  const [place] = places as [KeptPlace];
  const begun = (called: Called) => ({ ...called, id: newId<string>() });
  switch (request.kind) {
    case 'renamed':
      return { kind: 'renamed', place, to: request.to, day };
    case 'split':
      return { kind: 'split', place, into: request.into.map(begun), day };
    case 'merged': {
      const { into } = request;
      return { kind: 'merged', places, into: 'stays' in into ? into : { becomes: begun(into.becomes) }, day };
    }
    default:
      return { kind: request.kind, place, day };
  }
}

/** Names of the kind that are in force; for taking up again those that are called as the place itself. */
async function takenNames(
  scope: Scope,
  unit: UnitId,
  request: PlaceRequest,
  place: KeptPlace,
  found: readonly KeptPlace[],
  now: string,
): Promise<ReadonlySet<string>> {
  const others =
    request.kind === 'taken_up_again' ? await findPlacesForDeed(scope, unit, [], [keyOf(place)]) : found;
  return new Set(others.filter((one) => one.kind === place.kind && isInForce(one, now)).map(callKey));
}

const updatePlaces = prepared(
  'update_places',
  `update place p set type = v.type, name = v.name, search_key = v.search_key, valid_until = v.valid_until, rests = v.rests
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[]::datemultirange[])
          v (id, type, name, search_key, valid_until, rests)
    where p.unit_id = $1 and p.id = v.id`,
);

async function write(
  scope: Scope,
  unit: UnitId,
  { changed, begun }: PlaceOutcome,
  first: KeptPlace,
): Promise<void> {
  await scope.run(updatePlaces, [
    unit,
    changed.map(({ id }) => id),
    changed.map(({ type }) => type),
    changed.map(({ name }) => name),
    changed.map(keyOf),
    changed.map(({ validUntil }) => validUntil),
    changed.map(({ rests }) => `{${rests.map(({ from, until }) => `[${from},${until})`).join(',')}}`),
  ]);
  if (begun.length === 0) return;
  await scope.rows(
    sqlBuilder.insertInto('place').values(
      begun.map((place) => ({
        unit_id: unit,
        id: place.id,
        kind: place.kind,
        type: place.type,
        name: place.name,
        search_key: keyOf(place),
        // What comes of a school is written for by the same officers.
        organisation_id: first.organisationId,
        national_code: null,
        valid_from: place.validFrom,
        valid_until: null,
      })),
    ),
  );
}

async function writeHistory(
  scope: Scope,
  unit: UnitId,
  actor: PersonActor,
  at: Date,
  {
    deed,
    outcome,
    basis,
  }: { readonly deed: PlaceDeed; readonly outcome: PlaceOutcome; readonly basis: string | null },
): Promise<void> {
  const said = ({ type, name }: Called) => `${type} ${name}`;
  await scope.rows(
    sqlBuilder.insertInto('place_change').values({
      unit_id: unit,
      id: newId<string>(),
      kind: outcome.change.kind,
      happened_on: deed.day,
      basis,
      from_places: [...outcome.change.from],
      to_places: [...outcome.change.to],
      from_name: deed.kind === 'renamed' ? said(deed.place) : null,
      to_name: deed.kind === 'renamed' ? said(deed.to) : null,
      person_id: actor.personId,
      recorded_at: at,
    }),
  );
}
