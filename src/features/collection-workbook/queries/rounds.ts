import { prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';
import type { Round } from '../../collection/index.ts';

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
