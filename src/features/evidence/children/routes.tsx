import { Hono } from 'hono';
import { mayBePublished } from '../../../domain/evidence/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { blackOut, PictureError } from '../../../platform/pictures/index.ts';
import { frameOfWork, pageOfWork } from '../../activities/index.ts';
import { fileAnswer, findFile, uploadForm } from '../../files/index.ts';
import { requirePerson } from '../../people/index.ts';
import { unitOfLibrary } from '../commands/context.ts';
import { childrenPath, redactPath } from '../paths.ts';
import { copyFor, mayChange } from '../policy.ts';
import { type Evidence, findEvidence } from '../queries/evidence.ts';
import { EVIDENCE, type EvidenceDependencies, idOf, placeOf, unitCodeOf } from '../routes/common.tsx';
import { ChildrenPage, type ChildrenPageProps } from './children-page.tsx';
import { readConsentPaper } from './consent-paper.ts';
import { fileAtTheDoor, listConsents } from './consents-query.ts';
import { messages } from './messages.ts';
import { publishEvidence, recordConsent, unpublishEvidence, withdrawConsent } from './publish.ts';
import { keepRedactedCopy } from './redact.ts';
import { RedactPage, type RedactPageProps } from './redact-page.tsx';
import { AREA_BOXES, readAreas, readConsent } from './schema.ts';

const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** What protects the children whom an evidence shows: the blacked-out copy, the consents, publishing. */
export function childrenRoutes(dependencies: EvidenceDependencies): Hono<RequestEnvironment> {
  const { database, clock, files } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  /** The evidence for who may change it. @throws RequestError 403 or 404 */
  const evidenceFor = (c: RequestContext, actor: PersonActor) =>
    withReadScope(database, actor, async (scope) => {
      const unit = await unitOfLibrary(scope, actor, unitCodeOf(c));
      const evidence = await findEvidence(scope, actor, unit.id, idOf(c));
      if (!mayChange(actor, evidence)) throw notAllowed('evidence.may-not-change');
      const file = await findFile(scope, unit.id, evidence.files[0]!.fileId);
      return { unit, evidence, file, consents: await listConsents(scope, evidence) };
    });

  function reasonNotToRedact(actor: PersonActor, evidence: Evidence): RedactPageProps['cannot'] {
    const file = evidence.files[0]!;
    if (!evidence.showsChildren) return 'notMarked';
    if (copyFor(actor, evidence, file) !== 'original') return 'noCopy';
    return PICTURES.has(file.mediaType) ? null : 'onlyPictures';
  }

  async function redactPage(
    c: RequestContext,
    actor: PersonActor,
    found: Awaited<ReturnType<typeof evidenceFor>>,
    answer: Partial<Pick<RedactPageProps, 'typed' | 'areas' | 'error' | 'preview'>> = {},
  ) {
    const props = {
      frame: {
        ...frameOfWork(c, actor, dependencies),
        assets: dependencies.assets.forPage('redact-areas'),
      },
      unit: found.unit,
      evidence: found.evidence,
      cannot: reasonNotToRedact(actor, found.evidence),
      saved: c.req.query('xong') === 'che',
      typed: {},
      areas: [],
      ...answer,
    };
    return pageOfWork(c, <RedactPage {...props} />, answer.error === undefined ? 200 : 422);
  }

  routes.get(`${EVIDENCE}/che`, async (c) => {
    const actor = requirePerson(c);
    return redactPage(c, actor, await evidenceFor(c, actor));
  });

  routes.post(`${EVIDENCE}/che`, async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const found = await evidenceFor(c, actor);
    if (reasonNotToRedact(actor, found.evidence) !== null || found.file === undefined)
      return redactPage(c, actor, found, { typed });
    const words = messages[c.var.language];
    const reading = readAreas(typed);
    if (!reading.ok) {
      const error = { field: `${AREA_BOXES[0]}_${reading.row}`, message: words[reading.fault] };
      return redactPage(c, actor, found, { typed, error });
    }
    const { areas } = reading;
    try {
      const picture = await blackOut(await files.read(found.file.sha256), areas);
      if (typed.xem !== undefined) {
        const preview = `data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}`;
        return redactPage(c, actor, found, { typed, areas, preview });
      }
      await keepRedactedCopy(dependencies, actor, placeOf(c), found.evidence.revision, picture);
    } catch (fault) {
      if (!(fault instanceof PictureError)) throw fault;
      const message = words.pictures[fault.code];
      return redactPage(c, actor, found, { typed, areas, error: { field: `${AREA_BOXES[0]}_1`, message } });
    }
    return c.redirect(`${redactPath(unitCodeOf(c), idOf(c))}?xong=che`, 303);
  });

  /** The copy as it leaves the unit, for who makes it. */
  routes.get(`${EVIDENCE}/che/ban-che`, async (c) => {
    const actor = requirePerson(c);
    const { unit, evidence } = await evidenceFor(c, actor);
    const id = evidence.files[0]!.redactedFileId;
    if (id === null || reasonNotToRedact(actor, evidence) === 'noCopy') throw notFound();
    const copy = await withReadScope(database, actor, (scope) => findFile(scope, unit.id, id));
    if (copy === undefined) throw notFound();
    return fileAnswer(c, files, copy);
  });

  async function childrenPage(
    c: RequestContext,
    actor: PersonActor,
    answer: Pick<ChildrenPageProps, 'typed' | 'faults' | 'refused'> = {},
  ) {
    const { unit, evidence, consents } = await evidenceFor(c, actor);
    const done: Readonly<Record<string, string | undefined>> = messages[c.var.language].done;
    const props = {
      frame: frameOfWork(c, actor, dependencies),
      unit,
      evidence,
      consents,
      publication: mayBePublished(fileAtTheDoor(evidence), consents),
      done: done[c.req.query('xong') ?? ''],
      ...answer,
    };
    return pageOfWork(
      c,
      <ChildrenPage {...props} />,
      answer.faults === undefined && answer.refused === undefined ? 200 : 422,
    );
  }
  const back = (c: RequestContext, what: string) =>
    c.redirect(`${childrenPath(unitCodeOf(c), idOf(c))}?xong=${what}`, 303);

  routes.get(`${EVIDENCE}/tre-em`, (c) => childrenPage(c, requirePerson(c)));

  routes.post(`${EVIDENCE}/tre-em`, async (c) => {
    const actor = requirePerson(c);
    await evidenceFor(c, actor);
    const { fields: typed, files: brought } = await uploadForm(c);
    const form = readConsent(typed, today(clock));
    if (!form.ok) return childrenPage(c, actor, { typed, faults: form.faults });
    const fault = await recordConsent(dependencies, actor, placeOf(c), form.value, brought.giay?.[0]);
    if (fault !== null) return childrenPage(c, actor, { typed, faults: { giay: fault } });
    return back(c, 'dong-y');
  });

  routes.get(`${EVIDENCE}/tre-em/:consent{[0-9a-f-]{36}}/giay`, async (c) => {
    const consentId = idOf(c, 'consent');
    return fileAnswer(
      c,
      files,
      await readConsentPaper(dependencies, requirePerson(c), placeOf(c), consentId),
    );
  });

  routes.post(`${EVIDENCE}/tre-em/:consent{[0-9a-f-]{36}}/rut`, async (c) => {
    await withdrawConsent(dependencies, requirePerson(c), placeOf(c), idOf(c, 'consent'));
    return back(c, 'rut-dong-y');
  });

  routes.post(`${EVIDENCE}/cong-bo`, async (c) => {
    const actor = requirePerson(c);
    const publication = await publishEvidence(dependencies, actor, placeOf(c));
    return publication.ok ? back(c, 'cong-bo') : childrenPage(c, actor, { refused: true });
  });

  routes.post(`${EVIDENCE}/thoi-cong-bo`, async (c) => {
    await unpublishEvidence(dependencies, requirePerson(c), placeOf(c));
    return back(c, 'thoi-cong-bo');
  });

  return routes;
}
