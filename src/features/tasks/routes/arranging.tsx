import { Hono } from 'hono';
import type { TaskDeed } from '../../../domain/task/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { requirePerson } from '../../people/index.ts';
import { changeDueDates, reassignTask, splitTask } from '../commands/arrange-tasks.ts';
import { assertTaskDeed, type TaskOutcome, type TaskPlace, unitOfTasks } from '../commands/context.ts';
import type { Answer } from '../pages/frame.tsx';
import { DueDatesPage, ReassignPage, SplitPage } from '../pages/task-forms.tsx';
import { taskPath } from '../paths.ts';
import { findTaskToArrange } from '../queries/task-page.ts';
import {
  type Fields,
  type FormReading,
  readDueDates,
  readParts,
  readReassignment,
  seenRevision,
} from '../schema.ts';
import { addressOf, frameOf, page, statusOf, TASK, type TasksDependencies } from './common.tsx';

/** What the planning officer arranges anew on a page of its own: who does it, by when, in which parts. */
export function arrangingRoutes(dependencies: TasksDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  /** A page with a form and the deed behind it. */
  function form<Value>(options: {
    readonly address: string;
    readonly name: string;
    readonly done: string;
    readonly deed: TaskDeed;
    readonly Form: typeof ReassignPage;
    readonly read: (fields: Fields) => FormReading<Value>;
    readonly arrange: (actor: PersonActor, place: TaskPlace, value: Value) => Promise<TaskOutcome>;
  }): void {
    const { name, deed, Form } = options;
    const formPage = async (c: RequestContext, actor: PersonActor, answer: Answer) => {
      const address = addressOf(c);
      const props = await withReadScope(database, actor, async (scope) => {
        const unit = await unitOfTasks(scope, actor, address.unitCode);
        const task = await findTaskToArrange(scope, unit.id, address.id, today(clock));
        if (task === undefined) throw notFound();
        assertTaskDeed(actor, task, deed);
        return { unit, task };
      });
      return page(
        c,
        <Form frame={frameOf(c, actor, dependencies)} {...props} answer={answer} />,
        statusOf(answer),
      );
    };
    routes.get(`${TASK}/${options.address}`, (c) => formPage(c, requirePerson(c), {}));
    routes.post(`${TASK}/${options.address}`, async (c) => {
      const actor = requirePerson(c);
      const fields = await formFields(c);
      const read = options.read(fields);
      if (!read.ok) return formPage(c, actor, { refused: { form: name, fields, faults: read.faults } });
      const place = { ...addressOf(c), seenRevision: seenRevision(fields) };
      if ((await options.arrange(actor, place, read.value)) === 'conflict')
        return formPage(c, actor, { conflict: true, refused: { form: name, fields, faults: {} } });
      return c.redirect(`${taskPath(place.unitCode, place.id)}?xong=${options.done}`, 303);
    });
  }

  form({
    address: 'phan-cong',
    name: 'phan_cong',
    done: 'phan_cong',
    deed: 'reassign',
    Form: ReassignPage,
    read: readReassignment,
    arrange: (actor, place, value) => reassignTask(dependencies, actor, place, value),
  });
  form({
    address: 'han',
    name: 'han',
    done: 'doi_han',
    deed: 'change_due',
    Form: DueDatesPage,
    read: readDueDates,
    arrange: (actor, place, value) => changeDueDates(dependencies, actor, place, value),
  });
  form({
    address: 'tach',
    name: 'tach',
    done: 'tach',
    deed: 'split',
    Form: SplitPage,
    read: readParts,
    arrange: (actor, place, { parts, reason }) => splitTask(dependencies, actor, place, parts, reason),
  });
  return routes;
}
