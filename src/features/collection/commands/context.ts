import type { Clock } from '../../../platform/clock.ts';
import type { Database, PersonActor, Scope } from '../../../platform/database/index.ts';
import { inWrongState, notAllowed, notFound } from '../../../platform/http/index.ts';
import type { StandardCatalogue } from '../../standards/index.ts';
import { findUnitAtWork, type UnitAtWork } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { mayLeadCollection, maySeeCollection } from '../policy.ts';
import { findRound, type Round } from '../queries/round.ts';

/** What the deeds of the collection need to be given. */
export interface CollectionContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly standards: StandardCatalogue;
}

/** A round as an address names it. */
export interface RoundAddress {
  readonly unitCode: string;
  readonly roundId: string;
}

/** Whether the round is about to be changed; see {@link findRound}. */
interface LockOption {
  readonly lock: boolean;
}

/** The unit of the address, for who sees its collection. @throws RequestError 404 for everybody else */
export async function unitOfCollection(scope: Scope, actor: PersonActor, code: string): Promise<UnitAtWork> {
  const unit = await findUnitAtWork(scope, code);
  if (unit === undefined || !maySeeCollection(actor, unit.id)) throw notFound();
  return unit;
}

/** The unit of the address, for who leads its collection. @throws RequestError 403 for who only sees it, else 404 */
export async function unitToLead(scope: Scope, actor: PersonActor, code: string): Promise<UnitAtWork> {
  const unit = await unitOfCollection(scope, actor, code);
  if (!mayLeadCollection(actor, unit.id)) throw notAllowed('collection.may-not-lead');
  return unit;
}

/** Unit and round of the address, for who sees the collection of the unit. @throws RequestError 404 for everybody else */
export async function roundOfUnit(
  scope: Scope,
  actor: PersonActor,
  { unitCode, roundId }: RoundAddress,
  options?: LockOption,
): Promise<{ unit: UnitAtWork; round: Round }> {
  const unit = await unitOfCollection(scope, actor, unitCode);
  const round = await findRound(scope, unit.id, roundId, options);
  if (round === undefined) throw notFound();
  return { unit, round };
}

/** As {@link roundOfUnit}, for who leads the collection. @throws RequestError 403 for who only sees it */
export async function roundToLead(
  scope: Scope,
  actor: PersonActor,
  address: RoundAddress,
  options?: LockOption,
): Promise<{ unit: UnitAtWork; round: Round }> {
  const found = await roundOfUnit(scope, actor, address, options);
  if (!mayLeadCollection(actor, found.unit.id)) throw notAllowed('collection.may-not-lead');
  return found;
}

/** As {@link roundToLead}. @throws RequestError 409 when the round is closed */
export async function openRoundToLead(
  scope: Scope,
  actor: PersonActor,
  address: RoundAddress,
  options?: LockOption,
): Promise<{ unit: UnitAtWork; round: Round }> {
  const found = await roundToLead(scope, actor, address, options);
  if (found.round.state === 'closed') throw inWrongState('collection.round-closed', messages.vi.roundClosed);
  return found;
}
