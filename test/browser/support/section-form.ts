import type { Locator, Page } from 'playwright-core';

export interface ItemBoxes {
  readonly box: Locator;
  readonly words: Locator;
}

/** The items of the open section, each to be found by what it says. */
export async function itemsOfSection(page: Page): Promise<{ find(words: RegExp): ItemBoxes }> {
  const boxes = await page.locator('fieldset.plan-item-boxes').all();
  const items = await Promise.all(
    boxes.map(async (box) => {
      const words = box.locator('textarea').first();
      return { box, words, said: await words.inputValue() };
    }),
  );
  return {
    find(words) {
      const found = items.find(({ said }) => words.test(said));
      if (found === undefined) throw new RangeError(`No item says ${words}.`);
      return found;
    },
  };
}
