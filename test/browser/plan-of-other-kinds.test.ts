import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOfDocx } from '../../src/documents/testing/extract.ts';
import { projectFolder } from '../../src/platform/project-folder.ts';
import {
  answerOn,
  confirmReading,
  issue,
  linkedFile,
  PAPER,
  PLANS,
  putToWork,
  readWordFile,
  sha256Of,
  textOn,
} from './support/plan-pages.ts';
import { openFromInbox, report } from './support/task-pages.ts';
import { type WardAtWork, wardAtWork } from './support/ward-at-work.ts';
import { wordFileOf } from './support/word-file.ts';

/** A plan as a ward has written it; it does not come with the program. */
const PLAN_AS_WRITTEN = join(projectFolder, '../shared/samples/plan-phuong-luong-van-tri-2026.txt');
const VILLAGES = 'Các tổ dân phố trên địa bàn phường';

let ward: WardAtWork;

beforeAll(async () => {
  ward = await wardAtWork('2026-05-20', ['planner', 'police']);
});

afterAll(() => ward?.close());

/** Writes a plan from a blank. @returns what its page says, and the paper */
async function blankPlanOf(year: number): Promise<{ page: string; paper: string }> {
  const page = await ward.planner.open(PLANS);
  await page.getByRole('link', { name: 'Lập kế hoạch mới' }).first().click();
  await page.getByLabel('Kế hoạch của năm').fill(String(year));
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  expect(await answerOn(page)).toContain('Đã lập dự thảo');
  const said = await textOn(page);
  await page.getByRole('link', { name: 'Xem bản in' }).click();
  return { page: said, paper: await page.locator('.paper').innerText() };
}

describe('a plan written from a blank', () => {
  it('of 2024 names the officers of that time, and the labour office of the district', async () => {
    const { page, paper } = await blankPlanOf(2024);
    expect(page).toContain('Công chức Tư pháp - Hộ tịch phường');
    expect(paper).toContain('Công chức Tư pháp - Hộ tịch phường');
    expect(paper).toContain('Phòng Lao động - Thương binh và Xã hội huyện (b/c)');
    expect(paper).not.toMatch(/Sở Y tế|Phòng Văn hóa - Xã hội/);
  });

  it('of 2026 names divisions and the department of health, and neither district nor labour', async () => {
    const { page, paper } = await blankPlanOf(2026);
    expect(paper).toContain('Phòng Văn hóa - Xã hội phường');
    expect(paper).toContain('Sở Y tế tỉnh Lạng Sơn (b/c)');
    for (const text of [page, paper]) expect(text).not.toMatch(/huyện|Lao động - Thương binh và Xã hội/);
  });
});

describe('without a script', () => {
  it('a text is pasted, confirmed and put to work', async () => {
    const context = await ward.browser.newContext({
      baseURL: ward.program.url,
      javaScriptEnabled: false,
      storageState: await ward.planner.page.context().storageState(),
    });
    const page = await context.newPage();
    await page.goto(PLANS);
    await page.getByRole('link', { name: 'Đọc kế hoạch có sẵn' }).click();
    await page.getByLabel('Hoặc dán văn bản vào đây').fill(readFileSync(PAPER, 'utf8'));
    await page.getByRole('button', { name: 'Đọc văn bản' }).click();
    expect(await textOn(page)).toContain('Văn bản dán vào, không có tệp');
    await confirmReading(page);
    await putToWork(page, VILLAGES);
    expect(await answerOn(page)).toContain('Đã giao việc: 9 việc và 2 chỉ tiêu');
    await context.close();
  });
});

if (existsSync(PLAN_AS_WRITTEN))
  describe('a plan as a ward has written it', () => {
    it('is read, put to work, signed and printed, and its first task reported', async () => {
      const sent = await wordFileOf(readFileSync(PLAN_AS_WRITTEN, 'utf8'));
      const page = await ward.planner.open(PLANS);
      await readWordFile(page, 'ke-hoach-phuong.docx', sent);
      const plan = await confirmReading(page);
      await putToWork(page, VILLAGES);
      expect(await answerOn(page)).toMatch(/Đã giao việc: 1\d việc/);
      await issue(page, '138', '19/5/2026');
      expect(await answerOn(page)).toContain('Đã ban hành');
      const docx = await linkedFile(page, '/van-ban.docx');
      const original = await linkedFile(page, '/ban-goc/tep');
      expect(original.equals(sent)).toBe(true);
      expect(await page.locator('code.hash').allInnerTexts()).toContain(sha256Of(docx));
      const printed = textOfDocx(docx).join('\n');
      expect(printed).toContain('Số: 138/KH-UBND');
      expect(printed).toContain('ngày 19 tháng 5 năm 2026');
      const task = await openFromInbox(ward.police, /phòng, chống tội phạm xâm hại trẻ em/);
      await report(task, 'Đã kiểm tra ba trường học.', 'bien-ban.pdf');
      expect(await answerOn(task)).toContain('Đã báo cáo hoàn thành');
      await page.goto(plan);
      expect(await page.locator('.plan-facts').first().innerText()).toContain('Đã ban hành');
    });
  });
