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
import { textOfDocument } from '../plan-file/index.ts';
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
    'stored_file',
    'legal_document',
    'plan_reading',
    'plan',
    'plan_version',
    'target',
    'target_value',
    'task',
    'task_partner',
    'task_target',
    'task_occurrence',
    'task_event',
    'task_file',
    'difficulty',
    'work_check',
    'reminder',
    'holiday_change',
    'place',
    'place_change',
    'collection_round',
    'collection_sheet',
    'place_link',
    'collected_figure',
    'collected_figure_change',
    'collection_sheet_event',
    'evidence',
    'evidence_file',
    'evidence_use',
    'evidence_event',
    'activity',
    'activity_link',
    'activity_file',
    'attendance',
    'petition',
    'contribution',
    'fund_use',
    'commitment',
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

/** Values that a query gives of the main ward, each once. */
async function valuesOf(sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: whole.connectionString });
  await client.connect();
  try {
    await client.query(`select set_config('mang_non.everywhere', 'on', false)`);
    const { rows } = await client.query<{ value: string }>(
      `select distinct value from (${sql}) as found (value) order by 1`,
    );
    return rows.map(({ value }) => value);
  } finally {
    await client.end();
  }
}
const ofMainWard = (table: string, value: string, rest = '') =>
  valuesOf(`select ${value} from ${table} x join unit u using (unit_id) where u.code = '05983' ${rest}`);

const VERDICTS = [
  'Đạt',
  'Không đạt',
  'Đang thực hiện',
  'Chưa có số liệu',
  'Chưa có số năm trước',
  'Kết thúc theo dõi',
];

describe('the years of the main ward', () => {
  test('have plans of the superior and of its own, issued and in draft, and a paper not yet confirmed', async () => {
    expect(await ofMainWard('plan', `year || ' ' || standing || ' ' || state`)).toEqual([
      '2025 own issued',
      '2026 own draft',
      '2026 own issued',
      '2026 superior issued',
    ]);
    expect(await ofMainWard('plan_reading', 'source')).toEqual(['pasted']);
  });

  test('have work in every state, with difficulties in every state', async () => {
    expect(await ofMainWard('task', 'state', 'and year = 2026')).toEqual(['closed', 'done', 'open']);
    const standing = `occurrence_standing(x.state, x.due_date, t.due_bound, '2026-10-21')`;
    expect(
      await valuesOf(`select ${standing} from task_occurrence x join task t on t.unit_id = x.unit_id and t.id = x.task_id
                        join unit u on u.unit_id = x.unit_id where u.code = '05983' and t.year = 2026`),
    ).toEqual(['done', 'due_soon', 'late', 'later', 'reported', 'returned', 'skipped', 'undated']);
    expect(await ofMainWard('task', `'part'`, 'and parent_id is not null')).toEqual(['part']);
    expect(await ofMainWard('task_partner', `'partner'`)).toEqual(['partner']);
    expect(await ofMainWard('difficulty', 'state')).toEqual(['answered', 'escalated', 'open']);
    expect(await ofMainWard('reminder', `'unread'`, 'and read_at is null')).toEqual(['unread']);
  });

  test('have activities of every kind, and two months in which nothing was told', async () => {
    expect(await ofMainWard('activity', 'kind', 'and year = 2026')).toHaveLength(11);
    const months = await ofMainWard(
      'activity',
      `to_char(held_from, 'MM')`,
      `and year = 2026 and kind = 'communication'`,
    );
    expect(months).toEqual(['01', '02', '03', '04', '06', '07', '09', '10']);
  });

  test('have targets with every verdict, petitions in every state, and nine of twelve promises', async () => {
    const { password } = await loadDemo(whole.dependencies);
    const cookie = await signedIn(whole.application, 'thuongtruc.luongvantri', password);
    const pageOf = async (path: string) =>
      (await whole.application.request(`/don-vi/05983${path}`, { headers: { cookie } })).text();
    const targets = (await pageOf('/chi-tieu?nam=2026')) + (await pageOf('/chi-tieu?nam=2025'));
    for (const word of VERDICTS) expect(targets).toContain(`${word}</span>`);
    const petitions = await pageOf('/kien-nghi?nam=2026');
    for (const word of ['Chưa gửi', 'Chờ trả lời', 'Quá hạn', 'Đã trả lời'])
      expect(petitions).toContain(`${word} (1)`);
    // Twelve neighbourhoods, the two of which one was made, and seven schools.
    expect(await ofMainWard('place', 'x.type || x.name')).toHaveLength(21);
    expect(await ofMainWard('place_change', 'kind')).toEqual(['merged']);
    expect(await ofMainWard('commitment', 'place_id::text')).toHaveLength(9);
  });

  test('have the papers of what was issued', async () => {
    const { password } = await loadDemo(whole.dependencies);
    const cookie = await signedIn(whole.application, 'lanhdao.luongvantri', password);
    const [plan] = await ofMainWard(
      'plan',
      'x.id::text',
      `and year = 2026 and standing = 'own' and state = 'issued'`,
    );
    for (const extension of ['docx', 'pdf']) {
      const path = `/don-vi/05983/ke-hoach/${plan}/van-ban.${extension}`;
      const answer = await whole.application.request(path, { headers: { cookie } });
      expect([path, answer.status]).toEqual([path, 200]);
    }
  });
});

/** A page of the main ward as one of its people sees it. */
async function pageOf(post: string, path: string): Promise<string> {
  const { password } = await loadDemo(whole.dependencies);
  const cookie = await signedIn(whole.application, `${post}.luongvantri`, password);
  const answer = await whole.application.request(path, { headers: { cookie } });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

describe('the figures that the main ward collects', () => {
  test('are asked of its neighbourhoods and of its schools, with sheets in every state', async () => {
    expect(await ofMainWard('collection_round', `x.level || ' ' || x.period`)).toEqual([
      'school 2026-2027',
      'village 2026-H1',
    ]);
    const states = `select x.state || ' ' || count(*) from collection_sheet x join unit u using (unit_id)
                      join place p on p.unit_id = x.unit_id and p.id = x.place_id
                     where u.code = '05983' and p.kind = 'village' group by x.state`;
    expect(await valuesOf(states)).toEqual(['accepted 6', 'open 2', 'returned 1', 'submitted 3']);
    expect(await ofMainWard('collected_figure', 'x.state')).toEqual(['given', 'not_applicable']);
    expect(await ofMainWard('place_link', `case when used_at is null then 'waits' else 'used' end`)).toEqual([
      'used',
      'waits',
    ]);
  });

  test('wait in the own work of who collects and of who fills in', async () => {
    expect(await pageOf('thuongtruc', '/viec-cua-toi')).toContain('9 trong 12 khối đã nộp');
    expect(await pageOf('truonghoc', '/viec-cua-toi')).toContain('(mô phỏng): Trường THCS Mẫu');
    expect(await pageOf('giamsat', '/viec-cua-toi')).not.toContain('Số liệu cần nộp');
  });

  test('come to the figures of the year, but for what is striking or still missing', async () => {
    const rolled = await pageOf('thuongtruc', '/don-vi/05983/so-lieu/tong-hop?nam=2026');
    expect(rolled).toContain('6/12 khối đã chấp nhận, 3 chờ duyệt, 3 còn thiếu');
    expect(rolled).toContain('đếm từ danh sách khối');
    const [sheet] = await valuesOf(
      `select '/don-vi/05983/so-lieu/' || x.round_id || '/phieu/' || x.id from collection_sheet x
         join unit u using (unit_id) join place p on p.unit_id = x.unit_id and p.id = x.place_id
        where u.code = '05983' and p.name = 'Mẫu 8'`,
    );
    expect(await pageOf('thuongtruc', sheet!)).toContain('Kiểm tra lại cả hai số.');
  });
});

describe('the evidence of the main ward', () => {
  test('is a library of papers with their text, and of a picture without', async () => {
    expect(await ofMainWard('evidence_file', 'x.reading')).toEqual(['none', 'read']);
    expect(await ofMainWard('evidence', 'x.id::text')).toHaveLength(11);
    expect(await pageOf('thuongtruc', '/don-vi/05983/minh-chung?tim=tiem+chung')).toContain(
      'Báo cáo tiêm chủng mở rộng',
    );
  });

  test('is sound for the most part, and shows the faults of which the check speaks', async () => {
    const check = await pageOf('thuongtruc', '/don-vi/05983/minh-chung/kiem-tra?nam=2026');
    expect(check).toContain('9 chỉ tiêu đủ, 6 chỉ tiêu yếu, 9 chỉ tiêu thiếu minh chứng');
    for (const fault of ['tệp ghi 1.083', 'thiếu số', 'nằm ngoài năm đánh giá', 'thuộc loại hạn chế'])
      expect(check).toContain(fault);
  });

  test('has files of which the program reads what the sample says that they hold', async () => {
    for (const title of ['Báo cáo tiêm chủng mở rộng', 'Biên bản diễn đàn trẻ em của phường']) {
      const [said] = await ofMainWard('evidence', 'x.extract', `and x.title = '${title}'`);
      const [sha256] = await valuesOf(
        `select s.sha256 from evidence e join evidence_file f on f.unit_id = e.unit_id and f.evidence_id = e.id
           join stored_file s on s.unit_id = f.unit_id and s.id = f.file_id where e.title = '${title}'`,
      );
      const read = await textOfDocument(await whole.dependencies.files.read(sha256!), title);
      for (const line of said!.split('; ')) expect(read.ok && read.text).toContain(line);
    }
  });

  test('says of itself that it is made up, and names nobody who is not', async () => {
    for (const content of await ofMainWard('evidence_file', 'x.content', 'and x.content is not null'))
      expect(content).toContain('mô phỏng');
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
