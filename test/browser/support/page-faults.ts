import type { Page } from 'playwright-core';

/** Collects what a page complains about: errors of scripts, refusals by the content security policy, missing files. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // An answer that refuses a form is written there too; it is what the test asked for.
    const isAnswer =
      message.text().startsWith('Failed to load resource') && message.location().url === page.url();
    if (message.type() === 'error' && !isAnswer) complaints.push(`console: ${message.text()}`);
  });
  return complaints;
}

/** What is wrong with how a page is built, whatever its width. */
export function buildingFaults(page: Page, language: 'vi' | 'en'): Promise<string[]> {
  return page.evaluate((expected) => {
    const faults: string[] = [];
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) faults.push(`${headings} h1`);
    const styled = document.querySelectorAll('[style]');
    if (styled.length > 0) faults.push(`style attribute on ${styled[0]?.outerHTML.slice(0, 80)}`);
    if (document.documentElement.lang !== expected) faults.push(`lang is ${document.documentElement.lang}`);
    if (document.title.trim() === '') faults.push('no title');
    return faults;
  }, language);
}

/** Whether the page must be moved sideways, and what of its text is cut off or lies over other text. */
export function widthFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`page is ${scrollWidth} wide in a window of ${clientWidth}`);
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
    for (const element of document.querySelectorAll('main *, header *, footer *')) {
      const { overflowX } = getComputedStyle(element);
      // A box of one pixel is text for those who listen.
      const isSeen = element.clientWidth > 1 && element.clientHeight > 1;
      if (overflowX === 'hidden' && isSeen && element.scrollWidth > element.clientWidth + 1)
        faults.push(`cut off: ${name(element)}`);
    }
    return faults;
  });
}

/** Texts that lie over each other. */
export function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Piece {
      readonly text: string;
      readonly box: DOMRect;
    }
    // Clipped to nothing, at a desk or on a phone only.
    const isForListeners = (element: HTMLElement | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath === 'inset(50%)' || isForListeners(element.parentElement));
    // What scrolls inside a box of its own lies beside the box, not over what is there; in the grid, what scrolls lies
    // under the frozen heads and totals.
    const isInSight = (element: HTMLElement, box: DOMRect): boolean => {
      const scroller = element.closest('.scroll, .grid-frame');
      if (scroller === null) return true;
      const { right, bottom } = scroller.getBoundingClientRect();
      if (box.right > right || box.bottom > bottom) return false;
      const table = element.closest('tbody')?.closest<HTMLTableElement>('.figure-grid');
      if (table === undefined || table === null) return true;
      const above = table.tHead!.getBoundingClientRect();
      const below = table.tFoot!.getBoundingClientRect();
      return box.top >= above.bottom && box.bottom <= below.top;
    };
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      if (text === '' || parent === null || !parent.checkVisibility({ visibilityProperty: true })) continue;
      if (isForListeners(parent) || parent.closest('.skip') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects())
        if (box.width > 1 && box.height > 1 && isInSight(parent, box))
          pieces.push({ text: text.slice(0, 40), box });
    }
    const faults: string[] = [];
    // A line's box is higher than its letters: a third of it may touch.
    const lie = (one: DOMRect, other: DOMRect) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) >
        Math.min(one.height, other.height) / 3;
    for (const [place, one] of pieces.entries())
      for (const other of pieces.slice(place + 1))
        if (lie(one.box, other.box)) faults.push(`“${one.text}” lies over “${other.text}”`);
    return faults;
  });
}
