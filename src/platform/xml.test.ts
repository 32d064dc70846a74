import { describe, expect, it } from 'vitest';
import { readXml } from './xml.ts';

const attributesOf = (tag: string) => {
  let found: Readonly<Record<string, string>> = {};
  readXml(tag, {
    open(_name, attributes) {
      found = attributes;
    },
  });
  return found;
};

describe('the attributes of a tag', () => {
  it('are read in either kind of quotes, over several lines, without their prefix', () => {
    expect(attributesOf(`<w:p w:a="1"\n  b='2 > 1'\tc = "&lt;"/>`)).toEqual({ a: '1', b: '2 > 1', c: '<' });
  });

  it('are found as quickly behind a name of any length', () => {
    const begin = performance.now();
    expect(attributesOf(`<p ${'ab'.repeat(500_000)} c="1"/>`)).toEqual({ c: '1' });
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});
