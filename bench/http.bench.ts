import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cycleOfYear } from '../src/features/assessment/queries.ts';
import { DEMO_PASSWORD } from '../src/features/demo/staff.ts';
import { startEmbeddedDatabase } from '../src/platform/embedded-database/index.ts';
import { type Load, type LoadRequest, load, loadByTurns, quantile, type Rounds } from './support/load.ts';
import { memoryOfTree } from './support/memory.ts';
import { type Running, startBareServer, startProgram } from './support/program.ts';
import { median, type Report } from './support/report.ts';
import {
  criterionPath,
  cyclePath,
  INPUT,
  type Officer,
  savings,
  signInOfficers,
  signInRequest,
} from './support/sample.ts';
import { openInProcess } from './support/statements.ts';

const CONNECTIONS = 20;
const NEXT_STARTS = 3;
const SETTLE_MS = 3_000;
const ROUNDS = 3;
const ROUND = { seconds: 4 };
const WARM_UP_SECONDS = 3;

/** The built program over HTTP on its embedded database with the sample, beside a bare handler on the same database. */
export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mang-non-bench-'));
  // The database has an account of its own where root runs the bench.
  chmodSync(folder, 0o711);
  const data = join(folder, 'data');
  const opened: { stop(): Promise<void> }[] = [];
  try {
    await starts(data, report);
    const program = await startProgram(data);
    opened.push(program);
    await idleMemory(program, report);
    const { connectionString, administratorConnectionString } = await startEmbeddedDatabase({
      folder: join(data, 'database'),
    });
    const officers = await signInOfficers(program.url, administratorConnectionString, CONNECTIONS);
    const bare = await startBareServer({
      connectionString,
      // The same rights and the same plan as the program's own; readable are the units that are asked for.
      connectionOptions: `-c role=mang_non_app -c mang_non.unit=${officers[0]!.unitId} -c mang_non.readable=${officers.map(({ unitId }) => unitId)} -c mang_non.everywhere=on`,
      connections: 12,
      cycleOfYear,
    });
    opened.push(bare);
    await costs(data, connectionString, program, officers[0]!, report);
    await pages(program, bare, officers, report);
    await saving(program, bare, officers, report);
    await signingIn(program, bare, officers, report);
  } finally {
    for (const process of opened.reverse()) await process.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function starts(data: string, report: Report): Promise<void> {
  const startMs = async (...parameters: string[]) => {
    const program = await startProgram(data, ...parameters);
    await program.stop();
    return program.startMs / 1000;
  };
  report({ name: 'first start, making the database', value: await startMs(), unit: 's' });
  const withSample = await startMs('--demo');
  const next: number[] = [];
  for (let index = 0; index < NEXT_STARTS; index++) next.push(await startMs());
  report({ name: 'loading the sample', value: withSample - median(next), unit: 's' });
  report({ name: 'next start', value: median(next), unit: 's', aim: { atMost: 2 } });
}

async function idleMemory(program: Running, report: Report): Promise<void> {
  await wait(SETTLE_MS);
  const bytes = memoryOfTree(program.processId);
  if (bytes !== null)
    report({ name: 'idle memory with the database', value: bytes / 1e6, unit: 'MB', aim: { atMost: 150 } });
}

/** Statements and bytes of one request, counted within this process. */
async function costs(
  data: string,
  connectionString: string,
  { url }: Running,
  officer: Officer,
  report: Report,
): Promise<void> {
  const inProcess = openInProcess(data, connectionString);
  const showing = (path: string) => () => ({ path, headers: { cookie: officer.cookie } });
  const requests: [string, number, () => LoadRequest][] = [
    ["the cycle's home", 6, showing(cyclePath(officer))],
    ['the criterion page', 6, showing(criterionPath(officer))],
    ['saving one figure', 10, await savings(url, officer)],
  ];
  try {
    for (const [name, most, next] of requests) {
      const { statements, bytes, bytesCompressed } = await inProcess.costOf(next);
      report({ name: `${name}: statements`, value: statements, unit: '', aim: { atMost: most } });
      report({ name: `${name}: bytes`, value: bytes / 1000, unit: 'kB' });
      report({ name: `${name}: bytes with gzip`, value: bytesCompressed / 1000, unit: 'kB' });
    }
  } finally {
    await inProcess.close();
  }
}

async function pages(program: Running, bare: Running, officers: Officer[], report: Report): Promise<void> {
  const each = (url: string, requestOf: (officer: Officer) => LoadRequest): Load => ({
    url,
    connections: CONNECTIONS,
    expectedStatus: 200,
    until: ROUND,
    requestsOf: (connection) => {
      const request = requestOf(officers[connection]!);
      return () => request;
    },
  });
  const showing = (path: (officer: Officer) => string) =>
    each(program.url, (officer) => ({ path: path(officer), headers: { cookie: officer.cookie } }));
  const results = await loadByTurns(
    {
      home: showing(cyclePath),
      criterion: showing(criterionPath),
      bare: each(bare.url, ({ unitCode, year }) => ({ path: `/${unitCode}/${year}` })),
    },
    { rounds: ROUNDS, warmUpSeconds: WARM_UP_SECONDS },
  );
  speed(report, 'bare handler, the same main query', results.bare);
  for (const [name, result] of [
    ["the cycle's home", results.home],
    ['the criterion page', results.criterion],
  ] as const) {
    speed(report, name, result, 2_000);
    against(report, name, result, results.bare, 0.5);
  }
}

async function saving(program: Running, bare: Running, officers: Officer[], report: Report): Promise<void> {
  const nextSaving = await Promise.all(officers.map((officer) => savings(program.url, officer)));
  const saves: Load = {
    url: program.url,
    connections: CONNECTIONS,
    expectedStatus: 200,
    until: ROUND,
    requestsOf: (connection) => nextSaving[connection]!,
  };
  const results = await loadByTurns(
    {
      saving: saves,
      bare: {
        ...saves,
        url: bare.url,
        requestsOf: (connection) => {
          const { unitId, cycleId } = officers[connection]!;
          let value = 0;
          return () => {
            value = 1 - value;
            return {
              path: '/so-lieu',
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ unitId, cycleId, input: INPUT, value }),
            };
          };
        },
      },
    },
    { rounds: ROUNDS, warmUpSeconds: WARM_UP_SECONDS },
  );
  speed(report, 'bare handler, one update', results.bare);
  speed(report, 'saving one figure', results.saving, 800);
  against(report, 'saving one figure', results.saving, results.bare);
  const alone = await load({ ...saves, connections: 1 });
  report({
    name: 'saving one figure alone, p95',
    value: quantile(alone.latencies, 0.95),
    unit: 'ms',
    aim: { atMost: 60 },
  });
}

async function signingIn(
  program: Running,
  bare: Running,
  officers: Officer[],
  report: Report,
): Promise<void> {
  const once: Omit<Load, 'url' | 'requestsOf'> = {
    connections: CONNECTIONS,
    expectedStatus: 303,
    until: { requestsEach: 1 },
  };
  const results = await loadByTurns(
    {
      signIn: {
        ...once,
        url: program.url,
        requestsOf: (connection) => () => signInRequest(officers[connection]!.username),
      },
      bare: {
        ...once,
        expectedStatus: 200,
        url: bare.url,
        requestsOf: (connection) => () => ({
          path: '/dang-nhap',
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ username: officers[connection]!.username, password: DEMO_PASSWORD }),
        }),
      },
    },
    { rounds: ROUNDS + 2, warmUpSeconds: 0 },
  );
  speed(report, 'bare handler, checking one password', results.bare);
  speed(report, 'signing in, 20 at once', results.signIn);
  against(report, 'signing in, 20 at once', results.signIn, results.bare);
}

function speed(report: Report, name: string, { perSecond, latencies }: Rounds, atLeast?: number): void {
  report({
    name,
    value: perSecond,
    unit: '/s',
    ...(atLeast === undefined ? {} : { aim: { atLeast } }),
  });
  for (const share of [50, 95, 99])
    report({ name: `${name}: p${share}`, value: quantile(latencies, share / 100), unit: 'ms' });
}

function against(report: Report, name: string, ours: Rounds, bare: Rounds, atLeast?: number): void {
  report({
    name: `${name}, of the bare handler`,
    value: ours.perSecond / bare.perSecond,
    unit: '×',
    ...(atLeast === undefined ? {} : { aim: { atLeast } }),
  });
}
