import { type Figure, given, NO_DATA } from '../scoring/index.ts';
import type { Item } from './items.ts';

/** What stands in a column, or in a part of it; yes counts as 1. */
export interface ColumnSum {
  readonly given: number;
  readonly sum: number;
  /** How many places are asked, without those where it does not exist. */
  readonly asked: number;
}

export const EMPTY_COLUMN: ColumnSum = { given: 0, sum: 0, asked: 0 };

export function addColumns(one: ColumnSum, other: ColumnSum): ColumnSum {
  return { given: one.given + other.given, sum: one.sum + other.sum, asked: one.asked + other.asked };
}

/** A column of the cells of some places; undefined where a place is not asked. */
export function sumOfColumn(figures: readonly (Figure | undefined)[]): ColumnSum {
  let [givenCount, sum, asked] = [0, 0, 0];
  for (const figure of figures) {
    if (figure === undefined || figure.state === 'not_applicable') continue;
    asked++;
    if (figure.state !== 'given') continue;
    givenCount++;
    sum += Number(figure.value);
  }
  return { given: givenCount, sum, asked };
}

/** What a column comes to for the unit, by the roll-up over places; no data where no place has any. */
export function totalOfColumn(item: Item, column: ColumnSum): Figure {
  if (column.given === 0) return NO_DATA;
  switch (item.collection.rollUp.places) {
    case 'any':
      return given(column.sum > 0);
    case 'all':
      return given(column.sum === column.given);
    default:
      return given(column.sum);
  }
}
