// What `npm run bench` runs: every bench/NAME.bench.ts, each in a process of its own so that none warms up or
// disturbs another. `npm run bench -- engine` runs only the named ones. A bench exports `run(report)`.
import { existsSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import { requireNodeVersion } from './support/node-version.mjs';
import { inProject } from './support/project.mjs';
import { runToEnd } from './support/run.mjs';

const BUILT = inProject('dist', 'bench');
const RUN_ONE = '--run';

requireNodeVersion();
const given = process.argv.slice(2);
if (given[0] === RUN_ONE) await runOne(given[1]);
else await runAll(given);

async function runAll(chosen) {
  const known = readdirSync(inProject('bench'))
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.replace('.bench.ts', ''))
    .sort();
  const unknown = chosen.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    console.error(`Không có phép đo "${unknown}". Các phép đo: ${known.join(', ')}.`);
    process.exit(2);
  }
  const names = known.filter((name) => chosen.length === 0 || chosen.includes(name));
  await build(names);
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'bộ xử lý'}`);
  for (const name of names) {
    console.log(`\n── ${name}`);
    const { code } = await runToEnd(process.execPath, [inProject('scripts', 'bench.mjs'), RUN_ONE, name]);
    if (code !== 0) process.exitCode = 1;
  }
}

async function build(names) {
  const { build: bundle } = await import('esbuild');
  await bundle({
    absWorkingDir: inProject(),
    entryPoints: names.map((name) => `bench/${name}.bench.ts`),
    outdir: BUILT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

async function runOne(name) {
  const file = inProject('dist', 'bench', `${name}.bench.mjs`);
  if (!existsSync(file)) throw new Error(`${file}: chưa dựng`);
  const { run } = await import(pathToFileURL(file).href);
  await run(print);
}

function numberText(value, decimals) {
  return value.toLocaleString('vi', { maximumFractionDigits: decimals, minimumFractionDigits: decimals });
}

/** One line for each result: what, how much, and whether the aim is reached. */
function print({ name, value, unit, aim }) {
  const amount = `${numberText(value, decimalsOf(value))} ${unit}`;
  console.log(`${name.padEnd(52)} ${amount.padStart(16)}${aim === undefined ? '' : aimText(value, aim)}`);
}

function decimalsOf(value) {
  if (value >= 1_000) return 0;
  return value >= 10 ? 1 : 2;
}

function aimText(value, aim) {
  const [reached, limit] =
    'atLeast' in aim
      ? [value >= aim.atLeast, `≥ ${numberText(aim.atLeast, aim.atLeast < 1 ? 1 : 0)}`]
      : [value <= aim.atMost, `≤ ${numberText(aim.atMost, aim.atMost < 1 ? 1 : 0)}`];
  return `   mục tiêu ${limit}: ${reached ? 'đạt' : 'CHƯA ĐẠT'}`;
}
