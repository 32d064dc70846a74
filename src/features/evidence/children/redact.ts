import { pdfOfPictures } from '../../../documents/index.ts';
import { type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { type Area, blackOut, pagesOfPdf } from '../../../platform/pictures/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { keepFile } from '../../files/index.ts';
import { evidenceToChange } from '../commands/change-evidence.ts';
import { type EvidenceContext, type EvidencePlace, recordEvent } from '../commands/context.ts';
import { fileOfRevision } from '../queries/evidence.ts';

const EXTENSIONS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
} as const;

export interface RedactedCopy {
  readonly bytes: Uint8Array;
  readonly mediaType: keyof typeof EXTENSIONS;
}

/** Areas by number of the page, from 1; a picture is one page. */
export type AreasOfPages = ReadonlyMap<number, readonly Area[]>;

/**
 * The blacked-out copy of a picture, or of a PDF: this one consists of its pages as pictures, because text under a black
 * bar could still be read by a program. @throws PictureError
 */
export async function blackedOut(
  bytes: Uint8Array,
  mediaType: string,
  areas: AreasOfPages,
): Promise<RedactedCopy> {
  if (mediaType !== 'application/pdf') return blackOut(bytes, areas.get(1) ?? []);
  return { bytes: await pdfOfPictures(await pagesOfPdf(bytes, areas)), mediaType };
}

/**
 * Keeps the blacked-out copy of a revision; one that was there before is no longer given out.
 * @throws RequestError 403 or 404
 */
export async function keepRedactedCopy(
  { database, clock, files }: EvidenceContext,
  actor: PersonActor,
  place: EvidencePlace,
  revision: number,
  copy: RedactedCopy,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const { unit, evidence } = await evidenceToChange(scope, actor, place);
    const file = fileOfRevision(evidence, revision);
    if (!evidence.showsChildren) throw notFound();
    const at = clock.now();
    // The name of the original may tell what is blacked out.
    const name = `minh-chung-da-che.${EXTENSIONS[copy.mediaType]}`;
    const kept = await keepFile(scope, files, actor, unit.id, { name, bytes: copy.bytes }, at);
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
