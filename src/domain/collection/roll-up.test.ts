import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodsOf } from '../calendar/index.ts';
import { type Figure, given } from '../scoring/index.ts';
import { QD_06 } from '../scoring/testing/standards.ts';
import {
  type AskedCell,
  cellsOfRounds,
  coverageSentence,
  type RoundOfYear,
  rollUp,
  type SheetState,
  type Standpoint,
  sentenceOfRollUp,
  type Tally,
  talliesOf,
  withCell,
} from './index.ts';

const KHOI_PHO = { places: 'khối phố', language: 'vi' } as const;

const cell = (input: string, value: number | null, over: Partial<AskedCell> = {}): AskedCell => ({
  input,
  level: 'village',
  period: '2026-H1',
  sheetState: 'accepted',
  state: value === null ? 'no_data' : 'given',
  value,
  ...over,
});

function rolled(input: string, cells: readonly AskedCell[], standpoint: Standpoint = 'submitted') {
  return rollUp(input, QD_06.inputs[input]!, talliesOf(cells), 2026, standpoint, 'không phát sinh');
}
const figure = (input: string, cells: readonly AskedCell[], standpoint?: Standpoint): Figure | undefined =>
  rolled(input, cells, standpoint)?.figure;

describe('over places', () => {
  test('numbers of the villages are added up', () => {
    expect(figure('children_total', [cell('children_total', 120), cell('children_total', 83)])).toEqual(
      given(203),
    );
  });

  test('villages that say yes are counted', () => {
    const cells = [1, 0, 1].map((value) => cell('villages_with_play_area', value));
    expect(figure('villages_with_play_area', cells)).toEqual(given(2));
  });

  test('yes of one organisation is enough where one is enough', () => {
    const forum = (value: number) =>
      cell('children_forum_held', value, { level: 'organisation', period: '2026' });
    expect(figure('children_forum_held', [forum(0), forum(1)])).toEqual(given(true));
    expect(figure('children_forum_held', [forum(0), forum(0)])).toEqual(given(false));
  });

  test('a village that is missing leaves the sum partial, and is named', () => {
    const cells = [120, 83, null].map((value) => cell('children_total', value));
    expect(rolled('children_total', cells)).toMatchObject({
      figure: { value: 203 },
      complete: false,
      coverage: { asked: 3, in: 2, accepted: 2 },
    });
    expect(coverageSentence(rolled('children_total', cells)!, KHOI_PHO)).toBe(
      '2/3 khối phố đã nộp, 2 đã chấp nhận, 1 còn thiếu',
    );
  });

  test('what lies on a sheet that is open or returned is not in yet', () => {
    const state = (sheetState: SheetState) => cell('children_total', 50, { sheetState });
    expect(rolled('children_total', [state('open'), state('returned'), state('submitted')])).toMatchObject({
      figure: { value: 50 },
      coverage: { asked: 3, in: 1, accepted: 0 },
    });
  });

  test('of the accepted sheets alone it is what they say', () => {
    const cells = [cell('children_total', 50), cell('children_total', 70, { sheetState: 'submitted' })];
    expect([figure('children_total', cells), figure('children_total', cells, 'accepted')]).toEqual([
      given(120),
      given(50),
    ]);
    expect(rolled('children_total', cells)!.complete).toBe(true);
    expect(rolled('children_total', cells, 'accepted')!.complete).toBe(false);
  });

  test('a village to which it does not apply is not missing; where it applies to none, neither does it to the unit', () => {
    const none = cell('under1_total', null, { state: 'not_applicable' });
    expect(rolled('under1_total', [cell('under1_total', 4), none])).toMatchObject({
      figure: { value: 4 },
      complete: true,
      coverage: { asked: 1, in: 1 },
    });
    expect(rolled('under1_total', [none, none])).toMatchObject({
      figure: { state: 'not_applicable', reason: 'không phát sinh' },
      complete: true,
    });
  });

  test('a village that says it does not apply and waits to be accepted has answered', () => {
    const waits = cell('under1_total', null, { state: 'not_applicable', sheetState: 'submitted' });
    const missing = cell('under1_total', null, { sheetState: 'open' });
    expect(rolled('under1_total', [cell('under1_total', 4), waits, missing], 'accepted')).toMatchObject({
      figure: { value: 4 },
      complete: false,
      coverage: { asked: 3, in: 2, accepted: 1 },
    });
  });

  test('what is not due yet is not due, and is no zero', () => {
    const later = cell('under1_total', null, { state: 'not_due' });
    expect(figure('under1_total', [later, later])).toEqual({ state: 'not_due' });
    expect(figure('under1_total', [later, cell('under1_total', null)])).toEqual({ state: 'not_due' });
    expect(rolled('under1_total', [later, cell('under1_total', 0)])).toMatchObject({
      figure: { value: 0 },
      complete: false,
    });
  });

  test('where nobody was asked there is nothing to say', () => {
    expect(rolled('children_total', [])).toBeNull();
  });
});

describe('over periods', () => {
  const quarter = (nth: number, value: number | null) =>
    cell('children_injured', value, { period: `2026-Q${nth}` });

  test('what happens is added up, and quarters to come are named', () => {
    const half = rolled('children_injured', [quarter(1, 3), quarter(2, 4)])!;
    expect(half).toMatchObject({
      figure: { value: 7 },
      complete: false,
      periodsToCome: ['2026-Q3', '2026-Q4'],
    });
    expect(sentenceOfRollUp(half, KHOI_PHO)).toBe(
      '7: cộng các nơi, từ quý I năm 2026 đến quý II năm 2026 (2/2 phiếu của khối phố đã nộp, 2 đã chấp nhận). ' +
        'Cộng các kỳ: quý I năm 2026: 3; quý II năm 2026: 4. Chưa thu thập quý III năm 2026, quý IV năm 2026.',
    );
    expect(
      rolled(
        'children_injured',
        [1, 2, 3, 4].map((nth) => quarter(nth, 1)),
      )!.complete,
    ).toBe(true);
  });

  test('a standing number is what the latest period says that says something', () => {
    const half = (nth: number, value: number | null) =>
      cell('children_total', value, { period: `2026-H${nth}` });
    expect(figure('children_total', [half(2, 90), half(1, 100)])).toEqual(given(90));
    const first = rolled('children_total', [half(2, null), half(1, 100)])!;
    expect(first).toMatchObject({ figure: { value: 100 }, coverage: { asked: 1, in: 1 } });
    expect(first.periods.map(({ period, counts }) => [period, counts])).toEqual([
      ['2026-H1', true],
      ['2026-H2', false],
    ]);
  });

  test('of the accepted sheets the latest period is the latest that was accepted', () => {
    const cells = [
      cell('children_total', 100),
      cell('children_total', 20, { period: '2026-H2', sheetState: 'submitted' }),
      cell('children_total', null, { period: '2026-H2', sheetState: 'open' }),
    ];
    expect(rolled('children_total', cells, 'accepted')).toMatchObject({
      figure: { value: 100 },
      complete: true,
    });
    expect(rolled('children_total', cells)).toMatchObject({ figure: { value: 20 }, complete: false });
  });

  test('months never count beside the quarter that they are part of', () => {
    const both = rolled('children_injured', [
      quarter(1, 9),
      cell('children_injured', 4, { period: '2026-01' }),
    ])!;
    expect(both).toMatchObject({ figure: { value: 9 }, kind: 'quarter', kindsLeftOut: ['month'] });
    expect(sentenceOfRollUp(both, KHOI_PHO)).toContain(
      'Số liệu theo tháng không cộng vào để không đếm hai lần.',
    );
  });

  test('without the own kind the longest counts', () => {
    const cells = ['2026-01', '2026-H1'].map((period, index) =>
      cell('children_injured', index + 1, { period }),
    );
    expect(rolled('children_injured', cells)).toMatchObject({ kind: 'half_year', figure: { value: 2 } });
  });

  test('an own kind that was asked for and is empty gives way to one that has numbers', () => {
    const cells = [quarter(1, null), cell('children_injured', 5, { period: '2026-H1' })];
    expect(rolled('children_injured', cells)).toMatchObject({ kind: 'half_year', figure: { value: 5 } });
  });

  test('the health station never counts beside the villages', () => {
    const station = cell('children_total', 205, { level: 'organisation' });
    expect(rolled('children_total', [station, cell('children_total', 203)])).toMatchObject({
      level: 'village',
      figure: { value: 203 },
    });
    expect(figure('children_total', [station, cell('children_total', null)])).toEqual(given(205));
  });
});

describe('what is only to be compared', () => {
  test('does not step in for villages whose sheets wait to be accepted', () => {
    const cells = [
      cell('children_total', 24, { sheetState: 'submitted' }),
      cell('children_total', 31, { level: 'organisation' }),
    ];
    expect(rolled('children_total', cells)).toMatchObject({ level: 'village', figure: { value: 24 } });
    expect(rolled('children_total', cells, 'accepted')).toMatchObject({
      level: 'village',
      figure: { state: 'no_data' },
      complete: false,
      coverage: { asked: 1, in: 1, accepted: 0 },
    });
  });

  test('nor does an accepted year for quarters that wait to be accepted', () => {
    const cells = [
      cell('children_injured', 3, { period: '2026-Q1', sheetState: 'submitted' }),
      cell('children_injured', 9, { period: '2026' }),
    ];
    for (const standpoint of ['submitted', 'accepted'] as const)
      expect(rolled('children_injured', cells, standpoint)).toMatchObject({ kind: 'quarter' });
    expect(figure('children_injured', cells, 'accepted')).toEqual({ state: 'no_data' });
  });
});

describe('the rounds of a year', () => {
  const round = (
    over: Partial<RoundOfYear>,
    ...sheets: readonly (readonly [string, number])[]
  ): RoundOfYear => ({
    id: 'a',
    level: 'village',
    period: '2026-H1',
    cutOff: '2026-06-14',
    ...over,
    sheets: sheets.map(([place, value]) => ({
      place,
      state: 'accepted',
      handedIn: null,
      inputs: ['children_total', 'children_injured'],
      figures: new Map([['children_total', { state: 'given' as const, value }]]),
    })),
  });

  const nothingChanged = { endOf: new Map(), successions: [] };

  test('ask what is asked, whether there is an answer or not', () => {
    const tallies = talliesOf(cellsOfRounds([round({}, ['one', 4], ['two', 5])], nothingChanged));
    expect(tallies.map(({ input, asked, accepted }) => [input, asked, accepted.sum])).toEqual([
      ['children_total', 2, 9],
      ['children_injured', 2, 0],
    ]);
  });

  test('ask no place that merely ended by the cut-off', () => {
    const since = { endOf: new Map([['one', '2026-08-01']]), successions: [] };
    const first = round({}, ['one', 40], ['two', 50]);
    const second = round({ id: 'b', period: '2026-H2', cutOff: '2026-11-14' }, ['one', 41], ['two', 51]);
    expect(rolled('children_total', cellsOfRounds([first], since))!.figure).toEqual(given(90));
    expect(rolled('children_total', cellsOfRounds([second, first], since))).toMatchObject({
      figure: { value: 51 },
      coverage: { asked: 1, in: 1 },
    });
  });

  test('that ask a place twice for the same count the one with the later cut-off', () => {
    const again = round({ id: 'b', cutOff: '2026-06-20' }, ['one', 45]);
    expect(
      figure('children_total', cellsOfRounds([again, round({}, ['one', 40], ['two', 5])], nothingChanged)),
    ).toEqual(given(50));
  });
});

describe('laws', () => {
  const inputs = ['children_total', 'children_injured', 'villages_with_play_area'] as const;
  const arbitraryCell: fc.Arbitrary<AskedCell> = fc
    .record({
      input: fc.constantFrom(...inputs),
      period: fc.constantFrom('2026-H1', '2026-H2', ...periodsOf(2026, 'quarter'), '2026-05'),
      level: fc.constantFrom('village' as const, 'organisation' as const),
      sheetState: fc.constantFrom(
        'open' as const,
        'submitted' as const,
        'accepted' as const,
        'returned' as const,
      ),
      state: fc.constantFrom(
        'given' as const,
        'no_data' as const,
        'not_applicable' as const,
        'not_due' as const,
      ),
      number: fc.nat(1000),
    })
    .map(({ number, ...rest }) => ({
      ...rest,
      value: rest.state !== 'given' ? null : rest.input === 'villages_with_play_area' ? number % 2 : number,
    }));
  const cells = fc.array(arbitraryCell, { maxLength: 40 });
  const all = (given: readonly AskedCell[] | readonly Tally[], tallies = false) =>
    inputs.flatMap((input) =>
      (['submitted', 'accepted'] as const).map((standpoint) =>
        rollUp(
          input,
          QD_06.inputs[input]!,
          tallies ? (given as readonly Tally[]) : talliesOf(given as readonly AskedCell[]),
          2026,
          standpoint,
          '–',
        ),
      ),
    );

  test('the order of the cells makes no difference', () => {
    fc.assert(
      fc.property(
        cells.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(all(shuffled)).toEqual(all(list));
        },
      ),
    );
  });

  test('one accepted cell more raises a sum by exactly its number', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }), fc.nat(1000), (numbers, more) => {
        const list = numbers.map((value, index) =>
          cell('children_injured', value, { period: `2026-Q${(index % 4) + 1}` }),
        );
        const value = (of: readonly AskedCell[]) => {
          const found = figure('children_injured', of, 'accepted');
          return found?.state === 'given' ? Number(found.value) : Number.NaN;
        };
        const added = [...list, cell('children_injured', more, { period: '2026-Q1' })];
        expect(value(added) - value(list)).toBe(more);
      }),
    );
  });

  test('cell after cell comes to the same as all at once', () => {
    fc.assert(
      fc.property(cells, (list) => {
        const tallies = new Map<string, Tally>();
        for (const one of list) {
          const key = `${one.input} ${one.level} ${one.period}`;
          tallies.set(key, withCell(tallies.get(key), one));
        }
        expect(all([...tallies.values()], true)).toEqual(all(list));
      }),
    );
  });

  test('never more is accepted than in, nor more in than asked', () => {
    fc.assert(
      fc.property(cells, (list) => {
        for (const one of all(list)) {
          if (one === null) continue;
          expect(one.coverage.accepted).toBeLessThanOrEqual(one.coverage.in);
          expect(one.coverage.in).toBeLessThanOrEqual(one.coverage.asked);
          expect(sentenceOfRollUp(one, KHOI_PHO)).toMatch(/^[^{}]+\.$/u);
        }
      }),
    );
  });
});
