import { describe, expect, it } from 'vitest';
import { type Place, placeAfter, placesOf, rectangleOf, type Step } from './places.ts';

/** `x` is filled. */
const grid = (...rows: string[]) => {
  const ground = {
    size: { rows: rows.length, columns: rows[0]!.length },
    rowsOfPage: 2,
    isFilled: ({ row, column }: Place) => rows[row]![column] === 'x',
  };
  return (row: number, column: number, step: Step) => {
    const place = placeAfter({ row, column }, step, ground);
    return place === null ? null : [place.row, place.column];
  };
};

describe('moving in the grid', () => {
  const goes = grid('...', '...', '...', '...');

  it('arrows stop at the border', () => {
    expect(goes(0, 0, 'up')).toEqual([0, 0]);
    expect(goes(0, 0, 'right')).toEqual([0, 1]);
    expect(goes(3, 2, 'down')).toEqual([3, 2]);
  });

  it('Tab goes over the end of a row, and out of the grid at its ends', () => {
    expect(goes(0, 2, 'next')).toEqual([1, 0]);
    expect(goes(1, 0, 'previous')).toEqual([0, 2]);
    expect(goes(3, 2, 'next')).toBeNull();
    expect(goes(0, 0, 'previous')).toBeNull();
  });

  it('pages and ends', () => {
    expect(goes(0, 1, 'page-down')).toEqual([2, 1]);
    expect(goes(3, 1, 'page-down')).toEqual([3, 1]);
    expect(goes(2, 1, 'row-end')).toEqual([2, 2]);
    expect(goes(2, 1, 'grid-end')).toEqual([3, 2]);
    expect(goes(2, 1, 'grid-begin')).toEqual([0, 0]);
  });

  it('with Ctrl to the end of what is filled, over what is empty to the next, else to the border', () => {
    const along = grid('xxx..x...');
    expect(along(0, 0, 'edge-right')).toEqual([0, 2]);
    expect(along(0, 2, 'edge-right')).toEqual([0, 5]);
    expect(along(0, 5, 'edge-right')).toEqual([0, 8]);
    expect(along(0, 8, 'edge-right')).toEqual([0, 8]);
    expect(along(0, 5, 'edge-left')).toEqual([0, 2]);
    expect(grid('x', '.', 'x', 'x')(0, 0, 'edge-down')).toEqual([2, 0]);
  });

  it('a selection is the rectangle between its ends, whichever was first', () => {
    const rectangle = rectangleOf({ anchor: { row: 2, column: 0 }, head: { row: 1, column: 1 } });
    expect(rectangle).toEqual({ top: 1, left: 0, bottom: 2, right: 1 });
    expect([...placesOf(rectangle)]).toHaveLength(4);
  });
});
