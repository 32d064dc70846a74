import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { RequestContext, RequestEnvironment } from './environment.ts';
import { RequestError } from './errors.ts';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Lets a page show files of this site in frames of its own; each file says of itself that it may stand in one. */
export function allowFramesOfThisSite(c: RequestContext): void {
  c.header('content-security-policy', `${POLICY}; frame-src 'self'`);
}

/** Lets an answer stand in a frame of this site, and of no other. */
export function frameOfThisSite(answer: Response): Response {
  const policy = answer.headers.get('content-security-policy');
  answer.headers.set(
    'content-security-policy',
    `${policy === null ? '' : `${policy}; `}frame-ancestors 'self'`,
  );
  answer.headers.set('x-frame-options', 'SAMEORIGIN');
  return answer;
}

/** Headers of every answer, set before the routes so that an answer is never built twice. */
export function securityHeaders({ https }: { https: boolean }): MiddlewareHandler<RequestEnvironment> {
  const headers: [string, string][] = [
    ['content-security-policy', POLICY],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    // Not no-store: browsers would then throw away what was typed when a person goes back after an error.
    ['cache-control', 'private, no-cache'],
  ];
  if (https) headers.push(['strict-transport-security', 'max-age=31536000; includeSubDomains']);
  return async (c, next) => {
    for (const [name, value] of headers) c.header(name, value);
    await next();
  };
}

const changesNothing: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site sends, whatever its content: by `Sec-Fetch-Site`, or where a browser leaves it out (plain
 * HTTP in an office network) by `Origin`, which must be the public address or the very host that was asked.
 * A program that is no browser sends neither and has no cookie that a stranger could use.
 */
export function refuseForeignForms(publicUrl: string): MiddlewareHandler<RequestEnvironment> {
  return async (c, next) => {
    if (!changesNothing.has(c.req.method)) {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      const ourOrigin =
        origin === publicUrl ||
        (origin !== undefined && URL.canParse(origin) && new URL(origin).host === c.req.header('host'));
      const ours =
        ourOrigin ||
        site === 'same-origin' ||
        site === 'none' ||
        (origin === undefined && site === undefined);
      if (!ours) throw new RequestError(403, 'request.foreign-origin');
    }
    await next();
  };
}

/** Bytes of a request's body that are taken. */
export const LARGEST_BODY = 1024 * 1024;

/** Bytes of the files of one form. */
export const LARGEST_FORM_FILE = 20 * 1024 * 1024;

/** Bytes of a form with files, from somebody who has signed in: one file of 20 MB, or several smaller ones. */
export const LARGEST_UPLOAD = LARGEST_FORM_FILE + LARGEST_BODY;

const PIECE_OF_UPLOAD = 'application/offset+octet-stream';

/** Refuses larger bodies with 413, by the announced length at once, and without one while reading. */
export function limitBody(): MiddlewareHandler<RequestEnvironment> {
  const tooLarge = () => new RequestError(413, 'request.too-large');
  const whileReading = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw tooLarge();
      },
    });
  const [small, upload] = [whileReading(LARGEST_BODY), whileReading(LARGEST_UPLOAD)];
  return async (c, next) => {
    const { method } = c.req;
    if (method === 'GET' || method === 'HEAD') return next();
    // A piece of an upload: its route takes as much as was announced for the whole, and holds none of it in memory.
    if (method === 'PATCH' && c.var.actor !== null && c.req.header('content-type') === PIECE_OF_UPLOAD)
      return next();
    const isUpload =
      c.var.actor !== null && c.req.header('content-type')?.startsWith('multipart/form-data') === true;
    const announced = c.req.header('content-length');
    if (announced === undefined || c.req.header('transfer-encoding') !== undefined)
      return (isUpload ? upload : small)(c, next);
    if (Number(announced) > (isUpload ? LARGEST_UPLOAD : LARGEST_BODY)) throw tooLarge();
    await next();
  };
}
