import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedDatabase } from '../src/platform/embedded-database/index.ts';
import { memoryOfTree } from './support/memory.ts';
import { startProgram } from './support/program.ts';
import type { Report } from './support/report.ts';
import { type Officer, signInOfficers } from './support/sample.ts';

/** As many as one archive takes. */
const FILES = 2_000;
const BYTES_OF_A_FILE = 500_000;
/** A line of 200 Mbit/s: the program could give far more. */
const SLOW_BYTES_PER_SECOND = 25_000_000;
const SLOW_READS_BYTES = 250_000_000;
const SAMPLE_MS = 100;

/** The file of a year of 1 GB, from the disk through the server to a client that takes all it gets and to a slow one. */
export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mang-non-bench-'));
  chmodSync(folder, 0o711);
  const data = join(folder, 'data');
  const program = await startProgram(data, '--demo');
  try {
    const { administratorConnectionString } = await startEmbeddedDatabase({ folder: join(data, 'database') });
    const [officer] = await signInOfficers(program.url, administratorConnectionString, 1);
    await givenEvidence(administratorConnectionString, officer!, join(data, 'files'));
    const address = new URL(
      `/don-vi/${officer!.unitCode}/minh-chung/ho-so-nam/${officer!.year}.zip`,
      program.url,
    );
    const take = (options: Taking) => taken(address, officer!.cookie, program.processId, options);
    const fast = await take({ bytesPerSecond: null, until: null });
    report({
      name: '1 GB to a fast client',
      value: fast.bytes / 1e6 / fast.seconds,
      unit: 'MB/s',
      aim: { atLeast: 50 },
    });
    report({ name: '1 GB to a fast client: first byte after', value: fast.firstByteMs, unit: 'ms' });
    memory(report, '1 GB to a fast client', fast.growth);
    const slow = await take({ bytesPerSecond: SLOW_BYTES_PER_SECOND, until: SLOW_READS_BYTES });
    report({
      name: 'a quarter of it to a slow client',
      value: slow.bytes / 1e6 / slow.seconds,
      unit: 'MB/s',
    });
    memory(report, 'a quarter of it to a slow client', slow.growth);
  } finally {
    await program.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function memory(report: Report, name: string, growth: number | null): void {
  if (growth !== null)
    report({
      name: `${name}: memory beside that at rest`,
      value: growth / 1e6,
      unit: 'MB',
      aim: { atMost: 200 },
    });
}

interface Taking {
  readonly bytesPerSecond: number | null;
  /** Where the client hangs up; null takes all. */
  readonly until: number | null;
}

async function taken(address: URL, cookie: string, processId: number, { bytesPerSecond, until }: Taking) {
  const atRest = memoryOfTree(processId);
  let peak = atRest ?? 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, memoryOfTree(processId) ?? 0);
  }, SAMPLE_MS);
  const begin = performance.now();
  let firstByteMs = 0;
  let bytes = 0;
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    get(address, { headers: { cookie } }, resolve).on('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`The archive answered ${response.statusCode}.`);
  for await (const piece of response as AsyncIterable<Buffer>) {
    if (bytes === 0) firstByteMs = performance.now() - begin;
    bytes += piece.length;
    if (until !== null && bytes >= until) break;
    if (bytesPerSecond !== null) {
      const ahead = (bytes / bytesPerSecond) * 1000 - (performance.now() - begin);
      if (ahead > 1) await wait(ahead);
    }
  }
  clearInterval(sampling);
  const seconds = (performance.now() - begin) / 1000;
  return { bytes, seconds, firstByteMs, growth: atRest === null ? null : peak - atRest };
}

/** Evidence of a year, spread over the indicators, its contents straight in the folder of the store. */
async function givenEvidence(
  connectionString: string,
  { unitId, year }: Officer,
  store: string,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (let index = 0; index < FILES; index++) {
      const bytes = randomBytes(BYTES_OF_A_FILE);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      mkdirSync(join(store, sha256.slice(0, 2)), { recursive: true });
      writeFileSync(join(store, sha256.slice(0, 2), sha256), bytes);
      const criterion = (index % 13) + 1;
      await client.query(
        `with by as (select m.person_id, m.organisation_id from membership m where m.unit_id = $1 order by m.id limit 1),
              kept as (insert into stored_file (unit_id, id, sha256, size, media_type, name, stored_by, stored_at)
                       select $1, gen_random_uuid(), $2, $3, 'application/pdf', 'tep.pdf', person_id, now() from by returning id),
              made as (insert into evidence (unit_id, id, organisation_id, title, document_type, number, symbol, issued_on,
                                             search_key, added_by, added_at, changed_at)
                       select $1, gen_random_uuid(), organisation_id, $4, 'Báo cáo', $5, 'BC-UBND', make_date($6::int, 6, 30),
                              'bao cao', person_id, now(), now() from by returning id),
              filed as (insert into evidence_file (unit_id, id, evidence_id, revision, file_id, pages, reading, added_by, added_at)
                        select $1, gen_random_uuid(), made.id, 1, kept.id, 3, 'read', by.person_id, now() from made, kept, by)
         insert into evidence_use (unit_id, id, evidence_id, year, criterion, indicator, added_by, added_at)
         select $1, gen_random_uuid(), made.id, $6, $7, $8, by.person_id, now() from made, by`,
        [
          unitId,
          sha256,
          bytes.length,
          `Báo cáo số ${index + 1}`,
          String(index + 1),
          year,
          criterion,
          `${criterion}.1`,
        ],
      );
    }
  } finally {
    await client.end();
  }
}
