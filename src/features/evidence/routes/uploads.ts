import { Server, type ServerOptions } from '@tus/server';
import { Hono } from 'hono';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import { notFound, type RequestContext, type RequestEnvironment } from '../../../platform/http/index.ts';
import { requirePerson } from '../../people/index.ts';
import { unitToAddTo } from '../commands/context.ts';
import { beginUpload, findUpload, finishUpload, forgetUpload, type Upload } from '../commands/upload.ts';
import { messages } from '../messages.ts';
import { uploadsPath } from '../paths.ts';
import { openUploadFolder } from '../upload-folder.ts';
import { type EvidenceDependencies, idOf, LIBRARY, unitCodeOf } from './common.tsx';

const UPLOADS = `${LIBRARY}/tai-len` as const;
const UPLOAD = `${UPLOADS}/:upload{[0-9a-f-]{36}}` as const;

/** How the library for tus is told that an upload is refused. */
const refusal = (status_code: number, body: string) => ({ status_code, body });

/**
 * Uploads that go on where they were cut off, by the protocol tus. Every request is first asked for who may add to the
 * library, and an upload exists for who began it alone; only then the library that speaks the protocol sees it.
 */
export function uploadRoutes(dependencies: EvidenceDependencies): Hono<RequestEnvironment> {
  const { uploads, database } = dependencies;
  const folder = openUploadFolder(uploads);
  const routes = new Hono<RequestEnvironment>();

  /** The uploads that a request is keeping now: the library has let go of its lock by then. */
  const finishing = new Set<string>();

  /** Lets the library speak the protocol. */
  async function libraryOn(c: RequestContext, own: Partial<ServerOptions> = {}): Promise<Response> {
    const server = new Server({
      path: uploadsPath(unitCodeOf(c)),
      datastore: await folder.store(),
      locker: folder.locker,
      maxSize: uploads.largestFile,
      relativeLocation: true,
      allowedOrigins: [],
      ...own,
    });
    return server.handleWeb(c.req.raw);
  }

  /** What the library answered, made anew, so that it bears the headers of every answer. */
  function answer(c: RequestContext, { status, headers, body }: Response): Response {
    for (const [name, value] of headers) if (!name.startsWith('access-control-')) c.header(name, value);
    c.header('cache-control', 'no-store');
    return body === null ? c.body(null, status as 200) : c.body(body, status as 200);
  }

  /** As `answer`. Of what has come whole nobody is told so before it is kept: the file is dropped at the other end. */
  async function answerOfUpload(
    c: RequestContext,
    actor: PersonActor,
    upload: Upload,
    spoken: Response,
  ): Promise<Response> {
    if (spoken.headers.get('upload-offset') !== String(upload.size)) return answer(c, spoken);
    const refused = await finish(c, actor, upload);
    if (refused === null) return answer(c, spoken);
    return answer(
      c,
      new Response(refused.body, { status: refused.status_code, headers: { 'tus-resumable': '1.0.0' } }),
    );
  }

  /** Keeps an upload of which all has come. @returns why not; null where it is kept */
  async function finish(
    c: RequestContext,
    actor: PersonActor,
    { id, name }: Upload,
  ): Promise<ReturnType<typeof refusal> | null> {
    if (finishing.has(id)) return refusal(423, 'Locked\n');
    finishing.add(id);
    try {
      const fault = await finishUpload(dependencies, actor, unitCodeOf(c), id, folder.pathOf(id));
      await folder.remove(id);
      return fault === null ? null : refusal(415, messages[c.var.language].fileFaults[fault](name));
    } finally {
      finishing.delete(id);
    }
  }

  /** The upload of the address. @throws RequestError 404 where it is not this person's */
  async function uploadOf(c: RequestContext, actor: PersonActor): Promise<Upload> {
    const upload = await findUpload(dependencies, actor, unitCodeOf(c), idOf(c, 'upload'));
    if (upload === undefined) throw notFound();
    return upload;
  }

  routes.post(UPLOADS, async (c) => {
    const actor = requirePerson(c);
    const unitCode = unitCodeOf(c);
    await withReadScope(database, actor, (scope) => unitToAddTo(scope, actor, unitCode));
    let begun: Upload | undefined;
    const spoken = await libraryOn(c, {
      onUploadCreate: async (_, upload) => {
        if (!upload.size) throw refusal(400, 'Upload-Length\n');
        const { size } = upload;
        const name = upload.metadata?.filename ?? 'tep';
        const id = await beginUpload(dependencies, actor, unitCode, { name, size });
        if (id === 'tooMany') throw refusal(429, messages[c.var.language].fileFaults.tooMany);
        begun = { id, name, size, ended: false };
        // Under this name it is stored and found again.
        upload.id = id;
        return {};
      },
    });
    if (begun === undefined) return answer(c, spoken);
    if (spoken.status === 201) return answerOfUpload(c, actor, begun, spoken);
    await forgetUpload(dependencies, actor, unitCode, begun.id);
    await folder.remove(begun.id);
    return answer(c, spoken);
  });

  // A request for HEAD comes to the route of GET; there is nothing else to get.
  routes.get(UPLOAD, async (c) => {
    const actor = requirePerson(c);
    const upload = await uploadOf(c, actor);
    if (c.req.method !== 'HEAD') throw notFound();
    // Of one that came whole and was not kept this is what the other end asks next.
    if (!upload.ended) return answerOfUpload(c, actor, upload, await libraryOn(c));
    // The answer to its last piece was lost: nothing of it need be sent again.
    c.header('tus-resumable', '1.0.0');
    c.header('upload-offset', String(upload.size));
    c.header('upload-length', String(upload.size));
    c.header('cache-control', 'no-store');
    return c.body(null);
  });

  routes.patch(UPLOAD, async (c) => {
    const actor = requirePerson(c);
    const upload = await uploadOf(c, actor);
    if (upload.ended) throw notFound();
    return answerOfUpload(c, actor, upload, await libraryOn(c));
  });

  routes.delete(UPLOAD, async (c) => {
    const actor = requirePerson(c);
    const upload = await uploadOf(c, actor);
    if (upload.ended) throw notFound();
    await forgetUpload(dependencies, actor, unitCodeOf(c), upload.id);
    return answer(c, await libraryOn(c));
  });

  return routes;
}
