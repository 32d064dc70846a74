import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareVietnamese } from './index.ts';

it('sorts a list of places as a Vietnamese reader expects', () => {
  const places = [
    'Ứng Hoà',
    'Đà Lạt',
    'Ân Thi',
    'Uông Bí',
    'Dương Hoà',
    'Ăn Hải',
    'An Lão',
    'Hà Giang 10',
    'Hà Giang 2',
  ];
  expect(places.sort(compareVietnamese)).toEqual([
    'An Lão',
    'Ăn Hải',
    'Ân Thi',
    'Dương Hoà',
    'Đà Lạt',
    'Hà Giang 2',
    'Hà Giang 10',
    'Uông Bí',
    'Ứng Hoà',
  ]);
});

it('gives the mirrored answer for mirrored names', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(Math.sign(compareVietnamese(a, b)) + Math.sign(compareVietnamese(b, a))).toBe(0);
    }),
  );
});
