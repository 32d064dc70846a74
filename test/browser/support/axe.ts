import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOnly, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Rules whose answer can change with the width of the window. */
const OF_LAYOUT = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
  'aria-hidden-focus',
  'aria-required-children',
  'td-headers-attr',
  'label',
  'link-name',
  'button-name',
  'region',
];

/**
 * What axe-core finds against WCAG 2.2 AA and good practice on a page as it stands, one line for each element. It is
 * brought in by the debugger, so that the page's content security policy stays in force.
 */
export const accessibilityFaults = (page: Page): Promise<string[]> =>
  violations(page, { type: 'tag', values: TAGS });

/** As {@link accessibilityFaults}, for a page that has been looked at in another width. */
export const accessibilityFaultsOfLayout = (page: Page): Promise<string[]> =>
  violations(page, { type: 'rule', values: OF_LAYOUT });

async function violations(page: Page, runOnly: RunOnly): Promise<string[]> {
  const debuggerOfPage = await page.context().newCDPSession(page);
  await debuggerOfPage.send('Runtime.evaluate', {
    expression: `window.axe === undefined && (() => {${source}})()`,
  });
  const options: RunOptions = { runOnly, resultTypes: ['violations'], preload: false };
  const { result, exceptionDetails } = await debuggerOfPage.send('Runtime.evaluate', {
    expression: `axe.run(${JSON.stringify(options)}).then(({ violations }) => JSON.stringify(violations))`,
    awaitPromise: true,
  });
  await debuggerOfPage.detach();
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? 'axe failed');
  const found = JSON.parse(String(result.value)) as AxeResults['violations'];
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${help} – ${target.join(' ')} – ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}
