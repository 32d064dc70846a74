import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { CellOperation } from '../src/domain/collection/index.ts';
import { projectFolder } from '../src/platform/project-folder.ts';
import { launchChromium } from '../test/browser/support/chromium.ts';
import { COLUMNS, gridPageOfBench, ROWS } from './support/grid-page.tsx';
import type { Report } from './support/report.ts';

/** A slow phone. */
const THROTTLING = 6;
const KEYS = 120;
/** Between two keys: eight keys a second, twice as fast as people whose trade it is. */
const PACE_MS = 125;

/**
 * The grid of 40 places × 30 figures in Chromium, its processor throttled six times: from a key to the next paint.
 * Served without a database, for what is measured happens in the browser.
 */
export async function run(report: Report): Promise<void> {
  const html = gridPageOfBench();
  report({
    name: 'scripts of the page, compressed',
    value: scriptsOfIsland().reduce((sum, href) => sum + gzipSync(clientFile(href)).length, 0) / 1_000,
    unit: 'kB',
    aim: { atMost: 30 },
  });
  const server = createServer(async (request, response) => {
    const { url = '/' } = request;
    if (request.method === 'POST') {
      let body = '';
      for await (const piece of request) body += piece;
      const { operations } = JSON.parse(body) as { operations: CellOperation[] };
      const outcomes = operations.map(({ id }) => ({ id, outcome: 'saved', revision: 1 }));
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ outcomes }));
    } else if (url.startsWith('/assets/')) {
      const type = url.endsWith('.js') ? 'text/javascript' : url.endsWith('.css') ? 'text/css' : 'font/woff2';
      response.setHeader('content-type', type).end(clientFile(url));
    } else response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  }).listen(0, 'localhost');
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await watchPaints(page);
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await page.locator('.live').waitFor();
    const slow = await context.newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING });
    await measure(page, report);
  } finally {
    await browser.close();
    server.close();
  }
}

const clientFile = (href: string) => readFileSync(join(projectFolder, 'dist', 'client', href));

/** The island's own file and those that it imports. */
function scriptsOfIsland(): readonly string[] {
  const manifest = JSON.parse(clientFile('manifest.json').toString()) as Record<
    string,
    { readonly file: string; readonly imports?: readonly string[] }
  >;
  const filesOf = (name: string): string[] => {
    const { file, imports = [] } = manifest[name]!;
    return [file, ...imports.flatMap(filesOf)];
  };
  return [...new Set(filesOf('src/features/collection/islands/figure-grid.island.tsx'))];
}

interface Watched {
  /** From keys to the paint after each, in milliseconds, by what the key is for. */
  readonly paints: { readonly kind: string; readonly milliseconds: number }[];
  kind: string;
  /** Until the paint after the last key. */
  painted: Promise<void>;
  longest: number;
}

/** Notes for every key when its paint is done: the frame after it has begun, and its work is over. */
async function watchPaints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { paints: [], kind: '', painted: Promise.resolve(), longest: 0 };
    Object.assign(window, { watched });
    const watch = (begin: number, kind: string) => {
      watched.painted = new Promise((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            watched.paints.push({ kind, milliseconds: performance.now() - begin });
            resolve();
          };
          port2.postMessage(null);
        }),
      );
    };
    addEventListener('keydown', ({ timeStamp }) => watch(timeStamp, watched.kind), true);
    addEventListener('paste', ({ timeStamp }) => watch(timeStamp, 'paste'), true);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration);
    }).observe({ type: 'longtask' });
  });
}

const kindOf = (page: Page, kind: string) =>
  page.evaluate((name) => {
    (window as unknown as { watched: Watched }).watched.kind = name;
  }, kind);

async function measure(page: Page, report: Report): Promise<void> {
  // What the page does when it opens is over before the first key.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  await page.evaluate(() => document.querySelector<HTMLElement>('.cell')?.focus());
  const press = async (kind: string, key: string) => {
    await kindOf(page, kind);
    const next = wait(PACE_MS);
    await page.keyboard.press(key);
    await page.evaluate(() => (window as unknown as { watched: Watched }).watched.painted);
    await next;
  };
  const arrows = ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft'];
  for (let nth = 0; nth < KEYS; nth++) await press('arrow', nth % 80 < 40 ? arrows[nth % 4]! : 'ArrowUp');
  await press('other', 'Control+Home');
  for (let nth = 0; nth < KEYS; nth++) {
    await press('first', String(1 + (nth % 9)));
    await press('digit', '0');
    await press('enter', nth % ROWS === ROWS - 1 ? 'Tab' : 'Enter');
    if (nth % ROWS === ROWS - 1) await press('other', 'Control+ArrowUp');
  }
  await press('other', 'Control+Home');
  await page.waitForTimeout(1_000);
  await page.evaluate(pasteBlock, { rows: ROWS, columns: COLUMNS });
  await page.waitForFunction(() =>
    (window as unknown as { watched: Watched }).watched.paints.some(({ kind }) => kind === 'paste'),
  );
  const { paints, longest } = await page.evaluate(() => (window as unknown as { watched: Watched }).watched);
  for (const [kind, name] of [
    ['first', 'beginning to type'],
    ['digit', 'typing a digit'],
    ['arrow', 'moving by an arrow'],
    ['enter', 'taking over by Enter'],
  ] as const)
    reportKeys(
      report,
      name,
      paints.filter((one) => one.kind === kind).map(({ milliseconds }) => milliseconds),
    );
  report({
    name: `pasting ${ROWS} × ${COLUMNS} cells, to the next paint`,
    value: paints.find(({ kind }) => kind === 'paste')!.milliseconds,
    unit: 'ms',
    aim: { atMost: 500 },
  });
  report({ name: 'longest task of all', value: longest, unit: 'ms', aim: { atMost: 500 } });
}

/** As the paste of a block from a spreadsheet; runs in the page. */
function pasteBlock({ rows, columns }: { readonly rows: number; readonly columns: number }): void {
  const row = (nth: number) =>
    Array.from({ length: columns }, (_, column) => String(nth * column + 1)).join('\t');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', Array.from({ length: rows }, (_, nth) => row(nth)).join('\r\n'));
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}

function reportKeys(report: Report, name: string, milliseconds: readonly number[]): void {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  report({ name: `${name}, half of ${sorted.length} keys within`, value: at(0.5), unit: 'ms' });
  report({ name: `${name}, 95 of 100 within`, value: at(0.95), unit: 'ms', aim: { atMost: 100 } });
  report({ name: `${name}, the slowest`, value: at(1), unit: 'ms' });
}
