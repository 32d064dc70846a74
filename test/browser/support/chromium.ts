import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
function chromiumOfMachine(): string {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined)
    throw new Error(`No Chromium found in ${PLACES.join(', ')}: name one in the variable CHROMIUM.`);
  return executablePath;
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumOfMachine(), args: FLAGS });
}

/** Chromium with a memory of its own in a folder, as a process that can be killed. */
export interface Phone {
  readonly page: Page;
  /** Ends as a phone ends a program that is in its way: at once, without a word to it. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** @param folder what the browser remembers from one time to the next */
export async function openPhone(folder: string): Promise<Phone> {
  const browserProcess = spawn(
    chromiumOfMachine(),
    [...FLAGS, `--user-data-dir=${folder}`, '--remote-debugging-port=0', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(browserProcess, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    browserProcess.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    browserProcess.once('exit', () => reject(new Error(`Chromium did not start: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  context!.setDefaultTimeout(15_000);
  const page = context!.pages()[0] ?? (await context!.newPage());
  await page.setViewportSize({ width: 320, height: 640 });
  return {
    page,
    async kill() {
      browserProcess.kill('SIGKILL');
      await ended;
    },
    async close() {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await ended;
    },
  };
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
