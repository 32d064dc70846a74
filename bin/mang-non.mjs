#!/usr/bin/env node
// The command `mang-non`: runs the built program, building it first when the build is missing or stale.
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../scripts/support/freshness.mjs';
import { requireNodeVersion } from '../scripts/support/node-version.mjs';
import { inProject } from '../scripts/support/project.mjs';

requireNodeVersion();
try {
  await ensureBuilt();
} catch (error) {
  console.error(error.output ?? '');
  console.error(error.message);
  console.error('Nếu chưa cài các gói phần mềm, hãy chạy "npm ci" trước.');
  process.exit(1);
}
process.env.NODE_ENV ||= 'production';
const program = inProject('dist', 'server', 'cli.js');
process.argv = [process.execPath, program, ...process.argv.slice(2)];
await import(pathToFileURL(program).href);
