import { KINDS_WITH_ATTENDANCE } from '../../../domain/activity/index.ts';
import { searchKey } from '../../../domain/text/index.ts';
import {
  newId,
  type PersonActor,
  type PersonId,
  type Scope,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type ActivityContent, type Attendee, detailsOf } from '../content.ts';
import { mayRecordFor } from '../policy.ts';
import { type ActivitiesContext, type ActivityPlace, activityToChange, unitOfLog } from './context.ts';

/** The columns of an activity that its content fills. */
const columnsOf = (content: ActivityContent) => ({
  year: Number(content.heldFrom.slice(0, 4)),
  kind: content.kind,
  title: content.title,
  held_from: content.heldFrom,
  held_until: content.heldUntil,
  place: content.place,
  organisation_id: content.organisationId,
  channel: content.channel,
  audience: [...content.audience],
  children: content.children,
  adults: content.adults,
  summary: content.summary,
  outcome: content.outcome,
  details: detailsOf(content),
  search_key: searchKey(`${content.title} ${content.place ?? ''}`),
});

async function insertAttendance(
  scope: Scope,
  unitId: UnitId,
  activityId: string,
  attendance: readonly Attendee[],
): Promise<void> {
  if (attendance.length === 0) return;
  await scope.rows(
    sqlBuilder.insertInto('attendance').values(
      attendance.map(({ name, capacity }) => ({
        unit_id: unitId,
        id: newId<string>(),
        activity_id: activityId,
        name,
        capacity,
      })),
    ),
  );
}

/** Writes an activity as it is, without asking or telling anybody: for the deed below and for made-up data. */
export async function insertActivity(
  scope: Scope,
  unitId: UnitId,
  content: ActivityContent,
  recordedBy: PersonId,
  at: Date,
): Promise<string> {
  const id = newId<string>();
  await scope.rows(
    sqlBuilder
      .insertInto('activity')
      .values({ unit_id: unitId, id, ...columnsOf(content), recorded_by: recordedBy, recorded_at: at }),
  );
  await insertAttendance(scope, unitId, id, content.attendance);
  return id;
}

/** The organisation belongs to the unit and the person may record for it. */
async function assertMayRecordFor(
  scope: Scope,
  actor: PersonActor,
  unitId: UnitId,
  { organisationId }: ActivityContent,
): Promise<void> {
  if (!mayRecordFor(actor, unitId, organisationId)) throw notAllowed('activities.may-not-record');
  const organisation = await scope.first(
    sqlBuilder
      .selectFrom('organisation')
      .select('id')
      .where('unit_id', '=', unitId)
      .where('id', '=', organisationId),
  );
  if (organisation === undefined) throw notFound();
}

/** Records an activity in the log of the year in which it began. @returns its id */
export async function recordActivity(
  context: ActivitiesContext,
  actor: PersonActor,
  unitCode: string,
  content: ActivityContent,
): Promise<string> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitOfLog(scope, actor, unitCode);
    await assertMayRecordFor(scope, actor, unit.id, content);
    const at = context.clock.now();
    const id = await insertActivity(scope, unit.id, content, actor.personId, at);
    recordAudit(scope, unit.id, at, {
      deed: 'recordActivity',
      object: { kind: 'activity', id },
      fields: [content.kind],
    });
    return id;
  });
}

/**
 * Corrects an activity; its kind stays what it is. @returns false, with nothing written, when somebody else has changed
 * it since it was on the screen
 * @throws RequestError 403 or 404
 */
export async function changeActivity(
  context: ActivitiesContext,
  actor: PersonActor,
  place: ActivityPlace,
  content: ActivityContent,
  seenRevision: number,
): Promise<boolean> {
  return withScope(context.database, actor, async (scope) => {
    const { unit, activity } = await activityToChange(scope, actor, place);
    if (activity.kind !== content.kind) throw notFound();
    if (content.organisationId !== activity.organisationId)
      await assertMayRecordFor(scope, actor, unit.id, content);
    if (activity.revision !== seenRevision) return false;
    const at = context.clock.now();
    await scope.rows(
      sqlBuilder
        .updateTable('activity')
        .set({ ...columnsOf(content), revision: activity.revision + 1 })
        .where('unit_id', '=', unit.id)
        .where('id', '=', activity.id),
    );
    if (KINDS_WITH_ATTENDANCE.has(content.kind))
      await scope.rows(
        sqlBuilder
          .deleteFrom('attendance')
          .where('unit_id', '=', unit.id)
          .where('activity_id', '=', activity.id),
      );
    await insertAttendance(scope, unit.id, activity.id, content.attendance);
    recordAudit(scope, unit.id, at, {
      deed: 'changeActivity',
      object: { kind: 'activity', id: activity.id },
      fields: ['content'],
    });
    return true;
  });
}
