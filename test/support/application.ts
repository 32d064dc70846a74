import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { peopleRoutes, sessionMiddleware } from '../../src/features/people/index.ts';
import { type RequestEnvironment, RequestError } from '../../src/platform/http/index.ts';
import { type Identity, openIdentity } from '../../src/platform/identity/index.ts';
import type { Assets } from '../../src/ui/assets.ts';
import { languageCookie, languageOf } from '../../src/ui/language.ts';
import { type TestClock, testClock } from './test-clock.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const PUBLIC_URL = 'http://localhost:3000';

const stylesheet = '/assets/main.css';
const version = '0.0.0';
const scriptOf = (island: string) => `/assets/${island}.js`;

/** What a build would give, with every island; the pages only name these files. */
export const testAssets: Assets = {
  stylesheet,
  version,
  island: scriptOf,
  worker: () => undefined,
  everythingFor: (...islands) => [stylesheet, ...islands.map(scriptOf)],
  forPage: (...islands) => ({ stylesheet, version, islands: islands.map(scriptOf) }),
};

export interface TestApplication extends TestDatabase {
  /** Sessions and the pages of people; a test adds the routes of its own feature. */
  readonly application: Hono<RequestEnvironment>;
  readonly identity: Identity;
  readonly clock: TestClock;
}

/** The application as far as signing in goes, on a database of its own. Errors answer with their code as text. */
export async function startTestApplication(): Promise<TestApplication> {
  const test = await createTestDatabase();
  const clock = testClock();
  const identity = openIdentity({
    connectionString: test.connectionString,
    secret: 'a secret of tests, long enough to be one',
    idleMinutes: 30,
    secureCookies: false,
    publicUrl: PUBLIC_URL,
    clock,
  });
  const dependencies = {
    database: test.database,
    identity,
    clock,
    assets: testAssets,
    publicUrl: PUBLIC_URL,
  };
  const application = new Hono<RequestEnvironment>();
  application.use(async (c, next) => {
    c.set('requestId', 'test');
    c.set('language', languageOf(getCookie(c, languageCookie)));
    await next();
  });
  application.use(sessionMiddleware(dependencies));
  application.route('/', peopleRoutes(dependencies));
  application.notFound((c) => c.text('page.not-found', 404));
  application.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof RequestError) return c.text(error.code, error.status);
    throw error;
  });
  const drop = async () => {
    await identity.close();
    await test.drop();
  };
  return { ...test, application, identity, clock, drop };
}
