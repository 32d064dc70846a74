import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, sqlBuilder, withScope } from '../../src/platform/database/index.ts';
import { accessibilityFaults } from './support/axe.ts';
import { launchChromium, openWindowOf, type VisitorOptions } from './support/chromium.ts';
import { type Program, startProgram } from './support/program.ts';
import { type RoundOfTheSample, roundInTheSample } from './support/round-of-collection.ts';

const OFFICER = 'thuongtruc.luongvantri';
const ITEMS = ['villages_with_collaborator', 'children_total', 'children_total:female', 'children_injured'];

let browser: Browser;
let program: Program;
let round: RoundOfTheSample;

beforeAll(async () => {
  [browser, program] = await Promise.all([launchChromium(), startProgram('sample')]);
});
afterAll(async () => {
  await browser.close();
  await program.stop();
});
beforeEach(async () => {
  round = await roundInTheSample(program, 4, { items: ITEMS });
});

async function openGrid({
  username = OFFICER,
  ...options
}: VisitorOptions & { readonly username?: string } = {}): Promise<Page> {
  const page = await openWindowOf(username, browser, program, options);
  await page.goto(`${round.path}/bang`);
  if (options.javaScriptEnabled !== false) await page.locator('.live').waitFor();
  return page;
}

const cell = (page: Page, row: number, column: number) =>
  page.locator('table.figure-grid tbody tr').nth(row).locator('td').nth(column);
/** What a cell shows, without the words for who listens. */
const shown = (page: Page, row: number, column: number) =>
  cell(page, row, column)
    .locator('.value')
    .evaluate((value) => (value.firstChild as Text).data);
/** What a cell says to who listens. */
const said = (page: Page, row: number, column: number) => cell(page, row, column).getAttribute('aria-label');
const status = (page: Page, text: string) => page.locator('.grid-status', { hasText: text }).waitFor();
async function allSaved(page: Page): Promise<void> {
  // What the last key does is over: before, the status still speaks of what was.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestIdleCallback(done)))),
  );
  await status(page, 'Mọi ô đã lưu');
}

async function type(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys)
    if (/^[A-Z]/.test(key)) await page.keyboard.press(key);
    else await page.keyboard.type(key);
}

describe('the grid', () => {
  it('takes numbers by the keyboard as a spreadsheet, saves each cell and undoes', async () => {
    const page = await openGrid();
    await cell(page, 0, 1).click();
    await type(page, '120', 'Tab', '58', 'Enter', '1.095', 'Enter', '95,7', 'ArrowUp');
    await status(page, '1 ô không hợp lệ');
    expect(
      await page.locator(':focus').getAttribute('aria-colindex'),
      'Enter goes back to where Tab began',
    ).toBe('3');
    expect(await shown(page, 1, 1)).toBe('1.095');
    expect(await said(page, 2, 1)).toContain('số nguyên');
    await cell(page, 0, 0).click();
    await type(page, 'c', 'ArrowDown', 'k');
    expect([await shown(page, 0, 0), await shown(page, 1, 0)]).toEqual(['Có', 'Không']);
    await cell(page, 2, 1).click();
    await type(page, 'Delete', 'F2', '7', 'Escape');
    await allSaved(page);
    await type(page, 'Control+z', 'Control+z');
    expect([await shown(page, 2, 1), await shown(page, 1, 0)], 'the last two deeds').toEqual(['95,7', '']);
    await type(page, 'Control+y', 'Control+y');
    expect([await shown(page, 2, 1), await shown(page, 1, 0)]).toEqual(['', 'Không']);
    await allSaved(page);
    const total = page.locator('tfoot td').nth(1);
    expect(await total.innerText()).toMatch(/1\.215\s+2\/4 nơi/);
    await page.close();

    const again = await openGrid();
    expect(await shown(again, 0, 1)).toBe('120');
    expect(await shown(again, 1, 1)).toBe('1.095');
  });

  it('loses no key of somebody who types faster than a slow phone shows', async () => {
    const page = await openGrid();
    const phone = await page.context().newCDPSession(page);
    await phone.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await cell(page, 0, 1).click();
    const keys = [
      '1',
      '2',
      '0',
      'Enter',
      '5',
      '8',
      'Backspace',
      '9',
      'Enter',
      '7',
      'ArrowDown',
      '4',
      'Escape',
    ];
    await Promise.all(keys.map((key) => page.keyboard.press(key)));
    await allSaved(page);
    expect(await Promise.all([0, 1, 2, 3].map((row) => shown(page, row, 1)))).toEqual(['120', '59', '7', '']);
  });

  it('takes over what was typed where the focus goes elsewhere before the field has come', async () => {
    const page = await openGrid();
    await cell(page, 0, 1).click();
    await page.evaluate(() => {
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: '7', bubbles: true }));
      document.querySelector<HTMLElement>('[data-part="toolbar"] button')!.focus();
    });
    await allSaved(page);
    expect(await shown(page, 0, 1)).toBe('7');
    expect(
      await page.locator('[data-part="toolbar"] button:focus').count(),
      'nobody takes the focus back',
    ).toBe(1);
  });

  it('takes a block from Excel, gives one back, and undoes it as one', async () => {
    const page = await openGrid({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(() =>
      navigator.clipboard.writeText('Có\t1.234\t600\r\nKhông\t95,7\t"x: mới\nlập"\r\n\t12\t—\r\n'),
    );
    await cell(page, 0, 0).click();
    await page.keyboard.press('Control+v');
    await status(page, '1 ô không hợp lệ');
    expect(await shown(page, 0, 1)).toBe('1.234');
    expect(await said(page, 1, 2)).toContain('Không áp dụng');
    expect(await said(page, 2, 2)).toContain('Chưa đến hạn');
    await cell(page, 0, 0).click();
    await type(page, 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Có\t1234\r\nKhông\t95,7\r\n');
    await page.keyboard.press('Control+z');
    await allSaved(page);
    expect([await shown(page, 0, 1), await shown(page, 1, 1), await shown(page, 2, 1)]).toEqual(['', '', '']);
  });

  it('leaves what is selected as it is where a picture is pasted', async () => {
    const page = await openGrid();
    await cell(page, 0, 1).click();
    await type(page, '120', 'Enter', '58', 'Enter');
    await allSaved(page);
    await cell(page, 0, 1).click();
    await type(page, 'Shift+ArrowDown');
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(1)], 'anh.png', { type: 'image/png' }));
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    expect([await shown(page, 0, 1), await shown(page, 1, 1)]).toEqual(['120', '58']);
  });

  it('shows after going back what was stored meanwhile, to be typed over without a conflict', async () => {
    const page = await openGrid();
    await cell(page, 0, 1).click();
    const isSaved = page.waitForResponse('**/o');
    await type(page, '42', 'Enter');
    await isSaved;
    await page.locator('td.is-just-saved').waitFor();
    await page.goto(round.path);
    await page.goBack();
    await cell(page, 0, 1).locator('.value', { hasText: '42' }).waitFor({ timeout: 10_000 });
    expect(await said(page, 0, 1), 'nothing is said of others').toBeNull();
    await cell(page, 0, 1).click();
    await type(page, '43', 'Enter');
    await allSaved(page);
    expect(await shown(page, 0, 1)).toBe('43');
  });

  it('shows both values where somebody else changed the cell, and a person chooses', async () => {
    const [mine, theirs] = [await openGrid(), await openGrid()];
    await cell(theirs, 0, 1).click();
    await type(theirs, '77', 'Enter');
    await allSaved(theirs);
    await cell(mine, 0, 1).click();
    await type(mine, '55', 'Enter');
    await status(mine, '1 ô cần chọn');
    expect(await said(mine, 0, 1)).toContain('Người khác vừa sửa');
    await type(mine, 'ArrowUp', 'Control+Enter');
    await mine.getByRole('button', { name: 'Lấy giá trị đã lưu: 77' }).waitFor();
    await mine.getByRole('button', { name: 'Giữ giá trị của tôi: 55' }).click();
    await allSaved(mine);
    await theirs.reload();
    expect(await shown(theirs, 0, 1)).toBe('55');
  });

  it('keeps what was typed without a line, over a reload too, and sends it once the line is back', async () => {
    const page = await openGrid();
    await page.context().setOffline(true);
    await cell(page, 3, 1).click();
    await type(page, '31', 'Enter');
    await status(page, 'Mất kết nối, sẽ tự gửi lại');
    expect(await said(page, 3, 1)).toContain('Đang chờ gửi');
    await page.context().setOffline(false);
    await allSaved(page);

    await page.route('**/o', (route) => route.abort());
    await cell(page, 3, 2).click();
    await type(page, '15', 'Enter');
    await status(page, 'Mất kết nối');
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    await page.locator('.live').waitFor();
    expect(await shown(page, 3, 2)).toContain('15');
    await page.unroute('**/o');
    await allSaved(page);
    await page.reload();
    expect([await shown(page, 3, 1), await shown(page, 3, 2)]).toEqual(['31', '15']);
  });

  it('keeps over a reload what stood in a field that was never left', async () => {
    const page = await openGrid();
    page.on('dialog', (dialog) => dialog.accept());
    await cell(page, 2, 1).click();
    await type(page, '64');
    await page.locator('.cell-editor').waitFor();
    await page.reload();
    await page.locator('.live').waitFor();
    expect(await shown(page, 2, 1)).toBe('64');
    await allSaved(page);
  });

  it('is there to look at for the leader, with nothing to undo or to save', async () => {
    const page = await openGrid({ username: 'lanhdao.luongvantri' });
    await page.locator('th .lock', { hasText: 'Chỉ xem' }).first().waitFor();
    const buttons = page.locator('[data-part="toolbar"] button');
    expect(await buttons.allInnerTexts()).toEqual(['Chi tiết ô']);
    expect(await page.locator('.grid-status').innerText()).toBe('');
    await buttons.click();
    await page.getByText('Chưa có kỳ trước.').waitFor();
  });

  it('does not take anything in a locked row, and says why', async () => {
    await setState('accepted');
    const page = await openGrid();
    await page.locator('th .lock', { hasText: 'Đã chấp nhận' }).waitFor();
    await cell(page, 0, 1).click();
    await type(page, '9');
    await status(page, 'Đã chấp nhận');
    expect(await page.locator('.cell-editor').count()).toBe(0);
    expect(await cell(page, 0, 1).getAttribute('aria-readonly')).toBe('true');
  });

  it('is one stop of the Tab key, is left by Escape and Tab, and has no fault for axe with its details open', async () => {
    const page = await openGrid();
    expect(await page.locator('table.figure-grid [tabindex="0"]').count()).toBe(1);
    await cell(page, 0, 1).click();
    await type(page, 'Escape', 'Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('table') === null)).toBe(true);
    await cell(page, 0, 1).click();
    await type(page, 'x', 'Control+Enter');
    await page.getByLabel('Ghi chú').fill('Đã đếm lại');
    await page.getByRole('button', { name: 'Lưu ghi chú' }).click();
    await page.getByText('Chưa có kỳ trước.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('on a phone opens a cell by a tap, with digits to press, and nothing wider than the window', async () => {
    const page = await openGrid({ viewport: { width: 320, height: 640 }, hasTouch: true });
    await cell(page, 1, 1).tap();
    const field = page.locator('.cell-editor');
    expect(await field.getAttribute('inputmode')).toBe('numeric');
    await field.fill('12');
    await cell(page, 0, 0).tap();
    await page.locator('select.cell-editor').selectOption('Có');
    await allSaved(page);
    expect([await shown(page, 1, 1), await shown(page, 0, 0)]).toEqual(['12', 'Có']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const box = (await cell(page, 1, 1).boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(44);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('without a script shows what is stored, with the way to each form', async () => {
    const page = await openGrid({ javaScriptEnabled: false });
    await page.getByText('Mở phiếu của từng nơi để nhập hoặc sửa số liệu.').waitFor();
    expect(await page.locator('tbody th a').first().getAttribute('href')).toBe(
      `${round.path}/phieu/${round.sheets[0]}`,
    );
    await page.locator('tbody th a').first().click();
    expect(new URL(page.url()).pathname).toBe(`${round.path}/phieu/${round.sheets[0]}`);
  });
});

async function setState(state: 'accepted'): Promise<void> {
  const database = openDatabase(program.connectionString);
  await withScope(database, { kind: 'system', purpose: 'test' }, (scope) =>
    scope.rows(sqlBuilder.updateTable('collection_sheet').set({ state }).where('id', '=', round.sheets[0]!)),
  );
  await database.close();
}
