import { Hono } from 'hono';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { LARGEST_FORM_FILE } from '../../../platform/http/security.ts';
import { type Fields, frameOfWork, pageOfWork } from '../../activities/index.ts';
import { uploadForm } from '../../files/index.ts';
import { requirePerson } from '../../people/index.ts';
import { tasksForChoice } from '../../tasks/index.ts';
import { addEvidence } from '../commands/add-evidence.ts';
import { bringFiles, discardFile } from '../commands/bring-file.ts';
import { unitToAddTo } from '../commands/context.ts';
import { messages } from '../messages.ts';
import { BringPage } from '../pages/bring-page.tsx';
import { DescribeUploadPage } from '../pages/describe-pages.tsx';
import { bringPath, chosenPath, describeUploadPath } from '../paths.ts';
import { proposedBoxes } from '../proposal.ts';
import { evidenceOfSameContent } from '../queries/evidence.ts';
import { findWaitingFile, listWaitingFiles } from '../queries/waiting.ts';
import { type EvidenceFaults, readContent, readUses } from '../schema.ts';
import {
  type EvidenceDependencies,
  idOf,
  indicatorsOf,
  LIBRARY,
  purposeOf,
  standardOf,
  thisYear,
  unitCodeOf,
  withDone,
} from './common.tsx';

/** Files come in, and become evidence once they are described. */
export function bringRoutes(dependencies: EvidenceDependencies): Hono<RequestEnvironment> {
  const { database } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  async function bringPage(c: RequestContext, actor: PersonActor, faults?: readonly string[]) {
    const { unit, waiting } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitToAddTo(scope, actor, unitCodeOf(c));
      return { unit, waiting: await listWaitingFiles(scope, actor, unit.id) };
    });
    return pageOfWork(
      c,
      <BringPage
        frame={{
          ...frameOfWork(c, actor, dependencies),
          assets: dependencies.assets.forPage('upload'),
        }}
        unit={unit}
        purpose={purposeOf(c)}
        waiting={waiting}
        largestForm={LARGEST_FORM_FILE}
        largestFile={dependencies.uploads.largestFile}
        faults={faults}
        done={c.req.query('xong')}
      />,
      faults === undefined ? 200 : 422,
    );
  }

  routes.get(`${LIBRARY}/them`, (c) => bringPage(c, requirePerson(c)));

  routes.post(`${LIBRARY}/them`, async (c) => {
    const actor = requirePerson(c);
    const unitCode = unitCodeOf(c);
    const brought = (await uploadForm(c)).files.tep ?? [];
    const { waiting, refused } = await bringFiles(dependencies, actor, unitCode, brought);
    const words = messages[c.var.language].fileFaults;
    if (brought.length === 0) return bringPage(c, actor, [words.fileMissing]);
    if (refused.length > 0)
      return bringPage(
        c,
        actor,
        refused.map(({ name, fault }) => (fault === 'tooMany' ? words.tooMany : words[fault](name))),
      );
    const [only] = waiting;
    const path =
      waiting.length === 1
        ? describeUploadPath(unitCode, only!, purposeOf(c))
        : `${bringPath(unitCode, { ...purposeOf(c) })}`;
    return c.redirect(waiting.length === 1 ? path : withDone(path, 'nhan'), 303);
  });

  async function describePage(
    c: RequestContext,
    actor: PersonActor,
    refused?: { readonly fields: Fields; readonly faults: EvidenceFaults },
  ) {
    const purpose = purposeOf(c);
    const year = purpose.year ?? thisYear(dependencies);
    const { unit, waiting, same, tasks } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitToAddTo(scope, actor, unitCodeOf(c));
      const waiting = await findWaitingFile(scope, actor, unit.id, idOf(c, 'upload'));
      if (waiting === undefined) throw notFound();
      return {
        unit,
        waiting,
        same: await evidenceOfSameContent(scope, actor, unit.id, waiting.sha256),
        tasks: await tasksForChoice(scope, unit.id, year),
      };
    });
    const proposed = refused === undefined ? await proposedBoxes(dependencies.files, waiting) : {};
    const boxes = refused?.fields ?? {
      ten: waiting.name.replace(/\.[^.]{1,5}$/, ''),
      nam: String(year),
      ...(waiting.showsChildren ? { co_tre_em: 'co' } : {}),
      ...(purpose.indicator === undefined ? {} : { [`chi_tieu.${purpose.indicator}`]: 'co' }),
      ...(purpose.taskId === undefined ? {} : { nhiem_vu: purpose.taskId }),
      ...proposed,
    };
    return pageOfWork(
      c,
      <DescribeUploadPage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        standard={standardOf(dependencies)}
        thisYear={thisYear(dependencies)}
        waiting={waiting}
        purpose={purpose}
        tasks={tasks}
        same={same}
        boxes={boxes}
        proposed={Object.keys(proposed).length > 0}
        faults={refused?.faults ?? {}}
      />,
      refused === undefined ? 200 : 422,
    );
  }

  routes.get(`${LIBRARY}/them/:upload{[0-9a-f-]{36}}`, (c) => describePage(c, requirePerson(c)));

  routes.post(`${LIBRARY}/them/:upload{[0-9a-f-]{36}}`, async (c) => {
    const actor = requirePerson(c);
    const unitCode = unitCodeOf(c);
    const uploadId = idOf(c, 'upload');
    const fields = await formFields(c);
    const content = readContent(fields);
    const uses = readUses(fields, indicatorsOf(dependencies));
    const isAgain = fields.trung !== 'co' && (await isInLibrary(c, actor, uploadId));
    if (!content.ok || !uses.ok || isAgain)
      return describePage(c, actor, {
        fields,
        faults: {
          ...(content.ok ? {} : content.faults),
          ...(uses.ok ? {} : uses.faults),
          ...(isAgain ? { trung: 'duplicate' as const } : {}),
        },
      });
    const id = await addEvidence(dependencies, actor, unitCode, content.value, { uploadId }, uses.value);
    return c.redirect(withDone(chosenPath(unitCode, id, purposeOf(c)), 'them'), 303);
  });

  routes.post(`${LIBRARY}/them/:upload{[0-9a-f-]{36}}/bo`, async (c) => {
    const unitCode = unitCodeOf(c);
    await discardFile(dependencies, requirePerson(c), unitCode, idOf(c, 'upload'));
    return c.redirect(withDone(bringPath(unitCode), 'bo-tep'), 303);
  });

  /** Whether the content of an upload is evidence already, as far as the person may know. */
  function isInLibrary(c: RequestContext, actor: PersonActor, uploadId: string): Promise<boolean> {
    return withReadScope(database, actor, async (scope) => {
      const unit = await unitToAddTo(scope, actor, unitCodeOf(c));
      const waiting = await findWaitingFile(scope, actor, unit.id, uploadId);
      if (waiting === undefined) throw notFound();
      return (await evidenceOfSameContent(scope, actor, unit.id, waiting.sha256)).length > 0;
    });
  }

  return routes;
}
