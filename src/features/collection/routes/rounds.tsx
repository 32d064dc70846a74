import { Hono } from 'hono';
import { kindOfPeriod } from '../../../domain/calendar/index.ts';
import {
  type Item,
  itemsOfLevel,
  itemsToAsk,
  proposeDates,
  proposeRounds,
} from '../../../domain/collection/index.ts';
import { formatDate, formatNumber } from '../../../domain/text/index.ts';
import { today } from '../../../platform/clock.ts';
import { newId, type PersonActor, type UnitId, withReadScope } from '../../../platform/database/index.ts';
import { formFields, type RequestContext, type RequestEnvironment } from '../../../platform/http/index.ts';
import { maySeeWholeCycle } from '../../assessment/index.ts';
import { holidaysOfUnit } from '../../calendar/index.ts';
import { requirePerson } from '../../people/index.ts';
import { tasksForChoice } from '../../tasks/index.ts';
import { unitToLead } from '../commands/context.ts';
import { makeProposedRounds, makeRound, standardOfYear } from '../commands/make-rounds.ts';
import { messages } from '../messages.ts';
import { ChooseRoundPage } from '../pages/choose-round-page.tsx';
import { ProposalsPage } from '../pages/proposals-page.tsx';
import { RoundFormPage } from '../pages/round-form-page.tsx';
import { RoundsPage } from '../pages/rounds-page.tsx';
import { roundPath, roundsPath } from '../paths.ts';
import { mayLeadCollection, organisationsSeenBy } from '../policy.ts';
import { findOwners, type OwnersOfYear } from '../queries/owners.ts';
import { listRounds, listRoundsAlike } from '../queries/rounds.ts';
import {
  type Fields,
  isId,
  levelAndPeriodOf,
  type RoundFaults,
  readProposals,
  readRound,
} from '../schema.ts';
import { proposedTitle } from '../wording.ts';
import { type CollectionDependencies, frameOf, page, ROUNDS, unitOfCollection, yearOf } from './common.tsx';

/** The rounds of a year, a new one, and what the standard proposes for the year. */
export function roundsRoutes(dependencies: CollectionDependencies): Hono<RequestEnvironment> {
  const { database, clock, standards } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  routes.get(ROUNDS, async (c) => {
    const actor = requirePerson(c);
    const { language } = c.var;
    const year = yearOf(c, dependencies);
    const { unit, rounds, owners } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfCollection(scope, actor, c.req.param('unit'));
      const seen = organisationsSeenBy(actor, 'organisation');
      return {
        unit,
        rounds: await listRounds(scope, unit.id, year, seen, today(clock)),
        owners: await findOwners(scope, unit.id, year),
      };
    });
    const made = /^\d{1,3}$/.exec(c.req.query('tao') ?? '')?.[0];
    const done =
      made !== undefined
        ? messages[language].made(formatNumber(Number(made), language))
        : c.req.query('xong') === 'xoa'
          ? messages[language].done.xoa
          : undefined;
    return page(
      c,
      <RoundsPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={year}
        rounds={rounds}
        leads={mayLeadCollection(actor, unit.id)}
        seesRollUp={seesRollUp(actor, unit.id, owners)}
        done={done}
      />,
    );
  });

  async function newRoundPage(
    c: RequestContext,
    actor: PersonActor,
    typed?: { readonly values: Fields; readonly faults: RoundFaults },
  ) {
    const year = yearOf(c, dependencies);
    const chosen = levelAndPeriodOf(c.req.query(), year);
    const found = await withReadScope(database, actor, async (scope) => {
      const unit = await unitToLead(scope, actor, c.req.param('unit')!);
      if (chosen === null) return { unit };
      const owners = await findOwners(scope, unit.id, year);
      const holidays = await holidaysOfUnit(scope, unit.id, `${year}-01-01`, 400);
      return {
        unit,
        alike: await listRoundsAlike(scope, unit.id, year, chosen),
        tasks: await tasksForChoice(scope, unit.id, year),
        standard: standardOfYear(standards, year, owners),
        dates: proposeDates(chosen.period, holidays),
      };
    });
    const shown = { frame: frameOf(c, actor, dependencies), unit: found.unit, year };
    if (chosen === null || found.standard === undefined) return page(c, <ChooseRoundPage {...shown} />);
    const values = typed?.values ?? {
      ma: newId(),
      tieu_de: proposedTitle(chosen.level, chosen.period),
      ngay_chot: formatDate(found.dates.cutOff),
      han_nop: formatDate(found.dates.dueDate),
      ...tickedBoxes(itemsOfLevel(found.standard, chosen.level), chosen.period),
    };
    return page(
      c,
      <RoundFormPage
        {...shown}
        {...chosen}
        round={null}
        alike={found.alike}
        items={itemsToAsk(found.standard, chosen.level)}
        tasks={found.tasks}
        values={values}
        faults={typed?.faults ?? {}}
      />,
      typed === undefined ? 200 : 422,
    );
  }

  routes.get(`${ROUNDS}/moi`, (c) => newRoundPage(c, requirePerson(c)));

  routes.post(`${ROUNDS}/moi`, async (c) => {
    const actor = requirePerson(c);
    const year = yearOf(c, dependencies);
    const values = await formFields(c);
    const chosen = levelAndPeriodOf(c.req.query(), year);
    const form = readRound(values);
    if (chosen === null || !form.ok)
      return newRoundPage(c, actor, { values, faults: form.ok ? {} : form.faults });
    const unitCode = c.req.param('unit');
    const places = values.noi === 'chon' ? 'none' : 'all';
    const made = await makeRound(dependencies, actor, unitCode, {
      ...form.value,
      ...chosen,
      id: isId(values.ma ?? '') ? values.ma! : newId(),
      year,
      places,
    });
    if (made === null) return newRoundPage(c, actor, { values, faults: { nhiem_vu: 'taskUnknown' } });
    const warnings = made.warnings.map((warning) => `&luu_y=${warning}`).join('');
    return c.redirect(`${roundPath(unitCode, made.id)}?xong=tao${warnings}`, 303);
  });

  async function proposalsPage(
    c: RequestContext,
    actor: PersonActor,
    typed?: { readonly values: Fields; readonly faults: RoundFaults },
  ) {
    const year = yearOf(c, dependencies);
    const { unit, owners, holidays, rounds } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitToLead(scope, actor, c.req.param('unit')!);
      return {
        unit,
        owners: await findOwners(scope, unit.id, year),
        holidays: await holidaysOfUnit(scope, unit.id, `${year}-01-01`, 400),
        rounds: await listRounds(scope, unit.id, year, null, today(clock)),
      };
    });
    return page(
      c,
      <ProposalsPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={year}
        proposals={proposeRounds(standardOfYear(standards, year, owners), year, holidays)}
        rounds={rounds}
        withoutOwners={owners === null}
        typed={typed?.values}
        faults={typed?.faults ?? {}}
        nothingChosen={typed !== undefined && Object.keys(typed.faults).length === 0}
      />,
      typed === undefined ? 200 : 422,
    );
  }

  routes.get(`${ROUNDS}/de-xuat`, (c) => proposalsPage(c, requirePerson(c)));

  routes.post(`${ROUNDS}/de-xuat`, async (c) => {
    const actor = requirePerson(c);
    const year = yearOf(c, dependencies);
    const values = await formFields(c);
    const form = readProposals(values, year);
    if (!form.ok) return proposalsPage(c, actor, { values, faults: form.faults });
    const unitCode = c.req.param('unit');
    const { made, there } = await makeProposedRounds(dependencies, actor, { unitCode, year }, form.value);
    if (made + there === 0) return proposalsPage(c, actor, { values, faults: {} });
    return c.redirect(`${roundsPath(unitCode, year)}${made === 0 ? '' : `&tao=${made}`}`, 303);
  });

  return routes;
}

/** The boxes of the items that are collected by periods of this kind; of all where none is. */
function tickedBoxes(items: readonly Item[], period: string): Fields {
  const kind = kindOfPeriod(period);
  const ofKind = items.filter(({ collection }) => collection.period === kind);
  return Object.fromEntries((ofKind.length > 0 ? ofKind : items).map(({ key }) => [`so_lieu.${key}`, 'co']));
}

/** What the figures come to is for who sees a criterion of the year: the whole cycle, or what the own organisation owns. */
function seesRollUp(actor: PersonActor, unit: UnitId, owners: OwnersOfYear | null): boolean {
  if (owners === null || maySeeWholeCycle(actor, unit)) return true;
  const own = new Set([...owners.owners.values()]);
  return actor.memberships.some(({ organisationId }) => own.has(organisationId));
}
