import { type PersonActor, prepared, withScope } from '../../../platform/database/index.ts';
import { inWrongState, notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { lockActivity } from '../activity-of-unit.ts';
import { mayRemove } from '../policy.ts';
import { type ActivitiesContext, type ActivityPlace, unitToWorkIn } from './context.ts';

/** What rests on an activity and would lose its ground. */
const dependents = prepared<{ petitions: number; fund_uses: number }>(
  'dependents_of_activity',
  `select (select count(*)::int from petition where unit_id = $1 and (activity_id = $2 or reviewed_at = $2)) as petitions,
          (select count(*)::int from fund_use where unit_id = $1 and activity_id = $2) as fund_uses`,
);

/** The activity with all that is only its own, in the order of the references; the content of files stays in the store. */
const removeStatement = prepared(
  'remove_activity',
  `with files as (delete from activity_file where unit_id = $1 and activity_id = $2 returning file_id),
        links as (delete from activity_link where unit_id = $1 and activity_id = $2),
        people as (delete from attendance where unit_id = $1 and activity_id = $2),
        stored as (delete from stored_file where unit_id = $1 and id in (select file_id from files))
   delete from activity where unit_id = $1 and id = $2`,
);

/**
 * Takes an activity out of the log, with its files, links and attendance.
 * @throws RequestError 409 while petitions or uses of the fund refer to it
 */
export async function removeActivity(
  context: ActivitiesContext,
  actor: PersonActor,
  place: ActivityPlace,
): Promise<{ year: number }> {
  return withScope(context.database, actor, async (scope) => {
    const unit = await unitToWorkIn(scope, actor, place.unitCode, 'activities.may-not-remove');
    const activity = await lockActivity(scope, unit.id, place.id);
    if (activity === undefined) throw notFound();
    if (!mayRemove(actor, unit.id, activity)) throw notAllowed('activities.may-not-remove');
    const [resting] = await scope.run(dependents, [unit.id, activity.id]);
    if (resting!.petitions > 0)
      throw inWrongState(
        'activities.has-petitions',
        'Hoạt động này còn kiến nghị của trẻ em gắn vào. Hãy chuyển hoặc xóa các kiến nghị đó trước.',
      );
    if (resting!.fund_uses > 0)
      throw inWrongState(
        'activities.has-fund-uses',
        'Hoạt động này còn khoản chi của Quỹ Bảo trợ trẻ em gắn vào. Hãy sửa khoản chi đó trước.',
      );
    scope.send(removeStatement, [unit.id, activity.id]);
    recordAudit(scope, unit.id, context.clock.now(), {
      deed: 'removeActivity',
      object: { kind: 'activity', id: activity.id },
      fields: [],
    });
    return { year: activity.year };
  });
}
