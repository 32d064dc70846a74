import { Hono } from 'hono';
import { renderDocx, renderPdf } from '../../documents/index.ts';
import { today } from '../../platform/clock.ts';
import { type PersonActor, type Scope, withReadScope } from '../../platform/database/index.ts';
import { notFound, type RequestContext, type RequestEnvironment } from '../../platform/http/index.ts';
import type { Assets } from '../../ui/assets.ts';
import { renderPage } from '../../ui/page.tsx';
import {
  type AssessmentContext,
  type Cycle,
  findCycle,
  findDocumentSetting,
  standardOf,
  visibleCriteria,
} from '../assessment/index.ts';
import { maySeeLibrary } from '../evidence/index.ts';
import { pathOf, requirePerson, viewerOf } from '../people/index.ts';
import { checkCycle } from './checked-cycle.ts';
import { checkDocument } from './document.ts';
import type { FoundFigures } from './found-figures.ts';
import { CheckPage, NoCyclePage } from './pages/check-page.tsx';
import { FILTERS, type FilterWord } from './schema.ts';

export interface EvidenceCheckDependencies extends AssessmentContext {
  readonly assets: Assets;
  readonly foundFigures: FoundFigures;
  /** Where the person takes the file of a year out; null where he may not. */
  readonly archiveOf: (actor: PersonActor, unit: Cycle['unit'], year: number) => string | null;
}

/** The check of the evidence of a year before handing in: page, PDF and DOCX. */
export function evidenceCheckRoutes(dependencies: EvidenceCheckDependencies): Hono<RequestEnvironment> {
  const { database, clock, assets, standards, yesNoInputs, foundFigures } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  const frameOf = (c: RequestContext, actor: PersonActor) => ({
    language: c.var.language,
    assets: assets.forPage(),
    viewer: viewerOf(actor, c.var.language, c.req.path),
    currentPath: pathOf(c),
  });
  const yearOf = (c: RequestContext): number =>
    Number(/^20\d{2}$/.exec(c.req.query('nam') ?? '')?.[0]) || Number(today(clock).slice(0, 4));
  const filterOf = (c: RequestContext): FilterWord | null =>
    FILTERS.find((word) => word === c.req.query('loc')) ?? null;

  /** The criteria of the cycle that the person sees, judged. */
  async function checkedFor(scope: Scope, actor: PersonActor, cycle: Cycle) {
    const { standard } = standardOf(standards, cycle.standardId, cycle.standardVersion);
    const checked = await checkCycle(scope, foundFigures, { cycle, standard, today: today(clock) });
    const visible = new Set(visibleCriteria(actor, cycle).map(({ number }) => number));
    return { checked, criteria: checked.criteria.filter(({ criterion }) => visible.has(criterion.number)) };
  }

  async function cycleOf(c: RequestContext, scope: Scope, actor: PersonActor) {
    const found = await findCycle(scope, c.req.param('unit')!, yearOf(c), yesNoInputs);
    if (found === null || !maySeeLibrary(actor, found.unit.id)) throw notFound();
    return found;
  }

  routes.get('/don-vi/:unit{[0-9]{5}}/minh-chung/kiem-tra', async (c) => {
    const actor = requirePerson(c);
    const year = yearOf(c);
    const element = await withReadScope(database, actor, async (scope) => {
      const { unit, cycle } = await cycleOf(c, scope, actor);
      if (cycle === null) return <NoCyclePage frame={frameOf(c, actor)} unit={unit} year={year} />;
      return (
        <CheckPage
          frame={frameOf(c, actor)}
          actor={actor}
          {...(await checkedFor(scope, actor, cycle))}
          filter={filterOf(c)}
          archive={dependencies.archiveOf(actor, unit, year)}
        />
      );
    });
    return c.html(renderPage(element));
  });

  async function documentOf(c: RequestContext, actor: PersonActor) {
    return withReadScope(database, actor, async (scope) => {
      const { unit, cycle } = await cycleOf(c, scope, actor);
      if (cycle === null) throw notFound();
      const { checked, criteria } = await checkedFor(scope, actor, cycle);
      const form = await findDocumentSetting(scope, cycle);
      return { unit, document: checkDocument(checked, criteria, actor, form, today(clock)) };
    });
  }
  const fileName = (unitCode: string, year: number, extension: string) =>
    `attachment; filename="kiem-tra-minh-chung-${unitCode}-${year}.${extension}"`;

  routes.get('/don-vi/:unit{[0-9]{5}}/minh-chung/kiem-tra.pdf', async (c) => {
    const { unit, document } = await documentOf(c, requirePerson(c));
    return c.body((await renderPdf(document)) as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': fileName(unit.code, yearOf(c), 'pdf'),
    });
  });

  routes.get('/don-vi/:unit{[0-9]{5}}/minh-chung/kiem-tra.docx', async (c) => {
    const { unit, document } = await documentOf(c, requirePerson(c));
    return c.body((await renderDocx(document)) as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': fileName(unit.code, yearOf(c), 'docx'),
    });
  });

  return routes;
}
