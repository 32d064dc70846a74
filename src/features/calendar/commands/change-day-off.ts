import {
  newId,
  type PersonActor,
  type Scope,
  sqlBuilder,
  withScope,
} from '../../../platform/database/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { findUnitAtWork, type UnitAtWork } from '../../territory/index.ts';
import { changesTheDay, type DayChange } from '../holidays.ts';
import { mayChangeDaysOff, maySeeCalendar } from '../policy.ts';
import type { CalendarContext } from './context.ts';

/** The unit whose days off the actor changes. @throws RequestError 404 or 403 */
async function unitToChange(scope: Scope, actor: PersonActor, unitCode: string): Promise<UnitAtWork> {
  const unit = await findUnitAtWork(scope, unitCode);
  if (unit === undefined || !maySeeCalendar(actor, unit.id)) throw notFound();
  if (!mayChangeDaysOff(actor, unit.id)) throw notAllowed('calendar.may-not-change-days-off');
  return unit;
}

export type DayOffChange =
  | { readonly ok: true }
  /** The day already is what it was to become. */
  | { readonly ok: false; readonly fault: 'alreadyOff' | 'alreadyWorked' };

/** Makes a day off, or worked, in the own unit; a change of the same day before it is replaced. */
export async function changeDayOff(
  { database, clock }: CalendarContext,
  actor: PersonActor,
  unitCode: string,
  { day, kind, name }: DayChange,
): Promise<DayOffChange> {
  return withScope(database, actor, async (scope): Promise<DayOffChange> => {
    const unit = await unitToChange(scope, actor, unitCode);
    if (!changesTheDay(day, kind))
      return { ok: false, fault: kind === 'off' ? 'alreadyOff' : 'alreadyWorked' };
    const change = { kind, name, changed_by: actor.personId, changed_at: clock.now() };
    await scope.rows(
      sqlBuilder
        .insertInto('holiday_change')
        .values({ unit_id: unit.id, id: newId<string>(), day, ...change })
        .onConflict((conflict) => conflict.columns(['unit_id', 'day']).doUpdateSet(change)),
    );
    const object = { kind: 'unit', id: unit.id };
    recordAudit(scope, unit.id, clock.now(), { deed: 'changeDayOff', object, fields: [`day.${day}`] });
    return { ok: true };
  });
}

/** Takes the unit's change of a day away: it is again what the program says. @throws RequestError 404, also without a change */
export async function removeDayChange(
  { database, clock }: CalendarContext,
  actor: PersonActor,
  unitCode: string,
  day: string,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const unit = await unitToChange(scope, actor, unitCode);
    const removed = await scope.first(
      sqlBuilder
        .deleteFrom('holiday_change')
        .where('unit_id', '=', unit.id)
        .where('day', '=', day)
        .returning('id'),
    );
    if (removed === undefined) throw notFound();
    const object = { kind: 'unit', id: unit.id };
    recordAudit(scope, unit.id, clock.now(), { deed: 'removeDayChange', object, fields: [`day.${day}`] });
  });
}
