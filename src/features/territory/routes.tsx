import { Hono } from 'hono';
import { type Clock, today } from '../../platform/clock.ts';
import { type Database, type SystemActor, withReadScope } from '../../platform/database/index.ts';
import { formFields, type RequestContext, type RequestEnvironment } from '../../platform/http/index.ts';
import type { Identity } from '../../platform/identity/index.ts';
import type { Assets } from '../../ui/assets.ts';
import { renderPage } from '../../ui/page.tsx';
import { type StandardCatalogue, standardInForce } from '../standards/index.ts';
import { setUpUnit } from './commands/set-up-unit.ts';
import { ChooseUnitPage, RESULTS } from './pages/ChooseUnitPage.tsx';
import { SetUpPage } from './pages/SetUpPage.tsx';
import { findListedUnit, findListedUnits, type ListedUnit } from './queries.ts';
import { readSetUp, type SetUpFaults, type SetUpReading } from './schema.ts';
import type { SetUpState } from './set-up-state.ts';

export interface TerritoryDependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly standards: StandardCatalogue;
  readonly assets: Assets;
  readonly setUp: SetUpState;
}

/** Before the first unit exists nobody can be signed in; the list of the country's units is nobody's secret. */
const visitor: SystemActor = { kind: 'system', purpose: 'set-up' };

/** The set-up: pages and search until the first unit exists, nothing after. */
export function territoryRoutes(dependencies: TerritoryDependencies): Hono<RequestEnvironment> {
  const { database, assets, setUp } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  routes.get('/cai-dat', async (c) => {
    await setUp.assertOpen();
    const { don_vi: code = '', q: query = '' } = c.req.query();
    const unit = await listedUnit(database, code);
    if (unit !== null) return c.html(setUpPage(c, dependencies, unit, {}, {}));
    const results = await searched(database, query);
    return c.html(
      renderPage(
        <ChooseUnitPage
          language={c.get('language')}
          assets={assets.forPage('unit-picker')}
          currentPath="/cai-dat"
          query={query.slice(0, 100)}
          results={results}
          needsCode={setUp.needsCode}
        />,
      ),
    );
  });

  routes.get('/cai-dat/don-vi', async (c) => {
    await setUp.assertOpen();
    const found = (await searched(database, c.req.query('q') ?? '')) ?? [];
    return c.json(
      found.map(({ code, fullName, province }) => ({ code, name: fullName, province: province.fullName })),
    );
  });

  routes.post('/cai-dat', async (c) => {
    await setUp.assertOpen();
    const fields = await formFields(c);
    const unit = await listedUnit(database, fields.don_vi ?? '');
    if (unit === null) return c.redirect('/cai-dat', 303);
    const classes = standardInForce(
      dependencies.standards,
      today(dependencies.clock),
    ).standard.recognition.thresholds.map((one) => one.class);
    const reading = readSetUp(fields, classes);
    const faults = faultsOf(reading, setUp.isCode(fields.ma_thiet_lap ?? ''));
    if (!reading.ok || Object.keys(faults).length > 0)
      return c.html(setUpPage(c, dependencies, unit, fields, faults), 422);
    await setUpUnit(dependencies, reading.unit);
    return c.redirect('/dang-nhap', 303);
  });

  return routes;
}

function faultsOf(reading: SetUpReading, codeIsRight: boolean): SetUpFaults {
  return { ...(reading.ok ? {} : reading.faults), ...(codeIsRight ? {} : { ma_thiet_lap: 'codeWrong' }) };
}

/** Null for an empty query: nothing was searched. */
async function searched(database: Database, typed: string): Promise<ListedUnit[] | null> {
  const query = typed.slice(0, 100);
  if (query.trim() === '') return null;
  return withReadScope(database, visitor, (scope) => findListedUnits(scope, query, RESULTS));
}

async function listedUnit(database: Database, code: string): Promise<ListedUnit | null> {
  if (!/^\d{5}$/.test(code)) return null;
  return withReadScope(database, visitor, (scope) => findListedUnit(scope, code));
}

function setUpPage(
  c: RequestContext,
  dependencies: TerritoryDependencies,
  unit: ListedUnit,
  typed: Readonly<Record<string, string>>,
  faults: SetUpFaults,
): string {
  return renderPage(
    <SetUpPage
      language={c.get('language')}
      assets={dependencies.assets.forPage()}
      currentPath={`/cai-dat?don_vi=${unit.code}`}
      unit={unit}
      standard={standardInForce(dependencies.standards, today(dependencies.clock)).standard}
      needsCode={dependencies.setUp.needsCode}
      typed={typed}
      faults={faults}
    />,
  );
}
