import { Hono } from 'hono';
import type { VNode } from 'preact';
import { renderDocx, renderPdf } from '../../documents/index.ts';
import type { CriterionDeed } from '../../domain/cycle/index.ts';
import { assessmentJson, inputsOfCriterion } from '../../domain/scoring/index.ts';
import { parseVietnameseDate } from '../../domain/text/index.ts';
import { today } from '../../platform/clock.ts';
import { type PersonActor, type Scope, withReadScope } from '../../platform/database/index.ts';
import {
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
  unreadable,
} from '../../platform/http/index.ts';
import type { Assets } from '../../ui/assets.ts';
import type { FieldError } from '../../ui/components/ErrorSummary.tsx';
import { renderPage } from '../../ui/page.tsx';
import { requirePerson, viewerOf } from '../people/index.ts';
import { standardInForce } from '../standards/index.ts';
import { assignCriteria } from './commands/assign-criteria.ts';
import { acceptCriterion, handInCriterion, returnCriterion } from './commands/change-state.ts';
import { type AssessmentContext, criterionFor } from './commands/context.ts';
import { openCycle } from './commands/open-cycle.ts';
import { saveDocumentSetting } from './commands/save-document-setting.ts';
import { answerOfSaving, errorsOfEntry } from './entry-answer.ts';
import { messages } from './messages.ts';
import { AssignmentPage } from './pages/assignment-page.tsx';
import { CriterionPage, type CriterionPageProps } from './pages/criterion-page.tsx';
import type { PageFrame } from './pages/frame.tsx';
import { HistoryPage } from './pages/history-page.tsx';
import { HomePage, NotOpenPage } from './pages/home-page.tsx';
import { ReportPage, ReportSettingPage } from './pages/report-page.tsx';
import { YearsPage } from './pages/years-page.tsx';
import { criterionPath, cyclePath, reportPath } from './paths.ts';
import { mayPlan, maySeeCriterion, maySeeWholeCycle, maySeeYears, visibleCriteria } from './policy.ts';
import {
  type Cycle,
  findCriterionBackground,
  findCycle,
  findCycles,
  findFigureChanges,
  findOrganisations,
} from './queries.ts';
import { findDocumentSetting, reportOf } from './report.ts';
import {
  criterionPlaceSchema,
  documentSettingSchema,
  placeSchema,
  readAssignments,
  readFigures,
  returnSchema,
  yearSchema,
} from './schema.ts';
import { type ScoredCycle, scoreCycle, standardOf } from './scored-cycle.ts';

export interface AssessmentDependencies extends AssessmentContext {
  readonly assets: Assets;
}

/** The pages and deeds of the self-assessment: `/don-vi/:unit/tu-danh-gia…`. */
export function assessmentRoutes(dependencies: AssessmentDependencies): Hono<RequestEnvironment> {
  const { database, clock, standards, yesNoInputs, assets } = dependencies;
  const routes = new Hono<RequestEnvironment>();
  const base = '/don-vi/:unit/tu-danh-gia';
  const cycleBase = `${base}/:year{[0-9]{4}}`;
  const criterionBase = `${cycleBase}/tieu-chi/:number{[0-9]{1,2}}`;

  const frameOf = (c: RequestContext, actor: PersonActor, ...islands: string[]): PageFrame => ({
    language: c.var.language,
    assets: assets.forPage(...islands),
    viewer: viewerOf(actor, c.var.language, c.req.path),
    currentPath: c.req.path,
  });
  const page = (c: RequestContext, element: VNode, status: 200 | 409 | 422 = 200) =>
    c.html(renderPage(element), status);
  const placeOf = (c: RequestContext) => {
    const place = placeSchema.safeParse(c.req.param());
    if (!place.success) throw notFound();
    return { unitCode: place.data.unit, year: place.data.year };
  };
  const criterionPlaceOf = (c: RequestContext) => {
    const place = criterionPlaceSchema.safeParse(c.req.param());
    if (!place.success) throw notFound();
    return { unitCode: place.data.unit, year: place.data.year, number: place.data.number };
  };
  const wantsJson = (c: RequestContext) => (c.req.header('accept') ?? '').startsWith('application/json');

  /** The cycle for who sees all of it. */
  async function wholeCycle(c: RequestContext, scope: Scope, actor: PersonActor): Promise<Cycle> {
    const { unitCode, year } = placeOf(c);
    const cycle = (await findCycle(scope, unitCode, year, yesNoInputs))?.cycle;
    if (cycle == null || visibleCriteria(actor, cycle).length === 0) throw notFound();
    if (!maySeeWholeCycle(actor, cycle.unit.id)) throw notAllowed('assessment.not-whole-cycle');
    return cycle;
  }

  // Years

  async function yearsPage(
    c: RequestContext,
    actor: PersonActor,
    unitCode: string,
    typedYear: string | undefined,
    errors: FieldError[],
  ) {
    const found = await withReadScope(database, actor, (scope) => findCycles(scope, unitCode));
    if (found === null || !maySeeYears(actor, found.unit.id)) throw notFound();
    if (errors.length > 0 && !mayPlan(actor, found.unit.id)) throw notAllowed('assessment.may-not-open');
    const { standard } = standardInForce(standards, today(clock));
    return page(
      c,
      <YearsPage
        frame={frameOf(c, actor)}
        {...found}
        standard={standard}
        open={mayPlan(actor, found.unit.id) ? { year: typedYear ?? today(clock).slice(0, 4) } : null}
        errors={errors}
      />,
      errors.length > 0 ? 422 : 200,
    );
  }

  routes.get(base, (c) => yearsPage(c, requirePerson(c), c.req.param('unit'), c.req.query('nam'), []));

  routes.post(base, async (c) => {
    const actor = requirePerson(c);
    const unitCode = c.req.param('unit');
    const form = await c.req.parseBody();
    const read = yearSchema.safeParse(form);
    if (!read.success) {
      const message = messages[c.var.language].years.yearFault;
      return yearsPage(c, actor, unitCode, String(form.nam ?? ''), [{ field: 'nam', message }]);
    }
    await openCycle(dependencies, actor, { unitCode, year: read.data.nam });
    return c.redirect(cyclePath(unitCode, read.data.nam), 303);
  });

  // Home

  routes.get(cycleBase, async (c) => {
    const actor = requirePerson(c);
    const { unitCode, year } = placeOf(c);
    const found = await withReadScope(database, actor, (scope) =>
      findCycle(scope, unitCode, year, yesNoInputs),
    );
    if (found === null || !maySeeYears(actor, found.unit.id)) throw notFound();
    if (found.cycle === null)
      return page(
        c,
        <NotOpenPage
          frame={frameOf(c, actor)}
          unit={found.unit}
          year={year}
          mayOpen={mayPlan(actor, found.unit.id)}
        />,
      );
    const scored = scoreCycle(standards, found.cycle);
    return page(c, <HomePage frame={frameOf(c, actor)} actor={actor} scored={scored} today={today(clock)} />);
  });

  routes.get(`${cycleBase}/ket-qua.json`, async (c) => {
    const actor = requirePerson(c);
    const cycle = await withReadScope(database, actor, (scope) => wholeCycle(c, scope, actor));
    const { standard, assessment } = scoreCycle(standards, cycle);
    const about = { unit: cycle.unit.code, year: cycle.year };
    return c.json({ ...assessmentJson(assessment, standard, about, c.var.language), figures: cycle.stored });
  });

  // One criterion

  type Answer = Pick<CriterionPageProps, 'typed' | 'errors' | 'conflicts' | 'done'>;

  /** @param deed that the answer is about: who may not do it gets no form back, but the refusal */
  async function criterionPage(
    c: RequestContext,
    actor: PersonActor,
    answer: Answer = {},
    status: 200 | 409 | 422 = 200,
    known?: ScoredCycle,
    deed?: CriterionDeed,
  ) {
    const { unitCode, year, number } = criterionPlaceOf(c);
    const { scored, background } = await withReadScope(database, actor, async (scope) => {
      const cycle = known?.cycle ?? (await findCycle(scope, unitCode, year, yesNoInputs))?.cycle;
      const criterion = cycle?.criteria.find((candidate) => candidate.number === number);
      if (cycle == null || criterion === undefined || !maySeeCriterion(actor, cycle, criterion))
        throw notFound();
      if (deed !== undefined) criterionFor(actor, cycle, number, deed);
      const result = known ?? scoreCycle(standards, cycle);
      const definition = result.standard.criteria.find((candidate) => candidate.number === number)!;
      return {
        scored: result,
        background: await findCriterionBackground(scope, cycle, number, inputsOfCriterion(definition)),
      };
    });
    return page(
      c,
      <CriterionPage
        frame={frameOf(c, actor, 'live-score')}
        actor={actor}
        scored={scored}
        number={number}
        {...background}
        {...answer}
      />,
      status,
    );
  }

  routes.get(criterionBase, (c) => {
    const words = messages[c.var.language].page;
    const done = { 'chap-nhan': words.accepted, 'tra-lai': words.returnedDone }[c.req.query('xong') ?? ''];
    return criterionPage(c, requirePerson(c), done === undefined ? {} : { done });
  });

  /** Saves what the form holds; gives the answer where it could not be saved. */
  async function save(c: RequestContext, actor: PersonActor) {
    const place = criterionPlaceOf(c);
    const form = wantsJson(c) ? await jsonBody(c) : await c.req.parseBody();
    return answerOfSaving(dependencies, actor, place, c.var.language, (standard, inputs) =>
      readFigures(form, standard, inputs),
    );
  }

  routes.post(criterionBase, async (c) => {
    const actor = requirePerson(c);
    const saving = await save(c, actor);
    if (wantsJson(c)) return c.json(saving.json, saving.status);
    return criterionPage(c, actor, saving.answer, saving.status, saving.scored);
  });

  routes.post(`${criterionBase}/nop`, async (c) => {
    const actor = requirePerson(c);
    const place = criterionPlaceOf(c);
    const words = messages[c.var.language].page;
    const saving = await save(c, actor);
    if (saving.status !== 200) return criterionPage(c, actor, saving.answer, saving.status, saving.scored);
    const missing = await handInCriterion(dependencies, actor, place);
    if (missing.length > 0)
      return criterionPage(
        c,
        actor,
        {
          errors: errorsOfEntry.missing(missing, saving.scored!.standard, c.var.language),
          done: words.saveFirst,
        },
        422,
      );
    return criterionPage(c, actor, { done: words.handedIn });
  });

  routes.post(`${criterionBase}/chap-nhan`, async (c) => {
    const actor = requirePerson(c);
    await acceptCriterion(dependencies, actor, criterionPlaceOf(c));
    return c.redirect(`${pathOfCriterion(c)}?xong=chap-nhan`, 303);
  });

  routes.post(`${criterionBase}/tra-lai`, async (c) => {
    const actor = requirePerson(c);
    const read = returnSchema.safeParse(await c.req.parseBody());
    if (!read.success)
      return criterionPage(
        c,
        actor,
        { errors: [{ field: 'ly_do', message: messages[c.var.language].page.returnReasonMissing }] },
        422,
        undefined,
        'return',
      );
    await returnCriterion(dependencies, actor, criterionPlaceOf(c), read.data.ly_do);
    return c.redirect(`${pathOfCriterion(c)}?xong=tra-lai`, 303);
  });

  const pathOfCriterion = (c: RequestContext) => {
    const { unitCode, year, number } = criterionPlaceOf(c);
    return criterionPath(unitCode, year, number);
  };

  routes.get(`${criterionBase}/lich-su/:input`, async (c) => {
    const actor = requirePerson(c);
    const { unitCode, year, number } = criterionPlaceOf(c);
    const input = c.req.param('input');
    const pageNumber = Math.max(1, Math.min(10_000, Number.parseInt(c.req.query('trang') ?? '1', 10) || 1));
    const found = await withReadScope(database, actor, async (scope) => {
      const cycle = (await findCycle(scope, unitCode, year, yesNoInputs))?.cycle;
      const criterion = cycle?.criteria.find((candidate) => candidate.number === number);
      if (cycle == null || criterion === undefined || !maySeeCriterion(actor, cycle, criterion))
        throw notFound();
      const { standard } = standardOf(standards, cycle.standardId, cycle.standardVersion);
      const definition = standard.criteria.find((candidate) => candidate.number === number)!;
      if (!inputsOfCriterion(definition).includes(input)) throw notFound();
      return { cycle, standard, ...(await findFigureChanges(scope, cycle, input, pageNumber)) };
    });
    return page(
      c,
      <HistoryPage frame={frameOf(c, actor)} {...found} number={number} input={input} page={pageNumber} />,
    );
  });

  // Owners and due dates

  async function assignmentPage(
    c: RequestContext,
    actor: PersonActor,
    answer: { typed?: ReturnType<typeof readAssignments>; errors?: FieldError[]; done?: string } = {},
  ) {
    const { cycle, organisations } = await withReadScope(database, actor, async (scope) => {
      const found = await wholeCycle(c, scope, actor);
      if (!mayPlan(actor, found.unit.id)) throw notAllowed('assessment.may-not-assign');
      return {
        cycle: found,
        organisations: await findOrganisations(scope, found.unit.id, `${found.year}-12-31`),
      };
    });
    const { standard } = standardOf(standards, cycle.standardId, cycle.standardVersion);
    return page(
      c,
      <AssignmentPage
        frame={frameOf(c, actor)}
        cycle={cycle}
        standard={standard}
        organisations={organisations}
        {...answer}
      />,
      answer.errors ? 422 : 200,
    );
  }

  routes.get(`${cycleBase}/phan-cong`, (c) => assignmentPage(c, requirePerson(c)));

  routes.post(`${cycleBase}/phan-cong`, async (c) => {
    const actor = requirePerson(c);
    const words = messages[c.var.language].assignPage;
    const typed = readAssignments(await c.req.parseBody());
    const read = typed.map((assignment) => ({ ...assignment, dueDate: parseVietnameseDate(assignment.due) }));
    const errors = read
      .filter(({ dueDate }) => dueDate === null)
      .map(({ number }) => ({ field: `han.${number}`, message: words.dueFault(number) }));
    if (errors.length > 0) return assignmentPage(c, actor, { typed, errors });
    const changed = await assignCriteria(
      dependencies,
      actor,
      placeOf(c),
      read.map(({ number, organisationId, dueDate }) => ({ number, organisationId, dueDate: dueDate! })),
    );
    return assignmentPage(c, actor, {
      done: changed.length > 0 ? words.saved(changed.join(', ')) : words.savedNothing,
    });
  });

  // The official report

  async function report(c: RequestContext, actor: PersonActor) {
    return withReadScope(database, actor, async (scope) => {
      const cycle = await wholeCycle(c, scope, actor);
      const scored = scoreCycle(standards, cycle);
      const setting = await findDocumentSetting(scope, cycle);
      return { scored, setting, document: reportOf(scored, setting) };
    });
  }

  const fileName = ({ cycle }: ScoredCycle, extension: string) =>
    `attachment; filename="tu-danh-gia-${cycle.unit.code}-${cycle.year}.${extension}"`;

  routes.get(`${cycleBase}/bao-cao`, async (c) => {
    const actor = requirePerson(c);
    const { scored, document } = await report(c, actor);
    return page(
      c,
      <ReportPage
        frame={frameOf(c, actor)}
        scored={scored}
        document={document}
        mayChange={mayPlan(actor, scored.cycle.unit.id)}
      />,
    );
  });

  routes.get(`${cycleBase}/bao-cao.docx`, async (c) => {
    const { scored, document } = await report(c, requirePerson(c));
    return c.body((await renderDocx(document)) as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': fileName(scored, 'docx'),
    });
  });

  routes.get(`${cycleBase}/bao-cao.pdf`, async (c) => {
    const { scored, document } = await report(c, requirePerson(c));
    return c.body((await renderPdf(document)) as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': fileName(scored, 'pdf'),
    });
  });

  routes.get(`${cycleBase}/bao-cao/the-thuc`, async (c) => {
    const actor = requirePerson(c);
    const { scored, setting } = await report(c, actor);
    if (!mayPlan(actor, scored.cycle.unit.id)) throw notAllowed('assessment.may-not-set-report');
    return page(
      c,
      <ReportSettingPage
        frame={frameOf(c, actor)}
        cycle={scored.cycle}
        typed={{
          dia_danh: setting.place,
          kinh_gui: setting.addressees.join('\n'),
          chuc_vu: setting.signatureLines.join('\n'),
          nguoi_ky: setting.signer ?? '',
          noi_nhan: setting.recipients.join('\n'),
        }}
      />,
    );
  });

  routes.post(`${cycleBase}/bao-cao/the-thuc`, async (c) => {
    const actor = requirePerson(c);
    const form = await c.req.parseBody();
    const read = documentSettingSchema.safeParse(form);
    if (!read.success) {
      const { scored } = await report(c, actor);
      if (!mayPlan(actor, scored.cycle.unit.id)) throw notAllowed('assessment.may-not-set-report');
      const words = messages[c.var.language].reportPage;
      const faults: Record<string, string> = {
        dia_danh: words.placeMissing,
        chuc_vu: words.signatureMissing,
        noi_nhan: words.recipientsMissing,
      };
      const fields = new Set(read.error.issues.map(({ path }) => String(path[0])));
      const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
      return page(
        c,
        <ReportSettingPage
          frame={frameOf(c, actor)}
          cycle={scored.cycle}
          typed={{
            dia_danh: text('dia_danh'),
            kinh_gui: text('kinh_gui'),
            chuc_vu: text('chuc_vu'),
            nguoi_ky: text('nguoi_ky'),
            noi_nhan: text('noi_nhan'),
          }}
          errors={[...fields].flatMap((field) => (faults[field] ? [{ field, message: faults[field] }] : []))}
        />,
        422,
      );
    }
    await saveDocumentSetting(dependencies, actor, placeOf(c), {
      place: read.data.dia_danh,
      addressees: read.data.kinh_gui,
      signatureLines: read.data.chuc_vu,
      signer: read.data.nguoi_ky,
      recipients: read.data.noi_nhan,
    });
    const { unitCode, year } = placeOf(c);
    return c.redirect(reportPath(unitCode, year), 303);
  });

  return routes;
}

async function jsonBody(c: RequestContext): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => null);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw unreadable('request.not-json');
  return body as Record<string, unknown>;
}
