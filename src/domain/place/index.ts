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
