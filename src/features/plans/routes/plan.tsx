import { Hono } from 'hono';
import type { LegalRegistry } from '../../../domain/legal/index.ts';
import { faultsOfPlan, type PlanFault } from '../../../domain/plan/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notAllowed,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { registryOf } from '../../legal-documents/index.ts';
import { requirePerson } from '../../people/index.ts';
import { standardInForce } from '../../standards/index.ts';
import { amendPlan, removeDraft } from '../commands/amend-plan.ts';
import { assertDraft, planInSight } from '../commands/context.ts';
import { issuePlan } from '../commands/issue-plan.ts';
import {
  assertCarriedOut,
  organisationsOfYear,
  putPlanToWork,
  type WorkDone,
} from '../commands/put-to-work.ts';
import { itemsOf } from '../content-changes.ts';
import type { PlansDependencies } from '../dependencies.ts';
import { messages } from '../messages.ts';
import { IssuePage } from '../pages/issue-page.tsx';
import { PlanPage } from '../pages/plan-page.tsx';
import { nameOfPlace, WorkPage } from '../pages/work-page.tsx';
import { planPath, plansPath } from '../paths.ts';
import { mayIssue, mayPlan } from '../policy.ts';
import type { Plan, WorkChoices } from '../queries.ts';
import { type IssueFault, readChoices, readIssued, readSeenRevision } from '../schema.ts';
import { doneSentences, issueErrors } from '../wording.ts';
import { NO_CHOICES, workOf } from '../work.ts';
import { frameOf, missingSection, PLAN, page, placeOf } from './common.tsx';

/** One plan: its page, putting it to work, issuing, amending, removing. */
export function planRoutes(dependencies: PlansDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  routes.get(PLAN, async (c) => {
    const actor = requirePerson(c);
    const { plan, registry } = await withReadScope(database, actor, async (scope) => {
      const plan = await planInSight(scope, actor, placeOf(c));
      return { plan, registry: await registryOf(scope, plan.unit.id) };
    });
    return page(
      c,
      <PlanPage
        frame={frameOf(c, actor, dependencies)}
        plan={plan}
        mayPlan={mayPlan(actor, plan.unit.id)}
        mayIssue={mayIssue(actor, plan.unit.id)}
        faults={faultsOf(dependencies, plan, registry)}
        done={doneSentences(c.req.query(), c.var.language)}
        errors={missingSection(c)}
      />,
    );
  });

  /** Who does what, as stored or as just chosen. */
  async function workPage(c: RequestContext, actor: PersonActor, typed?: WorkChoices) {
    const { plan, organisations } = await withReadScope(database, actor, async (scope) => {
      const plan = await planInSight(scope, actor, placeOf(c));
      if (!mayPlan(actor, plan.unit.id)) throw notAllowed('plans.may-not-plan');
      assertCarriedOut(plan);
      return { plan, organisations: await organisationsOfYear(scope, plan) };
    });
    // Whoever plans usually means the criteria to go with the work: the box is ticked until it was once taken off.
    const choices = typed ?? plan.work ?? { ...NO_CHOICES, givesCriteria: true };
    const work = workOf(plan.content, choices, organisations);
    const words = messages[c.var.language].work;
    const errors = work.open.flatMap((place) =>
      typed && place.leadId === null
        ? [{ field: `chu_tri.${place.id}`, message: words.leadMissing(nameOfPlace(place).slice(0, 80)) }]
        : [],
    );
    return page(
      c,
      <WorkPage
        frame={frameOf(c, actor, dependencies)}
        plan={plan}
        work={work}
        choices={choices}
        organisations={organisations}
        errors={errors}
      />,
      typed ? 422 : 200,
    );
  }

  routes.get(`${PLAN}/giao-viec`, (c) => workPage(c, requirePerson(c)));

  routes.post(`${PLAN}/giao-viec`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const choices = readChoices(await formFields(c));
    const done = await putPlanToWork(dependencies, actor, place, choices);
    if (done.outcome === 'open') return workPage(c, actor, choices);
    const path = planPath(place.unitCode, place.id);
    return c.redirect(done.outcome === 'waits' ? `${path}?xong=chon` : `${path}?${queryOfWork(done)}`, 303);
  });

  async function issuePage(
    c: RequestContext,
    actor: PersonActor,
    answer: {
      readonly typed?: { readonly so: string; readonly ngay: string };
      readonly faults?: readonly IssueFault[];
      readonly unitsOpen?: boolean;
    } = {},
  ) {
    const { plan, registry } = await withReadScope(database, actor, async (scope) => {
      const plan = await planInSight(scope, actor, placeOf(c));
      if (!mayIssue(actor, plan.unit.id)) throw notAllowed('plans.may-not-issue');
      assertCarriedOut(plan);
      assertDraft(plan);
      return { plan, registry: await registryOf(scope, plan.unit.id) };
    });
    return page(
      c,
      <IssuePage
        frame={frameOf(c, actor, dependencies)}
        plan={plan}
        mayPlan={mayPlan(actor, plan.unit.id)}
        unitsOpen={answer.unitsOpen ?? false}
        faults={faultsOf(dependencies, plan, registry)}
        {...(answer.typed ? { typed: answer.typed } : {})}
        errors={issueErrors(answer.faults ?? [], plan.year, c.var.language)}
      />,
      answer.typed ? 422 : 200,
    );
  }

  routes.get(`${PLAN}/ban-hanh`, (c) => issuePage(c, requirePerson(c)));

  routes.post(`${PLAN}/ban-hanh`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const form = await formFields(c);
    const typed = { so: form.so ?? '', ngay: form.ngay ?? '' };
    const seen = { ...place, seenRevision: readSeenRevision(form) };
    const done = await issuePlan(dependencies, actor, seen, (year) => readIssued(typed, year, today(clock)));
    switch (done.outcome) {
      case 'refused':
        return issuePage(c, actor, { typed, faults: done.faults });
      case 'open':
        return issuePage(c, actor, { typed, unitsOpen: true });
      case 'done':
        return c.redirect(`${planPath(place.unitCode, place.id)}?${queryOfWork(done, 'ban_hanh')}`, 303);
    }
  });

  routes.post(`${PLAN}/dieu-chinh`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const id = await amendPlan(dependencies, actor, place);
    return c.redirect(`${planPath(place.unitCode, id)}?xong=dieu_chinh`, 303);
  });

  routes.post(`${PLAN}/xoa`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    await removeDraft(dependencies, actor, place);
    return c.redirect(plansPath(place.unitCode), 303);
  });

  return routes;
}

/** What is missing before signing. Criteria need owners only in a plan that gives some. */
function faultsOf(
  { standards, clock }: PlansDependencies,
  { content, year }: Plan,
  registry: LegalRegistry,
): readonly PlanFault[] {
  const gives = itemsOf(content).some(({ item }) => item.criteria.length > 0);
  const { standard } = standardInForce(standards, `${year}-12-31`);
  const criteria = gives ? standard.criteria.map(({ number }) => number) : [];
  return faultsOfPlan(content, { registry, criteria, onDate: today(clock) });
}

/** What was made, for the address that says so. */
function queryOfWork({ tasks, targets, criteria }: WorkDone, done = 'giao_viec'): URLSearchParams {
  return new URLSearchParams({
    xong: done,
    viec: String(tasks.added + tasks.changed),
    chi_tieu: String(targets.added + targets.changed),
    ...(criteria.length > 0 ? { tieu_chi: criteria.join('.') } : {}),
  });
}
