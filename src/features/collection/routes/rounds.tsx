import { Hono } from 'hono';
import { today } from '../../../platform/clock.ts';
import { withReadScope } from '../../../platform/database/index.ts';
import type { RequestEnvironment } from '../../../platform/http/index.ts';
import { requirePerson } from '../../people/index.ts';
import { RoundsPage } from '../pages/rounds-page.tsx';
import { mayLeadCollection, organisationsSeenBy } from '../policy.ts';
import { listRounds } from '../queries/rounds.ts';
import { type CollectionDependencies, frameOf, page, ROUNDS, unitOfCollection, yearOf } from './common.tsx';

/** The rounds of a year. */
export function roundRoutes(dependencies: CollectionDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  routes.get(ROUNDS, async (c) => {
    const actor = requirePerson(c);
    const year = yearOf(c, dependencies);
    const { unit, rounds } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfCollection(scope, actor, c.req.param('unit'));
      const seen = organisationsSeenBy(actor, 'organisation');
      return { unit, rounds: await listRounds(scope, unit.id, year, seen, today(clock)) };
    });
    return page(
      c,
      <RoundsPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={year}
        rounds={rounds}
        leads={mayLeadCollection(actor, unit.id)}
      />,
    );
  });

  return routes;
}
