import { HTTPException } from 'hono/http-exception';
import { viewerOf } from '../features/people/index.ts';
import { isOfVillage, VILLAGE } from '../features/village-entry/index.ts';
import { databaseIsAway, diskIsFull, type RequestContext, RequestError } from '../platform/http/index.ts';
import type { Log } from '../platform/log.ts';
import type { Assets } from '../ui/assets.ts';
import { errorMessages } from '../ui/error-messages.ts';
import {
  codeOf,
  ErrorPage,
  type ErrorStatus,
  retryAfterSeconds,
  type UnavailableReason,
} from '../ui/error-page.tsx';
import { renderPage } from '../ui/page.tsx';
import { loggedPath } from './logged-path.ts';

/** What a failed request is answered with. */
interface Fault {
  readonly status: ErrorStatus;
  readonly code: string;
  readonly what?: string | undefined;
  /** Of 503, where it is not the database. */
  readonly reason?: UnavailableReason | undefined;
}

/** The island that watches for the database's return; a build of tests may lack it. */
const RELOADER = 'reload-when-back';

/** Turns errors into answers: a page for people, JSON for programs, a line in the log for what is our fault. */
export function errorAnswers({ assets, log }: { readonly assets: Assets; readonly log: Log }) {
  const answer = (c: RequestContext, fault: Fault): Response => {
    const { status, code } = fault;
    const language = c.var.language ?? 'vi';
    const words = errorMessages[language];
    if (status === 503) c.header('retry-after', String(retryAfterSeconds));
    if (wantsJson(c.req.header('accept'))) {
      const kind = fault.reason === undefined ? words.kinds[status] : words[fault.reason];
      return c.json({ error: { code, message: fault.what ?? kind.what } }, status);
    }
    const formSent = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    const watches =
      status === 503 && fault.reason === undefined && !formSent && assets.island(RELOADER) !== undefined;
    const { actor } = c.var;
    return c.html(
      renderPage(
        <ErrorPage
          status={status}
          code={code}
          what={fault.what}
          reason={fault.reason}
          language={language}
          assets={watches ? assets.forPage(RELOADER) : assets.forPage()}
          viewer={actor ? viewerOf(actor, language, c.req.path) : null}
          currentPath={c.req.path}
          home={isOfVillage(c.req.path) ? VILLAGE : undefined}
          requestId={c.var.requestId}
          formSent={formSent}
        />,
      ),
      status,
    );
  };
  return {
    notFound: (c: RequestContext): Response => answer(c, { status: 404, code: codeOf[404] }),
    onError: (error: unknown, c: RequestContext): Response => {
      // A way out of a route, for example to the sign-in page.
      if (error instanceof HTTPException && error.status < 400) return error.getResponse();
      const fault = faultOf(error);
      const request = { requestId: c.var.requestId, method: c.req.method, path: loggedPath(c.req.path) };
      // Away or full is no fault of the code: a trace for each request would only fill the log.
      if (fault.status === 503) log.warn(request, fault.code);
      else if (fault.status === 500) log.error({ ...request, err: error }, fault.code);
      return answer(c, fault);
    },
  };
}

function faultOf(error: unknown): Fault {
  if (error instanceof RequestError) {
    const { status, code, what } = error;
    return { status, code, what, reason: status === 503 ? 'tooBusy' : undefined };
  }
  if (diskIsFull(error)) return { status: 503, code: 'storage.full', reason: 'diskFull' };
  if (databaseIsAway(error)) return { status: 503, code: codeOf[503] };
  return { status: 500, code: codeOf[500] };
}

/** A browser names HTML first; a program that names JSON and not HTML gets JSON. */
function wantsJson(accept = ''): boolean {
  return accept.includes('application/json') && !accept.includes('text/html');
}
