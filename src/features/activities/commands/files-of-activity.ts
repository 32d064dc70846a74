import { fileTypeFromBuffer } from 'file-type';
import {
  newId,
  type PersonActor,
  prepared,
  sqlBuilder,
  withScope,
} from '../../../platform/database/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { type IncomingFile, keepFile } from '../../files/index.ts';
import { mayRemove } from '../policy.ts';
import { type ActivitiesContext, type ActivityPlace, activityToChange } from './context.ts';

/** Bytes of one file. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** What evidence of an activity is kept as; told by the content of the file, never by its name. */
const EVIDENCE_TYPES: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'audio/mpeg',
  'audio/mp4',
  'video/mp4',
  'video/quicktime',
]);

export type FileFault = 'fileMissing' | 'fileLarge' | 'fileType';

/** Keeps a file with an activity. @returns what is wrong with the file, and then keeps nothing; null when it is kept */
export async function addFile(
  context: ActivitiesContext,
  actor: PersonActor,
  place: ActivityPlace,
  file: IncomingFile | undefined,
  showsChildren: boolean,
): Promise<FileFault | null> {
  return withScope(context.database, actor, async (scope) => {
    const { unit, activity } = await activityToChange(scope, actor, place);
    if (file === undefined || file.bytes.byteLength === 0) return 'fileMissing';
    if (file.bytes.byteLength > LARGEST_FILE) return 'fileLarge';
    if (!EVIDENCE_TYPES.has((await fileTypeFromBuffer(file.bytes))?.mime ?? '')) return 'fileType';
    const at = context.clock.now();
    const stored = await keepFile(scope, context.files, actor, unit.id, file, at);
    const id = newId<string>();
    await scope.rows(
      sqlBuilder.insertInto('activity_file').values({
        unit_id: unit.id,
        id,
        activity_id: activity.id,
        file_id: stored.id,
        shows_children: showsChildren,
        added_by: actor.personId,
        added_at: at,
      }),
    );
    recordAudit(scope, unit.id, at, {
      deed: 'addFileOfActivity',
      object: { kind: 'activity', id: activity.id },
      fields: [`file.${id}`],
    });
    return null;
  });
}

const removeStatement = prepared(
  'remove_file_of_activity',
  `with removed as (delete from activity_file where unit_id = $1 and id = $2 returning file_id)
   delete from stored_file where unit_id = $1 and id in (select file_id from removed)`,
);

/** Takes a file away from an activity; its content stays in the store, where nothing refers to it any more. */
export async function removeFile(
  context: ActivitiesContext,
  actor: PersonActor,
  place: ActivityPlace,
  fileOfActivity: string,
): Promise<void> {
  await withScope(context.database, actor, async (scope) => {
    const { unit, activity } = await activityToChange(scope, actor, place);
    const found = await scope.first(
      sqlBuilder
        .selectFrom('activity_file')
        .where('unit_id', '=', unit.id)
        .where('activity_id', '=', activity.id)
        .where('id', '=', fileOfActivity)
        .select(['id', 'added_by as recordedBy']),
    );
    if (found === undefined) throw notFound();
    if (!mayRemove(actor, unit.id, found)) throw notAllowed('activities.may-not-remove-file');
    scope.send(removeStatement, [unit.id, found.id]);
    recordAudit(scope, unit.id, context.clock.now(), {
      deed: 'removeFileOfActivity',
      object: { kind: 'activity', id: activity.id },
      fields: [`file.${found.id}`],
    });
  });
}
