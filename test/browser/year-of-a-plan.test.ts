import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canReadPdf, textOfDocx, textOfPdf } from '../../src/documents/testing/extract.ts';
import {
  answerOn,
  CHILDREN_OF_THE_POLICE,
  COMMITMENT,
  COMMUNICATION,
  confirmReading,
  darkShareOf,
  EXAMINATION,
  FORUM,
  issue,
  linkedFile,
  PAPER,
  PLANS,
  putToWork,
  readWordFile,
  sha256Of,
  textOn,
  unfold,
} from './support/plan-pages.ts';
import { itemsOfSection } from './support/section-form.ts';
import { accept, openFromInbox, report } from './support/task-pages.ts';
import { WARD } from './support/ward.ts';
import { type WardAtWork, wardAtWork } from './support/ward-at-work.ts';
import { wordFileOf } from './support/word-file.ts';

const CYCLES = `${WARD}/tu-danh-gia`;

let ward: WardAtWork;
/** The file that the office has sent, and the addresses of the plan and of the one that replaces it. */
let sent: Buffer;
let plan: string;
let amended: string;

beforeAll(async () => {
  [ward, sent] = await Promise.all([
    wardAtWork('2026-02-02', ['planner', 'police', 'health', 'youth', 'leader']),
    wordFileOf(readFileSync(PAPER, 'utf8')),
  ]);
});

afterAll(() => ward?.close());

describe('a plan on paper becomes the work of the ward', () => {
  it('is read from a Word file, with the text beside what was read of it', async () => {
    const page = await ward.planner.open(PLANS);
    await readWordFile(page, 'ke-hoach-tre-em-2026.docx', sent);
    expect(await textOn(page)).toContain('Xây dựng phường Lương Văn Tri phù hợp với trẻ em năm 2026');
    const [read, source] = await Promise.all(
      ['#da-doc', '#ban-goc'].map(async (part) => (await page.locator(part).boundingBox())!),
    );
    expect(source!.x, 'the source stands to the right').toBeGreaterThan(read!.x + read!.width - 1);
    await page.locator('#da-doc').getByText(EXAMINATION).hover();
    expect(await page.locator('#ban-goc .marked').allInnerTexts()).toEqual([
      expect.stringContaining('khám sức khỏe cho trẻ em dưới 6 tuổi'),
    ]);
  });

  it('has a day corrected that is in no calendar, and a line brought in that had no place', async () => {
    const { page } = ward.planner;
    expect(await textOn(page)).toContain('1 chỗ cần xem lại');
    await page.getByRole('link', { name: 'Sửa mục này “TỔ CHỨC THỰC HIỆN”' }).click();
    const item = page.locator('fieldset', { hasText: 'Ngày không có trong lịch' }).first();
    const words = await item.locator('textarea').first().inputValue();
    await item.locator('textarea').first().fill(words.replace('31/11/2026', '30/11/2026'));
    await item.locator('summary').click();
    await item.getByLabel('Ngày').last().fill('30/11/2026');
    await page.getByRole('button', { name: 'Lưu mục' }).click();
    expect(await answerOn(page)).toContain('Đã lưu');
    await page.getByRole('link', { name: 'Về bản đọc' }).click();
    await page.getByRole('link', { name: 'Sửa mục này “Chưa xếp loại”' }).click();
    await unfold(page, 'Mục');
    await page.getByLabel('Bỏ cả mục này').check();
    await page.getByRole('button', { name: 'Lưu mục' }).click();
    const unread = page.locator('#chua-doc li', { hasText: 'Kiểm tra bếp ăn bán trú' });
    await unread.getByLabel(/Đưa dòng \d+ vào phần/).selectOption({ label: 'V. Trạm Y tế phường' });
    await unread.getByRole('button', { name: 'Đưa vào' }).click();
    expect(await answerOn(page)).toBe('Đã đưa vào kế hoạch.');
  });

  it('is a draft once confirmed, and the checks before signing find nothing that must be changed', async () => {
    const { page } = ward.planner;
    plan = await confirmReading(page);
    expect(await answerOn(page)).toContain('Đã xác nhận và lập dự thảo');
    expect(await page.locator('main').getByText('Phải sửa').count()).toBe(0);
  });

  it('is put to work: who leads is chosen where it is open, and the criteria go to their owners', async () => {
    const page = await ward.planner.open(CYCLES);
    await page.fill('#nam', '2026');
    await page.click('#mo-ky button');
    await page.goto(plan);
    await putToWork(page, 'Các tổ dân phố trên địa bàn phường', COMMUNICATION);
    const answers = (await page.locator('main [role="status"]').allInnerTexts()).join('\n');
    expect(answers).toContain('Đã giao việc: 11 việc và 2 chỉ tiêu');
    expect(answers).toContain('Đã giao đánh giá tiêu chí 12 cho đơn vị phụ trách.');
    const own = await ward.police.open(`${CYCLES}/2026`);
    expect(await own.locator('.tasks tbody tr').count(), 'criteria 3 and 4').toBe(2);
  });

  it('is signed: number and day are entered, and its papers are frozen with their SHA-256', async () => {
    ward.passTo('2026-02-10');
    const page = await ward.leader.open(plan);
    await issue(page, '15', '09/02/2026');
    expect(await answerOn(page)).toContain('Đã ban hành');
    expect(await textOn(page)).toContain('số 15/KH-UBND ngày 09/02/2026');
    const docx = await linkedFile(page, '/van-ban.docx');
    const pdf = await linkedFile(page, '/van-ban.pdf');
    const original = await linkedFile(page, '/ban-goc/tep');
    expect(original.equals(sent), 'the file as it was sent').toBe(true);
    expect(await page.locator('code.hash').allInnerTexts()).toEqual([pdf, docx, original].map(sha256Of));
    expect(textOfDocx(docx).join('\n')).toContain('Số: 15/KH-UBND');
    if (canReadPdf) {
      const printed = textOfPdf(pdf).join(' ');
      expect(printed).toContain('Số: 15/KH-UBND');
      expect(printed).toContain('ngày 09 tháng 02 năm 2026');
    }
  });

  it('cannot be edited any more', async () => {
    const page = await ward.planner.open(plan);
    expect(await page.getByRole('link', { name: 'Sửa mục này' }).count()).toBe(0);
    expect((await page.request.get(`${plan}/dau-cuoi`)).status()).toBe(409);
  });
});

describe('a year passes', () => {
  it('has a monthly task reported with a note and a file, and accepted', async () => {
    ward.passTo('2026-02-26');
    const page = await openFromInbox(ward.police, CHILDREN_OF_THE_POLICE);
    await report(page, 'Không có vụ việc trong tháng.', 'thong-ke-thang-2.pdf');
    expect(await answerOn(page)).toContain('Đã báo cáo hoàn thành');
    const accepted = await accept(ward.planner, CHILDREN_OF_THE_POLICE);
    expect(await answerOn(accepted)).toBe('Đã chấp nhận.');
    expect(await textOn(accepted)).toContain('thong-ke-thang-2.pdf');
  });

  it('has the next month returned with a reason, and reported again', async () => {
    ward.passTo('2026-03-27');
    await report(
      await openFromInbox(ward.police, CHILDREN_OF_THE_POLICE),
      'Có một vụ.',
      'thong-ke-thang-3.pdf',
    );
    const page = await openFromInbox(ward.planner, CHILDREN_OF_THE_POLICE);
    await unfold(page, 'Trả lại để bổ sung');
    await page.getByLabel('Lý do trả lại').fill('Ghi rõ kết quả xử lý.');
    await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
    expect(await answerOn(page)).toBe('Đã trả lại để bổ sung.');
    const again = await openFromInbox(ward.police, CHILDREN_OF_THE_POLICE);
    expect(await textOn(again)).toContain('Ghi rõ kết quả xử lý.');
    await report(again, 'Có một vụ, đã hòa giải tại tổ dân phố.', 'thong-ke-thang-3-bo-sung.pdf');
    expect(await answerOn(await accept(ward.planner, CHILDREN_OF_THE_POLICE))).toBe('Đã chấp nhận.');
  });

  it('reminds of what is late with one click, and the reminder waits in the inbox', async () => {
    ward.passTo('2026-05-05');
    const page = await ward.planner.open(`${WARD}/nhiem-vu/tong-hop?nam=2026`);
    await page
      .getByRole('row', { name: /^Trạm Y tế phường/ })
      .getByRole('button', { name: /^Nhắc/ })
      .click();
    expect(await answerOn(page)).toContain('Đã nhắc 1 nhiệm vụ.');
    const inbox = await ward.health.open('/viec-cua-toi');
    expect(await inbox.locator('#reminders').innerText()).toMatch(EXAMINATION);
    expect(await inbox.locator('#reminders').innerText()).toContain('Người Thường Trực nhắc');
    expect(await inbox.locator('#late').innerText()).toMatch(EXAMINATION);
  });

  it('hears of a difficulty and answers it, and logs a check', async () => {
    const page = await openFromInbox(ward.health, EXAMINATION);
    await unfold(page, 'Báo khó khăn, vướng mắc');
    await page.locator('#kho_khan-noi_dung').fill('Thiếu bác sĩ khám răng.');
    await page.getByRole('button', { name: 'Báo khó khăn, vướng mắc' }).click();
    const answering = await ward.planner.open('/viec-cua-toi');
    await answering.locator('#difficulties').getByRole('link', { name: 'Thiếu bác sĩ khám răng.' }).click();
    await unfold(answering, 'Trả lời hoặc chuyển lên trên');
    await answering.getByLabel('Nội dung trả lời').fill('Trung tâm Y tế cử một bác sĩ từ ngày 11/5.');
    await answering.getByRole('button', { name: 'Ghi trả lời' }).click();
    const answered = await openFromInbox(ward.health, EXAMINATION);
    expect(await answered.locator('#kho-khan').innerText()).toContain('cử một bác sĩ từ ngày 11/5');

    const checks = await ward.planner.open(`${WARD}/nhiem-vu/kiem-tra?nam=2026`);
    await checks.getByLabel('Đơn vị được kiểm tra').selectOption({ label: 'Trạm Y tế phường' });
    await checks.locator('#kiem-ket_qua').fill('Đã khám 300 trong 420 trẻ em.');
    await checks.getByLabel('Cần khắc phục').check();
    await checks.getByLabel('Hẹn xem lại').fill('15/5/2026');
    await checks.getByRole('button', { name: 'Ghi lại' }).click();
    expect(await checks.locator('main table').innerText()).toContain('Đã khám 300 trong 420 trẻ em.');
  });
});

describe('a plan is changed within the year', () => {
  it('by a draft that changes a day and some words and takes an item out', async () => {
    ward.passTo('2026-07-01');
    const page = await ward.planner.open(plan);
    await page.getByRole('button', { name: 'Điều chỉnh kế hoạch' }).click();
    amended = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Sửa mục này “TỔ CHỨC THỰC HIỆN”' }).click();
    const items = await itemsOfSection(page);
    const corner = items.find(/lập góc tư vấn/);
    await corner.words.fill((await corner.words.inputValue()).replaceAll('15/9/2026', '30/9/2026'));
    await corner.box.locator('summary').first().click();
    await corner.box.getByLabel('Ngày').first().fill('30/9/2026');
    const statistics = items.find(CHILDREN_OF_THE_POLICE);
    await statistics.words.fill(`${(await statistics.words.inputValue()).replace(/\.$/, '')} trước ngày 28.`);
    const commitment = items.find(COMMITMENT);
    await commitment.box.locator('summary').first().click();
    await commitment.box.getByLabel('Bỏ nội dung này').check();
    await page.getByRole('button', { name: 'Lưu mục' }).click();
    expect(await answerOn(page)).toContain('Đã lưu');
  });

  it('and takes the place of the old one when it is issued: what stays keeps its history', async () => {
    const page = await ward.planner.open(amended);
    await issue(page, '62', '30/6/2026');
    expect(await answerOn(page)).toContain('Đã ban hành');
    await page.goto(plan);
    expect(await page.locator('.plan-facts').first().innerText()).toContain('Đã bị thay thế');
    await page.getByRole('link', { name: 'Mở kế hoạch thay thế' }).click();
    expect(new URL(page.url()).pathname).toBe(amended);

    const tasks = `${WARD}/nhiem-vu?nam=2026`;
    await page.goto(tasks);
    await page.getByRole('link', { name: COMMITMENT }).click();
    expect(await textOn(page)).toContain('Nhiệm vụ đã đóng');
    await page.goto(tasks);
    await page.getByRole('link', { name: EXAMINATION }).click();
    expect(await page.locator('#dien-bien').innerText()).toContain('Nhắc đơn vị chủ trì');
    expect(await page.locator('#thong-tin').innerText()).toContain('số 62');
    await page.goto(tasks);
    await page.getByRole('link', { name: CHILDREN_OF_THE_POLICE }).click();
    expect(await textOn(page)).toContain('thong-ke-thang-3-bo-sung.pdf');
    await page.goto(tasks);
    expect(await page.getByRole('row', { name: /lập góc tư vấn/ }).innerText()).toContain('30/09/2026');
  });

  it('and is printed: the preview shows it, and the Word file says what was changed', async () => {
    const page = await ward.leader.open(`${amended}/xem-truoc`);
    const picture = await page.locator('.paper').first().screenshot();
    expect(await darkShareOf(page, picture), 'letters on the paper').toBeGreaterThan(0.005);
    const paper = textOfDocx(await linkedFile(page, '/van-ban.docx')).join('\n');
    expect(paper).toContain('Số: 62/KH-UBND');
    expect(paper).toContain('trước ngày 30/9/2026');
    expect(paper).toContain('gửi Phòng Văn hóa - Xã hội trước ngày 28.');
    expect(paper).not.toContain('ký cam kết không để trẻ em bỏ học');
  });
});

describe('the next year begins with the last', () => {
  it('as a copy with days and years moved, without what was done once and for all', async () => {
    ward.passTo('2026-09-20');
    await report(
      await openFromInbox(ward.youth, FORUM),
      'Diễn đàn có 45 trẻ em, một kiến nghị đã được trả lời.',
      'bao-cao-dien-dan.pdf',
    );
    await accept(ward.planner, FORUM);
    ward.passTo('2026-12-15');
    const page = await ward.planner.open(PLANS);
    await page.getByRole('link', { name: 'Lập kế hoạch mới' }).first().click();
    await page.getByLabel('Kế hoạch của năm').fill('2027');
    await page.getByLabel('Sao chép kế hoạch năm trước').check();
    await page.getByLabel('Kế hoạch để sao chép').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    expect(await page.locator('#xem-lai').innerText()).toContain(
      'Việc đã làm xong, không chép sang: Tổ chức Diễn đàn trẻ em',
    );
    await page.getByRole('button', { name: 'Lập dự thảo' }).click();
    const content = await page.locator('#noi-dung-ke-hoach').innerText();
    expect(await page.locator('h1').innerText()).toContain('phù hợp với trẻ em năm 2027');
    expect(content).toContain('trước ngày 30/9/2027');
    expect(content).toMatch(CHILDREN_OF_THE_POLICE);
    expect(content, 'who follows a criterion follows it every year').toContain('tiêu chí 11, 12');
    expect(content).not.toMatch(/Tổ chức Diễn đàn trẻ em/);
  });
});
