import { type Item, itemOf } from '../../../domain/collection/index.ts';
import { prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';
import type { Round } from '../../collection/index.ts';
import type { StandardCatalogue } from '../../standards/index.ts';

/** A round as it is chosen from a list. */
export type RoundToChoose = Pick<Round, 'id' | 'title' | 'level' | 'period' | 'items' | 'state'>;

const roundsToChoose = prepared<RoundToChoose>(
  'workbook_rounds_to_choose',
  `select id, title, level, period, items, state from collection_round
    where unit_id = $1 and ($2::int is null or year = $2) and ($3::text is null or state = $3)
    order by due_date desc, id
    limit 100`,
);

/** The rounds of a year, open and closed, latest first. */
export const roundsOfYear = (scope: Scope, unit: UnitId, year: number): Promise<RoundToChoose[]> =>
  scope.run(roundsToChoose, [unit, year, null]);

/** The rounds that figures can be brought into, latest first. */
export const openRounds = (scope: Scope, unit: UnitId): Promise<RoundToChoose[]> =>
  scope.run(roundsToChoose, [unit, null, 'open']);

const askedOfRounds = prepared<Pick<Round, 'standardId' | 'standardVersion' | 'items'>>(
  'workbook_items_of_rounds',
  `select standard_id as "standardId", standard_version as "standardVersion", items from collection_round
    where unit_id = $1 and id = any ($2)`,
);

/** The items that some rounds ask for, by key. */
export async function itemsOfRounds(
  scope: Scope,
  standards: StandardCatalogue,
  unit: UnitId,
  rounds: readonly string[],
): Promise<ReadonlyMap<string, Item>> {
  const items = new Map<string, Item>();
  for (const { standardId, standardVersion, items: keys } of await scope.run(askedOfRounds, [unit, rounds])) {
    const standard = standards.get(standardId, standardVersion)?.standard;
    for (const key of keys) {
      const item = standard === undefined ? null : itemOf(standard, key);
      if (item !== null) items.set(key, item);
    }
  }
  return items;
}
