import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * What axe-core finds against WCAG 2.2 AA and good practice on a page as it stands, one line for each element. It is
 * brought in by the debugger, so that the page's content security policy stays in force.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const debuggerOfPage = await page.context().newCDPSession(page);
  await debuggerOfPage.send('Runtime.evaluate', { expression: source });
  const { result, exceptionDetails } = await debuggerOfPage.send('Runtime.evaluate', {
    expression: `axe.run({ runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations))`,
    awaitPromise: true,
  });
  await debuggerOfPage.detach();
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? 'axe failed');
  const violations = JSON.parse(String(result.value)) as AxeResults['violations'];
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${help} – ${target.join(' ')} – ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}
