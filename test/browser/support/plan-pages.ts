import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectFolder } from '../../../src/platform/project-folder.ts';
import { WARD } from './ward.ts';

export const PLANS = `${WARD}/ke-hoach`;

/** A plan of the ward on paper, and what to know some of its items by. */
export const PAPER = join(projectFolder, 'test/fixtures/year-of-a-plan/ke-hoach-phuong-2026.txt');
export const COMMUNICATION = /^Truyền thông về quyền trẻ em/;
export const CHILDREN_OF_THE_POLICE = /hằng tháng thống kê vụ việc/;
export const EXAMINATION = /khám sức khỏe cho trẻ em dưới 6 tuổi/;
export const FORUM = /Tổ chức Diễn đàn trẻ em/;
export const COMMITMENT = /^Vận động gia đình ký cam kết/;

/** What the page answers to a deed. */
export const answerOn = (page: Page): Promise<string> =>
  page.locator('main [role="status"]').first().innerText();

export const textOn = (page: Page): Promise<string> => page.locator('main').innerText();

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Opens a fold of the page by its words, unless it stands open. */
export async function unfold(page: Page, summary: string): Promise<void> {
  const words = page
    .locator('main details > summary')
    .filter({ hasText: new RegExp(`^\\s*${summary}\\s*$`) });
  if ((await words.locator('..').getAttribute('open')) === null) await words.click();
}

/** Brings a Word file in, from the list of plans to the page that shows what was read. */
export async function readWordFile(page: Page, name: string, file: Buffer): Promise<void> {
  await page.goto(PLANS);
  await page.getByRole('link', { name: 'Đọc kế hoạch có sẵn' }).click();
  await page.setInputFiles('#tep', {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: file,
  });
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
}

/** Confirms what was read. @returns the address of the plan that it became */
export async function confirmReading(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Xác nhận, lập dự thảo kế hoạch' }).click();
  return new URL(page.url()).pathname;
}

/**
 * Puts the open plan to work; where the plan leaves open who leads, the named organisation does.
 * @param measures those that become tasks of the standing body
 */
export async function putToWork(page: Page, lead: string, ...measures: RegExp[]): Promise<void> {
  await page.getByRole('link', { name: 'Giao việc', exact: true }).click();
  for (const choice of await page.getByLabel('Đơn vị chủ trì').all())
    if ((await choice.inputValue()) === '') await choice.selectOption({ label: lead });
  for (const measure of measures) await page.getByLabel(measure).check();
  await page.locator('main form').getByRole('button', { name: 'Giao việc' }).click();
}

/** Enters number and day of a plan that has been signed, from its page. */
export async function issue(page: Page, number: string, day: string): Promise<void> {
  await page.getByRole('link', { name: 'Ban hành', exact: true }).click();
  await page.fill('#so', number);
  await page.fill('#ngay', day);
  await page.getByRole('button', { name: 'Ban hành' }).click();
}

/** A file that the open page links to. */
export async function linkedFile(page: Page, ending: string): Promise<Buffer> {
  const href = await page.locator(`main a[href$="${ending}"]`).first().getAttribute('href');
  return (await page.request.get(href!)).body();
}

/** How much of a picture is dark, from 0 to 1: a blank page has nothing. */
export function darkShareOf(page: Page, picture: Buffer): Promise<number> {
  return page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const drawing = canvas.getContext('2d')!;
      drawing.drawImage(image, 0, 0);
      const { data } = drawing.getImageData(0, 0, image.width, image.height);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at]! < 128) dark++;
      return dark / (data.length / 4);
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
}
