import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, given, LARGEST_FIGURE, NO_DATA, NOT_DUE, notApplicable } from '../scoring/index.ts';
import { normaliseText } from '../text/index.ts';
import { cellText, editText, readCellText } from './cell-text.ts';

describe('the text of a cell', () => {
  it.each([
    ['1234', given(1234)],
    ['1.234', given(1234)],
    ['1 234', given(1234)],
    ['0', given(0)],
    ['', NO_DATA],
    ['  ', NO_DATA],
    ['—', NOT_DUE],
    ['x: thôn không có trường', notApplicable('thôn không có trường')],
    ['X thôn không có trường', notApplicable('thôn không có trường')],
  ])('%j in a column of counts', (text, figure) => {
    expect(readCellText('count', text)).toEqual({ ok: true, figure });
  });

  it.each([
    ['95,7', 'fraction'],
    ['-3', 'negative'],
    ['mười', 'not_a_number'],
    ['-', 'not_a_number'],
    ['=A1', 'formula'],
    ['x', 'reason_missing'],
    ['1234567890123456', 'too_large'],
  ])('%j is no count: %s', (text, fault) => {
    expect(readCellText('count', text)).toEqual({ ok: false, fault });
  });

  it('yes and no are read as they are typed, with and without tones', () => {
    for (const text of ['Có', 'co', 'C', 'yes', '1'])
      expect(readCellText('yes_no', text)).toEqual({ ok: true, figure: given(true) });
    for (const text of ['Không', 'khong', 'k', 'no', '0'])
      expect(readCellText('yes_no', text)).toEqual({ ok: true, figure: given(false) });
  });

  it('an x under yes and no is asked about: on paper it means yes', () => {
    expect(readCellText('yes_no', 'x')).toEqual({ ok: false, fault: 'not_yes_no' });
  });

  it('every figure is read again from what is copied of it, in both languages', () => {
    const reason = fc
      .string({ minLength: 1, maxLength: 30 })
      .map(normaliseText)
      .filter((text) => text !== '');
    const figure: fc.Arbitrary<Figure> = fc.oneof(
      fc.constant(NO_DATA),
      fc.constant(NOT_DUE),
      fc.integer({ min: 0, max: LARGEST_FIGURE }).map(given),
      fc.boolean().map(given),
      reason.filter((text) => !/^[:;,.]/.test(text)).map(notApplicable),
    );
    fc.assert(
      fc.property(figure, fc.constantFrom('vi' as const, 'en' as const), (one, language) => {
        const asked = one.state === 'given' && typeof one.value === 'boolean' ? 'yes_no' : 'count';
        expect(readCellText(asked, editText(one, language))).toEqual({ ok: true, figure: one });
        if (one.state !== 'not_applicable')
          expect(readCellText(asked, cellText(one, language))).toEqual({ ok: true, figure: one });
      }),
    );
  });
});
