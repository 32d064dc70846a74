import type { createApplication } from '../../../src/server.ts';
import { TEST_PASSWORD } from '../../support/builders.ts';

type Application = ReturnType<typeof createApplication>;

export interface Sending {
  readonly form?: Readonly<Record<string, string>>;
  /** Sent with the form as its files. */
  readonly files?: Readonly<Record<string, File>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, instead of a form. */
  readonly json?: unknown;
}

/** Somebody at a browser, before the real application: the session's cookie, and the headers of a page of our own. */
export interface Visitor {
  send(verb: string, path: string, sending?: Sending): Promise<Response>;
}

const ORIGIN = 'http://localhost';

/** @param cookie absent: nobody is signed in */
export function visitor(application: Application, cookie?: string): Visitor {
  return {
    async send(verb, path, { form, files, json, headers = {} } = {}) {
      return application.request(`${ORIGIN}${path}`, {
        method: verb,
        headers: {
          Origin: ORIGIN,
          ...(cookie === undefined ? {} : { Cookie: cookie }),
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        ...(form === undefined || json !== undefined
          ? {}
          : { body: files === undefined ? new URLSearchParams(form) : multipart(form, files) }),
      });
    },
  };
}

function multipart(form: Readonly<Record<string, string>>, files: Readonly<Record<string, File>>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form, ...files })) body.append(name, value);
  return body;
}

/** The cookies that signing in on the page sets, as the browser sends them back. */
export async function cookieOf(application: Application, username: string): Promise<string> {
  const answer = await signInAnswer(application, username);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`${username} could not sign in.`);
  return cookies.join('; ');
}

/** What the sign-in page answers. */
export function signInAnswer(application: Application, username: string): Promise<Response> {
  return visitor(application).send('POST', '/dang-nhap', {
    form: { ten_dang_nhap: username, mat_khau: TEST_PASSWORD },
  });
}

/** A visitor who has signed in on the page. */
export async function signedIn(application: Application, username: string): Promise<Visitor> {
  return visitor(application, await cookieOf(application, username));
}
