import { NO_DATA } from '../scoring/index.ts';
import { type CheckedCells, isAnswered, rowText } from './checks.ts';
import { addColumns, type ColumnSum, EMPTY_COLUMN, sumOfColumn } from './column-total.ts';
import type { RoundFinding } from './finding.ts';
import type { Item } from './items.ts';
import { addsUp, saysOtherwise } from './two-sources.ts';

export interface RoundToCheck {
  readonly items: readonly Item[];
  /** The sheets that were asked for, in any order. */
  readonly sheets: readonly { readonly place: string; readonly cells: CheckedCells }[];
  /** What the columns come to on sheets of the round that are not among them, by the key of the item. */
  readonly beyond: Readonly<Record<string, ColumnSum>>;
  /** What others say of the whole unit for the same period, by the key of the item. */
  readonly elsewhere: readonly {
    readonly item: string;
    readonly value: number;
    /** Name of the organisation; null: the cycle's own figure. */
    readonly source: string | null;
  }[];
}

/**
 * What is striking about the sheets of a round together; of each sheet by itself see {@link findingsOfSheet}. The order
 * of the sheets makes no difference.
 */
export function findingsOfRound(round: RoundToCheck): readonly RoundFinding[] {
  return [...samePlaces(round), ...againstOthers(round)];
}

function samePlaces({ items, sheets }: RoundToCheck): RoundFinding[] {
  const rows = new Map<string, string[]>();
  const cellsOf = new Map(sheets.map(({ place, cells }) => [place, cells]));
  for (const place of [...cellsOf.keys()].sort()) {
    const row = rowText(items, (key) => cellsOf.get(place)![key]?.figure);
    if (row !== null) rows.set(row, [...(rows.get(row) ?? []), place]);
  }
  return [...rows.values()]
    .filter((places) => places.length > 1)
    .map((places) => {
      const cells = cellsOf.get(places[0]!)!;
      const keys = items.filter(({ key }) => cells[key]?.figure.state === 'given').map(({ key }) => key);
      return {
        code: 'same_as_other_place',
        severity: 'warning',
        items: keys,
        answered: places.every((place) => isAnswered(cellsOf.get(place)!, keys[0]!)),
        places,
      };
    });
}

function againstOthers({ items, sheets, beyond, elsewhere }: RoundToCheck): RoundFinding[] {
  return elsewhere.flatMap(({ item: key, value: other, source }): RoundFinding[] => {
    const item = items.find((candidate) => candidate.key === key);
    if (item === undefined || !addsUp(item)) return [];
    const here = sumOfColumn(sheets.map(({ cells }) => cells[key]?.figure ?? NO_DATA));
    const column = addColumns(here, beyond[key] ?? EMPTY_COLUMN);
    if (!saysOtherwise(column, other)) return [];
    return [
      {
        code: 'sum_differs',
        severity: 'warning',
        items: [key],
        answered: false,
        sum: column.sum,
        other,
        source,
        in: column.given,
        asked: column.asked,
      },
    ];
  });
}
