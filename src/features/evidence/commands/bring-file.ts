import { readFile } from 'node:fs/promises';
import {
  newId,
  type PersonActor,
  prepared,
  type Scope,
  sqlBuilder,
  withReadScope,
  withScope,
} from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/file-store/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { PictureError, turnedRight } from '../../../platform/pictures/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { recordFile } from '../../files/index.ts';
import type { UnitAtWork } from '../../territory/index.ts';
import { findWaitingFile } from '../queries/waiting.ts';
import { type EvidenceContext, unitToAddTo } from './context.ts';
import { kindOfBytes, kindOfFile } from './kinds-of-files.ts';

/** A file as it came: its bytes, or where they lie. */
export type ContentBrought = { readonly bytes: Uint8Array } | { readonly path: string };

export type FileFault = 'fileEmpty' | 'fileKind' | 'pictureDamaged';

/** What a content became in the store. */
export interface TakenIn {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/** So many files may wait for one person, described by nobody. */
export const MOST_WAITING = 200;

/**
 * Looks at a content and keeps it: of a kind that is taken, and pictures upright and without what the camera wrote into
 * them. @returns what is wrong with it, and then keeps nothing
 */
export async function takeIn(
  { files }: Pick<EvidenceContext, 'files'>,
  content: ContentBrought,
): Promise<TakenIn | FileFault> {
  const kind = 'path' in content ? await kindOfFile(content.path) : await kindOfBytes(content.bytes);
  if (kind === null) return 'fileKind';
  if (kind.isPicture) return takeInPicture(files, content);
  const stored = 'path' in content ? await files.putFile(content.path) : await files.put(content.bytes);
  return { ...stored, mediaType: kind.mediaType };
}

async function takeInPicture(files: FileStore, content: ContentBrought): Promise<TakenIn | FileFault> {
  try {
    const bytes = 'path' in content ? await readFile(content.path) : content.bytes;
    const picture = await turnedRight(bytes);
    return { ...(await files.put(picture.bytes)), mediaType: picture.mediaType };
  } catch (error) {
    if (error instanceof PictureError) return 'pictureDamaged';
    throw error;
  }
}

const countWaiting = prepared<{ waiting: number }>(
  'count_uploads_of_person',
  'select count(*)::int as waiting from upload where unit_id = $1 and started_by = $2',
);

/** How many more files may wait for a person to describe them. */
export async function roomForUploads(scope: Scope, actor: PersonActor, unit: UnitAtWork): Promise<number> {
  const [row] = await scope.run(countWaiting, [unit.id, actor.personId]);
  return Math.max(0, MOST_WAITING - row!.waiting);
}

/** A file of a form, or one that a record of the unit has already. */
export interface FileToBring {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly showsChildren?: boolean;
  /** The file of the record. */
  readonly sourceFileId?: string;
}

/** Files of a form: each is kept and waits for its description. @returns what is wrong with those that were not taken */
export async function bringFiles(
  context: EvidenceContext,
  actor: PersonActor,
  unitCode: string,
  brought: readonly FileToBring[],
): Promise<{
  readonly waiting: readonly string[];
  readonly refused: readonly { readonly name: string; readonly fault: FileFault | 'tooMany' }[];
}> {
  const roomBefore = await withReadScope(context.database, actor, async (scope) =>
    roomForUploads(scope, actor, await unitToAddTo(scope, actor, unitCode)),
  );
  // A picture takes seconds, and waits for others: nobody's connection to the database waits with it.
  const lookedAt: { readonly file: FileToBring; readonly taken: TakenIn | FileFault | 'tooMany' }[] = [];
  for (const [index, file] of brought.entries())
    lookedAt.push({ file, taken: index < roomBefore ? await takeInFile(context, file) : 'tooMany' });
  const waiting: string[] = [];
  const refused: { name: string; fault: FileFault | 'tooMany' }[] = [];
  await withScope(context.database, actor, async (scope) => {
    const unit = await unitToAddTo(scope, actor, unitCode);
    const room = await roomForUploads(scope, actor, unit);
    for (const { file: brought, taken: content } of lookedAt) {
      const { name, showsChildren = false, sourceFileId = null } = brought;
      const taken = typeof content === 'string' || waiting.length < room ? content : 'tooMany';
      if (typeof taken === 'string') {
        refused.push({ name, fault: taken });
        continue;
      }
      const at = context.clock.now();
      const file = await recordFile(scope, actor, unit.id, { ...taken, name }, at);
      const id = newId<string>();
      await scope.rows(
        sqlBuilder.insertInto('upload').values({
          unit_id: unit.id,
          id,
          name: file.name,
          size: file.size,
          started_by: actor.personId,
          started_at: at,
          file_id: file.id,
          shows_children: showsChildren,
          source_file_id: sourceFileId,
          ended_at: at,
        }),
      );
      waiting.push(id);
    }
    if (waiting.length > 0)
      recordAudit(scope, unit.id, context.clock.now(), {
        deed: 'bringFiles',
        object: { kind: 'unit', id: unit.id },
        fields: waiting.map((id) => `upload.${id}`),
      });
  });
  return { waiting, refused };
}

const takeInFile = async (context: EvidenceContext, { bytes }: FileToBring): Promise<TakenIn | FileFault> =>
  bytes.byteLength === 0 ? 'fileEmpty' : takeIn(context, { bytes });

/** Puts away a file that waits: it never was in the library. */
export async function discardFile(
  { database, clock }: EvidenceContext,
  actor: PersonActor,
  unitCode: string,
  uploadId: string,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const unit = await unitToAddTo(scope, actor, unitCode);
    const waiting = await findWaitingFile(scope, actor, unit.id, uploadId, { lock: true });
    if (waiting === undefined) throw notFound();
    await scope.rows(
      sqlBuilder.deleteFrom('upload').where('unit_id', '=', unit.id).where('id', '=', waiting.id),
    );
    await scope.rows(
      sqlBuilder.deleteFrom('stored_file').where('unit_id', '=', unit.id).where('id', '=', waiting.fileId),
    );
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'discardFile',
      object: { kind: 'unit', id: unit.id },
      fields: [`upload.${waiting.id}`],
    });
  });
}
