import type { Clock } from '../../../platform/clock.ts';
import type { Database, PersonActor, Scope } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/file-store/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { findUnitAtWork, type UnitAtWork } from '../../territory/index.ts';
import { maySeeCommitments } from '../policy.ts';

/** What every deed on commitments needs. */
export interface CommitmentsContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: FileStore;
}

/** Which village's promise for which year. */
export interface CommitmentPlace {
  readonly unitCode: string;
  readonly placeId: string;
  readonly year: number;
}

/** The unit of the address, for who sees its commitments. @throws RequestError 404 for everybody else */
export async function unitOfCommitments(scope: Scope, actor: PersonActor, code: string): Promise<UnitAtWork> {
  const unit = await findUnitAtWork(scope, code);
  if (unit === undefined || !maySeeCommitments(actor, unit.id)) throw notFound();
  return unit;
}
