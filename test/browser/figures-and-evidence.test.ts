import { execFile } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemsOfLevel } from '../../src/domain/collection/index.ts';
import { ITEM_PREFIX } from '../../src/features/collection-workbook/reading/own-form.ts';
import { loadStandards } from '../../src/features/standards/index.ts';
import { projectFolder } from '../../src/platform/project-folder.ts';
import { openWindow } from './support/chromium.ts';
import { enterFigures, type WrittenFigure } from './support/criterion-form.ts';
import { WARD } from './support/ward.ts';
import { type WardAtWork, wardAtWork } from './support/ward-at-work.ts';

/**
 * The main story of figures and evidence: a ward of twelve villages comes from empty sheets to accepted criteria, with
 * evidence that the check calls enough and an archive that its own index verifies.
 */

const CYCLE = `${WARD}/tu-danh-gia/2026`;
const EVERY_CRITERION = Array.from({ length: 13 }, (_, index) => index + 1);
const OF_THE_POLICE = [3, 4];
const { standard } = loadStandards(join(projectFolder, 'standards')).latest('qd-06-2019')!;
const ITEMS = itemsOfLevel(standard, 'village').map(({ key }) => key);
const VILLAGES = Array.from({ length: 12 }, (_, index) => `Thử ${index + 1}`);
const [OFFLINE, IN_WORKBOOK, IN_GRID] = [VILLAGES.slice(0, 3), VILLAGES.slice(3, 5), VILLAGES.slice(5)];

/** What a village counts: every whole above its parts, and no two villages alike. */
function figuresOf(village: string): Readonly<Record<string, number | boolean>> {
  const n = VILLAGES.indexOf(village) + 1;
  const counts: Record<string, number | boolean> = {
    villages_with_collaborator: true,
    villages_with_play_area: true,
    children_total: 100 + n,
    children_injury_deaths: 0,
    children_injured: n === 12 ? 1 : 0,
    special_circumstances_total: 4 + n,
    special_circumstances_supported: 4 + n,
    under1_total: 6 + n,
    under1_fully_immunised: 6 + n,
    under5_weighed: 30 + n,
    under5_underweight: 1,
    under5_stunted: 2,
    children_checked: 99 + n,
    children_3_to_5: 20 + n,
    children_3_to_36_months: 18 + n,
  };
  return Object.fromEntries(ITEMS.map((key) => [key, counts[key] ?? Math.min(n, 3)]));
}

const totalOf = (item: string): number =>
  VILLAGES.reduce((sum, village) => sum + Number(figuresOf(village)[item]), 0);

let ward: WardAtWork;
let folder: string;
let round: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mang-non-minh-chung-'));
  ward = await wardAtWork('2026-10-20', ['planner', 'police', 'leader']);
});
afterAll(async () => {
  await ward?.close();
  await rm(folder, { recursive: true, force: true });
});

const mainOf = (page: Page) => page.locator('main').innerText();
const ownerOf = (number: number) => (OF_THE_POLICE.includes(number) ? ward.police : ward.planner);

async function openYear(): Promise<void> {
  const page = await ward.planner.open(`${WARD}/tu-danh-gia`);
  await page.fill('#nam', '2026');
  await page.click('#mo-ky button');
  await page.goto(`${CYCLE}/phan-cong`);
  for (const number of EVERY_CRITERION.filter((one) => !OF_THE_POLICE.includes(one)))
    await page.selectOption(`[name="don_vi.${number}"]`, { label: 'Phòng Văn hóa - Xã hội phường' });
  await page.click('main form button');
}

describe('a ward comes from empty sheets to accepted figures that its evidence bears out', {
  timeout: 240_000,
}, () => {
  it('writes down its twelve villages and asks each of them for its figures', async () => {
    await openYear();
    const page = await ward.planner.open(`${WARD}/dia-ban`);
    await page.selectOption('#loai_hinh', 'thôn');
    await page.fill('#ten', VILLAGES.join('\n'));
    await page.click('#them form button');
    expect(await mainOf(page)).toContain('Thử 12');

    await page.goto(`${WARD}/so-lieu/moi?nam=2026&muc=village&ky=2026`);
    await page.fill('#ngay_chot', '30/09/2026');
    await page.fill('#han_nop', '31/10/2026');
    await page.locator('main form button').last().click();
    round = new URL(page.url()).pathname;
    expect(round).toMatch(/so-lieu\/[0-9a-f-]{36}$/);
    expect(await mainOf(page)).toContain(`0/${ITEMS.length}`);
  });

  it('hears from three villages by their links, which fill in without a line', async () => {
    const planner = await ward.planner.open(`${WARD}/so-lieu/duong-dan`);
    for (const village of OFFLINE)
      await planner.getByRole('checkbox', { name: new RegExp(`${village}(?!\\d)`) }).check();
    await planner.getByRole('button', { name: 'Cấp mã mới' }).click();
    const codes = await planner.locator('.slip .code').allInnerTexts();
    const names = await planner.locator('.slip h2').allInnerTexts();
    expect(codes).toHaveLength(OFFLINE.length);
    for (const [index, code] of codes.entries()) {
      const village = OFFLINE.find((name) => names[index]!.endsWith(name))!;
      await fillInOffline(code, figuresOf(village));
    }
    await planner.goto(round);
    expect(
      await planner.locator('#phieu').getByText('Đã nộp', { exact: true }).count(),
    ).toBeGreaterThanOrEqual(OFFLINE.length);
  });

  async function fillInOffline(code: string, figures: ReturnType<typeof figuresOf>): Promise<void> {
    const page = await openWindow(ward.browser, ward.program, { viewport: { width: 320, height: 640 } });
    await page.goto(`/thon#${code}`);
    await page.getByRole('button', { name: 'Vào' }).click();
    await page.locator('a[href^="/thon/phieu/"]').first().click();
    await page.locator('input[name="so.children_total"]').waitFor();
    await page.context().setOffline(true);
    for (const [item, figure] of Object.entries(figures))
      if (typeof figure === 'boolean') await page.check(`input[name="so.${item}"][value="co"]`);
      else {
        await page.fill(`input[name="so.${item}"]`, String(figure));
        await page.locator(`input[name="so.${item}"]`).blur();
      }
    const queue = page.locator('section.queue [role="status"]');
    await expect.poll(() => queue.innerText()).toContain(`${ITEMS.length} số liệu chờ gửi`);
    // The phone learns by itself that the line is back, and sends.
    await page.context().setOffline(false);
    await expect.poll(() => queue.innerText()).toContain('Mọi số liệu đã gửi');
    await page.getByRole('button', { name: 'Nộp phiếu' }).click();
    await page.getByText('Đã nộp phiếu cho xã.').waitFor();
    await page.context().close();
  }

  it('reads two villages from the Excel form, and shows what will change before it does', async () => {
    const page = await ward.planner.open(round);
    const form = await page.request.get(`${round}/mau.xlsx`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await form.body()) as unknown as ArrayBuffer);
    for (const village of IN_WORKBOOK) fillInRow(workbook, village);
    const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
    await page.goto(`${WARD}/so-lieu/nhap-excel`);
    await page.setInputFiles('#tep', {
      name: 'so-lieu.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    });
    await page.getByRole('button', { name: 'Đọc sổ tính' }).click();
    await ward.program.runJobs();
    await page.reload();
    await page.getByRole('button', { name: `Lưu ${IN_WORKBOOK.length * ITEMS.length} ô` }).click();
    await ward.program.runJobs();
    await page.reload();
    expect(await mainOf(page)).toContain('Đã lưu');
  });

  function fillInRow(workbook: ExcelJS.Workbook, village: string): void {
    const sheet = workbook.worksheets.find((one) => one.state === 'visible' && keysOf(one) !== null)!;
    const keys = keysOf(sheet)!;
    sheet.eachRow((row) => {
      const isVillage = Array.from(row.values as unknown[]).some((value) => String(value).endsWith(village));
      if (!isVillage) return;
      for (const [item, figure] of Object.entries(figuresOf(village)))
        row.getCell(keys.get(item)!).value = typeof figure === 'boolean' ? 'Có' : figure;
    });
  }

  /** The columns of the items, by the hidden row of keys. */
  function keysOf(sheet: ExcelJS.Worksheet): ReadonlyMap<string, number> | null {
    let found: ReadonlyMap<string, number> | null = null;
    sheet.eachRow((row) => {
      // The first column is hidden and may be empty: its place is a hole in the array.
      const keys = new Map(
        Array.from(
          row.values as unknown[],
          (value, column) => [String(value).replace(ITEM_PREFIX, ''), column] as const,
        ),
      );
      if (found === null && ITEMS.every((item) => keys.has(item))) found = keys;
    });
    return found;
  }

  it('types seven villages in the grid, as a block from a spreadsheet', async () => {
    const page = await ward.planner.open(`${round}/bang`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.live').waitFor();
    const names = await page.locator('table.figure-grid tbody th').allInnerTexts();
    const first = names.findIndex((name) => name.includes(IN_GRID[0]!));
    const block = IN_GRID.map((village) =>
      ITEMS.map((item) => {
        const figure = figuresOf(village)[item];
        return typeof figure === 'boolean' ? 'Có' : figure;
      }).join('\t'),
    ).join('\r\n');
    await page.evaluate((text) => navigator.clipboard.writeText(text), block);
    await page.locator('table.figure-grid tbody tr').nth(first).locator('td').first().click();
    await page.keyboard.press('Control+v');
    // Before the paste all is saved too: only with the new sum does the page say what waits.
    const sum = totalOf('children_total').toLocaleString('vi-VN');
    await page.locator('tfoot td').nth(ITEMS.indexOf('children_total')).filter({ hasText: sum }).waitFor();
    await page.locator('.grid-status', { hasText: 'Mọi ô đã lưu' }).waitFor({ timeout: 60_000 });
  });

  it('hands in what came on paper and by Excel, and accepts all twelve sheets', async () => {
    const page = await ward.planner.open(round);
    const sheets = await page
      .locator('#phieu table a[href*="/phieu/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    expect(sheets).toHaveLength(VILLAGES.length);
    for (const sheet of sheets) {
      await page.goto(sheet);
      // What is striking is named once; whoever hands in again has seen it.
      const submit = page.locator('button[formaction$="/nop"]');
      while ((await submit.count()) > 0) await Promise.all([page.waitForEvent('load'), submit.click()]);
    }
    await page.goto(round);
    for (const box of await page.locator('#phieu input[type="checkbox"]').all()) await box.check();
    await page.getByRole('button', { name: 'Chấp nhận các phiếu đã chọn' }).click();
    expect(await mainOf(page)).toContain('Đã chấp nhận 12 phiếu');
  });

  it('takes the sums over into the self-assessment, each with its source', async () => {
    const page = await ward.planner.open(`${WARD}/so-lieu/tong-hop?nam=2026`);
    const takeAll = page.getByRole('button', { name: /^Nhận (cả|số này)/ });
    while ((await takeAll.count()) > 0)
      await Promise.all([page.waitForEvent('load'), takeAll.first().click()]);
    await page.goto(`${CYCLE}/tieu-chi/7`);
    expect(await page.inputValue('[name="under1_total"]')).toBe(String(totalOf('under1_total')));
    expect(await mainOf(page)).toContain('12/12');
  });

  it('enters what is counted in no village', async () => {
    const file = JSON.parse(
      await readFile(join(projectFolder, 'test/fixtures/figures/recognisable.json'), 'utf8'),
    ) as {
      figures: Record<string, WrittenFigure>;
      survey: Record<'children' | 'residents', { answered: number; satisfied: number }>;
    };
    const collected = new Set([...ITEMS, 'villages_total']);
    const rest = Object.fromEntries(
      Object.entries({
        ...file.figures,
        survey_children_answered: file.survey.children.answered,
        survey_children_satisfied: file.survey.children.satisfied,
        survey_residents_answered: file.survey.residents.answered,
        survey_residents_satisfied: file.survey.residents.satisfied,
        kindergarten_enrolled: totalOf('children_3_to_5'),
        nursery_enrolled: Math.floor(totalOf('children_3_to_36_months') / 3),
      }).filter(([input]) => !collected.has(input)),
    );
    for (const number of EVERY_CRITERION) {
      const page = await ownerOf(number).open(`${CYCLE}/tieu-chi/${number}`);
      await enterFigures(page, rest);
      expect(await page.locator('.error-summary').count(), `criterion ${number}`).toBe(0);
    }
  });

  it('has evidence for every indicator, and the check calls all of it enough', async () => {
    const page = await ward.planner.open(`${WARD}/minh-chung`);
    let number = 0;
    for (const { indicators } of standard.criteria)
      for (const { code, evidence } of indicators)
        for (const expected of evidence) await bringEvidence(page, code, expected, ++number);
    await ward.program.runJobs();
    await page.goto(`${WARD}/minh-chung/kiem-tra?nam=2026`);
    const indicators = standard.criteria.flatMap((criterion) => criterion.indicators).length;
    expect(await mainOf(page)).toContain(
      `${indicators} chỉ tiêu đủ, 0 chỉ tiêu yếu, 0 chỉ tiêu thiếu minh chứng.`,
    );
  });

  /** One document, as an officer describes it. */
  async function bringEvidence(page: Page, code: string, title: string, number: number): Promise<void> {
    await page.goto(`${WARD}/minh-chung/them`);
    await page.setInputFiles('#tep', {
      name: `van-ban-${number}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`Văn bản thử số ${number}, do bài thử viết ra.\n${title}\n`),
    });
    await page.locator('.uploads a').first().click();
    await page.fill('#ten', title);
    await page.fill('#so', String(number));
    await page.fill('#ky_hieu', 'BC-UBND');
    await page.fill('#ngay_ban_hanh', '05/10/2026');
    await page.fill('#co_quan', 'UBND phường');
    await page.fill('#tu_ngay', '01/01/2026');
    await page.fill('#den_ngay', '31/12/2026');
    const uses = page.locator('details', { has: page.locator(`[name="chi_tieu.${code}"]`) });
    if ((await uses.count()) > 0 && !(await uses.first().evaluate((one) => (one as HTMLDetailsElement).open)))
      await uses.first().locator('summary').first().click();
    await page.check(`[name="chi_tieu.${code}"]`);
    await page.getByRole('button', { name: 'Đưa vào kho' }).click();
    await page.locator('#dung-cho').waitFor();
  }

  it('hands every criterion in, and the leader accepts them all', async () => {
    for (const number of EVERY_CRITERION) {
      const page = await ownerOf(number).open(`${CYCLE}/tieu-chi/${number}`);
      await page.click('#bieu-so-lieu button[formaction]');
      expect(await mainOf(page), `criterion ${number}`).toContain('Đã nộp tiêu chí');
    }
    for (const number of EVERY_CRITERION) {
      const page = await ward.leader.open(`${CYCLE}/tieu-chi/${number}`);
      await page.click('form[action$="/chap-nhan"] button');
    }
    const page = await ward.leader.open(CYCLE);
    expect(await page.locator('.tasks').getByText('Đã chấp nhận').count()).toBe(EVERY_CRITERION.length);
  });

  it('takes the file of the year out as one archive, which its index verifies', async () => {
    const page = await ward.planner.open(`${WARD}/minh-chung/ho-so-nam/2026`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main a[href*=".zip"]').first().click(),
    ]);
    const entries = Object.entries(unzipSync(await readFile(await file.path())));
    expect(entries.length).toBeGreaterThan(standard.criteria.flatMap(({ indicators }) => indicators).length);
    for (const [name, bytes] of entries) {
      const path = join(folder, ...name.split('/'));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }

    expect(await verify()).toMatchObject({ asTakenOut: true });
    const [texts] = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.txt'));
    await appendFile(join(folder, texts!), 'đổi');
    expect(await verify()).toMatchObject({ asTakenOut: false, changed: [expect.any(String)] });
  });

  async function verify(): Promise<unknown> {
    const cli = join(projectFolder, 'dist/server/cli.js');
    const { stdout } = await promisify(execFile)(process.execPath, [
      cli,
      'evidence',
      'verify',
      folder,
      '--json',
    ]).catch((error: { stdout: string }) => error);
    return JSON.parse(stdout);
  }
});
