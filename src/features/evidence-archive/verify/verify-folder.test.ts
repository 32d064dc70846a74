import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import exceljs from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../cli/run.ts';
import type { ArchiveIndex, IndexedFile } from '../archive-index.ts';
import { indexWorkbook } from '../index-workbook.ts';
import { INDEX_PAPER, INDEX_WORKBOOK } from './index-columns.ts';
import { verifyFolder } from './verify-folder.ts';

const first = '2026/Tieu-chi-07/7.1/01_41-BC-TYT_Bao-cao.pdf';
const second = '2026/Tieu-chi-08/8.1/01_So-theo-doi.jpg';
const texts = { [first]: 'báo cáo', [second]: 'sổ' };
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const listed = (path: string, text: string): IndexedFile => ({
  place: 1,
  year: 2026,
  criterion: 7,
  indicator: '7.1',
  statement: 'Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ',
  number: '41/BC-TYT',
  issuedOn: '2026-10-02',
  title: 'Báo cáo',
  extract: '=1+1',
  pages: 3,
  path,
  sha256: hashOf(text),
  size: text.length,
  redacted: false,
});
const index = (files: readonly IndexedFile[]): ArchiveIndex => ({ files, absent: [] });
const at = new Date('2026-10-02T03:00:00Z');
const paper = new TextEncoder().encode('giấy');
const workbookOf = (files: Readonly<Record<string, string>>) =>
  indexWorkbook(
    index(Object.entries(files).map(([path, text]) => listed(path, text))),
    paper,
    'Danh mục',
    at,
  );

let folder: string;
const put = async (path: string, content: string | Uint8Array, within = folder) => {
  await mkdir(dirname(join(within, path)), { recursive: true });
  await writeFile(join(within, path), content);
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mang-non-ho-so-'));
  await put(INDEX_WORKBOOK, await workbookOf(texts));
  await put(INDEX_PAPER, paper);
  for (const [path, text] of Object.entries(texts)) await put(path, text);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const nothing = { changed: [], missing: [], extra: [] };

describe('an unpacked file of evidence', () => {
  it('is as it was taken out', async () => {
    expect(await verifyFolder(folder)).toEqual({ unchanged: 3, ...nothing });
  });

  it('has an index on paper that is compared like its files', async () => {
    await put(INDEX_PAPER, 'giấy khác');
    expect(await verifyFolder(folder)).toEqual({ unchanged: 2, ...nothing, changed: [INDEX_PAPER] });
    await rm(join(folder, INDEX_PAPER));
    expect(await verifyFolder(folder)).toEqual({ unchanged: 2, ...nothing, missing: [INDEX_PAPER] });
  });

  it('hides no foreign file behind a name that is the same when composed', async () => {
    await put(INDEX_WORKBOOK, await workbookOf({ ...texts, '2026/K.pdf': 'thật' }));
    await put('2026/K.pdf', 'thật');
    await put('2026/\u212A.pdf', 'giả');
    expect(await verifyFolder(folder)).toEqual({ unchanged: 4, ...nothing, extra: ['2026/\u212A.pdf'] });
  });

  it('tells a changed, a missing and a foreign file apart', async () => {
    await put(first, 'báo cáo!');
    await rm(join(folder, second));
    await put('2026/Tieu-chi-08/8.1/02_la.jpg', 'lạ');
    expect(await verifyFolder(folder)).toEqual({
      unchanged: 1,
      changed: [first],
      missing: [second],
      extra: ['2026/Tieu-chi-08/8.1/02_la.jpg'],
    });
  });

  it('may lie in the folder that a program made around it, with what systems leave there', async () => {
    await put('2026/Thumbs.db', 'x');
    await put('._2026', 'x');
    const around = await mkdtemp(join(tmpdir(), 'mang-non-quanh-'));
    const { cp } = await import('node:fs/promises');
    await cp(folder, join(around, 'minh-chung-05983-2026'), { recursive: true });
    expect(await verifyFolder(around)).toEqual({ unchanged: 3, ...nothing });
    await rm(around, { recursive: true });
  });

  it('is found whichever way the system writes its names and paths', async () => {
    const composed = 'Hồ sơ/Báo cáo.pdf'.normalize('NFC');
    await rm(join(folder, '2026'), { recursive: true });
    await put('Hồ sơ/Báo cáo.pdf'.normalize('NFD'), 'báo cáo');
    await put(INDEX_WORKBOOK, await workbookOf({ [composed.replace('/', '\\')]: 'báo cáo' }));
    expect(await verifyFolder(folder)).toEqual({ unchanged: 2, ...nothing });
  });

  it('holds files themselves, not links to them', async () => {
    await put('../ngoai.pdf', 'báo cáo');
    await rm(join(folder, first));
    await symlink(join(folder, '../ngoai.pdf'), join(folder, first));
    expect(await verifyFolder(folder)).toMatchObject({ missing: [first] });
    await rm(join(folder, '../ngoai.pdf'));
  });

  it('can be verified after Excel saved the index anew', async () => {
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(join(folder, INDEX_WORKBOOK));
    book.getWorksheet('Danh mục')!.getCell('N5').value = 'ghi chú của đoàn';
    await book.xlsx.writeFile(join(folder, INDEX_WORKBOOK));
    expect(await verifyFolder(folder)).toEqual({ unchanged: 3, ...nothing });
  });

  it('cannot be verified without its index, or by something else', async () => {
    expect(await verifyFolder(join(folder, 'không có'))).toBe('no_folder');
    expect(await verifyFolder(join(folder, '2026/Tieu-chi-07/7.1'))).toBe('no_index');
    await put(INDEX_WORKBOOK, 'không phải bảng tính');
    expect(await verifyFolder(folder)).toBe('index_unreadable');
  });

  it.each(['../../bi-mat.txt', '/etc/passwd', 'C:\\Windows\\win.ini', '2026//a'])(
    'is never looked for outside: %s',
    async (path) => {
      await put(INDEX_WORKBOOK, await workbookOf({ [path]: 'x' }));
      expect(await verifyFolder(folder)).toBe('index_unreadable');
    },
  );
});

describe('the index', () => {
  it('has the same bytes for the same content, and no text of it is a formula', async () => {
    const bytes = await readFile(join(folder, INDEX_WORKBOOK));
    expect(Buffer.from(await workbookOf(texts)).equals(bytes)).toBe(true);
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(book.getWorksheet('Danh mục')!.getCell('H3').type).toBe(exceljs.ValueType.String);
  });
});

describe('mang-non evidence verify', () => {
  async function run(...args: string[]) {
    const lines: string[] = [];
    const terminal = {
      out: (text: string) => void lines.push(text),
      error: (text: string) => void lines.push(text),
      colours: false,
    };
    return { code: await runCommandLine(['evidence', ...args], terminal), said: lines.join('\n') };
  }

  it('ends with 0 for a sound folder and with 3 when something is wrong', async () => {
    expect(await run('verify', folder)).toEqual({
      code: 0,
      said: 'Hồ sơ đúng như khi xuất: 3 tệp khớp mã băm.',
    });
    await put(first, 'khác');
    expect(await run('verify', folder)).toEqual({
      code: 3,
      said: `2 tệp khớp mã băm, 1 tệp bị sửa, 0 tệp thiếu, 0 tệp không có trong danh mục.\n  bị sửa  ${first}`,
    });
    const { code, said } = await run('verify', folder, '--json');
    expect([code, JSON.parse(said)]).toEqual([
      3,
      { asTakenOut: false, unchanged: 2, changed: [first], missing: [], extra: [] },
    ]);
  });

  it('writes no sign of a name that would change what is seen of the line', async () => {
    await put('2026/la\u202Efdp.exe', 'lạ');
    const { said } = await run('verify', folder);
    expect(said).toContain('thừa  2026/la\uFFFDfdp.exe');
  });

  it('ends with 2 for what is no such folder', async () => {
    expect((await run('verify', join(folder, 'đâu'))).code).toBe(2);
    expect((await run('verify')).code).toBe(2);
    expect((await run('xem', folder)).code).toBe(2);
  });
});
