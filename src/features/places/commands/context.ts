import type { Clock } from '../../../platform/clock.ts';
import { type Database, type PersonActor, prepared, type Scope } from '../../../platform/database/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import { findUnitAtWork, type UnitAtWork } from '../../territory/index.ts';
import { mayKeepPlaces, maySeePlaces } from '../policy.ts';

/** What every deed on places needs. */
export interface PlacesContext {
  readonly database: Database;
  readonly clock: Clock;
}

/** The unit of the address, for who sees its places. @throws RequestError 404 for everybody else */
export async function unitOfPlaces(scope: Scope, actor: PersonActor, code: string): Promise<UnitAtWork> {
  const unit = await findUnitAtWork(scope, code);
  if (unit === undefined || !maySeePlaces(actor, unit.id)) throw notFound();
  return unit;
}

const lockPlaces = prepared(
  'lock_places',
  `select pg_advisory_xact_lock(hashtextextended('places ' || $1::text, 0))`,
);

/** The unit, for who keeps its lists; deeds of one unit follow one another. @throws RequestError 404 or 403 */
export async function unitToKeep(scope: Scope, actor: PersonActor, code: string): Promise<UnitAtWork> {
  const unit = await unitOfPlaces(scope, actor, code);
  if (!mayKeepPlaces(actor, unit.id)) throw notAllowed('places.may-not-keep');
  await scope.run(lockPlaces, [unit.id]);
  return unit;
}
