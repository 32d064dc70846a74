import type { Hono } from 'hono';
import type { RequestEnvironment } from '../../src/platform/http/index.ts';
import { TEST_PASSWORD } from './builders.ts';

/** Somebody at a browser: keeps cookies, sends forms, follows nothing. */
export interface TestBrowser {
  readonly cookies: Map<string, string>;
  get(path: string): Promise<Response>;
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
  signIn(username: string, password?: string): Promise<Response>;
}

const USER_AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** A browser in front of an application, without a network between them. */
export function testBrowser(application: Hono<RequestEnvironment>): TestBrowser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('User-Agent', USER_AGENT);
    if (cookies.size > 0)
      headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await application.request(path, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie);
    return response;
  };
  const browser: TestBrowser = {
    cookies,
    get: (path) => send(path, {}),
    post: (path, fields = {}) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
    signIn: (username, password = TEST_PASSWORD) =>
      browser.post('/dang-nhap', { ten_dang_nhap: username, mat_khau: password }),
  };
  return browser;
}

function keep(cookies: Map<string, string>, setCookie: string): void {
  const [pair = '', ...attributes] = setCookie.split('; ');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, equals);
  const ended = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
  if (ended) cookies.delete(name);
  else cookies.set(name, pair.slice(equals + 1));
}
