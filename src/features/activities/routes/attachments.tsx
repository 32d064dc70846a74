import { Hono } from 'hono';
import { withReadScope } from '../../../platform/database/index.ts';
import { formFields, notFound, type RequestEnvironment } from '../../../platform/http/index.ts';
import { fileAnswer, findFile, uploadForm } from '../../files/index.ts';
import { requirePerson } from '../../people/index.ts';
import { addFile, removeFile } from '../commands/files-of-activity.ts';
import { linkActivity, unlinkActivity } from '../commands/link-activity.ts';
import { isId } from '../form-reading.ts';
import { messages } from '../messages.ts';
import { activityPath } from '../paths.ts';
import { maySeeFile } from '../policy.ts';
import { activityOf, activityPage } from './activity.tsx';
import { ACTIVITY, type ActivitiesDependencies, placeOf } from './common.tsx';

/** Files of an activity, and what it serves. */
export function attachmentRoutes(dependencies: ActivitiesDependencies): Hono<RequestEnvironment> {
  const { database, files } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  routes.post(`${ACTIVITY}/tep`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const form = await uploadForm(c);
    const showsChildren = form.fields.co_hinh_tre_em === 'co';
    const fault = await addFile(dependencies, actor, place, form.files.tep_moi?.[0], showsChildren);
    if (fault !== null) {
      const message = messages[c.var.language].faults[fault];
      return activityPage(c, actor, dependencies, { errors: [{ field: 'tep_moi', message }] });
    }
    return c.redirect(`${activityPath(place.unitCode, place.id)}?xong=tep#tep`, 303);
  });

  routes.get(`${ACTIVITY}/tep/:file{[0-9a-f-]{36}}`, async (c) => {
    const actor = requirePerson(c);
    const stored = await withReadScope(database, actor, async (scope) => {
      const { unit, activity } = await activityOf(c, scope, actor);
      const file = activity.files.find(({ id }) => id === c.req.param('file'));
      if (file === undefined || !maySeeFile(actor, unit.id, file)) throw notFound();
      return findFile(scope, unit.id, file.fileId);
    });
    if (stored === undefined) throw notFound();
    return fileAnswer(c, files, stored);
  });

  routes.post(`${ACTIVITY}/tep/:file{[0-9a-f-]{36}}/xoa`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    await removeFile(dependencies, actor, place, placeOf(c, 'file').id);
    return c.redirect(`${activityPath(place.unitCode, place.id)}?xong=xoa-tep`, 303);
  });

  routes.post(`${ACTIVITY}/gan`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const fields = await formFields(c);
    const links = {
      taskId: isId(fields.nhiem_vu) ? fields.nhiem_vu : null,
      targetId: isId(fields.chi_tieu) ? fields.chi_tieu : null,
      criterion: /^\d{1,2}$/.test(fields.tieu_chi ?? '') ? Number(fields.tieu_chi) : null,
    };
    const nothing = Object.values(links).every((link) => link === null);
    if (nothing) {
      const message = messages[c.var.language].faults.linkMissing;
      return activityPage(c, actor, dependencies, { errors: [{ field: 'nhiem_vu', message }] });
    }
    await linkActivity(dependencies, actor, place, links);
    return c.redirect(`${activityPath(place.unitCode, place.id)}?xong=gan`, 303);
  });

  routes.post(`${ACTIVITY}/gan/:link{[0-9a-f-]{36}}/xoa`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    await unlinkActivity(dependencies, actor, place, placeOf(c, 'link').id);
    return c.redirect(`${activityPath(place.unitCode, place.id)}?xong=bo-gan`, 303);
  });

  return routes;
}
