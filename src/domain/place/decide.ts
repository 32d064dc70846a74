import { type Called, type ChangeKind, callKey, type Place } from './place.ts';

/** A place that comes into being by a deed, with the id that the program gives it. */
export interface NewPlace extends Called {
  readonly id: string;
}

/** What may be done with places, each from a day on. */
export type PlaceDeed =
  | { readonly kind: 'renamed'; readonly place: Place; readonly to: Called; readonly day: string }
  | {
      readonly kind: 'merged';
      readonly places: readonly Place[];
      readonly into: { readonly stays: string } | { readonly becomes: NewPlace };
      readonly day: string;
    }
  | {
      readonly kind: 'split';
      readonly place: Place;
      readonly into: readonly NewPlace[];
      readonly day: string;
    }
  | { readonly kind: 'ended' | 'taken_up_again'; readonly place: Place; readonly day: string };

export type PlaceFault =
  | 'dayInFuture'
  | 'dayBeforeBeginning'
  | 'dayBeforeLastChange'
  | 'notInForce'
  | 'stillInForce'
  | 'goesOnInAnother'
  | 'tooFew'
  | 'kindsDiffer'
  | 'notOneOfThem'
  | 'sameName'
  | 'nameTaken';

/** What a deed does: places as they are afterwards, those that begin, and the change for the history. */
export interface PlaceOutcome {
  readonly changed: readonly Place[];
  readonly begun: readonly Place[];
  readonly change: {
    readonly kind: ChangeKind;
    readonly from: readonly string[];
    readonly to: readonly string[];
  };
}

export type PlaceDecision =
  | { readonly ok: true; readonly outcome: PlaceOutcome }
  | { readonly ok: false; readonly fault: PlaceFault };

/** What else is to be known of the unit's places. */
export interface Circumstances {
  readonly today: string;
  /** `callKey` of every place of the kind that is in force today. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Whether a deed can be done, and what it does. Nothing before its day changes: whoever asks which places were in force
 * then gets the same answer as before. What was merged or split away goes on in another place and never comes back.
 */
export function decide(deed: PlaceDeed, circumstances: Circumstances): PlaceDecision {
  const fault = faultOf(deed, circumstances);
  return fault === null ? { ok: true, outcome: outcomeOf(deed) } : { ok: false, fault };
}

const placesOf = (deed: PlaceDeed): readonly Place[] => (deed.kind === 'merged' ? deed.places : [deed.place]);

const stayingIn = (deed: PlaceDeed): string | null =>
  deed.kind === 'renamed' || deed.kind === 'taken_up_again'
    ? deed.place.id
    : deed.kind === 'merged' && 'stays' in deed.into
      ? deed.into.stays
      : null;

function faultOf(deed: PlaceDeed, { today, taken }: Circumstances): PlaceFault | null {
  const { day } = deed;
  const places = placesOf(deed);
  if (day > today) return 'dayInFuture';
  if (deed.kind === 'merged') {
    if (new Set(places.map(({ id }) => id)).size !== places.length || places.length < 2) return 'tooFew';
    if (places.some(({ kind }) => kind !== places[0]!.kind)) return 'kindsDiffer';
    if ('stays' in deed.into && !places.some(({ id }) => id === stayingIn(deed))) return 'notOneOfThem';
  }
  if (deed.kind === 'split' && deed.into.length < 2) return 'tooFew';
  for (const place of places) {
    const one = faultOfPlace(deed, place);
    if (one !== null) return one;
  }
  return faultOfNames(deed, taken);
}

function faultOfPlace(deed: PlaceDeed, place: Place): PlaceFault | null {
  const { kind, day } = deed;
  if (kind === 'taken_up_again') {
    if (place.validUntil === null) return 'stillInForce';
    if (place.lastChange !== null && place.lastChange.kind !== 'ended') return 'goesOnInAnother';
    return day < place.validUntil ? 'dayBeforeLastChange' : null;
  }
  if (place.validUntil !== null) return 'notInForce';
  // What ends was in force for a day at least.
  const ends = stayingIn(deed) !== place.id;
  if (day < place.validFrom || (ends && day === place.validFrom)) return 'dayBeforeBeginning';
  const last = place.lastChange;
  if (last === null) return null;
  const tooEarly = day < last.day || (ends && last.kind === 'taken_up_again' && day === last.day);
  return tooEarly ? 'dayBeforeLastChange' : null;
}

/** Two places in force are never called the same; the names of those that end are free again. */
function faultOfNames(deed: PlaceDeed, taken: ReadonlySet<string>): PlaceFault | null {
  if (deed.kind === 'taken_up_again') return taken.has(callKey(deed.place)) ? 'nameTaken' : null;
  if (deed.kind === 'renamed' && deed.place.type === deed.to.type && deed.place.name === deed.to.name)
    return 'sameName';
  const freed = new Set(placesOf(deed).map(callKey));
  const names = namesOf(deed).map(callKey);
  if (new Set(names).size < names.length) return 'nameTaken';
  return names.some((name) => taken.has(name) && !freed.has(name)) ? 'nameTaken' : null;
}

function namesOf(deed: PlaceDeed): readonly Called[] {
  if (deed.kind === 'renamed') return [deed.to];
  if (deed.kind === 'split') return deed.into;
  return deed.kind === 'merged' && 'becomes' in deed.into ? [deed.into.becomes] : [];
}

function outcomeOf(deed: PlaceDeed): PlaceOutcome {
  const { kind, day } = deed;
  const lastChange = { kind, day };
  const places = placesOf(deed);
  const begin = ({ id, type, name }: NewPlace): Place => ({
    id,
    type,
    name,
    kind: places[0]!.kind,
    validFrom: day,
    validUntil: null,
    rests: [],
    lastChange,
  });
  const from = places.map(({ id }) => id);
  const staying = stayingIn(deed);
  const end = (place: Place): Place => ({ ...place, lastChange, validUntil: day });
  switch (deed.kind) {
    case 'renamed': {
      const { type, name } = deed.to;
      return {
        changed: [{ ...deed.place, type, name, lastChange }],
        begun: [],
        change: { kind, from, to: from },
      };
    }
    case 'taken_up_again': {
      const { place } = deed;
      const rest = place.validUntil! < day ? [{ from: place.validUntil!, until: day }] : [];
      const again = { ...place, lastChange, validUntil: null, rests: [...place.rests, ...rest] };
      return { changed: [again], begun: [], change: { kind, from, to: from } };
    }
    case 'ended':
      return { changed: places.map(end), begun: [], change: { kind, from, to: [] } };
    case 'split':
      return {
        changed: places.map(end),
        begun: deed.into.map(begin),
        change: { kind, from, to: deed.into.map(({ id }) => id) },
      };
    case 'merged': {
      const changed = places.map((place) => (place.id === staying ? { ...place, lastChange } : end(place)));
      const begun = 'becomes' in deed.into ? [begin(deed.into.becomes)] : [];
      return { changed, begun, change: { kind, from, to: staying === null ? [begun[0]!.id] : [staying] } };
    }
  }
}
