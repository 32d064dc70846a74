import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addEvidence } from '../commands/add-evidence.ts';
import { describeEvidence, reviseEvidence, setWithdrawn } from '../commands/change-evidence.ts';
import { markOf } from '../commands/rows.ts';
import { childrenPath, evidencePath } from '../paths.ts';
import { describedAs, guardian, openTestLibrary, pictureOf, type TestLibrary } from '../testing/children.ts';
import { contentOf } from '../testing/evidence.ts';
import { publishEvidence, recordConsent } from './publish.ts';

let library: TestLibrary;

beforeAll(async () => {
  library = await openTestLibrary('90802');
});
afterAll(() => library.drop());

const isPublished = async (id: string) => (await library.find(id)).evidence.publishedAt !== null;
const sayAnew = async (id: string, content: ReturnType<typeof contentOf>) => {
  const seen = markOf((await library.find(id)).evidence);
  return describeEvidence(library.context, library.station, library.place(id), content, seen);
};
const revise = (id: string, file: Awaited<ReturnType<typeof pictureOf>>) =>
  reviseEvidence(library.context, library.station, library.place(id), file, null);
const withdraw = (id: string, withdrawn: boolean) =>
  setWithdrawn(library.context, library.station, library.place(id), withdrawn);

describe('a published evidence', () => {
  test('whose confidentiality is raised is published no longer, and its history says so', async () => {
    const id = await library.givenPublished();
    expect(await sayAnew(id, describedAs({ confidentiality: 'restricted' }))).toEqual({
      unpublished: true,
    });
    expect(await isPublished(id)).toBe(false);
    expect((await library.kinds(id)).slice(0, 2)).toEqual(['unpublished', 'described']);
    expect((await library.audited('describeEvidence')).at(-1)).toEqual({
      id,
      fields: ['confidentiality', 'published_at'],
    });
  });

  test('that gets a newer file of children without a blacked-out copy is published no longer', async () => {
    const id = await library.givenPublished();
    expect(await revise(id, await pictureOf(22))).toEqual({ unpublished: true });
    expect(await isPublished(id)).toBe(false);
    expect((await library.kinds(id)).slice(0, 2)).toEqual(['unpublished', 'revised']);
  });

  test('that gets a newer file is published again only with the consents for the children in that one', async () => {
    const id = await library.givenPublished();
    const picture = await pictureOf(26);
    await revise(id, picture);
    await library.givenRedactedCopy(id, 2, picture);
    const seen = { ...library.place(id), seenRevision: 2 };
    const publish = () => publishEvidence(library.context, library.station, seen);
    expect(await publish()).toMatchObject({ ok: false, because: ['no_child_recorded'] });
    await recordConsent(library.context, library.station, seen, guardian);
    expect(await publish()).toEqual({ ok: true, copy: 'redacted' });
  });

  test('that is taken out of use is published no longer, and taken back into use it stays so', async () => {
    const id = await library.givenPublished();
    expect(await withdraw(id, true)).toEqual({ unpublished: true });
    expect(await withdraw(id, false)).toEqual({ unpublished: false });
    expect(await isPublished(id)).toBe(false);
    expect((await library.kinds(id)).slice(0, 3)).toEqual(['restored', 'unpublished', 'withdrawn']);
  });

  test('that comes to show children nobody has agreed for is published no longer', async () => {
    const content = contentOf({ confidentiality: 'public' });
    const { context, station, ward } = library;
    const id = await addEvidence(context, station, ward.code, content, await pictureOf(25));
    await publishEvidence(context, station, library.place(id));
    expect(await sayAnew(id, describedAs())).toEqual({ unpublished: true });
    expect(await isPublished(id)).toBe(false);
  });

  test('no longer said to show children does not become its original without anybody publishing that', async () => {
    const id = await library.givenPublished();
    expect(await sayAnew(id, describedAs({ showsChildren: false }))).toEqual({ unpublished: true });
    expect(await isPublished(id)).toBe(false);
  });

  test('of which only the title changes stays published', async () => {
    const id = await library.givenPublished();
    expect(await sayAnew(id, describedAs({ title: 'Ngày hội của trẻ em' }))).toEqual({
      unpublished: false,
    });
    expect(await isPublished(id)).toBe(true);
    expect(await library.kinds(id)).not.toContain('unpublished');
  });

  test('that gets a newer file is published no longer until somebody publishes that one', async () => {
    const { context, station, ward } = library;
    const content = contentOf({ confidentiality: 'public' });
    const id = await addEvidence(context, station, ward.code, content, await pictureOf(23));
    await publishEvidence(context, station, library.place(id));
    expect(await revise(id, await pictureOf(24))).toEqual({ unpublished: true });
    expect(await isPublished(id)).toBe(false);
    const seen = { ...library.place(id), seenRevision: 2 };
    expect(await publishEvidence(context, station, seen)).toEqual({ ok: true, copy: 'file' });
  });
});

describe('what was decided of a file that was replaced meanwhile', () => {
  const hidden = (page: string) => /name="lan_sua" value="(\d+)"/.exec(page)?.[1];

  test('does not publish the newer one, which nobody looked at', async () => {
    const { context, station, ward } = library;
    const content = contentOf({ confidentiality: 'public' });
    const id = await addEvidence(context, station, ward.code, content, await pictureOf(27));
    const late = hidden(await (await library.as(station).get(childrenPath(ward.code, id))).text());
    await revise(id, await pictureOf(28));
    const path = `${evidencePath(ward.code, id)}/cong-bo`;
    const answer = await library.as(station).post(path, { lan_sua: late! });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Minh chứng vừa có bản mới, nên chưa công bố.');
    expect(await isPublished(id)).toBe(false);
    await library.as(station).post(path, { lan_sua: hidden(page)! });
    expect(await isPublished(id)).toBe(true);
  });

  test('is no consent to the newer one, and nothing typed is lost', async () => {
    const id = await library.givenPicture();
    await revise(id, await pictureOf(29));
    const path = childrenPath(library.ward.code, id);
    const typed = { lan_sua: '1', dau_hieu: 'trẻ thứ nhất', ngay_cha_me: '02/05/2026' };
    const answer = await library.as(library.station).post(path, typed);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Minh chứng vừa có bản mới, nên chưa ghi');
    expect(page).toContain('value="02/05/2026"');
    expect((await library.find(id)).consents).toEqual([]);
    await library.as(library.station).post(path, { ...typed, lan_sua: '2' });
    expect((await library.find(id)).consents).toHaveLength(1);
  });
});

describe('the page after a change', () => {
  const form = { ten: 'Báo cáo tiêm chủng', co_tre_em: 'co' };

  test('says that publishing was stopped, and why', async () => {
    const id = await library.givenPublished();
    const path = evidencePath(library.ward.code, id);
    const station = library.as(library.station);
    const da_thay = markOf((await library.find(id)).evidence);
    const answer = await station.post(`${path}/sua`, { ...form, da_thay, muc_do: 'noi_bo' });
    expect(answer.headers.get('location')).toBe(`${path}?xong=sua&cong_bo=thoi`);
    const page = await (await station.get(answer.headers.get('location')!)).text();
    expect(page).toContain('Đã thôi công bố');
    expect(page).toContain('“Mức độ” chưa đặt là “Công khai”');
    const colleague = await library.as(library.ward.people.police).get(`${path}?cong_bo=thoi`);
    expect(await colleague.text()).not.toContain('Đã thôi công bố');
  });

  test('says nothing of it where it stays published', async () => {
    const id = await library.givenPublished();
    const path = evidencePath(library.ward.code, id);
    const da_thay = markOf((await library.find(id)).evidence);
    const answer = await library
      .as(library.station)
      .post(`${path}/sua`, { ...form, da_thay, ten: 'Tên khác', muc_do: 'cong_khai' });
    expect(answer.headers.get('location')).toBe(`${path}?xong=sua`);
    expect(await isPublished(id)).toBe(true);
  });
});
