import { type CheckedCells, isAnswered, rowText } from './checks.ts';
import type { RoundFinding } from './finding.ts';
import type { Item } from './items.ts';

export interface RoundToCheck {
  readonly items: readonly Item[];
  /** The sheets that were asked for, in any order. */
  readonly sheets: readonly { readonly place: string; readonly cells: CheckedCells }[];
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

/** A sum that is not complete says nothing while it is below. */
function againstOthers({ items, sheets, elsewhere }: RoundToCheck): RoundFinding[] {
  return elsewhere.flatMap(({ item: key, value: other, source }): RoundFinding[] => {
    const item = items.find((candidate) => candidate.key === key);
    if (item?.collection.rollUp.places !== 'sum') return [];
    const asked = sheets.filter(({ cells }) => cells[key]?.figure.state !== 'not_applicable');
    const values = asked.flatMap(({ cells }) => {
      const figure = cells[key]?.figure;
      return figure?.state === 'given' ? [Number(figure.value)] : [];
    });
    const sum = values.reduce((total, value) => total + value, 0);
    const complete = values.length === asked.length;
    if (values.length === 0 || sum === other || (sum < other && !complete)) return [];
    return [
      {
        code: 'sum_differs',
        severity: 'warning',
        items: [key],
        answered: false,
        sum,
        other,
        source,
        in: values.length,
        asked: asked.length,
      },
    ];
  });
}
