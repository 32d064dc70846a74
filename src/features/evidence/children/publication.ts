import { leavingCopy, mayBePublished } from '../../../domain/evidence/index.ts';
import { type PersonActor, type Scope, sqlBuilder } from '../../../platform/database/index.ts';
import { recordEvent } from '../commands/context.ts';
import { type Evidence, findEvidence } from '../queries/evidence.ts';
import { fileAtTheDoor, listConsents } from './consents-query.ts';

/**
 * Takes back that an evidence is published, where after a change it may not be any more, or where another file would from
 * now on stand in the place of the published one, a newer one or the original of a redacted copy: nobody has decided that.
 * @param before the evidence as it was; it is judged as it stands now, in the same transaction
 * @returns the columns that changed by it, for the audit
 */
export async function unpublishUnlessAllowed(
  scope: Scope,
  actor: PersonActor,
  before: Evidence,
  at: Date,
): Promise<readonly 'published_at'[]> {
  if (before.publishedAt === null) return [];
  const now = await findEvidence(scope, actor, before.unitId, before.id);
  const publication = mayBePublished(fileAtTheDoor(now), await listConsents(scope, now));
  const sameFile =
    now.revision === before.revision &&
    publication.ok &&
    publication.copy === leavingCopy(fileAtTheDoor(before)).copy;
  if (sameFile) return [];
  await setPublished(scope, actor, now, at, false);
  return ['published_at'];
}

/** Publishes an evidence or takes it back, and writes so into its history. */
export async function setPublished(
  scope: Scope,
  { personId }: PersonActor,
  { unitId, id }: Evidence,
  at: Date,
  published: boolean,
): Promise<void> {
  await scope.rows(
    sqlBuilder
      .updateTable('evidence')
      .set({ published_at: published ? at : null, changed_at: at })
      .where('unit_id', '=', unitId)
      .where('id', '=', id),
  );
  const kind = published ? 'published' : 'unpublished';
  await recordEvent(scope, { unitId, evidenceId: id, kind, personId, at });
}
