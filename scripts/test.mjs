// What `npm test` runs: installs what is missing, then every check in order of their cost. `npm test -- unit`
// runs only the named parts. With CI=true nothing may be missing or skipped.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled } from './support/install.mjs';
import { requireNodeVersion } from './support/node-version.mjs';
import { outcomeFile } from './support/outcome-reporter.mjs';
import { inProject } from './support/project.mjs';
import { runToEnd } from './support/run.mjs';
import { CHROMIUM, ensureTestTools } from './support/test-tools.mjs';

const inContinuousIntegration = process.env.CI === 'true';
const tool = (...path) => inProject('node_modules', ...path);

/** Each part gives how many tests passed and what failed; a check that is no test counts only when it fails. */
const PARTS = {
  format: {
    title: 'Định dạng và quy tắc viết mã',
    run: () => check(tool('@biomejs', 'biome', 'bin', 'biome'), 'ci', '.'),
  },
  types: { title: 'Kiểu dữ liệu', run: () => check(tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.') },
  build: { title: 'Dựng chương trình', run: () => check(inProject('scripts', 'build.mjs')) },
  unit: { title: 'Kiểm thử đơn vị', run: () => vitest('unit') },
  integration: { title: 'Kiểm thử tích hợp trên PostgreSQL', run: () => vitest('integration') },
  browser: { title: 'Kiểm thử bằng trình duyệt', run: () => vitest('browser') },
};
/** Parts that the operating system's tools are for. */
const NEED_TOOLS = ['unit', 'integration', 'browser'];

requireNodeVersion();
const chosen = choose(process.argv.slice(2));
try {
  await ensureInstalled();
} catch (error) {
  console.error(error.output ?? '');
  console.error(error.message);
  process.exit(1);
}

let passedInAll = 0;
const failuresInAll = [];
let parts = chosen;
if (chosen.some((name) => NEED_TOOLS.includes(name))) {
  for (const missing of await ensureTestTools()) {
    if (inContinuousIntegration) {
      failuresInAll.push({ name: missing, message: 'is missing' });
      console.error(`Thiếu ${missing}: không đạt.`);
    } else {
      const without =
        missing === CHROMIUM ? 'bỏ qua kiểm thử bằng trình duyệt' : 'các kiểm thử cần đến sẽ bỏ qua';
      console.error(`Thiếu ${missing}: ${without}.`);
      if (missing === CHROMIUM) parts = chosen.filter((name) => name !== 'browser');
    }
  }
}
for (const name of parts) {
  const begin = Date.now();
  console.log(`\n── ${PARTS[name].title} (${name})`);
  const { passed, failures } = await PARTS[name].run();
  passedInAll += passed;
  failuresInAll.push(...failures);
  const seconds = ((Date.now() - begin) / 1000).toFixed(1).replace('.', ',');
  console.log(`── ${PARTS[name].title}: ${failures.length === 0 ? 'đạt' : 'KHÔNG ĐẠT'} sau ${seconds} giây`);
}
// Where only the end of a long log is kept, it still says what failed.
for (const { name, message } of failuresInAll) console.log(`\n✗ ${name}\n${message}`);
console.log(`\n${passedInAll} passed, ${failuresInAll.length} failed`);
process.exitCode = failuresInAll.length === 0 ? 0 : 1;

function choose(names) {
  const unknown = names.find((name) => !(name in PARTS));
  if (unknown !== undefined) {
    console.error(`Không có phần "${unknown}". Các phần: ${Object.keys(PARTS).join(', ')}.`);
    process.exit(2);
  }
  return Object.keys(PARTS).filter((name) => names.length === 0 || names.includes(name));
}

async function check(script, ...parameters) {
  const { code } = await runToEnd(process.execPath, [script, ...parameters]);
  return { passed: 0, failures: code === 0 ? [] : [{ name: script, message: `ended with code ${code}` }] };
}

async function vitest(project) {
  const outcome = outcomeFile(project);
  rmSync(outcome, { force: true });
  const { code } = await runToEnd(process.execPath, [
    tool('vitest', 'vitest.mjs'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    `--reporter=${inProject('scripts', 'support', 'outcome-reporter.mjs')}`,
    ...(inContinuousIntegration ? [] : ['--passWithNoTests']),
  ]);
  const { passed, skipped, failures } = existsSync(outcome)
    ? JSON.parse(readFileSync(outcome, 'utf8'))
    : { passed: 0, skipped: [], failures: [] };
  if (skipped.length > 0) console.log(`Bỏ qua ${skipped.length} kiểm thử.`);
  const all = inContinuousIntegration ? [...failures, ...skipped.map(wasSkipped)] : failures;
  if (code !== 0 && all.length === 0) all.push({ name: project, message: `ended with code ${code}` });
  return { passed, failures: all };
}

function wasSkipped(name) {
  return { name, message: 'was skipped' };
}
