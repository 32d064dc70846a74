import type { Page } from 'playwright-core';

/** A figure as the file of figures writes it. */
export type WrittenFigure = number | boolean | { readonly state: string; readonly reason?: string };
export type WrittenFigures = Readonly<Record<string, WrittenFigure>>;

const FORM = '#bieu-so-lieu';

/** The inputs that the open criterion page asks for, without those that another criterion has locked. */
function askedInputs(page: Page): Promise<string[]> {
  return page
    .locator(`${FORM} [name]`)
    .evaluateAll((boxes) => [
      ...new Set(
        boxes
          .map((box) => box.getAttribute('name') ?? '')
          .filter((name) => name !== '' && !name.includes('.')),
      ),
    ]);
}

/** Fills the boxes of the open criterion page as a person does, and saves. */
export async function enterFigures(page: Page, figures: WrittenFigures): Promise<void> {
  for (const input of await askedInputs(page)) {
    const figure = figures[input];
    if (figure === undefined) continue;
    if (typeof figure === 'number') await page.fill(`[name="${input}"]`, String(figure));
    else if (typeof figure === 'boolean')
      await page.check(`[name="${input}"][value="${figure ? 'co' : 'khong'}"]`);
    else {
      await page
        .locator('details', { has: page.locator(`[name="${input}.tinh_trang"]`) })
        .locator('summary')
        .click();
      await page.selectOption(`[name="${input}.tinh_trang"]`, figure.state);
      await page.fill(`[name="${input}.ly_do"]`, figure.reason ?? '');
    }
  }
  await page.click(`${FORM} .button-row .button:not([formaction])`);
}

/** The figures that the boxes of the open criterion page show, in the form of the file of figures. */
export async function figuresOnPage(page: Page): Promise<Record<string, WrittenFigure>> {
  const shown = await page
    .locator(FORM)
    .evaluate((form) =>
      [...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)] as const),
    );
  const boxes = new Map(shown);
  const figures: Record<string, WrittenFigure> = {};
  for (const input of await askedInputs(page)) {
    const text = boxes.get(input) ?? '';
    const state = boxes.get(`${input}.tinh_trang`) ?? 'no_data';
    if (text === 'co' || text === 'khong') figures[input] = text === 'co';
    else if (text !== '') figures[input] = Number(text);
    else if (state === 'not_applicable')
      figures[input] = { state, reason: boxes.get(`${input}.ly_do`) ?? '' };
    else figures[input] = { state };
  }
  return figures;
}
