import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { givenPerson, TEST_PASSWORD } from '../../../test/support/builders.ts';
import {
  signedIn,
  startWholeApplication,
  type WholeApplication,
} from '../../../test/support/whole-application.ts';
import { type PersonActor, sqlBuilder, withReadScope, withScope } from '../../platform/database/index.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { finishUpload } from './commands/upload.ts';
import { keepWhatHasCome } from './islands/upload-queue.ts';
import { TIDY_UPLOADS } from './job-names.ts';
import { evidenceJobs } from './jobs.ts';
import { uploadsPath } from './paths.ts';
import { listWaitingFiles, type WaitingFile } from './queries/waiting.ts';
import { cuttingLine } from './testing/cutting-line.ts';

let whole: WholeApplication;
let listening: Listening;
let port: number;
let officer: PersonActor & { readonly username: string };
let cookie: string;

beforeAll(async () => {
  whole = await startWholeApplication();
  listening = await listen(whole.application.fetch, {
    host: 'localhost',
    port: 0,
    publicUrl: 'http://localhost:0',
  });
  port = Number(new URL(listening.url).port);
});
beforeEach(async () => {
  for (const name of files()) rmSync(join(whole.dependencies.uploads.folder, name));
  officer = await givenPerson(whole.database, 'healthOfficer');
  cookie = await signedIn(whole.application, officer.username, TEST_PASSWORD);
});
afterAll(async () => {
  await listening.close();
  await whole.drop();
});

const endpoint = (through = port, code = officer.unit.code) =>
  `http://127.0.0.1:${through}${uploadsPath(code)}`;
const files = (): string[] =>
  existsSync(whole.dependencies.uploads.folder) ? readdirSync(whole.dependencies.uploads.folder) : [];
const waiting = (actor: PersonActor = officer): Promise<WaitingFile[]> =>
  withReadScope(whole.database, actor, (scope) => listWaitingFiles(scope, actor, actor.unit.id));

const uploadsOfUnit = () =>
  withReadScope(whole.database, officer, (scope) =>
    scope.rows(sqlBuilder.selectFrom('upload').where('unit_id', '=', officer.unit.id).select('id')),
  );
const storedFiles = () =>
  withReadScope(whole.database, officer, (scope) =>
    scope.rows(sqlBuilder.selectFrom('stored_file').where('unit_id', '=', officer.unit.id).select('id')),
  );
/** The store of files fails so many times. */
function storeFails(times: number): void {
  const putFile = vi.spyOn(whole.dependencies.files, 'putFile');
  for (let time = 0; time < times; time++) putFile.mockRejectedValueOnce(new Error('the store is away'));
}

/** A PDF by its first bytes, and chance in the rest. */
function pdfOf(size: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(size - 9)]);
}

/** Sends bytes as the page does, and goes on where it was cut off. */
function upload(
  bytes: Buffer,
  over: Partial<ConstructorParameters<typeof Upload>[1]> = {},
): Promise<{ url: string; retries: number }> {
  let retries = 0;
  return new Promise((resolve, reject) => {
    const sending = new Upload(bytes, {
      endpoint: endpoint(),
      headers: { cookie },
      metadata: { filename: 'Báo cáo quý III.pdf' },
      // A server that is still busy with what was cut off says so, and is asked again.
      retryDelays: Array.from({ length: 30 }, () => 10),
      onShouldRetry: () => {
        retries++;
        return true;
      },
      onSuccess: () => resolve({ url: sending.url!, retries }),
      onError: reject,
      ...over,
    });
    sending.start();
  });
}

const tus = (method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { cookie, 'tus-resumable': '1.0.0', ...headers },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
const begin = async (size: number, headers: Record<string, string> = {}): Promise<Response> =>
  tus('POST', uploadsPath(officer.unit.code), { 'upload-length': String(size), ...headers });
const piece = (offset: number) => ({
  'content-type': 'application/offset+octet-stream',
  'upload-offset': String(offset),
});

describe('an upload', () => {
  test('of 20 MB whose line is cut three times arrives whole, and nothing of it is sent twice from the start', async () => {
    const bytes = pdfOf(20 * 1024 * 1024);
    const line = await cuttingLine(port, [3_000_000, 9_000_000, 17_000_000]);
    try {
      await upload(bytes, { endpoint: endpoint(line.port), chunkSize: 5_000_000 });
      expect(line.cuts()).toBe(3);
      // What was on its way is sent again; from the start would be three million at least.
      expect(line.sent() - bytes.length).toBeLessThan(2_500_000);
    } finally {
      line.close();
    }
    const [file] = await waiting();
    expect(file).toMatchObject({
      name: 'Báo cáo quý III.pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(files()).toEqual([]);
  });

  test('tells how far it is to whom it belongs, and exists for nobody else', async () => {
    const begun = await begin(1000);
    expect(begun.status).toBe(201);
    const path = begun.headers.get('location')!;
    await tus('PATCH', path, piece(0), pdfOf(1000).subarray(0, 400));
    expect((await tus('HEAD', path)).headers.get('upload-offset')).toBe('400');
    const colleague = await givenPerson(whole.database, 'schoolOfficer', { unit: officer.unit });
    cookie = await signedIn(whole.application, colleague.username, TEST_PASSWORD);
    for (const method of ['HEAD', 'PATCH', 'DELETE', 'GET'])
      expect((await tus(method, path, method === 'PATCH' ? piece(400) : {})).status, method).toBe(404);
  });

  test('that is whole says so again, should the answer to its last piece have been lost', async () => {
    const bytes = pdfOf(5000);
    const path = (await begin(5000)).headers.get('location')!;
    expect((await tus('PATCH', path, piece(0), bytes)).status).toBe(204);
    const again = await tus('HEAD', path);
    expect([again.status, again.headers.get('upload-offset')]).toEqual([200, '5000']);
    expect((await tus('PATCH', path, piece(5000), Buffer.alloc(0))).status).toBe(404);
    expect(await waiting()).toHaveLength(1);
  });

  test('that came whole and could not be kept is whole for nobody before it is kept', async () => {
    storeFails(2);
    const path = (await begin(5000)).headers.get('location')!;
    expect((await tus('PATCH', path, piece(0), pdfOf(5000))).status).toBe(500);
    expect((await tus('HEAD', path)).status).toBe(500);
    expect(await waiting()).toEqual([]);
    const again = await tus('HEAD', path);
    expect([again.status, again.headers.get('upload-offset')]).toEqual([200, '5000']);
    expect(await waiting()).toHaveLength(1);
    expect(files()).toEqual([]);
  });

  test('that could not be kept at once is asked about until it is, and not sent anew', async () => {
    storeFails(3);
    const { url, retries } = await upload(pdfOf(5000), { onAfterResponse: keepWhatHasCome });
    expect(retries).toBe(3);
    const id = url.split('/').at(-1)!;
    expect((await waiting()).map((file) => file.id)).toEqual([id]);
    expect(await uploadsOfUnit()).toEqual([{ id }]);
  });

  test('that is being kept is locked, so that whoever asks again waits', async () => {
    const store = whole.dependencies.files;
    const putFile = store.putFile;
    let goOn = () => {};
    const beingKept = new Promise<void>((resolve) => {
      vi.spyOn(store, 'putFile').mockImplementationOnce(async (path) => {
        resolve();
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
        return putFile(path);
      });
    });
    const path = (await begin(5000)).headers.get('location')!;
    const first = tus('PATCH', path, piece(0), pdfOf(5000));
    await beingKept;
    expect((await tus('PATCH', path, piece(5000), Buffer.alloc(0))).status).toBe(423);
    expect((await tus('HEAD', path)).status).toBe(423);
    goOn();
    expect((await first).status).toBe(204);
    expect(await waiting()).toHaveLength(1);
    expect(await storedFiles()).toHaveLength(1);
  });

  test('that two processes keep at the same time becomes one file', async () => {
    storeFails(1);
    const path = (await begin(5000)).headers.get('location')!;
    await tus('PATCH', path, piece(0), pdfOf(5000));
    const id = path.split('/').at(-1)!;
    const content = join(whole.dependencies.uploads.folder, id);
    const keep = (file: string) => finishUpload(whole.dependencies, officer, officer.unit.code, id, file);
    copyFileSync(content, `${content}.2`);
    expect(await Promise.all([keep(content), keep(`${content}.2`)])).toEqual([null, null]);
    expect(await storedFiles()).toHaveLength(1);
  });

  test('that is sent whole as it begins is kept, or refused, like any other', async () => {
    const sentAtOnce = { 'content-type': 'application/offset+octet-stream' };
    const begun = (bytes: Buffer) =>
      tus(
        'POST',
        uploadsPath(officer.unit.code),
        { 'upload-length': String(bytes.length), ...sentAtOnce },
        bytes,
      );
    expect((await begun(pdfOf(5000))).status).toBe(201);
    expect(await waiting()).toHaveLength(1);
    expect((await begun(Buffer.from([0x4d, 0x5a, 0x90, 0, 1, 2, 3, 4]))).status).toBe(415);
    expect(await uploadsOfUnit()).toHaveLength(1);
    expect(files()).toEqual([]);
  });

  test('keeps the end of a long name, which tells its kind, and nothing of it that cannot be seen', async () => {
    const filename = `${'Báo cáo kết quả '.repeat(14)}\0.pdf`;
    await upload(pdfOf(3_000), { metadata: { filename } });
    const [{ name }] = (await waiting()) as [WaitingFile];
    expect(name).toHaveLength(180);
    expect(name).toMatch(/Báo cáo kết quả \.pdf$/);
  });

  test('is not begun beyond the largest size, without its length, or by who only reads', async () => {
    expect((await begin(26 * 1024 * 1024)).status).toBe(413);
    expect((await tus('POST', uploadsPath(officer.unit.code))).status).toBe(400);
    expect((await tus('POST', uploadsPath(officer.unit.code), { 'upload-defer-length': '1' })).status).toBe(
      400,
    );
    expect((await tus('POST', uploadsPath('90999'), { 'upload-length': '10' })).status).toBe(404);
    const overseer = await givenPerson(whole.database, 'overseer', { unit: officer.unit });
    cookie = await signedIn(whole.application, overseer.username, TEST_PASSWORD);
    expect((await begin(10)).status).toBe(403);
    expect(files()).toEqual([]);
  });

  test('cannot bring more than it announced', async () => {
    const path = (await begin(100)).headers.get('location')!;
    expect((await tus('PATCH', path, piece(0), Buffer.alloc(101, 'a'))).status).toBe(413);
    expect(await waiting()).toEqual([]);
  });

  test('of a kind that is not taken is refused in words, and leaves nothing behind', async () => {
    const program = Buffer.concat([Buffer.from([0x4d, 0x5a, 0x90, 0]), Buffer.alloc(200)]);
    const path = (await begin(program.length)).headers.get('location')!;
    const answer = await tus('PATCH', path, piece(0), program);
    expect(answer.status).toBe(415);
    expect(await answer.text()).toMatch(/không thuộc loại được nhận/);
    expect((await tus('HEAD', path)).status).toBe(404);
    expect(files()).toEqual([]);
  });

  test('that is given up leaves nothing behind', async () => {
    const path = (await begin(1000)).headers.get('location')!;
    expect((await tus('DELETE', path)).status).toBe(204);
    expect((await tus('HEAD', path)).status).toBe(404);
    expect(files()).toEqual([]);
  });

  test('that nobody goes on with is removed after a week, and a younger one is kept', async () => {
    await begin(1000);
    const clock = { now: () => new Date(whole.dependencies.clock.now().getTime() + 6 * 86_400_000) };
    const { handlers } = evidenceJobs({ ...whole.dependencies, scanner: null });
    const tidyAt = (now: () => Date) =>
      handlers[TIDY_UPLOADS]!({}, { database: whole.database, clock: { now }, log: whole.dependencies.log });
    await tidyAt(clock.now);
    expect(files()).toHaveLength(2);
    await tidyAt(() => new Date(clock.now().getTime() + 2 * 86_400_000));
    expect(files()).toEqual([]);
    expect(
      await withScope(whole.database, { kind: 'system', purpose: 'test' }, (scope) =>
        scope.run({ name: 'uploads_of_test', text: 'select id from upload where ended_at is null' }, []),
      ),
    ).toEqual([]);
  });
});
