import {
  newId,
  type PersonActor,
  prepared,
  sqlBuilder,
  withScope,
} from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type ActivitiesContext, type ActivityPlace, activityToChange } from './context.ts';

/** What an activity is linked to; all at once where several are chosen. */
export interface NewLinks {
  readonly taskId: string | null;
  readonly targetId: string | null;
  readonly criterion: number | null;
}

/** Links each of the three that is given; one that is there already stays as it is. Gives how many of the ids exist. */
const linkStatement = prepared<{ known: number }>(
  'link_activity',
  `with wanted (id, task_id, target_id, criterion) as (
     select $3::uuid, k.id, null::uuid, null::smallint from task k where k.unit_id = $1 and k.id = $6
     union all select $4::uuid, null, g.id, null from target g where g.unit_id = $1 and g.id = $7
     union all select $5::uuid, null, null, $8::smallint where $8::smallint is not null
   ), linked as (
     insert into activity_link (unit_id, id, activity_id, task_id, target_id, criterion)
     select $1, id, $2, task_id, target_id, criterion from wanted on conflict do nothing
   ) select count(*)::int as known from wanted`,
);

/** Says what an activity serves: a task, a target, a criterion of the standard. */
export async function linkActivity(
  context: ActivitiesContext,
  actor: PersonActor,
  place: ActivityPlace,
  { taskId, targetId, criterion }: NewLinks,
): Promise<void> {
  await withScope(context.database, actor, async (scope) => {
    const { unit, activity } = await activityToChange(scope, actor, place);
    const [linked] = await scope.run(linkStatement, [
      unit.id,
      activity.id,
      newId(),
      newId(),
      newId(),
      taskId,
      targetId,
      criterion,
    ]);
    const wanted = [taskId, targetId, criterion].filter((one) => one !== null).length;
    if (linked!.known !== wanted) throw notFound();
    recordAudit(scope, unit.id, context.clock.now(), {
      deed: 'linkActivity',
      object: { kind: 'activity', id: activity.id },
      fields: [
        ...(taskId === null ? [] : ['task']),
        ...(targetId === null ? [] : ['target']),
        ...(criterion === null ? [] : ['criterion']),
      ],
    });
  });
}

/** Takes one link away. */
export async function unlinkActivity(
  context: ActivitiesContext,
  actor: PersonActor,
  place: ActivityPlace,
  linkId: string,
): Promise<void> {
  await withScope(context.database, actor, async (scope) => {
    const { unit, activity } = await activityToChange(scope, actor, place);
    const removed = await scope.first(
      sqlBuilder
        .deleteFrom('activity_link')
        .where('unit_id', '=', unit.id)
        .where('activity_id', '=', activity.id)
        .where('id', '=', linkId)
        .returning('id'),
    );
    if (removed === undefined) throw notFound();
    recordAudit(scope, unit.id, context.clock.now(), {
      deed: 'unlinkActivity',
      object: { kind: 'activity', id: activity.id },
      fields: ['link'],
    });
  });
}
