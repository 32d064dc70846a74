import type { Clock } from '../../../platform/clock.ts';
import type { Database, PersonActor, Scope } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/file-store/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import { worksIn } from '../../people/index.ts';
import { findUnitAtWork, type UnitAtWork } from '../../territory/index.ts';
import { type HeldActivity, lockActivity } from '../activity-of-unit.ts';
import { mayRecordFor, maySeeLog } from '../policy.ts';

/** What the deeds on the log need. */
export interface ActivitiesContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: FileStore;
}

/** Which activity of which unit a deed is about. */
export interface ActivityPlace {
  readonly unitCode: string;
  readonly id: string;
}

/** The unit, for who may see its log. @throws RequestError 404 for everybody else */
export async function unitOfLog(scope: Scope, actor: PersonActor, unitCode: string): Promise<UnitAtWork> {
  const unit = await findUnitAtWork(scope, unitCode);
  if (unit === undefined || !maySeeLog(actor, unit.id)) throw notFound();
  return unit;
}

/** The unit, for who works in it. @throws RequestError 403 for who only reads its log, 404 for everybody else */
export async function unitToWorkIn(
  scope: Scope,
  actor: PersonActor,
  unitCode: string,
  code: string,
): Promise<UnitAtWork> {
  const unit = await unitOfLog(scope, actor, unitCode);
  if (!worksIn(actor, unit.id)) throw notAllowed(code);
  return unit;
}

/**
 * The activity held for a change, for who may change it.
 * @throws RequestError 404 where there is none to know of, 403 where the person may only read it
 */
export async function activityToChange(
  scope: Scope,
  actor: PersonActor,
  { unitCode, id }: ActivityPlace,
): Promise<{ unit: UnitAtWork; activity: HeldActivity }> {
  const unit = await unitToWorkIn(scope, actor, unitCode, 'activities.may-not-change');
  const activity = await lockActivity(scope, unit.id, id);
  if (activity === undefined) throw notFound();
  if (!mayRecordFor(actor, unit.id, activity.organisationId)) throw notAllowed('activities.may-not-change');
  return { unit, activity };
}
