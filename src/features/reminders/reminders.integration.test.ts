import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givenPerson, givenUnit } from '../../../test/support/builders.ts';
import { givenTask } from '../../../test/support/given-task.ts';
import { type TestClock, testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { addDays } from '../../domain/calendar/index.ts';
import { today } from '../../platform/clock.ts';
import {
  type PersonActor,
  type SystemActor,
  sqlBuilder,
  withReadScope,
  withScope,
} from '../../platform/database/index.ts';
import { enqueue, installJobs } from '../../platform/jobs/index.ts';
import { runPendingJobs } from '../../platform/jobs/testing/run-pending-jobs.ts';
import { openLog } from '../../platform/log.ts';
import { type Mail, SEND_MAIL } from '../../platform/mail/index.ts';
import { reminderJobs } from './index.ts';
import { makeReminders } from './make-reminders.ts';

const program: SystemActor = { kind: 'system', purpose: 'test' };
const settings = { publicUrl: 'https://mang-non.vidu.vn', sendsMail: true };
let base: TestDatabase;
let clock: TestClock;
let nurse: PersonActor;

beforeEach(async () => {
  base = await createTestDatabase();
  await installJobs(base.connectionString);
  clock = testClock();
  nurse = await givenPerson(base.database, 'healthOfficer', { name: 'Nguyễn Thị Mẫu' });
});
afterEach(() => base.drop());

const DAY = 24 * 60;
const make = () => makeReminders({ database: base.database, clock }, settings);
const dueIn = (days: number) => addDays(today(clock), days);
const given = (over: Partial<Parameters<typeof givenTask>[2]> = {}, by = nurse) =>
  givenTask(base.database, by, { leadId: by.memberships[0]!.organisationId, dueDate: dueIn(2), ...over });
const stored = () =>
  withReadScope(base.database, program, (scope) =>
    scope.rows(
      sqlBuilder
        .selectFrom('reminder')
        .select(['person_id', 'occurrence_id', 'kind', 'day', 'made_by'])
        .orderBy('id'),
    ),
  );
const setEmail = (person: PersonActor, email: string) =>
  withScope(base.database, program, (scope) =>
    scope.rows(
      sqlBuilder
        .updateTable('person')
        .set({ email })
        .where('unit_id', '=', person.unit.id)
        .where('id', '=', person.personId),
    ),
  );
/** The letters that wait in the queue. */
async function letters(): Promise<Mail[]> {
  const owner = new pg.Client({ connectionString: base.connectionString });
  await owner.connect();
  try {
    const { rows } = await owner.query(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = $1 order by j.id`,
      [SEND_MAIL],
    );
    return rows.map(({ payload }) => payload);
  } finally {
    await owner.end();
  }
}

describe('the reminders of a morning', () => {
  it('are for everybody in the lead organisation, of what is due soon, today or late', async () => {
    const colleague = await givenPerson(base.database, 'healthOfficer', { unit: nurse.unit });
    await givenPerson(base.database, 'policeOfficer', { unit: nurse.unit });
    const soon = await given();
    const now = await given({ dueDate: dueIn(0) });
    const late = await given({ dueDate: dueIn(-1) });
    await given({ dueDate: dueIn(30) });
    expect(await make()).toEqual({ reminders: 6, letters: 0 });
    const rows = await stored();
    const of = (person: PersonActor) =>
      rows
        .filter(({ person_id }) => person_id === person.personId)
        .map(({ occurrence_id, kind }) => `${occurrence_id} ${kind}`)
        .sort();
    const expected = [
      `${soon.occurrenceId} before`,
      `${now.occurrenceId} on_day`,
      `${late.occurrenceId} after`,
    ].sort();
    expect([of(nurse), of(colleague)]).toEqual([expected, expected]);
    expect(rows.every(({ day, made_by }) => day === '2026-10-21' && made_by === null)).toBe(true);
  });

  it('count “before” a day as over on the day before', async () => {
    await given({ dueDate: dueIn(1), bound: 'before' });
    await given({ dueDate: dueIn(0), bound: 'before' });
    await make();
    expect((await stored()).map(({ kind }) => kind).sort()).toEqual(['after', 'on_day']);
  });

  it('are none for what is reported, done, skipped or closed, and some for what was returned', async () => {
    await given({ state: 'reported' });
    await given({ state: 'done' });
    await given({ state: 'skipped' });
    await given({ taskState: 'closed' });
    expect(await make()).toMatchObject({ reminders: 0 });
    await given({ state: 'returned' });
    expect(await make()).toMatchObject({ reminders: 1 });
  });

  it('are none for people who left, and for a mere administrator', async () => {
    const leaver = await givenPerson(base.database, 'policeOfficer', { unit: nurse.unit });
    await given({}, leaver);
    await withScope(base.database, program, (scope) =>
      scope.rows(
        sqlBuilder.updateTable('person').set({ disabled_at: clock.now() }).where('id', '=', leaver.personId),
      ),
    );
    const administrator = await givenPerson(base.database, 'administrator', { unit: nurse.unit });
    await given({}, administrator);
    expect(await make()).toMatchObject({ reminders: 0 });
  });

  it('are made once, also by two instances at the same time', async () => {
    await given();
    const both = await Promise.all([make(), make()]);
    expect(both.reduce((sum, { reminders }) => sum + reminders, 0)).toBe(1);
    expect(await make()).toEqual({ reminders: 0, letters: 0 });
    expect(await stored()).toHaveLength(1);
  });

  it('come 7 and 2 days before, on the day, the day after, and every 7 days', async () => {
    await given({ dueDate: dueIn(9) });
    const offsets: number[] = [];
    for (let offset = -9; offset <= 15; offset++) {
      if ((await make()).reminders > 0) offsets.push(offset);
      clock.pass({ minutes: DAY });
    }
    expect(offsets).toEqual([-7, -2, 0, 1, 7, 14]);
  });

  it('after days off are today’s alone, not one for each that was missed', async () => {
    await given({ dueDate: dueIn(7) });
    await make();
    clock.pass({ minutes: 9 * DAY });
    expect(await make()).toMatchObject({ reminders: 1 });
    expect((await stored()).map(({ kind }) => kind)).toEqual(['before', 'after']);
  });

  it('do not count what the planning officer reminded of by hand', async () => {
    const { taskId, occurrenceId } = await given();
    await withScope(base.database, nurse, (scope) =>
      scope.rows(
        sqlBuilder.insertInto('reminder').values({
          unit_id: nurse.unit.id,
          id: '01920000-0000-7000-8000-0000000000aa',
          person_id: nurse.personId,
          task_id: taskId,
          occurrence_id: occurrenceId,
          kind: 'by_hand',
          day: today(clock),
          made_by: nurse.personId,
          made_at: clock.now(),
          read_at: null,
        }),
      ),
    );
    expect(await make()).toMatchObject({ reminders: 1 });
  });

  it('leave one to be read for each thing, and none for what has been settled since', async () => {
    const { occurrenceId } = await given({ dueDate: dueIn(7) });
    const unread = async () =>
      (
        await withReadScope(base.database, program, (scope) =>
          scope.rows(sqlBuilder.selectFrom('reminder').where('read_at', 'is', null).select('kind')),
        )
      ).map(({ kind }) => kind);
    await make();
    clock.pass({ minutes: 8 * DAY });
    await make();
    expect(await unread()).toEqual(['after']);
    await withScope(base.database, nurse, (scope) =>
      scope.rows(
        sqlBuilder.updateTable('task_occurrence').set({ state: 'reported' }).where('id', '=', occurrenceId),
      ),
    );
    await make();
    expect(await unread()).toEqual([]);
  });

  it('go through all units, with one statement for each that has any', async () => {
    for (let n = 0; n < 4; n++) {
      const person = await givenPerson(base.database, 'healthOfficer', {
        unit: await givenUnit(base.database),
      });
      await given({}, person);
      await given({ dueDate: dueIn(0) }, person);
    }
    const before = base.database.statements.count;
    expect(await make()).toMatchObject({ reminders: 8 });
    expect(base.database.statements.count - before).toBe(3 + 3 + 4);
  });
});

describe('a letter', () => {
  it('goes to who has an address, one a day with everything in it', async () => {
    const colleague = await givenPerson(base.database, 'healthOfficer', { unit: nurse.unit });
    await setEmail(nurse, 'nguyen.thi.mau@vidu.vn');
    await given({ text: 'Khám sức khỏe học sinh' });
    await given({ text: 'Tẩy giun đợt hai', dueDate: dueIn(-1) });
    expect(await make()).toEqual({ reminders: 4, letters: 1 });
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      to: 'nguyen.thi.mau@vidu.vn',
      subject: 'Nhắc việc: 2 việc, trong đó 1 việc quá hạn',
    });
    expect(letter?.text).toMatch(/Tẩy giun đợt hai[\s\S]*Khám sức khỏe học sinh/);
    expect(letter?.text).toContain('https://mang-non.vidu.vn/viec-cua-toi');
    expect(letter?.text).not.toContain(colleague.personId);
  });

  it('is none without a mail server', async () => {
    await setEmail(nurse, 'nguyen.thi.mau@vidu.vn');
    await given();
    const made = await makeReminders({ database: base.database, clock }, { ...settings, sendsMail: false });
    expect([made, await letters()]).toEqual([{ reminders: 1, letters: 0 }, []]);
  });
});

it('the job of every morning at half past six makes them', async () => {
  await given();
  const { handlers, schedule } = reminderJobs(settings);
  expect(schedule).toEqual([{ job: 'make_reminders', at: '06:30' }]);
  await withScope(base.database, program, async (scope) => {
    enqueue(scope, schedule[0]!.job, {});
  });
  await runPendingJobs(handlers, { database: base.database, clock, log: openLog('silent') });
  expect(await stored()).toHaveLength(1);
});
