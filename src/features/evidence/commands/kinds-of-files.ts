import { open } from 'node:fs/promises';
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type';

/** What is kept as evidence, told by the content of the file and never by its name. */
const DOCUMENTS: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
]);
/** These are turned upright and lose what the camera wrote into them. */
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);
/** Kept as they are: telephones write it, browsers do not show it. */
export const HEIC: ReadonlySet<string> = new Set(['image/heic', 'image/heif']);
const PLAIN_TEXT = 'text/plain; charset=utf-8';

/** How much of a file without a mark of its own is looked at. */
const LOOKED_AT = 64 * 1024;

export interface KindOfFile {
  readonly mediaType: string;
  readonly isPicture: boolean;
}

/** The kind of a file that may be kept; null for every other: programs, web pages, drawings with scripts, archives. */
export async function kindOfFile(path: string): Promise<KindOfFile | null> {
  const found = await fileTypeFromFile(path);
  if (found !== undefined) return accepted(found.mime);
  return isPlainText(await beginningOf(path)) ? { mediaType: PLAIN_TEXT, isPicture: false } : null;
}

/** The same for bytes at hand. */
export async function kindOfBytes(bytes: Uint8Array): Promise<KindOfFile | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return accepted(found.mime);
  return isPlainText(bytes.subarray(0, LOOKED_AT)) ? { mediaType: PLAIN_TEXT, isPicture: false } : null;
}

function accepted(mediaType: string): KindOfFile | null {
  if (PICTURES.has(mediaType)) return { mediaType, isPicture: true };
  return DOCUMENTS.has(mediaType) || HEIC.has(mediaType) ? { mediaType, isPicture: false } : null;
}

async function beginningOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Text that nothing runs: neither a web page, a drawing nor a script, whatever its name says. */
function isPlainText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    // A letter may be cut in two where the piece ends.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return false;
  }
  const start = text.trimStart().slice(0, 2000);
  return (
    start !== '' &&
    !text.includes('\0') &&
    !/^(<[!?a-z]|#!|\{\\rtf)/i.test(start) &&
    !/<script|<svg|<html/i.test(start)
  );
}
