import { fileTypeFromBuffer } from 'file-type';
import { normaliseText } from '../../domain/text/index.ts';
import {
  newId,
  type PersonActor,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/file-store/index.ts';
import type { StoredFile } from './queries.ts';

export interface IncomingFile {
  /** As its owner calls it; a path before it is taken off. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LONGEST_NAME = 180;

/**
 * Keeps a file for a unit, in the transaction of the deed that it belongs to: the deed has asked its policy and records
 * the audit. The content is kept first; should the transaction fail, it lies unused in the store and harms nobody.
 */
export async function keepFile(
  scope: Scope,
  store: FileStore,
  actor: PersonActor,
  unitId: UnitId,
  { name, bytes }: IncomingFile,
  at: Date,
): Promise<StoredFile> {
  const [content, mediaType] = await Promise.all([store.put(bytes), mediaTypeOf(bytes)]);
  return recordFile(scope, actor, unitId, { ...content, mediaType, name }, at);
}

/** Makes a content that the store keeps already a file of a unit; as `keepFile` in all else. */
export async function recordFile(
  scope: Scope,
  actor: PersonActor,
  unitId: UnitId,
  content: {
    readonly sha256: string;
    readonly size: number;
    readonly mediaType: string;
    readonly name: string;
  },
  at: Date,
): Promise<StoredFile> {
  const file = { ...content, id: newId<string>(), name: plainName(content.name), storedAt: at };
  await scope.rows(
    sqlBuilder.insertInto('stored_file').values({
      unit_id: unitId,
      id: file.id,
      sha256: file.sha256,
      size: file.size,
      media_type: file.mediaType,
      name: file.name,
      stored_by: actor.personId,
      stored_at: at,
    }),
  );
  return file;
}

/** By the content, never by the name: text without a mark of its own is text, anything unknown is bytes. */
async function mediaTypeOf(bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return found.mime;
  return isText(bytes) ? 'text/plain; charset=utf-8' : 'application/octet-stream';
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

/** The name of a file as it is kept: no path, nothing that cannot be seen, and of a long one the end, which tells its kind. */
export function plainName(name: string): string {
  const last = normaliseText(name).split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these have no place in a name.
  const clean = last.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  return clean.length > LONGEST_NAME ? clean.slice(-LONGEST_NAME) : clean || 'tep';
}
