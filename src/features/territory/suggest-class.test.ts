import { expect, test } from 'vitest';
import type { ListedUnit } from './queries.ts';
import { suggestClass } from './suggest-class.ts';

const classes = ['urban_ward_of_central_city', 'mountain_island_or_extremely_difficult', 'other'].map(
  (name) => ({
    class: name,
    statement: '',
    statementEn: '',
    points: 0,
  }),
);

function unit(type: ListedUnit['type'], provinceType: ListedUnit['province']['type']): ListedUnit {
  const province = { code: '00', type: provinceType, name: 'Tên', fullName: 'Tên' };
  return { code: '00000', type, name: 'Tên', fullName: 'Tên', province };
}

test('a ward of a centrally-run city is suggested the urban class, with its reason', () => {
  expect(suggestClass(unit('ward', 'city'), classes)).toEqual({
    territoryClass: 'urban_ward_of_central_city',
    reason: 'wardOfCity',
  });
});

test('nothing is suggested where the type of the unit does not tell', () => {
  expect(suggestClass(unit('ward', 'province'), classes)).toBeNull();
  expect(suggestClass(unit('commune', 'city'), classes)).toBeNull();
});

test('a class that the standard does not have is never suggested', () => {
  expect(suggestClass(unit('special_zone', 'province'), classes.slice(2))).toBeNull();
});
