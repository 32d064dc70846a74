import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memoryFileStore } from '../../../test/support/memory-file-store.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenCycle, givenWard, type OrganisationKind, type Ward } from '../../../test/support/ward.ts';
import { DUE_BOUNDS, isOnTime, type OccurrenceState, standingOfOccurrence } from '../../domain/task/index.ts';
import {
  type PersonActor,
  prepared,
  sqlBuilder,
  withReadScope,
  withScope,
} from '../../platform/database/index.ts';
import { RequestError } from '../../platform/http/index.ts';
import { verifyAudit } from '../audit/index.ts';
import {
  changeDueDates,
  closeTask,
  giveTask,
  type NewTask,
  reassignTask,
  reopenTask,
  splitTask,
} from './commands/arrange-tasks.ts';
import type { TasksContext } from './commands/context.ts';
import { raiseDifficulty, raiseDifficultyOfTask, settleDifficulty } from './commands/difficulties.ts';
import { logCheck } from './commands/log-check.ts';
import { markRemindersRead, remindOfLateWork, remindOfOccurrence } from './commands/remind.ts';
import { noteProgress, recordEvent, reportDone, settleOccurrence } from './commands/report-work.ts';
import { occurrencesBetween, tasksForChoice } from './index.ts';
import { findChecks } from './queries/checks.ts';
import { findDifficulties } from './queries/difficulties.ts';
import { findInbox } from './queries/inbox.ts';
import { findLoad } from './queries/load.ts';
import { findTasks, type TaskFilter } from './queries/task-list.ts';
import { findTask } from './queries/task-page.ts';

let test_: TestDatabase;
let context: TasksContext;
let ward: Ward;
let now: Date;
let serial = 0;

beforeAll(async () => {
  test_ = await createTestDatabase();
  context = { database: test_.database, clock: { now: () => now }, files: memoryFileStore() };
});
beforeEach(async () => {
  serial++;
  now = new Date('2026-05-05T02:00:00Z');
  ward = await givenWard(test_.database, { code: String(95_000 + serial), name: `Việc ${serial}` });
});
afterAll(() => test_.drop());

const by = (kind: OrganisationKind): PersonActor => ward.people[kind];
const planner = () => by('culture_society');
const idOf = (kind: OrganisationKind) => ward.organisationIds.get(kind)!;
const newTask = (over: Partial<NewTask> = {}): NewTask => ({
  year: 2026,
  text: 'Báo cáo kết quả thực hiện 6 tháng',
  form: 'order',
  leadId: idOf('police'),
  partnerIds: [idOf('schools')],
  criteria: [3],
  targetIds: [],
  recurrence: 'once',
  due: { date: '2026-05-10', bound: 'before' },
  ...over,
});
const give = (over: Partial<NewTask> = {}) => giveTask(context, planner(), ward.code, newTask(over));
const read = <Result>(work: Parameters<typeof withReadScope<Result>>[2], actor = planner()) =>
  withReadScope(test_.database, actor, work);
const taskOf = async (id: string) => (await read((scope) => findTask(scope, ward.unitId, id)))!;
const placeOf = async (id: string) => {
  const task = await taskOf(id);
  return {
    unitCode: ward.code,
    id,
    seenRevision: task.revision,
    occurrenceId: task.occurrences[0]?.id ?? '',
  };
};
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    (result) => (typeof result === 'string' ? result : 'done'),
    (error: unknown) => (error instanceof RequestError ? `${error.status} ${error.code}` : String(error)),
  );
const nothing: TaskFilter = {
  year: 2026,
  organisations: null,
  part: null,
  state: null,
  criterion: null,
  search: '',
};
const list = (filter: Partial<TaskFilter> = {}) =>
  read((scope) => findTasks(scope, ward.unitId, { ...nothing, ...filter }, '2026-05-05', 1));
const inboxOf = (kind: OrganisationKind, today = '2026-05-05') => {
  const person = {
    unitId: ward.unitId,
    personId: by(kind).personId,
    organisations: [idOf(kind)],
    entersFor: [idOf(kind)],
    planner: kind === 'culture_society',
    leader: kind === 'committee_leadership',
  };
  return read((scope) => findInbox(scope, person, today), by(kind));
};
const report = async (id: string, kind: OrganisationKind = 'police') =>
  reportDone(context, by(kind), await placeOf(id), { text: 'Đã làm xong', files: [] });
const settle = async (
  id: string,
  deed: 'accept' | 'return' | 'skip' | 'resume',
  reason: string | null = null,
) => settleOccurrence(context, planner(), await placeOf(id), deed, reason);

describe('a task beside the plan', () => {
  test('is given by the planning officer alone, and shows to lead and partner at once', async () => {
    expect(await refusal(giveTask(context, by('police'), ward.code, newTask()))).toBe(
      '403 tasks.may-not-give',
    );
    const id = await give();
    expect(await taskOf(id)).toMatchObject({
      lead: 'Công an phường',
      partners: [{ name: 'Các trường học trên địa bàn' }],
      occurrences: [{ period: '2026', dueDate: '2026-05-10', state: 'waiting' }],
      events: [{ kind: 'created' }],
    });
    expect((await inboxOf('police')).work.due_soon?.total).toBe(1);
    expect((await inboxOf('schools')).work).toMatchObject({ partner: { total: 1 } });
    expect((await inboxOf('youth_union')).work).toEqual({});
  });

  test('that comes round asks for nothing that is over', async () => {
    const id = await give({ recurrence: 'quarterly', due: null });
    expect((await taskOf(id)).occurrences.map(({ period }) => period)).toEqual([
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ]);
  });

  test('cannot be given to an organisation of another unit', async () => {
    const other = await givenWard(test_.database, { code: String(94_000 + serial) });
    const leadId = other.organisationIds.get('police')!;
    expect(await refusal(give({ leadId }))).toBe('404 page.not-found');
  });

  test('of another unit is not found, whatever one wants to do with it', async () => {
    const id = await give();
    const other = await givenWard(test_.database, { code: String(93_000 + serial) });
    const stranger = other.people.culture_society;
    const place = await placeOf(id);
    const note = { text: 'x', files: [] };
    const attempts = [
      () => noteProgress(context, stranger, place, note),
      () => reportDone(context, stranger, place, note),
      () => settleOccurrence(context, stranger, place, 'accept', null),
      () => closeTask(context, stranger, place, 'x'),
      () => remindOfOccurrence(context, stranger, place),
      () => giveTask(context, stranger, ward.code, newTask()),
      () => remindOfLateWork(context, stranger, { unitCode: ward.code, year: 2026, organisation: null }),
    ];
    for (const attempt of attempts) expect(await refusal(attempt())).toBe('404 page.not-found');
  });
});

describe('the way of an occurrence', () => {
  test('is reported by its lead, accepted by the planning officer, and then the task is done', async () => {
    const id = await give();
    expect(await refusal(report(id, 'schools'))).toBe('403 tasks.may-not-report');
    expect(await refusal(settle(id, 'accept'))).toBe('409 tasks.wrong-state-to-accept');
    expect(await report(id)).toBe('done');
    expect((await inboxOf('culture_society')).work.to_accept?.lines[0]).toMatchObject({ taskId: id });
    expect(await refusal(report(id))).toBe('409 tasks.wrong-state-to-report');
    expect(await settle(id, 'accept')).toBe('done');
    expect(await taskOf(id)).toMatchObject({ state: 'done', occurrences: [{ state: 'done' }] });
    expect((await inboxOf('police')).work).toEqual({});
    expect((await verifyAudit(test_.database)).broken).toEqual([]);
  });

  test('is returned with a reason that the lead reads, also after it was accepted', async () => {
    const id = await give();
    await report(id);
    await settle(id, 'accept');
    await settle(id, 'return', 'Thiếu số liệu của khối phố');
    expect(await taskOf(id)).toMatchObject({
      state: 'open',
      occurrences: [{ state: 'returned', reason: 'Thiếu số liệu của khối phố' }],
    });
    expect((await inboxOf('police')).work.returned?.total).toBe(1);
    await report(id);
    expect((await taskOf(id)).occurrences[0]).toMatchObject({ state: 'reported', reason: null });
  });

  test('is skipped with a reason, and the skip can be taken back', async () => {
    const id = await give({ recurrence: 'quarterly', due: null });
    await settle(id, 'skip', 'Quý này không có hoạt động');
    expect((await taskOf(id)).occurrences.map(({ state }) => state)).toEqual([
      'skipped',
      'waiting',
      'waiting',
    ]);
    await settle(id, 'resume');
    expect((await taskOf(id)).occurrences[0]).toMatchObject({ state: 'waiting', reason: null });
  });

  test('on an event begins when it happens, a day once', async () => {
    const id = await give({ recurrence: 'on_event', due: null });
    expect((await taskOf(id)).occurrences).toEqual([]);
    const place = await placeOf(id);
    const note = { text: 'Tiếp nhận một vụ việc, đã chuyển cơ quan chức năng', files: [] };
    expect(await recordEvent(context, by('police'), place, '2026-05-04', note)).toBe('done');
    const again = await placeOf(id);
    expect(await recordEvent(context, by('police'), again, '2026-05-04', note)).toBe('day-taken');
    await settle(id, 'accept');
    expect(await taskOf(id)).toMatchObject({ state: 'open', occurrences: [{ period: '2026-05-04' }] });
  });

  test('keeps the evidence with the note', async () => {
    const id = await give();
    const files = [{ name: 'C:\\bao-cao.txt', bytes: new TextEncoder().encode('Báo cáo') }];
    await reportDone(context, by('police'), await placeOf(id), { text: 'Kèm báo cáo', files });
    expect((await taskOf(id)).files).toMatchObject([{ name: 'bao-cao.txt', period: '2026' }]);
  });

  test('of two people at once takes the first; the second is told and nothing of theirs is written', async () => {
    const id = await give();
    const place = await placeOf(id);
    const note = { text: 'Đã làm xong', files: [] };
    const first = await reportDone(context, by('police'), place, note);
    expect(first).toBe('done');
    expect(await settleOccurrence(context, planner(), place, 'accept', null)).toBe('conflict');
    expect((await taskOf(id)).occurrences[0]?.state).toBe('reported');
  });

  test('told of in a note, by lead or partner, does not change; others may not', async () => {
    const id = await give();
    const note = { text: 'Đã thu thập xong số liệu', files: [] };
    const place = await placeOf(id);
    await noteProgress(context, by('schools'), place, note);
    await noteProgress(context, by('police'), place, note);
    expect(await refusal(noteProgress(context, by('youth_union'), place, note))).toBe(
      '403 tasks.may-not-note-progress',
    );
    expect(await refusal(noteProgress(context, planner(), place, note))).toBe(
      '403 tasks.may-not-note-progress',
    );
    const task = await taskOf(id);
    expect(task.events.map(({ kind }) => kind)).toEqual(['progress', 'progress', 'created']);
    expect(task.revision).toBe(place.seenRevision);
  });
});

describe('arranging a task anew', () => {
  test('gives it to another organisation, with the reason in its history', async () => {
    const id = await give();
    const to = {
      leadId: idOf('health_station'),
      partnerIds: [idOf('police'), idOf('health_station')],
      form: 'order' as const,
      reason: 'Công an không còn phụ trách',
    };
    expect(await refusal(reassignTask(context, by('police'), await placeOf(id), to))).toBe(
      '403 tasks.may-not-reassign',
    );
    await reassignTask(context, planner(), await placeOf(id), to);
    expect(await taskOf(id)).toMatchObject({
      lead: 'Trạm Y tế',
      partnerIds: [idOf('police')],
      events: [{ kind: 'reassigned', text: 'Công an không còn phụ trách' }, {}],
    });
  });

  test('requests the Front and the unions, whatever was chosen; nothing of another unit is taken', async () => {
    const id = await give({ leadId: idOf('fatherland_front'), partnerIds: [] });
    expect(await taskOf(id)).toMatchObject({ form: 'request' });
    const to = { leadId: idOf('police'), partnerIds: [], form: 'order' as const, reason: 'Đổi đơn vị' };
    await reassignTask(context, planner(), await placeOf(id), to);
    expect(await taskOf(id)).toMatchObject({ form: 'order' });
    const parts = [
      { leadId: idOf('youth_union'), text: 'Phần của Đoàn' },
      { leadId: idOf('schools'), text: 'Phần của trường học' },
    ];
    await splitTask(context, planner(), await placeOf(id), parts, 'Hai đơn vị');
    const whole = await taskOf(id);
    const forms = await Promise.all(whole.parts.map(async (part) => (await taskOf(part.id)).form));
    expect(forms).toEqual(['request', 'order']);
    expect(await refusal(give({ targetIds: [whole.id] }))).toBe('404 page.not-found');
  });

  test('moves due dates of what is not yet done, and says from when to when', async () => {
    const id = await give();
    const place = await placeOf(id);
    await changeDueDates(context, planner(), place, {
      bound: 'by',
      dueDates: new Map([[place.occurrenceId, '2026-05-20']]),
      reason: 'Cấp trên lùi hạn',
    });
    const task = await taskOf(id);
    expect(task).toMatchObject({ dueBound: 'by', occurrences: [{ dueDate: '2026-05-20' }] });
    expect(task.events[0]?.text).toBe('Cấp trên lùi hạn · Năm 2026: 10/05/2026 → 20/05/2026');
  });

  test('splits nothing while a report of it waits for the planning officer', async () => {
    const id = await give();
    await reportDone(context, by('police'), await placeOf(id), { text: 'Đã xong', files: [] });
    const parts = [
      { leadId: idOf('police'), text: 'Phần của công an' },
      { leadId: idOf('schools'), text: 'Phần của trường học' },
    ];
    expect(await refusal(splitTask(context, planner(), await placeOf(id), parts, 'x'))).toBe(
      '409 tasks.not-to-be-split',
    );
  });

  test('splits it into parts that keep the due dates; the whole is closed and leads to them', async () => {
    const id = await give();
    const parts = [
      { leadId: idOf('police'), text: 'Phần của công an' },
      { leadId: idOf('schools'), text: 'Phần của trường học' },
    ];
    await splitTask(context, planner(), await placeOf(id), parts, 'Hai đơn vị báo cáo riêng');
    const whole = await taskOf(id);
    expect(whole).toMatchObject({ state: 'closed', closedReason: 'Hai đơn vị báo cáo riêng' });
    expect(whole.parts.map(({ text }) => text)).toEqual(['Phần của công an', 'Phần của trường học']);
    const part = await taskOf(whole.parts[1]!.id);
    expect(part).toMatchObject({ parent: { id }, occurrences: [{ dueDate: '2026-05-10' }] });
  });

  test('closes it with a reason, after which nothing is done with it until it is opened again', async () => {
    const id = await give();
    await closeTask(context, planner(), await placeOf(id), 'Không còn cần');
    expect((await inboxOf('police')).work).toEqual({});
    expect(await refusal(report(id))).toBe('409 tasks.wrong-state-to-report');
    expect(await refusal(reopenTask(context, by('police'), await placeOf(id)))).toBe(
      '403 tasks.may-not-reopen',
    );
    await reopenTask(context, planner(), await placeOf(id));
    expect(await taskOf(id)).toMatchObject({ state: 'open', closedReason: null });
  });
});

describe('reminding', () => {
  test('reaches the people of the lead organisation, once a day, until they have read it', async () => {
    const id = await give();
    expect(await refusal(remindOfOccurrence(context, by('police'), await placeOf(id)))).toBe(
      '403 tasks.may-not-remind',
    );
    expect(await remindOfOccurrence(context, planner(), await placeOf(id))).toBe(1);
    await remindOfOccurrence(context, planner(), await placeOf(id));
    expect((await inboxOf('police')).reminders).toMatchObject({
      total: 1,
      lines: [{ taskId: id, by: planner().name }],
    });
    expect((await inboxOf('schools')).reminders.total).toBe(0);
    await markRemindersRead(context, by('schools'));
    expect((await inboxOf('police')).reminders.total).toBe(1);
    await markRemindersRead(context, by('police'));
    expect((await inboxOf('police')).reminders.total).toBe(0);
  });

  test('of everything late takes one deed, and says who could not be reached', async () => {
    const late = { due: { date: '2026-05-01', bound: 'by' } } as const;
    await give(late);
    await give({ ...late, leadId: idOf('schools'), partnerIds: [] });
    await give();
    await withoutPeople('schools');
    const place = { unitCode: ward.code, year: 2026, organisation: null };
    expect(await remindOfLateWork(context, planner(), place)).toEqual({ tasks: 1, withoutPeople: 1 });
    expect((await inboxOf('police')).reminders.total).toBe(1);
    const ofPolice = { ...place, organisation: idOf('police') };
    expect(await remindOfLateWork(context, planner(), ofPolice)).toEqual({ tasks: 1, withoutPeople: 0 });
  });
});

/** The only person of an organisation has left. */
async function withoutPeople(kind: OrganisationKind) {
  await withScope(test_.database, by(kind), (scope) =>
    scope.rows(
      sqlBuilder
        .updateTable('person')
        .set({ disabled_at: now })
        .where('unit_id', '=', ward.unitId)
        .where('id', '=', by(kind).personId),
    ),
  );
}

describe('a difficulty', () => {
  const open = () => read((scope) => findDifficulties(scope, ward.unitId, null, 1));

  test('with a task is raised by lead or partner, and answered by the planning officer', async () => {
    const id = await give();
    const place = await placeOf(id);
    expect(await refusal(raiseDifficultyOfTask(context, by('youth_union'), place, 'x'))).toBe(
      '403 tasks.may-not-raise-difficulty',
    );
    await raiseDifficultyOfTask(context, by('schools'), place, 'Chưa có mẫu báo cáo');
    const [difficulty] = (await open()).difficulties;
    expect(difficulty).toMatchObject({ taskId: id, organisation: 'Các trường học trên địa bàn' });
    expect((await inboxOf('culture_society')).difficulties.total).toBe(1);
    const settled = { unitCode: ward.code, id: difficulty!.id, seenRevision: 0 };
    const answer = { answer: 'Dùng mẫu kèm kế hoạch', escalatedTo: null };
    expect(await refusal(settleDifficulty(context, by('schools'), settled, answer))).toBe(
      '403 tasks.may-not-settle-difficulty',
    );
    expect(await settleDifficulty(context, planner(), settled, answer)).toBe('done');
    expect((await open()).difficulties[0]).toMatchObject({ state: 'answered', settledBy: planner().name });
    expect(await refusal(settleDifficulty(context, planner(), settled, answer))).toBe(
      '409 tasks.difficulty-settled',
    );
    expect((await taskOf(id)).events.map(({ kind }) => kind)).toEqual(['answered', 'difficulty', 'created']);
  });

  test('about no single task is taken to the level above, and answered when the answer has come', async () => {
    const text = 'Thiếu kinh phí';
    await raiseDifficulty(context, by('schools'), ward.code, { organisationId: idOf('schools'), text });
    const foreign = { organisationId: idOf('police'), text };
    expect(await refusal(raiseDifficulty(context, by('schools'), ward.code, foreign))).toBe(
      '403 tasks.may-not-raise-difficulty',
    );
    const { id } = (await open()).difficulties[0]!;
    const place = { unitCode: ward.code, id, seenRevision: 0 };
    const above = { answer: 'Đã đề nghị bổ sung', escalatedTo: 'Ủy ban nhân dân phường' };
    await settleDifficulty(context, planner(), place, above);
    expect((await open()).difficulties[0]).toMatchObject({
      state: 'escalated',
      escalatedTo: above.escalatedTo,
    });
    const later = { answer: 'Đã được bổ sung', escalatedTo: null };
    expect(await settleDifficulty(context, planner(), place, later)).toBe('conflict');
    await settleDifficulty(context, planner(), { ...place, seenRevision: 1 }, later);
    expect((await open()).difficulties[0]).toMatchObject({ state: 'answered', escalatedTo: null });
  });
});

test('a check is logged by the planning officer, with its outcome and when to look again', async () => {
  const id = await give();
  const check = {
    year: 2026,
    kind: 'inspection' as const,
    organisationId: idOf('police'),
    taskId: id,
    heldOn: '2026-05-04',
    finding: 'Chưa lập sổ theo dõi',
    outcome: 'to_be_mended' as const,
    followUpBy: '2026-06-01',
  };
  expect(await refusal(logCheck(context, by('police'), ward.code, check))).toBe('403 tasks.may-not-check');
  await logCheck(context, planner(), ward.code, check);
  const { checks } = await read((scope) => findChecks(scope, ward.unitId, 2026, 1, '2026-05-05'));
  expect(checks).toMatchObject([{ heldOn: '2026-05-04', taskId: id, outcome: 'to_be_mended' }]);
  expect((await taskOf(id)).events[0]).toMatchObject({ kind: 'checked', text: 'Chưa lập sổ theo dõi' });
});

describe('lists and counts', () => {
  test('are narrowed by organisation, part, state, criterion and words without tones', async () => {
    await give({ text: 'Tuyên truyền phòng chống đuối nước', criteria: [5] });
    await give({ leadId: idOf('schools'), partnerIds: [], due: { date: '2026-04-01', bound: 'by' } });
    const totals = async (filter: Partial<TaskFilter>) => (await list(filter)).total;
    expect(await totals({})).toBe(2);
    expect(await totals({ organisations: [idOf('schools')] })).toBe(2);
    expect(await totals({ organisations: [idOf('schools')], part: 'lead' })).toBe(1);
    expect(await totals({ organisations: [idOf('schools')], part: 'partner' })).toBe(1);
    expect(await totals({ state: 'late' })).toBe(1);
    expect(await totals({ state: 'due_soon' })).toBe(1);
    expect(await totals({ state: 'open' })).toBe(2);
    expect(await totals({ state: 'closed' })).toBe(0);
    expect(await totals({ criterion: 5 })).toBe(1);
    expect(await totals({ search: 'duoi nuoc' })).toBe(1);
    expect(await totals({ search: '%' })).toBe(0);
    expect(await totals({ year: 2025 })).toBe(0);
    expect((await list()).tasks.map(({ occurrence }) => occurrence?.standing)).toEqual(['late', 'due_soon']);
    expect((await list()).criteria).toEqual([3, 5]);
  });

  test('of the load agree with the lists that they open', async () => {
    await give({ recurrence: 'quarterly', due: null });
    await give({ due: { date: '2026-05-01', bound: 'by' } });
    const done = await give({ due: { date: '2026-05-20', bound: 'by' } });
    await report(done);
    await settle(done, 'accept');
    const [load] = await read((scope) => findLoad(scope, ward.unitId, 2026, '2026-06-15'));
    expect(load).toMatchObject({ name: 'Công an phường', open: 2, late: 1, dueSoon: 1, done: 1 });
    expect(load).toMatchObject({ onTime: 1, judged: 2 });
    const states = {
      open: 'open',
      late: 'late',
      dueSoon: 'due_soon',
      returned: 'returned',
      done: 'done',
    } as const;
    for (const [key, state] of Object.entries(states)) {
      const filter = { ...nothing, organisations: [idOf('police')], part: 'lead' as const, state };
      const found = await read((scope) => findTasks(scope, ward.unitId, filter, '2026-06-15', 1));
      expect(found.total, key).toBe(load![key as keyof typeof states]);
    }
  });

  test('for calendar and links leave out what is closed or skipped', async () => {
    const kept = await give();
    const skipped = await give();
    await settle(skipped, 'skip', 'Không cần');
    const closed = await give();
    await closeTask(context, planner(), await placeOf(closed), 'Không cần');
    const between = (from: string, to: string, kind?: OrganisationKind) =>
      read((scope) =>
        occurrencesBetween(scope, ward.unitId, from, to, kind ? { organisationIds: [idOf(kind)] } : {}),
      );
    expect((await between('2026-05-10', '2026-05-10')).map(({ taskId }) => taskId)).toEqual([kept]);
    expect(await between('2026-05-11', '2026-12-31')).toEqual([]);
    expect((await between('2026-05-01', '2026-05-31', 'schools')).length).toBe(1);
    expect(await between('2026-05-01', '2026-05-31', 'youth_union')).toEqual([]);
    const choice = await read((scope) => tasksForChoice(scope, ward.unitId, 2026));
    expect(choice.map(({ id }) => id)).toEqual([kept, skipped]);
  });

  test('show criteria that were handed in to planning officer and leader only', async () => {
    const cycle = await givenCycle(test_.database, ward);
    await withScope(test_.database, planner(), (scope) =>
      scope.rows(
        sqlBuilder
          .updateTable('cycle_criterion')
          .set({ state: 'handed_in' })
          .where('unit_id', '=', ward.unitId)
          .where('cycle_id', '=', cycle)
          .where('number', '=', 7),
      ),
    );
    const waiting = [{ year: 2026, number: 7 }];
    expect((await inboxOf('committee_leadership')).criteria).toEqual(waiting);
    expect((await inboxOf('culture_society')).criteria).toEqual(waiting);
    expect((await inboxOf('police')).criteria).toEqual([]);
  });
});

test('the database judges lateness as the domain does', async () => {
  const states: OccurrenceState[] = ['waiting', 'reported', 'done', 'returned', 'skipped'];
  const days = [
    '2026-03-01',
    '2026-04-30',
    '2026-05-09',
    '2026-05-10',
    '2026-05-11',
    '2026-06-09',
    '2026-06-10',
    '2026-07-01',
  ];
  const today = '2026-05-10';
  const cases = states.flatMap((state) =>
    [null, ...days].flatMap((due) =>
      [null, ...DUE_BOUNDS].flatMap((bound) =>
        [null, ...days].map((reported) => ({ state, due, bound, reported })),
      ),
    ),
  );
  const judged = prepared<{ standing: string; on_time: boolean | null }>(
    'judged_by_database',
    `select occurrence_standing(state, due, bound, $2::date) as standing,
            occurrence_on_time(state, due, bound, reported, $2::date) as on_time
       from json_to_recordset($1) as n (state text, due date, bound text, reported date)`,
  );
  const rows = await read((scope) => scope.run(judged, [JSON.stringify(cases), today]));
  const expected = cases.map(({ state, due, bound, reported }) => ({
    standing: standingOfOccurrence({ state, dueDate: due }, bound, today),
    on_time: isOnTime({ state, dueDate: due, reportedOn: reported }, bound, today),
  }));
  expect(rows).toEqual(expected);
});
