/** Joins the ids of what describes a field, or gives nothing when nothing does. */
export function describedBy(...ids: readonly (string | false | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined;
}
