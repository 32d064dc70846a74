import { prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

/** A file of an activity or a task whose content is not in the library. */
export interface FileOfRecord {
  readonly fileId: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly showsChildren: boolean;
  readonly of: 'activity' | 'task';
  /** What the activity or the task is called. */
  readonly record: string;
}

export const RECORD_FILES_OF_A_PAGE = 50;

/** Of tasks nobody says whether they show children: whoever takes them over is asked. */
const filesOfRecords = prepared<FileOfRecord & { readonly total: number }>(
  'files_of_records_outside_library',
  `with outside as (
     select f.file_id, f.shows_children, 'activity' as kind, a.title as record
       from activity_file f join activity a on a.unit_id = f.unit_id and a.id = f.activity_id
      where f.unit_id = $1
     union all
     select f.file_id, false, 'task', t.text
       from task_file f join task t on t.unit_id = f.unit_id and t.id = f.task_id
      where f.unit_id = $1)
   select s.id as "fileId", s.sha256, s.name, s.media_type as "mediaType", s.size, o.shows_children as "showsChildren",
          o.kind as of, o.record, count(*) over ()::int as total
     from outside o
     join stored_file s on s.unit_id = $1 and s.id = o.file_id
    where ($2::uuid is null or s.id = $2)
      and not exists (select from stored_file same
                        join evidence_file f on f.unit_id = same.unit_id and f.file_id = same.id
                       where same.unit_id = s.unit_id and same.sha256 = s.sha256)
      -- Pictures that were taken over are no longer the same content.
      and not exists (select from evidence_file f where f.unit_id = s.unit_id and f.source_file_id = s.id)
      and not exists (select from upload u where u.unit_id = s.unit_id and u.source_file_id = s.id)
    order by s.stored_at desc, s.id
    limit ${RECORD_FILES_OF_A_PAGE} offset $3`,
);

/** A page of them, the latest first. @param page from 1 */
export async function listFilesOfRecords(
  scope: Scope,
  unit: UnitId,
  page: number,
): Promise<{ readonly total: number; readonly files: readonly FileOfRecord[] }> {
  const files = await scope.run(filesOfRecords, [unit, null, (page - 1) * RECORD_FILES_OF_A_PAGE]);
  return { total: files[0]?.total ?? 0, files };
}

/** One of them; undefined where there is none. */
export async function findFileOfRecord(
  scope: Scope,
  unit: UnitId,
  fileId: string,
): Promise<FileOfRecord | undefined> {
  return (await scope.run(filesOfRecords, [unit, fileId, 0]))[0];
}
