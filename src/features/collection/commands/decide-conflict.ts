import { sheetDeeds } from '../../../domain/collection/index.ts';
import { newId, prepared, withScope } from '../../../platform/database/index.ts';
import { inWrongState, notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { messages } from '../messages.ts';
import { type Filler, maySeeSheet, standingToSheet } from '../policy.ts';
import { findConflict } from '../queries/conflicts.ts';
import type { CollectionContext } from './context.ts';
import { saveIn, type Way } from './save-cells.ts';
import { settleOfPlace } from './settle-own-conflicts.ts';

const settleRepeated = prepared(
  'settle_repeated_conflict',
  'update cell_operation set decided_at = $3 where unit_id = $1 and id = $2',
);

/** A decision as it comes in. */
export interface Decision {
  readonly operation: string;
  /** The round that the conflict must belong to; null where any will do. */
  readonly round: string | null;
  readonly choice: 'take' | 'keep';
  /** The revision of the stored figure that the decision was made upon; 0 where there was none. */
  readonly seenRevision: number;
  readonly way: Way;
}

/**
 * Decides a conflict, and what its sender had of the same cell before it: takes what was sent, or keeps what is stored. Taking writes like any other change, so the history
 * tells it, by whoever decides.
 * @returns false when the stored figure has changed since: it is to be looked at again
 * @throws RequestError 404 for a conflict that is unknown or decided, 403 for who may not save the sheet, 409 when it is locked
 */
export async function decideConflict(
  context: CollectionContext,
  decider: Filler,
  { operation: operationId, round, choice, seenRevision, way }: Decision,
): Promise<boolean> {
  return withScope(context.database, decider, async (scope) => {
    const unit = decider.unit.id;
    const conflict = await findConflict(scope, unit, operationId);
    if (conflict === undefined || (round !== null && conflict.roundId !== round)) throw notFound();
    const place = { id: conflict.placeId, organisationId: conflict.organisationId };
    if (!maySeeSheet(decider, unit, conflict.level, place)) throw notFound();
    if (!sheetDeeds('open', true, standingToSheet(decider, unit, place)).has('save'))
      throw notAllowed('collection.may-not-save');
    const at = context.clock.now();
    if (choice === 'take') {
      const operation = {
        id: newId<string>(),
        sheet: conflict.sheetId,
        item: conflict.item,
        figure: conflict.sent,
        comment: conflict.sentComment,
        seenRevision,
        after: null,
      };
      const [outcome] = await saveIn(scope, context, decider, [operation], way);
      if (outcome!.outcome === 'refused')
        throw inWrongState('collection.sheet-locked', messages.vi.sheetLocked);
      if (outcome!.outcome === 'conflict') {
        // The new operation only repeats what the first one says already.
        scope.send(settleRepeated, [unit, operation.id, at]);
        return false;
      }
    } else if ((conflict.stored?.revision ?? 0) !== seenRevision) return false;
    scope.send(settleOfPlace, [unit, conflict.placeId, [operationId], at]);
    // What was taken is in the audit as a saving.
    if (choice === 'take') return true;
    recordAudit(scope, unit, at, {
      deed: 'decideConflict',
      object: { kind: 'collection_round', id: conflict.roundId },
      fields: [`sheet.${conflict.sheetId}`, conflict.item],
    });
    return true;
  });
}
