import { Hono } from 'hono';
import { formatNumber } from '../../../domain/text/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { fileAnswer, findFile, uploadForm } from '../../files/index.ts';
import { registryOf } from '../../legal-documents/index.ts';
import { requirePerson } from '../../people/index.ts';
import { textOfDocument } from '../../plan-file/index.ts';
import { citationDoubtsOf } from '../citations.ts';
import { readingInSight, unitToPlan } from '../commands/context.ts';
import { takeUnreadLine } from '../commands/edit-content.ts';
import { type DocumentToRead, readDocument } from '../commands/read-document.ts';
import { confirmReading, removeReading } from '../commands/settle-reading.ts';
import type { PlansDependencies } from '../dependencies.ts';
import { messages } from '../messages.ts';
import { ReadPage } from '../pages/read-page.tsx';
import { ReadingPage, type ReadingPageProps } from '../pages/reading-page.tsx';
import { planPath, plansPath, readingPath } from '../paths.ts';
import { mayPlan } from '../policy.ts';
import { type IssueFault, innerId, readIssued, readSeenRevision, standingSchema } from '../schema.ts';
import { issueErrors } from '../wording.ts';
import { frameOf, missingSection, page, placeOf, READ, READING, unitCodeOf } from './common.tsx';

/** Letters of the longest text that is taken: ten times the longest plan that was ever met. */
const LONGEST_TEXT = 300_000;

/** Papers read in: the form, the page on which a reading is looked through, its confirmation. */
export function readingRoutes(dependencies: PlansDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  async function readPage(
    c: RequestContext,
    actor: PersonActor,
    typed?: { standing: string; text: string },
    errors: FieldError[] = [],
  ) {
    const unit = await withReadScope(database, actor, (scope) => unitToPlan(scope, actor, unitCodeOf(c)));
    return page(
      c,
      <ReadPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        {...(typed ? { typed } : {})}
        errors={errors}
      />,
      errors.length > 0 ? 422 : 200,
    );
  }

  routes.get(READ, (c) => readPage(c, requirePerson(c)));

  routes.post(READ, async (c) => {
    const actor = requirePerson(c);
    const unitCode = unitCodeOf(c);
    // Before a large file is opened; whoever may plan here is known without asking the database.
    if (actor.unit.code !== unitCode || !mayPlan(actor, actor.unit.id))
      await withReadScope(database, actor, (scope) => unitToPlan(scope, actor, unitCode));
    const words = messages[c.var.language].readPage;
    const { fields, files } = await uploadForm(c);
    const typed = { standing: fields.cua_ai ?? '', text: fields.van_ban ?? '' };
    const refuse = (field: string, message: string) => readPage(c, actor, typed, [{ field, message }]);
    const standing = standingSchema.safeParse(typed.standing);
    if (!standing.success) return refuse('cua_ai', words.standingMissing);
    const file = files.tep?.[0] ?? null;
    let document: Omit<DocumentToRead, 'standing'>;
    if (file === null) {
      if (typed.text.trim() === '') return refuse('tep', words.nothing);
      document = { text: typed.text, source: 'pasted', file };
    } else {
      const read = await textOfDocument(file.bytes, file.name);
      if (!read.ok) {
        const { fault } = read;
        const message = c.var.language === 'vi' ? fault.message : fault.messageEn;
        return refuse('tep', typed.text === '' ? message : `${message} ${words.fileKept}`);
      }
      document = { text: read.text, source: read.kind, file };
    }
    if (document.text.length > LONGEST_TEXT)
      return refuse(
        file === null ? 'van_ban' : 'tep',
        words.tooLong(formatNumber(LONGEST_TEXT, c.var.language)),
      );
    const id = await readDocument(dependencies, actor, unitCode, { ...document, standing: standing.data });
    return c.redirect(readingPath(unitCode, id), 303);
  });

  async function readingPage(
    c: RequestContext,
    actor: PersonActor,
    {
      faults = [],
      ...answer
    }: Pick<ReadingPageProps, 'typed' | 'done'> & {
      readonly faults?: readonly IssueFault[];
    } = {},
  ) {
    const { reading, registry } = await withReadScope(database, actor, async (scope) => {
      const reading = await readingInSight(scope, actor, placeOf(c));
      return { reading, registry: await registryOf(scope, reading.unit.id) };
    });
    const day = reading.issuedOn ?? today(clock);
    const errors = [...issueErrors(faults, reading.content.year, c.var.language), ...missingSection(c)];
    return page(
      c,
      <ReadingPage
        frame={frameOf(c, actor, dependencies, 'reading-highlight')}
        reading={reading}
        doubts={citationDoubtsOf(reading.content, registry, day, c.var.language)}
        errors={errors}
        {...answer}
      />,
      faults.length > 0 ? 422 : 200,
    );
  }

  routes.get(READING, (c) => {
    const words = messages[c.var.language];
    const done = {
      luu: words.edit.saved,
      bo_muc: words.edit.sectionRemoved,
      dua_vao: words.reading.taken,
    }[c.req.query('xong') ?? ''];
    return readingPage(c, requirePerson(c), { done });
  });

  routes.get(`${READING}/tep`, async (c) => {
    const actor = requirePerson(c);
    const file = await withReadScope(database, actor, async (scope) => {
      const { unit, sourceFile } = await readingInSight(scope, actor, placeOf(c));
      return sourceFile && findFile(scope, unit.id, sourceFile.id);
    });
    if (!file) throw notFound();
    return fileAnswer(c, dependencies.files, file);
  });

  routes.post(`${READING}/dua-vao`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const form = await formFields(c);
    const partId = innerId.safeParse(form.phan);
    const line = Number(form.dong);
    if (!partId.success || !Number.isSafeInteger(line)) throw notFound();
    await takeUnreadLine(dependencies, actor, place.unitCode, place.id, { line, partId: partId.data });
    return c.redirect(`${readingPath(place.unitCode, place.id)}?xong=dua_vao#chua-doc`, 303);
  });

  routes.post(`${READING}/xac-nhan`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const form = await formFields(c);
    const typed = { so: form.so ?? '', ngay: form.ngay ?? '' };
    const seen = { ...place, seenRevision: readSeenRevision(form) };
    const settled = await confirmReading(dependencies, actor, seen, (year) =>
      readIssued(typed, year, today(clock)),
    );
    if (settled.outcome === 'refused') return readingPage(c, actor, { typed, faults: settled.faults });
    const done = settled.outcome === 'confirmed' ? 'xac_nhan' : 'dang_ky';
    return c.redirect(`${planPath(place.unitCode, settled.planId)}?xong=${done}`, 303);
  });

  routes.post(`${READING}/bo`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    await removeReading(dependencies, actor, place);
    return c.redirect(`${plansPath(place.unitCode)}?xong=bo`, 303);
  });

  return routes;
}
