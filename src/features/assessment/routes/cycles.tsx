import { Hono } from 'hono';
import { assessmentJson } from '../../../domain/scoring/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { renderPage } from '../../../ui/page.tsx';
import { RenderedPages } from '../../../ui/rendered-pages.ts';
import { requirePerson } from '../../people/index.ts';
import { standardInForce } from '../../standards/index.ts';
import { openCycle } from '../commands/open-cycle.ts';
import { messages } from '../messages.ts';
import { HomePage, NotOpenPage } from '../pages/home-page.tsx';
import { YearsPage } from '../pages/years-page.tsx';
import { cyclePath } from '../paths.ts';
import { mayPlan, maySeeYears } from '../policy.ts';
import { findCycle, findCycles } from '../queries.ts';
import { yearSchema } from '../schema.ts';
import { scoreCycle, standardOf } from '../scored-cycle.ts';
import {
  type AssessmentDependencies,
  CYCLE,
  CYCLES,
  frameOf,
  PAGES_KEPT,
  page,
  placeOf,
  wholeCycle,
} from './common.tsx';

/** The years of a unit, the home of a cycle, and its result for programs. */
export function cycleRoutes(dependencies: AssessmentDependencies): Hono<RequestEnvironment> {
  const { database, clock, standards, yesNoInputs } = dependencies;
  const routes = new Hono<RequestEnvironment>();
  const homes = new RenderedPages(PAGES_KEPT);

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
        frame={frameOf(c, actor, dependencies)}
        {...found}
        standard={standard}
        open={mayPlan(actor, found.unit.id) ? { year: typedYear ?? today(clock).slice(0, 4) } : null}
        errors={errors}
      />,
      errors.length > 0 ? 422 : 200,
    );
  }

  routes.get(CYCLES, (c) => yearsPage(c, requirePerson(c), c.req.param('unit'), c.req.query('nam'), []));

  routes.post(CYCLES, async (c) => {
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

  routes.get(CYCLE, async (c) => {
    const actor = requirePerson(c);
    const { unitCode, year } = placeOf(c);
    const found = await withReadScope(database, actor, async (scope) => {
      const found = await findCycle(scope, unitCode, year, yesNoInputs);
      if (found === null || !maySeeYears(actor, found.unit.id)) throw notFound();
      if (found.cycle === null) return { unit: found.unit, cycle: null, evidence: [] };
      const { standard } = standardOf(standards, found.cycle.standardId, found.cycle.standardVersion);
      return { ...found, evidence: await dependencies.evidence.counts(scope, found.cycle, standard) };
    });
    if (found.cycle === null)
      return page(
        c,
        <NotOpenPage
          frame={frameOf(c, actor, dependencies)}
          unit={found.unit}
          year={year}
          mayOpen={mayPlan(actor, found.unit.id)}
        />,
      );
    const { cycle, evidence } = found;
    const frame = frameOf(c, actor, dependencies);
    const day = today(clock);
    const render = () =>
      renderPage(
        <HomePage
          frame={frame}
          actor={actor}
          scored={scoreCycle(standards, cycle)}
          evidence={evidence}
          today={day}
        />,
      );
    return c.html(homes.of([frame, actor, cycle, evidence, day], render));
  });

  routes.get(`${CYCLE}/ket-qua.json`, async (c) => {
    const actor = requirePerson(c);
    const cycle = await withReadScope(database, actor, (scope) => wholeCycle(c, scope, actor, dependencies));
    const { standard, assessment } = scoreCycle(standards, cycle);
    const about = { unit: cycle.unit.code, year: cycle.year };
    return c.json({ ...assessmentJson(assessment, standard, about, c.var.language), figures: cycle.stored });
  });

  return routes;
}
