import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import { uploadsPath } from '../src/features/evidence/paths.ts';
import { cuttingLine } from '../src/features/evidence/testing/cutting-line.ts';
import { startEmbeddedDatabase } from '../src/platform/embedded-database/index.ts';
import { startProgram } from './support/program.ts';
import type { Report } from './support/report.ts';
import { type Officer, signInOfficers } from './support/sample.ts';

const SIZE = 20_000_000;
/** 1 Mbit/s. */
const BYTES_PER_SECOND = 125_000;
const CUTS = [3_000_000, 9_000_000, 16_000_000];
const PIECE = 5_000_000;

/** A file of 20 MB over a line of 1 Mbit/s that is cut three times, and over the bare machine. */
export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mang-non-bench-'));
  // The database has an account of its own where root runs the bench.
  chmodSync(folder, 0o711);
  const data = join(folder, 'data');
  const program = await startProgram(data, '--demo');
  try {
    const { administratorConnectionString } = await startEmbeddedDatabase({ folder: join(data, 'database') });
    const [officer] = await signInOfficers(program.url, administratorConnectionString, 1);
    const port = Number(new URL(program.url).port);
    const bare = await seconds(() => upload(officer!, port));
    report({ name: '20 MB over the bare machine', value: bare, unit: 's', aim: { atMost: 5 } });
    const line = await cuttingLine(port, CUTS, BYTES_PER_SECOND);
    const shaped = await seconds(() => upload(officer!, line.port));
    line.close();
    report({ name: '20 MB at 1 Mbit/s, cut three times', value: shaped, unit: 's' });
    report({ name: 'cuts', value: line.cuts(), unit: '', aim: { atLeast: CUTS.length } });
    report({
      name: 'against the line without a cut',
      value: shaped / (SIZE / BYTES_PER_SECOND),
      unit: '×',
      aim: { atMost: 1.25 },
    });
  } finally {
    await program.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begin = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begin) / 1e9;
}

/** Sends chance as a PDF. @throws Error unless the server tells the same content back */
async function upload(officer: Officer, port: number): Promise<void> {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(SIZE - 9)]);
  const base = `http://127.0.0.1:${port}`;
  const headers = { cookie: officer.cookie };
  const id = await new Promise<string>((resolve, reject) => {
    const sending: Upload = new Upload(bytes, {
      endpoint: `${base}${uploadsPath(officer.unitCode)}`,
      headers,
      metadata: { filename: 'do-thu.pdf' },
      chunkSize: PIECE,
      retryDelays: [0, 200, 500, 1000, 1000],
      onSuccess: () => resolve(sending.url!.split('/').at(-1)!),
      onError: reject,
    });
    sending.start();
  });
  const library = `${base}/don-vi/${officer.unitCode}/minh-chung`;
  const described = await fetch(`${library}/them/${id}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ten: `Tệp đo thử ${id}` }),
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (!(await described.text()).includes(sha256)) throw new Error('The file is not what was sent.');
}
