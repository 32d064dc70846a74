import { Hono } from 'hono';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, type Scope, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { requirePerson, worksIn } from '../../people/index.ts';
import { standardInForce } from '../../standards/index.ts';
import type { UnitAtWork } from '../../territory/index.ts';
import { type Activity, findActivity, type LinkChoices } from '../activity-of-unit.ts';
import { unitOfLog } from '../commands/context.ts';
import { changeActivity } from '../commands/record-activity.ts';
import { removeActivity } from '../commands/remove-activity.ts';
import { type Fields, seenRevision } from '../form-reading.ts';
import { messages } from '../messages.ts';
import { ActivityFormPage } from '../pages/activity-form-page.tsx';
import { ActivityPage, type ActivityPageProps } from '../pages/activity-page.tsx';
import { activityPath, logOfYearPath } from '../paths.ts';
import { mayRecordFor, mayRemove, maySeeFile } from '../policy.ts';
import { type FieldFaults, fieldsOf, kindOfSlug, readActivity } from '../schema.ts';
import { organisationsToRecordFor } from './choices.ts';
import { ACTIVITY, type ActivitiesDependencies, frameOf, page, placeOf } from './common.tsx';
import { differences } from './differences.ts';

/** What an address says was done. */
const DONE = {
  luu: 'saved',
  tep: 'fileAdded',
  'xoa-tep': 'fileRemoved',
  gan: 'linked',
  'bo-gan': 'unlinked',
} as const;

/** The activity of the address for who may see it. @throws RequestError 404 */
export async function activityOf(
  c: RequestContext,
  scope: Scope,
  actor: PersonActor,
): Promise<{ unit: UnitAtWork; activity: Activity; choices: LinkChoices }> {
  const { unitCode, id } = placeOf(c);
  const unit = await unitOfLog(scope, actor, unitCode);
  const found = await findActivity(scope, unit.id, id, { withChoices: worksIn(actor, unit.id) });
  if (found === undefined) throw notFound();
  return { unit, ...found };
}

/** The page of an activity, also as the answer to a form on it that could not be read. */
export async function activityPage(
  c: RequestContext,
  actor: PersonActor,
  dependencies: ActivitiesDependencies,
  answer: Pick<ActivityPageProps, 'errors'> = {},
) {
  const { database, clock, standards } = dependencies;
  const { unit, activity, choices } = await withReadScope(database, actor, (scope) =>
    activityOf(c, scope, actor),
  );
  const mayChange = mayRecordFor(actor, unit.id, activity.organisationId);
  // What was typed is answered only to who may do the deed at all.
  if (answer.errors && !mayChange) throw notAllowed('activities.may-not-change');
  const { language } = c.var;
  const { standard } = standardInForce(standards, `${activity.year}-12-31`);
  const files = activity.files.filter((file) => maySeeFile(actor, unit.id, file));
  const done = DONE[c.req.query('xong') as keyof typeof DONE];
  return page(
    c,
    <ActivityPage
      frame={frameOf(c, actor, dependencies)}
      unit={unit}
      activity={{ ...activity, files }}
      hiddenFiles={activity.files.length - files.length}
      choices={choices}
      criteria={standard.criteria.map(({ number, name, nameEn }) => ({
        number,
        name: language === 'vi' ? name : nameEn,
      }))}
      mayChange={mayChange}
      mayRemove={mayRemove(actor, unit.id, activity)}
      mayRemoveFile={(file) => mayRemove(actor, unit.id, file)}
      today={today(clock)}
      done={done === undefined || answer.errors ? undefined : messages[language].page[done]}
      {...answer}
    />,
    answer.errors ? 422 : 200,
  );
}

/** One activity: looked at, corrected, taken out. */
export function activityRoutes(dependencies: ActivitiesDependencies): Hono<RequestEnvironment> {
  const { database } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  routes.get(ACTIVITY, (c) => activityPage(c, requirePerson(c), dependencies));

  async function formPage(
    c: RequestContext,
    actor: PersonActor,
    typed?: { readonly values: Fields; readonly faults: FieldFaults; readonly status: 409 | 422 },
  ) {
    const { unit, activity, choices } = await withReadScope(database, actor, (scope) =>
      activityOf(c, scope, actor),
    );
    if (!mayRecordFor(actor, unit.id, activity.organisationId)) throw notAllowed('activities.may-not-change');
    const organisations = organisationsToRecordFor(actor, unit.id, choices.organisations);
    const stored = fieldsOf(activity);
    const values = typed?.values ?? stored;
    const isConflict = typed?.status === 409;
    return page(
      c,
      <ActivityFormPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        kind={activity.kind}
        activity={activity}
        // With a conflict the stored values are on the screen now: saving once more replaces them knowingly.
        revision={typed?.status === 422 ? seenRevision(typed.values) : activity.revision}
        values={values}
        organisations={withOwn(organisations, activity)}
        faults={typed?.faults ?? {}}
        conflicts={isConflict ? differences(stored, values, organisations, c.var.language) : []}
      />,
      typed?.status ?? 200,
    );
  }

  routes.get(`${ACTIVITY}/sua`, (c) => formPage(c, requirePerson(c)));

  routes.post(`${ACTIVITY}/sua`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const values = await formFields(c);
    const kind = kindOfSlug(values.loai);
    if (kind === null) return formPage(c, actor, { values, faults: {}, status: 422 });
    const form = readActivity(kind, values);
    if (!form.ok) return formPage(c, actor, { values, faults: form.faults, status: 422 });
    const changed = await changeActivity(dependencies, actor, place, form.value, seenRevision(values));
    if (!changed) return formPage(c, actor, { values, faults: {}, status: 409 });
    return c.redirect(`${activityPath(place.unitCode, place.id)}?xong=luu`, 303);
  });

  routes.post(`${ACTIVITY}/xoa`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const { year } = await removeActivity(dependencies, actor, place);
    return c.redirect(`${logOfYearPath(place.unitCode, { year })}&xong=xoa`, 303);
  });

  return routes;
}

/** An organisation that has ended still stands in the form of what it did. */
function withOwn(
  organisations: readonly { readonly id: Activity['organisationId']; readonly name: string }[],
  { organisationId, organisationName }: Activity,
) {
  return organisations.some(({ id }) => id === organisationId)
    ? organisations
    : [...organisations, { id: organisationId, name: organisationName }];
}
