import { Hono } from 'hono';
import type { PersonActor } from '../../src/platform/database/index.ts';
import { type RequestEnvironment, RequestError } from '../../src/platform/http/index.ts';

/** What a person sends and gets, without signing in: for the routes of one feature. */
export interface Acting {
  get(path: string): Promise<Response>;
  /** Sends a form as a page of our own does. */
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends JSON as an island does. */
  postJson(path: string, body: unknown): Promise<Response>;
  /** Sends a form with files. */
  upload(path: string, form: FormData): Promise<Response>;
}

/** Some routes as a person meets them; errors answer with their code as text. */
export function actingAs(routes: Hono<RequestEnvironment>, actor: PersonActor): Acting {
  const application = new Hono<RequestEnvironment>();
  application.use(async (c, next) => {
    c.set('requestId', 'test');
    c.set('language', 'vi');
    c.set('actor', actor);
    c.set('sessionToken', null);
    await next();
  });
  application.route('/', routes);
  application.notFound((c) => c.text('page.not-found', 404));
  application.onError((error, c) => {
    if (error instanceof RequestError) return c.text(error.code, error.status);
    throw error;
  });
  const send = (path: string, body: BodyInit) => application.request(path, { method: 'POST', body });
  return {
    get: async (path) => application.request(path),
    post: async (path, fields = {}) => send(path, new URLSearchParams(fields)),
    postJson: async (path, body) => send(path, JSON.stringify(body)),
    upload: async (path, form) => send(path, form),
  };
}
