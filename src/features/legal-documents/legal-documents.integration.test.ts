import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication, testAssets } from '../../../test/support/application.ts';
import { type TestBrowser, testBrowser } from '../../../test/support/browser.ts';
import { givenPerson, givenUnit } from '../../../test/support/builders.ts';
import { findCitations, warningsOf } from '../../domain/legal/index.ts';
import {
  type ActorUnit,
  type SystemActor,
  sqlBuilder,
  withReadScope,
} from '../../platform/database/index.ts';
import { legalDocumentsRoutes, registryOf } from './index.ts';

const reader: SystemActor = { kind: 'system', purpose: 'test' };

let test: TestApplication;
let unit: ActorUnit;
let planner: TestBrowser;

beforeAll(async () => {
  test = await startTestApplication();
  const { database, clock, application } = test;
  application.route('/', legalDocumentsRoutes({ database, clock, assets: testAssets }));
});
afterAll(() => test.drop());
beforeEach(async () => {
  unit = await givenUnit(test.database);
  planner = await signedIn('planningOfficer', unit);
});

async function signedIn(role: Parameters<typeof givenPerson>[1], of: ActorUnit): Promise<TestBrowser> {
  const person = await givenPerson(test.database, role, { unit: of });
  const browser = testBrowser(test.application);
  await browser.signIn(person.username);
  return browser;
}

const plan = {
  loai: 'Kế hoạch',
  so: '77/KH-UBND',
  ngay: '02/02/2026',
  co_quan: 'Ủy ban nhân dân tỉnh Mẫu',
  trich_yeu: 'về công tác trẻ em năm 2026',
  hieu_luc_tu: '',
  hieu_luc_den: '31/12/2026',
  thay_the: '',
};
const stored = () =>
  withReadScope(test.database, reader, (scope) =>
    scope.rows(sqlBuilder.selectFrom('legal_document').where('unit_id', '=', unit.id).selectAll()),
  );
const deeds = async () =>
  (
    await withReadScope(test.database, reader, (scope) =>
      scope.rows(
        sqlBuilder.selectFrom('audit_entry').where('unit_id', '=', unit.id).select(['deed', 'fields']),
      ),
    )
  )
    .filter(({ deed }) => deed.includes('LegalDocument'))
    .map(({ deed }) => deed);
const pageOf = async (browser: TestBrowser, path: string) => (await browser.get(path)).text();

describe('the list', () => {
  it('holds the documents of the program, found without tones, a page at a time', async () => {
    const first = await pageOf(planner, '/van-ban');
    expect(first).toContain('Có 86 văn bản.');
    expect(first).toContain('href="/van-ban?trang=2"');
    const found = await pageOf(planner, '/van-ban?tim=ngoi+nha+an+toan');
    expect(found).toContain('548/QĐ-LĐTBXH');
    expect(found).toContain('Có 1 văn bản.');
    expect(await pageOf(planner, '/van-ban?tim=13/2023')).toMatch(
      /Hết hiệu lực.*thay bằng 356\/2025\/NĐ-CP/s,
    );
    expect(await pageOf(planner, '/van-ban?tim=xyz')).toContain('Không có văn bản nào khớp với “xyz”');
    expect(await pageOf(planner, '/van-ban?trang=99')).toContain('aria-current="page"');
  });

  it('is read by everybody who works in the unit, and by no mere administrator', async () => {
    for (const role of ['healthOfficer', 'communeLeader', 'overseer', 'villageHead'] as const) {
      const browser = await signedIn(role, unit);
      expect((await browser.get('/van-ban')).status, role).toBe(200);
      expect(await pageOf(browser, '/van-ban')).not.toContain('/van-ban/moi');
      expect((await browser.get('/van-ban/moi')).status, role).toBe(403);
      expect((await browser.post('/van-ban/moi', plan)).status, role).toBe(403);
    }
    const administrator = await signedIn('administrator', unit);
    for (const path of ['/van-ban', '/van-ban/moi']) expect((await administrator.get(path)).status).toBe(404);
    expect((await administrator.post('/van-ban/moi', plan)).status).toBe(404);
    expect((await testBrowser(test.application).get('/van-ban')).headers.get('location')).toContain(
      '/dang-nhap',
    );
  });
});

describe('a document of the unit', () => {
  it('is added, corrected and removed, each deed in the audit', async () => {
    const added = await planner.post('/van-ban/moi', plan);
    expect(added.headers.get('location')).toBe('/van-ban?da=them');
    expect(await pageOf(planner, '/van-ban?da=them')).toContain('Đã thêm văn bản vào danh mục.');
    const [row] = await stored();
    const path = `/van-ban/${row!.id}`;
    expect(await pageOf(planner, '/van-ban')).toMatch(/77\/KH-UBND[\s\S]*Đơn vị bổ sung/);
    expect(await pageOf(planner, path)).toContain('value="31/12/2026"');

    await planner.post(path, { ...plan, so: '78/KH-UBND' });
    await planner.post(path, { ...plan, so: '78/KH-UBND' });
    expect((await stored())[0]).toMatchObject({ number: '78/KH-UBND', in_force_until: '2026-12-31' });
    expect((await planner.post(`${path}/xoa`)).headers.get('location')).toBe('/van-ban?da=xoa');
    expect(await stored()).toEqual([]);
    expect(await deeds()).toEqual(['addLegalDocument', 'changeLegalDocument', 'removeLegalDocument']);
  });

  it('with faults is answered with the form, everything typed still there', async () => {
    const wrong = {
      ...plan,
      loai: 'Thư tay',
      so: 'số bảy bảy',
      ngay: '31/02/2026',
      co_quan: '',
      hieu_luc_tu: '01/01/2027',
      thay_the: 'một văn bản khác',
    };
    const answer = await planner.post('/van-ban/moi', wrong);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of [
      'Chọn loại văn bản.',
      'Số và ký hiệu chưa đúng dạng',
      'Ghi cơ quan ban hành.',
      'Ghi ngày ban hành dạng ngày/tháng/năm',
      'Ngày hết hiệu lực phải sau ngày có hiệu lực.',
      'Ghi số và ký hiệu của văn bản thay thế',
      'value="số bảy bảy"',
      'value="31/02/2026"',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('stands in the list once, however its issuer is written', async () => {
    await planner.post('/van-ban/moi', plan);
    const again = await planner.post('/van-ban/moi', { ...plan, co_quan: 'UBND tỉnh Mẫu' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('đã có văn bản cùng số, ngày và cơ quan ban hành');
    expect((await planner.post('/van-ban/moi', { ...plan, so: '79/KH-UBND' })).status).toBe(303);
    const other = (await stored()).find(({ number }) => number === '79/KH-UBND')!;
    expect((await planner.post(`/van-ban/${other.id}`, plan)).status).toBe(422);
  });

  it('is nobody else’s: another unit neither sees nor changes it', async () => {
    await planner.post('/van-ban/moi', plan);
    const [row] = await stored();
    const neighbour = await signedIn('planningOfficer', await givenUnit(test.database));
    expect(await pageOf(neighbour, '/van-ban?tim=77')).not.toContain('77/KH-UBND');
    expect((await neighbour.get(`/van-ban/${row!.id}`)).status).toBe(404);
    expect((await neighbour.post(`/van-ban/${row!.id}`, plan)).status).toBe(404);
    expect((await neighbour.post(`/van-ban/${row!.id}/xoa`)).status).toBe(404);
    expect((await neighbour.get('/van-ban/khong-co')).status).toBe(404);
    expect(await stored()).toHaveLength(1);
  });

  it('is known to the registry in which citations are looked up', async () => {
    const [citation] = findCitations('Kế hoạch số 77/KH-UBND ngày 02/02/2026 của UBND tỉnh Mẫu');
    const codes = async () => {
      const registry = await withReadScope(test.database, reader, (scope) => registryOf(scope, unit.id));
      return warningsOf(citation!, registry, '2026-05-01').map(({ code }) => code);
    };
    expect(await codes()).toEqual(['unknown_document']);
    await planner.post('/van-ban/moi', plan);
    expect(await codes()).toEqual([]);
  });

  it('takes at most six statements to read and ten to save', async () => {
    const count = async (act: () => Promise<unknown>) => {
      const before = test.database.statements.count;
      await act();
      return test.database.statements.count - before;
    };
    expect(await count(() => planner.get('/van-ban'))).toBeLessThanOrEqual(6);
    expect(await count(() => planner.post('/van-ban/moi', plan))).toBeLessThanOrEqual(10);
    const [row] = await stored();
    expect(await count(() => planner.get(`/van-ban/${row!.id}`))).toBeLessThanOrEqual(6);
    expect(
      await count(() => planner.post(`/van-ban/${row!.id}`, { ...plan, ngay: '03/02/2026' })),
    ).toBeLessThanOrEqual(10);
  });
});
