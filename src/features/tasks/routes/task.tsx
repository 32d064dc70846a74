import { Hono } from 'hono';
import type { OccurrenceDeed, TaskDeed } from '../../../domain/task/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { fileAnswer, type UploadForm, uploadForm } from '../../files/index.ts';
import { requirePerson } from '../../people/index.ts';
import { closeTask, reopenTask } from '../commands/arrange-tasks.ts';
import { assertOccurrenceDeed, assertTaskDeed, type TaskOutcome, unitOfTasks } from '../commands/context.ts';
import { raiseDifficultyOfTask } from '../commands/difficulties.ts';
import { remindOfOccurrence } from '../commands/remind.ts';
import { noteProgress, recordEvent, reportDone, settleOccurrence } from '../commands/report-work.ts';
import type { Answer, RefusedForm } from '../pages/frame.tsx';
import { TaskPage } from '../pages/task-page.tsx';
import { taskPath } from '../paths.ts';
import { maySeeTaskFiles } from '../policy.ts';
import { findFileOfTask, findTask, type Task } from '../queries/task-page.ts';
import {
  type FieldFaults,
  type Fields,
  id,
  readEvent,
  readNote,
  readReason,
  seenRevision,
} from '../schema.ts';
import {
  addressOf,
  doneOf,
  frameOf,
  idOf,
  OCCURRENCE,
  occurrenceOf,
  page,
  pageNumberOf,
  statusOf,
  TASK,
  type TasksDependencies,
} from './common.tsx';

/** How many files a form takes at once: each is one statement more. */
const FILES_AT_ONCE = 2;
const filesOf = ({ files }: UploadForm) => (files.tep ?? []).slice(0, FILES_AT_ONCE);

/** One task: its page, its files, and what lead, partners and planning officer do there. */
export function taskRoutes(dependencies: TasksDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  /** @param assertDeed of the deed that the answer is about: who may not do it gets no form back, but the refusal */
  async function taskPage(
    c: RequestContext,
    actor: PersonActor,
    answer: Answer,
    assertDeed: (task: Task) => void = () => {},
  ) {
    const address = addressOf(c);
    const eventPage = pageNumberOf(c);
    const { unit, task } = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfTasks(scope, actor, address.unitCode);
      const task = await findTask(scope, unit.id, address.id, eventPage);
      if (task === undefined) throw notFound();
      assertDeed(task);
      return { unit, task };
    });
    const asked = id.safeParse(c.req.param('occurrence') ?? c.req.query('ky'));
    return page(
      c,
      <TaskPage
        frame={frameOf(c, actor, dependencies)}
        actor={actor}
        unit={unit}
        task={task}
        today={today(clock)}
        occurrenceId={asked.success ? asked.data : undefined}
        eventPage={eventPage}
        answer={answer}
      />,
      statusOf(answer),
    );
  }

  const refusedTask = (c: RequestContext, actor: PersonActor, refused: RefusedForm, deed: TaskDeed) =>
    taskPage(c, actor, { refused }, (task) => assertTaskDeed(actor, task, deed));

  const refusedOccurrence = (
    c: RequestContext,
    actor: PersonActor,
    refused: RefusedForm,
    deed: OccurrenceDeed,
  ) =>
    taskPage(c, actor, { refused }, (task) => {
      const occurrence = task.occurrences.find((one) => one.id === idOf(c, 'occurrence'));
      if (occurrence === undefined) throw notFound();
      assertOccurrenceDeed(actor, task, occurrence.state, deed);
    });

  /** After a deed: the page with the word of what was done, or the form again where somebody else was quicker. */
  function answerTo(
    c: RequestContext,
    actor: PersonActor,
    outcome: TaskOutcome,
    done: string,
    form: string,
    fields: Fields = {},
  ) {
    if (outcome === 'conflict')
      return taskPage(c, actor, { conflict: true, refused: { form, fields, faults: {} } });
    const { unitCode, id } = addressOf(c);
    const occurrence = c.req.param('occurrence');
    const query = occurrence === undefined ? `xong=${done}` : `xong=${done}&ky=${occurrence}`;
    return c.redirect(`${taskPath(unitCode, id)}?${query}`, 303);
  }

  routes.get(TASK, (c) => taskPage(c, requirePerson(c), doneOf(c)));

  routes.get(`${TASK}/tep/:file{[0-9a-f-]{36}}`, async (c) => {
    const actor = requirePerson(c);
    const address = addressOf(c);
    const wanted = idOf(c, 'file');
    const file = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfTasks(scope, actor, address.unitCode);
      if (!maySeeTaskFiles(actor, unit.id)) return undefined;
      return findFileOfTask(scope, unit.id, address.id, wanted);
    });
    if (file === undefined) throw notFound();
    return fileAnswer(c, dependencies.files, file);
  });

  routes.post(`${TASK}/tien-do`, async (c) => {
    const actor = requirePerson(c);
    const form = await uploadForm(c);
    const read = readNote(form.fields);
    if (!read.ok)
      return refusedTask(c, actor, refusedForm('tien_do', form.fields, read.faults), 'note_progress');
    await noteProgress(dependencies, actor, addressOf(c), { text: read.value, files: filesOf(form) });
    return answerTo(c, actor, 'done', 'tien_do', 'tien_do');
  });

  routes.post(`${TASK}/phat-sinh`, async (c) => {
    const actor = requirePerson(c);
    const form = await uploadForm(c);
    const read = readEvent(form.fields, today(clock));
    const refuse = (faults: FieldFaults) =>
      refusedTask(c, actor, refusedForm('phat_sinh', form.fields, faults), 'record_event');
    if (!read.ok) return refuse(read.faults);
    const place = { ...addressOf(c), seenRevision: seenRevision(form.fields) };
    const note = { text: read.value.text, files: filesOf(form) };
    const outcome = await recordEvent(dependencies, actor, place, read.value.day, note);
    if (outcome === 'day-taken') return refuse({ ngay: 'dayTaken' });
    return answerTo(c, actor, outcome, 'phat_sinh', 'phat_sinh', form.fields);
  });

  routes.post(`${TASK}/kho-khan`, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const read = readNote(fields);
    if (!read.ok)
      return refusedTask(c, actor, refusedForm('kho_khan', fields, read.faults), 'raise_difficulty');
    await raiseDifficultyOfTask(dependencies, actor, addressOf(c), read.value);
    return answerTo(c, actor, 'done', 'kho_khan', 'kho_khan');
  });

  routes.post(`${TASK}/dong`, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const read = readReason(fields);
    if (!read.ok) return refusedTask(c, actor, refusedForm('dong', fields, read.faults), 'close');
    const place = { ...addressOf(c), seenRevision: seenRevision(fields) };
    return answerTo(
      c,
      actor,
      await closeTask(dependencies, actor, place, read.value),
      'dong',
      'dong',
      fields,
    );
  });

  routes.post(`${TASK}/mo-lai`, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const place = { ...addressOf(c), seenRevision: seenRevision(fields) };
    return answerTo(c, actor, await reopenTask(dependencies, actor, place), 'mo_lai', 'mo_lai');
  });

  routes.post(`${OCCURRENCE}/bao-cao`, async (c) => {
    const actor = requirePerson(c);
    const form = await uploadForm(c);
    const read = readNote(form.fields);
    if (!read.ok)
      return refusedOccurrence(c, actor, refusedForm('bao_cao', form.fields, read.faults), 'report');
    const note = { text: read.value, files: filesOf(form) };
    const outcome = await reportDone(dependencies, actor, occurrenceOf(c, form.fields), note);
    return answerTo(c, actor, outcome, 'bao_cao', 'bao_cao', form.fields);
  });

  for (const [address, deed, done] of [
    ['chap-nhan', 'accept', 'chap_nhan'],
    ['khong-bo-qua', 'resume', 'khong_bo_qua'],
  ] as const)
    routes.post(`${OCCURRENCE}/${address}`, async (c) => {
      const actor = requirePerson(c);
      const place = occurrenceOf(c, await formFields(c));
      return answerTo(c, actor, await settleOccurrence(dependencies, actor, place, deed, null), done, done);
    });

  for (const [address, deed, done] of [
    ['tra-lai', 'return', 'tra_lai'],
    ['bo-qua', 'skip', 'bo_qua'],
  ] as const)
    routes.post(`${OCCURRENCE}/${address}`, async (c) => {
      const actor = requirePerson(c);
      const fields = await formFields(c);
      const read = readReason(fields);
      if (!read.ok) return refusedOccurrence(c, actor, refusedForm(done, fields, read.faults), deed);
      const place = occurrenceOf(c, fields);
      const outcome = await settleOccurrence(dependencies, actor, place, deed, read.value);
      return answerTo(c, actor, outcome, done, done, fields);
    });

  routes.post(`${OCCURRENCE}/nhac`, async (c) => {
    const actor = requirePerson(c);
    const reminded = await remindOfOccurrence(dependencies, actor, occurrenceOf(c, await formFields(c)));
    const outcome = reminded === null ? 'conflict' : 'done';
    return answerTo(c, actor, outcome, reminded === 0 ? 'khong_ai' : 'nhac', 'nhac');
  });

  return routes;
}

const refusedForm = (form: string, fields: Fields, faults: FieldFaults): RefusedForm => ({
  form,
  fields,
  faults,
});
