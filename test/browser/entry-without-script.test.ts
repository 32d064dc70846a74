import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium, openWindowOf } from './support/chromium.ts';
import { enterFigures } from './support/criterion-form.ts';
import { type Program, startProgram } from './support/program.ts';

const CRITERION_6 = '/don-vi/05983/tu-danh-gia/2026/tieu-chi/6';
const SUPPORTED = '[name="special_circumstances_supported"]';
const TOTAL = '[name="special_circumstances_total"]';

let browser: Browser;
let program: Program;
let officer: Page;

beforeAll(async () => {
  [browser, program] = await Promise.all([launchChromium(), startProgram('sample')]);
  officer = await openWindowOf('thuongtruc.luongvantri', browser, program, { javaScriptEnabled: false });
});

beforeEach(() => officer.goto(CRITERION_6));

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

it('a fault is told above the form with a link to its box, and nothing typed is lost', async () => {
  await officer.fill(SUPPORTED, '95,7');
  await officer.fill('[name="severe_cases_total"]', 'chưa rõ');
  await officer.click('#bieu-so-lieu .button-row .button');

  expect(await officer.locator('.error-summary a').count()).toBe(2);
  for (const link of await officer.locator('.error-summary a').all()) {
    const message = (await link.textContent()) ?? '';
    const box = (await link.getAttribute('href'))!.slice(1);
    expect(await officer.locator(`[id="${box}"]`).count(), box).toBe(1);
    expect(await officer.locator(`[id="${box}-error"]`).textContent()).toContain(message);
  }
  expect(await officer.inputValue(SUPPORTED)).toBe('95,7');
  expect(await officer.inputValue('[name="severe_cases_total"]')).toBe('chưa rõ');
  expect(await officer.title()).toMatch(/^Lỗi/);
});

it('a part above its whole is refused, with the whole in the words', async () => {
  await officer.fill(TOTAL, '120');
  await officer.fill(SUPPORTED, '121');
  await officer.click('#bieu-so-lieu .button-row .button');
  expect(await officer.locator('.error-summary').innerText()).toContain('120');
  expect(await officer.inputValue(SUPPORTED)).toBe('121');
});

it('saving answers with the points', async () => {
  await enterFigures(officer, { severe_cases_total: 0, severe_cases_with_timely_plan: 0 });
  const answer = officer.locator('main [role="status"]').first();
  expect(await answer.innerText()).toContain('trên 125 điểm');
});

it('two people who change one figure both see both values, and the history keeps them', async () => {
  const colleague = await openWindowOf('thuongtruc.luongvantri', browser, program, {
    javaScriptEnabled: false,
  });
  await colleague.goto(CRITERION_6);
  await colleague.fill(SUPPORTED, '124');
  await officer.fill(SUPPORTED, '126');
  await colleague.click('#bieu-so-lieu .button-row .button');
  await officer.click('#bieu-so-lieu .button-row .button');

  const conflict = officer.locator('.conflict');
  expect(await conflict.locator('.value').allInnerTexts()).toEqual(['126', '124']);
  expect(await officer.inputValue(SUPPORTED)).toBe('126');
  await officer.click('#bieu-so-lieu .button-row .button');
  expect(await conflict.count()).toBe(0);

  await officer.locator('a[href$="/lich-su/special_circumstances_supported"]').click();
  const history = await officer.locator('main').innerText();
  expect(history).toContain('123 → 124');
  expect(history).toContain('124 → 126');
  await colleague.context().close();
});

it('what is not finished is not handed in, and the page says what is missing', async () => {
  await officer.goto('/don-vi/05983/tu-danh-gia/2026/tieu-chi/12');
  await officer.click('#bieu-so-lieu button[formaction]');
  expect(await officer.locator('.error-summary').innerText()).toContain('rồi nộp');
});
