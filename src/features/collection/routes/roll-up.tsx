import { Hono } from 'hono';
import { inputsOfCriterion, type Standard } from '../../../domain/scoring/index.ts';
import { formatNumber } from '../../../domain/text/index.ts';
import { type PersonActor, type Scope, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { type AssessmentContext, type Cycle, findCycle, visibleCriteria } from '../../assessment/index.ts';
import { requirePerson } from '../../people/index.ts';
import { type SeenRollUp, takeOver } from '../commands/take-over.ts';
import { RollUpPage, type RollUpPageProps } from '../pages/roll-up-page.tsx';
import { RolledPlacesPage } from '../pages/rolled-places-page.tsx';
import { rollUpPath } from '../paths.ts';
import { maySeeCollection, organisationsSeenBy } from '../policy.ts';
import { findPlacesOfInput } from '../queries/places-of-input.ts';
import { findRolledInputByPlace, findRolledInputs } from '../queries/roll-up.ts';
import { rollUpMessages } from '../roll-up-messages.ts';
import { type CollectionDependencies, frameOf, page, pageNumberOf, ROUNDS, yearOf } from './common.tsx';

export type RollUpDependencies = CollectionDependencies & AssessmentContext;

const ROLL_UP = `${ROUNDS}/tong-hop` as const;

/** What was collected as figures of the self-assessment: `/don-vi/:unit/so-lieu/tong-hop`. */
export function rollUpRoutes(dependencies: RollUpDependencies): Hono<RequestEnvironment> {
  const { database, standards, yesNoInputs } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  /** The cycle of the address with its standard, for who sees one of its criteria; without a cycle, who sees collection. */
  async function cycleOf(scope: Scope, actor: PersonActor, c: RequestContext) {
    const found = await findCycle(scope, c.req.param('unit')!, yearOf(c, dependencies), yesNoInputs);
    if (found === null) throw notFound();
    const { unit, cycle } = found;
    if (cycle === null) {
      if (!maySeeCollection(actor, unit.id)) throw notFound();
      return { unit, found: null };
    }
    const inputs = inputsSeenBy(actor, cycle, standardOfCycle(cycle));
    if (inputs.length === 0) throw notFound();
    return { unit, found: { cycle, standard: standardOfCycle(cycle), inputs } };
  }

  const standardOfCycle = (cycle: Cycle): Standard =>
    standards.get(cycle.standardId, cycle.standardVersion)!.standard;

  async function rollUpPage(
    c: RequestContext,
    actor: PersonActor,
    answer: Pick<RollUpPageProps, 'errors' | 'conflicts' | 'done'> = {},
  ) {
    const year = yearOf(c, dependencies);
    const { unit, found } = await withReadScope(database, actor, async (scope) => {
      const { unit, found } = await cycleOf(scope, actor, c);
      if (found === null) return { unit, found };
      const { cycle, standard, inputs } = found;
      return {
        unit,
        found: { cycle, standard, rolled: await findRolledInputs(scope, unit.id, year, standard, inputs) },
      };
    });
    return page(
      c,
      <RollUpPage
        frame={frameOf(c, actor, dependencies)}
        actor={actor}
        unit={unit}
        year={year}
        found={found}
        {...answer}
      />,
      answer.conflicts ? 409 : answer.errors ? 422 : 200,
    );
  }

  routes.get(ROLL_UP, (c) => {
    const taken = /^\d{1,3}$/.exec(c.req.query('da_nhan') ?? '')?.[0];
    const { language } = c.var;
    const done = taken && { done: rollUpMessages[language].done(formatNumber(Number(taken), language)) };
    return rollUpPage(c, requirePerson(c), done || {});
  });

  routes.post(ROLL_UP, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const words = rollUpMessages[c.var.language];
    const year = yearOf(c, dependencies);
    const unitCode = c.req.param('unit');
    const seen = seenOf(fields);
    const number = Number(/^\d{1,2}$/.exec(fields.tieu_chi ?? '')?.[0] ?? 0);
    const place = { unitCode, year, number };
    const { status, answer } = await takeOver(dependencies, actor, place, seen, c.var.language);
    if (status === 409) return rollUpPage(c, actor, { conflicts: answer.conflicts ?? [] });
    if (status === 422) {
      // One of two that must fit each other: what is stored of the other may be of yesterday.
      const together =
        seen.length === 1 ? [{ field: `tieu-chi-${number}`, message: words.takeTogether }] : [];
      return rollUpPage(c, actor, { errors: [...(answer.errors ?? []), ...together] });
    }
    if (seen.length === 0)
      return rollUpPage(c, actor, {
        errors: [{ field: `tieu-chi-${number}`, message: words.nothingChosen }],
      });
    return c.redirect(`${rollUpPath(unitCode, year)}&da_nhan=${seen.length}`, 303);
  });

  routes.get(`${ROLL_UP}/:input{[a-z0-9_]{1,80}}`, async (c) => {
    const actor = requirePerson(c);
    const input = c.req.param('input');
    const year = yearOf(c, dependencies);
    const number = pageNumberOf(c);
    const { unit, ...shown } = await withReadScope(database, actor, async (scope) => {
      const { unit, found } = await cycleOf(scope, actor, c);
      if (found === null || !maySeeCollection(actor, unit.id) || !found.inputs.includes(input))
        throw notFound();
      const { standard } = found;
      const rolledInput = await findRolledInputByPlace(scope, unit.id, year, standard, input);
      const organisations = organisationsSeenBy(actor, 'organisation');
      const places = await findPlacesOfInput(scope, unit.id, year, input, organisations, number);
      return { unit, standard, ...rolledInput, places };
    });
    return page(
      c,
      <RolledPlacesPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={year}
        input={input}
        page={number}
        {...shown}
      />,
    );
  });

  return routes;
}

/** The inputs of the criteria that a person sees, each once. */
function inputsSeenBy(actor: PersonActor, cycle: Cycle, standard: Standard): readonly string[] {
  const seen = new Set(visibleCriteria(actor, cycle).map(({ number }) => number));
  return [...new Set(standard.criteria.filter(({ number }) => seen.has(number)).flatMap(inputsOfCriterion))];
}

/** What is to be taken: of each input a box `lay.<input>` with standpoint, revision and what was on the screen. */
function seenOf(fields: Readonly<Record<string, string>>): SeenRollUp[] {
  return Object.entries(fields).flatMap(([name, value]): SeenRollUp[] => {
    const input = /^lay\.([a-z0-9_]{1,80})$/.exec(name)?.[1];
    const [, standpoint, revision, token] =
      /^(accepted|submitted) (\d{1,9}) (\d{1,15}|not_applicable)$/.exec(value) ?? [];
    if (input === undefined || token === undefined) return [];
    return [
      {
        input,
        standpoint: standpoint === 'accepted' ? 'accepted' : 'submitted',
        token,
        revision: Number(revision),
      },
    ];
  });
}
