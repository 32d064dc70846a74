import type { Page } from 'playwright-core';
import type { Colleague } from './ward.ts';

/** A photograph or a list that somebody hands in with a report. */
const evidence = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n'),
});

/** Opens a task by its words, from the person's own inbox. */
export async function openFromInbox(who: Colleague, task: string | RegExp): Promise<Page> {
  const page = await who.open('/viec-cua-toi');
  for (const fold of await page.locator('main details:not([open]) summary').all()) await fold.click();
  await page.locator('main').getByRole('link', { name: task }).first().click();
  return page;
}

/** Reports the open task as done, with what was done and a file. */
export async function report(page: Page, note: string, file: string): Promise<void> {
  await page.getByLabel('Kết quả thực hiện').fill(note);
  await page.setInputFiles('#bao_cao-tep', evidence(file));
  await page.getByRole('button', { name: 'Báo cáo hoàn thành' }).click();
}

/** Accepts from the own inbox what was reported. @returns the page of the task */
export async function accept(who: Colleague, task: RegExp): Promise<Page> {
  const page = await openFromInbox(who, task);
  await page.getByRole('button', { name: 'Chấp nhận' }).click();
  return page;
}
