import { Hono } from 'hono';
import { type Clock, today } from '../../platform/clock.ts';
import { type Database, withReadScope } from '../../platform/database/index.ts';
import { notFound, type RequestEnvironment } from '../../platform/http/index.ts';
import type { Assets } from '../../ui/assets.ts';
import { renderPage } from '../../ui/page.tsx';
import { bannerOf, pathOf, requirePerson, viewerOf } from '../people/index.ts';
import type { StandardCatalogue } from '../standards/index.ts';
import { OverviewPage } from './pages/OverviewPage.tsx';
import { requireOverview } from './policy.ts';
import { findStandings, findYears, type UnitStanding } from './queries.ts';
import { overviewQuery } from './schema.ts';
import { listStandings } from './standing-list.ts';

export interface OverviewDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly standards: StandardCatalogue;
  readonly assets: Assets;
}

const timeOfDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** `08:15 21/10/2026`, the same in both languages. */
function timeForPeople(instant: Date): string {
  const [date, time] = timeOfDay.format(instant).split(', ');
  return `${time} ${date}`;
}

/** GET /toan-tinh: where the units of the person's province stand. */
export function overviewRoutes(dependencies: OverviewDependencies): Hono<RequestEnvironment> {
  const { database, clock, standards, assets } = dependencies;
  const routes = new Hono<RequestEnvironment>();
  routes.get('/toan-tinh', async (c) => {
    const actor = requirePerson(c);
    requireOverview(actor);
    const language = c.get('language');
    const query = overviewQuery.parse(c.req.query());
    const thisYear = Number(today(clock).slice(0, 4));
    const { year, years, standings } = await withReadScope(database, actor, async (scope) => {
      const known = await findYears(scope, actor.unit.provinceCode);
      const shown = query.nam ?? known[0] ?? thisYear;
      return {
        year: shown,
        years: known,
        standings: await findStandings(scope, actor.unit.provinceCode, shown),
      };
    });
    return c.html(
      renderPage(
        <OverviewPage
          language={language}
          assets={assets.forPage()}
          viewer={viewerOf(actor, language, c.req.path)}
          currentPath={pathOf(c)}
          provinceName={actor.unit.fullName}
          banner={bannerOf(actor, language)}
          year={year}
          years={years}
          time={timeForPeople(clock.now())}
          list={listStandings(standings, query)}
          sort={query.xep}
          standard={standardOf(standards, standings)}
        />,
      ),
    );
  });
  return routes;
}

/** The standard that the units of a year use; where none has begun, the newest that there is. */
function standardOf(standards: StandardCatalogue, standings: readonly UnitStanding[]) {
  const summary = standings.find((unit) => unit.summary !== null)?.summary;
  const entry = summary
    ? standards.get(summary.standardId, summary.standardVersion)
    : standards.latest(standards.ids[0] ?? '');
  if (entry === null) throw notFound();
  return entry.standard;
}
