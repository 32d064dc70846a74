import { expect, it } from 'vitest';
import { committeeOf, placeOfUnit, unitInSentence } from './unit-names.ts';

it('writes the place in full for units named after a person, an event or a number', () => {
  expect(placeOfUnit('Phường Lương Văn Tri', true)).toBe('Phường Lương Văn Tri');
  expect(placeOfUnit('Phường 1', false)).toBe('Phường 1');
  expect(placeOfUnit('Xã Châu Sơn', false)).toBe('Châu Sơn');
  expect(placeOfUnit('Đặc khu Phú Quốc', false)).toBe('Phú Quốc');
});

it('keeps the capital of the type only where it is part of the name', () => {
  const ward = { unitName: 'Phường Lương Văn Tri', unitType: 'ward', provinceName: 'tỉnh Lạng Sơn' } as const;
  expect(unitInSentence({ ...ward, place: 'Phường Lương Văn Tri' })).toBe('Phường Lương Văn Tri');
  expect(committeeOf({ ...ward, unitName: 'Xã Châu Sơn', unitType: 'commune', place: 'Châu Sơn' })).toBe(
    'Ủy ban nhân dân xã Châu Sơn',
  );
});
