import { Hono } from 'hono';
import { mayBePublished } from '../../../domain/evidence/index.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import {
  blackOut,
  MOST_PAGES,
  type Picture,
  PictureError,
  pageOfPdf,
} from '../../../platform/pictures/index.ts';
import { frameOfWork, pageOfWork, seenRevision } from '../../activities/index.ts';
import { fileAnswer, findFile, type StoredFile } from '../../files/index.ts';
import { requirePerson } from '../../people/index.ts';
import { recordOpening } from '../commands/record-opening.ts';
import { redactPath } from '../paths.ts';
import { copyFor } from '../policy.ts';
import type { Evidence } from '../queries/evidence.ts';
import { EVIDENCE, type EvidenceDependencies, idOf, placeOf, unitCodeOf } from '../routes/common.tsx';
import { fileAtTheDoor } from './consents-query.ts';
import { messages } from './messages.ts';
import { type ProtectedEvidence, protectedEvidence } from './protected-evidence.ts';
import { type AreasOfPages, blackedOut, type Ground, groundOf, keepRedactedCopy } from './redact.ts';
import { RedactPage, type RedactPageProps } from './redact-page.tsx';
import { AREA_BOXES, boxesOfAreas, readAreas } from './schema.ts';

const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);
const PDF = 'application/pdf';
/** What says that areas are marked on the original although there is a copy. */
const fromOriginal = (word: string | undefined): boolean => word === 'goc';

/** Why the file that counts cannot be blacked out; null where it can. */
function reasonNotToRedact(actor: PersonActor, evidence: Evidence): RedactPageProps['cannot'] {
  const file = evidence.files[0]!;
  if (!evidence.showsChildren) return 'notMarked';
  if (copyFor(actor, evidence, file) !== 'original') return 'noCopy';
  if (PICTURES.has(file.mediaType)) return null;
  if (file.mediaType !== PDF) return 'onlyPictures';
  if (file.pages === null) return 'pagesUnknown';
  return file.pages > MOST_PAGES ? 'tooManyPages' : null;
}

/** Pages to mark areas on; a picture is one. */
const pagesOf = ({ files: [file] }: Evidence): number => (file!.mediaType === PDF ? file!.pages! : 1);

/** Areas are marked on a picture or on the pages of a PDF, and blacked out in a copy. */
export function redactRoutes(dependencies: EvidenceDependencies): Hono<RequestEnvironment> {
  const { database, files } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  async function redactPage(
    c: RequestContext,
    actor: PersonActor,
    { unit, evidence, consents }: ProtectedEvidence,
    answer: Partial<Pick<RedactPageProps, 'typed' | 'areas' | 'shown' | 'error' | 'preview' | 'ground'>> = {},
  ) {
    const { areas = new Map(), shown = 1 } = answer;
    const wasStopped = c.req.query('cong_bo') === 'thoi' && evidence.publishedAt === null;
    const props = {
      frame: {
        ...frameOfWork(c, actor, dependencies),
        assets: dependencies.assets.forPage('redact-areas'),
      },
      unit,
      evidence,
      cannot: reasonNotToRedact(actor, evidence),
      ground: groundOf(evidence, fromOriginal(c.req.query('tu'))),
      saved: c.req.query('xong') === 'che',
      stopped: wasStopped ? mayBePublished(fileAtTheDoor(evidence), consents) : undefined,
      typed: boxesOfAreas(areas.get(shown) ?? [], c.var.language),
      ...answer,
      areas,
      shown,
      isPdf: evidence.files[0]!.mediaType === PDF,
    };
    return pageOfWork(c, <RedactPage {...props} />, answer.error === undefined ? 200 : 422);
  }

  /** The file that areas are marked on. */
  async function groundFile(
    actor: PersonActor,
    { unit, file }: ProtectedEvidence,
    { copyId }: Ground,
  ): Promise<StoredFile> {
    const found =
      copyId === null
        ? file
        : await withReadScope(database, actor, (scope) => findFile(scope, unit.id, copyId));
    if (found === undefined) throw notFound();
    return found;
  }

  /** The page that is shown as it would be. */
  const previewOf = (
    bytes: Uint8Array,
    mediaType: string,
    areas: AreasOfPages,
    shown: number,
  ): Promise<Picture> =>
    mediaType === PDF
      ? pageOfPdf(bytes, shown, areas.get(shown) ?? [])
      : blackOut(bytes, areas.get(shown) ?? []);

  routes.get(`${EVIDENCE}/che`, async (c) => {
    const actor = requirePerson(c);
    return redactPage(c, actor, await protectedEvidence(dependencies, c, actor));
  });

  routes.post(`${EVIDENCE}/che`, async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const found = await protectedEvidence(dependencies, c, actor);
    const { evidence } = found;
    const ground = groundOf(evidence, fromOriginal(typed.tu));
    if (reasonNotToRedact(actor, evidence) !== null) return redactPage(c, actor, found, { typed });
    const words = messages[c.var.language];
    const reading = readAreas(typed, pagesOf(evidence));
    const { areas, shown } = reading;
    const answered = { ground, areas, shown };
    const refused = (message: string, row = 1) =>
      redactPage(c, actor, found, {
        ...answered,
        typed,
        error: { field: `${AREA_BOXES[0]}_${row}`, message },
      });
    // Its areas were marked on another picture, where children stand elsewhere.
    if (seenRevision(typed) !== evidence.revision) return refused(words.replaced);
    if (!reading.ok) return refused(words.areaFault, reading.row);
    if (reading.next !== null) return redactPage(c, actor, found, { ...answered, shown: reading.next });
    if (areas.size === 0) return refused(words.none);
    const file = await groundFile(actor, found, ground);
    let stopped = '';
    try {
      const bytes = await files.read(file.sha256);
      if (typed.xem !== undefined) {
        const picture = await previewOf(bytes, file.mediaType, areas, shown);
        const preview = `data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}`;
        return redactPage(c, actor, found, { ...answered, preview });
      }
      const copy = await blackedOut(bytes, file.mediaType, areas);
      const kept = await keepRedactedCopy(dependencies, actor, placeOf(c), evidence.revision, copy, ground);
      if (kept === 'overtaken') {
        const now = await protectedEvidence(dependencies, c, actor);
        const error = { field: `${AREA_BOXES[0]}_1`, message: words.overtaken };
        return redactPage(c, actor, now, { areas, shown, error });
      }
      if (kept === 'unpublished') stopped = '&cong_bo=thoi';
    } catch (fault) {
      if (!(fault instanceof PictureError)) throw fault;
      return refused((file.mediaType === PDF ? words.pdfs : words.pictures)[fault.code]);
    }
    return c.redirect(`${redactPath(unitCodeOf(c), idOf(c))}?xong=che${stopped}`, 303);
  });

  /** A page of a PDF to mark areas on. Where it is the original that is opened by it, that is written down. */
  routes.get(`${EVIDENCE}/che/trang/:page{[1-9][0-9]?}`, async (c) => {
    const actor = requirePerson(c);
    const found = await protectedEvidence(dependencies, c, actor);
    const { evidence } = found;
    const page = Number(c.req.param('page'));
    const drawn = reasonNotToRedact(actor, evidence) === null && evidence.files[0]!.mediaType === PDF;
    if (!drawn || page > pagesOf(evidence)) throw notFound();
    const ground = groundOf(evidence, fromOriginal(c.req.query('tu')));
    const file = await groundFile(actor, found, ground);
    const picture = await pageOfPdf(await files.read(file.sha256), page).catch((fault: unknown) => {
      throw fault instanceof PictureError ? notFound() : fault;
    });
    if (ground.copyId === null)
      await recordOpening(dependencies, actor, evidence, `file.${evidence.revision}.page.${page}`);
    c.header('content-type', picture.mediaType);
    return c.body(picture.bytes as Uint8Array<ArrayBuffer>);
  });

  /** The copy as it leaves the unit, for who makes it. */
  routes.get(`${EVIDENCE}/che/ban-che`, async (c) => {
    const actor = requirePerson(c);
    const { unit, evidence } = await protectedEvidence(dependencies, c, actor);
    const id = evidence.files[0]!.redactedFileId;
    if (id === null || reasonNotToRedact(actor, evidence) === 'noCopy') throw notFound();
    const copy = await withReadScope(database, actor, (scope) => findFile(scope, unit.id, id));
    if (copy === undefined) throw notFound();
    return fileAnswer(c, files, copy);
  });

  return routes;
}
