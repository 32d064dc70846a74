import { Hono } from 'hono';
import type { SheetDeed } from '../../../domain/collection/index.ts';
import { withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import type { PlaceAtDevice } from '../../../platform/identity/index.ts';
import { renderPage } from '../../../ui/page.tsx';
import { doWithSheet, saveCells } from '../../collection/index.ts';
import { deviceOf, pathOf } from '../../people/index.ts';
import { openLink } from '../commands/open-link.ts';
import type { VillageEntryDependencies } from '../dependencies.ts';
import { placeAt, rememberDevice, requirePlace } from '../device.ts';
import { filledAtServer, SheetList } from '../islands/sheet-parts.tsx';
import { words } from '../islands/words.ts';
import { EntryPage, type EntryPageProps } from '../pages/entry-page.tsx';
import { SheetPage, type SheetPageProps } from '../pages/sheet-page.tsx';
import { type VillageFrame, VillagePage } from '../pages/village-page.tsx';
import { offlinePagePath, VILLAGE, villageSheetPath, villageSheetsPath } from '../paths.ts';
import { FORM_ID, readSheetForm } from '../read-sheet-form.ts';
import { idSchema } from '../schema.ts';
import { villageFigures } from '../sheets-of-place.ts';

/** The village's side, at its own device: no person is signed in here, and whoever is makes no difference. */
export function villageRoutes(dependencies: VillageEntryDependencies): Hono<RequestEnvironment> {
  const { database, clock, assets, standards } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  const frameOf = (c: RequestContext, place: PlaceAtDevice | null): VillageFrame => ({
    language: c.var.language,
    assets: assets.forPage('village-sheet'),
    currentPath: pathOf(c),
    unit: place?.actor.unit,
  });
  /** For a page, which no browser keeps: by Back it would come as it was, and what was typed since would look undone. */
  const figuresOf = (c: RequestContext, place: PlaceAtDevice) => {
    c.header('cache-control', 'no-store');
    return withReadScope(database, place.actor, (scope) =>
      villageFigures(scope, place, standards, c.var.language),
    );
  };

  const entryPage = async (
    c: RequestContext,
    answer: Pick<EntryPageProps, 'code' | 'refusal'>,
    status: 200 | 422 | 429,
  ) => {
    const place = await placeAt(c, dependencies);
    const hasEnded = c.req.query('het_han') !== undefined && place === null;
    const props = { frame: frameOf(c, place), place: place?.actor ?? null, hasEnded, ...answer };
    return c.html(renderPage(<EntryPage {...props} />), status);
  };

  routes.get(VILLAGE, (c) => entryPage(c, { code: (c.req.query('ma') ?? '').slice(0, 100) }, 200));

  routes.post(VILLAGE, async (c) => {
    const { ma = '' } = await formFields(c);
    const device = deviceOf(c.req.header('user-agent') ?? '');
    const said = device === null ? null : `${device.browser}, ${device.system}`;
    const opening = await openLink(dependencies, ma, said);
    if (opening.outcome === 'opened') {
      rememberDevice(c, dependencies, opening.token);
      return c.redirect(villageSheetsPath, 303);
    }
    const code = ma.slice(0, 100);
    if (opening.outcome === 'refused')
      return entryPage(c, { code, refusal: { lockedForMinutes: null } }, 422);
    const minutes = Math.ceil((opening.until.getTime() - clock.now().getTime()) / 60_000);
    return entryPage(c, { code, refusal: { lockedForMinutes: Math.max(1, minutes) } }, 429);
  });

  routes.get(villageSheetsPath, async (c) => {
    const place = await requirePlace(c, dependencies);
    const figures = await figuresOf(c, place);
    const { language } = c.var;
    return c.html(
      renderPage(
        <VillagePage frame={frameOf(c, place)} title={words[language].title} figures={figures}>
          <SheetList figures={figures} language={language} filledOf={filledAtServer} />
        </VillagePage>,
      ),
    );
  });

  /** The sheet of the address. @throws RequestError 404 when it is none of this village's open ones */
  async function sheetOf(c: RequestContext, place: PlaceAtDevice) {
    const figures = await figuresOf(c, place);
    const sheet = figures.sheets.find(({ id }) => id === c.req.param('sheet'));
    if (sheet === undefined) throw notFound();
    return { figures, sheet };
  }

  async function sheetPage(
    c: RequestContext,
    place: PlaceAtDevice,
    answer: Pick<SheetPageProps, 'done' | 'form' | 'outcomes'> = {},
    status: 200 | 409 | 422 = 200,
  ) {
    const { figures, sheet } = await sheetOf(c, place);
    const props = { frame: frameOf(c, place), figures, sheet, ...answer };
    return c.html(renderPage(<SheetPage {...props} />), status);
  }

  routes.get('/thon/phieu/:sheet', async (c) => {
    const said = words[c.var.language].sheet;
    const done = new Map([
      ['luu', said.saved],
      ['nop', said.submitted],
      ['rut-lai', said.takenBack],
    ]).get(c.req.query('da') ?? '');
    return sheetPage(c, await requirePlace(c, dependencies), { done });
  });

  /** Saves what a form has in its boxes. @returns the page with what could not be stored; null where all is */
  async function saveForm(c: RequestContext, place: PlaceAtDevice, fields: Readonly<Record<string, string>>) {
    const { sheet } = await sheetOf(c, place);
    const form = readSheetForm(sheet, fields);
    if (form.faults.size > 0) return sheetPage(c, place, { form }, 422);
    const outcomes = await saveCells(dependencies, place.actor, form.operations, 'link');
    return outcomes.every(({ outcome }) => outcome === 'saved')
      ? null
      : sheetPage(c, place, { form, outcomes }, 409);
  }

  routes.post('/thon/phieu/:sheet', async (c) => {
    const place = await requirePlace(c, dependencies);
    const refused = await saveForm(c, place, await formFields(c));
    return refused ?? c.redirect(`${villageSheetPath(c.req.param('sheet'))}?da=luu`, 303);
  });

  for (const [path, deed] of [
    ['nop', 'submit'],
    ['rut-lai', 'take_back'],
  ] as const satisfies readonly (readonly [string, SheetDeed])[])
    routes.post(`/thon/phieu/:sheet/${path}`, async (c) => {
      const place = await requirePlace(c, dependencies);
      const sheet = idSchema.safeParse(c.req.param('sheet'));
      if (!sheet.success) throw notFound();
      // Without a script the boxes come along, and what stands in them is handed in.
      const fields = await formFields(c);
      const hasBoxes = deed === 'submit' && fields[FORM_ID] !== undefined;
      const refused = hasBoxes ? await saveForm(c, place, fields) : null;
      if (refused !== null) return refused;
      await doWithSheet(dependencies, place.actor, { id: sheet.data, round: null }, deed);
      return c.redirect(`${villageSheetPath(sheet.data)}?da=${path}`, 303);
    });

  routes.get(offlinePagePath, (c) => {
    const { language } = c.var;
    const frame = { ...frameOf(c, null), currentPath: villageSheetsPath };
    return c.html(
      renderPage(
        <VillagePage frame={frame} title={words[language].title} figures={null}>
          <h1>{words[language].title}</h1>
          <noscript>
            <p>{words[language].notes.needsScript}</p>
          </noscript>
        </VillagePage>,
      ),
    );
  });

  return routes;
}
