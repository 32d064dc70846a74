import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Acting, actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import {
  type GivenPlace,
  type GivenRound,
  givenPlaces,
  givenPlacesOfOrganisations,
  givenRound,
} from '../../../test/support/collection.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  assessmentContext,
  givenCycle,
  givenWard,
  type OrganisationKind,
  testStandards,
  type Ward,
} from '../../../test/support/ward.ts';
import type { SheetState } from '../../domain/collection/index.ts';
import { type Figure, given } from '../../domain/scoring/index.ts';
import { newId, sqlBuilder, withReadScope, withScope } from '../../platform/database/index.ts';
import { assessmentRoutes, type EvidenceOnPages } from '../assessment/index.ts';
import { collectedFigures, type RollUpDependencies, rollUpRoutes, saveCells } from './index.ts';
import { findRolledInputs } from './queries/roll-up.ts';

let base: TestDatabase;
let dependencies: RollUpDependencies;
let ward: Ward;
let villages: GivenPlace[];
let round: GivenRound;
let serial = 0;

/** The library has tests of its own. */
const noEvidence: EvidenceOnPages = {
  counts: async () => [],
  ofCriterion: async () => ({ indicators: [], missing: [], check: '/' }),
};
const system = { kind: 'system', purpose: 'test' } as const;
const INPUTS = ['under1_total', 'under1_fully_immunised', 'villages_total'];

beforeAll(async () => {
  base = await createTestDatabase();
  const context = await assessmentContext(base.database);
  dependencies = { ...context, assets: testAssets, collected: collectedFigures };
});
afterAll(() => base.drop());
beforeEach(async () => {
  serial++;
  ward = await givenWard(base.database, { code: String(95_000 + serial), name: `Tổng hợp ${serial}` });
  await givenCycle(base.database, ward);
  villages = await givenPlaces(base.database, ward, 3);
  round = await givenRound(base.database, ward, villages);
});

/** Villages that say how many children under one they have, and how many of them are immunised; then what became of the sheets. */
async function said(
  rows: readonly (readonly [total: number, immunised: number])[],
  state: SheetState = 'accepted',
  of = round,
): Promise<void> {
  const cell = (sheet: string, item: string, figure: Figure) => ({
    id: newId<string>(),
    sheet,
    item,
    figure,
    comment: null,
    seenRevision: 0,
    after: null,
  });
  const cells = rows.flatMap(([total, immunised], index) => [
    cell(of.sheets[index]!, 'under1_total', given(total)),
    cell(of.sheets[index]!, 'under1_fully_immunised', given(immunised)),
  ]);
  await saveCells(dependencies, ward.people.culture_society, cells, 'grid');
  await become(state, of.sheets.slice(0, rows.length));
}

const become = (state: SheetState, sheets: readonly string[]) =>
  withScope(base.database, system, (scope) =>
    scope.rows(
      sqlBuilder
        .updateTable('collection_sheet')
        .set({ state, returned_reason: state === 'returned' ? 'xem lại' : null })
        .where('unit_id', '=', ward.unitId)
        .where('id', 'in', [...sheets]),
    ),
  );

const rolled = async () => {
  const { standard } = (await testStandards()).latest('qd-06-2019')!;
  return withReadScope(base.database, ward.people.culture_society, (scope) =>
    findRolledInputs(scope, ward.unitId, 2026, standard, INPUTS),
  );
};

const acting = (who: OrganisationKind): Acting => actingAs(rollUpRoutes(dependencies), ward.people[who]);
const criterion = (who: OrganisationKind): Acting =>
  actingAs(assessmentRoutes({ ...dependencies, evidence: noEvidence }), ward.people[who]);
const path = () => `/don-vi/${ward.code}/so-lieu/tong-hop?nam=2026`;
const criterionPath = () => `/don-vi/${ward.code}/tu-danh-gia/2026/tieu-chi/7`;
const take = (over: Readonly<Record<string, string>> = {}) => ({
  tieu_chi: '7',
  'lay.under1_total': 'accepted 0 24',
  ...over,
});
const figureNow = (input: string) =>
  withReadScope(base.database, ward.people.culture_society, (scope) =>
    scope.first(
      sqlBuilder
        .selectFrom('figure')
        .where('unit_id', '=', ward.unitId)
        .where('input', '=', input)
        .select(['value', 'note', 'revision']),
    ),
  );

const TWELVE = [
  [8, 7],
  [9, 9],
  [7, 6],
] as const;

describe('what villages said, as a figure of the year', () => {
  test('is the sum of those that are in, with who is missing', async () => {
    await said([TWELVE[0]]);
    await said([TWELVE[1]], 'submitted', { ...round, sheets: round.sheets.slice(1) });
    const { submitted, accepted } = (await rolled()).get('under1_total')!;
    expect([submitted.figure, accepted.figure]).toEqual([given(17), given(8)]);
    expect(submitted).toMatchObject({ complete: false, coverage: { asked: 3, in: 2, accepted: 1 } });
  });

  test('counts the villages in force at the cut-off', async () => {
    const merged = villages[0]!.id;
    await withScope(base.database, system, (scope) =>
      scope.rows(sqlBuilder.updateTable('place').set({ valid_until: '2026-05-01' }).where('id', '=', merged)),
    );
    const found = await rolled();
    expect(found.get('villages_total')!.accepted).toMatchObject({ figure: given(2), complete: true });
    expect(found.get('under1_total')!.submitted.coverage.asked).toBe(2);
  });

  test('asks of a place what its sheet asks, where that is not all of the round', async () => {
    await withScope(base.database, system, (scope) =>
      scope.rows(
        sqlBuilder
          .updateTable('collection_sheet')
          .set({ asked: ['children_total'] })
          .where('id', '=', round.sheets[0]!),
      ),
    );
    expect((await rolled()).get('under1_total')!.submitted.coverage.asked).toBe(2);
  });

  test('is nothing of another unit, nor of another year', async () => {
    await said(TWELVE);
    const stranger = await givenWard(base.database, { code: String(94_000 + serial), name: `Lạ ${serial}` });
    const { standard } = (await testStandards()).latest('qd-06-2019')!;
    const asked = (who: Ward, year: number) =>
      withReadScope(base.database, who.people.culture_society, (scope) =>
        findRolledInputs(scope, ward.unitId, year, standard, INPUTS),
      );
    expect([(await asked(stranger, 2026)).size, (await asked(ward, 2025)).size]).toEqual([0, 0]);
  });
});

describe('rolled-up figures', () => {
  test('are shown with coverage, how they came about, and what stands in the cycle', async () => {
    await said(TWELVE);
    const page = await (await acting('health_station').get(path())).text();
    expect(page).toContain('24: cộng các nơi, 6 tháng đầu năm 2026 (3/3 thôn đã chấp nhận).');
    expect(page).toContain('Chưa có số liệu');
    expect(page).toContain('Nhận cả 2 số của tiêu chí này');
  });

  test('are taken over by the owner, with a note that says from where', async () => {
    await said(TWELVE);
    const answer = await acting('health_station').post(
      path(),
      take({ 'lay.under1_fully_immunised': 'accepted 0 22' }),
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path()}&da_nhan=2`]);
    expect(await figureNow('under1_total')).toEqual({
      value: 24,
      note: 'Tổng hợp 3/3 thôn, 6 tháng đầu năm 2026.',
      revision: 1,
    });
    expect(await figureNow('under1_fully_immunised')).toMatchObject({ value: 22 });
  });

  test('that are not complete say so in the note', async () => {
    await said([TWELVE[0], TWELVE[1]]);
    await acting('health_station').post(path(), take({ 'lay.under1_total': 'accepted 0 17' }));
    expect((await figureNow('under1_total'))?.note).toBe(
      'Tổng hợp chưa đầy đủ, 6 tháng đầu năm 2026: 2/3 thôn đã chấp nhận, 1 còn thiếu.',
    );
  });

  test('are taken with sheets that are not accepted only when that is asked for', async () => {
    await said(TWELVE, 'submitted');
    const health = acting('health_station');
    expect((await health.post(path(), take())).status).toBe(409);
    expect((await health.post(path(), take({ 'lay.under1_total': 'submitted 0 24' }))).status).toBe(303);
    expect((await figureNow('under1_total'))?.note).toContain('3/3 thôn đã nộp, 0 đã chấp nhận');
  });

  test('are those of the villages, also while only what they are compared with is accepted', async () => {
    await said(TWELVE, 'submitted');
    const station = await givenPlacesOfOrganisations(base.database, ward, 'health_station');
    const compared = await givenRound(base.database, ward, station, {
      level: 'organisation',
      items: ['under1_total', 'under1_fully_immunised'],
    });
    await said([[31, 30]], 'accepted', compared);
    const page = await (await acting('health_station').get(path())).text();
    expect(page).toContain('24: cộng các nơi, 6 tháng đầu năm 2026 (3/3 thôn đã nộp, 0 đã chấp nhận).');
    expect(page).not.toContain('31');
    const taken = take({ 'lay.under1_total': 'accepted 0 31' });
    expect((await acting('health_station').post(path(), taken)).status).toBe(409);
    const owned = await criterion('health_station').post(criterionPath(), { under1_total: '24' });
    expect(owned.status, 'no reason is asked for what the villages said').toBe(200);
  });

  test('are refused when a sheet or the cycle has changed meanwhile', async () => {
    await said(TWELVE);
    const health = acting('health_station');
    const stale = await health.post(path(), take({ 'lay.under1_total': 'accepted 0 23' }));
    expect([stale.status, await stale.text()]).toEqual([409, 'collection.sheets-changed']);
    await criterion('health_station').post(criterionPath(), {
      under1_total: '30',
      'under1_total.ghi_chu': 'theo sổ',
    });
    const conflict = await health.post(path(), take());
    expect([conflict.status, (await conflict.text()).includes('vừa được người khác sửa thành “30”')]).toEqual(
      [409, true],
    );
  });

  test('are for nobody but the owner, of the criterion that is named', async () => {
    await said(TWELVE);
    const status = async (who: OrganisationKind, over = {}) =>
      (await acting(who).post(path(), take(over))).status;
    expect(await status('culture_society')).toBe(403);
    expect(await status('police')).toBe(404);
    expect(await status('health_station', { tieu_chi: '8' })).toBe(404);
    expect(await status('health_station')).toBe(303);
  });

  test('say of each place what it said, to who may see it', async () => {
    await said([TWELVE[0], TWELVE[1]]);
    const places = `/don-vi/${ward.code}/so-lieu/tong-hop/under1_total?nam=2026`;
    const page = await (await acting('health_station').get(places)).text();
    for (const words of ['Thôn 1', 'Thôn 3', 'đã chấp nhận', 'chưa nộp', round.sheets[0]!])
      expect(page).toContain(words);
    const status = async (who: OrganisationKind) => (await acting(who).get(places)).status;
    // The police answer for other criteria; the Front sees the whole assessment, and no sheet.
    expect([
      await status('police'),
      await status('fatherland_front'),
      await status('culture_society'),
    ]).toEqual([404, 404, 200]);
  });

  test('of a year that is not open wait for it', async () => {
    const page = await acting('health_station').get(`/don-vi/${ward.code}/so-lieu/tong-hop?nam=2027`);
    expect([page.status, (await page.text()).includes('Kỳ tự đánh giá năm 2027 chưa được mở')]).toEqual([
      200,
      true,
    ]);
  });
});

describe('the page of a criterion', () => {
  test('says under each figure where it comes from', async () => {
    await said([TWELVE[0], TWELVE[1]]);
    const page = await (await criterion('health_station').get(criterionPath())).text();
    expect(page).toContain('Nguồn: 2/3 thôn đã chấp nhận, 1 còn thiếu (6 tháng đầu năm 2026); tổng hợp 17.');
    expect(page).toContain('Điền số tổng hợp 17');
    expect(page).toContain('/so-lieu/tong-hop/under1_total?nam=2026');
  });

  test('fills the figure in without saving, and keeps what was typed', async () => {
    await said(TWELVE);
    const answer = await criterion('health_station').post(criterionPath(), {
      under1_total: '',
      under1_fully_immunised: '21',
      dien_tong_hop: 'under1_total',
    });
    const page = await answer.text();
    expect(page).toMatch(/name="under1_total"[^>]*value="24"/u);
    expect(page).toMatch(/name="under1_fully_immunised"[^>]*value="21"/u);
    expect(page).toContain('Số chưa được lưu');
    expect(await figureNow('under1_total')).toBeUndefined();
  });

  test('asks for a reason for a figure that is not what all accepted sheets come to', async () => {
    await said(TWELVE);
    const save = (fields: Readonly<Record<string, string>>) =>
      criterion('health_station').post(criterionPath(), { 'under1_total.lan_sua': '0', ...fields });
    const refused = await save({ under1_total: '25' });
    expect([
      refused.status,
      (await refused.text()).includes('khác số tổng hợp từ các phiếu đã chấp nhận (24)'),
    ]).toEqual([422, true]);
    expect((await save({ under1_total: '25', 'under1_total.ghi_chu': 'Thêm 1 trẻ chuyển đến' })).status).toBe(
      200,
    );
  });

  test('does not take the note of the figure that was taken over for a reason', async () => {
    await said(TWELVE);
    await acting('health_station').post(path(), take());
    const note = 'Tổng hợp 3/3 thôn, 6 tháng đầu năm 2026.';
    const changed = await criterion('health_station').post(criterionPath(), {
      under1_total: '25',
      'under1_total.ghi_chu': note,
      'under1_total.ghi_chu_da_thay': note,
      'under1_total.da_thay': 'given:24',
      'under1_total.lan_sua': '1',
    });
    expect(changed.status).toBe(422);
  });

  test('asks for no reason while a sheet is missing', async () => {
    await said([TWELVE[0], TWELVE[1]]);
    const saved = await criterion('health_station').post(criterionPath(), { under1_total: '25' });
    expect(saved.status).toBe(200);
  });
});

describe('statements', () => {
  async function statements(work: () => Promise<Response>): Promise<number> {
    const before = base.database.statements.count;
    await work();
    const sessionCheck = 1;
    return base.database.statements.count - before + sessionCheck;
  }

  test('are at most six for the rolled-up figures, one more for their places, ten to take them over', async () => {
    await said(TWELVE);
    const health = acting('health_station');
    expect(await statements(() => health.get(path()))).toBeLessThanOrEqual(6);
    const places = `/don-vi/${ward.code}/so-lieu/tong-hop/under1_total?nam=2026`;
    // The figure that they come to, and a page of the places: two questions, for the places are paged.
    expect(await statements(() => health.get(places))).toBeLessThanOrEqual(7);
    expect(await statements(() => health.post(path(), take()))).toBeLessThanOrEqual(10);
  });

  test('are one more for a criterion whose figures are collected: what the villages said', async () => {
    await said(TWELVE);
    const { collected: _, ...uncollected } = dependencies;
    const without = actingAs(
      assessmentRoutes({ ...uncollected, evidence: noEvidence }),
      ward.people.health_station,
    );
    const plain = await statements(() => without.get(criterionPath()));
    expect(await statements(() => criterion('health_station').get(criterionPath()))).toBe(plain + 1);
    // Seven with the session; the evidence of the criterion, which its own tests count, is one more.
    expect(plain + 1).toBeLessThanOrEqual(7);
  });
});

test('forty villages, every input and twelve months are rolled up in one statement', async () => {
  const many = await givenPlaces(base.database, ward, 40);
  const months = [];
  for (let month = 1; month <= 12; month++)
    months.push(
      await givenRound(base.database, ward, many, { period: `2026-${String(month).padStart(2, '0')}` }),
    );
  const { standard } = (await testStandards()).latest('qd-06-2019')!;
  const sheets = months.flatMap((month) => month.sheets);
  await become('accepted', sheets);
  await withScope(base.database, system, (scope) =>
    scope.rows(
      sqlBuilder.insertInto('collected_figure').values(
        sheets.map((sheet, index) => ({
          unit_id: ward.unitId,
          sheet_id: sheet,
          item: 'children_injured',
          state: 'given' as const,
          value: index % 3,
          reason: null,
          comment: null,
          changed_by: ward.people.culture_society.personId,
          changed_through: 'grid' as const,
          changed_at: new Date('2026-10-01T01:00:00Z'),
        })),
      ),
    ),
  );
  const before = base.database.statements.count;
  const found = await withReadScope(base.database, ward.people.culture_society, (scope) =>
    findRolledInputs(scope, ward.unitId, 2026, standard, Object.keys(standard.inputs)),
  );
  // Its own, the two that begin the transaction, and the one that ends it.
  expect(base.database.statements.count - before).toBe(4);
  expect(found.get('children_injured')!.submitted).toMatchObject({
    kind: 'month',
    figure: given(480),
    complete: true,
    coverage: { asked: 480, in: 480, accepted: 480 },
  });
});
