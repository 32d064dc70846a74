import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../../../test/support/application.ts';
import { type TestBrowser, testBrowser } from '../../../test/support/browser.ts';
import { givenPerson, TEST_PASSWORD } from '../../../test/support/builders.ts';
import { type SystemActor, sqlBuilder, withReadScope } from '../../platform/database/index.ts';
import { tokenOfCookie } from '../../platform/identity/index.ts';
import { verifyAudit } from '../audit/index.ts';

const reader: SystemActor = { kind: 'system', purpose: 'test' };

let test: TestApplication;
let browser: TestBrowser;
beforeAll(async () => {
  test = await startTestApplication();
});
afterAll(() => test.drop());
beforeEach(() => {
  browser = testBrowser(test.application);
});

const signedIn = async (response: Promise<Response>) => (await response).status === 303;
const isSignedIn = async (someone: TestBrowser) => (await someone.get('/tai-khoan')).status === 200;
const deedsOf = (id: string) =>
  withReadScope(test.database, reader, async (scope) =>
    (
      await scope.rows(
        sqlBuilder.selectFrom('audit_entry').select('deed').where('object_id', '=', id).orderBy('sequence'),
      )
    ).map(({ deed }) => deed),
  );

describe('signing in', () => {
  it('opens a session that lasts while the browser is open, and is written down', async () => {
    const person = await givenPerson(test.database, 'healthOfficer');
    const response = await browser.signIn(person.username.toUpperCase());
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/');
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toMatch(/Max-Age|Expires/i);
    const page = await browser.get('/tai-khoan');
    expect(await page.text()).toContain('Chrome trên Windows');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await deedsOf(person.personId)).toEqual(['createPerson', 'signIn']);
    expect((await verifyAudit(test.database)).broken).toEqual([]);
  });

  it('signs the cookie as the program checks it, and no other signature passes', async () => {
    const person = await givenPerson(test.database, 'healthOfficer');
    await browser.signIn(person.username);
    const cookie = decodeURIComponent(browser.cookies.get(test.identity.cookieName)!);
    const token = tokenOfCookie(cookie, test.identity.secret);
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(tokenOfCookie(cookie, 'another secret')).toBeNull();
    browser.cookies.set(test.identity.cookieName, encodeURIComponent(cookie.replace(token!, `${token}x`)));
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('costs a page one statement to know who asks', async () => {
    const person = await givenPerson(test.database, 'healthOfficer');
    await browser.signIn(person.username);
    const before = test.database.statements.count;
    await browser.get('/nguoi-dung');
    expect(test.database.statements.count - before).toBe(1);
  });

  it('leads back to where the person wanted to go, on this site only', async () => {
    const person = await givenPerson(test.database, 'healthOfficer');
    const asked = await browser.get('/nguoi-dung?trang=2');
    expect(asked.status).toBe(303);
    expect(asked.headers.get('location')).toBe('/dang-nhap?tiep=%2Fnguoi-dung%3Ftrang%3D2');
    const form = { ten_dang_nhap: person.username, mat_khau: TEST_PASSWORD };
    const back = await browser.post('/dang-nhap', { ...form, tiep: '/nguoi-dung?trang=2' });
    expect(back.headers.get('location')).toBe('/nguoi-dung?trang=2');
    const away = await browser.post('/dang-nhap', { ...form, tiep: '//x.vn/' });
    expect(away.headers.get('location')).toBe('/');
  });

  it('says the same of a wrong password and of a name that nobody has, and keeps the name typed', async () => {
    const person = await givenPerson(test.database, 'healthOfficer', { username: 'hoa.nguyen' });
    const wrong = await browser.signIn('hoa.nguyen', 'sai mat khau');
    const unknown = await browser.signIn('hoa.nguyem', 'sai mat khau');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const text = await wrong.text();
    expect(text).toContain('Tên đăng nhập hoặc mật khẩu không đúng.');
    expect(text).not.toContain('sai mat khau');
    expect(text.replaceAll('hoa.nguyen', 'hoa.nguyem')).toBe(await unknown.text());
    expect(await deedsOf(person.personId)).toEqual(['createPerson', 'signInFailed']);
  });

  it('asks for what is missing, with the same words above and at the field', async () => {
    const response = await browser.post('/dang-nhap', { ten_dang_nhap: 'hoa' });
    expect(response.status).toBe(422);
    expect((await response.text()).split('Nhập mật khẩu.').length).toBe(3);
  });

  it('refuses a form that cannot be read', async () => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
    const response = await test.application.request('/dang-nhap', { method: 'POST', body: '…', headers });
    expect([response.status, await response.text()]).toEqual([400, 'request.unreadable-form']);
  });
});

describe('guessing', () => {
  it('is over after five failures, for 15 minutes, whether or not anybody has the name', async () => {
    const person = await givenPerson(test.database, 'policeOfficer');
    for (const name of [person.username, 'khong.co.ai']) {
      for (let attempt = 1; attempt <= 4; attempt++)
        expect((await browser.signIn(name, 'sai')).status).toBe(401);
      const fifth = await browser.signIn(name, 'sai');
      expect(fifth.status).toBe(429);
      expect(await fifth.text()).toContain('thử lại sau 15 phút');
    }
    test.clock.pass({ minutes: 14, seconds: 1 });
    const locked = await browser.signIn(person.username);
    expect(locked.status).toBe(429);
    expect(await locked.text()).toContain('thử lại sau 1 phút');
    test.clock.pass({ seconds: 59 });
    expect(await signedIn(browser.signIn(person.username))).toBe(true);
  });

  it('starts from nothing again after a success', async () => {
    const person = await givenPerson(test.database, 'policeOfficer');
    for (let round = 0; round < 3; round++) {
      for (let attempt = 1; attempt <= 4; attempt++) await browser.signIn(person.username, 'sai');
      expect(await signedIn(browser.signIn(person.username))).toBe(true);
    }
  });

  it('with twenty attempts at once gets five answers and no session', async () => {
    const person = await givenPerson(test.database, 'policeOfficer');
    const attempts = Array.from({ length: 20 }, () =>
      testBrowser(test.application).signIn(person.username, 'sai'),
    );
    const statuses = (await Promise.all(attempts)).map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(4).fill(401), ...Array(16).fill(429)]);
    const failed = (await deedsOf(person.personId)).filter((deed) => deed === 'signInFailed');
    expect(failed.length).toBe(5);
    expect((await browser.signIn(person.username)).status).toBe(429);
  });

  it('does not stand in the way of twenty people at once with the right password', async () => {
    const person = await givenPerson(test.database, 'policeOfficer');
    const attempts = Array.from({ length: 20 }, () => testBrowser(test.application).signIn(person.username));
    expect((await Promise.all(attempts)).every(({ status }) => status === 303)).toBe(true);
  });
});

describe('a session', () => {
  it('ends after 30 minutes without a request, and goes on with one', async () => {
    const person = await givenPerson(test.database, 'youthOfficer');
    await browser.signIn(person.username);
    for (let hour = 0; hour < 4; hour++) {
      test.clock.pass({ minutes: 29 });
      expect(await isSignedIn(browser)).toBe(true);
    }
    test.clock.pass({ minutes: 30 });
    expect(await isSignedIn(browser)).toBe(false);
    const form = await browser.post('/nguoi-dung/moi', { ho_ten: 'Người Thử' });
    expect(form.headers.get('location')).toBe('/dang-nhap?het_phien=1');
    expect(await (await browser.get('/dang-nhap?het_phien=1')).text()).toContain('chưa được lưu');
  });

  it('ends when the person signs out, and the others go on', async () => {
    const person = await givenPerson(test.database, 'youthOfficer');
    const other = testBrowser(test.application);
    await browser.signIn(person.username);
    await other.signIn(person.username);
    const stolen = new Map(browser.cookies);
    const response = await browser.post('/dang-xuat');
    expect(response.headers.get('location')).toBe('/dang-nhap?da_dang_xuat=1');
    expect(browser.cookies.has(test.identity.cookieName)).toBe(false);
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    expect(await isSignedIn(browser)).toBe(false);
    expect(await isSignedIn(other)).toBe(true);
  });

  it('ends everywhere at once when the person says so', async () => {
    const person = await givenPerson(test.database, 'youthOfficer');
    const browsers = [browser, testBrowser(test.application), testBrowser(test.application)];
    for (const one of browsers) await one.signIn(person.username);
    await browser.post('/dang-xuat-moi-noi');
    for (const one of browsers) expect(await isSignedIn(one)).toBe(false);
    expect((await deedsOf(person.personId)).at(-1)).toBe('signOutEverywhere');
  });
});

describe('the language of the screen', () => {
  it('is remembered, and the switch comes back to the page', async () => {
    const response = await browser.post('/ngon-ngu', { ngon_ngu: 'en', tro_ve: '/dang-nhap' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/dang-nhap']);
    expect(await (await browser.get('/dang-nhap')).text()).toContain('Sign in');
    const away = await browser.post('/ngon-ngu', { ngon_ngu: 'vi', tro_ve: 'https://x.vn/' });
    expect(away.headers.get('location')).toBe('/');
  });
});
