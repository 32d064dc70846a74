import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadStandards } from '../../src/features/standards/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database/index.ts';
import { openIdentity } from '../../src/platform/identity/index.ts';
import { openLog } from '../../src/platform/log.ts';
import { projectFolder } from '../../src/platform/project-folder.ts';
import { createApplication } from '../../src/server.ts';
import { loadAssets } from '../../src/ui/assets.ts';
import { memoryFileStore } from '../../test/support/memory-file-store.ts';
import { testUploads } from '../../test/support/test-uploads.ts';
import type { LoadRequest } from './load.ts';

/** What one request costs the database, and what its answer weighs. */
export interface Cost {
  readonly statements: number;
  readonly bytes: number;
  readonly bytesCompressed: number;
}

export interface InProcess {
  /** Sends a request twice, plain and for a client that takes gzip; every saving needs its own. */
  costOf(next: () => LoadRequest): Promise<Cost>;
  close(): Promise<void>;
}

/** The same application within this process, where its statements can be counted. Uses the program's own secret. */
export function openInProcess(dataFolder: string, connectionString: string): InProcess {
  const database = openDatabase(connectionString);
  const publicUrl = 'http://localhost';
  const identity = openIdentity({
    connectionString,
    secret: readFileSync(join(dataFolder, 'cookie-secret'), 'utf8').trim(),
    idleMinutes: 30,
    secureCookies: false,
    publicUrl,
    clock: systemClock,
  });
  const application = createApplication({
    database,
    identity,
    clock: systemClock,
    standards: loadStandards(join(projectFolder, 'standards')),
    assets: loadAssets(projectFolder),
    clientFiles: new Map(),
    log: openLog('silent'),
    files: memoryFileStore(),
    uploads: testUploads(),
    scanner: null,
    publicUrl,
    setUpCode: null,
  });
  const answerTo = async ({ path, ...request }: LoadRequest, encoding: string) => {
    const answer = await application.request(path, {
      ...request,
      headers: { ...request.headers, 'accept-encoding': encoding },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.arrayBuffer()).byteLength;
  };
  return {
    async costOf(next) {
      // Whether anything is set up at all is asked once in the life of the program.
      await answerTo(next(), 'identity');
      const before = database.statements.count;
      const bytes = await answerTo(next(), 'identity');
      const statements = database.statements.count - before;
      return { statements, bytes, bytesCompressed: await answerTo(next(), 'gzip') };
    },
    async close() {
      await identity.close();
      await database.close();
    },
  };
}
