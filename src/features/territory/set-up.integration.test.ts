import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  sendForm,
  signedIn,
  startWholeApplication,
  type WholeApplication,
} from '../../../test/support/whole-application.ts';
import { sqlBuilder, withReadScope } from '../../platform/database/index.ts';
import { verifyAudit } from '../audit/index.ts';
import { seedReference } from './index.ts';

const LUONG_VAN_TRI = '05983';
const form = {
  don_vi: LUONG_VAN_TRI,
  loai_vung: 'other',
  can_cu: 'Quyết định thử nghiệm số 1/QĐ-TEST',
  ho_ten: 'Người Thử',
  ten_dang_nhap: 'nguoi.thu',
  mat_khau: 'mot cau de nho',
  nhap_lai: 'mot cau de nho',
};

let whole: WholeApplication;
beforeEach(async () => {
  whole = await startWholeApplication();
});
afterEach(() => whole.drop());

const search = async (query: string) =>
  (await (await whole.application.request(`/cai-dat/don-vi?q=${encodeURIComponent(query)}`)).json()) as {
    code: string;
    name: string;
    province: string;
  }[];
const count = (table: 'unit' | 'person' | 'organisation') =>
  withReadScope(
    whole.database,
    { kind: 'system', purpose: 'test' },
    async (scope) => (await scope.rows(sqlBuilder.selectFrom(table).select('unit_id'))).length,
  );

describe('choosing the unit', () => {
  test('finds Phường Lương Văn Tri, Lạng Sơn, typed without tones', async () => {
    expect((await search('luong van tri'))[0]).toEqual({
      code: LUONG_VAN_TRI,
      name: 'Phường Lương Văn Tri',
      province: 'Tỉnh Lạng Sơn',
    });
    expect((await search('p luong van tri lang son'))[0]?.code).toBe(LUONG_VAN_TRI);
  });

  test('never answers with more than twenty, and takes what means something to SQL as text', async () => {
    expect(await search('xa')).toHaveLength(20);
    expect(await search("%' or 1=1 --")).toEqual([]);
    expect(await search('  ')).toEqual([]);
  });

  test('works without a script: the same search as a page with one button for each result', async () => {
    const page = await (await whole.application.request('/cai-dat?q=tam+thanh')).text();
    expect(page).toContain('Phường Tam Thanh');
    expect(page).toMatch(/type="radio"[^>]*value="05986"/);
  });
});

describe('the set-up', () => {
  test('creates the unit, its organisations and the first administrator, who can then sign in', async () => {
    const answer = await sendForm(whole.application, '/cai-dat', form);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/dang-nhap']);
    expect(await count('organisation')).toBeGreaterThan(10);
    const cookie = await signedIn(whole.application, 'nguoi.thu', form.mat_khau);
    const people = await whole.application.request('/nguoi-dung', { headers: { cookie } });
    expect(people.status).toBe(200);
    const home = await whole.application.request('/', { headers: { cookie } });
    expect(home.headers.get('location')).toBe(`/don-vi/${LUONG_VAN_TRI}/tu-danh-gia/2026`);
    expect((await verifyAudit(whole.database)).broken).toEqual([]);
  });

  test('is gone once it is done', async () => {
    await sendForm(whole.application, '/cai-dat', form);
    expect((await whole.application.request('/cai-dat')).status).toBe(404);
    expect((await whole.application.request('/cai-dat/don-vi?q=tam')).status).toBe(404);
    expect((await sendForm(whole.application, '/cai-dat', form)).status).toBe(404);
    expect((await sendForm(whole.application, '/cai-dat/du-lieu-mau', {})).status).toBe(404);
  });

  test('done twice at once is done once', async () => {
    const answers = await Promise.all([
      sendForm(whole.application, '/cai-dat', form),
      sendForm(whole.application, '/cai-dat', { ...form, don_vi: '05986', ten_dang_nhap: 'nguoi.khac' }),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(303);
    expect(statuses[1]).toBeGreaterThanOrEqual(400);
    expect(await count('unit')).toBe(1);
    expect(await count('person')).toBe(1);
  });

  test('names every fault at its field and loses nothing but the passwords', async () => {
    const answer = await sendForm(whole.application, '/cai-dat', {
      ...form,
      loai_vung: '',
      can_cu: ' ',
      ten_dang_nhap: 'có dấu',
      nhap_lai: 'khac',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const field of ['loai_vung', 'can_cu', 'ten_dang_nhap', 'nhap_lai'])
      expect(page).toContain(`href="#${field}"`);
    expect(page).toContain('value="có dấu"');
    expect(page).not.toContain(form.mat_khau);
    expect(await count('unit')).toBe(0);
  });

  test('chooses no class by itself', async () => {
    const page = await (await whole.application.request(`/cai-dat?don_vi=${LUONG_VAN_TRI}`)).text();
    expect(page).toContain('Phường Lương Văn Tri');
    expect(page).not.toMatch(/type="radio"[^>]* checked/);
  });
});

test('where other machines reach the server, only who sees its console sets it up', async () => {
  const open = await startWholeApplication({ setUpCode: 'cfhj234567' });
  expect(await (await open.application.request('/cai-dat')).text()).toContain('ma_thiet_lap');
  expect((await sendForm(open.application, '/cai-dat', { ...form, ma_thiet_lap: 'sai' })).status).toBe(422);
  expect((await sendForm(open.application, '/cai-dat/du-lieu-mau', {})).status).toBe(403);
  expect(
    (await sendForm(open.application, '/cai-dat', { ...form, ma_thiet_lap: ' CFHJ234567 ' })).status,
  ).toBe(303);
  await open.drop();
});

test('the reference tables hold 34 provinces and 3,321 units and are written once', async () => {
  const { provinces, units } = await withReadScope(
    whole.database,
    { kind: 'system', purpose: 'test' },
    async (scope) => ({
      provinces: await scope.rows(sqlBuilder.selectFrom('province').select('code')),
      units: await scope.rows(sqlBuilder.selectFrom('administrative_unit').select('code')),
    }),
  );
  expect([provinces.length, units.length]).toEqual([34, 3321]);
  expect(await seedReference(whole.connectionString)).toBe(false);
});
