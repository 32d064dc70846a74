import { prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

const lockUnit = prepared<{ unit_id: UnitId }>(
  'lock_unit_administration',
  'select unit_id from unit where unit_id = $1 for update',
);

/** Lets changes of a unit's administrators happen one after the other, so that two cannot remove each other. */
export async function lockAdministration(scope: Scope, unit: UnitId): Promise<void> {
  await scope.run(lockUnit, [unit]);
}
