import { Hono } from 'hono';
import type { VNode } from 'preact';
import { today } from '../../platform/clock.ts';
import { type PersonActor, type Scope, withReadScope } from '../../platform/database/index.ts';
import {
  formFields,
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../platform/http/index.ts';
import type { Assets } from '../../ui/assets.ts';
import { renderPage } from '../../ui/page.tsx';
import { type AssessmentContext, findCycle, scoreCycle } from '../assessment/index.ts';
import { listOrganisations, pathOf, requirePerson, viewerOf } from '../people/index.ts';
import type { WorkFrame } from '../territory/index.ts';
import { unitOfTargets } from './commands/context.ts';
import { recordValue } from './commands/record-value.ts';
import { changeTarget, closeTarget, setTarget } from './commands/save-target.ts';
import { type CycleFigures, cycleFigures, measured } from './measured-target.ts';
import { messages } from './messages.ts';
import { TargetsPage } from './pages/list-page.tsx';
import { NewTargetPage } from './pages/new-target-page.tsx';
import { TargetPage, type TargetPageProps } from './pages/target-page.tsx';
import { targetPath } from './paths.ts';
import { mayRecordValue, maySetTargets } from './policy.ts';
import { findTarget, listTargets, listValues } from './queries.ts';
import { idSchema, readReason, readTarget, readValue, type TargetFaults, unitCodeSchema } from './schema.ts';

export interface TargetsDependencies extends AssessmentContext {
  readonly assets: Assets;
}

type Answer = Pick<TargetPageProps, 'refused' | 'done'>;

/** Targets of a unit's years, what was reached of each, and how they are measured. */
export function targetsRoutes(dependencies: TargetsDependencies): Hono<RequestEnvironment> {
  const { database, clock, assets, standards, yesNoInputs } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  const frameOf = (c: RequestContext, actor: PersonActor): WorkFrame => ({
    language: c.var.language,
    assets: assets.forPage(),
    viewer: viewerOf(actor, c.var.language, c.req.path),
    currentPath: pathOf(c),
  });
  const page = (c: RequestContext, element: VNode, status: 200 | 409 | 422 = 200) =>
    c.html(renderPage(element), status);

  /** The year of the address, or the current one. */
  function yearOf(c: RequestContext): number {
    const year = Number(/^20\d{2}$/.exec(c.req.query('nam') ?? '')?.[0]);
    return year || Number(today(clock).slice(0, 4));
  }
  function unitCodeOf(c: RequestContext): string {
    const code = unitCodeSchema.safeParse(c.req.param('unit'));
    if (!code.success) throw notFound();
    return code.data;
  }
  function placeOf(c: RequestContext): { unitCode: string; id: string } {
    const id = idSchema.safeParse(c.req.param('id'));
    if (!id.success) throw notFound();
    return { unitCode: unitCodeOf(c), id: id.data };
  }
  async function figuresOf(
    scope: Scope,
    actor: PersonActor,
    unitCode: string,
    year: number,
  ): Promise<CycleFigures | null> {
    const found = await findCycle(scope, unitCode, year, yesNoInputs);
    return found?.cycle ? cycleFigures(scoreCycle(standards, found.cycle), actor) : null;
  }
  const standardToday = () => {
    const entry = standards.latest('qd-06-2019');
    if (entry === null) throw new Error('The standard qd-06-2019 is not in the folder standards/.');
    return entry.standard;
  };

  routes.get('/don-vi/:unit/chi-tieu', async (c) => {
    const actor = requirePerson(c);
    const year = yearOf(c);
    const number = Number(/^\d{1,4}$/.exec(c.req.query('trang') ?? '')?.[0] ?? 1);
    const { unit, list, figures } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfTargets(scope, actor, unitCodeOf(c));
      const list = await listTargets(scope, unit.id, year, number);
      return { unit, list, figures: await figuresOf(scope, actor, unit.code, year) };
    });
    return page(
      c,
      <TargetsPage
        frame={frameOf(c, actor)}
        unit={unit}
        year={year}
        targets={list.targets.map((target) => measured(target, figures, today(clock)))}
        page={list.page}
        pages={list.pages}
        maySet={maySetTargets(actor, unit.id)}
      />,
    );
  });

  async function newTargetPage(
    c: RequestContext,
    actor: PersonActor,
    values: Readonly<Record<string, string>>,
    faults: TargetFaults,
  ) {
    const year = yearOf(c);
    const { unit, organisations } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfTargets(scope, actor, unitCodeOf(c));
      if (!maySetTargets(actor, unit.id)) throw notAllowed('targets.may-not-set');
      return { unit, organisations: await listOrganisations(scope, unit.id, `${year}-12-31`) };
    });
    const form = { values, faults, organisations, standard: standardToday() };
    return page(
      c,
      <NewTargetPage frame={frameOf(c, actor)} unit={unit} year={year} {...form} />,
      Object.keys(faults).length > 0 ? 422 : 200,
    );
  }

  routes.get('/don-vi/:unit/chi-tieu/moi', (c) => newTargetPage(c, requirePerson(c), { muc: '>=' }, {}));

  routes.post('/don-vi/:unit/chi-tieu/moi', async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const form = readTarget(fields);
    if (!form.ok) return newTargetPage(c, actor, fields, form.faults);
    const place = { unitCode: unitCodeOf(c), year: yearOf(c) };
    const id = await setTarget(dependencies, actor, place, form.value);
    return c.redirect(`${targetPath(place.unitCode, id)}?da=luu`, 303);
  });

  async function targetPageOf(
    c: RequestContext,
    actor: PersonActor,
    answer: Answer,
    status: 200 | 409 | 422,
  ) {
    const { unitCode, id } = placeOf(c);
    const props = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfTargets(scope, actor, unitCode);
      const target = await findTarget(scope, unit.id, id);
      if (target === undefined) throw notFound();
      const maySet = maySetTargets(actor, unit.id);
      const mayRecord = mayRecordValue(actor, unit.id, target.ownerId);
      // What was typed is answered only to who may do the deed at all.
      if (answer.refused?.form === 'value' ? !mayRecord : answer.refused !== undefined && !maySet)
        throw notAllowed(mayRecord ? 'targets.may-not-set' : 'targets.may-not-record');
      const own = target.measuredBy === 'own';
      return {
        unit,
        measured: measured(
          target,
          own ? null : await figuresOf(scope, actor, unit.code, target.year),
          today(clock),
        ),
        values: own ? await listValues(scope, unit.id, id) : [],
        organisations: maySet ? await listOrganisations(scope, unit.id, `${target.year}-12-31`) : [],
        maySet,
        mayRecord,
      };
    });
    return page(
      c,
      <TargetPage frame={frameOf(c, actor)} standard={standardToday()} {...props} {...answer} />,
      status,
    );
  }

  const done = { luu: 'saved', ghi: 'recorded' } as const;
  routes.get('/don-vi/:unit/chi-tieu/:id', (c) => {
    const actor = requirePerson(c);
    const words = messages[c.var.language];
    const deed = done[c.req.query('da') as keyof typeof done];
    const word = deed === 'saved' ? words.saved : deed === 'recorded' ? words.record.done : undefined;
    return targetPageOf(c, actor, { done: word }, 200);
  });

  routes.post('/don-vi/:unit/chi-tieu/:id', async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const form = readTarget(typed);
    if (!form.ok)
      return targetPageOf(c, actor, { refused: { form: 'target', typed, faults: form.faults } }, 422);
    const place = { ...placeOf(c), seenRevision: Number(typed.lan_sua) };
    const saved = await changeTarget(dependencies, actor, place, form.value);
    if (!saved.ok)
      return targetPageOf(c, actor, { refused: { form: 'target', typed, faults: {}, conflict: true } }, 409);
    return c.redirect(`${targetPath(place.unitCode, place.id)}?da=luu`, 303);
  });

  routes.post('/don-vi/:unit/chi-tieu/:id/so-lieu', async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const form = readValue(typed);
    if (!form.ok)
      return targetPageOf(c, actor, { refused: { form: 'value', typed, faults: form.faults } }, 422);
    const place = placeOf(c);
    await recordValue(dependencies, actor, place, form.value);
    return c.redirect(`${targetPath(place.unitCode, place.id)}?da=ghi`, 303);
  });

  routes.post('/don-vi/:unit/chi-tieu/:id/ket-thuc', async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const form = readReason(typed);
    if (!form.ok)
      return targetPageOf(c, actor, { refused: { form: 'close', typed, faults: form.faults } }, 422);
    const place = placeOf(c);
    await closeTarget(dependencies, actor, place, form.value);
    return c.redirect(targetPath(place.unitCode, place.id), 303);
  });

  return routes;
}
