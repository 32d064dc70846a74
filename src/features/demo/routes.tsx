import { Hono } from 'hono';
import { today } from '../../platform/clock.ts';
import { withReadScope } from '../../platform/database/index.ts';
import { formFields, notFound, type RequestEnvironment } from '../../platform/http/index.ts';
import type { Assets } from '../../ui/assets.ts';
import { renderPage } from '../../ui/page.tsx';
import { viewerOf } from '../people/index.ts';
import { assertSetUpCode, findOccupancy, type SetUpState } from '../territory/index.ts';
import { type DemoDependencies, loadDemo } from './load-demo.ts';
import { AccountsPage } from './pages/AccountsPage.tsx';
import { demoAccounts } from './staff.ts';

export interface DemoRouteDependencies extends DemoDependencies {
  readonly assets: Assets;
  readonly setUp: SetUpState;
}

/** Loading the sample from the set-up page, and the list of its accounts while nothing real is here. */
export function demoRoutes(dependencies: DemoRouteDependencies): Hono<RequestEnvironment> {
  const { database, clock, assets, setUp } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  routes.post('/cai-dat/du-lieu-mau', async (c) => {
    await setUp.assertOpen();
    const fields = await formFields(c);
    assertSetUpCode(setUp, fields.ma_thiet_lap ?? '');
    await loadDemo(dependencies);
    return c.redirect('/du-lieu-mau', 303);
  });

  routes.get('/du-lieu-mau', async (c) => {
    const occupancy = await withReadScope(database, { kind: 'system', purpose: 'demo' }, findOccupancy);
    if (occupancy !== 'sample') throw notFound();
    const { actor, language } = c.var;
    return c.html(
      renderPage(
        <AccountsPage
          language={language}
          assets={assets.forPage()}
          viewer={actor && viewerOf(actor, language, c.req.path)}
          demo={demoAccounts(today(clock))}
        />,
      ),
    );
  });

  return routes;
}
