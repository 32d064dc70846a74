import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const databaseSetup = './test/support/database-setup.ts';
const hasDatabaseSetup = existsSync(fileURLToPath(new URL(databaseSetup, import.meta.url)));

/** Three kinds of test, from the quickest to the slowest. Vite reads the JSX settings from tsconfig.json. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    setupFiles: ['./test/support/seeded-chance.ts'],
    // What a test waits for comes as fast as the machine can; one that is busy is not a fault of the program.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/unit/**/*.test.{ts,tsx}', 'test/structure/**/*.test.ts'],
          exclude: ['src/**/*.integration.test.ts'],
          // They share nothing that one file could spoil for another.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['src/**/*.integration.test.ts', 'test/integration/**/*.test.{ts,tsx}'],
          globalSetup: hasDatabaseSetup ? [databaseSetup] : [],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          globalSetup: ['./test/browser/support/setup.ts'],
          // A browser and the program under it fill both cores.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
