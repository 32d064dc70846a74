import { join } from 'node:path';
import type { Hono } from 'hono';
import { loadStandards } from '../../src/features/standards/index.ts';
import { seedReference } from '../../src/features/territory/index.ts';
import { openDatabase } from '../../src/platform/database/index.ts';
import type { RequestEnvironment } from '../../src/platform/http/index.ts';
import { openIdentity } from '../../src/platform/identity/index.ts';
import { openLog } from '../../src/platform/log.ts';
import { projectFolder } from '../../src/platform/project-folder.ts';
import { type ApplicationDependencies, createApplication } from '../../src/server.ts';
import { assetsFrom } from '../../src/ui/assets.ts';
import { memoryFileStore } from './memory-file-store.ts';
import { testClock } from './test-clock.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { testUploads } from './test-uploads.ts';

const PUBLIC_URL = 'http://localhost:3000';

/** What a build would give; the pages only name these files. */
const assets = assetsFrom(
  {
    'src/ui/styles/main.scss': { file: 'assets/main.css', isEntry: true },
    'src/ui/islands/reload-when-back.island.ts': { file: 'assets/reload-when-back.js', isEntry: true },
    'src/features/territory/islands/unit-picker.island.tsx': { file: 'assets/unit-picker.js', isEntry: true },
    'src/features/assessment/islands/live-score.island.tsx': { file: 'assets/live-score.js', isEntry: true },
    'src/features/evidence/islands/redact-areas.island.tsx': {
      file: 'assets/redact-areas.js',
      isEntry: true,
    },
    'src/features/collection/islands/figure-grid.island.tsx': {
      file: 'assets/figure-grid.js',
      isEntry: true,
    },
    'src/features/village-entry/islands/village-sheet.island.tsx': {
      file: 'assets/village-sheet.js',
      isEntry: true,
    },
    'src/features/evidence/islands/upload.island.tsx': { file: 'assets/upload.js', isEntry: true },
    'src/features/plans/islands/reading-highlight.island.ts': {
      file: 'assets/reading-highlight.js',
      isEntry: true,
    },
  },
  '0.0.0',
);

export interface WholeApplication extends TestDatabase {
  readonly application: Hono<RequestEnvironment>;
  readonly dependencies: ApplicationDependencies;
}

/** The application as it is served, on an empty database of its own with the country's units in it. */
export async function startWholeApplication(
  options: Partial<ApplicationDependencies> & {
    /** Reaches the test's database by another way, for example through a proxy that can be cut. */
    readonly via?: (connectionString: string) => string;
  } = {},
): Promise<WholeApplication> {
  const test = await createTestDatabase();
  await seedReference(test.connectionString);
  const { via, ...rest } = options;
  const database = via === undefined ? test.database : openDatabase(via(test.connectionString));
  const clock = testClock();
  const identity = openIdentity({
    connectionString: test.connectionString,
    secret: 'a secret of tests, long enough to be one',
    idleMinutes: 30,
    secureCookies: false,
    publicUrl: PUBLIC_URL,
    clock,
  });
  const dependencies: ApplicationDependencies = {
    database,
    identity,
    clock,
    standards: loadStandards(join(projectFolder, 'standards')),
    assets,
    clientFiles: new Map(),
    log: openLog('silent'),
    files: memoryFileStore(),
    uploads: testUploads(),
    scanner: null,
    publicUrl: PUBLIC_URL,
    setUpCode: null,
    ...rest,
  };
  return {
    ...test,
    application: createApplication(dependencies),
    dependencies,
    drop: async () => {
      await identity.close();
      if (database !== test.database) await database.close();
      await test.drop();
    },
  };
}

/** Sends a form as the application's own page does. */
export function sendForm(
  application: Hono<RequestEnvironment>,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return Promise.resolve(
    application.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    }),
  );
}

/** Signs in and gives the Cookie header for what follows. */
export async function signedIn(
  application: Hono<RequestEnvironment>,
  username: string,
  password: string,
): Promise<string> {
  const answer = await sendForm(application, '/dang-nhap', { ten_dang_nhap: username, mat_khau: password });
  if (answer.status !== 303) throw new Error(`${username} was not let in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
