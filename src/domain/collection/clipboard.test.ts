import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBlock, parseBlock } from './clipboard.ts';

describe('blocks on the clipboard', () => {
  it('Excel gives rows with line ends behind each', () => {
    expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('a cell with a line break, a tab or quotation marks stands in quotation marks', () => {
    expect(parseBlock('"x: thôn\nmới"\t"a\tb"\r\n"nói ""có"""\t5\r\n')).toEqual([
      ['x: thôn\nmới', 'a\tb'],
      ['nói "có"', '5'],
    ]);
  });

  it.each([
    ['một ô', [['một ô']]],
    ['', [['']]],
    ['\t', [['', '']]],
    ['1\n\n', [['1'], ['']]],
    ['"chưa đóng\t2', [['"chưa đóng', '2']]],
    ['"đóng" rồi\t2', [['"đóng" rồi', '2']]],
    ['5"\t6', [['5"', '6']]],
  ])('%j', (text, block) => {
    expect(parseBlock(text)).toEqual(block);
  });

  it('whatever is copied is pasted as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', '\r', ' ') });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(block, (one) => {
        expect(parseBlock(formatBlock(one))).toEqual(one);
      }),
    );
  });

  it('takes a time that grows with the length only', () => {
    for (const piece of ['"', '"a', '""\t', '"a""\t', '\r', '"\t""'])
      expect(parseBlock(piece.repeat(50_000)).length).toBeGreaterThan(0);
  });
});
