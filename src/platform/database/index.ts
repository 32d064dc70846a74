export {
  type Actor,
  type ActorUnit,
  type CycleId,
  hasRole,
  type Membership,
  type OrganisationId,
  type PersonActor,
  type PersonId,
  type PlaceActor,
  type SystemActor,
  type UnitId,
} from './actor.ts';
export { APPLICATION_ROLE, type Database, openDatabase, sqlBuilder } from './database.ts';
export { migrate } from './migrate.ts';
export { newId } from './new-id.ts';
export { type PreparedStatement, prepared, type Scope, withReadScope, withScope } from './scope.ts';
export type { Tables } from './tables.ts';
