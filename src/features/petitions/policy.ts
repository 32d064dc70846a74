import type { OrganisationId, PersonActor, UnitId } from '../../platform/database/index.ts';
import { keepsLog, mayRecordFor } from '../activities/index.ts';

/** The organisation that is asked answers, or the planning officer for whoever is asked. */
export function mayAnswer(
  actor: PersonActor,
  unit: UnitId,
  petition: { readonly addresseeId: OrganisationId | null },
): boolean {
  return (
    keepsLog(actor, unit) ||
    (petition.addresseeId !== null && mayRecordFor(actor, unit, petition.addresseeId))
  );
}
