import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blackOut } from '../../../platform/pictures/index.ts';
import { addEvidence } from '../commands/add-evidence.ts';
import { reviseEvidence } from '../commands/change-evidence.ts';
import { redactAnewPath, redactPath } from '../paths.ts';
import {
  describedAs,
  FROM_ORIGINAL,
  guardian,
  openTestLibrary,
  type TestLibrary,
} from '../testing/children.ts';
import { shadesOf } from '../testing/shades.ts';
import { publishEvidence, recordConsent } from './publish.ts';
import { keepRedactedCopy } from './redact.ts';

let library: TestLibrary;

beforeAll(async () => {
  library = await openTestLibrary('90806');
});
afterAll(() => library.drop());

const UPPER_LEFT = { lan_sua: '1', trai_1: '0', tren_1: '0', rong_1: '25', cao_1: '25' };
const LOWER_RIGHT = { lan_sua: '1', trai_1: '75', tren_1: '75', rong_1: '25', cao_1: '25' };
const station = () => library.as(library.station);
const path = (id: string) => redactPath(library.ward.code, id);
const copyOf = async (id: string) =>
  shadesOf(new Uint8Array(await (await station().get(`${path(id)}/ban-che`)).arrayBuffer()));
const isPublished = async (id: string) => (await library.find(id)).evidence.publishedAt !== null;
const fileIn = async (id: string) => (await library.find(id)).evidence.files[0]!;

/** A white picture. @param width tells it from others */
async function whitePicture(width: number) {
  const canvas = createCanvas(width, 80);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, 80);
  return { name: 'sinh-hoat.png', bytes: new Uint8Array(await canvas.encode('png')) };
}

/** Such a picture, of which the upper left is blacked out. */
async function givenBlackedOut(width: number): Promise<string> {
  const file = await whitePicture(width);
  const id = await addEvidence(library.context, library.station, library.ward.code, describedAs(), file);
  await station().post(path(id), UPPER_LEFT);
  return id;
}

async function givenPublished(width: number): Promise<string> {
  const id = await givenBlackedOut(width);
  await recordConsent(library.context, library.station, library.place(id), guardian);
  await publishEvidence(library.context, library.station, library.place(id));
  return id;
}

describe('a picture that is blacked out a second time', () => {
  test('keeps black what was covered first, and stays published', async () => {
    const id = await givenPublished(100);
    const { redactedFileId } = await fileIn(id);
    const form = await (await station().get(path(id))).text();
    expect(form).toContain('Đang che thêm trên bản đã che; chỗ đã che giữ nguyên.');
    expect(form).toContain(`src="${path(id)}/ban-che?tep=${redactedFileId}"`);
    const saved = await station().post(path(id), LOWER_RIGHT);
    expect(saved.headers.get('location')).toBe(`${path(id)}?xong=che`);
    const shades = await copyOf(id);
    expect(shades(0, 0, 25, 25).lightest).toBe(0);
    expect(shades(75, 75, 25, 25).lightest).toBe(0);
    expect(shades(30, 30, 40, 40).darkest).toBe(255);
    expect(await isPublished(id)).toBe(true);
  });

  test('is previewed with what was covered first', async () => {
    const id = await givenBlackedOut(104);
    const page = await (await station().post(path(id), { ...LOWER_RIGHT, xem: 'co' })).text();
    const [, preview] = /src="data:image\/png;base64,([^"]+)"/.exec(page) ?? [];
    const shades = await shadesOf(Buffer.from(preview!, 'base64'));
    expect(shades(0, 0, 25, 25).lightest).toBe(0);
    expect(shades(75, 75, 25, 25).lightest).toBe(0);
  });

  test('is not saved over a copy that somebody else has saved meanwhile', async () => {
    const id = await givenBlackedOut(108);
    const { redactedFileId } = await fileIn(id);
    const { context, station: actor } = library;
    const picture = await blackOut(await context.files.read((await fileIn(id)).sha256), []);
    const keep = (copyId: string | null) =>
      keepRedactedCopy(context, actor, library.place(id), 1, picture, { ...FROM_ORIGINAL, copyId });
    await station().post(path(id), LOWER_RIGHT);
    expect(await keep(redactedFileId)).toBe('overtaken');
    expect(await keep(null)).toBe('overtaken');
    expect((await copyOf(id))(0, 0, 25, 25).lightest).toBe(0);
  });
});

test('areas marked on a picture are not blacked out on the one that replaced it meanwhile', async () => {
  const id = await givenBlackedOut(120);
  const { context, station: actor } = library;
  await reviseEvidence(context, actor, library.place(id), await whitePicture(124), null);
  const late = await station().post(path(id), LOWER_RIGHT);
  expect(late.status).toBe(422);
  const page = await late.text();
  expect(page).toContain('Minh chứng vừa có bản mới, nên chưa lưu');
  expect(page).toMatch(/id="trai_1"[^>]*value="75"/);
  expect((await fileIn(id)).hasRedactedCopy).toBe(false);
  const [, seen] = /name="lan_sua" value="(\d+)"/.exec(page) ?? [];
  expect((await station().post(path(id), { ...LOWER_RIGHT, lan_sua: seen! })).status).toBe(303);
});

describe('a picture that is blacked out anew', () => {
  test('shows what was covered before, and is published no longer until somebody looks at it', async () => {
    const id = await givenPublished(112);
    const anew = await (await station().get(redactAnewPath(library.ward.code, id))).text();
    expect(anew).toContain('chỗ đã che trước đây không còn được che');
    expect(anew).toContain('Lưu bản che và thôi công bố');
    const saved = await station().post(path(id), { ...LOWER_RIGHT, tu: 'goc' });
    expect(saved.headers.get('location')).toBe(`${path(id)}?xong=che&cong_bo=thoi`);
    const shades = await copyOf(id);
    expect(shades(0, 0, 25, 25).darkest).toBe(255);
    expect(shades(75, 75, 25, 25).lightest).toBe(0);
    expect(await isPublished(id)).toBe(false);
    expect((await library.kinds(id)).slice(0, 2)).toEqual(['unpublished', 'redacted']);
    expect((await library.audited('redactEvidence')).at(-1)).toEqual({
      id,
      fields: ['redacted_file.1', 'published_at'],
    });
    const page = await (await station().get(saved.headers.get('location')!)).text();
    expect(page).toContain('Đã thôi công bố');
    expect(page).toContain('bản che làm lại từ bản gốc');
  });

  test('stays so while its areas are previewed or corrected', async () => {
    const id = await givenBlackedOut(116);
    const wrong = await station().post(path(id), { ...LOWER_RIGHT, cao_1: 'x', tu: 'goc' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('name="tu" value="goc"');
    const preview = await station().post(path(id), { ...LOWER_RIGHT, tu: 'goc', xem: 'co' });
    expect(await preview.text()).toContain('name="tu" value="goc"');
  });
});
