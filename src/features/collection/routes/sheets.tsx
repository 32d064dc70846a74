import { Hono } from 'hono';
import {
  completenessOf,
  daysLate,
  findingsAgainstVillages,
  findingsOfSheet,
  type Item,
  partsAmong,
  sheetDeeds,
} from '../../../domain/collection/index.ts';
import { today } from '../../../platform/clock.ts';
import { newId, type PersonActor, type Scope, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  inWrongState,
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { requirePerson } from '../../people/index.ts';
import { itemsOfKeys, standardOfRound } from '../commands/make-rounds.ts';
import { saveCells } from '../commands/save-cells.ts';
import { type DeedOfSheet, doWithSheet } from '../commands/sheet-deeds.ts';
import { messages } from '../messages.ts';
import { CellHistoryPage } from '../pages/cell-history-page.tsx';
import { knownOf, SheetPage, type SheetPageProps } from '../pages/sheet-page.tsx';
import { sheetPath } from '../paths.ts';
import { maySeeSheet, standingToSheet } from '../policy.ts';
import { undecidedConflicts } from '../queries/conflicts.ts';
import { itemsAskedOf } from '../queries/round.ts';
import { findChangesOfCell, findSheet } from '../queries/sheet.ts';
import { type Fields, readReason, seenRevisionOf } from '../schema.ts';
import { readSheetForm } from '../sheet-form.ts';
import { sheetMessages } from '../sheet-messages.ts';
import {
  type CollectionDependencies,
  frameOf,
  page,
  pageNumberOf,
  roundOfAddress,
  SHEET,
} from './common.tsx';

type Answer = Partial<
  Pick<
    SheetPageProps,
    'typed' | 'cellFaults' | 'faults' | 'reason' | 'askAgain' | 'changedMeanwhile' | 'done' | 'warnings'
  >
>;

/** The sheet of one place: form, deeds, history of its cells. */
export function sheetRoutes(dependencies: CollectionDependencies): Hono<RequestEnvironment> {
  const { database, clock, standards } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  /** The sheet of the address with what is asked of it, for who may see it. */
  async function sheetOfAddress(scope: Scope, actor: PersonActor, c: RequestContext) {
    const { unit, round } = await roundOfAddress(scope, actor, c);
    const standard = standardOfRound(standards, round);
    const sheet = await findSheet(scope, round, c.req.param('sheet')!, standard);
    const place = sheet && { id: sheet.placeId, organisationId: sheet.organisationId };
    if (place === undefined || !maySeeSheet(actor, unit.id, round.level, place)) throw notFound();
    const items = itemsOfKeys(standard, itemsAskedOf(round, sheet!));
    const standing = standingToSheet(actor, unit.id, place);
    const deeds = sheetDeeds(sheet!.state, round.state === 'open', standing);
    return { unit, round, standard, sheet: sheet!, items, standing, deeds };
  }
  type Found = Awaited<ReturnType<typeof sheetOfAddress>>;

  /** What is missing of a sheet, and what strikes about it. */
  function stateOf({ round, standard, sheet, items }: Found) {
    const figures = Object.fromEntries(Object.entries(sheet.cells).map(([key, { figure }]) => [key, figure]));
    return {
      completeness: completenessOf(
        items.map(({ key }) => key),
        figures,
      ),
      findings: [
        ...findingsOfSheet({
          items,
          parts: partsAmong(standard, items),
          period: round.period,
          cells: sheet.cells,
          others: sheet.others,
        }),
        ...findingsAgainstVillages(items, sheet.cells, sheet.villages),
      ],
    };
  }

  /** @param only of the form that was sent: who may never use it gets the refusal, not the form again */
  async function sheetPage(
    c: RequestContext,
    actor: PersonActor,
    answer: Answer = {},
    only: (found: Found) => void = () => {},
  ) {
    const { found, conflicts } = await withReadScope(database, actor, async (scope) => {
      const found = await sheetOfAddress(scope, actor, c);
      only(found);
      const { id, hasConflicts } = found.sheet;
      return {
        found,
        conflicts: hasConflicts ? await undecidedConflicts(scope, found.unit.id, { sheet: id }) : [],
      };
    });
    const { unit, round, sheet, items, deeds } = found;
    const status = answer.changedMeanwhile
      ? 409
      : answer.cellFaults !== undefined || answer.faults !== undefined || answer.askAgain
        ? 422
        : 200;
    return page(
      c,
      <SheetPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={round.year}
        round={round}
        sheet={sheet}
        items={items}
        {...stateOf(found)}
        daysLate={daysLate(round.dueDate, sheet.submittedOn, today(clock))}
        conflicts={conflicts}
        deeds={deeds}
        operationIds={Object.fromEntries(items.map(({ key }) => [key, newId<string>()]))}
        typed={new Map()}
        cellFaults={{}}
        faults={{}}
        {...answer}
      />,
      status,
    );
  }

  routes.get(SHEET, (c) => {
    const words = sheetMessages[c.var.language];
    const done = Object.entries(words.done).find(([key]) => key === c.req.query('xong'))?.[1];
    const warnings = c.req.query('trung') === undefined ? [] : [words.savedWithConflicts];
    return sheetPage(c, requirePerson(c), { done, warnings });
  });

  const pathOf = (c: RequestContext): string =>
    sheetPath(c.req.param('unit')!, c.req.param('round')!, c.req.param('sheet')!);

  const inOtherState = () => inWrongState('collection.sheet-state', messages.vi.sheetState);
  const mayFill = ({ standing }: Found): void => {
    if (!standing.fills && !standing.leads) throw notAllowed('collection.may-not-save');
  };

  const maySubmit = (found: Found): void => {
    mayFill(found);
    if (!found.deeds.has('submit')) throw inOtherState();
  };

  /** Saves what the form has changed, if it may be used at all. @returns what could not be stored, and how many met with another change */
  async function saveForm(
    c: RequestContext,
    actor: PersonActor,
    fields: Fields,
    only: (found: Found) => void,
  ) {
    const items: readonly Item[] = await withReadScope(database, actor, async (scope) => {
      const found = await sheetOfAddress(scope, actor, c);
      only(found);
      return found.items;
    });
    const form = readSheetForm(fields, c.req.param('sheet')!, items);
    const outcomes = await saveCells(dependencies, actor, form.operations, 'form');
    const refused = outcomes.flatMap((outcome, place) =>
      outcome.outcome === 'refused' ? [[form.operations[place]!.item, outcome.fault] as const] : [],
    );
    return {
      typed: form.typed,
      cellFaults: { ...form.faults, ...Object.fromEntries(refused) },
      conflicts: outcomes.filter(({ outcome }) => outcome === 'conflict').length,
      warnings: outcomes.some(({ outcome }) => outcome === 'saved')
        ? [sheetMessages[c.var.language].notSaved]
        : [],
    };
  }

  routes.post(SHEET, async (c) => {
    const actor = requirePerson(c);
    const { conflicts, ...kept } = await saveForm(c, actor, await formFields(c), mayFill);
    if (Object.keys(kept.cellFaults).length > 0) return sheetPage(c, actor, kept);
    return c.redirect(`${pathOf(c)}?xong=luu${conflicts === 0 ? '' : '&trung=co'}`, 303);
  });

  routes.post(`${SHEET}/nop`, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const { conflicts, ...kept } = await saveForm(c, actor, fields, maySubmit);
    if (Object.keys(kept.cellFaults).length > 0) return sheetPage(c, actor, kept);
    if (conflicts > 0) return c.redirect(`${pathOf(c)}?xong=luu&trung=co`, 303);
    const { completeness, findings } = await withReadScope(database, actor, async (scope) =>
      stateOf(await sheetOfAddress(scope, actor, c)),
    );
    const known = knownOf(completeness, findings);
    if (known !== '' && known !== fields.da_biet) return sheetPage(c, actor, { askAgain: true });
    await doWithSheet(dependencies, actor, sheetOf(c), 'submit');
    return c.redirect(`${pathOf(c)}?xong=nop`, 303);
  });

  const sheetOf = (c: RequestContext) => ({ id: c.req.param('sheet')!, round: c.req.param('round')! });

  async function deed(
    c: RequestContext,
    name: DeedOfSheet,
    done: string,
    given: { reason?: string; seenRevision?: number } = {},
  ) {
    const actor = requirePerson(c);
    await withReadScope(database, actor, (scope) => roundOfAddress(scope, actor, c));
    const wasDone = await doWithSheet(dependencies, actor, sheetOf(c), name, given);
    if (!wasDone) return sheetPage(c, actor, { changedMeanwhile: true });
    return c.redirect(`${pathOf(c)}?xong=${done}`, 303);
  }

  routes.post(`${SHEET}/lay-lai`, (c) => deed(c, 'take_back', 'lay_lai'));

  routes.post(`${SHEET}/chap-nhan`, async (c) =>
    deed(c, 'accept', 'chap_nhan', { seenRevision: seenRevisionOf(await formFields(c)) }),
  );

  routes.post(`${SHEET}/tra-lai`, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const form = readReason(fields);
    if (form.ok) return deed(c, 'return', 'tra_lai', { reason: form.value });
    const { faults } = form;
    return sheetPage(c, actor, { faults, reason: fields.ly_do }, ({ standing, deeds }) => {
      if (!standing.leads) throw notAllowed('collection.may-not-return');
      if (!deeds.has('return')) throw inOtherState();
    });
  });

  routes.get(`${SHEET}/lich-su`, async (c) => {
    const actor = requirePerson(c);
    const current = pageNumberOf(c);
    const { found, item, changes, more } = await withReadScope(database, actor, async (scope) => {
      const found = await sheetOfAddress(scope, actor, c);
      const item = found.items.find(({ key }) => key === c.req.query('so_lieu'));
      if (item === undefined) throw notFound();
      return {
        found,
        item,
        ...(await findChangesOfCell(scope, found.round, found.sheet.id, item.key, current)),
      };
    });
    return page(
      c,
      <CellHistoryPage
        frame={frameOf(c, actor, dependencies)}
        unit={found.unit}
        year={found.round.year}
        round={found.round}
        sheet={found.sheet}
        item={item}
        changes={changes}
        current={current}
        more={more}
      />,
    );
  });

  return routes;
}
