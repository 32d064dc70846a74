import { expect, test } from 'vitest';
import { RenderedPages } from './rendered-pages.ts';

test('a page is rendered once for the same inputs, and anew for any other', () => {
  const pages = new RenderedPages(10);
  let rendered = 0;
  const page = (viewer: string, revision: number) =>
    pages.of([viewer, { revision }], () => `${++rendered}: ${viewer} ${revision}`);
  expect(page('Lan', 1)).toBe('1: Lan 1');
  expect(page('Lan', 1)).toBe('1: Lan 1');
  expect(page('Lan', 2)).toBe('2: Lan 2');
  expect(page('Hoa', 1)).toBe('3: Hoa 1');
});

test('inputs that only look alike when joined are not the same', () => {
  const pages = new RenderedPages(10);
  pages.of(['a', 'b'], () => 'two');
  expect(pages.of(['a,b'], () => 'one')).toBe('one');
});

test('of more pages than it keeps, the one not asked for the longest goes', () => {
  const pages = new RenderedPages(2);
  const rendered: string[] = [];
  const page = (name: string) =>
    pages.of([name], () => {
      rendered.push(name);
      return name;
    });
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) page(name);
  expect(rendered).toEqual(['a', 'b', 'c', 'b']);
});
