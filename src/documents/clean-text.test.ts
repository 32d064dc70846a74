import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

it('composes tones, joins white space and removes what no file may carry', () => {
  expect(cleanText('Tr\u1ebb  em\t\nx\u00e3')).toBe('Trẻ em xã');
  expect(cleanText('Trẻ em'.normalize('NFD'))).toBe('Trẻ em');
  expect(cleanText('a\u0000b\u202ec\ue000d\ufeff\ud800')).toBe('abcd');
});

it('keeps the no-break spaces of a blank number', () => {
  expect(cleanText('Số:\u00a0\u00a0/KH')).toBe('Số:\u00a0\u00a0/KH');
});

it('changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
  );
});
