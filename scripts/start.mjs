// What `npm start` runs: installs and builds what is missing or stale, then serves. `npm start -- --demo`
// hands `--demo` on to `mang-non serve`.
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './support/freshness.mjs';
import { ensureInstalled } from './support/install.mjs';
import { requireNodeVersion } from './support/node-version.mjs';
import { inProject } from './support/project.mjs';

requireNodeVersion();
stopWhenNpmIsGone();
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

/**
 * On SIGTERM npm ends the shell between itself and us, and that shell passes nothing on: that our parent has
 * gone is then the only sign. Where we were not started by npm, a parent may well go and leave us running.
 */
function stopWhenNpmIsGone() {
  if (process.env.npm_lifecycle_event !== 'start' || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  watch.unref();
}
