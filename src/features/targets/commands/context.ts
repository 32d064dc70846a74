import type { Clock } from '../../../platform/clock.ts';
import type { Database, PersonActor, Scope, UnitId } from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { findUnitAtWork, type UnitAtWork } from '../../territory/index.ts';
import { maySeeTargets } from '../policy.ts';

/** What every deed on targets needs. */
export interface TargetsContext {
  readonly database: Database;
  readonly clock: Clock;
}

/** The unit of the address, for who sees its targets. @throws RequestError 404 for everybody else */
export async function unitOfTargets(
  scope: Scope,
  actor: PersonActor,
  code: string,
): Promise<UnitAtWork & { readonly id: UnitId }> {
  const unit = await findUnitAtWork(scope, code);
  if (unit === undefined || !maySeeTargets(actor, unit.id)) throw notFound();
  return unit;
}
