import { Hono } from 'hono';
import { today } from '../../../platform/clock.ts';
import { type OrganisationId, type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import { formFields, type RequestContext, type RequestEnvironment } from '../../../platform/http/index.ts';
import { requirePerson } from '../../people/index.ts';
import { NO_COLLECTION_WORK } from '../collection-work.ts';
import { giveTask } from '../commands/arrange-tasks.ts';
import { unitOfTasks, unitToPlan } from '../commands/context.ts';
import { markRemindersRead, remindOfLateWork } from '../commands/remind.ts';
import type { Answer } from '../pages/frame.tsx';
import { InboxPage } from '../pages/inbox-page.tsx';
import { TaskListPage } from '../pages/list-page.tsx';
import { LoadPage } from '../pages/load-page.tsx';
import { NewTaskPage } from '../pages/task-forms.tsx';
import { inboxPath, loadPath, taskPath } from '../paths.ts';
import { mayAcceptCriteria, mayPlanTasks, organisationsOf, organisationsToEnterFor } from '../policy.ts';
import { findInbox } from '../queries/inbox.ts';
import { findLoad } from '../queries/load.ts';
import { findTasks } from '../queries/task-list.ts';
import { findTaskChoices } from '../queries/task-page.ts';
import { id, listQuery, readNewTask, stateOfWord } from '../schema.ts';
import {
  doneOf,
  frameOf,
  page,
  statusOf,
  TASKS,
  type TasksDependencies,
  unitCodeOf,
  yearOf,
} from './common.tsx';

/** The inbox, the list of tasks, a new task, and the load of the organisations. */
export function listRoutes(dependencies: TasksDependencies): Hono<RequestEnvironment> {
  const { database, clock, collectionWork } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  routes.get(inboxPath, async (c) => {
    const actor = requirePerson(c);
    const day = today(clock);
    const person = {
      unitId: actor.unit.id,
      personId: actor.personId,
      organisations: organisationsOf(actor),
      entersFor: organisationsToEnterFor(actor),
      planner: mayPlanTasks(actor, actor.unit.id),
      leader: mayAcceptCriteria(actor),
    };
    const { inbox, collection } = await withReadScope(database, actor, async (scope) => ({
      inbox: await findInbox(scope, person, day),
      collection: (await collectionWork?.(scope, actor, day)) ?? NO_COLLECTION_WORK,
    }));
    return page(
      c,
      <InboxPage
        frame={frameOf(c, actor, dependencies)}
        actor={actor}
        inbox={inbox}
        collection={collection}
        today={day}
        done={doneOf(c).done}
      />,
    );
  });

  routes.post(`${inboxPath}/da-doc`, async (c) => {
    await markRemindersRead(dependencies, requirePerson(c));
    return c.redirect(`${inboxPath}?xong=da_doc`, 303);
  });

  routes.get(TASKS, async (c) => {
    const actor = requirePerson(c);
    const query = listQuery.parse(c.req.query());
    const year = yearOf(c, dependencies);
    const day = today(clock);
    const own = organisationsOf(actor);
    const { unit, list } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfTasks(scope, actor, unitCodeOf(c));
      const filter = {
        year,
        organisations:
          query.to_chuc === undefined
            ? null
            : query.to_chuc === 'toi'
              ? own
              : [query.to_chuc as OrganisationId],
        part:
          query.vai === undefined ? null : query.vai === 'chu_tri' ? ('lead' as const) : ('partner' as const),
        state: query.trang_thai === undefined ? null : stateOfWord[query.trang_thai],
        criterion: query.tieu_chi ?? null,
        search: query.tim,
      };
      return { unit, list: await findTasks(scope, unit.id, filter, day, query.trang) };
    });
    return page(
      c,
      <TaskListPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={year}
        thisYear={Number(day.slice(0, 4))}
        query={query}
        list={list}
        mayPlan={mayPlanTasks(actor, unit.id)}
        hasOwn={actor.unit.id === unit.id && own.length > 0}
        answer={doneOf(c)}
      />,
    );
  });

  async function newTaskPage(c: RequestContext, actor: PersonActor, answer: Answer) {
    const year = yearOf(c, dependencies);
    const { unit, choices } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitToPlan(scope, actor, unitCodeOf(c), 'tasks.may-not-give');
      return { unit, choices: await findTaskChoices(scope, unit.id, today(clock), year) };
    });
    return page(
      c,
      <NewTaskPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={year}
        choices={choices}
        answer={answer}
      />,
      statusOf(answer),
    );
  }

  routes.get(`${TASKS}/moi`, (c) => newTaskPage(c, requirePerson(c), {}));

  routes.post(`${TASKS}/moi`, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const read = readNewTask(fields);
    if (!read.ok) return newTaskPage(c, actor, { refused: { form: 'moi', fields, faults: read.faults } });
    const unit = unitCodeOf(c);
    const task = await giveTask(dependencies, actor, unit, { year: yearOf(c, dependencies), ...read.value });
    return c.redirect(`${taskPath(unit, task)}?xong=da_giao`, 303);
  });

  routes.get(`${TASKS}/tong-hop`, async (c) => {
    const actor = requirePerson(c);
    const year = yearOf(c, dependencies);
    const { unit, load } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfTasks(scope, actor, unitCodeOf(c));
      return { unit, load: await findLoad(scope, unit.id, year, today(clock)) };
    });
    const counts = /^(\d{1,6})-(\d{1,6})$/
      .exec(c.req.query('nhac') ?? '')
      ?.slice(1)
      .map(Number);
    return page(
      c,
      <LoadPage
        frame={frameOf(c, actor, dependencies)}
        unit={unit}
        year={year}
        load={load}
        mayPlan={mayPlanTasks(actor, unit.id)}
        reminded={counts && { tasks: counts[0]!, withoutPeople: counts[1]! }}
      />,
    );
  });

  routes.post(`${TASKS}/tong-hop/nhac`, async (c) => {
    const actor = requirePerson(c);
    const unit = unitCodeOf(c);
    const year = yearOf(c, dependencies);
    const asked = id.safeParse(c.req.query('to_chuc'));
    const organisation = asked.success ? (asked.data as OrganisationId) : null;
    const { tasks, withoutPeople } = await remindOfLateWork(dependencies, actor, {
      unitCode: unit,
      year,
      organisation,
    });
    return c.redirect(`${loadPath(unit, year)}&nhac=${tasks}-${withoutPeople}`, 303);
  });

  return routes;
}
