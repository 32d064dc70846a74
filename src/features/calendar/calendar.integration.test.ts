import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication, testAssets } from '../../../test/support/application.ts';
import { givenOrganisations, givenPerson, givenUnit, TEST_PASSWORD } from '../../../test/support/builders.ts';
import { givenTask } from '../../../test/support/given-task.ts';
import { testStandards } from '../../../test/support/ward.ts';
import { sendForm, signedIn } from '../../../test/support/whole-application.ts';
import type { ActorUnit, OrganisationId, PersonActor } from '../../platform/database/index.ts';
import { sqlBuilder, withReadScope, withScope } from '../../platform/database/index.ts';
import { insertCycle } from '../assessment/index.ts';
import { verifyAudit } from '../audit/index.ts';
import { calendarRoutes } from './index.ts';
import { findCalendar } from './queries.ts';
import { eventsOf } from './testing/read-ics.ts';

let app: TestApplication;
let unit: ActorUnit;
let organisations: ReadonlyMap<string, OrganisationId>;
let planner: PersonActor & { username: string };
let nurse: PersonActor & { username: string };
let tasks: { report: string; health: string; done: string };

beforeAll(async () => {
  app = await startTestApplication();
  const { database, clock, application } = app;
  application.route(
    '/',
    calendarRoutes({ database, clock, assets: testAssets, publicUrl: 'http://localhost:3000' }),
  );
  unit = await givenUnit(database);
  organisations = new Map((await givenOrganisations(database, unit)).map(({ kind, id }) => [kind, id]));
  planner = await givenPerson(database, 'planningOfficer', { unit });
  nurse = await givenPerson(database, 'healthOfficer', { unit });
  const culture = organisations.get('culture_society')!;
  const health = organisations.get('health_station')!;
  const given = (options: Parameters<typeof givenTask>[2]) =>
    givenTask(database, planner, options).then(({ taskId }) => taskId);
  tasks = {
    report: await given({
      leadId: culture,
      dueDate: '2026-10-25',
      bound: 'before',
      text: 'Báo cáo quý của phòng',
    }),
    health: await given({
      leadId: health,
      dueDate: '2026-10-15',
      text: 'Khám sức khỏe học sinh',
      partnerIds: [culture],
    }),
    done: await given({ leadId: health, dueDate: '2026-10-05', state: 'done', text: 'Tẩy giun đợt hai' }),
  };
  await given({ leadId: culture, dueDate: '2026-12-01', text: 'Việc của tháng Mười hai' });
  await withScope(database, planner, async (scope) =>
    insertCycle(
      scope,
      {
        unitId: unit.id,
        year: 2026,
        territoryClass: 'other',
        classBasis: 'Quyết định của bài thử',
        standard: (await testStandards()).latest('qd-06-2019')!,
        organisations,
      },
      new Date('2026-01-05T02:00:00Z'),
    ),
  );
  await withScope(database, planner, (scope) =>
    scope.rows(
      sqlBuilder
        .updateTable('cycle_criterion')
        .set({ due_date: '2026-10-30' })
        .where('unit_id', '=', unit.id)
        .where('number', '=', 7),
    ),
  );
});
afterAll(() => app.drop());

const cookieOf = (person: { username: string }) => signedIn(app.application, person.username, TEST_PASSWORD);
const get = async (path: string, person?: { username: string }, headers: Record<string, string> = {}) =>
  app.application.request(path, {
    headers: { ...headers, ...(person === undefined ? {} : { cookie: await cookieOf(person) }) },
  });
const pageOf = async (path: string, person: { username: string }) => (await get(path, person)).text();
const post = async (path: string, fields: Record<string, string>, person: { username: string }) =>
  sendForm(app.application, path, fields, { cookie: await cookieOf(person) });

describe('the calendar of a unit', () => {
  const month = (query = '') => `/don-vi/${unit.code}/lich?thang=2026-10${query}`;

  it('shows a person what the own organisation leads or takes part in, late with word and link', async () => {
    const html = await pageOf(month(), nurse);
    expect(html).toContain('Lịch tháng 10 năm 2026');
    expect(html).toMatch(
      new RegExp(`Quá hạn</span><a href="/don-vi/${unit.code}/nhiem-vu/${tasks.health}">`),
    );
    expect(html).toMatch(/Đã xong<\/span><a [^>]*>Tẩy giun đợt hai/);
    expect(html).toContain('Nộp số liệu tiêu chí 7');
    expect(html).not.toContain('Báo cáo quý của phòng');
    expect(html).not.toContain('Việc của tháng Mười hai');
  });

  it('shows the whole unit when asked, as a list with lead and the day to hand in', async () => {
    const html = await pageOf(month('&cua=don-vi&xem=danh-sach'), nurse);
    expect(html).toContain('Báo cáo quý của phòng');
    expect(html).toMatch(/nên nộp chậm nhất thứ Sáu 23\/10\/2026/);
    expect(html).toContain('Trạm Y tế');
  });

  it('shows a criterion only to those who see the criterion', async () => {
    const youth = await givenPerson(app.database, 'youthOfficer', { unit });
    expect(await pageOf(month('&cua=don-vi'), youth)).not.toContain('Nộp số liệu tiêu chí 7');
    expect(await pageOf(month('&cua=don-vi'), planner)).toContain('Nộp số liệu tiêu chí 7');
  });

  it('is for those who work there and the appraiser above, and nobody else', async () => {
    const province = await givenUnit(app.database, { level: 'province', code: '20' });
    const appraiser = await givenPerson(app.database, 'appraiser', { unit: province });
    const neighbour = await givenPerson(app.database, 'planningOfficer');
    const administrator = await givenPerson(app.database, 'administrator', { unit });
    const path = `/don-vi/${unit.code}`;
    for (const [person, status] of [
      [planner, 200],
      [appraiser, 200],
      [neighbour, 404],
      [administrator, 404],
    ] as const) {
      expect((await get(`${path}/lich`, person)).status).toBe(status);
      expect((await get(`${path}/ngay-nghi`, person)).status).toBe(status);
    }
    expect(await pageOf(month(), appraiser)).toContain('Khám sức khỏe học sinh');
    expect((await get(`${path}/lich`)).status).toBe(303);
  });

  it('is read in six statements', async () => {
    const cookie = await cookieOf(planner);
    const before = app.database.statements.count;
    await app.application.request(month(), { headers: { cookie } });
    expect(app.database.statements.count - before).toBeLessThanOrEqual(6);
  });
});

describe('the days off of a unit', () => {
  const path = () => `/don-vi/${unit.code}/ngay-nghi`;
  const monday = { ngay: '26/10/2026', loai: 'nghi', ten: 'Nghỉ theo thông báo số 12' };

  it('are those of the program, with their basis and the word that some are only expected', async () => {
    const html = await pageOf(`${path()}?nam=2026`, nurse);
    expect(html).toContain('Quốc khánh');
    expect(html).toContain('Điều 112');
    expect(html).toContain('Dự kiến');
    expect(html).not.toContain('Lưu ngày này');
    expect(await pageOf(`${path()}?nam=2031`, nurse)).toContain('chưa có ngày nghỉ lễ của năm 2031');
  });

  it('are changed by the planning officer, shown in the calendar, and taken back', async () => {
    const saved = await post(path(), monday, planner);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${path()}?nam=2026&da=luu`]);
    expect(await pageOf(`/don-vi/${unit.code}/lich?thang=2026-10`, planner)).toContain(
      'Nghỉ: Nghỉ theo thông báo số 12',
    );
    const again = await post(path(), { ...monday, ten: 'Nghỉ theo thông báo số 13' }, planner);
    expect(again.status).toBe(303);
    const { changes } = (await withReadScope(app.database, planner, (scope) =>
      findCalendar(scope, unit.code, '2026-10-01', '2026-10-31'),
    ))!;
    expect(changes).toEqual([{ day: '2026-10-26', kind: 'off', name: 'Nghỉ theo thông báo số 13' }]);
    expect((await post(`${path()}/2026-10-26/bo`, {}, planner)).status).toBe(303);
    expect((await post(`${path()}/2026-10-26/bo`, {}, planner)).status).toBe(404);
    expect((await post(`${path()}/2026-10-32/bo`, {}, planner)).status).toBe(404);
  });

  it('keep what was typed when something is wrong with it', async () => {
    const answer = await post(path(), { ngay: '2/9/2026', loai: 'nghi', ten: 'Quốc khánh nữa' }, planner);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('đã là ngày nghỉ trong lịch');
    expect(html).toContain('value="Quốc khánh nữa"');
    expect(html).toContain('value="2/9/2026"');
  });

  it('are changed by nobody else', async () => {
    const neighbour = await givenPerson(app.database, 'planningOfficer');
    for (const fields of [monday, {}]) {
      expect((await post(path(), fields, nurse)).status).toBe(403);
      expect((await post(path(), fields, neighbour)).status).toBe(404);
    }
    expect((await post(`${path()}/2026-10-26/bo`, {}, nurse)).status).toBe(403);
  });
});

describe('the calendar on the phone', () => {
  const made = async (person: { username: string }) => {
    const answer = await post('/tai-khoan/lich', {}, person);
    const html = await answer.text();
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return /http:\/\/localhost:3000(\/lich\/[\w-]{43}\.ics)/.exec(html)![1]!;
  };

  it('has the person’s own due dates, without signing in', async () => {
    const address = await made(nurse);
    const answer = await get(address);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const events = eventsOf(await answer.text());
    expect(events.map(({ SUMMARY }) => SUMMARY)).toEqual(
      expect.arrayContaining([
        'Đã xong: Tẩy giun đợt hai',
        'Hạn: Khám sức khỏe học sinh',
        'Hạn: Nộp số liệu tiêu chí 7',
      ]),
    );
    expect(events.some((event) => event.SUMMARY?.includes('Báo cáo quý'))).toBe(false);
  });

  it('is not sent again while nothing has changed, and is when something has', async () => {
    const address = await made(planner);
    const first = await get(address);
    const tag = first.headers.get('etag')!;
    expect((await get(address, undefined, { 'if-none-match': tag })).status).toBe(304);
    await givenTask(app.database, planner, {
      leadId: organisations.get('culture_society')!,
      dueDate: '2026-11-10',
      text: 'Việc mới giao',
    });
    const changed = await get(address, undefined, { 'if-none-match': tag });
    expect([changed.status, (await changed.text()).includes('Việc mới giao')]).toEqual([200, true]);
  });

  it('is shown once, replaced by a new address, and revoked', async () => {
    const first = await made(nurse);
    expect(await pageOf('/tai-khoan/lich', nurse)).not.toContain(first);
    const second = await made(nurse);
    expect([(await get(first)).status, (await get(second)).status]).toEqual([404, 200]);
    expect((await post('/tai-khoan/lich/thu-hoi', {}, nurse)).status).toBe(303);
    expect((await get(second)).status).toBe(404);
    expect(await pageOf('/tai-khoan/lich?da=thu-hoi', nurse)).toContain('Đã thu hồi địa chỉ lịch');
  });

  it('keeps no secret: only its hash is stored', async () => {
    const secret = /lich\/([\w-]{43})/.exec(await made(nurse))![1]!;
    const rows = await withReadScope(app.database, nurse, (scope) =>
      scope.rows(sqlBuilder.selectFrom('calendar_feed').selectAll()),
    );
    expect(rows.every(({ token_hash }) => token_hash.length === 32)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('ends with the account, and tells nothing of addresses that are none', async () => {
    const leaver = await givenPerson(app.database, 'healthOfficer', { unit });
    const address = await made(leaver);
    await withScope(app.database, planner, (scope) =>
      scope.rows(
        sqlBuilder
          .updateTable('person')
          .set({ disabled_at: app.clock.now() })
          .where('unit_id', '=', unit.id)
          .where('id', '=', leaver.personId),
      ),
    );
    const gone = await get(address);
    const never = await get(`/lich/${'A'.repeat(43)}.ics`);
    expect([gone.status, never.status]).toEqual([404, 404]);
    expect(await gone.text()).toBe(await never.text());
    expect((await get('/lich/x.ics')).status).toBe(404);
  });

  it('is for those who have due dates', async () => {
    const administrator = await givenPerson(app.database, 'administrator', { unit });
    const province = await givenUnit(app.database, { level: 'province', code: '21', provinceCode: '21' });
    const appraiser = await givenPerson(app.database, 'appraiser', { unit: province });
    for (const person of [administrator, appraiser]) {
      expect((await get('/tai-khoan/lich', person)).status).toBe(404);
      expect((await post('/tai-khoan/lich', {}, person)).status).toBe(404);
      expect((await post('/tai-khoan/lich/thu-hoi', {}, person)).status).toBe(404);
    }
  });

  it('and every change of a day off stand in the unit’s chain of deeds', async () => {
    expect((await verifyAudit(app.database)).broken).toEqual([]);
    const deeds = await withReadScope(app.database, planner, (scope) =>
      scope.rows(sqlBuilder.selectFrom('audit_entry').select('deed').distinct()),
    );
    expect(deeds.map(({ deed }) => deed)).toEqual(
      expect.arrayContaining(['changeDayOff', 'removeDayChange', 'makeCalendarFeed', 'revokeCalendarFeed']),
    );
  });
});
