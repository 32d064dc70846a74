import { type PersonActor, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

/** A file that somebody brought and that waits for its description. */
export interface WaitingFile {
  /** Of the upload. */
  readonly id: string;
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly showsChildren: boolean;
  /** The file of a record of the unit that it was taken over from. */
  readonly sourceFileId: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
}

const columns = `u.id, u.file_id as "fileId", s.name, s.media_type as "mediaType", s.size, s.sha256,
       u.shows_children as "showsChildren", u.source_file_id as "sourceFileId", to_json(u.started_at)#>>'{}' as "startedAt"`;
const joined = 'upload u join stored_file s on s.unit_id = u.unit_id and s.id = u.file_id';

const waitingFiles = prepared<WaitingFile>(
  'files_waiting_for_description',
  `select ${columns} from ${joined} where u.unit_id = $1 and u.started_by = $2 order by u.id limit 200`,
);

/** The files that a person brought and has not described yet, in the order in which they came; at most 200. */
export function listWaitingFiles(scope: Scope, actor: PersonActor, unit: UnitId): Promise<WaitingFile[]> {
  return scope.run(waitingFiles, [unit, actor.personId]);
}

const waitingFile = prepared<WaitingFile>(
  'file_waiting_for_description',
  `select ${columns} from ${joined} where u.unit_id = $1 and u.started_by = $2 and u.id = $3 for update of u`,
);
const waitingFileToRead = prepared<WaitingFile>(
  'file_waiting_for_description_to_read',
  `select ${columns} from ${joined} where u.unit_id = $1 and u.started_by = $2 and u.id = $3`,
);

/** One of them, of this person and no other; undefined where there is none. Locked where it is about to be taken. */
export async function findWaitingFile(
  scope: Scope,
  actor: PersonActor,
  unit: UnitId,
  uploadId: string,
  { lock = false } = {},
): Promise<WaitingFile | undefined> {
  const [file] = await scope.run(lock ? waitingFile : waitingFileToRead, [unit, actor.personId, uploadId]);
  return file;
}
