import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import {
  type GivenPlace,
  type GivenRound,
  givenPlaces,
  givenRound,
} from '../../../test/support/collection.ts';
import { type TestClock, testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  assessmentContext,
  givenCycle,
  givenWard,
  testStandards,
  type Ward,
} from '../../../test/support/ward.ts';
import { given } from '../../domain/scoring/index.ts';
import { newId, sqlBuilder, withReadScope } from '../../platform/database/index.ts';
import { placesRoutes } from '../places/index.ts';
import { changePlaces } from './commands/change-places.ts';
import {
  collectedFigures,
  type DeedOfSheet,
  doWithSheet,
  type RollUpDependencies,
  rollUpRoutes,
  saveCells,
} from './index.ts';
import { findRolledInputs } from './queries/roll-up.ts';

let base: TestDatabase;
let clock: TestClock;
let dependencies: RollUpDependencies;
let ward: Ward;
let villages: GivenPlace[];
let round: GivenRound;
let serial = 0;

const INPUT = 'under1_total';

beforeAll(async () => {
  base = await createTestDatabase();
});
afterAll(() => base.drop());
beforeEach(async () => {
  serial++;
  clock = testClock();
  const context = await assessmentContext(base.database);
  dependencies = { ...context, clock, assets: testAssets, collected: collectedFigures };
  ward = await givenWard(base.database, { code: String(93_000 + serial), name: `Sáp nhập ${serial}` });
  await givenCycle(base.database, ward);
  villages = await givenPlaces(base.database, ward, 2);
  round = await givenRound(base.database, ward, villages);
  await handIn(round.sheets[0]!, 40);
  await handIn(round.sheets[1]!, 50);
});

const officer = () => ward.people.culture_society;
const doWith = (sheet: string, deed: DeedOfSheet, reason: string | null = null) =>
  doWithSheet(dependencies, officer(), { id: sheet, round: null }, deed, { reason });

/** A sheet with its figure, handed in and accepted; some time passes. */
async function handIn(sheet: string, value: number, seenRevision = 0): Promise<void> {
  const cell = { sheet, item: INPUT, figure: given(value), comment: null, after: null };
  await saveCells(dependencies, officer(), [{ id: newId<string>(), ...cell, seenRevision }], 'grid');
  await doWith(sheet, 'submit');
  await doWith(sheet, 'accept');
  clock.pass({ minutes: 1 });
}

/** Both villages are merged from 1 June on, by the form of the list of places. */
async function merge(into: Readonly<Record<string, string>>): Promise<string> {
  const answer = await actingAs(placesRoutes(dependencies), officer()).post(
    `/don-vi/${ward.code}/dia-ban/gop?loai=thon`,
    {
      ...Object.fromEntries(villages.map(({ id }) => [`noi.${id}`, 'co'])),
      ngay: '01/06/2026',
      can_cu: '',
      ...into,
    },
  );
  expect(answer.status).toBe(303);
  clock.pass({ minutes: 1 });
  return /dia-ban\/([0-9a-f-]{36})/.exec(answer.headers.get('location')!)![1]!;
}

async function rolled() {
  const { standard } = (await testStandards()).latest('qd-06-2019')!;
  const found = await withReadScope(base.database, officer(), (scope) =>
    findRolledInputs(scope, ward.unitId, 2026, standard, [INPUT]),
  );
  const { figure, complete, coverage } = found.get(INPUT)!.accepted;
  return { figure, complete, asked: coverage.asked };
}

const placesPage = async () =>
  (
    await actingAs(rollUpRoutes(dependencies), officer()).get(
      `/don-vi/${ward.code}/so-lieu/tong-hop/${INPUT}?nam=2026`,
    )
  ).text();

describe('a merger that is recorded after the villages were accepted', () => {
  test('drops no figure where one of them stays, and counts by it alone once it has handed in anew', async () => {
    const [first] = villages as [GivenPlace, GivenPlace];
    expect(await rolled()).toEqual({ figure: given(90), complete: true, asked: 2 });
    await merge({ thanh: first.id });
    expect(await rolled()).toEqual({ figure: given(90), complete: true, asked: 2 });
    expect(await placesPage()).toContain(
      'Vẫn tính số này, đến khi Thôn 1 nộp phiếu sau ngày ghi gộp hoặc tách.',
    );

    const [sheet] = round.sheets as [string, string];
    await doWith(sheet, 'return', 'Nộp lại cho cả thôn sau khi gộp');
    expect(await rolled()).toEqual({ figure: given(50), complete: false, asked: 2 });
    await handIn(sheet, 91, 1);
    expect(await rolled()).toEqual({ figure: given(91), complete: true, asked: 1 });
    const page = await placesPage();
    expect(page).toContain('Không tính: phiếu của Thôn 1 đã trả lời thay.');
    expect(page).toContain('hết hiệu lực từ 01/06/2026');
  });

  test('drops no figure where a new village comes of it, and waits for that one’s sheet', async () => {
    const merged = await merge({ thanh: 'moi', loai_hinh: 'thôn', ten: 'Hợp Nhất' });
    expect(await rolled()).toEqual({ figure: given(90), complete: true, asked: 2 });
    const address = { unitCode: ward.code, roundId: round.id };
    await changePlaces(dependencies, officer(), address, { add: [merged], remove: [], agreed: false });
    expect(await rolled()).toEqual({ figure: given(90), complete: true, asked: 2 });
    expect(await placesPage()).toContain('Chưa tính: đang lấy số của Thôn 1, Thôn 2.');

    const sheet = await withReadScope(base.database, officer(), (scope) =>
      scope.first(sqlBuilder.selectFrom('collection_sheet').where('place_id', '=', merged).select('id')),
    );
    await handIn(sheet!.id, 92);
    expect(await rolled()).toEqual({ figure: given(92), complete: true, asked: 1 });
    expect(await placesPage()).toContain('Không tính: phiếu của Thôn Hợp Nhất đã trả lời thay.');
  });
});
