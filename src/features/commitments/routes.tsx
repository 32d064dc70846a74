import { Hono } from 'hono';
import type { VNode } from 'preact';
import { today } from '../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../platform/database/index.ts';
import {
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../platform/http/index.ts';
import type { Assets } from '../../ui/assets.ts';
import { renderPage } from '../../ui/page.tsx';
import { fileAnswer, findFile, uploadForm } from '../files/index.ts';
import { pathOf, requirePerson, viewerOf } from '../people/index.ts';
import { mayKeepPlaces } from '../places/index.ts';
import type { StandardCatalogue } from '../standards/index.ts';
import type { WorkFrame } from '../territory/index.ts';
import { type CommitmentPlace, type CommitmentsContext, unitOfCommitments } from './commands/context.ts';
import { recordCommitment, removeCommitment } from './commands/record-commitment.ts';
import { messages } from './messages.ts';
import { CommitmentsPage } from './pages/list-page.tsx';
import { VillagePage, type VillagePageProps } from './pages/village-page.tsx';
import { commitmentPath, commitmentsPath } from './paths.ts';
import { mayRecordCommitments } from './policy.ts';
import { findVillage, listVillages } from './queries.ts';
import { idSchema, readCommitment, unitCodeSchema } from './schema.ts';

export interface CommitmentsDependencies extends CommitmentsContext {
  readonly assets: Assets;
  readonly standards: StandardCatalogue;
}

/** The villages of a unit and what they promised, year by year. */
export function commitmentsRoutes(dependencies: CommitmentsDependencies): Hono<RequestEnvironment> {
  const { database, clock, assets, standards, files } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  const frameOf = (c: RequestContext, actor: PersonActor): WorkFrame => ({
    language: c.var.language,
    assets: assets.forPage(),
    viewer: viewerOf(actor, c.var.language, c.req.path),
    currentPath: pathOf(c),
  });
  const page = (c: RequestContext, element: VNode, status: 200 | 422) => c.html(renderPage(element), status);
  const yearOf = (c: RequestContext): number =>
    Number(/^20\d{2}$/.exec(c.req.query('nam') ?? '')?.[0]) || Number(today(clock).slice(0, 4));
  function unitCodeOf(c: RequestContext): string {
    const code = unitCodeSchema.safeParse(c.req.param('unit'));
    if (!code.success) throw notFound();
    return code.data;
  }
  function placeOf(c: RequestContext): CommitmentPlace {
    const id = idSchema.safeParse(c.req.param('id'));
    if (!id.success) throw notFound();
    return { unitCode: unitCodeOf(c), placeId: id.data, year: yearOf(c) };
  }
  const standard = () => {
    const entry = standards.latest('qd-06-2019');
    if (entry === null) throw new Error('The standard qd-06-2019 is not in the folder standards/.');
    return entry.standard;
  };

  routes.get('/don-vi/:unit/cam-ket', async (c) => {
    const actor = requirePerson(c);
    const year = yearOf(c);
    const { unit, villages } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfCommitments(scope, actor, unitCodeOf(c));
      return { unit, villages: await listVillages(scope, unit.id, year) };
    });
    return page(
      c,
      <CommitmentsPage
        frame={frameOf(c, actor)}
        unit={unit}
        year={year}
        villages={villages}
        criteria={standard().criteria.length}
        mayKeepPlaces={mayKeepPlaces(actor, unit.id)}
      />,
      200,
    );
  });

  async function villagePage(
    c: RequestContext,
    actor: PersonActor,
    answer: Pick<VillagePageProps, 'typed' | 'faults' | 'done'>,
  ) {
    const { unitCode, placeId, year } = placeOf(c);
    const { unit, village } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfCommitments(scope, actor, unitCode);
      return { unit, village: await findVillage(scope, unit.id, placeId, year) };
    });
    if (village === undefined) throw notFound();
    const mayRecord = mayRecordCommitments(actor, unit.id);
    // What was typed is answered only to who may record it at all.
    if (answer.faults !== undefined && !mayRecord) throw notAllowed('commitments.may-not-record');
    return page(
      c,
      <VillagePage
        frame={frameOf(c, actor)}
        unit={unit}
        year={year}
        village={village}
        standard={standard()}
        mayRecord={mayRecord}
        {...answer}
      />,
      answer.faults ? 422 : 200,
    );
  }

  routes.get('/don-vi/:unit/cam-ket/:id', (c) => {
    const done = c.req.query('da') === 'luu' ? messages[c.var.language].saved : undefined;
    return villagePage(c, requirePerson(c), { done });
  });

  routes.post('/don-vi/:unit/cam-ket/:id', async (c) => {
    const actor = requirePerson(c);
    const { fields: typed, files: sent } = await uploadForm(c);
    const place = placeOf(c);
    const numbers = standard().criteria.map(({ number }) => number);
    const form = readCommitment(typed, place.year, numbers);
    const file = sent.tep?.[0] ?? null;
    const empty = file?.bytes.byteLength === 0;
    if (!form.ok || empty)
      return villagePage(c, actor, {
        typed,
        faults: { ...(form.ok ? {} : form.faults), ...(empty ? { tep: 'fileEmpty' as const } : {}) },
      });
    await recordCommitment(dependencies, actor, place, form.value, file);
    return c.redirect(`${commitmentPath(place.unitCode, place.placeId, place.year)}&da=luu`, 303);
  });

  routes.get('/don-vi/:unit/cam-ket/:id/tep', async (c) => {
    const actor = requirePerson(c);
    const { unitCode, placeId, year } = placeOf(c);
    const file = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfCommitments(scope, actor, unitCode);
      const village = await findVillage(scope, unit.id, placeId, year);
      const fileId = village?.commitment?.fileId;
      return fileId ? findFile(scope, unit.id, fileId) : undefined;
    });
    if (file === undefined) throw notFound();
    return fileAnswer(c, files, file);
  });

  routes.post('/don-vi/:unit/cam-ket/:id/xoa', async (c) => {
    const place = placeOf(c);
    await removeCommitment(dependencies, requirePerson(c), place);
    return c.redirect(commitmentsPath(place.unitCode, place.year), 303);
  });

  return routes;
}
