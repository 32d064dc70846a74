import { Hono } from 'hono';
import type { VNode } from 'preact';
import { type ListedKind, placeName } from '../../domain/place/index.ts';
import { today } from '../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../platform/database/index.ts';
import {
  formFields,
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../platform/http/index.ts';
import type { Assets } from '../../ui/assets.ts';
import { renderPage } from '../../ui/page.tsx';
import { listOrganisations, pathOf, requirePerson, viewerOf } from '../people/index.ts';
import type { WorkFrame } from '../territory/index.ts';
import { addPlaces, describeSchool } from './commands/add-places.ts';
import { changePlaces, type DatedRequest } from './commands/change-places.ts';
import { type PlacesContext, unitOfPlaces } from './commands/context.ts';
import { listPlacesInForce } from './in-force.ts';
import { messages } from './messages.ts';
import { PlacesPage, type PlacesPageProps } from './pages/list-page.tsx';
import { MergePage } from './pages/merge-page.tsx';
import { PlacePage, type PlacePageProps } from './pages/place-page.tsx';
import { type DeedSlug, placePath, placesPath } from './paths.ts';
import { mayKeepPlaces } from './policy.ts';
import { countPlaces, findLine, findPlace, listPlaces, MOST_FOUND } from './queries.ts';
import {
  dayOfAddress,
  type Faults,
  type Fields,
  idSchema,
  kindOfSlug,
  type Reading,
  readEnding,
  readMerging,
  readPlaces,
  readRenaming,
  readSchool,
  readSplitting,
} from './schema.ts';

export interface PlacesDependencies extends PlacesContext {
  readonly assets: Assets;
}

const PLACES = '/don-vi/:unit{[0-9]{5}}/dia-ban';
const PLACE = `${PLACES}/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}` as const;
/** So many villages or schools has no commune. */
const MOST_TO_MERGE = 500;

/** The villages and schools of a unit: `/don-vi/:unit/dia-ban…`. */
export function placesRoutes(dependencies: PlacesDependencies): Hono<RequestEnvironment> {
  const { database, clock, assets } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  const frameOf = (c: RequestContext, actor: PersonActor): WorkFrame => ({
    language: c.var.language,
    assets: assets.forPage(),
    viewer: viewerOf(actor, c.var.language, c.req.path),
    currentPath: pathOf(c),
  });
  const page = (c: RequestContext, element: VNode, refused: boolean) =>
    c.html(renderPage(element), refused ? 422 : 200);
  const codeOf = (c: RequestContext) => c.req.param('unit')!;
  const idOf = (c: RequestContext) => c.req.param('id')!;
  const idOrNull = (text: string | undefined) => (idSchema.safeParse(text).success ? text! : null);
  const doneOf = (c: RequestContext): string | undefined => {
    const words = messages[c.var.language];
    const deed = c.req.query('xong') ?? '';
    return deed === 'them' ? words.added : (words.done as Record<string, string | undefined>)[deed];
  };

  async function listPage(
    c: RequestContext,
    actor: PersonActor,
    answer: Pick<PlacesPageProps, 'typed' | 'faults'> = {},
  ) {
    const now = today(clock);
    const filter = {
      kind: kindOfSlug(c.req.query('loai')),
      text: (c.req.query('q') ?? '').slice(0, 100),
      day: dayOfAddress(c.req.query('ngay'), now),
      state: c.req.query('tinh_trang') === 'thoi' ? ('ended' as const) : ('inForce' as const),
      after: idOrNull(c.req.query('sau')),
    };
    const props = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfPlaces(scope, actor, codeOf(c));
      const mayKeep = mayKeepPlaces(actor, unit.id);
      // What was typed is answered only to who may keep the list.
      if (answer.faults !== undefined && !mayKeep) throw notAllowed('places.may-not-keep');
      const counts = await countPlaces(scope, unit.id, filter.day);
      const list = await listPlaces(scope, unit.id, filter);
      const organisations =
        mayKeep && filter.kind === 'school' ? await listOrganisations(scope, unit.id, now) : [];
      return { unit, mayKeep, counts, list, organisations };
    });
    const all = { ...props, ...answer, frame: frameOf(c, actor), filter, today: now, done: doneOf(c) };
    return page(c, <PlacesPage {...all} />, answer.faults !== undefined);
  }

  routes.get(PLACES, (c) => listPage(c, requirePerson(c)));

  routes.post(`${PLACES}/them`, async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const kind = kindOfSlug(c.req.query('loai'));
    const form = readPlaces(typed, kind);
    if (!form.ok) return listPage(c, actor, { typed, faults: form.faults });
    await addPlaces(dependencies, actor, codeOf(c), form.value);
    return c.redirect(placesPath(codeOf(c), kind, { xong: 'them' }), 303);
  });

  routes.get(`${PLACES}/tim.json`, async (c) => {
    const actor = requirePerson(c);
    const filter = {
      kind: kindOfSlug(c.req.query('loai')),
      text: (c.req.query('q') ?? '').slice(0, 100),
      day: today(clock),
      state: 'inForce' as const,
      after: null,
    };
    const { places } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfPlaces(scope, actor, codeOf(c));
      return listPlaces(scope, unit.id, filter, MOST_FOUND);
    });
    return c.json(places.map((place) => ({ id: place.id, name: placeName(place) })));
  });

  async function mergePage(c: RequestContext, actor: PersonActor, typed: Fields, faults?: Faults) {
    const kind = kindOfSlug(c.req.query('loai'));
    const { unit, places } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfPlaces(scope, actor, codeOf(c));
      if (!mayKeepPlaces(actor, unit.id)) throw notAllowed('places.may-not-keep');
      const limit = MOST_TO_MERGE;
      return { unit, places: await listPlacesInForce(scope, unit.id, kind, today(clock), { limit }) };
    });
    const props = { frame: frameOf(c, actor), unit, kind, places, typed };
    return page(
      c,
      <MergePage {...props} {...(faults === undefined ? {} : { faults })} />,
      faults !== undefined,
    );
  }

  routes.get(`${PLACES}/gop`, (c) => {
    const from = idOrNull(c.req.query('noi'));
    return mergePage(c, requirePerson(c), from === null ? {} : { [`noi.${from}`]: 'co' });
  });

  routes.post(`${PLACES}/gop`, async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const form = readMerging(typed, kindOfSlug(c.req.query('loai')));
    if (!form.ok) return mergePage(c, actor, typed, form.faults);
    const answer = await changePlaces(dependencies, actor, codeOf(c), form.value);
    if (!answer.ok) return mergePage(c, actor, typed, { [fieldOfFault(answer.fault, 'noi')]: answer.fault });
    return c.redirect(`${placePath(codeOf(c), answer.placeId)}?xong=gop`, 303);
  });

  async function placePage(c: RequestContext, actor: PersonActor, refused?: PlacePageProps['refused']) {
    const props = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfPlaces(scope, actor, codeOf(c));
      const place = await findPlace(scope, unit.id, idOf(c));
      if (place === undefined) throw notFound();
      const mayKeep = mayKeepPlaces(actor, unit.id);
      if (refused !== undefined && !mayKeep) throw notAllowed('places.may-not-keep');
      const line = await findLine(scope, unit.id, place.id);
      const organisations =
        place.kind === 'school' ? await listOrganisations(scope, unit.id, today(clock)) : [];
      return { unit, place, mayKeep, line, organisations };
    });
    const all = { ...props, frame: frameOf(c, actor), done: doneOf(c) };
    return page(
      c,
      <PlacePage {...all} {...(refused === undefined ? {} : { refused })} />,
      refused !== undefined,
    );
  }

  routes.get(PLACE, (c) => placePage(c, requirePerson(c)));

  /** The kind of the place decides which types its form may bring. */
  async function kindOfPlace(c: RequestContext, actor: PersonActor): Promise<ListedKind> {
    const place = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfPlaces(scope, actor, codeOf(c));
      return findPlace(scope, unit.id, idOf(c));
    });
    if (place === undefined) throw notFound();
    return place.kind as ListedKind;
  }

  type Reader = (typed: Fields, id: string, kind: ListedKind) => Reading<DatedRequest>;
  const deeds: readonly (readonly [DeedSlug, Reader])[] = [
    ['doi-ten', (typed, id, kind) => readRenaming(typed, kind, id)],
    ['tach', (typed, id, kind) => readSplitting(typed, kind, id)],
    ['thoi', (typed, id) => readEnding(typed, 'ended', id)],
    ['dung-lai', (typed, id) => readEnding(typed, 'taken_up_again', id)],
  ];
  for (const [deed, readForm] of deeds)
    routes.post(`${PLACE}/${deed}`, async (c) => {
      const actor = requirePerson(c);
      const typed = await formFields(c);
      const form = readForm(typed, idOf(c), await kindOfPlace(c, actor));
      if (!form.ok) return placePage(c, actor, { deed, typed, faults: form.faults });
      const answer = await changePlaces(dependencies, actor, codeOf(c), form.value);
      if (!answer.ok)
        return placePage(c, actor, {
          deed,
          typed,
          faults: { [fieldOfFault(answer.fault, 'ten')]: answer.fault },
        });
      return c.redirect(`${placePath(codeOf(c), answer.placeId)}?xong=${deed}`, 303);
    });

  routes.post(`${PLACE}/thong-tin`, async (c) => {
    const actor = requirePerson(c);
    const typed = await formFields(c);
    const form = readSchool(typed);
    if (!form.ok) return placePage(c, actor, { deed: 'thong-tin', typed, faults: form.faults });
    await describeSchool(dependencies, actor, codeOf(c), idOf(c), form.value);
    return c.redirect(`${placePath(codeOf(c), idOf(c))}?xong=thong-tin`, 303);
  });

  return routes;
}

/** Beside which field a refusal of the rules is said. */
function fieldOfFault(fault: string, otherwise: string): string {
  if (fault === 'sameName' || fault === 'nameTaken') return 'ten';
  return fault.startsWith('day') || fault === 'goesOnInAnother' || fault === 'stillInForce'
    ? 'ngay'
    : fault === 'notOneOfThem'
      ? 'thanh'
      : otherwise;
}
