import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Figure, given } from '../scoring/index.ts';
import { QD_06 } from '../scoring/testing/standards.ts';
import {
  type CheckedCells,
  findingsOfRound,
  findingsOfSheet,
  itemOf,
  itemsOfLevel,
  type OtherPeriod,
  partsAmong,
  sentenceOfFinding,
} from './index.ts';

const VILLAGE = itemsOfLevel(QD_06, 'village');
const AGES = ['', ':under_6', ':from_6_to_10', ':from_11_to_15'].map((part) => ({
  ...itemOf(QD_06, 'children_total')!,
  key: `children_total${part}`,
  part: part === '' ? null : (part.slice(1) as 'under_6'),
}));

const cells = (figures: Readonly<Record<string, Figure | number | boolean>>, comment: string | null = null) =>
  Object.fromEntries(
    Object.entries(figures).map(([key, figure]) => [
      key,
      { figure: typeof figure === 'object' ? figure : given(figure), comment },
    ]),
  ) as CheckedCells;
const other = (period: string, figures: Readonly<Record<string, number>>): OtherPeriod => ({
  period,
  figures: Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, given(value)])),
});

function check(
  entered: CheckedCells,
  { period = '2026-H1', others = [] as readonly OtherPeriod[], items = VILLAGE } = {},
) {
  const findings = findingsOfSheet({
    items,
    parts: partsAmong(QD_06, items),
    period,
    cells: entered,
    others,
  });
  return {
    findings,
    codes: findings.map(({ code }) => code),
    said: findings.map((finding) => sentenceOfFinding(finding, items, 'vi')),
  };
}

describe('whole against parts', () => {
  test('a part asked beside the whole is never larger', () => {
    const { findings, said } = check(cells({ children_total: 120, 'children_total:female': 130 }));
    expect(findings).toMatchObject([{ code: 'part_above_whole', severity: 'error', value: 130, whole: 120 }]);
    expect(said).toEqual([
      '“Tổng số trẻ em, trong đó nữ” (130) lớn hơn “Tổng số trẻ em” (120). Kiểm tra lại cả hai số.',
    ]);
  });

  test('nor is a numerator of the standard', () => {
    expect(check(cells({ under1_fully_immunised: 9, under1_total: 8 })).codes).toEqual(['part_above_whole']);
  });

  test('the age groups together are the whole', () => {
    const ages = (total: number, ...[small, middle, big]: number[]) =>
      check(
        cells({
          children_total: total,
          'children_total:under_6': small!,
          'children_total:from_6_to_10': middle!,
          'children_total:from_11_to_15': big!,
        }),
        { items: AGES },
      ).findings;
    expect(ages(100, 40, 30, 30)).toEqual([]);
    expect(ages(100, 40, 30, 31)).toMatchObject([{ code: 'ages_above_whole', severity: 'error', sum: 101 }]);
    expect(ages(100, 40, 30, 28)).toMatchObject([{ code: 'ages_below_whole', severity: 'warning', sum: 98 }]);
  });

  test('what is not in yet, or does not apply, is compared with nothing', () => {
    const none = cells({
      children_total: { state: 'not_applicable', reason: 'không có trẻ em' },
      'children_total:female': 3,
      under1_total: { state: 'no_data' },
      under1_fully_immunised: 4,
    });
    expect(check(none).codes).toEqual([]);
  });
});

describe('period against period', () => {
  test('a standing number that jumps is explained, not blocked', () => {
    const { findings, said } = check(cells({ children_total: 40 }), {
      others: [other('2025-H2', { children_total: 120 })],
    });
    expect(findings).toMatchObject([{ code: 'jumped', severity: 'warning', answered: false }]);
    expect(said[0]).toContain('6 tháng cuối năm 2025 là 120, kỳ này 40');
  });

  test('a comment at the cell answers it', () => {
    const { findings } = check(cells({ children_total: 40 }, 'Tách thôn'), {
      others: [other('2025-H2', { children_total: 120 })],
    });
    expect(findings).toMatchObject([{ code: 'jumped', answered: true }]);
  });

  test('what happens may differ from one period to the next as it likes', () => {
    expect(
      check(cells({ children_injured: 20 }), { others: [other('2025-H2', { children_injured: 2 })] }).codes,
    ).toEqual([]);
  });

  test('what is counted from the beginning of the year on does not fall within it', () => {
    const others = [other('2026-H1', { children_checked: 60 })];
    expect(check(cells({ children_checked: 55 }), { period: '2026-H2', others }).findings).toMatchObject([
      { code: 'fell_within_year', severity: 'error', before: 60, period: '2026-H1' },
    ]);
    expect(check(cells({ children_checked: 55 }), { period: '2027-H1', others }).codes).toEqual([]);
  });

  test('the quarters of a half come to the half', () => {
    const quarters = [other('2026-Q1', { children_injured: 3 }), other('2026-Q2', { children_injured: 4 })];
    expect(check(cells({ children_injured: 7 }), { others: quarters }).codes).toEqual([]);
    const { findings, said } = check(cells({ children_injured: 9 }), { others: quarters });
    expect(findings).toMatchObject([{ code: 'periods_differ', longer: '2026-H1', sum: 7, known: 2, all: 2 }]);
    expect(said[0]).toContain('6 tháng đầu năm 2026 ghi 9, nhưng 2 kỳ ngắn hơn cộng lại là 7');
  });

  test('a quarter alone is below its half, and strikes only when it is above', () => {
    const half = (value: number) =>
      check(cells({ children_injured: 5 }), {
        period: '2026-Q1',
        others: [other('2026-H1', { children_injured: value })],
      }).codes;
    expect([half(6), half(4)]).toEqual([[], ['periods_differ']]);
  });

  test('months come to their quarter and not to another', () => {
    const months = ['2026-04', '2026-05', '2026-06'].map((period) => other(period, { children_injured: 2 }));
    const quarter = (period: string) =>
      check(cells({ children_injured: 6 }), { period, others: months }).codes;
    expect([quarter('2026-Q2'), quarter('2026-Q3')]).toEqual([[], []]);
  });
});

describe('outliers against the own past', () => {
  const injured = (past: readonly number[], now: number) =>
    check(cells({ children_injured: now }), {
      period: '2026-Q1',
      others: past.map((value, index) =>
        other(`202${5 - Math.floor(index / 4)}-Q${4 - (index % 4)}`, { children_injured: value }),
      ),
    });

  test('are explained by what the place said before', () => {
    const { findings, said } = injured([3, 6, 4, 5], 40);
    expect(findings).toMatchObject([{ code: 'unlike_own_past', severity: 'warning', least: 3, most: 6 }]);
    expect(said[0]).toContain('các kỳ trước 3–6, kỳ này 40');
  });

  test('are no outliers where counts are small', () => {
    expect([injured([0, 0, 1], 5).codes, injured([1, 2, 0, 1], 4).codes]).toEqual([[], []]);
  });

  test('need three periods to stand out from', () => {
    expect(injured([3, 4], 40).codes).toEqual([]);
  });

  test('are never what lies between the least and the most of the past', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 3, maxLength: 8 }), fc.nat(100), (past, share) => {
        const [least, most] = [Math.min(...past), Math.max(...past)];
        const within = least + Math.round(((most - least) * share) / 100);
        expect(injured(past, within).codes).not.toContain('unlike_own_past');
      }),
    );
  });
});

const ROW = {
  children_total: 120,
  children_injured: 3,
  under1_total: 9,
  under5_weighed: 40,
  children_checked: 100,
};

describe('duplicates', () => {
  const round = (sheets: readonly { place: string; cells: CheckedCells }[]) =>
    findingsOfRound({ items: VILLAGE, sheets, beyond: {}, elsewhere: [] });

  test('a row copied unchanged from the period before is noticed', () => {
    const { codes, said } = check(cells(ROW), {
      others: [other('2025-H2', ROW), other('2025-H1', { ...ROW, children_total: 1 })],
    });
    expect(codes).toEqual(['copied_from_before']);
    expect(said[0]).toContain('giống hệt 6 tháng cuối năm 2025');
    expect(check(cells({ ...ROW, under1_total: 8 }), { others: [other('2025-H2', ROW)] }).codes).toEqual([]);
  });

  test('two places that say exactly the same are noticed together', () => {
    const findings = round([
      { place: 'b', cells: cells(ROW) },
      { place: 'c', cells: cells({ ...ROW, children_total: 121 }) },
      { place: 'a', cells: cells(ROW) },
    ]);
    expect(findings).toMatchObject([{ code: 'same_as_other_place', places: ['a', 'b'] }]);
    expect(sentenceOfFinding(findings[0]!, VILLAGE, 'vi', (place) => `Thôn ${place}`)).toContain(
      'Thôn a, Thôn b có số liệu giống hệt nhau',
    );
  });

  test('rows of zeros are no duplicates', () => {
    const zeros = cells(Object.fromEntries(VILLAGE.map(({ key }) => [key, 0])));
    expect(
      round([
        { place: 'a', cells: zeros },
        { place: 'b', cells: zeros },
      ]),
    ).toEqual([]);
  });
});

describe('the sum of the villages against another source', () => {
  const against = (value: number, figures: readonly (Figure | number)[]) =>
    findingsOfRound({
      items: VILLAGE,
      sheets: figures.map((figure, index) => ({
        place: String(index),
        cells: cells({ under1_total: figure }),
      })),
      beyond: {},
      elsewhere: [{ item: 'under1_total', value, source: 'Trạm Y tế' }],
    });

  test('differs only when all villages are in, or are above it already', () => {
    const missing = { state: 'no_data' } as const;
    expect(against(10, [4, 6])).toEqual([]);
    expect(against(10, [4, missing])).toEqual([]);
    expect(against(10, [4, 7, missing])).toMatchObject([{ sum: 11, in: 2, asked: 3 }]);
    const [finding] = against(10, [4, 5]);
    expect(sentenceOfFinding(finding!, VILLAGE, 'vi')).toContain(
      '2/2 nơi cộng lại là 9, Trạm Y tế ghi 10. Đối chiếu hai nguồn.',
    );
  });

  test('does not wait for a village that the figure does not apply to', () => {
    const none = { state: 'not_applicable', reason: 'không có trẻ' } as const;
    expect(against(10, [4, 5, none])).toMatchObject([{ sum: 9, in: 2, asked: 2 }]);
  });
});

describe('the checks', () => {
  const counts = fc.record(
    Object.fromEntries(
      VILLAGE.map(({ key, collection }) => [key, collection.asked === 'yes_no' ? fc.boolean() : fc.nat(50)]),
    ),
  ) as fc.Arbitrary<Record<string, number | boolean>>;

  /** Every whole is at least its largest part. */
  function consistent(figures: Readonly<Record<string, number | boolean>>) {
    const whole = { ...figures };
    for (let again = true; again; ) {
      again = false;
      for (const [part, of] of partsAmong(QD_06, VILLAGE))
        if (Number(whole[part]) > Number(whole[of])) {
          whole[of] = whole[part]!;
          again = true;
        }
    }
    return whole;
  }

  test('find nothing amiss between parts and wholes of a sheet that is consistent', () => {
    fc.assert(
      fc.property(counts, (figures) => {
        expect(check(cells(consistent(figures))).codes).toEqual([]);
      }),
    );
  });

  test('do not depend on the order of places or of other periods', () => {
    fc.assert(
      fc.property(
        fc.array(counts, { minLength: 2, maxLength: 6 }),
        fc.array(counts, { maxLength: 5 }),
        (rows, past) => {
          const sheets = rows.flatMap((row, index) => [
            { place: `p${index}`, cells: cells(row) },
            { place: `q${index}`, cells: cells(row) },
          ]);
          const round = (order: typeof sheets) =>
            findingsOfRound({
              items: VILLAGE,
              sheets: order,
              beyond: {},
              elsewhere: [{ item: 'children_total', value: 9, source: null }],
            });
          expect(new Set(round([...sheets].reverse()).map((one) => JSON.stringify(one)))).toEqual(
            new Set(round(sheets).map((one) => JSON.stringify(one))),
          );
          const others = past.map((row, index) => other(`202${index}-H2`, row as Record<string, number>));
          expect(check(cells(rows[0]!), { others: [...others].reverse() }).findings).toEqual(
            check(cells(rows[0]!), { others }).findings,
          );
        },
      ),
    );
  });

  test('say every finding in both languages', () => {
    fc.assert(
      fc.property(counts, counts, (now, before) => {
        const { findings } = check(cells(now), {
          others: [other('2025-H2', before as Record<string, number>)],
        });
        for (const finding of findings)
          for (const language of ['vi', 'en'] as const)
            expect(sentenceOfFinding(finding, VILLAGE, language)).toMatch(/^[^{}]+\.$/u);
      }),
      { numRuns: 40 },
    );
  });
});
