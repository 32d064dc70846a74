import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFaults, accessibilityFaultsOfLayout } from './support/axe.ts';
import { launchChromium, openWindowOf } from './support/chromium.ts';
import { complaintsOf } from './support/page-faults.ts';
import { type Program, startProgram } from './support/program.ts';
import { WARD } from './support/ward.ts';

const LIBRARY = `${WARD}/minh-chung`;
const PLANNER = 'thuongtruc.luongvantri';

let browser: Browser;
let program: Program;
let folder: string;

beforeAll(async () => {
  [browser, program, folder] = await Promise.all([
    launchChromium(),
    startProgram('sample'),
    mkdtemp(join(tmpdir(), 'mang-non-tep-')),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await rm(folder, { recursive: true, force: true });
});

const report = (text: string) =>
  `ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHƯỜNG MẪU           Độc lập - Tự do - Hạnh phúc
Số: 41/BC-TYT        Phường Mẫu, ngày 02 tháng 10 năm 2026

BÁO CÁO
Kết quả tiêm chủng quý III năm 2026

${text}
`;

/** A JPEG that lies on its side and says where it was taken: red at what is its top once turned right. */
async function photographOnItsSide(): Promise<Buffer> {
  const canvas = createCanvas(80, 40);
  const paint = canvas.getContext('2d');
  paint.fillStyle = '#00f';
  paint.fillRect(0, 0, 80, 40);
  paint.fillStyle = '#f00';
  paint.fillRect(0, 0, 40, 40);
  const jpeg = await canvas.encode('jpeg');
  const tiff = Buffer.from(
    // Two entries: orientation 6 (its left is the top), and a pointer to GPS with one entry, "N".
    '4d4d002a00000008000201120003000000010006000088250004000000010000002600000000000100010002000000024e00' +
      '000000000000',
    'hex',
  );
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

const rows = (page: Page) => page.locator('.uploads li');

it('takes files that are dropped and chosen, and makes evidence of one by what it says itself', async () => {
  const page = await openWindowOf(PLANNER, browser, program);
  const complaints = complaintsOf(page);
  await page.goto(`${LIBRARY}/them`);
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'bao-cao-tiem-chung.txt', { type: 'text/plain' }));
    return transfer;
  }, report('Có 12 cháu suy dinh dưỡng được theo dõi.'));
  await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: dropped });
  await page.setInputFiles('#tep', {
    name: 'ghi-chu.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Ghi chú khác'),
  });
  await page.locator('.uploads a').nth(1).waitFor();
  expect(await rows(page).allInnerTexts()).toEqual([
    expect.stringContaining('Đã nhận'),
    expect.stringContaining('Đã nhận'),
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.locator('.uploads a').first().click();
  expect(await page.inputValue('#so')).toBe('41');
  expect(await page.inputValue('#ky_hieu')).toBe('BC-TYT');
  expect(await page.inputValue('#ngay_ban_hanh')).toBe('02/10/2026');
  await page.locator('summary', { hasText: 'Dùng cho' }).click();
  await page.getByLabel(/^5\.1 /).check();
  await page.getByRole('button', { name: 'Đưa vào kho' }).click();
  expect(await page.locator('h1').innerText()).toContain('Kết quả tiêm chủng quý III năm 2026');
  expect(await page.locator('#dung-cho').innerText()).toContain('5.1');
  await page.getByRole('link', { name: 'Xem nội dung' }).click();
  expect(await page.locator('.document-text').innerText()).toContain('12 cháu suy dinh dưỡng');
  await page.goto(`${LIBRARY}?tim=tiem+chung+quy+iii`);
  expect(await page.locator('table a').allInnerTexts()).toEqual([
    expect.stringContaining('tiêm chủng quý III'),
  ]);
  expect(complaints).toEqual([]);
  await page.context().close();
}, 60_000);

it('goes on with a file where the line was cut, and after the page was left', async () => {
  const page = await openWindowOf(PLANNER, browser, program);
  const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(11_000_000)]);
  const path = join(folder, 'lon.pdf');
  await writeFile(path, bytes);
  await page.goto(`${LIBRARY}/them`);
  // The first piece arrives; the second finds no line until the page has been left.
  let pieces = 0;
  await page.route('**/minh-chung/tai-len/*', async (route) => {
    if (route.request().method() === 'PATCH' && ++pieces > 1) return route.abort('connectionreset');
    return route.continue();
  });
  await page.setInputFiles('#tep', path);
  await rows(page).filter({ hasText: 'Mất đường truyền' }).waitFor();
  expect(await rows(page).innerText()).toMatch(/4\d%/);
  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await page.unroute('**/minh-chung/tai-len/*');
  const offsets: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset']!);
  });
  await page.setInputFiles('#tep', path);
  await page.locator('.uploads a').waitFor();
  expect(offsets).toEqual(['5000000', '10000000']);
  await page.locator('.uploads a').click();
  await page.getByLabel('Tên minh chứng').fill('Tệp lớn');
  await page.getByRole('button', { name: 'Đưa vào kho' }).click();
  expect(await page.locator('.hash').innerText()).toBe(createHash('sha256').update(bytes).digest('hex'));
  await page.context().close();
}, 90_000);

it('shows a photograph upright and without the place where it was taken, without a script as well', async () => {
  const page = await openWindowOf(PLANNER, browser, program, { javaScriptEnabled: false });
  await page.goto(`${LIBRARY}/them`);
  await page.setInputFiles('#tep', {
    name: 'anh.jpg',
    mimeType: 'image/jpeg',
    buffer: await photographOnItsSide(),
  });
  await page.getByRole('button', { name: 'Tải lên' }).click();
  await page.getByLabel('Tên minh chứng').fill('');
  await page.getByLabel('Trích yếu').fill('Ảnh buổi tiêm');
  await page.getByRole('button', { name: 'Đưa vào kho' }).click();
  // What was typed is still there.
  expect(await page.inputValue('#trich_yeu')).toBe('Ảnh buổi tiêm');
  await page.getByLabel('Tên minh chứng').fill('Ảnh buổi tiêm');
  await page.getByRole('button', { name: 'Đưa vào kho' }).click();
  const address = new URL((await page.locator('.file-preview img').getAttribute('src'))!, page.url()).href;
  const picture = Buffer.from(await (await page.context().request.get(address)).body());
  expect(picture.includes('Exif')).toBe(false);
  await page.context().close();

  const seeing = await openWindowOf(PLANNER, browser, program);
  await seeing.goto(address.replace(/\/tep\/1$/, ''));
  const seen = await seeing.locator('.file-preview img').evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const paint = canvas.getContext('2d')!;
    paint.drawImage(image, 0, 0);
    const [red = 0, , blue = 0] = paint.getImageData(canvas.width / 2, 5, 1, 1).data;
    return { width: canvas.width, height: canvas.height, top: red > blue ? 'red' : 'blue' };
  });
  expect(seen).toEqual({ width: 40, height: 80, top: 'red' });
  expect(await accessibilityFaults(seeing)).toEqual([]);
  await seeing.setViewportSize({ width: 320, height: 700 });
  expect(await accessibilityFaultsOfLayout(seeing)).toEqual([]);
  expect(await seeing.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await seeing.goto(`${LIBRARY}/them`);
  expect(await seeing.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await seeing.goto(LIBRARY);
  expect(await seeing.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await accessibilityFaults(seeing)).toEqual([]);
  await seeing.context().close();
}, 60_000);
