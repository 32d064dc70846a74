import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { pageOfPdf } from '../../../platform/pictures/index.ts';
import { addEvidence } from '../commands/add-evidence.ts';
import { pageToRedactPath, redactPath } from '../paths.ts';
import { describedAs, openTestLibrary, type TestLibrary } from '../testing/children.ts';
import { shadesOf } from '../testing/shades.ts';

const NAME = 'Nguyễn Thị Mẫu';
const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
);
/** Where the name stands on each page, in percent of A4. */
const AREA = { lan_sua: '1', trai_1: '5', tren_1: '4', rong_1: '60', cao_1: '6' };
const SENT_ALONG = '5 4 60 6';

let library: TestLibrary;

beforeAll(async () => {
  library = await openTestLibrary('90804');
});
afterAll(() => library.drop());

/** A list of children as an office program prints it: a name at the top of every page. */
async function listOfChildren(pages: number): Promise<Uint8Array> {
  const doc = new PDFDocument({ autoFirstPage: false, size: 'A4', info: { Title: `Danh sách ${NAME}` } });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  for (let page = 1; page <= pages; page++)
    doc.addPage().font(FONT).fontSize(20).text(`${page}. ${NAME}`, 50, 50).text('Trạm Y tế', 50, 400);
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** An evidence whose file is such a list. @param counted null while its pages are not counted yet */
async function givenList(pages: number, counted: number | null = pages): Promise<string> {
  const { context, station, ward } = library;
  const file = { name: 'danh-sach.pdf', bytes: await listOfChildren(pages) };
  const id = await addEvidence(context, station, ward.code, describedAs(), file);
  await withScope(context.database, { kind: 'system', purpose: 'test' }, (scope) =>
    scope.rows(sqlBuilder.updateTable('evidence_file').set({ pages: counted }).where('evidence_id', '=', id)),
  );
  return id;
}

const textOf = async (pdf: Uint8Array) => (await extractText(Uint8Array.from(pdf))).text.join('\n');
const station = () => library.as(library.station);
const path = (id: string) => redactPath(library.ward.code, id);

/** The shades of a page as it is seen. */
const seen = async (pdf: Uint8Array, page: number) => shadesOf((await pageOfPdf(pdf, page)).bytes);

describe('a list of children as PDF', () => {
  test('becomes pictures of its pages with black areas: no name can be read out of the copy', async () => {
    const id = await givenList(2);
    const first = await station().post(path(id), { trang: '1', ...AREA, sang: '2' });
    const second = await first.text();
    expect(first.status).toBe(200);
    expect(second).toContain('Trang 2 trên 2');
    expect(second).toContain(`name="vung_1" value="${SENT_ALONG}"`);
    const saved = await station().post(path(id), { trang: '2', vung_1: SENT_ALONG, ...AREA });
    expect(saved.headers.get('location')).toBe(`${path(id)}?xong=che`);

    const { evidence } = await library.find(id);
    const original = await library.context.files.read(evidence.files[0]!.sha256);
    expect(await textOf(original)).toContain(NAME);
    const copy = new Uint8Array(await (await station().get(`${path(id)}/ban-che`)).arrayBuffer());
    expect((await textOf(copy)).trim()).toBe('');
    expect(Buffer.from(copy).includes('Mẫu')).toBe(false);
    for (const page of [1, 2]) {
      const greys = await seen(copy, page);
      // A compressed picture blurs the edge by a few pixels.
      expect(greys(6, 5, 58, 4).lightest).toBeLessThan(20);
      expect(greys(70, 4, 20, 6).darkest).toBeGreaterThan(235);
      expect(greys(5, 45, 60, 8).darkest).toBeLessThan(60);
    }
    expect(await library.kinds(id)).toContain('redacted');
  }, 90_000);

  test('blacked out a second time keeps black what was covered the first time, on every page', async () => {
    const id = await givenList(2);
    await station().post(path(id), { trang: '1', ...AREA, vung_2: SENT_ALONG });
    const { redactedFileId } = (await library.find(id)).evidence.files[0]!;
    const form = await (await station().get(path(id))).text();
    expect(form).toContain('Đang che thêm trên bản đã che; chỗ đã che giữ nguyên.');
    expect(form).toContain('Chưa có vùng che thêm ở trang: 2.');
    expect(form).toContain(`src="${pageToRedactPath(library.ward.code, id, 1, { copyId: redactedFileId })}"`);
    const opened = (await library.audited('openEvidence')).length;
    const page = await station().get(pageToRedactPath(library.ward.code, id, 1, { copyId: redactedFileId }));
    expect((await shadesOf(new Uint8Array(await page.arrayBuffer())))(6, 5, 58, 4).lightest).toBeLessThan(20);
    expect(await library.audited('openEvidence')).toHaveLength(opened);

    const further = { lan_sua: '1', trang: '1', trai_1: '5', tren_1: '45', rong_1: '60', cao_1: '8' };
    await station().post(path(id), further);
    const copy = new Uint8Array(await (await station().get(`${path(id)}/ban-che`)).arrayBuffer());
    const [first, second] = [await seen(copy, 1), await seen(copy, 2)];
    expect(first(6, 5, 58, 4).lightest).toBeLessThan(20);
    expect(first(6, 46, 58, 6).lightest).toBeLessThan(20);
    expect(second(6, 5, 58, 4).lightest).toBeLessThan(20);
    expect(second(5, 45, 60, 8).lightest).toBeGreaterThan(235);
  }, 90_000);

  test('goes back to a page with the areas marked there', async () => {
    const id = await givenList(3);
    const answer = await station().post(path(id), {
      lan_sua: '1',
      trang: '3',
      vung_1: SENT_ALONG,
      sang: '1',
    });
    const page = await answer.text();
    expect(page).toContain('Trang 1 trên 3');
    expect(page).toMatch(/id="trai_1"[^>]*value="5"/);
    expect(page).toContain('Chưa có vùng che ở trang: 2, 3.');
  });

  test('of which nothing is marked is not saved, and a wrong number is told with everything typed', async () => {
    const id = await givenList(2);
    const nothing = await station().post(path(id), { lan_sua: '1', trang: '1' });
    expect(nothing.status).toBe(422);
    const typed = {
      lan_sua: '1',
      trang: '2',
      vung_1: SENT_ALONG,
      trai_1: '5',
      tren_1: 'x',
      rong_1: '5',
      cao_1: '5',
    };
    const wrong = await station().post(path(id), typed);
    const page = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(page).toContain('Trang 2 trên 2');
    expect(page).toContain(`name="vung_1" value="${SENT_ALONG}"`);
    expect(page).toMatch(/id="tren_1"[^>]*value="x"/);
    expect((await library.find(id)).evidence.files[0]!.hasRedactedCopy).toBe(false);
  });

  test('shows its pages to who keeps it, and that they were opened is written down', async () => {
    const id = await givenList(1);
    const page = pageToRedactPath(library.ward.code, id, 1);
    const answer = await station().get(page);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect((await library.audited('openEvidence')).at(-1)).toEqual({ id, fields: ['file.1.page.1'] });
    expect((await library.as(library.ward.people.police).get(page)).status).toBe(403);
    expect((await station().get(pageToRedactPath(library.ward.code, id, 2))).status).toBe(404);
  });

  test('of more than twenty pages, or of pages nobody has counted yet, is refused with what to do', async () => {
    const long = await station().get(path(await givenList(21)));
    expect(await long.text()).toContain('Hãy tách thành nhiều tệp không quá 20 trang');
    const waiting = await station().get(path(await givenList(1, null)));
    expect(await waiting.text()).toContain('Hãy thử lại sau ít phút');
  });
});
