import { Hono } from 'hono';
import { itemsToAsk } from '../../../domain/collection/index.ts';
import { formatDate, formatNumber, normaliseText } from '../../../domain/text/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import { formFields, type RequestContext, type RequestEnvironment } from '../../../platform/http/index.ts';
import { requirePerson } from '../../people/index.ts';
import { tasksForChoice } from '../../tasks/index.ts';
import { changePlaces } from '../commands/change-places.ts';
import { openRoundToLead } from '../commands/context.ts';
import { editRound } from '../commands/edit-round.ts';
import { standardOfRound } from '../commands/make-rounds.ts';
import { deleteRound, setRoundState } from '../commands/round-state.ts';
import { acceptSheets } from '../commands/sheet-deeds.ts';
import { messages } from '../messages.ts';
import { PlacesPage } from '../pages/places-page.tsx';
import { RoundFormPage } from '../pages/round-form-page.tsx';
import { RoundPage } from '../pages/round-page.tsx';
import { placesOfRoundPath, roundPath, roundsPath } from '../paths.ts';
import {
  mayEnterFigures,
  mayLeadCollection,
  organisationsFilledFor,
  organisationsSeenBy,
} from '../policy.ts';
import { findPlacesToChoose } from '../queries/places-of-round.ts';
import { type Round, SHEETS_OF_A_PAGE, sheetsOfRound } from '../queries/round.ts';
import {
  type Fields,
  filterOf,
  isId,
  type RoundFaults,
  readRound,
  seenRevisionOf,
  tickedOf,
} from '../schema.ts';
import {
  type CollectionDependencies,
  frameOf,
  page,
  pageNumberOf,
  ROUND,
  roundAddressOf,
  roundOfAddress,
} from './common.tsx';

/** A form of a round that was not taken. */
interface RefusedRound {
  readonly values: Fields;
  readonly faults: RoundFaults;
  readonly conflict?: boolean;
  readonly filled?: readonly string[];
}

const searchOf = (c: RequestContext): string => normaliseText(c.req.query('tim') ?? '').slice(0, 100);

/** What stands in the boxes of a round that is to be changed. */
const valuesOf = (round: Round): Fields => ({
  tieu_de: round.title,
  ngay_chot: formatDate(round.cutOff),
  han_nop: formatDate(round.dueDate),
  nhiem_vu: round.taskId ?? '',
  ...Object.fromEntries(round.items.map((key) => [`so_lieu.${key}`, 'co'])),
});

/** One round: its page, its places, and what the planning officer changes of it. */
export function roundRoutes(dependencies: CollectionDependencies): Hono<RequestEnvironment> {
  const { database, clock, standards } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  /** What the address says was done, and what should be known of it. */
  function answerOf(c: RequestContext): { done: string | undefined; warnings: string[] } {
    const words = messages[c.var.language];
    const number = (name: string): string | undefined => {
      const digits = /^\d{1,4}$/.exec(c.req.query(name) ?? '')?.[0];
      return digits === undefined ? undefined : formatNumber(Number(digits), c.var.language);
    };
    const [accepted, left] = [number('chap_nhan'), number('con_lai')];
    const deed = Object.entries(words.done).find(([key]) => key === c.req.query('xong'))?.[1];
    const said = Object.entries(words.warnings).filter(([key]) => c.req.queries('luu_y')?.includes(key));
    return {
      done: accepted === undefined ? deed : accepted === '0' ? undefined : words.acceptedSheets(accepted),
      warnings: [...said.map(([, text]) => text), ...(left === undefined ? [] : [words.leftSheets(left)])],
    };
  }

  routes.get(ROUND, async (c) => {
    const actor = requirePerson(c);
    const filter = filterOf(c.req.query('loc'));
    const search = searchOf(c);
    const current = pageNumberOf(c);
    const { unit, round, list } = await withReadScope(database, actor, async (scope) => {
      const found = await roundOfAddress(scope, actor, c);
      const list = await sheetsOfRound(scope, found.round, {
        today: today(clock),
        organisations: organisationsSeenBy(actor, found.round.level),
        filledFor: organisationsFilledFor(actor),
        filter,
        search,
        skip: (current - 1) * SHEETS_OF_A_PAGE,
        limit: SHEETS_OF_A_PAGE,
      });
      return { ...found, list };
    });
    const enters = mayEnterFigures(actor, round, list.own);
    return page(
      c,
      <RoundPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={round.year}
        round={round}
        list={list}
        filter={filter}
        search={search}
        current={current}
        leads={mayLeadCollection(actor, unit.id)}
        enters={enters}
        today={today(clock)}
        // Without a sheet that the person sees there is nothing to take along.
        links={
          list.counts.all === 0
            ? []
            : (dependencies.besideRound?.(round, enters, unit.code, c.var.language) ?? [])
        }
        {...answerOf(c)}
      />,
    );
  });

  async function editPage(c: RequestContext, actor: PersonActor, refused?: RefusedRound) {
    const { unit, round, tasks } = await withReadScope(database, actor, async (scope) => {
      const found = await openRoundToLead(scope, actor, roundAddressOf(c));
      return { ...found, tasks: await tasksForChoice(scope, found.unit.id, found.round.year) };
    });
    const named = tasks.some(({ id }) => id === round.taskId);
    return page(
      c,
      <RoundFormPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={round.year}
        level={round.level}
        period={round.period}
        round={round}
        items={itemsToAsk(standardOfRound(standards, round), round.level)}
        tasks={
          round.taskId === null || named
            ? tasks
            : [{ id: round.taskId, text: round.taskText ?? '', lead: '' }, ...tasks]
        }
        values={refused?.values ?? valuesOf(round)}
        faults={refused?.faults ?? {}}
        conflict={refused?.conflict ?? false}
        filled={refused?.filled ?? []}
      />,
      refused === undefined ? 200 : refused.conflict ? 409 : 422,
    );
  }

  routes.get(`${ROUND}/sua`, (c) => editPage(c, requirePerson(c)));

  routes.post(`${ROUND}/sua`, async (c) => {
    const actor = requirePerson(c);
    const values = await formFields(c);
    const form = readRound(values);
    if (!form.ok) return editPage(c, actor, { values, faults: form.faults });
    const address = roundAddressOf(c);
    const edit = await editRound(dependencies, actor, address, form.value, {
      seenRevision: seenRevisionOf(values),
      agreed: values.dong_y !== undefined,
    });
    switch (edit.outcome) {
      case 'conflict':
        return editPage(c, actor, { values, faults: {}, conflict: true });
      case 'unknownTask':
        return editPage(c, actor, { values, faults: { nhiem_vu: 'taskUnknown' } });
      case 'hasFigures':
        return editPage(c, actor, { values, faults: {}, filled: edit.items });
      case 'saved': {
        const warnings = edit.warnings.map((warning) => `&luu_y=${warning}`).join('');
        return c.redirect(`${roundPath(address.unitCode, address.roundId)}?xong=sua${warnings}`, 303);
      }
    }
  });

  async function placesPage(
    c: RequestContext,
    actor: PersonActor,
    refused?: {
      readonly ticked: ReadonlySet<string>;
      readonly filled?: readonly string[];
      readonly notInForce?: boolean;
    },
  ) {
    const current = pageNumberOf(c);
    const search = searchOf(c);
    const { unit, round, places, total } = await withReadScope(database, actor, async (scope) => {
      const found = await openRoundToLead(scope, actor, roundAddressOf(c));
      return { ...found, ...(await findPlacesToChoose(scope, found.round, search, current)) };
    });
    return page(
      c,
      <PlacesPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={round.year}
        round={round}
        places={places}
        total={total}
        current={current}
        search={search}
        ticked={refused?.ticked}
        filled={refused?.filled ?? []}
        notInForce={refused?.notInForce ?? false}
        done={answerOf(c).done}
      />,
      refused === undefined ? 200 : 422,
    );
  }

  routes.get(`${ROUND}/noi`, (c) => placesPage(c, requirePerson(c)));

  routes.post(`${ROUND}/noi`, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const ticked = new Set(tickedOf(fields, 'noi').filter(isId));
    const shown = tickedOf(fields, 'hien').filter(isId);
    const wasAsked = (id: string): boolean => fields[`hien.${id}`] === 'co';
    const address = roundAddressOf(c);
    const change = await changePlaces(dependencies, actor, address, {
      add: shown.filter((id) => ticked.has(id) && !wasAsked(id)),
      remove: shown.filter((id) => !ticked.has(id) && wasAsked(id)),
      agreed: fields.dong_y !== undefined,
    });
    if (change.outcome === 'hasFigures') return placesPage(c, actor, { ticked, filled: change.places });
    if (change.outcome === 'notInForce') return placesPage(c, actor, { ticked, notInForce: true });
    const path = placesOfRoundPath(address.unitCode, address.roundId, pageNumberOf(c), searchOf(c));
    return c.redirect(`${path}${path.includes('?') ? '&' : '?'}xong=noi`, 303);
  });

  const deeds = { dong: 'closed', 'mo-lai': 'open' } as const;
  for (const [word, state] of Object.entries(deeds))
    routes.post(`${ROUND}/${word}`, async (c) => {
      const address = roundAddressOf(c);
      await setRoundState(dependencies, requirePerson(c), address, state);
      const done = state === 'open' ? 'mo' : 'dong';
      return c.redirect(`${roundPath(address.unitCode, address.roundId)}?xong=${done}`, 303);
    });

  routes.post(`${ROUND}/xoa`, async (c) => {
    const address = roundAddressOf(c);
    const year = await deleteRound(dependencies, requirePerson(c), address);
    return c.redirect(`${roundsPath(address.unitCode, year)}&xong=xoa`, 303);
  });

  routes.post(`${ROUND}/chap-nhan`, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const address = roundAddressOf(c);
    const sheets = tickedOf(fields, 'phieu')
      .filter(isId)
      .map((id) => ({ id, seenRevision: seenRevisionOf(fields, `phieu.${id}`) }));
    const { accepted, left } = await acceptSheets(dependencies, actor, address, sheets);
    const query =
      sheets.length === 0
        ? 'luu_y=nothingTicked'
        : `chap_nhan=${accepted}${left === 0 ? '' : `&con_lai=${left}`}`;
    return c.redirect(`${roundPath(address.unitCode, address.roundId)}?${query}`, 303);
  });

  return routes;
}
