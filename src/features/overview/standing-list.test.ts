import { expect, test } from 'vitest';
import type { StandingSummary, UnitStanding } from './queries.ts';
import { overviewQuery } from './schema.ts';
import { type Progress, stageOf } from './stage.ts';
import { listStandings, PAGE_SIZE } from './standing-list.ts';

function unit(
  name: string,
  { progress = null, ...summary }: Partial<StandingSummary> & { progress?: Progress | null } = {},
): UnitStanding {
  return {
    code: name,
    type: 'commune',
    name,
    fullName: `Xã ${name}`,
    stage: stageOf(progress),
    progress,
    summary:
      progress === null
        ? null
        : {
            standardId: 'thu',
            standardVersion: 1,
            verdict: 'incomplete',
            total: null,
            least: 0,
            most: 1000,
            threshold: 800,
            points: [],
            disqualifyingZeros: [],
            provisional: false,
            ...summary,
          },
  };
}

const progress = (handedIn: number, accepted: number): Progress => ({ criteria: 13, handedIn, accepted });
const asked = (query: Record<string, string> = {}) => overviewQuery.parse(query);

test('a unit is at the last step only when every criterion has been accepted', () => {
  expect(stageOf(null)).toBe('not_opened');
  expect(stageOf(progress(12, 12))).toBe('entering');
  expect(stageOf(progress(13, 12))).toBe('handed_in');
  expect(stageOf(progress(13, 13))).toBe('accepted');
});

test('units stand in the order of the Vietnamese alphabet, Đ after D', () => {
  const { rows } = listStandings(
    [unit('Đoàn Kết'), unit('Na Sầm'), unit('Châu Sơn'), unit('Dương Liễu')],
    asked(),
  );
  expect(rows.map(({ name }) => name)).toEqual(['Châu Sơn', 'Dương Liễu', 'Đoàn Kết', 'Na Sầm']);
});

test('sorted by total, an open total counts what is certain and an unopened year comes last', () => {
  const open = { progress: progress(1, 0) };
  const { rows } = listStandings(
    [unit('chưa mở'), unit('đang nhập', { ...open, least: 500 }), unit('đủ', { ...open, total: 900 })],
    asked({ xep: 'tong' }),
  );
  expect(rows.map(({ name }) => name)).toEqual(['đủ', 'đang nhập', 'chưa mở']);
});

test('every count opens the list of its units', () => {
  const list = [
    unit('A'),
    unit('B', { progress: progress(13, 13), disqualifyingZeros: [3, 5] }),
    unit('C', { progress: progress(2, 0), disqualifyingZeros: [3] }),
  ];
  const whole = listStandings(list, asked());
  expect(whole.countByStage).toEqual({ not_opened: 1, entering: 1, handed_in: 0, accepted: 1 });
  expect(whole.zerosByCriterion).toEqual([
    { criterion: 3, units: 2 },
    { criterion: 5, units: 1 },
  ]);
  expect(listStandings(list, asked({ loc: 'disqualified' })).rows).toHaveLength(whole.disqualified);
  expect(listStandings(list, asked({ loc: 'accepted' })).rows.map(({ name }) => name)).toEqual(['B']);
});

test('65 units take two pages, and a page that does not exist is the last one', () => {
  const list = Array.from({ length: 65 }, (_, place) => unit(`Xã ${place + 1}`));
  expect(listStandings(list, asked()).rows).toHaveLength(PAGE_SIZE);
  expect(listStandings(list, asked({ trang: '9' }))).toMatchObject({ page: 2, pages: 2 });
});

test('an address that makes no sense shows the first page of everything', () => {
  expect(asked({ nam: 'abc', trang: '-1', xep: 'drop table', loc: '?' })).toEqual({
    nam: undefined,
    trang: 1,
    xep: 'ten',
    loc: undefined,
  });
});
