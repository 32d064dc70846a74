import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import exceljs from 'exceljs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import { type GivenEvidence, givenEvidence } from '../../../test/support/given-evidence.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, testStandards, type Ward } from '../../../test/support/ward.ts';
import { type Database, type PersonActor, sqlBuilder, withReadScope } from '../../platform/database/index.ts';
import { type FileStore, openFileStore } from '../../platform/file-store/index.ts';
import { openLog } from '../../platform/log.ts';
import { appraiserOf } from '../evidence/testing/evidence.ts';
import { type EvidenceArchiveDependencies, evidenceArchiveRoutes } from './index.ts';
import { verifyFolder } from './verify/index.ts';

let test_: TestDatabase;
let folder: string;
let files: FileStore;
let dependencies: EvidenceArchiveDependencies;
let serial = 0;

beforeAll(async () => {
  test_ = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'mang-non-ho-so-'));
  files = openFileStore(join(folder, 'tep'));
  dependencies = {
    database: test_.database,
    clock: { now: () => new Date('2026-11-20T03:00:00Z') },
    standards: await testStandards(),
    assets: testAssets,
    files,
    log: openLog('silent'),
  };
});
afterAll(async () => {
  await test_.drop();
  await rm(folder, { recursive: true, force: true });
});

const newWard = () => {
  serial++;
  return givenWard(test_.database, { code: String(94_100 + serial), name: `Hồ Sơ ${serial}` });
};
const give = (ward: Ward, over: GivenEvidence) => givenEvidence(test_.database, files, ward, over);
const planner = (ward: Ward) => ward.people.culture_society;
const get = (ward: Ward, path: string, actor: PersonActor = planner(ward)) =>
  actingAs(evidenceArchiveRoutes(dependencies), actor).get(
    `/don-vi/${ward.code}/minh-chung/ho-so-nam/${path}`,
  );
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
const zip = async (ward: Ward, path = '2026.zip') => unzipSync(await bytesOf(await get(ward, path)));
const words = async (answer: Response) => (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const PAPERS = ['DANH-MUC-MINH-CHUNG.pdf', 'DANH-MUC-MINH-CHUNG.xlsx'];

/** Unpacks into a folder of its own. */
async function unpacked(entries: Record<string, Uint8Array>): Promise<string> {
  const into = await mkdtemp(join(folder, 'giai-nen-'));
  for (const [name, bytes] of Object.entries(entries)) {
    await mkdir(dirname(join(into, name)), { recursive: true });
    await writeFile(join(into, name), bytes);
  }
  return into;
}

async function sheet(entries: Record<string, Uint8Array>, name: string): Promise<string[][]> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(entries['DANH-MUC-MINH-CHUNG.xlsx'] as unknown as ArrayBuffer);
  const rows: string[][] = [];
  book.getWorksheet(name)!.eachRow((row) => {
    rows.push(Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).text));
  });
  return rows.slice(2);
}

const faces = Buffer.from('ảnh có mặt trẻ em');

describe('the file of the year', () => {
  test('stands in folders by year, criterion and indicator, and verifies itself', async () => {
    const ward = await newWard();
    await give(ward, { uses: ['2026 7.1', '2026 8.1'] });
    await give(ward, { title: 'Báo cáo của Công an', symbol: 'BC-CA', uses: ['2026 3.1'] });
    await give(ward, { title: 'Năm trước', uses: ['2025 7.1'] });
    const entries = await zip(ward);
    expect(Object.keys(entries).sort()).toEqual([
      '2026/Tieu-chi-03/3.1/01_41-BC-CA_Bao-cao-cua-Cong-an.pdf',
      '2026/Tieu-chi-07/7.1/01_41-BC-TYT_Bao-cao-tiem-chung-mo-rong.pdf',
      '2026/Tieu-chi-08/8.1/01_41-BC-TYT_Bao-cao-tiem-chung-mo-rong.pdf',
      ...PAPERS,
    ]);
    const [first] = await sheet(entries, 'Danh mục');
    expect(first?.slice(0, 10)).toEqual([
      '1',
      '2026',
      '3.1',
      'Tỷ suất trẻ em bị xâm hại',
      '41/BC-CA',
      '02/10/2026',
      'Báo cáo của Công an',
      '',
      '3',
      '2026/Tieu-chi-03/3.1/01_41-BC-CA_Bao-cao-cua-Cong-an.pdf',
    ]);
    const into = await unpacked(entries);
    expect(await verifyFolder(into)).toEqual({ unchanged: 4, changed: [], missing: [], extra: [] });
    await writeFile(join(into, first![9]!), 'đã sửa');
    expect(await verifyFolder(into)).toMatchObject({ unchanged: 3, changed: [first![9]] });
  });

  test('lets no picture of children out but its redacted copy, and nothing restricted', async () => {
    const ward = await newWard();
    await give(ward, {
      title: 'Ảnh diễn đàn',
      showsChildren: true,
      bytes: faces,
      mediaType: 'image/jpeg',
      redacted: Buffer.from('đã che'),
    });
    await give(ward, { title: 'Ảnh Trung thu', showsChildren: true, bytes: faces, mediaType: 'image/jpeg' });
    await give(ward, { title: 'Vụ việc của một cháu', confidentiality: 'restricted' });
    await give(ward, { title: 'Vụ việc của một cháu khác', confidentiality: 'restricted', scan: 'waiting' });
    await give(ward, { title: 'Tệp có mã độc', scan: 'infected' });
    await give(ward, { title: 'Chỉ có bản giấy', bytes: null });
    const entries = await zip(ward);
    expect(Object.keys(entries).filter((name) => !PAPERS.includes(name))).toEqual([
      '2026/Tieu-chi-07/7.1/01_41-BC-TYT_Anh-dien-dan_ban-che.png',
    ]);
    for (const [name, bytes] of Object.entries(entries)) {
      expect(Buffer.from(bytes).includes(faces), name).toBe(false);
      expect(Buffer.from(bytes).includes('Vụ việc của một cháu'), name).toBe(false);
    }
    expect(
      (await sheet(entries, 'Không đưa vào')).map(([, , title, why]) => `${title}: ${why}`).sort(),
    ).toEqual([
      'Chỉ có bản giấy: Chưa có tệp.',
      'Minh chứng hạn chế: Thuộc loại hạn chế: xem bản giấy tại đơn vị.',
      'Minh chứng hạn chế: Tệp đang chờ quét mã độc.',
      'Tệp có mã độc: Tệp bị cách ly vì có mã độc.',
      'Ảnh Trung thu: Nhận ra được trẻ em mà chưa có bản che: xem tại đơn vị.',
    ]);
    const text = await words(await get(ward, '2026'));
    expect(text).toContain('1 tệp, 0,1 kB.');
    expect(text).toContain('Không đưa vào hồ sơ: 5 minh chứng');
    expect(text).not.toContain('Vụ việc của một cháu');
  });

  test('counts an evidence that is left out once, however many indicators it stands behind', async () => {
    const ward = await newWard();
    await give(ward, { title: 'Hồ sơ mật', confidentiality: 'restricted', uses: ['2026 7.1', '2026 8.1'] });
    await give(ward, { bytes: Buffer.alloc(34_400), uses: ['2026 7.1', '2026 8.1'] });
    const text = await words(await get(ward, '2026'));
    expect(text).toContain('Không đưa vào hồ sơ: 1 minh chứng');
    expect(text).toContain('2 tệp, 68,8 kB.');
    expect(text).toContain('Năm 2026, tiêu chí 8 1 34,4 kB');
  });

  test('says at the box which year cannot be, and keeps what was typed', async () => {
    const ward = await newWard();
    await give(ward, { uses: ['2026 7.1'] });
    for (const [tu, den, message] of [
      ['2030', '2026', '“Từ năm” không được sau “Đến năm”.'],
      ['abc', '2026', 'Năm là một số từ 2019 đến 2100, ví dụ 2026.'],
      ['2026', '26', 'Năm là một số từ 2019 đến 2100, ví dụ 2026.'],
      ['2019', '2030', 'Mỗi hồ sơ không quá 10 năm.'],
    ] as const) {
      const answer = await get(ward, `2026?tu=${tu}&den=${den}`);
      expect(answer.status, tu).toBe(422);
      const page = await answer.text();
      expect(page).toContain(message);
      expect(page).toMatch(new RegExp(`id="tu"[^>]*value="${tu}"`));
      expect(page).toMatch(new RegExp(`id="den"[^>]*value="${den}"`));
    }
    expect((await get(ward, '2026.zip?tu=abc')).status).toBe(404);
  });

  test('takes several years as a phase, or some criteria', async () => {
    const ward = await newWard();
    await give(ward, { uses: ['2025 7.1', '2026 7.1', '2026 8.1'] });
    expect(Object.keys(await zip(ward, '2026.zip?tu=2025')).slice(0, 3)).toEqual([
      'Giai-doan-2025-2026/2025/Tieu-chi-07/7.1/01_41-BC-TYT_Bao-cao-tiem-chung-mo-rong.pdf',
      'Giai-doan-2025-2026/2026/Tieu-chi-07/7.1/01_41-BC-TYT_Bao-cao-tiem-chung-mo-rong.pdf',
      'Giai-doan-2025-2026/2026/Tieu-chi-08/8.1/01_41-BC-TYT_Bao-cao-tiem-chung-mo-rong.pdf',
    ]);
    expect(Object.keys(await zip(ward, '2026.zip?tieu_chi=8'))).toHaveLength(3);
    const answer = await get(ward, '2026?tu=2024&den=2025&tieu_chi=7');
    expect(answer.headers.get('location')).toBe(
      `/don-vi/${ward.code}/minh-chung/ho-so-nam/2025?tu=2024&tieu_chi=7`,
    );
  });

  test('has the same bytes for the same evidence', async () => {
    const ward = await newWard();
    await give(ward, {});
    const [first, second] = [
      await bytesOf(await get(ward, '2026.zip')),
      await bytesOf(await get(ward, '2026.zip')),
    ];
    expect(first.equals(second)).toBe(true);
  });

  test('leaves a damaged file out, says so in its index, and is sound for the rest', async () => {
    const ward = await newWard();
    await give(ward, { title: 'Còn nguyên' });
    const lost = Buffer.from('nội dung sẽ hỏng');
    await give(ward, { title: 'Sẽ hỏng', bytes: lost });
    const { sha256 } = await files.put(lost);
    await writeFile(join(folder, 'tep', sha256.slice(0, 2), sha256), 'nội dung bị hỏng');
    const entries = await zip(ward);
    expect(Object.keys(entries)).toHaveLength(3);
    expect(await sheet(entries, 'Không đưa vào')).toMatchObject([
      ['2026', '7.1', 'Sẽ hỏng', 'Tệp trong kho đã mất hoặc hỏng: cần phục hồi từ bản sao lưu.'],
    ]);
    expect(await verifyFolder(await unpacked(entries))).toMatchObject({
      unchanged: 2,
      changed: [],
      missing: [],
    });
  });

  test('is empty but for its index where there is no evidence', async () => {
    const ward = await newWard();
    expect(Object.keys(await zip(ward)).sort()).toEqual(PAPERS);
    expect(await words(await get(ward, '2026'))).toContain('Chưa có tệp nào để đưa vào hồ sơ');
  });
});

describe('taking it out', () => {
  const audited = (database: Database, ward: Ward) =>
    withReadScope(database, { kind: 'system', purpose: 'test' }, (scope) =>
      scope.rows(
        sqlBuilder
          .selectFrom('audit_entry')
          .where('unit_id', '=', ward.unitId)
          .where('deed', '=', 'takeOutEvidenceArchive')
          .select(['object_id as id', 'fields']),
      ),
    );

  test('is for the planning officer, the leader and the appraiser, and each time is audited', async () => {
    const ward = await newWard();
    await give(ward, {});
    expect((await get(ward, '2026.zip?tieu_chi=7')).status).toBe(200);
    expect((await get(ward, '2026.zip', ward.people.committee_leadership)).status).toBe(200);
    expect((await get(ward, '2026.zip', ward.people.health_station)).status).toBe(403);
    const other = await newWard();
    expect((await get(ward, '2026.zip', planner(other))).status).toBe(404);
    expect(await audited(test_.database, ward)).toEqual([
      { id: `${ward.code} 2026-2026`, fields: ['criterion.7'] },
      { id: `${ward.code} 2026-2026`, fields: [] },
    ]);
    expect((await get(ward, '2026', appraiserOf(ward))).status).toBe(200);
  });

  test('reads from the disk only as fast as the client takes, and stops when it goes away', async () => {
    const ward = await newWard();
    let read = 0;
    let closed = 0;
    const watched: FileStore = {
      ...files,
      async open(sha256) {
        const stream = await files.open(sha256);
        const counted = async function* () {
          try {
            for await (const piece of stream) {
              read += (piece as Buffer).length;
              yield piece;
            }
          } finally {
            closed++;
          }
        };
        return Readable.from(counted(), { highWaterMark: 1 });
      },
    };
    for (let index = 0; index < 5; index++) await give(ward, { bytes: Buffer.alloc(3_000_000, index) });
    const routes = evidenceArchiveRoutes({ ...dependencies, files: watched });
    const answer = await actingAs(routes, planner(ward)).get(
      `/don-vi/${ward.code}/minh-chung/ho-so-nam/2026.zip`,
    );
    const reader = answer.body!.getReader();
    for (let piece = 0; piece < 3; piece++) await reader.read();
    // The first file was looked through and is being sent; the others were not touched.
    expect(read).toBeLessThan(3_000_000 + 1_000_000);
    await reader.cancel();
    await expect.poll(() => closed).toBe(2);
    expect(read).toBeLessThan(3_000_000 + 1_000_000);
  });

  test('is refused in one piece where it would be too large, with what to do instead', async () => {
    const ward = await newWard();
    await give(ward, {});
    await give(ward, { title: 'Phim', recordedSize: 4_100_000_000, uses: ['2026 8.1'] });
    const answer = await get(ward, '2026.zip');
    expect([answer.status, await answer.text()]).toEqual([409, 'evidence-archive.too-large']);
    const text = await words(await get(ward, '2026'));
    expect(text).toContain(
      'Hồ sơ lớn hơn 4 GB nên không tải được một lần Hãy chọn từng năm hoặc một số tiêu chí',
    );
    expect(text).not.toContain('Tải hồ sơ (ZIP)');
    expect((await get(ward, '2026.zip?tieu_chi=7')).status).toBe(200);
  });
});
