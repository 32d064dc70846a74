import { type Context, Hono } from 'hono';
import { periodName } from '../../../domain/calendar/index.ts';
import { itemOf } from '../../../domain/collection/index.ts';
import { formatInstant, normaliseText } from '../../../domain/text/index.ts';
import { type PersonActor, type Scope, withReadScope, withScope } from '../../../platform/database/index.ts';
import {
  jsonObject,
  notFound,
  type RequestContext,
  type RequestEnvironment,
  unreadable,
} from '../../../platform/http/index.ts';
import { findCycle, yesNoInputsOf } from '../../assessment/index.ts';
import { requirePerson } from '../../people/index.ts';
import { readOperations } from '../cell-operations-schema.ts';
import { figureOfRow, saveIn } from '../commands/save-cells.ts';
import { gridMessages } from '../grid-messages.ts';
import {
  changesSince,
  columnsOf,
  comparedWithOrganisations,
  cycleOfGrid,
  findingsOfPage,
  gridRows,
  revisionsOf,
  standardOfGrid,
} from '../grid-view.ts';
import type { CellDetails, FigureGridProps } from '../islands/grid/props.ts';
import { GridPage } from '../pages/grid-page.tsx';
import { roundPath } from '../paths.ts';
import {
  mayEnterFigures,
  maySeeCollection,
  maySeeSheet,
  organisationsFilledFor,
  organisationsSeenBy,
} from '../policy.ts';
import { backgroundOfCell, gridOfRound, PLACES_OF_A_PAGE } from '../queries/grid.ts';
import { findRound, type Round } from '../queries/round.ts';
import { nameOfPlace } from '../wording.ts';
import { type CollectionDependencies, frameOf, page, pageNumberOf, ROUND } from './common.tsx';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The grid of a round: its page, what others changed, the cells that are sent, and the background of one cell. */
export function gridRoutes(dependencies: CollectionDependencies): Hono<RequestEnvironment> {
  const { database, standards } = dependencies;
  const routes = new Hono<RequestEnvironment>();
  const yesNoInputs = yesNoInputsOf(standards);

  /** Only the own unit's: its id is known, and no statement is needed to find it. */
  async function roundOf(c: RequestContext, scope: Scope, actor: PersonActor): Promise<Round> {
    const round = await findRound(scope, ownUnit(c, actor), c.req.param('round')!);
    if (round === undefined) throw notFound();
    return round;
  }

  function standardOf({ standardId, standardVersion }: Round) {
    const entry = standards.get(standardId, standardVersion);
    if (entry === null)
      throw new Error(
        `The standard ${standardId} version ${standardVersion} is not in the folder standards/.`,
      );
    return entry.standard;
  }

  const queryOf = (c: RequestContext, actor: PersonActor, { level }: Round) => ({
    organisations: organisationsSeenBy(actor, level),
    filledFor: organisationsFilledFor(actor),
    search: normaliseText(c.req.query('tim') ?? '').slice(0, 100),
    page: pageNumberOf(c),
  });

  routes.get(`${ROUND}/bang`, async (c) => {
    const actor = requirePerson(c);
    const { language } = c.var;
    return withReadScope(database, actor, async (scope) => {
      const round = await roundOf(c, scope, actor);
      const found = await findCycle(scope, actor.unit.code, round.year, yesNoInputs);
      if (found === null) throw notFound();
      const standard = standardOf(round);
      const items = columnsOf(round, standard);
      const query = queryOf(c, actor, round);
      const compared = comparedWithOrganisations(actor, round, items);
      const part = await gridOfRound(scope, round, items, { ...query, compared });
      const number = Math.min(query.page, Math.max(1, Math.ceil(part.found / PLACES_OF_A_PAGE)));
      const decided = standardOfGrid(standard, items, round, actor, found.cycle);
      const grid: FigureGridProps = {
        language,
        keptAs: `so-lieu ${round.id} ${actor.personId}`,
        base: roundPath(actor.unit.code, round.id),
        query: new URLSearchParams({
          ...(query.search === '' ? {} : { tim: query.search }),
          ...(number === 1 ? {} : { trang: String(number) }),
        }).toString(),
        items: items.map(({ key }) => key),
        standard: decided.standard,
        rows: gridRows(actor, round, part.sheets, language),
        firstRow: (number - 1) * PLACES_OF_A_PAGE + 1,
        allRows: part.found,
        elsewhere: part.elsewhere,
        known: revisionsOf(round, part),
        cycle: cycleOfGrid(found.cycle, decided, part.places),
      };
      return page(
        c,
        <GridPage
          frame={frameOf(c, actor, dependencies, 'figure-grid')}
          unit={found.unit}
          round={round}
          items={items}
          grid={grid}
          enters={mayEnterFigures(actor, round, part.own)}
          search={query.search}
          page={number}
          found={part.found}
          places={part.places}
          findings={findingsOfPage(actor, round, items, part, found.cycle)}
          namesOfPlaces={new Map(part.sheets.map((sheet) => [sheet.placeId, nameOfPlace(sheet)]))}
        />,
      );
    });
  });

  routes.get(`${ROUND}/bang.json`, async (c) => {
    const actor = requirePerson(c);
    const known = c.req.query('biet') ?? '';
    const changes = await withReadScope(database, actor, async (scope) => {
      const round = await roundOf(c, scope, actor);
      const items = columnsOf(round, standardOf(round));
      const query = { ...queryOf(c, actor, round), compared: null };
      const part = await gridOfRound(scope, round, items, query);
      return changesSince(known, round, part, gridRows(actor, round, part.sheets, c.var.language));
    });
    return c.json(changes);
  });

  routes.post(`${ROUND}/o`, async (c) => {
    const actor = requirePerson(c);
    ownUnit(c, actor);
    const body = await jsonObject(c).catch(() => null);
    const outcomes = await withScope(database, actor, async (scope) => {
      await roundOf(c, scope, actor);
      const operations = readOperations(body);
      if (operations === null) throw unreadable('collection.unreadable-operations');
      return operations.length === 0 ? [] : saveIn(scope, dependencies, actor, operations, 'grid');
    });
    return c.json({ outcomes });
  });

  routes.get(`${ROUND}/o/:sheet/:item`, async (c) => {
    const actor = requirePerson(c);
    return c.json(await detailsOf(c, actor));
  });

  async function detailsOf(c: RequestContext, actor: PersonActor): Promise<CellDetails> {
    const { language } = c.var;
    const sheet = c.req.param('sheet')!;
    if (!UUID.test(sheet)) throw notFound();
    return withReadScope(database, actor, async (scope) => {
      const round = await roundOf(c, scope, actor);
      const item = itemOf(standardOf(round), c.req.param('item')!);
      if (item === null || !round.items.includes(item.key)) throw notFound();
      const cell = { round: round.id, sheet, item: item.key };
      const background = await backgroundOfCell(scope, round.unitId, cell);
      if (background === undefined) throw notFound();
      const place = { id: background.placeId, organisationId: background.organisationId };
      if (!maySeeSheet(actor, round.unitId, round.level, place)) throw notFound();
      const isYesNo = item.collection.asked === 'yes_no';
      const { ways, somebody } = gridMessages[language];
      return {
        past: background.past.map(({ period, ...row }) => ({
          period: periodName(period, language),
          figure: figureOfRow(row, isYesNo),
        })),
        history: background.history.map(({ at, who, way, comment, ...row }) => ({
          at: formatInstant(new Date(at)),
          who: who ?? somebody,
          way: ways[way],
          figure: figureOfRow(row, isYesNo),
          comment,
        })),
      };
    });
  }

  return routes;
}

/** The unit of the address, which must be the person's own. @throws RequestError 404 for everybody else */
function ownUnit(c: Context<RequestEnvironment>, actor: PersonActor): PersonActor['unit']['id'] {
  const { id, code } = actor.unit;
  if (c.req.param('unit') !== code || !maySeeCollection(actor, id)) throw notFound();
  return id;
}
