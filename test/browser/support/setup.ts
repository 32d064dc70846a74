import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadDemo } from '../../../src/features/demo/index.ts';
import { loadStandards } from '../../../src/features/standards/index.ts';
import { seedReference } from '../../../src/features/territory/index.ts';
import { openDatabase } from '../../../src/platform/database/index.ts';
import { openFileStore } from '../../../src/platform/file-store/index.ts';
import { openIdentity } from '../../../src/platform/identity/index.ts';
import { projectFolder } from '../../../src/platform/project-folder.ts';
import startDatabase from '../../support/database-setup.ts';
import { testClock } from '../../support/test-clock.ts';
import { copyDatabase } from '../../support/test-database.ts';

/** The two databases that the browser tests copy, and the files of the sample. */
declare module 'vitest' {
  export interface ProvidedContext {
    /** The country's units and nothing else: a fresh installation. */
    freshTemplate: string;
    /** The sample province. */
    sampleTemplate: string;
    /** Folder in which the files of the sample lie. */
    sampleFiles: string;
  }
}

const FRESH = 'mang_non_fresh';
const SAMPLE = 'mang_non_sample';

/** Starts one PostgreSQL for the whole run and loads the sample once; every test file works on a copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let server = '';
  let migrated = '';
  const files = await mkdtemp(join(tmpdir(), 'mang-non-sample-'));
  const endDatabase = await startDatabase({
    provide(key: string, value: string) {
      if (key === 'databaseServer') server = value;
      if (key === 'databaseTemplate') migrated = value;
    },
  } as TestProject);
  const tearDown = async () => {
    await endDatabase();
    await rm(files, { recursive: true, force: true });
  };
  try {
    await seedReference(await copyDatabase(server, migrated, FRESH));
    await loadSample(await copyDatabase(server, FRESH, SAMPLE), files);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('databaseServer', server);
  project.provide('databaseTemplate', migrated);
  project.provide('freshTemplate', FRESH);
  project.provide('sampleTemplate', SAMPLE);
  project.provide('sampleFiles', files);
  return tearDown;
}

async function loadSample(connectionString: string, folder: string): Promise<void> {
  const database = openDatabase(connectionString);
  const clock = testClock();
  const identity = openIdentity({
    connectionString,
    secret: 'a secret of tests, long enough to be one',
    idleMinutes: 30,
    secureCookies: false,
    publicUrl: 'http://localhost:3000',
    clock,
  });
  try {
    const standards = loadStandards(join(projectFolder, 'standards'));
    await loadDemo({ database, identity, clock, standards, files: openFileStore(folder) });
  } finally {
    await identity.close();
    await database.close();
  }
}
