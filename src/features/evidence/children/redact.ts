import { type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import type { Picture } from '../../../platform/pictures/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { keepFile } from '../../files/index.ts';
import { evidenceToChange } from '../commands/change-evidence.ts';
import { type EvidenceContext, type EvidencePlace, recordEvent } from '../commands/context.ts';
import { fileOfRevision } from '../queries/evidence.ts';

const EXTENSIONS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/**
 * Keeps the blacked-out copy of a revision; one that was there before is no longer given out.
 * @throws RequestError 403 or 404
 */
export async function keepRedactedCopy(
  { database, clock, files }: EvidenceContext,
  actor: PersonActor,
  place: EvidencePlace,
  revision: number,
  picture: Picture,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const { unit, evidence } = await evidenceToChange(scope, actor, place);
    const file = fileOfRevision(evidence, revision);
    if (!evidence.showsChildren) throw notFound();
    const at = clock.now();
    const name = `${file.name.replace(/\.[^.]*$/, '')}-da-che.${EXTENSIONS[picture.mediaType]}`;
    const kept = await keepFile(scope, files, actor, unit.id, { name, bytes: picture.bytes }, at);
    await scope.rows(
      sqlBuilder
        .updateTable('evidence_file')
        .set({ redacted_file_id: kept.id })
        .where('unit_id', '=', unit.id)
        .where('id', '=', file.id),
    );
    const event = { unitId: unit.id, evidenceId: evidence.id, personId: actor.personId, at };
    await recordEvent(scope, { ...event, kind: 'redacted' });
    recordAudit(scope, unit.id, at, {
      deed: 'redactEvidence',
      object: { kind: 'evidence', id: evidence.id },
      fields: [`redacted_file.${revision}`],
    });
  });
}
