import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFaults, accessibilityFaultsOfLayout } from './support/axe.ts';
import { launchChromium, openWindow, openWindowOf } from './support/chromium.ts';
import { type IdsOfTheSample, idsOfTheSample, pathWithIds } from './support/ids-of-the-sample.ts';
import { buildingFaults, complaintsOf, widthFaults } from './support/page-faults.ts';
import { PAGES_OF } from './support/pages-of-the-sample.ts';
import { type Program, startProgram } from './support/program.ts';

const LANGUAGES = ['vi', 'en'] as const;
const OFFICE_SCREEN = { width: 1366, height: 768 };
const SMALL_PHONE = { width: 320, height: 640 };

let browser: Browser;
let sample: Program;
let fresh: Program;
let ids: IdsOfTheSample;
/** Paths that were looked at, as they are in the address bar. */
const seen = new Set<string>();

beforeAll(async () => {
  [browser, sample, fresh] = await Promise.all([
    launchChromium(),
    startProgram('sample'),
    startProgram('fresh'),
  ]);
  ids = await idsOfTheSample(sample.connectionString);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([sample?.stop(), fresh?.stop()]);
});

/**
 * What is wrong with the page that the window shows: on the screen of an office and on a small phone. Both languages have
 * the same elements, so that their names and roles are looked at in Vietnamese; English is looked at for what its own words
 * do: their length, and that none is missing.
 */
async function faultsOf(page: Page, language: 'vi' | 'en', complaints: string[]): Promise<string[]> {
  seen.add(new URL(page.url()).pathname);
  await page.setViewportSize(OFFICE_SCREEN);
  const faults = [
    ...complaints.splice(0),
    ...(await buildingFaults(page, language)),
    ...(language === 'vi' ? await accessibilityFaults(page) : []),
    ...(await widthFaults(page)),
  ];
  await page.setViewportSize(SMALL_PHONE);
  const onPhone = [
    ...(language === 'vi' ? await accessibilityFaultsOfLayout(page) : []),
    ...(await widthFaults(page)),
  ];
  return [...faults, ...onPhone.map((fault) => `at 320 px: ${fault}`), ...complaints.splice(0)];
}

async function faultsOfPaths(page: Page, language: 'vi' | 'en', paths: readonly string[]): Promise<object> {
  const complaints = complaintsOf(page);
  const found: Record<string, string[]> = {};
  for (const pattern of paths) {
    const path = pathWithIds(pattern, ids);
    await page.goto(path);
    const faults = await faultsOf(page, language, complaints);
    if (faults.length > 0) found[pattern] = faults;
  }
  return found;
}

/** The same in both languages at once, each in a window of its own. */
async function inBothLanguages(work: (language: 'vi' | 'en') => Promise<void>): Promise<void> {
  await Promise.all(LANGUAGES.map(work));
}

it.each(PAGES_OF)(
  '$who meets pages that everybody can use',
  ({ account, paths }) =>
    inBothLanguages(async (language) => {
      const page = await (account === null
        ? openWindow(browser, sample, { language })
        : openWindowOf(account, browser, sample, { language }));
      expect(await faultsOfPaths(page, language, paths)).toEqual({});
      await page.context().close();
    }),
  180_000,
);

it('the set-up can be used by everybody, before and after the search', () =>
  inBothLanguages(async (language) => {
    const page = await openWindow(browser, fresh, { language });
    const paths = ['/cai-dat', '/cai-dat?q=luong+van+tri', '/cai-dat?q=xyz', '/cai-dat?don_vi=05983'];
    expect(await faultsOfPaths(page, language, paths)).toEqual({});
    await page.context().close();
    const plain = await openWindow(browser, fresh, { language });
    // Without the islands, as where scripts are switched off; axe itself needs them.
    await plain.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    expect(await faultsOfPaths(plain, language, ['/cai-dat?q=luong+van+tri'])).toEqual({});
    await plain.context().close();
  }));

it('a form that is refused can be used by everybody', () =>
  inBothLanguages(async (language) => {
    const page = await openWindowOf('quantri.luongvantri', browser, sample, { language });
    const complaints = complaintsOf(page);
    await page.goto('/nguoi-dung/moi');
    await page.click('main form button');
    expect(await faultsOf(page, language, complaints)).toEqual([]);
    await page.context().close();

    const officer = await openWindowOf('thuongtruc.luongvantri', browser, sample, { language });
    const remarks = complaintsOf(officer);
    await officer.goto('/don-vi/05983/tu-danh-gia/2026/tieu-chi/6');
    await officer.fill('[name="special_circumstances_supported"]', '95,7');
    await officer.fill('[name="severe_cases_total"]', 'hai');
    await officer.click('#bieu-so-lieu .button-row .button');
    expect(await officer.locator('.error-summary a').count()).toBe(2);
    expect(await faultsOf(officer, language, remarks)).toEqual([]);
    await officer.context().close();
  }));

it('an account and its one-time password can be used by everybody', () =>
  inBothLanguages(async (language) => {
    const page = await openWindowOf('quantri.luongvantri', browser, sample, { language });
    const complaints = complaintsOf(page);
    await page.goto('/nguoi-dung/moi');
    await page.fill('#ho_ten', `Người Mới ${language}`);
    await page.selectOption('#to_chuc_1', { index: 1 });
    await page.click('main form button');
    expect(await page.locator('main code').count()).toBe(1);
    expect(await faultsOf(page, language, complaints)).toEqual([]);
    await page.goto('/nguoi-dung');
    await page.getByRole('link', { name: `Người Mới ${language}` }).click();
    expect(await faultsOf(page, language, complaints)).toEqual([]);
    await page.click('#cap-mat-khau button');
    expect(await faultsOf(page, language, complaints)).toEqual([]);
    await page.context().close();
  }));

it('no page of the program was left out', () => {
  const isSeen = (pattern: string) => {
    const shape = new RegExp(`^${pattern.replace(/:\w+(\{(?:[^{}]|\{[^{}]*\})*\})?/g, '[^/]+')}$`);
    return [...seen].some((path) => shape.test(path));
  };
  // Those of a village are looked at where one is at its phone: `village-offline.test.ts`.
  const ofVillages = ['/thon/phieu', '/thon/phieu/:sheet'];
  const noPage = ['/suc-khoe', '/cai-dat/don-vi', '/', ...ofVillages];
  // What only comes while somebody works: the browser tests of these features look at such pages.
  const ofRecordsToCome = (pattern: string) =>
    /\/nhap-excel\/:id|\/:round\b.*\/o\/:sheet|\/them\/:upload|\/tai-len|\/noi-dung\/:revision|\/tep\/:revision|\/ban-che$|^\/thon/.test(
      pattern,
    );
  const isFile = (pattern: string) =>
    /\/tep(\/:file\{.*)?$|\.ics\}$|\.zip\}$|\/giay$|\/trang\/:page\{.*$/.test(pattern);
  const patterns = sample.pagePatterns.filter(
    (pattern) => !noPage.includes(pattern) && !isFile(pattern) && !ofRecordsToCome(pattern),
  );
  expect(patterns.length).toBeGreaterThan(10);
  expect(patterns.filter((pattern) => !isSeen(pattern))).toEqual([]);
});
