import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  sendForm,
  signedIn,
  startWholeApplication,
  type WholeApplication,
} from '../../../test/support/whole-application.ts';
import { verifyAudit } from '../audit/index.ts';
import { loadDemo } from './index.ts';

let whole: WholeApplication;
beforeAll(async () => {
  whole = await startWholeApplication();
  await loadDemo(whole.dependencies);
});
afterAll(() => whole.drop());

/** Every row of every table of the sample; only the salted password differs from load to load. */
async function contentHash({ connectionString }: WholeApplication): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`select set_config('mang_non.everywhere', 'on', false)`);
  const hash = createHash('sha256');
  for (const table of [
    'unit',
    'organisation',
    'person',
    'membership',
    'cycle',
    'cycle_criterion',
    'figure',
    'figure_change',
    'criterion_event',
    'cycle_summary',
    'audit_entry',
  ]) {
    const { rows } = await client.query(`select t::text as row from ${table} t order by 1`);
    for (const { row } of rows) hash.update(row);
  }
  await client.end();
  return hash.digest('hex');
}

describe('the sample', () => {
  test('is the same in every database that it is loaded into', async () => {
    const other = await startWholeApplication();
    await loadDemo(other.dependencies);
    expect(await contentHash(other)).toBe(await contentHash(whole));
    await other.drop();
  });

  test('loaded again only tells its accounts', async () => {
    const before = await contentHash(whole);
    const { accounts, password } = await loadDemo(whole.dependencies);
    expect(accounts.length).toBeGreaterThanOrEqual(12);
    expect(password.length).toBeGreaterThanOrEqual(10);
    expect(await contentHash(whole)).toBe(before);
  });

  test('lets every account in that it tells, to the page where its work begins', async () => {
    const { accounts, password } = await loadDemo(whole.dependencies);
    for (const { username } of accounts) {
      const cookie = await signedIn(whole.application, username, password);
      const home = await whole.application.request('/', { headers: { cookie } });
      const page = await whole.application.request(home.headers.get('location')!, { headers: { cookie } });
      expect([username, page.status]).toEqual([username, 200]);
      expect(await page.text()).toMatch(/mô phỏng/);
    }
  });

  test('tells its accounts on a page, as long as nothing real is there', async () => {
    const page = await (await whole.application.request('/du-lieu-mau')).text();
    expect(page).toContain('congan.luongvantri');
    expect(await (await whole.application.request('/dang-nhap')).text()).toContain('/du-lieu-mau');
  });

  test('leaves an audit that verifies', async () => {
    expect(await verifyAudit(whole.database)).toMatchObject({ units: 66, broken: [] });
  });

  test('is refused where a real unit works', async () => {
    const real = await startWholeApplication();
    await sendForm(real.application, '/cai-dat', {
      don_vi: '05983',
      loai_vung: 'other',
      can_cu: 'Quyết định thử nghiệm',
      ho_ten: 'Người Thử',
      ten_dang_nhap: 'nguoi.thu',
      mat_khau: 'mot cau de nho',
      nhap_lai: 'mot cau de nho',
    });
    await expect(loadDemo(real.dependencies)).rejects.toMatchObject({ code: 'demo.real-unit' });
    expect((await real.application.request('/du-lieu-mau')).status).toBe(404);
    await real.drop();
  });
});

describe('the overview of the province', () => {
  const appraiser = async () => {
    const { password } = await loadDemo(whole.dependencies);
    return signedIn(whole.application, 'thamdinh.langson', password);
  };

  test('shows 65 units on two pages with a link to each, in at most six statements', async () => {
    const cookie = await appraiser();
    const before = whole.database.statements.count;
    const first = await whole.application.request('/toan-tinh?nam=2026', { headers: { cookie } });
    expect(whole.database.statements.count - before).toBeLessThanOrEqual(6);
    const links = async (answer: Response) =>
      [...(await answer.text()).matchAll(/\/don-vi\/(\d{5})\/tu-danh-gia\/2026/g)].map(([, code]) => code);
    const second = await whole.application.request('/toan-tinh?nam=2026&trang=2', { headers: { cookie } });
    const codes = [...(await links(first)), ...(await links(second))];
    expect(codes).toHaveLength(65);
    expect(new Set(codes).size).toBe(65);
  });

  test('names a disqualifying zero in words, at the cell and at the verdict', async () => {
    const cookie = await appraiser();
    const page = await (
      await whole.application.request('/toan-tinh?nam=2026&loc=disqualified', { headers: { cookie } })
    ).text();
    expect(page).toContain('điểm liệt)');
    expect(page).toContain('Điểm liệt: 5');
  });

  test('does not exist for people of a ward', async () => {
    const { password } = await loadDemo(whole.dependencies);
    const cookie = await signedIn(whole.application, 'lanhdao.luongvantri', password);
    const answer = await whole.application.request('/toan-tinh', { headers: { cookie } });
    expect(answer.status).toBe(404);
  });
});
