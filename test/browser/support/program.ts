import { join } from 'node:path';
import { inject } from 'vitest';
import { workbookJobs } from '../../../src/features/collection-workbook/index.ts';
import { evidenceJobs } from '../../../src/features/evidence/index.ts';
import { loadStandards } from '../../../src/features/standards/index.ts';
import { openDatabase } from '../../../src/platform/database/index.ts';
import { openFileStore } from '../../../src/platform/file-store/index.ts';
import { loadClientFiles } from '../../../src/platform/http/static.ts';
import { openIdentity } from '../../../src/platform/identity/index.ts';
import { runPendingJobs } from '../../../src/platform/jobs/testing/run-pending-jobs.ts';
import { openLog } from '../../../src/platform/log.ts';
import { projectFolder } from '../../../src/platform/project-folder.ts';
import { listen } from '../../../src/server/listen.ts';
import { createApplication } from '../../../src/server.ts';
import { loadAssets } from '../../../src/ui/assets.ts';
import { type TestClock, testClock } from '../../support/test-clock.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { testUploads } from '../../support/test-uploads.ts';

/** The application as people meet it: over HTTP, with the built style sheet and islands. */
export interface Program {
  /** `http://localhost:PORT`. */
  readonly url: string;
  readonly clock: TestClock;
  /** Addresses of all pages, as patterns: `/don-vi/:unit/tu-danh-gia`. */
  readonly pagePatterns: readonly string[];
  readonly connectionString: string;
  /** Does what deeds have left for later, and returns when it is done. */
  runJobs(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * On an installation without a unit, or on the sample, each a copy of its own.
 * @param clock by which the program lives; otherwise it is 21 October 2026
 */
export async function startProgram(begin: 'fresh' | 'sample', clock?: TestClock): Promise<Program> {
  const test = await createTestDatabase(inject(begin === 'fresh' ? 'freshTemplate' : 'sampleTemplate'));
  const program = await serveDatabase(test.connectionString, clock);
  return {
    ...program,
    async stop() {
      await program.stop();
      await test.drop();
    },
  };
}

/** The application on a database that is there already; unless told otherwise, its clock stands at 21 October 2026. */
export async function serveDatabase(connectionString: string, clock = testClock()): Promise<Program> {
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const listening = await listen((request) => answer(request), {
    host: 'localhost',
    port: 0,
    publicUrl: 'http://localhost:0',
  });
  const { url } = listening;
  const database = openDatabase(connectionString);
  const identity = openIdentity({
    connectionString,
    secret: 'a secret of tests, long enough to be one',
    idleMinutes: 30,
    secureCookies: false,
    publicUrl: url,
    clock,
  });
  const standards = loadStandards(join(projectFolder, 'standards'));
  const files = openFileStore(inject('sampleFiles'));
  const uploads = testUploads();
  const log = openLog('silent');
  const application = createApplication({
    database,
    identity,
    clock,
    standards,
    assets: loadAssets(projectFolder),
    clientFiles: loadClientFiles(join(projectFolder, 'dist', 'client')),
    log,
    files,
    uploads,
    scanner: null,
    publicUrl: url,
    setUpCode: null,
  });
  answer = application.fetch;
  const pages = application.routes.filter(({ method, path }) => method === 'GET' && !/\.\w+$/.test(path));
  return {
    url,
    clock,
    connectionString,
    pagePatterns: [...new Set(pages.map(({ path }) => path))],
    runJobs: () =>
      runPendingJobs(
        {
          ...evidenceJobs({ files, uploads, scanner: null }).handlers,
          ...workbookJobs({ standards, files }),
        },
        { database, clock, log },
      ),
    async stop() {
      await listening.close();
      await identity.close();
      await database.close();
    },
  };
}
