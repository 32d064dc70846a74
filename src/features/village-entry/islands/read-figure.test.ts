import { expect, test } from 'vitest';
import { given, NO_DATA, NOT_DUE, notApplicable } from '../../../domain/scoring/index.ts';
import { boxesOf, readBoxes } from './read-figure.ts';

const boxes = (text: string, state = '', reason = '') => ({ text, state, reason });

test('a number is read as people write it, and zero is a number', () => {
  expect(readBoxes('count', boxes('1.234'))).toEqual({ ok: true, figure: given(1234) });
  expect(readBoxes('count', boxes('0'))).toEqual({ ok: true, figure: given(0) });
});

test('empty boxes are no data yet, not zero', () => {
  expect(readBoxes('count', boxes(''))).toEqual({ ok: true, figure: NO_DATA });
});

test('what is no count says what is wrong with it', () => {
  const fault = (text: string) => readBoxes('count', boxes(text));
  expect(fault('bốn')).toEqual({ ok: false, fault: 'not_a_number' });
  expect(fault('-3')).toEqual({ ok: false, fault: 'negative' });
  expect(fault('2,5')).toEqual({ ok: false, fault: 'fraction' });
  expect(fault('9999999999999')).toEqual({ ok: false, fault: 'too_large' });
});

test('what does not apply needs a reason', () => {
  expect(readBoxes('count', boxes('', 'not_applicable', ' '))).toEqual({
    ok: false,
    fault: 'reason_missing',
  });
});

test('a reason is no longer than the commune can store', () => {
  const reading = (length: number) => readBoxes('count', boxes('', 'not_applicable', 'x'.repeat(length)));
  expect(reading(500).ok).toBe(true);
  expect(reading(501)).toEqual({ ok: false, fault: 'remark_too_long' });
});

test('boxes show a figure so that it is read back', () => {
  for (const figure of [given(12), NO_DATA, NOT_DUE, notApplicable('Thôn không có trẻ em')])
    expect(readBoxes('count', boxesOf(figure))).toEqual({ ok: true, figure });
  expect(readBoxes('yes_no', boxesOf(given(false)))).toEqual({ ok: true, figure: given(false) });
});
