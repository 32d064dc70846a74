import { type Actor, prepared, type Scope, type UnitId } from '../../platform/database/index.ts';
import { type AuditDeed, canonicalJson } from './entry.ts';

const appendAudit = prepared<{ append_audit: number }>(
  'append_audit',
  'select append_audit($1, $2, $3, $4, $5, $6, $7, $8)',
);

function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.personId;
    case 'place':
      return `link:${actor.linkId}`;
    case 'system':
      return `system:${actor.purpose}`;
  }
}

/**
 * Writes what was done into the unit's chain, in the transaction of the deed: both happen or neither.
 * Call it last: from here to the commit, other deeds of the same unit wait.
 */
export function recordAudit(scope: Scope, unit: UnitId, at: Date, deed: AuditDeed): void {
  const actor = nameOf(scope.actor);
  const entry = { ...deed, unit, at: at.toISOString(), actor };
  scope.send(appendAudit, [
    unit,
    entry.at,
    actor,
    deed.deed,
    deed.object.kind,
    deed.object.id,
    deed.fields,
    canonicalJson(entry),
  ]);
}
