import type { Page } from 'playwright-core';
import { type Colleague, WARD } from './ward.ts';

/**
 * Records an activity of a kind.
 * @param fields what is written into the boxes, or chosen, by their labels
 * @returns the page of the activity
 */
export async function recordActivity(
  who: Colleague,
  kind: string,
  fields: Readonly<Record<string, string>>,
): Promise<Page> {
  const page = await who.open(`${WARD}/hoat-dong`);
  await page.getByRole('link', { name: 'Ghi hoạt động mới' }).first().click();
  await page.locator('main').getByRole('link', { name: kind, exact: true }).click();
  for (const [label, value] of Object.entries(fields)) {
    const box = page.getByLabel(label, { exact: true });
    const isChoice = await box.evaluate((element) => element instanceof HTMLSelectElement);
    if (isChoice) await box.selectOption({ label: value });
    else await box.fill(value);
  }
  await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
  return page;
}
