import { Hono } from 'hono';
import { normaliseText } from '../../../domain/text/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import { formFields, type RequestContext, type RequestEnvironment } from '../../../platform/http/index.ts';
import { listOrganisations, requirePerson, worksIn } from '../../people/index.ts';
import { unitOfLog, unitToWorkIn } from '../commands/context.ts';
import { recordActivity } from '../commands/record-activity.ts';
import { type Fields, isId, pageOf, yearOf } from '../form-reading.ts';
import { messages } from '../messages.ts';
import { ActivityFormPage } from '../pages/activity-form-page.tsx';
import { ChooseKindPage } from '../pages/choose-kind-page.tsx';
import { LogPage } from '../pages/log-page.tsx';
import { activityPath } from '../paths.ts';
import { keepsLog } from '../policy.ts';
import { listActivities } from '../queries.ts';
import { type FieldFaults, kindOfSlug, readActivity } from '../schema.ts';
import { organisationsToRecordFor } from './choices.ts';
import { type ActivitiesDependencies, frameOf, LOG, page } from './common.tsx';

/** The log of a year, and recording a new activity in it. */
export function logRoutes(dependencies: ActivitiesDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  routes.get(LOG, async (c) => {
    const actor = requirePerson(c);
    const day = today(clock);
    const organisation = c.req.query('to_chuc');
    const filter = {
      year: yearOf(c.req.query('nam'), Number(day.slice(0, 4))),
      kind: kindOfSlug(c.req.query('loai')),
      organisationId: isId(organisation) ? organisation : null,
      search: normaliseText(c.req.query('tim') ?? '').slice(0, 100),
    };
    const { unit, log } = await withReadScope(database, actor, async (scope) => {
      const found = await unitOfLog(scope, actor, c.req.param('unit'));
      const narrowed = { ...filter, page: pageOf(c.req.query('trang')) };
      return { unit: found, log: await listActivities(scope, found.id, narrowed) };
    });
    const removed = c.req.query('xong') === 'xoa';
    return page(
      c,
      <LogPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        log={log}
        filter={filter}
        mayRecord={worksIn(actor, unit.id)}
        today={day}
        done={removed ? messages[c.var.language].page.removed : undefined}
      />,
    );
  });

  async function newActivityPage(
    c: RequestContext,
    actor: PersonActor,
    typed?: { readonly values: Fields; readonly faults: FieldFaults },
  ) {
    const day = today(clock);
    const { unit, organisations } = await withReadScope(database, actor, async (scope) => {
      const found = await unitToWorkIn(scope, actor, c.req.param('unit')!, 'activities.may-not-record');
      const ofUnit = keepsLog(actor, found.id) ? await listOrganisations(scope, found.id, day) : [];
      return { unit: found, organisations: organisationsToRecordFor(actor, found.id, ofUnit) };
    });
    const frame = frameOf(c, actor, dependencies);
    const kind = kindOfSlug(c.req.query('loai'));
    if (kind === null) return page(c, <ChooseKindPage frame={frame} unit={unit} />);
    return page(
      c,
      <ActivityFormPage
        frame={frame}
        unit={unit}
        kind={kind}
        activity={null}
        revision={0}
        values={typed?.values ?? { so_tin: '1', don_vi: organisations[0]?.id ?? '' }}
        organisations={organisations}
        faults={typed?.faults ?? {}}
        conflicts={[]}
      />,
      typed === undefined ? 200 : 422,
    );
  }

  routes.get(`${LOG}/moi`, (c) => newActivityPage(c, requirePerson(c)));

  routes.post(`${LOG}/moi`, async (c) => {
    const actor = requirePerson(c);
    const values = await formFields(c);
    const kind = kindOfSlug(values.loai);
    if (kind === null) return newActivityPage(c, actor);
    const form = readActivity(kind, values);
    if (!form.ok) return newActivityPage(c, actor, { values, faults: form.faults });
    const unitCode = c.req.param('unit');
    const id = await recordActivity(dependencies, actor, unitCode, form.value);
    return c.redirect(`${activityPath(unitCode, id)}?xong=luu`, 303);
  });

  return routes;
}
