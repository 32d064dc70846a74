// What `npm start` runs: installs and builds what is missing or stale, then serves. `npm start -- --demo`
// hands `--demo` on to `mang-non serve`.
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './support/freshness.mjs';
import { ensureInstalled } from './support/install.mjs';
import { requireNodeVersion } from './support/node-version.mjs';
import { inProject } from './support/project.mjs';

requireNodeVersion();
try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  console.error(error.output ?? '');
  console.error(error.message);
  process.exit(1);
}
process.env.NODE_ENV ||= 'production';
const program = inProject('dist', 'server', 'cli.js');
process.argv = [process.execPath, program, 'serve', ...process.argv.slice(2)];
await import(pathToFileURL(program).href);
