// What `npm run stress` runs: the properties again and again, each time from another seed, because `npm test` always
// draws the same cases. `npm run stress -- 50` runs fifty rounds; `npm run stress -- 1 1234` one, from seed 1234.
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { requireNodeVersion } from './support/node-version.mjs';
import { inProject } from './support/project.mjs';
import { runToEnd } from './support/run.mjs';

const GREATEST_SEED = 2 ** 31 - 1;

requireNodeVersion();
const [rounds = 10, givenSeed] = process.argv.slice(2).map(Number);
const files = ['src', 'test'].flatMap(testsWithProperties);
const failing = [];
for (let round = 1; round <= rounds; round += 1) {
  const seed = givenSeed ?? randomInt(GREATEST_SEED);
  console.log(`\n── Vòng ${round}/${rounds}, hạt giống ${seed}`);
  const { code } = await runToEnd(
    process.execPath,
    [inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project=unit', '--reporter=dot', ...files],
    { env: { ...process.env, MANG_NON_SEED: String(seed) } },
  );
  if (code !== 0) failing.push(seed);
}
console.log(
  failing.length === 0 ? '\nMọi vòng đều đạt.' : `\nKHÔNG ĐẠT với hạt giống: ${failing.join(', ')}`,
);
process.exitCode = failing.length === 0 ? 0 : 1;

function testsWithProperties(folder) {
  return readdirSync(inProject(folder), { recursive: true })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /from 'fast-check'|arbitraries/.test(readFileSync(inProject(file), 'utf8')));
}
