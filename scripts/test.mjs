// What `npm test` runs: installs what is missing, then every check in order of their cost. `npm test -- unit`
// runs only the named parts. With CI=true nothing may be missing or skipped.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled } from './support/install.mjs';
import { requireNodeVersion } from './support/node-version.mjs';
import { inProject } from './support/project.mjs';
import { runToEnd } from './support/run.mjs';
import { CHROMIUM, ensureTestTools } from './support/test-tools.mjs';

const inContinuousIntegration = process.env.CI === 'true';
const tool = (...path) => inProject('node_modules', ...path);

/** Each part gives how many tests passed and failed; a check that is no test counts only when it fails. */
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

const total = { passed: 0, failed: 0 };
let parts = chosen;
if (chosen.some((name) => NEED_TOOLS.includes(name))) {
  for (const missing of await ensureTestTools()) {
    if (inContinuousIntegration) {
      total.failed += 1;
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
  const { passed, failed } = await PARTS[name].run();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - begin) / 1000).toFixed(1).replace('.', ',');
  console.log(`── ${PARTS[name].title}: ${failed === 0 ? 'đạt' : 'KHÔNG ĐẠT'} sau ${seconds} giây`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

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
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

async function vitest(project) {
  const report = inProject('test-results', `${project}.json`);
  mkdirSync(inProject('test-results'), { recursive: true });
  rmSync(report, { force: true });
  const { code } = await runToEnd(process.execPath, [
    tool('vitest', 'vitest.mjs'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(inContinuousIntegration ? [] : ['--passWithNoTests']),
  ]);
  return count(report, code);
}

/** Counts from vitest's report. A file that fails before its first test, and a run that breaks off, fail too. */
function count(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  if (numPendingTests > 0) console.log(`Bỏ qua ${numPendingTests} kiểm thử.`);
  const skipped = inContinuousIntegration ? numPendingTests : 0;
  const failed = numFailedTests + brokenFiles + skipped;
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}
