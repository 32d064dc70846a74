import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, openWindow, openWindowOf } from './support/chromium.ts';
import { type Program, startProgram } from './support/program.ts';

const COLD_BYTES = 80_000;
const WARM_BYTES = 20_000;

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

/** Bytes that a page takes over the wire, heads included, fonts apart. */
async function transferred(page: Page, path: string): Promise<number> {
  const connection = await page.context().newCDPSession(page);
  await connection.send('Network.enable');
  const fonts = new Set<string>();
  const bytes = new Map<string, number>();
  connection.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Font') fonts.add(requestId);
    // From the cache: named again, but not sent again.
    if (response.fromDiskCache) fonts.add(requestId);
  });
  connection.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytes.set(requestId, encodedDataLength),
  );
  await page.goto(path, { waitUntil: 'networkidle' });
  await connection.detach();
  return [...bytes].reduce((sum, [id, length]) => (fonts.has(id) ? sum : sum + length), 0);
}

const PAGES: readonly (readonly [string, 'fresh' | 'sample', string | null, string])[] = [
  ['the home of a cycle', 'sample', 'thuongtruc.luongvantri', '/don-vi/05983/tu-danh-gia/2026'],
  ['a criterion', 'sample', 'thuongtruc.luongvantri', '/don-vi/05983/tu-danh-gia/2026/tieu-chi/6'],
  ['the report', 'sample', 'thuongtruc.luongvantri', '/don-vi/05983/tu-danh-gia/2026/bao-cao'],
  ['the sign-in', 'sample', null, '/dang-nhap'],
  ['the set-up', 'fresh', null, '/cai-dat'],
  ['the list of a province', 'sample', 'thamdinh.langson', '/toan-tinh'],
];

it.each(PAGES)('%s is light, first and again', async (_title, installation, who, path) => {
  const program = installation === 'fresh' ? fresh : sample;
  const page = await (who === null
    ? openWindow(browser, program)
    : openWindowOf(who, browser, program).then(coldWindow));
  const cold = await transferred(page, path);
  const warm = await transferred(page, path);
  expect(cold).toBeGreaterThan(1_000);
  expect(cold, 'cold').toBeLessThanOrEqual(COLD_BYTES);
  expect(warm, 'warm').toBeLessThanOrEqual(WARM_BYTES);
  await page.context().close();
});

/** The same person in a browser that has loaded nothing yet. */
async function coldWindow(signedIn: Page): Promise<Page> {
  const storageState = await signedIn.context().storageState();
  const context: BrowserContext = await browser.newContext({ baseURL: sample.url, storageState });
  await signedIn.context().close();
  return context.newPage();
}
