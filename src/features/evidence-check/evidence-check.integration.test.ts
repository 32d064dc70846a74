import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import { givenEvidence } from '../../../test/support/given-evidence.ts';
import { memoryFileStore } from '../../../test/support/memory-file-store.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { assessmentContext, entered, givenCycle, givenWard, type Ward } from '../../../test/support/ward.ts';
import type { PersonActor } from '../../platform/database/index.ts';
import { saveFigures } from '../assessment/commands/save-figures.ts';
import { assessmentRoutes } from '../assessment/index.ts';
import { evidenceCheckRoutes, evidenceOnPages, FoundFigures } from './index.ts';

let test_: TestDatabase;
let ward: Ward;
let routesFor: (actor: PersonActor) => {
  check: ReturnType<typeof actingAs>;
  assessment: ReturnType<typeof actingAs>;
};
const found = new FoundFigures();

beforeAll(async () => {
  test_ = await createTestDatabase();
  ward = await givenWard(test_.database, { code: '94001', name: 'Kiểm Tra' });
  await givenCycle(test_.database, ward);
  const context = await assessmentContext(test_.database);
  await saveFigures(
    context,
    ward.people.health_station,
    { unitCode: ward.code, year: 2026, number: 7 },
    () => [entered('under1_total', 212), entered('under1_fully_immunised', 203)],
  );
  await saveFigures(context, ward.people.police, { unitCode: ward.code, year: 2026, number: 3 }, () => [
    entered('children_abused', 2),
  ]);
  const files = memoryFileStore();
  const give = (over: Parameters<typeof givenEvidence>[3]) =>
    givenEvidence(test_.database, files, ward, over);
  await give({ content: 'Tổng số trẻ em dưới 1 tuổi: 212\nTiêm chủng đầy đủ: 203' });
  await give({
    title: 'Sổ theo dõi dinh dưỡng',
    documentType: 'Sổ',
    uses: ['2026 8.1'],
    content: 'Tổng hợp\nSố trẻ em dưới 5 tuổi được cân đo: 9',
  });
  await give({ title: 'Báo cáo phổ cập', number: null, symbol: null, uses: ['2026 10.1', '2025 10.1'] });
  await give({
    title: 'Hồ sơ vụ việc mật',
    confidentiality: 'restricted',
    keptBy: 'police',
    uses: ['2026 3.1'],
    content: 'Số trẻ em bị xâm hại trong kỳ: 3',
  });
  await give({ title: 'Báo cáo đã rút', withdrawn: true, uses: ['2026 9.1'] });
  const dependencies = { ...context, assets: testAssets };
  routesFor = (actor) => ({
    check: actingAs(
      evidenceCheckRoutes({ ...dependencies, foundFigures: found, archiveOf: () => null }),
      actor,
    ),
    assessment: actingAs(
      assessmentRoutes({ ...dependencies, evidence: evidenceOnPages(found, context.clock) }),
      actor,
    ),
  });
});
afterAll(() => test_.drop());

const path = '/don-vi/94001/minh-chung/kiem-tra';
const page = async (actor: PersonActor, query = '?nam=2026') =>
  (await routesFor(actor).check.get(`${path}${query}`)).text();
/** The words of a page, without its tags. */
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const planner = () => ward.people.culture_society;

describe('the check before handing in', () => {
  test('counts the indicators that are enough, weak and missing', async () => {
    expect(words(await page(planner()))).toContain(
      '2 chỉ tiêu đủ, 2 chỉ tiêu yếu, 20 chỉ tiêu thiếu minh chứng.',
    );
  });

  test('says why, and what to do', async () => {
    const text = words(await page(planner()));
    expect(text).toContain('Số trong tệp khớp số đã nhập: Tổng số trẻ em dưới 1 tuổi.');
    expect(text).toContain('Văn bản hành chính thiếu số, ký hiệu. Ghi số, ký hiệu như trên văn bản');
    expect(text).toContain('Minh chứng đã được rút khỏi kho.');
    expect(text).toContain('Chưa gắn minh chứng nào. Tải lên hoặc chọn từ kho minh chứng.');
  });

  test('leads to the library to choose for the very indicator', async () => {
    const choose = 'href="/don-vi/94001/minh-chung?chi_tieu=5.1&amp;cho_nam=2026">Chọn từ kho minh chứng';
    expect(await page(planner())).toContain(choose);
  });

  test('is come back to at the very indicator', async () => {
    expect(await page(planner())).toContain('<section id="chi-tieu-7.1">');
  });

  test('shows one kind alone', async () => {
    const weak = words(await page(planner(), '?nam=2026&loc=yeu'));
    expect(weak).toContain('10.1');
    expect(weak).toContain('3.1');
    expect(weak).not.toContain('7.1 Tỷ lệ');
    expect(words(await page(planner(), '?nam=2026&loc=gi-do'))).toContain('7.1 Tỷ lệ');
  });

  test('shows an owner the criteria of the own organisation', async () => {
    const text = words(await page(ward.people.health_station));
    expect(text).toContain('7.1');
    expect(text).not.toContain('10.1');
    expect(text).not.toContain('Hồ sơ vụ việc mật');
  });

  test('does not name what is restricted to who may not see it', async () => {
    const overseer = words(await page(ward.people.fatherland_front));
    expect(overseer).toContain('Minh chứng hạn chế, bạn không xem được');
    expect(overseer).not.toContain('Hồ sơ vụ việc mật');
    expect(words(await page(planner()))).toContain('Hồ sơ vụ việc mật');
  });

  test('does not tell what is written in a restricted file to who may not see it', async () => {
    const inFile = 'tệp ghi 3';
    expect(words(await page(planner()))).toContain(inFile);
    expect(words(await page(ward.people.fatherland_front))).not.toContain(inFile);
    const criterion = '/don-vi/94001/tu-danh-gia/2026/tieu-chi/3';
    const pane = async (actor: PersonActor) =>
      words(await (await routesFor(actor).assessment.get(criterion)).text());
    expect(await pane(planner())).toContain('Yếu: ');
    expect(await pane(ward.people.fatherland_front)).not.toContain('Yếu: ');
  });

  test('says that a year is not open', async () => {
    expect(words(await page(planner(), '?nam=2031'))).toContain('Năm 2031 chưa mở kỳ tự đánh giá');
  });

  test('is not known to other units', async () => {
    const other = await givenWard(test_.database, { code: '94002', name: 'Khác' });
    expect((await routesFor(other.people.culture_society).check.get(path)).status).toBe(404);
  });

  test('takes five statements: the transaction, the cycle and its evidence; texts read before are not read again', async () => {
    const { check } = routesFor(planner());
    await check.get(`${path}?nam=2026`);
    const before = test_.database.statements.count;
    await check.get(`${path}?nam=2026`);
    expect(test_.database.statements.count - before).toBe(5);
  });

  test.each(['pdf', 'docx'])('is taken along as %s', async (format) => {
    const answer = await routesFor(planner()).check.get(`${path}.${format}?nam=2026`);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="kiem-tra-minh-chung-94001-2026.${format}"`,
    );
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(5_000);
  });
});

describe('the pages of the self-assessment', () => {
  const criterionPage = async (number: number, actor = planner()) =>
    (await routesFor(actor).assessment.get(`/don-vi/94001/tu-danh-gia/2026/tieu-chi/${number}`)).text();
  const criterion = async (number: number, actor = planner()) => words(await criterionPage(number, actor));

  test('show the evidence of a criterion with its state', async () => {
    const text = await criterion(7);
    expect(text).toContain('Báo cáo tiêm chủng mở rộng');
    expect(text).toContain('Số 41/BC-TYT ngày 02/10/2026 · 3 trang');
    expect(await criterion(10)).toContain('Yếu: thiếu số, ký hiệu');
  });

  test('lead to the library to choose for the very indicator', async () => {
    expect(await criterionPage(7)).toContain('href="/don-vi/94001/minh-chung?chi_tieu=7.1&amp;cho_nam=2026"');
  });

  test('offer who only reads no way to add evidence', async () => {
    const { memberships, ...person } = planner();
    const reader = {
      ...person,
      memberships: memberships.map((one) => ({ ...one, role: 'overseer' as const })),
    };
    expect(await criterionPage(7, reader)).toContain('Báo cáo tiêm chủng mở rộng');
    expect(await criterionPage(7, reader)).not.toMatch(/minh-chung(\/them|\?chi_tieu)/);
  });

  test('warn the owner of missing evidence, and let the criterion be handed in', async () => {
    const owner = ward.people.health_station;
    const { assessment } = routesFor(owner);
    expect(await criterion(9, owner)).toContain('Còn thiếu minh chứng của chỉ tiêu 9.1');
    expect(await criterion(7, owner)).not.toContain('Còn thiếu minh chứng');
    const answer = await assessment.post('/don-vi/94001/tu-danh-gia/2026/tieu-chi/9/nop', {
      children_checked: '100',
      children_total: '4218',
    });
    expect(words(await answer.text())).toContain('Đã nộp tiêu chí.');
  });

  test('tell on the home of the cycle for how many indicators the evidence is enough', async () => {
    const home = await (await routesFor(planner()).assessment.get('/don-vi/94001/tu-danh-gia/2026')).text();
    const cells = [...home.matchAll(/data-label="Minh chứng">([^<]+)</g)].map(([, text]) => text);
    expect(cells).toHaveLength(13);
    expect(cells.slice(6, 8)).toEqual(['1/1', '1/2']);
  });
});
