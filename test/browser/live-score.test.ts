import { expect, it, onTestFinished } from 'vitest';
import { launchChromium, openWindowOf } from './support/chromium.ts';
import { startProgram } from './support/program.ts';

it('typing shows the points that the figures would give, and saves nothing', async () => {
  const [browser, program] = await Promise.all([launchChromium(), startProgram('sample')]);
  onTestFinished(async () => {
    await browser.close();
    await program.stop();
  });
  const page = await openWindowOf('thuongtruc.luongvantri', browser, program);
  const sent: string[] = [];
  await page.goto('/don-vi/05983/tu-danh-gia/2026/tieu-chi/6');
  page.on('request', (request) => {
    // A letter met for the first time may fetch the rest of its font.
    if (['document', 'fetch', 'xhr'].includes(request.resourceType())) sent.push(request.url());
  });
  const live = page.locator('#diem .note[role="status"]');
  expect(await live.count(), 'nothing is shown before something is typed').toBe(0);

  await page.fill('[name="special_circumstances_total"]', '100');
  await page.fill('[name="special_circumstances_supported"]', '95');
  await page.fill('[name="severe_cases_total"]', '0');
  await page.fill('[name="severe_cases_with_timely_plan"]', '0');
  await live.getByText('125 / 125').waitFor();
  await page.fill('[name="special_circumstances_supported"]', '94');
  await live.getByText('110 / 125').waitFor();
  expect(sent).toEqual([]);

  await page.reload();
  expect(await page.inputValue('[name="special_circumstances_supported"]'), 'what was saved').toBe('123');
});
