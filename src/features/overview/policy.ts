import type { PersonActor } from '../../platform/database/index.ts';
import { notFound } from '../../platform/http/index.ts';

/** Whoever works for a province sees where its units stand; for everybody else there is no such page. */
export function maySeeOverview(actor: PersonActor): boolean {
  return actor.unit.level === 'province';
}

/** @throws RequestError 404 for who may not see the overview */
export function requireOverview(actor: PersonActor): void {
  if (!maySeeOverview(actor)) throw notFound();
}
