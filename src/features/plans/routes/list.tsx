import { Hono } from 'hono';
import { today } from '../../../platform/clock.ts';
import { withReadScope } from '../../../platform/database/index.ts';
import { notFound, type RequestEnvironment } from '../../../platform/http/index.ts';
import { requirePerson } from '../../people/index.ts';
import { findUnitAtWork } from '../../territory/index.ts';
import type { PlansDependencies } from '../dependencies.ts';
import { findPlansOfYear } from '../list-queries.ts';
import { messages } from '../messages.ts';
import { ListPage } from '../pages/list-page.tsx';
import { mayIssue, mayPlan, maySeePlans } from '../policy.ts';
import { pageOf, yearOf } from '../schema.ts';
import { frameOf, PLANS, page, unitCodeOf } from './common.tsx';

/** The plans of a unit, year by year. */
export function listRoutes(dependencies: PlansDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  return new Hono<RequestEnvironment>().get(PLANS, async (c) => {
    const actor = requirePerson(c);
    const unitCode = unitCodeOf(c);
    const year = yearOf(c.req.query('nam')) ?? Number(today(clock).slice(0, 4));
    const pageNumber = pageOf(c.req.query('trang'));
    const { unit, found } = await withReadScope(database, actor, async (scope) => {
      const unit = await findUnitAtWork(scope, unitCode);
      if (unit === undefined || !maySeePlans(actor, unit.id)) throw notFound();
      const found = await findPlansOfYear(scope, unit.id, year, pageNumber, {
        drafts: mayIssue(actor, unit.id),
        readings: mayPlan(actor, unit.id),
      });
      return { unit, found };
    });
    const words = messages[c.var.language];
    const done = { bo: words.reading.removed }[c.req.query('xong') ?? ''];
    return page(
      c,
      <ListPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={year}
        page={pageNumber}
        found={found}
        mayPlan={mayPlan(actor, unit.id)}
        done={done}
      />,
    );
  });
}
