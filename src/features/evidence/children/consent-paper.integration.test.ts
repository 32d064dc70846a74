import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withReadScope } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/file-store/index.ts';
import { openClamd } from '../../../platform/virus-scan/index.ts';
import { fakeClamd } from '../../../platform/virus-scan/testing/fake-clamd.ts';
import { findFile } from '../../files/index.ts';
import { childrenPath, consentPaperPath } from '../paths.ts';
import { guardian, openTestLibrary, pictureOf, type TestLibrary } from '../testing/children.ts';
import { appraiserOf, pdf } from '../testing/evidence.ts';
import { recordConsent } from './publish.ts';

let library: TestLibrary;

beforeAll(async () => {
  library = await openTestLibrary('90803');
});
afterAll(() => library.drop());

/** Sends the form of a consent with a paper, as the page does without a script. */
function record(id: string, paper: { readonly name: string; readonly bytes: Uint8Array }, mark = 'trẻ một') {
  const form = new FormData();
  form.append('lan_sua', '1');
  form.append('dau_hieu', mark);
  form.append('ngay_cha_me', '02/05/2026');
  form.append('giay', new File([paper.bytes as Uint8Array<ArrayBuffer>], paper.name));
  return library.as(library.station).upload(childrenPath(library.ward.code, id), form);
}
const paperOf = async (id: string) => {
  const [consent] = (await library.find(id)).consents;
  return { consent: consent!, path: consentPaperPath(library.ward.code, id, consent!.id) };
};

describe('the signed paper of a consent', () => {
  test('is read by who may change the evidence, and every reading is written down', async () => {
    const id = await library.givenPicture();
    const bytes = pdf('Giấy đồng ý của cha mẹ Nguyễn Thị Mẫu');
    expect((await record(id, { name: 'giay.pdf', bytes })).status).toBe(303);
    const { consent, path } = await paperOf(id);
    const page = await library.as(library.station).get(childrenPath(library.ward.code, id));
    expect(await page.text()).toContain(`href="${path}"`);
    for (const reader of [library.station, library.ward.people.culture_society]) {
      const answer = await library.as(reader).get(path);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    }
    expect((await library.audited('readConsentPaper')).filter((one) => one.id === id)).toEqual([
      { id, fields: [`consent.${consent.id}`] },
      { id, fields: [`consent.${consent.id}`] },
    ]);
  });

  test('is refused to everybody else of the unit, and does not exist for the appraiser above', async () => {
    const id = await library.givenPicture();
    await record(id, await pictureOf(50));
    const { path } = await paperOf(id);
    const before = await library.audited('readConsentPaper');
    for (const colleague of ['police', 'committee_leadership', 'fatherland_front'] as const) {
      const answer = await library.as(library.ward.people[colleague]).get(path);
      expect(`${colleague} ${answer.status}`).toBe(`${colleague} 403`);
    }
    expect((await library.as(appraiserOf(library.ward)).get(path)).status).toBe(404);
    expect(await library.audited('readConsentPaper')).toEqual(before);
  });

  test('is found under its own evidence and no other', async () => {
    const id = await library.givenPicture();
    await record(id, await pictureOf(51));
    const { consent } = await paperOf(id);
    const other = await library.givenPicture();
    const elsewhere = consentPaperPath(library.ward.code, other, consent.id);
    expect((await library.as(library.station).get(elsewhere)).status).toBe(404);
  });

  test('that is neither PDF nor picture is refused, and then nothing is recorded and nothing typed lost', async () => {
    const id = await library.givenPicture();
    const bytes = new TextEncoder().encode('Đồng ý');
    const answer = await record(id, { name: 'giay.pdf', bytes }, 'trẻ ở hàng cuối');
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Giấy đồng ý phải là PDF hoặc ảnh');
    expect(page).toContain('value="trẻ ở hàng cuối"');
    const empty = await record(id, { name: 'giay.pdf', bytes: new Uint8Array() });
    expect(await empty.text()).toContain('Tệp giấy đồng ý không có nội dung');
    expect((await library.find(id)).consents).toEqual([]);
  });

  test('in which a virus is found is not taken, and is to be sent again where nothing could be found out', async () => {
    const id = await library.givenPicture();
    const clamd = await fakeClamd('MÃ-ĐỘC-THỬ');
    const scanner = openClamd({ host: '127.0.0.1', port: clamd.port });
    const scanning = { ...library.context, scanner };
    const send = (content: string) =>
      recordConsent(scanning, library.station, library.place(id), guardian, {
        name: 'giay.pdf',
        bytes: pdf(content),
      });
    expect(await send('… MÃ-ĐỘC-THỬ …')).toBe('paperInfected');
    expect((await library.find(id)).consents).toEqual([]);
    expect(await send('Đồng ý')).toBeNull();
    clamd.close();
    expect(await send('Đồng ý lần hai')).toBe('paperUnscanned');
    expect((await library.find(id)).consents).toHaveLength(1);
  });

  test('that is a picture is kept without what the camera wrote into it', async () => {
    const id = await library.givenPicture();
    const { name, bytes } = await pictureOf(52);
    // A PNG takes a text after its head; a camera writes the place into one such.
    const text = Buffer.from('tEXtGPS\x00 21.03', 'latin1');
    const place = Buffer.concat([Buffer.from([0, 0, 0, text.length - 4]), text, Buffer.alloc(4)]);
    place.writeUInt32BE(crc32(text), place.length - 4);
    const head = 33;
    const photographed = Buffer.concat([bytes.subarray(0, head), place, bytes.subarray(head)]);
    expect((await record(id, { name, bytes: photographed })).status).toBe(303);
    const { path } = await paperOf(id);
    const kept = Buffer.from(await (await library.as(library.station).get(path)).arrayBuffer());
    expect(photographed.includes('GPS')).toBe(true);
    expect(kept.includes('GPS')).toBe(false);
  });

  test('is worked on while no connection to the database is held', async () => {
    const id = await library.givenPicture();
    const { database, files } = library.context;
    const held: number[] = [];
    const put: FileStore['put'] = (bytes) => {
      held.push(database.pool.totalCount - database.pool.idleCount);
      return files.put(bytes);
    };
    const watched = { ...library.context, files: { ...files, put } };
    const paper = await pictureOf(53);
    expect(await recordConsent(watched, library.station, library.place(id), guardian, paper)).toBeNull();
    expect(held).toEqual([0]);
  });

  test('of who may not change the evidence is not even looked at', async () => {
    const id = await library.givenPicture();
    const put = () => Promise.reject(new Error('looked at'));
    const watched = { ...library.context, files: { ...library.context.files, put } };
    await expect(
      recordConsent(watched, library.ward.people.police, library.place(id), guardian, await pictureOf(54)),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('stays when the consent is recorded again without one', async () => {
    const id = await library.givenPicture();
    await record(id, { name: 'giay.pdf', bytes: pdf('lần một') });
    const { consent: before } = await paperOf(id);
    const fields = { lan_sua: '1', dau_hieu: 'trẻ một', ngay_cha_me: '03/05/2026' };
    await library.as(library.station).post(childrenPath(library.ward.code, id), fields);
    const { consent: after } = await paperOf(id);
    expect(after).toMatchObject({ guardianAgreedOn: '2026-05-03', paperFileId: before.paperFileId });
    await record(id, { name: 'giay-moi.pdf', bytes: pdf('lần hai') });
    const { consent: last } = await paperOf(id);
    const file = await withReadScope(library.context.database, library.station, (scope) =>
      findFile(scope, library.ward.unitId, last.paperFileId!),
    );
    expect(file?.name).toBe('giay-moi.pdf');
  });
});
