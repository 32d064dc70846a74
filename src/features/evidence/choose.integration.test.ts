import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bringPath,
  checkedIndicatorPath,
  choosePath,
  chosenPath,
  evidencePath,
  libraryPath,
} from './paths.ts';
import { EVIDENCE_OF_A_PAGE } from './queries/list.ts';
import { openTestLibrary, type TestLibrary } from './testing/children.ts';
import { pdf } from './testing/evidence.ts';

let library: TestLibrary;
let id: string;

beforeAll(async () => {
  library = await openTestLibrary('90807');
  id = await library.givenPicture();
});
afterAll(() => library.drop());

const choosing = { year: 2026, indicator: '5.1' };
const station = () => library.as(library.station);
const page = async (path: string, actor = library.station) => (await library.as(actor).get(path)).text();
/** The address as it stands in an attribute. */
const inHtml = (path: string) => path.replaceAll('&', '&amp;');

describe('evidence chosen for an indicator', () => {
  test('is found in the library with the indicator on top, through search and narrowing', async () => {
    const path = choosePath(library.ward.code, choosing);
    for (const one of [path, `${path}&tim=bao+cao`, `${path}&co_tre_em=co`]) {
      const list = await page(one);
      expect(list).toContain('Đang chọn minh chứng cho chỉ tiêu 5.1, năm 2026');
      expect(list).toContain('<input type="hidden" name="cho_nam" value="2026"');
      expect(list).toContain('<input type="hidden" name="chi_tieu" value="5.1"');
      expect(list).toContain(`href="${inHtml(chosenPath(library.ward.code, id, choosing))}"`);
    }
    // Found at the first sight: the year of the choice does not narrow the list to what is used in it.
    expect(await page(`${path}&tim=khong+co`)).toContain(`href="${inHtml(path)}"`);
  });

  test('is used for it by one tap', async () => {
    const path = chosenPath(library.ward.code, id, choosing);
    const opened = await page(path);
    expect(opened).toContain('Đang chọn minh chứng cho chỉ tiêu 5.1, năm 2026');
    expect(opened).toContain('Gắn cho chỉ tiêu 5.1');
    const [, form] = /<form method="post" action="([^"]+\/gan[^"]*)">/.exec(opened) ?? [];
    const answer = await station().post(form!.replaceAll('&amp;', '&'), {
      nam: '2026',
      'chi_tieu.5.1': 'co',
    });
    expect((await library.find(id)).evidence.uses).toMatchObject([{ year: 2026, indicator: '5.1' }]);
    const again = await page(answer.headers.get('location')!);
    expect(again).toContain('Đã gắn.');
    expect(again).toContain('Đã gắn cho chỉ tiêu 5.1, năm 2026');
    expect(again).toContain(`href="${inHtml(choosePath(library.ward.code, choosing))}"`);
    const check = checkedIndicatorPath(library.ward.code, choosing);
    expect(again, 'where the evidence is checked, and this was found to be missing').toContain(
      `href="${check}">Về kiểm tra minh chứng năm 2026</a>`,
    );
  });

  test('leads back to the check too where its file was brought for it', async () => {
    const form = new FormData();
    form.set('tep', new File(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], 'bao-cao.pdf'));
    const brought = await station().upload(bringPath(library.ward.code, choosing), form);
    const answer = await station().post(brought.headers.get('location')!, {
      ten: 'Báo cáo',
      nam: '2026',
      'chi_tieu.5.1': 'co',
    });
    const added = await page(answer.headers.get('location')!);
    expect(added).toContain('Đã đưa vào kho.');
    expect(added).toContain(`href="${checkedIndicatorPath(library.ward.code, choosing)}"`);
  });

  test('is described for the year that it was brought for, however long ago that is', async () => {
    const brought = { year: 2022, indicator: '5.1' };
    const form = new FormData();
    form.append('tep', new File([pdf('Báo cáo năm 2022') as Uint8Array<ArrayBuffer>], 'bao-cao.pdf'));
    const answer = await station().upload(bringPath(library.ward.code, brought), form);
    const chosenYear = /<option(?=[^>]*value="2022")(?=[^>]*selected)[^>]*>/;
    expect(await page(answer.headers.get('location')!)).toMatch(chosenYear);
    expect(await page(chosenPath(library.ward.code, id, brought))).toMatch(chosenYear);
  });

  test('is chosen for none that there is not, and by nobody who only reads', async () => {
    const unknown = choosePath(library.ward.code, { year: 2026, indicator: '99.9' });
    expect(await page(unknown)).not.toContain('Đang chọn minh chứng');
    expect(await page(chosenPath(library.ward.code, id, { year: 2026, indicator: '99.9' }))).not.toContain(
      'Đang chọn minh chứng',
    );
    const reader = {
      ...library.station,
      memberships: library.station.memberships.map((one) => ({ ...one, role: 'overseer' as const })),
    };
    expect(await page(choosePath(library.ward.code, choosing), reader)).not.toContain('Đang chọn minh chứng');
  });

  test('stays chosen on the further pages of the library, and nothing is chosen without an indicator', async () => {
    for (let count = 0; count < EVIDENCE_OF_A_PAGE; count++)
      await library.givenEvidence(`Biên bản số ${count}`);
    const first = await page(choosePath(library.ward.code, choosing));
    expect(first).toContain(inHtml(`${choosePath(library.ward.code, choosing)}&trang=2`));
    const bare = await page(libraryPath(library.ward.code));
    expect(bare).not.toContain('Đang chọn minh chứng');
    expect(bare).not.toContain('name="cho_nam"');
    expect(await page(evidencePath(library.ward.code, id))).not.toContain('Đang chọn minh chứng');
  });
});
