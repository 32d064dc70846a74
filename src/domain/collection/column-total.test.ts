import { describe, expect, it } from 'vitest';
import { given, NO_DATA, NOT_DUE, notApplicable } from '../scoring/index.ts';
import { QD_06 } from '../scoring/testing/standards.ts';
import { addColumns, sumOfColumn, totalOfColumn } from './column-total.ts';
import { type Item, itemOf } from './items.ts';

const rolledUpBy = (key: string, places: Item['collection']['rollUp']['places']): Item => {
  const item = itemOf(QD_06, key)!;
  return { ...item, collection: { ...item.collection, rollUp: { ...item.collection.rollUp, places } } };
};

describe('the total of a column', () => {
  it('adds up what is there and says of how many places', () => {
    const column = sumOfColumn([given(3), given(0), NO_DATA, NOT_DUE, notApplicable('mới lập'), undefined]);
    expect(column).toEqual({ given: 2, sum: 3, asked: 4 });
    expect(totalOfColumn(itemOf(QD_06, 'children_total')!, column)).toEqual(given(3));
  });

  it('of yes and no is how many say yes, or yes if any, or only if all do', () => {
    const column = sumOfColumn([given(true), given(false), given(true)]);
    const of = (places: Item['collection']['rollUp']['places']) =>
      totalOfColumn(rolledUpBy('villages_with_play_area', places), column);
    expect([of('sum'), of('any'), of('all')]).toEqual([given(2), given(true), given(false)]);
  });

  it('is no data where nobody has said anything, never zero', () => {
    expect(totalOfColumn(itemOf(QD_06, 'children_total')!, sumOfColumn([NO_DATA]))).toEqual(NO_DATA);
  });

  it('is the same from parts of the column', () => {
    const [above, below] = [
      [given(1), NO_DATA],
      [given(2), undefined],
    ];
    expect(addColumns(sumOfColumn(above), sumOfColumn(below))).toEqual(sumOfColumn([...above, ...below]));
  });
});
