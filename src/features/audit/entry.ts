/**
 * One deed, as the audit remembers it: who did what to which record, and which fields it touched.
 * It holds ids and field names, never contents: what a child's figure or a person's password was is not in it.
 */
export interface AuditDeed {
  /** The command's name, for example `saveFigures`. */
  readonly deed: string;
  readonly object: { readonly kind: string; readonly id: string };
  /** Names of the fields that changed. */
  readonly fields: readonly string[];
}

/** A deed with its circumstances, as it is hashed. */
export interface AuditEntry extends AuditDeed {
  readonly unit: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** The person's id, `link:` and the id of a village's link, or `system:` and its purpose. */
  readonly actor: string;
}

/** JSON with sorted keys and no spaces: the same entry always gives the same text. */
export function canonicalJson(entry: AuditEntry): string {
  return JSON.stringify({
    actor: entry.actor,
    at: entry.at,
    deed: entry.deed,
    fields: entry.fields,
    object: { id: entry.object.id, kind: entry.object.kind },
    unit: entry.unit,
  });
}
