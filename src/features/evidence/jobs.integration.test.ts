import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memoryFileStore } from '../../../test/support/memory-file-store.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { testUploads } from '../../../test/support/test-uploads.ts';
import { givenWard, type Ward } from '../../../test/support/ward.ts';
import { type PersonActor, sqlBuilder, withReadScope } from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/file-store/index.ts';
import { runPendingJobs } from '../../platform/jobs/testing/run-pending-jobs.ts';
import { openLog } from '../../platform/log.ts';
import { openClamd, type VirusScanner } from '../../platform/virus-scan/index.ts';
import { fakeClamd } from '../../platform/virus-scan/testing/fake-clamd.ts';
import { pdfFile } from '../plan-file/testing/files.ts';
import { addEvidence } from './commands/add-evidence.ts';
import { reviseEvidence } from './commands/change-evidence.ts';
import type { EvidenceContext } from './commands/context.ts';
import { evidenceJobs } from './jobs.ts';
import { copyFor } from './policy.ts';
import { findEvidence } from './queries/evidence.ts';
import { listEvidence } from './queries/list.ts';
import { contentOf, longWords } from './testing/evidence.ts';

let test_: TestDatabase;
let ward: Ward;
let serial = 0;
const files = memoryFileStore();
const clock = { now: () => new Date('2026-10-15T03:00:00Z') };

beforeAll(async () => {
  test_ = await createTestDatabase();
});
beforeEach(async () => {
  serial++;
  ward = await givenWard(test_.database, { code: String(96_000 + serial), name: `Quét ${serial}` });
});
afterAll(() => test_.drop());

/** Files that are to be scanned are so by the job. */
const byJob: VirusScanner = { scan: () => Promise.reject(new Error('scanned at once')) };
const context = (scans: boolean): EvidenceContext => ({
  database: test_.database,
  clock,
  files,
  scanner: scans ? byJob : null,
});
const nurse = () => ward.people.health_station;
const text = (content: string) => ({ name: 'ghi-chu.txt', bytes: new TextEncoder().encode(content) });
const find = (id: string, actor: PersonActor = nurse()) =>
  withReadScope(test_.database, actor, (scope) => findEvidence(scope, actor, ward.unitId, id));
const found = async (search: string) => {
  const filter = {
    search,
    criterion: null,
    year: null,
    documentType: null,
    unused: false,
    expired: false,
    showsChildren: false,
    withdrawn: false,
  };
  const list = await withReadScope(test_.database, nurse(), (scope) =>
    listEvidence(scope, nurse(), ward.unitId, filter, '2026-10-15', 1),
  );
  return list.evidence.map(({ title }) => title);
};
const work = (scanner: VirusScanner | null, store: FileStore = files) =>
  runPendingJobs(evidenceJobs({ files: store, uploads: testUploads(), scanner }).handlers, {
    database: test_.database,
    clock,
    log: openLog('silent'),
  });

describe('the text of a file', () => {
  test('is read after it was added, and the evidence is found by its words without tones', async () => {
    const id = await addEvidence(
      context(false),
      nurse(),
      ward.code,
      contentOf(),
      text('Danh sách hộ gia đình có trẻ suy dinh dưỡng'),
    );
    expect(await found('suy dinh duong')).toEqual([]);
    await work(null);
    expect((await find(id)).files[0]).toMatchObject({ reading: 'read', scan: 'not_scanned' });
    expect(await found('suy dinh duong')).toEqual(['Báo cáo tiêm chủng']);
    const [file] = await withReadScope(test_.database, nurse(), (scope) =>
      scope.rows(sqlBuilder.selectFrom('evidence_file').where('evidence_id', '=', id).select('content')),
    );
    expect(file?.content).toBe('Danh sách hộ gia đình có trẻ suy dinh dưỡng');
  });

  test('of 20,000 words of 60 letters is stored, and found by the first of them', async () => {
    const words = longWords(20_000);
    const id = await addEvidence(context(false), nurse(), ward.code, contentOf(), text(words.join(' ')));
    await work(null);
    expect((await find(id)).files[0]!.reading).toBe('read');
    expect(await found(words[0]!)).toEqual(['Báo cáo tiêm chủng']);
    expect(await found(words.at(-1)!)).toEqual([]);
  });

  test('of an older revision finds the evidence no more', async () => {
    const id = await addEvidence(
      context(false),
      nurse(),
      ward.code,
      contentOf(),
      text('bản cũ có đuối nước'),
    );
    await reviseEvidence(context(false), nurse(), { unitCode: ward.code, id }, text('bản mới'), null);
    await work(null);
    expect(await found('duoi nuoc')).toEqual([]);
    expect(await found('ban moi')).toEqual(['Báo cáo tiêm chủng']);
  });

  test('of a revision that was replaced while it was read finds the evidence no more', async () => {
    const id = await addEvidence(context(false), nurse(), ward.code, contentOf(), text('cháu bé ở bản cũ'));
    const clamd = await fakeClamd('MÃ-ĐỘC-THỬ');
    const slow: FileStore = {
      ...files,
      async read(sha256) {
        await reviseEvidence(context(true), nurse(), { unitCode: ward.code, id }, text('MÃ-ĐỘC-THỬ'), null);
        return files.read(sha256);
      },
    };
    try {
      await work(openClamd({ host: '127.0.0.1', port: clamd.port }), slow);
    } finally {
      clamd.close();
    }
    expect((await find(id)).files.map(({ scan }) => scan)).toEqual(['infected', 'not_scanned']);
    expect(await found('chau be')).toEqual([]);
  });

  test('that was scanned has no text and counts all the same, as paper does', async () => {
    const scan = { name: 'quet.pdf', bytes: await pdfFile([(pdf) => void pdf.rect(0, 0, 99, 99).fill()]) };
    const id = await addEvidence(context(false), nurse(), ward.code, contentOf(), scan);
    await work(null);
    expect((await find(id)).files[0]).toMatchObject({ reading: 'none', pages: 1 });
  });

  test('that cannot be opened leaves a word about it, and nothing else fails', async () => {
    const broken = { name: 'quet.pdf', bytes: new TextEncoder().encode('%PDF-1.4 hỏng') };
    const id = await addEvidence(context(false), nurse(), ward.code, contentOf(), broken);
    await work(null);
    expect((await find(id)).files[0]!.reading).toBe('unreadable');
  });
});

describe('a file that is scanned', () => {
  test('is given to nobody but who brought it until it is clean', async () => {
    const clamd = await fakeClamd('MÃ-ĐỘC-THỬ');
    const scanner = openClamd({ host: '127.0.0.1', port: clamd.port });
    try {
      const id = await addEvidence(context(true), nurse(), ward.code, contentOf(), text('tệp sạch'));
      const copies = async () => {
        const evidence = await find(id);
        return [nurse(), ward.people.police].map((actor) => copyFor(actor, evidence, evidence.files[0]!));
      };
      expect(await copies()).toEqual(['original', null]);
      expect(await found('tep sach')).toEqual([]);
      await work(scanner);
      expect(await copies()).toEqual(['original', 'original']);
      expect((await find(id)).files[0]).toMatchObject({ scan: 'clean', reading: 'read' });
      expect(clamd.scanned.map(String)).toEqual(['tệp sạch']);
    } finally {
      clamd.close();
    }
  });

  test('and is found infected is given to nobody at all, and its history tells what was found', async () => {
    const clamd = await fakeClamd('MÃ-ĐỘC-THỬ');
    try {
      const id = await addEvidence(context(true), nurse(), ward.code, contentOf(), text('MÃ-ĐỘC-THỬ'));
      await work(openClamd({ host: '127.0.0.1', port: clamd.port }));
      const evidence = await find(id);
      expect(evidence.files[0]!.scan).toBe('infected');
      expect(copyFor(nurse(), evidence, evidence.files[0]!)).toBeNull();
      expect(evidence.events[0]).toMatchObject({ kind: 'found_infected', detail: 'Test-Signature' });
    } finally {
      clamd.close();
    }
  });

  test('waits where the scanner is away, and is scanned once it is back', async () => {
    const clamd = await fakeClamd('MÃ-ĐỘC-THỬ');
    clamd.close();
    const id = await addEvidence(context(true), nurse(), ward.code, contentOf(), text('chờ'));
    await work(openClamd({ host: '127.0.0.1', port: clamd.port }));
    expect((await find(id)).files[0]!.scan).toBe('waiting');
    const back = await fakeClamd('MÃ-ĐỘC-THỬ');
    const { handlers } = evidenceJobs({
      files,
      uploads: testUploads(),
      scanner: openClamd({ host: '127.0.0.1', port: back.port }),
    });
    const payload = { unit: ward.unitId, file: (await find(id)).files[0]!.id };
    await handlers.scan_evidence!(payload, { database: test_.database, clock, log: openLog('silent') });
    back.close();
    expect((await find(id)).files[0]!.scan).toBe('clean');
  });
});
