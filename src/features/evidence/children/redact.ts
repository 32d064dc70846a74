import { pdfOfPictures } from '../../../documents/index.ts';
import { type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { type Area, blackOut, pagesOfPdf } from '../../../platform/pictures/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { keepFile } from '../../files/index.ts';
import { evidenceToChange } from '../commands/change-evidence.ts';
import { type EvidenceContext, type EvidencePlace, recordEvent } from '../commands/context.ts';
import { type Evidence, fileOfRevision } from '../queries/evidence.ts';
import { setPublished } from './publication.ts';

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

/** What areas are marked and blacked out on. */
export interface Ground {
  /** The file of the copy that there was; null for the original. */
  readonly copyId: string | null;
  /** The original although there is a copy: what that one covers is not covered any more. */
  readonly anew: boolean;
}

/** A further blacking-out begins from the copy there is, so that nothing covered comes to light; unless somebody wants to begin anew. */
export function groundOf({ files: [file] }: Pick<Evidence, 'files'>, anew: boolean): Ground {
  const copyId = file!.redactedFileId;
  return anew && copyId !== null ? { copyId: null, anew } : { copyId, anew: false };
}

/**
 * Keeps the blacked-out copy of a revision; one that was there before is no longer given out. One that was begun anew may
 * show more than the one before: nobody has decided that it is published.
 * @returns `overtaken`, and keeps nothing, where another copy was kept since the ground was read: it may cover more
 * @throws RequestError 403 or 404
 */
export async function keepRedactedCopy(
  { database, clock, files }: EvidenceContext,
  actor: PersonActor,
  place: EvidencePlace,
  revision: number,
  copy: RedactedCopy,
  ground: Ground,
): Promise<'kept' | 'unpublished' | 'overtaken'> {
  return withScope(database, actor, async (scope) => {
    const { unit, evidence } = await evidenceToChange(scope, actor, place);
    const file = fileOfRevision(evidence, revision);
    if (!evidence.showsChildren) throw notFound();
    if (!ground.anew && file.redactedFileId !== ground.copyId) return 'overtaken';
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
    const unpublished = ground.anew && evidence.publishedAt !== null && revision === evidence.revision;
    if (unpublished) await setPublished(scope, actor, evidence, at, false);
    recordAudit(scope, unit.id, at, {
      deed: 'redactEvidence',
      object: { kind: 'evidence', id: evidence.id },
      fields: [`redacted_file.${revision}`, ...(unpublished ? ['published_at'] : [])],
    });
    return unpublished ? 'unpublished' : 'kept';
  });
}
