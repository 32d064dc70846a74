import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, type Ward } from '../../../test/support/ward.ts';
import { type PersonActor, withReadScope } from '../../platform/database/index.ts';
import { saveSection } from './commands/edit-content.ts';
import type { PlansDependencies } from './dependencies.ts';
import { findPlan, findReading } from './queries.ts';
import { typedOf } from './section-form.ts';
import { appraiserOf, PASTED, pagesOf, plansDependencies } from './testing/plan-pages.ts';

let test_: TestDatabase;
let dependencies: PlansDependencies;
let ward: Ward;
let neighbour: Ward;

beforeAll(async () => {
  test_ = await createTestDatabase();
  dependencies = await plansDependencies(test_.database);
  ward = await givenWard(test_.database, { code: '96501', name: 'Thử Một' });
  neighbour = await givenWard(test_.database, { code: '96502', name: 'Láng Giềng' });
});
afterAll(() => test_.drop());

const plans = () => `/don-vi/${ward.code}/ke-hoach`;
const as = (actor: PersonActor) => pagesOf(dependencies, actor);
const planner = () => as(ward.people.culture_society);

/** With the one statement of the session, as the server counts. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = test_.database.statements.count;
  await work();
  return test_.database.statements.count - before + 1;
}

async function givenReading(standing = 'own'): Promise<string> {
  const answer = await planner().send(`${plans()}/doc`, { cua_ai: standing, van_ban: PASTED });
  expect(answer.status).toBe(303);
  return answer.headers.get('location')!;
}
const idOf = (path: string) => path.split('?')[0]!.split('/').at(-1)!;
const storedReading = async (path: string) =>
  (await withReadScope(test_.database, ward.people.culture_society, (scope) =>
    findReading(scope, ward.code, idOf(path)),
  ))!;

async function givenPlan(): Promise<string> {
  const answer = await planner().post(`${await givenReading()}/xac-nhan`);
  return answer.headers.get('location')!.split('?')[0]!;
}

/** The boxes that a page's form holds, as a browser would send them. */
function boxesOf(html: string): Record<string, string> {
  const form: Record<string, string> = {};
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  for (const [tag] of html.matchAll(/<input [^>]*>/gu)) {
    const name = /name="([^"]*)"/u.exec(tag)?.[1];
    if (name === undefined || (/type="(checkbox|radio)"/u.test(tag) && !/ checked/u.test(tag))) continue;
    form[name] = plain(/value="([^"]*)"/u.exec(tag)?.[1] ?? '');
  }
  for (const [, name, text] of html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/gu))
    form[name!] = plain(text!);
  for (const [, name, options] of html.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gu))
    form[name!] = plain(
      /<option selected value="([^"]*)"|<option value="([^"]*)" selected/u
        .exec(options!)
        ?.slice(1)
        .find(Boolean) ?? '',
    );
  return form;
}

describe('reading a paper in', () => {
  test('says at the form what is wrong, and keeps what was pasted', async () => {
    const nothing = await planner().send(`${plans()}/doc`, { cua_ai: 'own', van_ban: ' ' });
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain('Chọn một tệp, hoặc dán văn bản');
    const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])], 'anh.png');
    const answer = await planner().send(`${plans()}/doc`, {
      cua_ai: 'own',
      van_ban: 'Bản nháp đang soạn',
      tep: picture,
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('anh.png');
    expect(html).toContain('Bản nháp đang soạn');
  });

  test('takes a file and keeps it under its hash', async () => {
    const answer = await planner().send(`${plans()}/doc`, {
      cua_ai: 'own',
      van_ban: '',
      tep: new File([PASTED], 'ke-hoach 2026.txt'),
    });
    const path = answer.headers.get('location')!;
    const html = await (await planner().get(path)).text();
    const { sourceFile } = await storedReading(path);
    expect(html).toContain('ke-hoach 2026.txt');
    expect(html).toContain(sourceFile!.sha256);
    const file = await planner().get(`${path}/tep`);
    expect(await file.text()).toBe(PASTED);
  });
});

describe('the page on which a reading is looked through', () => {
  test('shows the paper with its lines beside what was read of it, each tied to the other', async () => {
    const path = await givenReading();
    const html = await (await planner().get(path)).text();
    const { content, origins } = await storedReading(path);
    const item = content.sections.find(({ role }) => role === 'objectives')!.parts[0]!.items[0]!;
    const { from } = origins[item.id]!;
    expect(html).toContain(`data-lines="${from}-${from}"`);
    expect(html).toContain(`href="#dong-${from}"`);
    expect(html).toMatch(new RegExp(`id="dong-${from}" class="use-target"`));
    expect(html).toContain('ít nhất 92%');
    expect(html).toContain('assets/reading-highlight.js');
    expect(html).toContain('Xác nhận, lập dự thảo kế hoạch');
  });

  test('takes at most six statements, and reading the paper at most ten', async () => {
    let path = '';
    expect(
      await statementsOf(async () => {
        path = await givenReading();
      }),
    ).toBeLessThanOrEqual(10);
    expect(await statementsOf(() => planner().get(path))).toBeLessThanOrEqual(6);
    expect(await statementsOf(() => planner().post(`${path}/xac-nhan`))).toBeLessThanOrEqual(10);
  });

  test('is nothing for anybody else', async () => {
    const path = await givenReading();
    for (const actor of [
      ward.people.committee_leadership,
      ward.people.police,
      appraiserOf(ward),
      neighbour.people.culture_society,
    ])
      expect((await as(actor).get(path)).status).toBe(404);
  });

  test('of a superior’s plan asks for number and date', async () => {
    const path = await givenReading('superior');
    const refused = await planner().post(`${path}/xac-nhan`, { so: '', ngay: '40/2/2026' });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('Ngày không đọc được');
    expect(html).toContain('value="40/2/2026"');
    const answer = await planner().post(`${path}/xac-nhan`, { so: '12', ngay: '5/2/2026' });
    expect(answer.headers.get('location')).toContain('?xong=dang_ky');
  });
});

describe('the page of one section', () => {
  test('sends back what it showed without a change, and saves what was typed', async () => {
    const path = await givenReading();
    const section = (await storedReading(path)).content.sections.find(({ role }) => role === 'assignments')!;
    const address = `${path}/muc/${section.id}`;
    const page = await planner().get(address);
    const boxes = boxesOf(await page.text());
    const same = await planner().post(address, boxes);
    expect(same.headers.get('location')).toBe(`${address}?xong=khong`);
    const item = section.parts[0]!.items[0]!;
    const changed = {
      ...boxes,
      [`m.${item.id}.noi_dung`]: 'Hằng quý lập danh sách',
      [`m.${item.id}.lap`]: 'quarterly',
    };
    expect((await planner().post(address, changed)).headers.get('location')).toBe(`${address}?xong=luu`);
    const stored = (await storedReading(path)).content.sections.find(({ id }) => id === section.id)!;
    expect(stored.parts[0]!.items[0]).toMatchObject({
      text: 'Hằng quý lập danh sách',
      recurrence: 'quarterly',
    });
    expect(await statementsOf(() => planner().get(address))).toBeLessThanOrEqual(6);
    expect(await statementsOf(() => planner().post(address, changed))).toBeLessThanOrEqual(10);
  });

  test('answers a fault with everything typed, at its box', async () => {
    const path = await givenReading();
    const section = (await storedReading(path)).content.sections.find(({ role }) => role === 'objectives')!;
    const item = section.parts[0]!.items[0]!;
    const address = `${path}/muc/${section.id}`;
    const boxes = boxesOf(await (await planner().get(address)).text());
    const answer = await planner().post(address, {
      ...boxes,
      [`m.${item.id}.ct0.so`]: 'chín hai',
      [`m.${item.id}.noi_dung`]: 'Lời mới của chỉ tiêu',
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('value="chín hai"');
    expect(html).toContain('Lời mới của chỉ tiêu');
    expect(html).toContain(`href="#m.${item.id}.ct0.so"`);
  });

  test('shows both texts where somebody else saved meanwhile', async () => {
    const path = await givenReading();
    const reading = await storedReading(path);
    const section = reading.content.sections.find(({ role }) => role === 'measures')!;
    const item = section.parts[0]!.items[0]!;
    const address = `${path}/muc/${section.id}`;
    const boxes = boxesOf(await (await planner().get(address)).text());
    const typed = typedOf(reading.content, section);
    await saveSection(
      dependencies,
      ward.people.culture_society,
      ward.code,
      { kind: 'reading', id: reading.id },
      section.id,
      { ...typed, heading: 'Việc phải làm' },
      boxes.da_thay!,
    );
    const mine = { ...boxes, [`m.${item.id}.noi_dung`]: 'Rào mọi ao, hồ' };
    const answer = await planner().post(address, mine);
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain('Việc phải làm');
    expect(html).toContain('Rào mọi ao, hồ');
    const overwritten = await planner().post(address, { ...mine, da_thay: boxesOf(html).da_thay! });
    expect(overwritten.status).toBe(303);
  });
});

describe('a plan', () => {
  test('is seen as a draft by planner and leader, and by all once it is at work', async () => {
    const path = await givenPlan();
    const statusOf = async (actor: PersonActor) => (await as(actor).get(path)).status;
    expect(await statusOf(ward.people.committee_leadership)).toBe(200);
    expect(await statusOf(ward.people.police)).toBe(404);
    expect(await statusOf(appraiserOf(ward))).toBe(404);
    const work = await (await planner().get(`${path}/giao-viec`)).text();
    expect(work).toContain('Các ban, ngành, đoàn thể phường');
    const boxes = boxesOf(work);
    const open = await planner().post(`${path}/giao-viec`, boxes);
    expect(open.status).toBe(422);
    expect(await open.text()).toContain('Chọn đơn vị chủ trì cho');
    const lead = ward.organisationIds.get('culture_society')!;
    const chosen = Object.fromEntries(
      Object.entries(boxes).map(([name, value]) => [name, name.startsWith('chu_tri.') ? lead : value]),
    );
    const done = await planner().post(`${path}/giao-viec`, chosen);
    expect(done.status).toBe(303);
    expect(await (await planner().get(done.headers.get('location')!)).text()).toContain('Đã giao việc');
    expect(await statusOf(ward.people.police)).toBe(200);
    expect(await statusOf(appraiserOf(ward))).toBe(200);
    expect(await statusOf(neighbour.people.culture_society)).toBe(404);
  });

  test('shows what is missing before it is signed, and prints with number and day blank', async () => {
    const path = await givenPlan();
    const html = await (await planner().get(path)).text();
    expect(html).toContain('Kiểm tra trước khi ký');
    expect(html).toContain('Tiêu chí 2 chưa giao cho đơn vị nào.');
    const preview = await (await planner().get(`${path}/xem-truoc`)).text();
    expect(preview).toContain('class="paper"');
    const docx = await planner().get(`${path}/van-ban.docx`);
    expect(docx.headers.get('content-type')).toContain('wordprocessingml');
    expect((await planner().get(`${path}/van-ban.pdf`)).headers.get('content-type')).toBe('application/pdf');
    expect(await (await planner().get(`${path}/ban-goc`)).text()).toContain('PHƯỜNG THỬ MỘT');
    for (const address of ['', '/xem-truoc', '/lich-su', '/ban-hanh', '/giao-viec', '/dau-cuoi'])
      expect(await statementsOf(() => planner().get(`${path}${address}`)), address).toBeLessThanOrEqual(6);
  });

  test('keeps its history, and shows what it said before', async () => {
    const path = await givenPlan();
    const frame = boxesOf(await (await planner().get(`${path}/dau-cuoi`)).text());
    const saved = await planner().post(`${path}/dau-cuoi`, { ...frame, trich_yeu: 'Tên mới của năm 2026' });
    expect(saved.headers.get('location')).toBe(`${path}?xong=luu`);
    expect(await (await planner().get(`${path}/lich-su`)).text()).toContain('Sửa phần đầu');
    expect(await (await planner().get(`${path}/lich-su/0`)).text()).toContain('Công tác trẻ em năm 2026');
    expect((await planner().get(`${path}/lich-su/7`)).status).toBe(404);
    expect(await statementsOf(() => planner().post(`${path}/dau-cuoi`, frame))).toBeLessThanOrEqual(10);
  });

  test('is written by those who plan alone', async () => {
    const { police, committee_leadership: leader } = ward.people;
    for (const address of ['/doc', '/moi']) {
      expect((await planner().get(`${plans()}${address}`)).status).toBe(200);
      expect((await as(police).get(`${plans()}${address}`)).status).toBe(403);
      expect((await as(leader).get(`${plans()}${address}`)).status).toBe(403);
      expect((await as(neighbour.people.culture_society).get(`${plans()}${address}`)).status).toBe(404);
    }
    expect((await as(police).get(plans())).status).toBe(200);
    expect((await as(neighbour.people.police).get(plans())).status).toBe(404);
  });

  test('can be begun in each way, with what to look at before', async () => {
    const own = await givenPlan();
    const begin = (fields: Record<string, string>) =>
      planner().post(`${plans()}/moi`, { nam: '2027', ...fields });
    expect((await begin({ cach: 'last_year' })).status).toBe(422);
    expect((await begin({ cach: 'blank', nam: 'hai nghìn' })).status).toBe(422);
    const blank = await begin({ cach: 'blank', chu_de: 'children_work' });
    expect(blank.headers.get('location')).toContain('?xong=lap');
    const copy = (await begin({ cach: 'last_year', tu_nam_truoc: idOf(own) })).headers.get('location')!;
    expect(await (await planner().get(copy)).text()).toContain('Sao chép sang năm 2027');
    for (const address of ['/doc', '/moi', '', copy.slice(plans().length)])
      expect(await statementsOf(() => planner().get(`${plans()}${address}`)), address).toBeLessThanOrEqual(6);
    for (const fields of [{ cach: 'blank' }, { cach: 'last_year', tu_nam_truoc: idOf(own) }])
      expect(await statementsOf(() => begin(fields))).toBeLessThanOrEqual(10);
    const made = (await planner().post(copy)).headers.get('location')!;
    const plan = await withReadScope(test_.database, ward.people.culture_society, (scope) =>
      findPlan(scope, ward.code, idOf(made)),
    );
    expect(plan).toMatchObject({ origin: 'last_year', year: 2027 });
    const superior = (
      await planner().post(`${await givenReading('superior')}/xac-nhan`, { so: '9', ngay: '5/1/2026' })
    ).headers.get('location')!;
    const offers = await (await planner().get(`${plans()}/moi/tu/${idOf(superior)}?nam=2026`)).text();
    expect(offers).toContain('Phấn đấu 92% trẻ em dưới 1 tuổi');
    expect(offers).toContain('ít nhất 92%');
  });
});
