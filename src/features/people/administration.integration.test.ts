import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../../../test/support/application.ts';
import { type TestBrowser, testBrowser } from '../../../test/support/browser.ts';
import { givenOrganisations, givenPerson, givenUnit, TEST_PASSWORD } from '../../../test/support/builders.ts';
import {
  type ActorUnit,
  type SystemActor,
  sqlBuilder,
  type Tables,
  withReadScope,
} from '../../platform/database/index.ts';
import { verifyAudit } from '../audit/index.ts';

type Given = Awaited<ReturnType<typeof givenPerson>>;

const reader: SystemActor = { kind: 'system', purpose: 'test' };
const NEW_PASSWORD = 'mot cau moi de nho';

let test: TestApplication;
let unit: ActorUnit;
let administrator: Given;
let browser: TestBrowser;
beforeAll(async () => {
  test = await startTestApplication();
});
afterAll(() => test.drop());
beforeEach(async () => {
  unit = await givenUnit(test.database);
  administrator = await givenPerson(test.database, 'administrator', { unit });
  browser = testBrowser(test.application);
  await browser.signIn(administrator.username);
});

const everything = (table: keyof Tables) =>
  withReadScope(test.database, reader, (scope) => scope.rows(sqlBuilder.selectFrom(table).selectAll()));
const deedsOf = async (id: string) =>
  ((await everything('audit_entry')) as unknown as { deed: string; object_id: string; sequence: number }[])
    .filter((entry) => entry.object_id === id)
    .sort((a, b) => a.sequence - b.sequence)
    .map(({ deed }) => deed);
const organisationOf = async (kind: string) =>
  (await givenOrganisations(test.database, unit)).find((one) => one.kind === kind)!.id;
const oneTimePasswordIn = (page: string) => /<code[^>]*>([^<]+)<\/code>/.exec(page)![1]!;
const rolesForm = (person: Given, extra: Readonly<Record<string, string>> = {}) => ({
  ho_ten: person.name,
  to_chuc_1: person.memberships[0]!.organisationId,
  vai_tro_1: person.memberships[0]!.role,
  ...extra,
});

describe('a new person', () => {
  it('gets a one-time password, shown once and kept nowhere, that must be changed at the first sign-in', async () => {
    const health = await organisationOf('health_station');
    const form = { ho_ten: 'Nguyễn Thị Hoa', ten_dang_nhap: '', to_chuc_1: health, vai_tro_1: '' };
    const created = await browser.post('/nguoi-dung/moi', form);
    expect(created.status).toBe(201);
    expect(created.headers.get('cache-control')).toBe('no-store');
    const page = await created.text();
    expect(page).toContain('hoant');
    const password = oneTimePasswordIn(page);
    const kept = JSON.stringify([
      await everything('audit_entry'),
      await everything('person'),
      await everything('identity.account'),
    ]);
    expect(kept).not.toContain(password);

    const newcomer = testBrowser(test.application);
    const first = await newcomer.signIn('hoant', password);
    expect(first.headers.get('location')).toBe('/doi-mat-khau');
    for (const path of ['/', '/tai-khoan', '/nguoi-dung', '/khong-co'])
      expect((await newcomer.get(path)).headers.get('location'), path).toBe('/doi-mat-khau');
    expect((await newcomer.post('/dang-xuat-moi-noi')).headers.get('location')).toBe('/doi-mat-khau');
    expect((await newcomer.get('/assets/main.css')).status).toBe(404);
    expect((await newcomer.post('/ngon-ngu', { ngon_ngu: 'vi' })).headers.get('location')).toBe('/');
    expect((await newcomer.get('/doi-mat-khau')).status).toBe(200);

    const change = { mat_khau_hien_tai: password, mat_khau_moi: NEW_PASSWORD, nhap_lai: NEW_PASSWORD };
    expect((await newcomer.post('/doi-mat-khau', change)).headers.get('location')).toBe(
      '/tai-khoan?da_doi_mat_khau=1',
    );
    const account = await (await newcomer.get('/tai-khoan')).text();
    expect(account).toContain('Cán bộ y tế');
    expect((await testBrowser(test.application).signIn('hoant', password)).status).toBe(401);
  });

  it('gets the next user name when the first is taken, in this unit or in another', async () => {
    const health = await organisationOf('health_station');
    const form = { ho_ten: 'Lê Văn Bình', to_chuc_1: health };
    const pages = [];
    for (let count = 0; count < 3; count++) pages.push(await browser.post('/nguoi-dung/moi', form));
    const texts = await Promise.all(pages.map((page) => page.text()));
    expect(texts.map((text) => /binhlv\d?/.exec(text)![0])).toEqual(['binhlv', 'binhlv2', 'binhlv3']);
  });

  it('is refused a user name that is taken, and nothing typed is lost', async () => {
    const other = await givenPerson(test.database, 'healthOfficer', { username: 'da.co.nguoi' });
    const health = await organisationOf('health_station');
    const form = { ho_ten: 'Lê Văn Bình', ten_dang_nhap: other.username, to_chuc_1: health };
    const response = await browser.post('/nguoi-dung/moi', form);
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page.split('Tên đăng nhập này không dùng được').length).toBe(3);
    expect(page).toContain('value="Lê Văn Bình"');
    expect(page).toMatch(
      new RegExp(`<option[^>]*(value="${health}"[^>]*selected|selected[^>]*value="${health}")`),
    );
  });

  it('cannot be put into an organisation of another unit, nor be made an appraiser in a commune', async () => {
    const foreign = (await givenOrganisations(test.database, await givenUnit(test.database)))[0]!.id;
    const abroad = await browser.post('/nguoi-dung/moi', { ho_ten: 'Lê Văn Bình', to_chuc_1: foreign });
    expect(await abroad.text()).toContain('Tổ chức này không có trong đơn vị');
    const own = await organisationOf('police');
    const form = { ho_ten: 'Lê Văn Bình', to_chuc_1: own, vai_tro_1: 'appraiser' };
    expect(await (await browser.post('/nguoi-dung/moi', form)).text()).toContain(
      'Vai trò này không dùng được',
    );
  });
});

describe('the own password', () => {
  const change = (current: string, next = NEW_PASSWORD) =>
    browser.post('/doi-mat-khau', { mat_khau_hien_tai: current, mat_khau_moi: next, nhap_lai: next });

  it('changes with the current one, and ends all other sessions', async () => {
    const other = testBrowser(test.application);
    await other.signIn(administrator.username);
    expect((await change(TEST_PASSWORD)).status).toBe(303);
    expect((await browser.get('/tai-khoan')).status).toBe(200);
    expect((await other.get('/tai-khoan')).status).toBe(303);
    expect((await deedsOf(administrator.personId)).at(-1)).toBe('changePassword');
  });

  it('cannot be guessed from an open browser: the fifth wrong one locks', async () => {
    for (let attempt = 1; attempt <= 4; attempt++) expect((await change('sai')).status).toBe(422);
    expect((await change('sai')).status).toBe(429);
    expect((await change(TEST_PASSWORD)).status).toBe(429);
  });

  it('is never the user name', async () => {
    const person = await givenPerson(test.database, 'healthOfficer', { username: 'ten-rat-dai-day' });
    await browser.signIn(person.username);
    expect(await (await change(TEST_PASSWORD, 'Ten-Rat-Dai-Day')).text()).toContain('khác tên đăng nhập');
  });
});

describe('the list of people', () => {
  it('is found by name without tones, in the order of Vietnamese, a page at a time', async () => {
    for (const name of ['Đỗ Thị Ánh', 'Dương Văn Ân', 'Ân Văn Đạt'])
      await givenPerson(test.database, 'healthOfficer', { unit, name });
    for (let count = 0; count < 25; count++)
      await givenPerson(test.database, 'schoolOfficer', { unit, name: 'Vũ Thử' });
    const before = test.database.statements.count;
    const first = await (await browser.get('/nguoi-dung')).text();
    expect(test.database.statements.count - before).toBeLessThanOrEqual(6);
    const order = ['Ân Văn Đạt', 'Dương Văn Ân', 'Đỗ Thị Ánh'].map((name) => first.indexOf(name));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    expect(first).toContain('29 người dùng');
    expect(await (await browser.get('/nguoi-dung?trang=99')).text()).toContain('Vũ Thử');
    const found = await (await browser.get('/nguoi-dung?tim=do+thi+anh')).text();
    expect(found).toContain('Đỗ Thị Ánh');
    expect(found).toContain('1 người dùng');
    expect(await (await browser.get('/nguoi-dung?tim=%25')).text()).toContain('Không có người dùng nào khớp');
  });

  it('is for administrators alone', async () => {
    const officer = testBrowser(test.application);
    await officer.signIn((await givenPerson(test.database, 'planningOfficer', { unit })).username);
    const paths = ['/nguoi-dung', '/nguoi-dung/moi', `/nguoi-dung/${administrator.personId}`];
    for (const path of paths) expect((await officer.get(path)).status, path).toBe(403);
    for (const deed of ['', '/mat-khau', '/khoa', '/mo'])
      expect((await officer.post(`/nguoi-dung/${administrator.personId}${deed}`)).status, deed).toBe(403);
  });
});

describe('a person of another unit', () => {
  it('is not there, exactly like one who does not exist, also for the province above', async () => {
    const province = await givenUnit(test.database, { level: 'province', provinceCode: '20' });
    const above = await givenPerson(test.database, 'administrator', { unit: province });
    const stranger = await givenPerson(test.database, 'healthOfficer');
    const nobody = '01920000-0000-7000-8000-000000000001';
    const upper = testBrowser(test.application);
    await upper.signIn(above.username);
    for (const someone of [browser, upper])
      for (const deed of ['', '/mat-khau', '/khoa', '/mo']) {
        const answers = [];
        for (const id of [stranger.personId, nobody, 'khong-phai-ma']) {
          const response = await someone.post(`/nguoi-dung/${id}${deed}`, rolesForm(administrator));
          answers.push(`${response.status} ${await response.text()}`);
        }
        expect(new Set(answers)).toEqual(new Set(['404 page.not-found']));
      }
    expect((await browser.get(`/nguoi-dung/${stranger.personId}`)).status).toBe(404);
    expect(await (await upper.get('/nguoi-dung')).text()).not.toContain(stranger.personId);
    expect(await deedsOf(stranger.personId)).toEqual(['createPerson']);
  });
});

describe('changing a person', () => {
  it('takes effect at the next request, and writes down which fields changed', async () => {
    const person = await givenPerson(test.database, 'healthOfficer', { unit });
    const theirs = testBrowser(test.application);
    await theirs.signIn(person.username);
    const culture = await organisationOf('culture_society');
    const form = rolesForm(person, {
      ho_ten: 'Trần Thị Mới',
      to_chuc_2: culture,
      vai_tro_2: 'administrator',
    });
    const response = await browser.post(`/nguoi-dung/${person.personId}`, form);
    expect(response.headers.get('location')).toBe(`/nguoi-dung/${person.personId}?da=luu`);
    expect((await theirs.get('/nguoi-dung')).status).toBe(200);
    const page = await (await browser.get(`/nguoi-dung/${person.personId}?da=luu`)).text();
    expect(page).toContain('Đã lưu thay đổi.');
    expect(page).toContain('value="Trần Thị Mới"');
    expect(await (await browser.get('/nguoi-dung?tim=tran thi moi')).text()).toContain('1 người dùng');
    await browser.post(`/nguoi-dung/${person.personId}`, form);
    expect(await deedsOf(person.personId)).toEqual(['createPerson', 'signIn', 'changePerson']);
    const entries = (await everything('audit_entry')) as unknown as { deed: string; fields: string[] }[];
    expect(entries.findLast(({ deed }) => deed === 'changePerson')!.fields).toEqual(['name', 'memberships']);
  });

  it('never leaves a unit without an administrator', async () => {
    const form = rolesForm(administrator, { vai_tro_1: 'healthOfficer' });
    const refused = await browser.post(`/nguoi-dung/${administrator.personId}`, form);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Đơn vị phải còn ít nhất một quản trị viên');
    await givenPerson(test.database, 'administrator', { unit });
    expect((await browser.post(`/nguoi-dung/${administrator.personId}`, form)).status).toBe(303);
  });

  it('gives a new one-time password, ends the sessions and lifts the lock', async () => {
    const person = await givenPerson(test.database, 'healthOfficer', { unit });
    const theirs = testBrowser(test.application);
    await theirs.signIn(person.username);
    for (let attempt = 1; attempt <= 5; attempt++)
      await testBrowser(test.application).signIn(person.username, 'sai');
    const reset = await browser.post(`/nguoi-dung/${person.personId}/mat-khau`);
    const password = oneTimePasswordIn(await reset.text());
    expect((await theirs.get('/tai-khoan')).headers.get('location')).toContain('/dang-nhap');
    expect((await theirs.signIn(person.username, password)).headers.get('location')).toBe('/doi-mat-khau');
    expect((await browser.post(`/nguoi-dung/${administrator.personId}/mat-khau`)).status).toBe(409);
  });
});

describe('disabling a person', () => {
  it('ends their sessions and refuses their password like a wrong one, until they are enabled again', async () => {
    const person = await givenPerson(test.database, 'healthOfficer', { unit });
    const theirs = testBrowser(test.application);
    await theirs.signIn(person.username);
    const response = await browser.post(`/nguoi-dung/${person.personId}/khoa`);
    expect(response.headers.get('location')).toBe(`/nguoi-dung/${person.personId}?da=khoa`);
    expect((await theirs.get('/tai-khoan')).status).toBe(303);
    const refused = await theirs.signIn(person.username);
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain('Tên đăng nhập hoặc mật khẩu không đúng.');
    const sessions = (await everything('identity.session')) as unknown as { userId: string }[];
    expect(sessions.filter(({ userId }) => userId === person.userId)).toEqual([]);
    await browser.post(`/nguoi-dung/${person.personId}/mo`);
    expect((await theirs.signIn(person.username)).status).toBe(303);
    expect(await deedsOf(person.personId)).toEqual([
      'createPerson',
      'signIn',
      'disablePerson',
      'signInFailed',
      'enablePerson',
      'signIn',
    ]);
  });

  it('is nothing one does to oneself', async () => {
    const response = await browser.post(`/nguoi-dung/${administrator.personId}/khoa`);
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('Không thể tự khóa');
  });

  it('leaves one of two administrators who disable each other at the same time', async () => {
    const second = await givenPerson(test.database, 'administrator', { unit });
    const theirs = testBrowser(test.application);
    await theirs.signIn(second.username);
    await Promise.all([
      browser.post(`/nguoi-dung/${second.personId}/khoa`),
      theirs.post(`/nguoi-dung/${administrator.personId}/khoa`),
    ]);
    const people = (await everything('person')) as unknown as { unit_id: string; disabled_at: Date | null }[];
    const ours = people.filter(({ unit_id }) => unit_id === unit.id);
    expect(ours.map(({ disabled_at }) => disabled_at === null).sort()).toEqual([false, true]);
  });
});

it('the chain of the audit holds after all of this', async () => {
  const { broken, entries } = await verifyAudit(test.database);
  expect(broken).toEqual([]);
  expect(entries).toBeGreaterThan(50);
});
