export {
  LISTED_KINDS,
  type ListedKind,
  type PlaceKind,
  placeName,
  SCHOOL_TYPES,
  VILLAGE_TYPES,
} from '../../domain/place/index.ts';
export { listPlacesInForce, type PlaceInForce, placeOfOrganisation } from './in-force.ts';
export { placePath, placeSearchPath, placesPath } from './paths.ts';
export { mayKeepPlaces, maySeePlaces } from './policy.ts';
export { type PlacesDependencies, placesRoutes } from './routes.tsx';
