import { Hono } from 'hono';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { frameOfWork, isId, pageOf, pageOfWork } from '../../activities/index.ts';
import { requirePerson } from '../../people/index.ts';
import { bringFiles } from '../commands/bring-file.ts';
import { unitToAddTo } from '../commands/context.ts';
import { messages } from '../messages.ts';
import { TakeOverPage } from '../pages/take-over-page.tsx';
import { describeUploadPath } from '../paths.ts';
import { findFileOfRecord, listFilesOfRecords } from '../queries/files-of-records.ts';
import { type EvidenceDependencies, LIBRARY, unitCodeOf } from './common.tsx';

/** Files of activities and tasks become evidence without being uploaded again. */
export function takeOverRoutes(dependencies: EvidenceDependencies): Hono<RequestEnvironment> {
  const { database, files } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  async function takeOverPage(c: RequestContext, actor: PersonActor, fault?: string) {
    const page = pageOf(c.req.query('trang'));
    const { unit, list } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitToAddTo(scope, actor, unitCodeOf(c));
      return { unit, list: await listFilesOfRecords(scope, unit.id, page) };
    });
    return pageOfWork(
      c,
      <TakeOverPage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        {...list}
        page={page}
        fault={fault}
      />,
      fault === undefined ? 200 : 422,
    );
  }

  routes.get(`${LIBRARY}/tu-ho-so`, (c) => takeOverPage(c, requirePerson(c)));

  // Who adds to the library works in the unit, and whoever does sees the files of its activities and tasks.
  routes.post(`${LIBRARY}/tu-ho-so`, async (c) => {
    const actor = requirePerson(c);
    const unitCode = unitCodeOf(c);
    const { tep = '' } = await formFields(c);
    const file = await withReadScope(database, actor, async (scope) => {
      const unit = await unitToAddTo(scope, actor, unitCode);
      return isId(tep) ? findFileOfRecord(scope, unit.id, tep) : undefined;
    });
    if (file === undefined) throw notFound();
    // A file of its own: the record may lose its file without the library losing it.
    const bytes = await files.read(file.sha256);
    const { waiting, refused } = await bringFiles(dependencies, actor, unitCode, [
      { ...file, bytes, sourceFileId: file.fileId },
    ]);
    const words = messages[c.var.language].fileFaults;
    const [fault] = refused;
    if (fault !== undefined)
      return takeOverPage(
        c,
        actor,
        fault.fault === 'tooMany' ? words.tooMany : words[fault.fault](fault.name),
      );
    return c.redirect(describeUploadPath(unitCode, waiting[0]!), 303);
  });

  return routes;
}
