import { type PlaceActor, prepared, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { CollectionContext } from './context.ts';

const settleOfPlace = prepared<{ id: string }>(
  'settle_conflicts_of_place',
  `update cell_operation o set decided_at = $4
     from collection_sheet s
    where o.unit_id = $1 and o.id = any($3) and o.outcome = 'conflict' and o.decided_at is null
      and s.unit_id = o.unit_id and s.id = o.sheet_id and s.place_id = $2
    returning o.id`,
);

/**
 * A village has decided conflicts of its own sheets where they were seen, at its device: nobody else has to any more. What
 * it kept of its own comes as operations; ids of anything else are passed over.
 */
export function settleOwnConflicts(
  { database, clock }: CollectionContext,
  actor: PlaceActor,
  operations: readonly string[],
): Promise<void> {
  return withScope(database, actor, async (scope) => {
    const at = clock.now();
    const settled = await scope.run(settleOfPlace, [actor.unit.id, actor.placeId, operations, at]);
    if (settled.length === 0) return;
    recordAudit(scope, actor.unit.id, at, {
      deed: 'decideConflict',
      object: { kind: 'place', id: actor.placeId },
      fields: settled.map(({ id }) => `operation.${id}`),
    });
  });
}
