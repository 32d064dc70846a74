import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memoryFileStore } from '../../../../test/support/memory-file-store.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import { givenWard, type OrganisationKind, type Ward } from '../../../../test/support/ward.ts';
import { newId, sqlBuilder, withReadScope, withScope } from '../../../platform/database/index.ts';
import { finishedItemsOfPlan } from '../queries/for-others.ts';
import { findTask, type Task } from '../queries/task-page.ts';
import { changeDueDates, closeTask, reassignTask, splitTask } from './arrange-tasks.ts';
import type { TasksContext } from './context.ts';
import { reportDone, settleOccurrence } from './report-work.ts';
import { NO_LONGER_PLANNED, syncTasksOfPlan, type TaskOfPlan } from './sync-tasks.ts';

let test_: TestDatabase;
let context: TasksContext;
let ward: Ward;
let planId: string;
let serial = 0;
const at = new Date('2026-03-02T02:00:00Z');

beforeAll(async () => {
  test_ = await createTestDatabase();
  context = { database: test_.database, clock: { now: () => at }, files: memoryFileStore() };
});
beforeEach(async () => {
  serial++;
  ward = await givenWard(test_.database, { code: String(92_000 + serial), name: `Kế Hoạch ${serial}` });
  planId = await givenPlan();
});
afterAll(() => test_.drop());

const planner = () => ward.people.culture_society;
const organisation = (kind: OrganisationKind) => ward.organisationIds.get(kind)!;
const item = (itemId: string, over: Partial<TaskOfPlan> = {}): TaskOfPlan => ({
  itemId,
  text: `Việc ${itemId}`,
  form: 'order',
  leadId: organisation('police'),
  partnerIds: [organisation('schools')],
  criteria: [3],
  deadlines: [{ date: '2026-05-10', bound: 'before' }],
  recurrence: null,
  targetIds: [],
  ...over,
});

async function givenPlan(): Promise<string> {
  const id = newId<string>();
  await withScope(test_.database, planner(), (scope) =>
    scope.rows(
      sqlBuilder.insertInto('plan').values({
        unit_id: ward.unitId,
        id,
        year: 2026,
        standing: 'own',
        origin: 'blank',
        state: 'draft',
        title: 'Kế hoạch thử',
        content: sql`'{}'::jsonb`,
        created_by: planner().personId,
        created_at: at,
        changed_at: at,
      } as never),
    ),
  );
  return id;
}

async function sync(tasks: readonly TaskOfPlan[], previousPlanId: string | null = null, since?: string) {
  const before = test_.database.statements.count;
  const result = await withScope(test_.database, planner(), (scope) =>
    syncTasksOfPlan(scope, planner(), {
      unitId: ward.unitId,
      planId,
      previousPlanId,
      year: 2026,
      tasks,
      at,
      ...(since === undefined ? {} : { since }),
    }),
  );
  return { ...result, statements: test_.database.statements.count - before - 3 };
}

async function tasks(): Promise<(Task & { item: string })[]> {
  return withReadScope(test_.database, planner(), async (scope) => {
    const rows = await scope.rows(
      sqlBuilder
        .selectFrom('task')
        .select(['id', 'plan_item as item'])
        .where('unit_id', '=', ward.unitId)
        .orderBy('plan_item')
        .orderBy('id'),
    );
    const found = [];
    for (const row of rows) found.push({ ...(await findTask(scope, ward.unitId, row.id))!, item: row.item! });
    return found;
  });
}
const taskOf = async (itemId: string) => (await tasks()).find((task) => task.item === itemId)!;
const placeOf = (task: Task) => ({
  unitCode: ward.code,
  id: task.id,
  seenRevision: task.revision,
  occurrenceId: task.occurrences[0]!.id,
});
const finished = () =>
  withReadScope(test_.database, planner(), (scope) => finishedItemsOfPlan(scope, ward.unitId, planId));

describe('putting a plan to work', () => {
  test('makes one task of each item, with lead, partners, due date and its bound', async () => {
    expect(await sync([item('a'), item('b', { recurrence: 'quarterly', deadlines: [] })])).toMatchObject({
      added: 2,
      changed: 0,
      closed: 0,
    });
    expect(await taskOf('a')).toMatchObject({
      lead: 'Công an phường',
      partnerIds: [organisation('schools')],
      dueBound: 'before',
      plan: { id: planId },
      occurrences: [{ dueDate: '2026-05-10', state: 'waiting' }],
    });
    expect((await taskOf('b')).occurrences).toHaveLength(4);
  });

  test('takes the same two statements for one item and for three hundred', async () => {
    expect((await sync([item('a')])).statements).toBe(2);
    const many = Array.from({ length: 300 }, (_, number) => item(`i${number}`, { recurrence: 'monthly' }));
    expect((await sync(many)).statements).toBe(2);
  });

  test('again changes nothing, and writes nothing', async () => {
    const items = [item('a'), item('b', { recurrence: 'monthly', deadlines: [] })];
    await sync(items);
    const before = await tasks();
    expect(await sync(items)).toEqual({ added: 0, changed: 0, closed: 0, statements: 1 });
    expect(await tasks()).toEqual(before);
  });

  test('asks for nothing that was due before the plan, where one says when it began', async () => {
    await sync([item('a', { recurrence: 'quarterly', deadlines: [] })], null, '2026-04-15');
    expect((await taskOf('a')).occurrences.map(({ period }) => period)).toEqual([
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ]);
  });
});

describe('a changed plan', () => {
  test('changes text, lead and due date of the task of its item, and says so in the history', async () => {
    await sync([item('a')]);
    const moved = { deadlines: [{ date: '2026-05-20', bound: 'by' as const }] };
    const changed = item('a', { text: 'Việc viết lại', leadId: organisation('youth_union'), ...moved });
    expect(await sync([changed])).toMatchObject({ added: 0, changed: 1, closed: 0 });
    expect(await taskOf('a')).toMatchObject({
      text: 'Việc viết lại',
      lead: 'Đoàn Thanh niên',
      dueBound: 'by',
      occurrences: [{ dueDate: '2026-05-20' }],
      events: [{ kind: 'changed' }, { kind: 'created' }],
    });
  });

  test('leaves alone what a person changed, where it says of the item what it said before', async () => {
    await sync([item('a'), item('b')]);
    const task = await taskOf('a');
    const to = { leadId: organisation('youth_union'), partnerIds: [], form: 'order' as const, reason: 'x' };
    await reassignTask(context, planner(), placeOf(task), to);
    const dueDates = new Map([[task.occurrences[0]!.id, '2026-06-30']]);
    const place = placeOf(await taskOf('a'));
    await changeDueDates(context, planner(), place, { bound: 'by', dueDates, reason: 'x' });
    expect(await sync([item('a'), item('b', { text: 'Việc khác' })])).toMatchObject({ changed: 1 });
    expect(await taskOf('a')).toMatchObject({
      lead: 'Đoàn Thanh niên',
      occurrences: [{ dueDate: '2026-06-30' }],
    });
  });

  test('that only words an item anew leaves lead, partners and due dates as a person changed them', async () => {
    await sync([item('a')]);
    const to = {
      leadId: organisation('health_station'),
      partnerIds: [],
      form: 'order',
      reason: 'Đổi',
    } as const;
    await reassignTask(context, planner(), placeOf(await taskOf('a')), to);
    const { occurrenceId, ...place } = placeOf(await taskOf('a'));
    const dueDates = new Map([[occurrenceId, '2026-06-20']]);
    await changeDueDates(context, planner(), place, { bound: 'by', dueDates, reason: 'Lùi hạn' });
    await sync([item('a', { text: 'Lời khác' })]);
    expect(await taskOf('a')).toMatchObject({
      text: 'Lời khác',
      lead: 'Trạm Y tế',
      partnerIds: [],
      dueBound: 'by',
      occurrences: [{ dueDate: '2026-06-20' }],
    });
  });

  test('closes the task of an item that is gone, and opens it again should it come back', async () => {
    await sync([item('a'), item('b')]);
    expect(await sync([item('a')])).toMatchObject({ closed: 1 });
    expect(await taskOf('b')).toMatchObject({ state: 'closed', closedReason: NO_LONGER_PLANNED });
    expect(await sync([item('a'), item('b')])).toMatchObject({ changed: 1 });
    expect(await taskOf('b')).toMatchObject({ state: 'open', closedReason: null });
  });

  test('does not open again what a person closed', async () => {
    await sync([item('a')]);
    await closeTask(context, planner(), placeOf(await taskOf('a')), 'Đã có đơn vị khác làm');
    await sync([item('a', { text: 'Việc viết lại' })]);
    expect(await taskOf('a')).toMatchObject({ text: 'Việc viết lại', state: 'closed' });
  });

  test('keeps what is done, skips periods no longer asked for, and adds new ones', async () => {
    await sync([item('a', { recurrence: 'quarterly', deadlines: [] })]);
    const place = placeOf(await taskOf('a'));
    await reportDone(context, ward.people.police, place, { text: 'Xong', files: [] });
    await sync([item('a', { recurrence: 'half_year', deadlines: [] })]);
    const states = (await taskOf('a')).occurrences.map(({ period, state }) => `${period} ${state}`);
    expect(states.sort()).toEqual([
      '2026-H1 waiting',
      '2026-H2 waiting',
      '2026-Q1 reported',
      '2026-Q2 skipped',
      '2026-Q3 skipped',
      '2026-Q4 skipped',
    ]);
    await sync([item('a', { recurrence: 'quarterly', deadlines: [] })]);
    const back = (await taskOf('a')).occurrences.filter(({ period }) => period.includes('Q'));
    expect(back.map(({ state }) => state)).toEqual(['reported', 'waiting', 'waiting', 'waiting']);
  });

  test('that replaces another takes its tasks over, item by item, with all that happened to them', async () => {
    await sync([item('a'), item('b')]);
    const before = await taskOf('a');
    const previous = planId;
    planId = await givenPlan();
    expect(await sync([item('a'), item('c')], previous)).toMatchObject({ added: 1, changed: 0, closed: 1 });
    const after = await tasks();
    expect(after.map(({ item, state }) => `${item} ${state}`)).toEqual(['a open', 'b closed', 'c open']);
    expect(after.every(({ plan }) => plan?.id === planId)).toBe(true);
    expect(after[0]).toMatchObject({ id: before.id, events: before.events });
  });
});

test('finished are the items done once and for all, with all their parts', async () => {
  await sync([item('a'), item('b', { recurrence: 'monthly', deadlines: [] }), item('c')]);
  const parts = [
    { leadId: organisation('police'), text: 'Một' },
    { leadId: organisation('schools'), text: 'Hai' },
  ];
  await splitTask(context, planner(), placeOf(await taskOf('c')), parts, 'Chia việc');
  const finish = async (task: Task) => {
    const lead = task.leadId === organisation('police') ? ward.people.police : ward.people.schools;
    await reportDone(context, lead, placeOf(task), { text: 'Xong', files: [] });
    const place = { ...placeOf(task), seenRevision: task.revision + 1 };
    await settleOccurrence(context, planner(), place, 'accept', null);
  };
  await finish(await taskOf('a'));
  const [first, second] = (await tasks()).filter(({ parent }) => parent !== null);
  await finish(first!);
  expect(await finished()).toEqual(['a']);
  await finish(second!);
  expect((await finished()).sort()).toEqual(['a', 'c']);
});
