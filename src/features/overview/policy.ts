import { notFound } from '../../platform/http/index.ts';
import { hasRole, type PersonActor } from '../../platform/database/index.ts';

/** The appraisers of a province see where its units stand; for everybody else there is no such page. */
export function maySeeOverview(actor: PersonActor): boolean {
  return actor.unit.level === 'province' && hasRole(actor, 'appraiser');
}

/** @throws RequestError 404 for who may not see the overview */
export function requireOverview(actor: PersonActor): void {
  if (!maySeeOverview(actor)) throw notFound();
}
