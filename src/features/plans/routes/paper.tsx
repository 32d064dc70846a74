import { Hono } from 'hono';
import { renderDocx, renderPdf } from '../../../documents/index.ts';
import { withReadScope } from '../../../platform/database/index.ts';
import { notFound, type RequestContext, type RequestEnvironment } from '../../../platform/http/index.ts';
import { fileAnswer, findFile } from '../../files/index.ts';
import { requirePerson } from '../../people/index.ts';
import { planInSight } from '../commands/context.ts';
import type { PlansDependencies } from '../dependencies.ts';
import { findVersion, findVersions } from '../history-queries.ts';
import { HistoryPage, PreviewPage, SourcePage } from '../pages/paper-pages.tsx';
import { printedPlan } from '../printed-plan.ts';
import { findSourceText, type Plan } from '../queries.ts';
import { pageOf } from '../schema.ts';
import { frameOf, PLAN, page, placeOf } from './common.tsx';

const KINDS = {
  docx: {
    render: renderDocx,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { render: renderPdf, type: 'application/pdf' },
} as const;

/** A plan on paper: as it will be or was printed, the text that it was read from, what it said before. */
export function paperRoutes(dependencies: PlansDependencies): Hono<RequestEnvironment> {
  const { database, files } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  routes.get(`${PLAN}/xem-truoc`, async (c) => {
    const actor = requirePerson(c);
    const plan = await withReadScope(database, actor, (scope) => planInSight(scope, actor, placeOf(c)));
    return page(
      c,
      <PreviewPage frame={frameOf(c, actor, dependencies)} plan={plan} document={printedPlan(plan)} />,
    );
  });

  /** The paper as signed, or as it would be printed now. */
  async function paper(c: RequestContext, kind: keyof typeof KINDS): Promise<Response> {
    const actor = requirePerson(c);
    const { plan, kept } = await withReadScope(database, actor, async (scope) => {
      const plan = await planInSight(scope, actor, placeOf(c));
      const file = plan[kind];
      return { plan, kept: file && (await findFile(scope, plan.unit.id, file.id)) };
    });
    if (kept) return fileAnswer(c, files, kept);
    const { render, type } = KINDS[kind];
    return c.body((await render(printedPlan(plan))) as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${nameOf(plan)}.${kind}"`,
    });
  }

  routes.get(`${PLAN}/van-ban.docx`, (c) => paper(c, 'docx'));
  routes.get(`${PLAN}/van-ban.pdf`, (c) => paper(c, 'pdf'));

  routes.get(`${PLAN}/ban-goc`, async (c) => {
    const actor = requirePerson(c);
    const { plan, text } = await withReadScope(database, actor, async (scope) => {
      const plan = await planInSight(scope, actor, placeOf(c));
      return { plan, text: await findSourceText(scope, plan.unit.id, plan.id) };
    });
    if (text === null) throw notFound();
    return page(c, <SourcePage frame={frameOf(c, actor, dependencies)} plan={plan} text={text} />);
  });

  routes.get(`${PLAN}/ban-goc/tep`, async (c) => {
    const actor = requirePerson(c);
    const file = await withReadScope(database, actor, async (scope) => {
      const { unit, sourceFile } = await planInSight(scope, actor, placeOf(c));
      return sourceFile && findFile(scope, unit.id, sourceFile.id);
    });
    if (!file) throw notFound();
    return fileAnswer(c, files, file);
  });

  routes.get(`${PLAN}/lich-su`, async (c) => {
    const actor = requirePerson(c);
    const pageNumber = pageOf(c.req.query('trang'));
    const { plan, found } = await withReadScope(database, actor, async (scope) => {
      const plan = await planInSight(scope, actor, placeOf(c));
      return { plan, found: await findVersions(scope, plan.unit.id, plan.id, pageNumber) };
    });
    return page(
      c,
      <HistoryPage frame={frameOf(c, actor, dependencies)} plan={plan} {...found} page={pageNumber} />,
    );
  });

  routes.get(`${PLAN}/lich-su/:revision{[0-9]{1,6}}`, async (c) => {
    const actor = requirePerson(c);
    const { plan, version } = await withReadScope(database, actor, async (scope) => {
      const plan = await planInSight(scope, actor, placeOf(c));
      const version = await findVersion(scope, plan.unit.id, plan.id, Number(c.req.param('revision')));
      return { plan, version };
    });
    if (version === undefined) throw notFound();
    const document = printedPlan({ ...plan, content: version.content, number: null, issuedOn: null });
    return page(
      c,
      <PreviewPage
        frame={frameOf(c, actor, dependencies)}
        plan={plan}
        document={document}
        version={version}
      />,
    );
  });

  return routes;
}

const nameOf = (plan: Plan): string => `ke-hoach-${plan.unit.code}-${plan.year}`;
