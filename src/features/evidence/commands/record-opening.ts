import { type PersonActor, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { openingIsRecorded } from '../policy.ts';
import type { Evidence } from '../queries/evidence.ts';
import type { EvidenceContext } from './context.ts';

/** Writes down that something of an evidence was opened, where that is to be known. @param what as the audit names it */
export async function recordOpening(
  { database, clock }: EvidenceContext,
  actor: PersonActor,
  evidence: Evidence,
  what: string,
): Promise<void> {
  // The chain of a unit is written by its own people; the level above gets copies that need no record.
  if (!openingIsRecorded(evidence) || actor.unit.id !== evidence.unitId) return;
  await withScope(database, actor, async (scope) =>
    recordAudit(scope, evidence.unitId, clock.now(), {
      deed: 'openEvidence',
      object: { kind: 'evidence', id: evidence.id },
      fields: [what],
    }),
  );
}
