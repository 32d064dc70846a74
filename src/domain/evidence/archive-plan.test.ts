import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArchivedFile, archivePath, LONGEST_PATH, yearFolder } from './archive-path.ts';
import { type EvidenceInUse, LARGEST_ARCHIVE, planArchive, tooLarge } from './archive-plan.ts';

const named = (over: Partial<ArchivedFile> = {}): ArchivedFile => ({
  year: 2026,
  criterion: 7,
  indicator: '7.1',
  place: 1,
  number: '41',
  symbol: 'BC-TYT',
  title: 'Báo cáo tiêm chủng',
  mediaType: 'application/pdf',
  redacted: false,
  ...over,
});

describe('the name of a file in the file of the year', () => {
  it('tells year, criterion, indicator, number and title', () => {
    expect(archivePath(named(), '2026')).toBe('2026/Tieu-chi-07/7.1/01_41-BC-TYT_Bao-cao-tiem-chung.pdf');
    expect(archivePath(named({ number: null, symbol: null }), yearFolder(2026, 2026, 2030))).toBe(
      'Giai-doan-2026-2030/2026/Tieu-chi-07/7.1/01_Bao-cao-tiem-chung.pdf',
    );
  });

  it('says that it is the redacted copy', () => {
    expect(archivePath(named({ redacted: true, mediaType: 'image/png' }), '2026')).toMatch(/_ban-che\.png$/);
  });

  it('ends as programs know its kind', () => {
    const endOf = (mediaType: string) => archivePath(named({ mediaType }), '2026').split('.').at(-1);
    expect(endOf('application/vnd.oasis.opendocument.spreadsheet')).toBe('ods');
    expect(endOf('image/heif')).toBe('heif');
    expect(endOf('text/plain; charset=utf-8')).toBe('txt');
  });

  it('leads nowhere else and can be written by every program, whatever the title', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('../../etc/passwd', 'C:\\Windows\\con', '..', 'đường/dẫn', 'a'.repeat(500), 'Đ\u0301ộ'),
    );
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 9_999 }), (title, number, place) => {
        const path = archivePath(named({ title, number, place, criterion: 13 }), 'Giai-doan-2026-2030/2026');
        expect(path).toMatch(/^[A-Za-z0-9._/-]+$/);
        expect(path.length).toBeLessThanOrEqual(LONGEST_PATH);
        expect(path.split('/')).toHaveLength(5);
        expect(path.split('/').some((part) => /^\.|\.$|^$/.test(part))).toBe(false);
      }),
    );
  });
});

const content = (sha256: string, size = 10) => ({ sha256, size, mediaType: 'application/pdf' });
const use = (over: Partial<EvidenceInUse> = {}): EvidenceInUse => ({
  year: 2026,
  criterion: 7,
  indicator: '7.1',
  evidenceId: 'e',
  title: 'Báo cáo',
  number: '1',
  symbol: 'BC',
  issuedOn: '2026-10-02',
  extract: null,
  pages: 3,
  addedAt: new Date('2026-10-02T03:00:00Z'),
  confidentiality: 'internal',
  showsChildren: false,
  scan: 'clean',
  withdrawn: false,
  file: content('a'),
  redacted: null,
  ...over,
});
const plan = (...uses: readonly EvidenceInUse[]) => planArchive(uses, 2026, 2026);

describe('what goes into the file of the year', () => {
  it('a file used twice stands in both folders', () => {
    const { included, size } = plan(use(), use({ criterion: 8, indicator: '8.1' }));
    expect(included.map(({ path }) => path)).toEqual([
      '2026/Tieu-chi-07/7.1/01_1-BC_Bao-cao.pdf',
      '2026/Tieu-chi-08/8.1/01_1-BC_Bao-cao.pdf',
    ]);
    expect(size).toBe(20);
  });

  it('files of the same number and title are told apart', () => {
    const paths = plan(use(), use(), use()).included.map(({ path }) => path);
    expect(new Set(paths).size).toBe(3);
  });

  it('of what shows children the redacted copy, and nothing where there is none', () => {
    const { included } = plan(use({ showsChildren: true, redacted: content('b') }));
    expect(included).toMatchObject([{ redacted: true, content: { sha256: 'b' } }]);
    expect(plan(use({ showsChildren: true })).leftOut).toMatchObject([{ because: 'children_without_copy' }]);
  });

  it('nothing restricted, withdrawn, infected, waiting for its scan or without a file', () => {
    const { included, leftOut } = plan(
      use({ confidentiality: 'restricted', redacted: content('b') }),
      use({ withdrawn: true }),
      use({ scan: 'infected' }),
      use({ scan: 'waiting' }),
      use({ file: null }),
    );
    expect(included).toEqual([]);
    expect(leftOut.map(({ because }) => because)).toEqual([
      'restricted',
      'withdrawn',
      'infected',
      'scan_waiting',
      'without_file',
    ]);
  });

  it('no more than a ZIP can hold', () => {
    expect(tooLarge(plan(use()))).toBeNull();
    expect(tooLarge(plan(use({ file: content('a', LARGEST_ARCHIVE + 1) })))).toBe('bytes');
    expect(tooLarge(plan(...Array.from({ length: 2_001 }, () => use())))).toBe('files');
  });
});
