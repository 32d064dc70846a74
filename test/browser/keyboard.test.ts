import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, openWindow, SAMPLE_PASSWORD } from './support/chromium.ts';
import { type Program, startProgram } from './support/program.ts';

const CRITERION_12 = '/don-vi/05983/tu-danh-gia/2026/tieu-chi/12';

let browser: Browser;
let sample: Program;
let fresh: Program;

beforeAll(async () => {
  [browser, sample, fresh] = await Promise.all([
    launchChromium(),
    startProgram('sample'),
    startProgram('fresh'),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([sample?.stop(), fresh?.stop()]);
});

/** Goes on with Tab until the focus is on what the selector names, as a person does who sees where it is. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(page, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector} on ${page.url()}.`);
}

function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
}

/** Enter, and the page that it leads to. */
async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

it('a criterion is entered, corrected, saved and handed in without a mouse', async () => {
  const page = await openWindow(browser, sample);
  await page.goto('/dang-nhap');
  await tabTo(page, '#ten_dang_nhap');
  await page.keyboard.type('thuongtruc.luongvantri');
  await tabTo(page, '#mat_khau');
  await page.keyboard.type(SAMPLE_PASSWORD);
  await enter(page);
  await tabTo(page, `a[href="${CRITERION_12}"]`);
  await enter(page);

  await tabTo(page, '[name="villages_with_play_area"]');
  await page.keyboard.type('nhiều');
  await tabTo(page, '#bieu-so-lieu .button-row .button:not([formaction])');
  await enter(page);
  expect(await isFocused(page, '.error-summary'), 'the focus is on the faults').toBe(true);
  await tabTo(page, '.error-summary a');
  await page.keyboard.press('Enter');
  expect(await isFocused(page, '[name="villages_with_play_area"]'), 'the link leads to the box').toBe(true);

  await page.keyboard.press('Control+A');
  await page.keyboard.type('11');
  await tabTo(page, '[name="children_events_held"]');
  await page.keyboard.type('6');
  await tabTo(page, '#bieu-so-lieu button[formaction]');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Space')]);
  expect(await page.locator('main [role="status"]').first().innerText()).toContain('Đã nộp tiêu chí');
  await page.context().close();
});

it('the first stop of a page leads past its head', async () => {
  const page = await openWindow(browser, sample);
  await page.goto('/dang-nhap');
  await page.keyboard.press('Tab');
  expect(await isFocused(page, '.skip')).toBe(true);
  expect(await page.locator('.skip').isVisible()).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  await page.context().close();
});

it('the unit is found and taken by arrows, and Escape closes the list', async () => {
  const page = await openWindow(browser, fresh);
  await page.goto('/cai-dat');
  await page.locator('#q[role="combobox"]').waitFor();
  await tabTo(page, '#q');
  await page.keyboard.type('luong van tri');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const active = await page.getAttribute('#q', 'aria-activedescendant');
  expect(await page.locator(`#${active}`).innerText()).toContain('Phường Lương Văn Tri');
  await page.keyboard.press('Escape');
  expect(await page.getAttribute('#q', 'aria-expanded')).toBe('false');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await page.inputValue('#q')).toBe('Phường Lương Văn Tri, Tỉnh Lạng Sơn');
  await enter(page);
  expect(page.url()).toContain('don_vi=05983');
  await page.context().close();
});
