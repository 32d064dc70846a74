import { Readable } from 'node:stream';
import type { FileStore } from '../../platform/file-store/index.ts';
import { type RequestContext, unreadable } from '../../platform/http/index.ts';
import type { IncomingFile } from './commands.ts';
import type { StoredFile } from './queries.ts';

/** What a multipart form brought: its text fields as typed, and the files of its file fields. */
export interface UploadForm {
  readonly fields: Readonly<Record<string, string>>;
  /** By name of the field; a field left empty has none. */
  readonly files: Readonly<Record<string, readonly IncomingFile[]>>;
}

/**
 * Reads a form with files. How large it may be is said by the server's limit on bodies.
 * @throws RequestError 400 when the body is no form
 */
export async function uploadForm(c: RequestContext): Promise<UploadForm> {
  const body = await c.req.parseBody({ all: true }).catch(() => {
    throw unreadable('request.unreadable-form');
  });
  const fields: Record<string, string> = {};
  // Without a prototype: a field may be called "constructor".
  const files: Record<string, IncomingFile[]> = Object.create(null);
  for (const [name, value] of Object.entries(body))
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string') fields[name] = one;
      // A browser sends a file field that was left empty as a file without name and content.
      else if (one.name !== '' || one.size > 0) {
        files[name] ??= [];
        files[name].push({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) });
      }
    }
  return { fields, files };
}

/** Types that a browser shows by itself and in which no script can run. */
const shownInPlace = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/gif']);

/** Larger contents are sent as they are read, and only the smaller ones checked before. */
const HELD_IN_MEMORY = 1024 * 1024;

/** Browsers show no PDF in a sandbox: their viewer is a part of its own, which lets nothing of the file at this site. */
const OF_PDF = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * The answer that gives a file. Nothing in it can run in the name of this site: a type that the browser cannot show
 * harmlessly is saved instead.
 * @throws ContentLost when the store does not hold it any more
 */
export async function fileAnswer(c: RequestContext, store: FileStore, file: StoredFile): Promise<Response> {
  const content =
    c.req.method === 'HEAD'
      ? null
      : file.size > HELD_IN_MEMORY
        ? (Readable.toWeb(await store.open(file.sha256)) as ReadableStream<Uint8Array>)
        : ((await store.read(file.sha256)) as Uint8Array<ArrayBuffer>);
  const disposition = shownInPlace.has(file.mediaType) ? 'inline' : 'attachment';
  c.header('content-type', file.mediaType);
  c.header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  c.header('content-security-policy', file.mediaType === 'application/pdf' ? OF_PDF : `${OF_PDF}; sandbox`);
  c.header('x-content-type-options', 'nosniff');
  c.header('content-length', String(file.size));
  if (content === null) return c.body(null);
  return content instanceof Uint8Array ? c.body(content) : c.body(content);
}
