import { Hono } from 'hono';
import type { CriterionDeed } from '../../../domain/cycle/index.ts';
import { inputsOfCriterion, type Standard } from '../../../domain/scoring/index.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  jsonObject,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { renderPage } from '../../../ui/page.tsx';
import { RenderedPages } from '../../../ui/rendered-pages.ts';
import { requirePerson } from '../../people/index.ts';
import { type CollectedFigure, NOTHING_COLLECTED } from '../collected.ts';
import { acceptCriterion, handInCriterion, returnCriterion } from '../commands/change-state.ts';
import { criterionFor } from '../commands/context.ts';
import { answerOfSaving, boxes, errorsOfEntry } from '../entry-answer.ts';
import { messages } from '../messages.ts';
import { FILL_IN } from '../pages/collected-note.tsx';
import { CriterionPage, type CriterionPageProps } from '../pages/criterion-page.tsx';
import { boxesOf } from '../pages/figures-form.tsx';
import { HistoryPage } from '../pages/history-page.tsx';
import { criterionPath } from '../paths.ts';
import { maySeeCriterion } from '../policy.ts';
import { findCriterionBackground, findCycle, findFigureChanges } from '../queries.ts';
import { readFigures, returnSchema } from '../schema.ts';
import { type ScoredCycle, scoreCycle, standardOf } from '../scored-cycle.ts';
import { inputLabel } from '../wording.ts';
import {
  type AssessmentDependencies,
  CRITERION,
  criterionPlaceOf,
  frameOf,
  PAGES_KEPT,
  page,
} from './common.tsx';

/** One criterion: its page, saving, handing in, accepting, returning, the history of its figures. */
export function criterionRoutes(dependencies: AssessmentDependencies): Hono<RequestEnvironment> {
  const { database, standards, yesNoInputs, collected: findCollected } = dependencies;
  const routes = new Hono<RequestEnvironment>();
  const pages = new RenderedPages(PAGES_KEPT);

  type Answer = Pick<CriterionPageProps, 'typed' | 'errors' | 'conflicts' | 'done'>;
  type AnswerOf = (standard: Standard, collected: ReadonlyMap<string, CollectedFigure>) => Answer;

  /** @param answering what the page says, or how to tell from what it shows
   * @param deed that the answer is about: who may not do it gets no form back, but the refusal */
  async function criterionPage(
    c: RequestContext,
    actor: PersonActor,
    answering: Answer | AnswerOf = {},
    status: 200 | 409 | 422 = 200,
    known?: ScoredCycle,
    deed?: CriterionDeed,
  ) {
    const { unitCode, year, number } = criterionPlaceOf(c);
    const { cycle, background, evidence, collected, standard } = await withReadScope(
      database,
      actor,
      async (scope) => {
        const cycle = known?.cycle ?? (await findCycle(scope, unitCode, year, yesNoInputs))?.cycle;
        const criterion = cycle?.criteria.find((candidate) => candidate.number === number);
        if (cycle == null || criterion === undefined || !maySeeCriterion(actor, cycle, criterion))
          throw notFound();
        if (deed !== undefined) criterionFor(actor, cycle, number, deed);
        const { standard } = standardOf(standards, cycle.standardId, cycle.standardVersion);
        const definition = standard.criteria.find((candidate) => candidate.number === number)!;
        const inputs = inputsOfCriterion(definition);
        return {
          cycle,
          standard,
          evidence: await dependencies.evidence.ofCriterion(
            scope,
            actor,
            cycle,
            standard,
            number,
            c.var.language,
          ),
          background: await findCriterionBackground(scope, cycle, number, inputs),
          collected: (await findCollected?.(scope, cycle, standard, inputs)) ?? NOTHING_COLLECTED,
        };
      },
    );
    const answer = typeof answering === 'function' ? answering(standard, collected) : answering;
    const frame = frameOf(c, actor, dependencies, 'live-score');
    const render = () =>
      renderPage(
        <CriterionPage
          frame={frame}
          actor={actor}
          scored={known ?? scoreCycle(standards, cycle)}
          number={number}
          {...background}
          evidence={evidence}
          collected={collected}
          {...answer}
        />,
      );
    // What somebody has typed is shown but once.
    if (answer.typed !== undefined) return c.html(render(), status);
    const { lastChanges, events } = background;
    const inputs = [
      frame,
      actor,
      cycle,
      number,
      [...lastChanges.values()],
      events,
      evidence,
      [...collected],
      answer,
    ];
    return c.html(pages.of(inputs, render), status);
  }

  routes.get(CRITERION, (c) => {
    const words = messages[c.var.language].page;
    const done = { 'chap-nhan': words.accepted, 'tra-lai': words.returnedDone }[c.req.query('xong') ?? ''];
    return criterionPage(c, requirePerson(c), done === undefined ? {} : { done });
  });

  /** Saves what the form holds; gives the answer where it could not be saved. */
  async function save(c: RequestContext, actor: PersonActor, form?: Readonly<Record<string, unknown>>) {
    const place = criterionPlaceOf(c);
    form ??= await formFields(c);
    return answerOfSaving(dependencies, actor, place, c.var.language, (standard, inputs) =>
      readFigures(form, standard, inputs),
    );
  }

  routes.post(CRITERION, async (c) => {
    const actor = requirePerson(c);
    const form = wantsJson(c) ? await jsonObject(c) : await formFields(c);
    if (typeof form[FILL_IN] === 'string')
      return criterionPage(c, actor, filledIn(c, form, form[FILL_IN]), 200, undefined, 'save');
    const saving = await save(c, actor, form);
    if (wantsJson(c)) return c.json(saving.json, saving.status);
    return criterionPage(c, actor, saving.answer, saving.status, saving.scored);
  });

  /** The form again as it was typed, with what was collected in the boxes of one input; nothing is saved. */
  const filledIn =
    (c: RequestContext, form: Readonly<Record<string, unknown>>, input: string): AnswerOf =>
    (standard, collected) => {
      const typed = boxes(readFigures(form, standard, inputsOfForm(standard, criterionPlaceOf(c).number)));
      const found = collected.get(input);
      if (found === undefined) return { typed };
      return {
        typed: new Map([...typed, [input, boxesOf(found.figure, found.note)]]),
        done: messages[c.var.language].page.filledIn(inputLabel(standard, input, c.var.language)),
      };
    };

  routes.post(`${CRITERION}/nop`, async (c) => {
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

  routes.post(`${CRITERION}/chap-nhan`, async (c) => {
    const actor = requirePerson(c);
    await acceptCriterion(dependencies, actor, criterionPlaceOf(c));
    return c.redirect(`${pathOfCriterion(c)}?xong=chap-nhan`, 303);
  });

  routes.post(`${CRITERION}/tra-lai`, async (c) => {
    const actor = requirePerson(c);
    const read = returnSchema.safeParse(await formFields(c));
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

  routes.get(`${CRITERION}/lich-su/:input`, async (c) => {
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
      <HistoryPage
        frame={frameOf(c, actor, dependencies)}
        {...found}
        number={number}
        input={input}
        page={pageNumber}
      />,
    );
  });

  return routes;
}

function inputsOfForm(standard: Standard, number: number): readonly string[] {
  return inputsOfCriterion(standard.criteria.find((criterion) => criterion.number === number)!);
}

const wantsJson = (c: RequestContext): boolean =>
  (c.req.header('accept') ?? '').startsWith('application/json');
