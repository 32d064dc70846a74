import { describe, expect, it } from 'vitest';
import qd06 from '../../../standards/qd-06-2019.json' with { type: 'json' };
import { type Figures, given, type Standard } from '../scoring/index.ts';
import {
  checkIndicator,
  type EvidenceReason,
  type EvidenceToCheck,
  evidenceReasonWords,
  type IndicatorReason,
  indicatorReasonWords,
  provenUntil,
} from './index.ts';

const standard = qd06 as unknown as Standard;
const indicatorOf = (code: string) =>
  standard.criteria.flatMap(({ indicators }) => indicators).find((one) => one.code === code)!;
const time = { year: 2026, until: '2026-09-30', today: '2026-10-15' };

/** A report that has nothing wrong with it; a test says what matters to it. */
const report = (over: Partial<EvidenceToCheck> = {}): EvidenceToCheck => ({
  id: 'bao-cao',
  title: 'Báo cáo tiêm chủng mở rộng',
  documentType: 'Báo cáo',
  number: '41',
  symbol: 'BC-TYT',
  issuedOn: '2026-10-02',
  extract: null,
  provesFrom: null,
  provesUntil: null,
  speaksOf: '2026-09-30',
  confidentiality: 'internal',
  expiresOn: null,
  showsChildren: false,
  withdrawn: false,
  file: { reading: 'read', scan: 'clean', hasRedactedCopy: false },
  figures: new Map(),
  ...over,
});
const scan = { reading: 'none', scan: 'clean', hasRedactedCopy: false } as const;
const figures: Figures = { under1_total: given(212), under1_fully_immunised: given(203) };
const check = (attached: readonly EvidenceToCheck[], code = '7.1', entered = figures) =>
  checkIndicator(indicatorOf(code), attached, entered, time);
/** State of the indicator, and the codes of all reasons: of the indicator, then of each file. */
const told = (...attached: readonly EvidenceToCheck[]) => {
  const { state, reasons, evidence } = check(attached);
  return [state, ...[...reasons, ...evidence.flatMap((one) => one.reasons)].map(({ code }) => code)].join(
    ' ',
  );
};

describe('the evidence of an indicator', () => {
  it('is enough when a sound report of the year is there', () => {
    expect(told(report())).toBe('enough');
  });

  it('is missing when nothing is attached', () => {
    expect(told()).toBe('missing no_evidence');
  });

  it('is missing when nothing attached can be used, and says why of each file', () => {
    expect(told(report({ withdrawn: true }))).toBe('missing no_evidence withdrawn');
    expect(told(report({ file: null }))).toBe('missing no_evidence without_file');
    expect(told(report({ file: { ...scan, reading: 'unreadable' } }))).toBe('missing no_evidence unreadable');
    expect(told(report({ file: { ...scan, scan: 'infected' } }))).toBe('missing no_evidence infected');
    expect(told(report({ provesFrom: '2025-01-01', provesUntil: '2025-12-31' }))).toBe(
      'missing no_evidence outside_period',
    );
    expect(told(report({ speaksOf: '2025-09-30' }))).toBe('missing no_evidence outside_period');
    expect(told(report({ expiresOn: '2025-12-31' }))).toBe('missing no_evidence expired');
  });

  it('is weak when the only file leaves a question', () => {
    expect(told(report({ number: null, symbol: null }))).toBe('weak unnumbered');
    expect(told(report({ expiresOn: '2026-06-30' }))).toBe('weak expired');
    expect(told(report({ confidentiality: 'restricted' }))).toBe('weak restricted');
    expect(told(report({ showsChildren: true }))).toBe('weak children_without_copy');
    expect(told(report({ file: { ...scan, scan: 'waiting' } }))).toBe('weak scan_waiting');
    expect(told(report({ speaksOf: null, issuedOn: '2023-03-01' }))).toBe('weak period_unknown');
  });

  it('is not spoilt by a weak file beside a sound one', () => {
    expect(told(report(), report({ number: null }))).toBe('enough unnumbered');
  });

  it('is spoilt by a file that says another figure than the one entered', () => {
    const found = new Map([['under1_total', [{ value: 215, line: 4 }]]]);
    expect(told(report(), report({ figures: found }))).toBe('weak figure_differs');
  });

  it('says which figures of a file agree', () => {
    const found = new Map([['under1_total', [{ value: 212, line: 4 }]]]);
    expect(check([report({ figures: found })]).evidence[0]!.agreeing).toEqual(['under1_total']);
  });

  it('compares nothing with a figure that was not entered', () => {
    const found = new Map([['under1_total', [{ value: 215, line: 4 }]]]);
    expect(check([report({ figures: found })], '7.1', {}).state).toBe('enough');
  });

  it('asks for a paper that says that nothing occurred where there was no case', () => {
    const [reason] = check([], '6.2', { severe_cases_total: given(0) }).reasons;
    expect(reason).toEqual({ code: 'no_evidence', attached: 0, nothingOccurred: true });
  });
});

describe('what needs no number', () => {
  it.each(['Ảnh', 'Danh sách', 'Sổ theo dõi'])('%s', (documentType) => {
    const paper = report({ documentType, number: null, symbol: null, issuedOn: null, file: scan });
    expect(told(paper)).toBe('enough');
  });

  it('an official document is also known by how its title begins', () => {
    expect(told(report({ documentType: null, number: null }))).toBe('weak unnumbered');
    expect(told(report({ documentType: null, title: 'Kế hoạch số 5', issuedOn: null }))).toBe(
      'weak unnumbered',
    );
    expect(told(report({ documentType: null, title: 'Ảnh buổi tiêm', number: null }))).toBe('enough');
  });
});

describe('the year that files prove', () => {
  const quarter = (from: string, until: string) => report({ provesFrom: from, provesUntil: until });
  const first = quarter('2026-01-01', '2026-03-31');
  const second = quarter('2026-04-01', '2026-06-30');
  const third = quarter('2026-07-01', '2026-09-30');

  it('may be put together of quarters', () => {
    expect(told(third, first, second)).toBe('enough');
  });

  it('has a gap where a quarter is not there', () => {
    expect(check([first, third]).reasons).toEqual([
      { code: 'part_of_year', from: '2026-04-01', until: '2026-06-30' },
    ]);
    expect(check([first, second]).reasons).toEqual([
      { code: 'part_of_year', from: '2026-07-01', until: '2026-09-30' },
    ]);
    expect(check([third]).reasons).toEqual([
      { code: 'part_of_year', from: '2026-01-01', until: '2026-06-30' },
    ]);
  });

  it('has one also where the next file begins after the time asked for', () => {
    const last = report({ provesFrom: '2026-11-01', provesUntil: '2026-12-31' });
    expect(check([first, last]).reasons).toEqual([
      { code: 'part_of_year', from: '2026-04-01', until: '2026-09-30' },
    ]);
    expect(check([last]).reasons).toEqual([
      { code: 'part_of_year', from: '2026-01-01', until: '2026-09-30' },
    ]);
  });

  it('is not asked for by the day where a file speaks of the whole year so far', () => {
    expect(told(first, report())).toBe('enough');
  });

  it('ends with the month before the criterion is due', () => {
    expect(provenUntil(2026, '2026-10-15')).toBe('2026-09-30');
    expect(provenUntil(2026, '2026-11-05')).toBe('2026-10-31');
    expect(provenUntil(2026, '2027-02-10')).toBe('2026-12-31');
    expect(provenUntil(2026, '2026-01-20')).toBe('2026-01-01');
  });
});

describe('several expected documents', () => {
  const decision = report({ documentType: 'Quyết định', title: 'Quyết định thành lập Ban bảo vệ trẻ em' });
  const minutes = report({ documentType: 'Biên bản', title: 'Biên bản giao ban tháng 9' });
  const board = (...attached: EvidenceToCheck[]) => check(attached, '1.3', {});

  it('are each looked for', () => {
    expect(board(decision, minutes).state).toBe('enough');
    expect(board(decision)).toMatchObject({
      state: 'weak',
      reasons: [{ code: 'expected_not_seen', expected: 'Biên bản giao ban' }],
    });
  });

  it('are taken for seen where as many other files are attached: a title may call it otherwise', () => {
    expect(board(decision, report({ documentType: 'Thông báo', title: 'Kết luận họp' })).state).toBe(
      'enough',
    );
  });
});

it('every reason says what and what to do next in both languages', () => {
  const ofFiles: EvidenceReason[] = [
    ...(
      [
        'without_file',
        'withdrawn',
        'infected',
        'unreadable',
        'outside_period',
        'scan_waiting',
        'period_unknown',
        'restricted',
        'children_without_copy',
      ] as const
    ).map((code) => ({ code })),
    { code: 'expired', on: '2026-06-30', beforeYear: false },
    { code: 'unnumbered', missing: ['number', 'symbol'] },
    { code: 'figure_differs', input: 'under1_total', found: 1215, line: 4, entered: 1212 },
  ];
  const ofIndicators: IndicatorReason[] = [
    { code: 'no_evidence', attached: 0, nothingOccurred: false },
    { code: 'no_evidence', attached: 2, nothingOccurred: false },
    { code: 'no_evidence', attached: 0, nothingOccurred: true },
    { code: 'expected_not_seen', expected: 'Biên bản giao ban' },
    { code: 'part_of_year', from: '2026-04-01', until: '2026-06-30' },
  ];
  for (const language of ['vi', 'en'] as const) {
    const words = [
      ...ofFiles.map((reason) => evidenceReasonWords(reason, standard, language)),
      ...ofIndicators.map((reason) => indicatorReasonWords(reason, language)),
    ];
    expect(new Set(words.map(({ what }) => what)).size).toBe(words.length);
    for (const { what, next } of words) expect(`${what}${next}`).toMatch(/^\S.*\.\S.*\.$/);
  }
  expect(evidenceReasonWords(ofFiles.at(-1)!, standard, 'vi').what).toBe(
    'Tổng số trẻ em dưới 1 tuổi: tệp ghi 1.215 (dòng 4), số đã nhập là 1.212.',
  );
});
