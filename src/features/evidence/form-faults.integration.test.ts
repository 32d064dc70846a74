import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reviseEvidence } from './commands/change-evidence.ts';
import { boxesOf } from './pages/evidence-fields.tsx';
import { childrenPath, describePath, evidencePath, redactPath } from './paths.ts';
import { readContent } from './schema.ts';
import { openTestLibrary, type TestLibrary } from './testing/children.ts';
import { pdf } from './testing/evidence.ts';

let library: TestLibrary;
let id: string;

beforeAll(async () => {
  library = await openTestLibrary('90808');
  id = await library.givenPicture();
});
afterAll(() => library.drop());

/** The lines above a form that was sent with these boxes. */
async function summaryOf(path: string, boxes: Record<string, string>): Promise<string[]> {
  const answer = await library.as(library.station).post(path, boxes);
  expect(answer.status).toBe(422);
  const [summary] = /<div class="error-summary".*?<\/div>/s.exec(await answer.text()) ?? [''];
  return [...summary.matchAll(/<a href="#[^"]+">(.*?)<\/a>/gs)].map(([, line]) => line!);
}

describe('a form that is answered with its faults', () => {
  test('names the box of each, and tells a day that does not exist from what is no date', async () => {
    const boxes = {
      ten: '',
      ngay_ban_hanh: 'mai',
      het_han: '31/02/2027',
      tu_ngay: '01/05/2026',
      den_ngay: '01/04/2026',
    };
    expect(await summaryOf(describePath(library.ward.code, id), boxes)).toEqual([
      'Ghi tên minh chứng.',
      'Ngày ban hành: Ghi ngày dạng ngày/tháng/năm, ví dụ 02/10/2026.',
      'Có giá trị đến ngày: Ngày này không có trong lịch.',
      'Chứng minh cho thời gian đến ngày: Ngày cuối phải bằng hoặc sau ngày đầu.',
    ]);
  });

  test('does so for the days of a consent', async () => {
    const boxes = { dau_hieu: 'trẻ thứ nhất', ngay_cha_me: '31/02/2026', ngay_tre: 'hôm qua' };
    expect(await summaryOf(childrenPath(library.ward.code, id), boxes)).toEqual([
      'Cha, mẹ hoặc người giám hộ đồng ý ngày: Ngày này không có trong lịch.',
      'Trẻ em đồng ý ngày: Ghi ngày dạng ngày/tháng/năm, ví dụ 25/05/2026.',
    ]);
  });
});

test('a decision of long ago keeps its date, and a year that cannot be is told', () => {
  const read = (ngay_ban_hanh: string) => readContent({ ten: 'Quyết định thành lập', ngay_ban_hanh });
  expect(read('05/12/2016')).toMatchObject({ ok: true, value: { issuedOn: '2016-12-05' } });
  expect(read('05/12/0216')).toMatchObject({ ok: false, faults: { ngay_ban_hanh: 'dateYear' } });
});

test('a newer file that is not taken leaves what was said beside it, above all that it shows children', async () => {
  const evidence = await library.givenEvidence('Danh sách lớp');
  const form = new FormData();
  form.append('tep', new File(['MZ chương trình\0'], 'danh-sach.pdf'));
  form.append('co_tre_em', 'co');
  form.append('ly_do', 'Bản có đủ chữ ký');
  const path = `${evidencePath(library.ward.code, evidence)}/ban-moi`;
  const answer = await library.as(library.station).upload(path, form);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('value="Bản có đủ chữ ký"');
  expect(page).toMatch(/<input(?=[^>]*id="co_tre_em")(?=[^>]*checked)[^>]*>/);
});

test('a description that somebody else changed meanwhile is not saved over, and says where the two differ', async () => {
  const { context, station, ward } = library;
  const picture = await library.givenEvidence('Ảnh sinh hoạt');
  const path = describePath(ward.code, picture);
  const form = await (await library.as(station).get(path)).text();
  const [, da_thay] = /name="da_thay" value="([^"]*)"/.exec(form) ?? [];
  const newer = { name: 'b.pdf', bytes: pdf('có mặt trẻ em') };
  await reviseEvidence(context, ward.people.culture_society, library.place(picture), newer, null, true);
  const typed = {
    ...boxesOf((await library.find(picture)).evidence),
    ten: 'Ảnh sinh hoạt hè',
    da_thay: da_thay!,
  };
  const { co_tre_em: _, ...late } = typed as Record<string, string>;
  const answer = await library.as(station).post(path, late);
  expect(answer.status).toBe(409);
  const page = await answer.text();
  expect(page).toContain('Thông tin này vừa được người khác sửa');
  expect(page).toContain('Có hình ảnh hoặc danh sách nhận ra được trẻ em: <b>có đánh dấu</b>');
  expect(page).toContain('Tên minh chứng: <b>Ảnh sinh hoạt</b>');
  expect(page).toContain('value="Ảnh sinh hoạt hè"');
  const { evidence } = await library.find(picture);
  expect([evidence.title, evidence.showsChildren]).toEqual(['Ảnh sinh hoạt', true]);
  const [, again] = /name="da_thay" value="([^"]*)"/.exec(page) ?? [];
  expect((await library.as(station).post(path, { ...late, da_thay: again! })).status).toBe(303);
});

test('percentages of an area come back with a comma, as they are written in Vietnamese', async () => {
  const area = { lan_sua: '1', trai_1: '10,5', tren_1: '0', rong_1: '25', cao_1: '12,125', xem: 'co' };
  const page = await (await library.as(library.station).post(redactPath(library.ward.code, id), area)).text();
  expect(page).toMatch(/id="trai_1"[^>]*value="10,5"/);
  expect(page).toMatch(/id="cao_1"[^>]*value="12,125"/);
});
