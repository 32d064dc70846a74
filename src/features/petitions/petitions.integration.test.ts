import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acting, actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import { givenPerson, givenUnit } from '../../../test/support/builders.ts';
import { testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { ActivityKind } from '../../domain/activity/index.ts';
import { type ActorUnit, newId, type PersonActor, withScope } from '../../platform/database/index.ts';
import { insertActivity } from '../activities/index.ts';
import { petitionsRoutes } from './index.ts';

let test_: TestDatabase;
let unit: ActorUnit;
let petitions: string;
let youth: PersonActor;
let office: PersonActor;
const as = new Map<string, Acting>();
const acting = (who: string): Acting => as.get(who)!;

beforeAll(async () => {
  test_ = await createTestDatabase();
  unit = await givenUnit(test_.database);
  petitions = `/don-vi/${unit.code}/kien-nghi`;
  youth = await givenPerson(test_.database, 'youthOfficer', { unit });
  office = await givenPerson(test_.database, 'economyOfficer', { unit });
  const dependencies = { database: test_.database, clock: testClock(), assets: testAssets };
  const people: Record<string, PersonActor> = {
    planner: await givenPerson(test_.database, 'planningOfficer', { unit }),
    youth,
    office,
    nurse: await givenPerson(test_.database, 'healthOfficer', { unit }),
    administrator: await givenPerson(test_.database, 'administrator', { unit }),
    neighbour: await givenPerson(test_.database, 'planningOfficer', {
      unit: await givenUnit(test_.database),
    }),
    appraiser: await givenPerson(test_.database, 'appraiser', {
      unit: await givenUnit(test_.database, { level: 'province' }),
    }),
  };
  for (const [name, actor] of Object.entries(people))
    as.set(name, actingAs(petitionsRoutes(dependencies), actor));
});
afterAll(() => test_.drop());

const organisationOf = (actor: PersonActor) => actor.memberships[0]!.organisationId;

/** An activity of the Youth Union. */
function givenActivity(kind: ActivityKind, heldFrom: string): Promise<string> {
  const content = {
    kind,
    title: `${kind} ${heldFrom}`,
    heldFrom,
    heldUntil: null,
    place: null,
    organisationId: organisationOf(youth),
    channel: null,
    audience: [],
    children: null,
    adults: null,
    summary: null,
    outcome: null,
    items: null,
    forum: null,
    attendance: [],
  };
  return withScope(test_.database, youth, (scope) =>
    insertActivity(scope, unit.id, content, youth.personId, new Date('2026-06-01T01:00:00Z')),
  );
}

const fieldsOf = async (over: Readonly<Record<string, string>> = {}) => ({
  hoat_dong: over.hoat_dong ?? (await givenActivity('forum', '2026-06-10')),
  noi_dung: 'Xin thêm sân chơi ở các khối phố',
  nhom: 'Nhóm học sinh trung học cơ sở',
  don_vi_tra_loi: organisationOf(office),
  ngay_gui: '15/6/2026',
  han: '15/7/2026',
  ...over,
});
async function recorded(over: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await acting('youth').post(`${petitions}/moi`, await fieldsOf(over));
  expect(answer.status).toBe(303);
  return answer.headers.get('location')!.replace(/\?.*$/, '');
}
const textOf = async (who: string, path: string) => (await acting(who).get(path)).text();

describe('a petition of children', () => {
  test('is recorded at a forum, with who answers and by when; the form warns of names', async () => {
    const forum = await givenActivity('forum', '2026-06-10');
    const form = await textOf('youth', `${petitions}/moi?hoat_dong=${forum}`);
    expect(form).toContain('Không ghi tên của bất kỳ trẻ em nào');
    const page = await textOf('nurse', await recorded());
    for (const words of ['Xin thêm sân chơi', 'Nhóm học sinh trung học cơ sở', '15/07/2026', 'Quá hạn'])
      expect(page).toContain(words);
  });

  test('gives the form back with everything typed when something is missing', async () => {
    const answer = await acting('youth').post(
      `${petitions}/moi`,
      await fieldsOf({ noi_dung: '', don_vi_tra_loi: '', han: '1/6/2026' }),
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of [
      'Nhập nội dung kiến nghị',
      'Chọn đơn vị trả lời',
      'Hạn trả lời không được trước',
      '1/6/2026',
    ])
      expect(page).toContain(words);
  });

  test('comes from no event, and not from an activity of another organisation', async () => {
    const event = await givenActivity('event', '2026-06-01');
    expect(
      (await acting('youth').post(`${petitions}/moi`, await fieldsOf({ hoat_dong: event }))).status,
    ).toBe(404);
    expect(
      (await acting('youth').post(`${petitions}/moi`, await fieldsOf({ hoat_dong: newId() }))).status,
    ).toBe(404);
    expect((await acting('nurse').post(`${petitions}/moi`, await fieldsOf())).status).toBe(403);
    expect((await acting('planner').post(`${petitions}/moi`, await fieldsOf())).status).toBe(303);
  });

  test('is answered by whoever is asked, or the planning officer', async () => {
    const path = await recorded();
    const answer = { tra_loi: 'Đã bố trí kinh phí', ngay_tra_loi: '20/7/2026', lan_sua: '0' };
    expect((await acting('nurse').post(`${path}/tra-loi`, answer)).status).toBe(403);
    expect((await acting('youth').post(`${path}/tra-loi`, answer)).status).toBe(403);
    const later = { ...answer, ngay_tra_loi: '1/12/2026' };
    expect((await acting('office').post(`${path}/tra-loi`, later)).status).toBe(422);
    expect((await acting('office').post(`${path}/tra-loi`, answer)).status).toBe(303);
    const page = await textOf('youth', path);
    expect(page).toContain('Đã trả lời');
    const again = await acting('planner').post(`${path}/tra-loi`, answer);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('vừa được người khác sửa');
    expect((await acting('planner').post(`${path}/tra-loi`, { ...answer, lan_sua: '1' })).status).toBe(303);
  });

  test('is gone through at a later forum only', async () => {
    const forum = await givenActivity('forum', '2026-06-10');
    const [before, after] = [
      await givenActivity('forum', '2025-06-10'),
      await givenActivity('forum', '2027-06-10'),
    ];
    const path = await recorded({ hoat_dong: forum });
    const change = async (ra_soat: string) =>
      (await acting('youth').post(path, await fieldsOf({ hoat_dong: forum, ra_soat, lan_sua: '0' }))).status;
    expect(await change(before)).toBe(404);
    expect(await change(after)).toBe(303);
    expect(await textOf('youth', path)).toContain('forum 2027-06-10');
  });

  test('is removed by who recorded it or the planning officer', async () => {
    const path = await recorded();
    expect((await acting('office').post(`${path}/xoa`)).status).toBe(403);
    expect((await acting('youth').post(`${path}/xoa`)).status).toBe(303);
    expect((await acting('youth').get(path)).status).toBe(404);
  });
});

describe('the petitions of a year', () => {
  test('are counted by state as the rule has it, and narrowed by it', async () => {
    const forum = await givenActivity('forum', '2024-06-10');
    await recorded({ hoat_dong: forum, noi_dung: 'Đang chờ', han: '1/12/2026' });
    await recorded({ hoat_dong: forum, noi_dung: 'Chưa gửi', ngay_gui: '', han: '' });
    await recorded({ hoat_dong: forum, noi_dung: 'Quá hạn một', ngay_gui: '' });
    await recorded({ hoat_dong: forum, noi_dung: 'Quá hạn hai' });
    const page = await textOf('appraiser', `${petitions}?nam=2024`);
    for (const words of [
      '2 kiến nghị đã quá hạn',
      'Chưa gửi (1)',
      'Chờ trả lời (1)',
      'Quá hạn (2)',
      'Tất cả (4)',
    ])
      expect(page).toContain(words);
    const late = await textOf('appraiser', `${petitions}?nam=2024&tinh_trang=qua-han&hoat_dong=${forum}`);
    expect(late).toContain('Quá hạn một');
    expect(late).not.toContain('Đang chờ');
  });

  test('are read by the unit and its appraiser, who changes nothing; nobody else knows of them', async () => {
    const path = await recorded();
    for (const who of ['planner', 'nurse', 'appraiser'])
      for (const address of [petitions, path])
        expect([who, (await acting(who).get(address)).status]).toEqual([who, 200]);
    for (const who of ['administrator', 'neighbour'])
      for (const address of [petitions, path, `${petitions}/moi`])
        expect([who, (await acting(who).get(address)).status]).toEqual([who, 404]);
    expect((await acting('appraiser').get(`${petitions}/moi`)).status).toBe(403);
    expect((await acting('appraiser').post(`${path}/xoa`)).status).toBe(403);
  });

  test('take at most six statements with the session, a change at most ten', async () => {
    const path = await recorded();
    const statements = async (work: () => Promise<Response>) => {
      const before = test_.database.statements.count;
      await work();
      return test_.database.statements.count - before + 1;
    };
    for (const address of [petitions, path, `${petitions}/moi`])
      expect([address, (await statements(() => acting('planner').get(address))) <= 6]).toEqual([
        address,
        true,
      ]);
    const fields = await fieldsOf({ lan_sua: '0' });
    expect(await statements(() => acting('youth').post(`${petitions}/moi`, fields))).toBeLessThanOrEqual(10);
    expect(await statements(() => acting('youth').post(path, fields))).toBeLessThanOrEqual(10);
  });
});
