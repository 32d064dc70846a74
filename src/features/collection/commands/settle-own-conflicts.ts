import { type PlaceActor, prepared, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { CollectionContext } from './context.ts';

/**
 * With a conflict all of the same cell that its sender had before it: they have been typed over since, and nobody is to
 * take one of them when the last is decided. By the time they came, as ids are what their senders make them.
 */
export const settleOfPlace = prepared<{ id: string }>(
  'settle_conflicts_of_place',
  `update cell_operation o set decided_at = $4
     from cell_operation decided
     join collection_sheet s on s.unit_id = decided.unit_id and s.id = decided.sheet_id
    where decided.unit_id = $1 and decided.id = any($3) and decided.outcome = 'conflict' and decided.decided_at is null
      and s.place_id = $2
      and o.unit_id = decided.unit_id and o.sheet_id = decided.sheet_id and o.item = decided.item
      and o.sent_by = decided.sent_by and o.received_at <= decided.received_at
      and o.outcome = 'conflict' and o.decided_at is null
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
