import { type CheckedCells, isAnswered } from './checks.ts';
import type { ColumnSum } from './column-total.ts';
import type { SheetFinding } from './finding.ts';
import type { Item } from './items.ts';

/**
 * Whether places together and another source say different things of the whole unit. A sum that is not complete says
 * nothing while it is below: what is missing may make up for it.
 */
export function saysOtherwise({ given, asked, sum }: ColumnSum, other: number): boolean {
  return given > 0 && sum !== other && (sum > other || given === asked);
}

/** Whether the figures of places can be added up and held against one number of the whole unit. */
export const addsUp = ({ collection }: Item): boolean => collection.rollUp.places === 'sum';

/**
 * The figures of an organisation's sheet against the villages together, asked for the same items, period and standard. A
 * comment at the organisation's cell answers it.
 * @param villages what the columns come to, by the key of the item
 */
export function findingsAgainstVillages(
  items: readonly Item[],
  cells: CheckedCells,
  villages: Readonly<Record<string, ColumnSum>>,
): readonly SheetFinding[] {
  return items.flatMap((item): SheetFinding[] => {
    const figure = cells[item.key]?.figure;
    const column = villages[item.key];
    // Whether there is one is asked of an organisation, and how many there are of the villages: nothing to compare.
    if (column === undefined || figure?.state !== 'given' || typeof figure.value !== 'number') return [];
    if (!addsUp(item) || !saysOtherwise(column, figure.value)) return [];
    return [
      {
        code: 'villages_differ',
        severity: 'warning',
        items: [item.key],
        answered: isAnswered(cells, item.key),
        value: figure.value,
        sum: column.sum,
        in: column.given,
        asked: column.asked,
      },
    ];
  });
}
