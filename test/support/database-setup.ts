import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/database/index.ts';
import { startEmbeddedDatabase } from '../../src/platform/embedded-database/index.ts';
import { installJobs } from '../../src/platform/jobs/index.ts';
import { projectFolder } from '../../src/platform/project-folder.ts';

/** Where the tests find the database that they copy; `mang_non` is its owner and may create databases. */
declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

const TEMPLATE = 'mang_non_template';

/** Starts one PostgreSQL for the whole run, lost with the machine's power, and migrates the template in it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mang-non-test-'));
  const server = await startEmbeddedDatabase({ folder, fsync: false });
  const tearDown = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await createTemplate(server.connectionString);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('databaseServer', server.connectionString);
  project.provide('databaseTemplate', TEMPLATE);
  return tearDown;
}

async function createTemplate(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(`create database ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  const template = new URL(connectionString);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href, path.join(projectFolder, 'migrations'));
  await installJobs(template.href);
}
