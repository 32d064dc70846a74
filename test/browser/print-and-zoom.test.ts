import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, openWindow, openWindowOf } from './support/chromium.ts';
import { type IdsOfTheSample, idsOfTheSample, pathWithIds } from './support/ids-of-the-sample.ts';
import { overlaps, widthFaults } from './support/page-faults.ts';
import { PAGES_OF } from './support/pages-of-the-sample.ts';
import { type Program, startProgram } from './support/program.ts';

/** What a window of 1366 × 768 has left at 200%. */
const HALF_SCREEN = { width: 683, height: 384 };
const REPORT = '/don-vi/05983/tu-danh-gia/2025/bao-cao';

let browser: Browser;
let program: Program;
let officer: Page;
let ids: IdsOfTheSample;

beforeAll(async () => {
  [browser, program] = await Promise.all([launchChromium(), startProgram('sample')]);
  ids = await idsOfTheSample(program.connectionString);
  officer = await openWindowOf('thuongtruc.luongvantri', browser, program);
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

it('the report prints its sheet alone', async () => {
  await officer.goto(REPORT);
  await officer.emulateMedia({ media: 'print' });
  const printed = await officer.evaluate(() => {
    const visible = (element: Element) => element.checkVisibility();
    return {
      text: document.body.innerText.trim(),
      controls: [...document.querySelectorAll('nav, button, summary, a.button, .no-print')].filter(visible)
        .length,
    };
  });
  expect(printed.controls).toBe(0);
  expect(printed.text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(printed.text).not.toContain('Măng Non');
  await officer.emulateMedia({ media: 'screen' });
});

it('a list prints without what is there to click', async () => {
  await officer.goto('/don-vi/05983/tu-danh-gia/2026');
  await officer.emulateMedia({ media: 'print' });
  const visible = await officer
    .locator('header nav, footer button, a.button')
    .evaluateAll((elements) => elements.filter((element) => element.checkVisibility()).length);
  expect(visible).toBe(0);
  expect(await officer.locator('.tasks tbody tr').count()).toBe(13);
  await officer.emulateMedia({ media: 'screen' });
});

it.each(PAGES_OF.filter(({ paths }) => paths.length > 3))(
  'at 200% nothing that $who sees is cut off or covered',
  async ({ account, paths }) => {
    const page = await (account === null
      ? openWindow(browser, program)
      : openWindowOf(account, browser, program));
    await page.setViewportSize(HALF_SCREEN);
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      await page.goto(pathWithIds(path, ids));
      const faults = [...(await widthFaults(page)), ...(await overlaps(page))];
      if (faults.length > 0) found[path] = faults;
    }
    expect(found).toEqual({});
    await page.context().close();
  },
);
