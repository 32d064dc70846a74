import { Hono } from 'hono';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notAllowed,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { requirePerson } from '../../people/index.ts';
import { unitOfTasks, unitToPlan } from '../commands/context.ts';
import { raiseDifficulty, settleDifficulty } from '../commands/difficulties.ts';
import { logCheck } from '../commands/log-check.ts';
import { ChecksPage } from '../pages/checks-page.tsx';
import { DIFFICULTY_STATES, DifficultiesPage, type DifficultyWord } from '../pages/difficulties-page.tsx';
import type { Answer } from '../pages/frame.tsx';
import { checksPath, difficultiesPath } from '../paths.ts';
import { mayPlanTasks, mayRaiseDifficulty } from '../policy.ts';
import { findChecks } from '../queries/checks.ts';
import { findDifficulties } from '../queries/difficulties.ts';
import { readCheck, readDifficulty, readSettlement, seenRevision } from '../schema.ts';
import {
  doneOf,
  frameOf,
  idOf,
  page,
  pageNumberOf,
  statusOf,
  TASKS,
  type TasksDependencies,
  unitCodeOf,
  yearOf,
} from './common.tsx';

/** Urging and checks, difficulties and their answers. */
export function oversightRoutes(dependencies: TasksDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  async function checksOf(c: RequestContext, actor: PersonActor, answer: Answer) {
    const year = yearOf(c, dependencies);
    const shown = pageNumberOf(c);
    const day = today(clock);
    const { unit, checks } = await withReadScope(database, actor, async (scope) => {
      const code = unitCodeOf(c);
      const unit =
        answer.refused === undefined
          ? await unitOfTasks(scope, actor, code)
          : await unitToPlan(scope, actor, code, 'tasks.may-not-check');
      return { unit, checks: await findChecks(scope, unit.id, year, shown, day) };
    });
    return page(
      c,
      <ChecksPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={year}
        today={day}
        checks={checks}
        page={shown}
        mayPlan={mayPlanTasks(actor, unit.id)}
        answer={answer}
      />,
      statusOf(answer),
    );
  }

  routes.get(`${TASKS}/kiem-tra`, (c) => checksOf(c, requirePerson(c), doneOf(c)));

  routes.post(`${TASKS}/kiem-tra`, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const read = readCheck(fields, today(clock));
    if (!read.ok) return checksOf(c, actor, { refused: { form: 'kiem', fields, faults: read.faults } });
    const unit = unitCodeOf(c);
    const year = yearOf(c, dependencies);
    await logCheck(dependencies, actor, unit, { year, ...read.value });
    return c.redirect(`${checksPath(unit, year)}&xong=kiem_tra`, 303);
  });

  /** @param may who may not do what the answer is about gets no form back, but the refusal */
  async function difficultiesOf(
    c: RequestContext,
    actor: PersonActor,
    answer: Answer,
    may?: 'raise' | 'settle',
  ) {
    const shown = pageNumberOf(c);
    const asked = c.req.query('trang_thai') ?? '';
    const state = Object.hasOwn(DIFFICULTY_STATES, asked) ? (asked as DifficultyWord) : null;
    const { unit, found } = await withReadScope(database, actor, async (scope) => {
      const code = unitCodeOf(c);
      const unit =
        may === 'settle'
          ? await unitToPlan(scope, actor, code, 'tasks.may-not-settle-difficulty')
          : await unitOfTasks(scope, actor, code);
      if (may === 'raise' && !mayRaiseDifficulty(actor, unit.id))
        throw notAllowed('tasks.may-not-raise-difficulty');
      const found = await findDifficulties(scope, unit.id, state && DIFFICULTY_STATES[state], shown);
      return { unit, found };
    });
    const own = mayRaiseDifficulty(actor, unit.id)
      ? new Map(
          actor.memberships
            .filter(({ role }) => role !== 'administrator')
            .map(({ organisationId, organisationName }) => [organisationId, organisationName]),
        )
      : new Map();
    return page(
      c,
      <DifficultiesPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        {...found}
        page={shown}
        state={state}
        mayPlan={mayPlanTasks(actor, unit.id)}
        own={[...own].map(([id, name]) => ({ id, name }))}
        answer={answer}
      />,
      statusOf(answer),
    );
  }

  routes.get(`${TASKS}/kho-khan`, (c) => difficultiesOf(c, requirePerson(c), doneOf(c)));

  routes.post(`${TASKS}/kho-khan`, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const read = readDifficulty(fields);
    if (!read.ok)
      return difficultiesOf(c, actor, { refused: { form: 'bao', fields, faults: read.faults } }, 'raise');
    const unit = unitCodeOf(c);
    await raiseDifficulty(dependencies, actor, unit, read.value);
    return c.redirect(`${difficultiesPath(unit)}?xong=kho_khan`, 303);
  });

  routes.post(`${TASKS}/kho-khan/:difficulty{[0-9a-f-]{36}}`, async (c) => {
    const actor = requirePerson(c);
    const unit = unitCodeOf(c);
    const id = idOf(c, 'difficulty');
    const fields = await formFields(c);
    const form = `k-${id}`;
    const read = readSettlement(fields);
    if (!read.ok)
      return difficultiesOf(c, actor, { refused: { form, fields, faults: read.faults } }, 'settle');
    const place = { unitCode: unit, id, seenRevision: seenRevision(fields) };
    if ((await settleDifficulty(dependencies, actor, place, read.value)) === 'conflict')
      return difficultiesOf(c, actor, { conflict: true, refused: { form, fields, faults: {} } });
    return c.redirect(`${difficultiesPath(unit)}?xong=tra_loi`, 303);
  });

  return routes;
}
