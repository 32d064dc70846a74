import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordActivity } from './support/activity-form.ts';
import {
  answerOn,
  COMMUNICATION,
  confirmReading,
  FORUM,
  PAPER,
  PLANS,
  putToWork,
  readWordFile,
  textOn,
  unfold,
} from './support/plan-pages.ts';
import { WARD } from './support/ward.ts';
import { type WardAtWork, wardAtWork } from './support/ward-at-work.ts';
import { wordFileOf } from './support/word-file.ts';

const CYCLES = `${WARD}/tu-danh-gia`;

let ward: WardAtWork;

beforeAll(async () => {
  ward = await wardAtWork('2026-02-02', ['planner', 'youth', 'villages']);
  const page = await ward.planner.open(CYCLES);
  await page.fill('#nam', '2026');
  await page.click('#mo-ky button');
  await page.goto(PLANS);
  await readWordFile(page, 'ke-hoach.docx', await wordFileOf(readFileSync(PAPER, 'utf8')));
  await confirmReading(page);
  await putToWork(page, 'Các tổ dân phố trên địa bàn phường', COMMUNICATION);
});

afterAll(() => ward?.close());

describe('a ward with a plan at work', () => {
  it('takes the figure of a target and finds it met', async () => {
    ward.passTo('2026-05-20');
    const page = await ward.planner.open(`${WARD}/chi-tieu?nam=2026`);
    await page.getByRole('link', { name: /trẻ em dưới 5 tuổi được tiêm chủng/ }).click();
    await page.getByLabel('Số đạt được').fill('96,5');
    await page.getByRole('button', { name: 'Ghi số liệu' }).click();
    expect(await answerOn(page)).toBe('Đã ghi số liệu.');
    expect(await page.locator('main h1 + p').innerText()).toBe('Đạt');
  });

  it('logs a month of communication and links it to its task', async () => {
    const page = await recordActivity(ward.planner, 'Truyền thông', {
      'Tên hoạt động': 'Loa truyền thanh: phòng, chống đuối nước',
      'Ngày thực hiện (ngày đầu)': '18/5/2026',
      'Hình thức truyền thông': 'Phát thanh, loa truyền thanh',
      'Số tin, bài, buổi': '3',
    });
    await unfold(page, 'Gắn');
    const task = page.locator('#nhiem_vu option').filter({ hasText: COMMUNICATION });
    await page.selectOption('#nhiem_vu', (await task.getAttribute('value'))!);
    await page.getByRole('button', { name: 'Gắn', exact: true }).click();
    expect(await page.locator('#phuc-vu').innerText()).toContain('Truyền thông về quyền trẻ em');
  });

  it('holds the forum of the children; what they ask for is answered', async () => {
    ward.passTo('2026-06-12');
    const forum = await recordActivity(ward.youth, 'Diễn đàn trẻ em', {
      'Tên hoạt động': 'Diễn đàn trẻ em phường năm 2026',
      'Ngày thực hiện (ngày đầu)': '10/6/2026',
      'Số trẻ em tham dự': '45',
      'Số người lớn phụ trách trẻ em': '9',
    });
    expect(await forum.getByRole('row', { name: /Có từ 30 trẻ em trở lên/ }).innerText()).toContain('Đúng');
    await forum.getByRole('link', { name: 'Ghi kiến nghị từ hoạt động này' }).click();
    await forum.getByLabel('Nội dung kiến nghị').fill('Mở thư viện của phường vào thứ Bảy.');
    await forum.getByLabel('Nhóm trẻ em kiến nghị').fill('nhóm học sinh trung học cơ sở');
    await forum.getByLabel('Đơn vị trả lời').selectOption({ label: 'Phòng Văn hóa - Xã hội phường' });
    await forum.getByLabel('Ngày gửi đến nơi trả lời').fill('11/6/2026');
    await forum.getByLabel('Hạn trả lời').fill('30/6/2026');
    await forum.getByRole('button', { name: 'Lưu kiến nghị' }).click();

    const page = await ward.planner.open(`${WARD}/kien-nghi?nam=2026`);
    await page.getByRole('link', { name: 'Mở thư viện của phường vào thứ Bảy.' }).click();
    await page.getByLabel('Nội dung trả lời').fill('Thư viện mở sáng thứ Bảy từ ngày 20/6/2026.');
    await page.getByLabel('Ngày trả lời').fill('12/6/2026');
    await page.getByRole('button', { name: 'Lưu trả lời' }).click();
    expect(await answerOn(page)).toBe('Đã lưu trả lời.');
  });

  it('offers what the log counts to the self-assessment, where the owner accepts it', async () => {
    const page = await ward.youth.open(`${WARD}/hoat-dong/de-xuat?nam=2026`);
    const held = page.locator('#children_forum_held');
    expect(await held.innerText()).toContain('1 diễn đàn hoặc đợt lấy ý kiến trẻ em đã tổ chức');
    await held.getByRole('button', { name: 'Nhận số này' }).click();
    expect(await answerOn(page)).toBe('Đã nhận số vào kỳ tự đánh giá.');
    await page.goto(`${CYCLES}/2026/tieu-chi/11`);
    expect(await page.locator('[name="children_forum_held"][value="co"]').isChecked()).toBe(true);
  });

  it('keeps the commitment of a village', async () => {
    const page = await ward.planner.open(`${WARD}/cam-ket?nam=2026`);
    await page.getByRole('link', { name: 'Danh sách thôn, khu phố' }).click();
    await page.getByLabel('Tên', { exact: true }).fill('Mẫu Một\nMẫu Hai');
    await page.getByRole('button', { name: 'Thêm vào danh sách' }).click();
    const own = await ward.villages.open(`${WARD}/cam-ket?nam=2026`);
    await own.getByRole('link', { name: /Mẫu Một/ }).click();
    await own.getByLabel('Ngày ký').fill('25/5/2026');
    await own.getByLabel('Người ký').fill('Trần Văn Ví Dụ, tổ trưởng');
    await own.getByRole('button', { name: 'Lưu cam kết' }).click();
    await page.goto(`${WARD}/cam-ket?nam=2026`);
    expect(await textOn(page)).toContain('1 trên 2 thôn, khu phố đã ký cam kết (50%).');
  });

  it('shows the due day in the calendar, and gives it to a telephone until the address is revoked', async () => {
    const page = await ward.youth.open(`${WARD}/lich?thang=2026-06&xem=thang&cua=toi`);
    const day = page.locator('td', { has: page.locator('time[datetime="2026-06-15"]') });
    expect(await day.innerText()).toMatch(FORUM);
    await page.getByRole('link', { name: 'Đưa lịch vào điện thoại' }).click();
    await page.getByRole('button', { name: 'Tạo địa chỉ lịch' }).click();
    const address = await page.locator('.address-to-copy code').innerText();
    const feed = await fetch(address);
    expect(feed.headers.get('content-type')).toContain('text/calendar');
    expect((await feed.text()).replace(/\r\n /g, '')).toMatch(FORUM);
    await page.getByRole('link', { name: 'Về trang lịch trên điện thoại' }).click();
    await page.getByRole('button', { name: 'Thu hồi địa chỉ lịch' }).click();
    expect((await fetch(address)).status).toBe(404);
  });
});
