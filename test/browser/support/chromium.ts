import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Program } from './program.ts';

/** The password of every account of the sample. */
export const SAMPLE_PASSWORD = 'mang-non-mau';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Nothing that asks the network for anything but the pages under test. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of the machine: the one that CHROMIUM names, else the first in the usual places. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined)
    throw new Error(`No Chromium found in ${PLACES.join(', ')}: name one in the variable CHROMIUM.`);
  return chromium.launch({ executablePath, args: FLAGS });
}

export interface VisitorOptions extends BrowserContextOptions {
  readonly language?: 'vi' | 'en';
}

/** A window of somebody at the door, with cookies of its own. */
export async function openWindow(
  browser: Browser,
  program: Program,
  { language, ...options }: VisitorOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: program.url, ...options });
  // What is not there by then does not come; the test then says at which step.
  context.setDefaultTimeout(15_000);
  if (language !== undefined)
    await context.addCookies([{ name: 'ngon_ngu', value: language, url: program.url }]);
  return context.newPage();
}

/** A window of somebody who has signed in. */
export async function openWindowOf(
  username: string,
  browser: Browser,
  program: Program,
  options: VisitorOptions & { readonly password?: string } = {},
): Promise<Page> {
  const { password = SAMPLE_PASSWORD, ...others } = options;
  const page = await openWindow(browser, program, others);
  await signIn(page, username, password);
  return page;
}

/** Signs in by the form, from wherever the window is. */
export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.fill('#ten_dang_nhap', username);
  await page.fill('#mat_khau', password);
  await page.click('form[action="/dang-nhap"] button');
  if (new URL(page.url()).pathname === '/dang-nhap')
    throw new Error(`${username} was not let in: ${await page.locator('main').innerText()}`);
}
