export {
  type Circumstances,
  decide,
  type NewPlace,
  type PlaceDecision,
  type PlaceDeed,
  type PlaceFault,
  type PlaceOutcome,
} from './decide.ts';
export {
  LISTED_KINDS,
  type ListedKind,
  PLACE_KINDS,
  type PlaceKind,
  placeName,
  SCHOOL_TYPES,
  typesOf,
  VILLAGE_TYPES,
} from './kinds.ts';
export { type Called, type ChangeKind, callKey, isInForce, type Place, type Rest } from './place.ts';
