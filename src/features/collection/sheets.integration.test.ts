import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Acting, actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import {
  type GivenPlace,
  type GivenRound,
  givenPlaces,
  givenRound,
  placeActor,
} from '../../../test/support/collection.ts';
import { holdLock } from '../../../test/support/held-lock.ts';
import { type TestClock, testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, type OrganisationKind, testStandards, type Ward } from '../../../test/support/ward.ts';
import type { CellOperation } from '../../domain/collection/index.ts';
import { given } from '../../domain/scoring/index.ts';
import { newId, type PlaceActor, withReadScope } from '../../platform/database/index.ts';
import { setRoundState } from './commands/round-state.ts';
import {
  type CollectionDependencies,
  collectionRoutes,
  decideConflict,
  doWithSheet,
  saveCells,
  settleOwnConflicts,
  sheetsOfRound,
  undecidedConflicts,
} from './index.ts';

let base: TestDatabase;
let dependencies: CollectionDependencies & { readonly clock: TestClock };
let ward: Ward;
let villages: GivenPlace[];
let round: GivenRound;
let serial = 0;

beforeAll(async () => {
  base = await createTestDatabase();
  const clock = testClock();
  dependencies = { database: base.database, clock, standards: await testStandards(), assets: testAssets };
});
afterAll(() => base.drop());
beforeEach(async () => {
  serial++;
  ward = await givenWard(base.database, { code: String(94_000 + serial), name: `Phiếu ${serial}` });
  villages = await givenPlaces(base.database, ward, 2);
  round = await givenRound(base.database, ward, villages, {
    items: ['children_total', 'children_total:female', 'villages_with_play_area'],
  });
});

const as = (kind: OrganisationKind): Acting => actingAs(collectionRoutes(dependencies), ward.people[kind]);
const planner = () => as('culture_society');
const at = (rest = '') => `/don-vi/${ward.code}/so-lieu/${round.id}/phieu/${round.sheets[0]}${rest}`;
const locationOf = (answer: Response): string => answer.headers.get('location') ?? `no: ${answer.status}`;
const page = async (): Promise<string> => (await planner().get(at())).text();
/** What the boxes of the form of figures hold, with what it hides. */
async function form(): Promise<Record<string, string>> {
  const html = await page();
  const fields: Record<string, string> = {};
  for (const [tag] of html.slice(html.indexOf('id="so-lieu"')).matchAll(/<input [^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const name = attribute('name');
    if (name === undefined || (attribute('type') === 'radio' && !/\schecked/.test(tag))) continue;
    fields[name] ??= attribute('value') ?? '';
  }
  return fields;
}
const cell = (over: Partial<CellOperation> = {}): CellOperation => ({
  id: newId<string>(),
  sheet: round.sheets[0]!,
  item: 'children_total',
  figure: given(120),
  comment: null,
  seenRevision: 0,
  after: null,
  ...over,
});
const officer = () => ward.people.culture_society;
const conflicts = () =>
  withReadScope(base.database, officer(), (scope) =>
    undecidedConflicts(scope, ward.unitId, { round: round.id }),
  );

describe('the form of a sheet', () => {
  test('saves what was typed, in at most ten statements for the saving', async () => {
    const fields = await form();
    const before = base.database.statements.count;
    const answer = await planner().post(at(), {
      ...fields,
      children_total: '1.200',
      villages_with_play_area: 'co',
      'children_total:female.tinh_trang': 'not_applicable',
      'children_total:female.ly_do': 'Thôn không theo dõi',
    });
    // The reading before it, which tells what is asked, takes six.
    expect(base.database.statements.count - before).toBeLessThanOrEqual(15);
    expect(locationOf(answer)).toMatch(/xong=luu$/);
    const html = await page();
    expect(html).toContain('value="1200"');
    expect(html).toContain('Thôn không theo dõi');
    expect(html).toContain('Đủ số liệu');
  });

  test('sent twice is done once', async () => {
    const fields = { ...(await form()), children_total: '120' };
    await planner().post(at(), fields);
    await planner().post(at(), fields);
    const history = await (await planner().get(at('/lich-su?so_lieu=children_total'))).text();
    expect(history.match(/→/g)).toHaveLength(1);
    expect(await conflicts()).toEqual([]);
  });

  test('corrected after going back to it is not taken for what was sent before', async () => {
    const fields = await form();
    await planner().post(at(), { ...fields, children_total: '120' });
    const answer = await planner().post(at(), { ...fields, children_total: '125' });
    expect(locationOf(answer)).toContain('trung=co');
    expect(await conflicts()).toMatchObject([{ sent: { value: 125 }, stored: { value: 120 } }]);
  });

  test('keeps what could not be stored, and stores the rest', async () => {
    const answer = await planner().post(at(), {
      ...(await form()),
      children_total: '12,5',
      villages_with_play_area: 'khong',
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="12,5"');
    expect(html).toContain('Nhập một số nguyên.');
    expect(html).toMatch(/value="khong"[^>]*checked|checked[^>]*value="khong"/);
  });

  test('names each figure that could not be read, and says that the others are saved', async () => {
    const fields = {
      ...(await form()),
      children_total: 'x',
      'children_total:female': 'y',
      villages_with_play_area: 'co',
    };
    const html = await (await planner().post(at(), fields)).text();
    expect(html.match(/<a href="#children_total(:female)?">[^<]{5,}: Nhập một số nguyên\./g)).toHaveLength(2);
    expect(html).toContain('các số liệu khác đã lưu');
  });

  test('says of a figure that the round has ceased to ask meanwhile that it is not stored', async () => {
    const fields = { ...(await form()), villages_with_play_area: 'co' };
    const held = await holdLock(
      base.connectionString,
      `update collection_round set items = array['children_total'] where id = '${round.id}'`,
    );
    const answer = planner().post(at(), fields);
    await held.waitedFor(1);
    await held.release();
    expect((await answer).status).toBe(422);
    expect(await (await answer).text()).toContain('Số liệu này không còn được hỏi ở phiếu này.');
  });

  test('of a sheet accepted meanwhile shows what was typed and not saved', async () => {
    const fields = { ...(await form()), children_total: '46' };
    await doWithSheet(dependencies, officer(), { id: round.sheets[0]!, round: null }, 'submit');
    await doWithSheet(dependencies, officer(), { id: round.sheets[0]!, round: null }, 'accept');
    const answer = await planner().post(at(), fields);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Đã nhập nhưng chưa lưu: 46');
  });

  test('tells what the place said in the period before', async () => {
    const earlier = await givenRound(base.database, ward, villages, {
      period: '2025-H2',
      items: ['children_total'],
    });
    await saveCells(
      dependencies,
      officer(),
      [cell({ sheet: earlier.sheets[0]!, figure: given(118) })],
      'grid',
    );
    expect(await page()).toContain('6 tháng cuối năm 2025: 118');
  });

  test('shows a part that is above its whole, and submits all the same once that is known', async () => {
    const fields = { ...(await form()), children_total: '100', 'children_total:female': '101' };
    const asked = await planner().post(at('/nop'), fields);
    expect(asked.status).toBe(422);
    const html = await asked.text();
    expect(html).toContain('lớn hơn');
    expect(html).toContain('Chưa có:');
    expect(html).toContain('<a href="#con-thieu">Phiếu chưa nộp');
    const known = /name="da_biet" value="([^"]*)"/.exec(html)![1]!;
    expect(locationOf(await planner().post(at('/nop'), { da_biet: known }))).toMatch(/xong=nop/);
    expect(await page()).toContain('Đã nộp');
  });
});

describe('a sheet', () => {
  const submit = () => doWithSheet(dependencies, placeActor(ward, villages[0]!), sheet(), 'submit');
  const sheet = () => ({ id: round.sheets[0]!, round: round.id });

  test('is handed in by its village, returned with a reason, and accepted', async () => {
    await submit();
    expect((await planner().post(at('/tra-lai'), { ly_do: ' ' })).status).toBe(422);
    await planner().post(at('/tra-lai'), { ly_do: 'Thiếu số trẻ em nữ' });
    expect(await page()).toContain('Thiếu số trẻ em nữ');
    await submit();
    const revision = /name="lan_sua" value="(\d+)"/.exec(
      (await page()).slice((await page()).indexOf('/chap-nhan"')),
    )![1]!;
    expect(locationOf(await planner().post(at('/chap-nhan'), { lan_sua: revision }))).toMatch(/chap_nhan/);
    expect(await page()).toContain('Đã chấp nhận');
  });

  test('that changed after it was looked at is not accepted', async () => {
    await submit();
    await saveCells(dependencies, officer(), [cell()], 'form');
    expect((await planner().post(at('/chap-nhan'), { lan_sua: '1' })).status).toBe(409);
    expect(await page()).not.toContain('Đã chấp nhận');
  });

  test('keeps the day of its first handing in when it is returned, and loses it when it is taken back', async () => {
    const village = placeActor(ward, villages[0]!);
    const firstDay = async () =>
      withReadScope(base.database, officer(), async (scope) => {
        const list = await sheetsOfRound(
          scope,
          { unitId: ward.unitId, id: round.id },
          { today: '2026-12-31', organisations: null, limit: 10 },
        );
        return list.sheets[0]!.submittedOn;
      });
    await submit();
    const day = await firstDay();
    expect(day).not.toBeNull();
    await doWithSheet(dependencies, officer(), sheet(), 'return', { reason: 'Thiếu' });
    expect(await firstDay()).toBe(day);
    await submit();
    await doWithSheet(dependencies, village, sheet(), 'take_back');
    expect(await firstDay()).toBeNull();
  });

  test('of another village is nobody’s business', async () => {
    const stranger = placeActor(ward, villages[1]!);
    await expect(doWithSheet(dependencies, stranger, sheet(), 'submit')).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('a conflict', () => {
  let onePhone: PlaceActor;
  const village = () => onePhone;
  beforeEach(async () => {
    onePhone = placeActor(ward, villages[0]!);
    await saveCells(dependencies, officer(), [cell({ figure: given(120) })], 'grid');
    await saveCells(dependencies, village(), [cell({ figure: given(99), comment: 'đếm lại' })], 'link');
  });

  test('shows both values on the sheet and in the list of the round, and who said which', async () => {
    const list = await planner().get(`/don-vi/${ward.code}/so-lieu/${round.id}/xung-dot`);
    for (const html of [await page(), await list.text()]) {
      expect(html).toContain('120');
      expect(html).toContain('99 (Ghi chú: đếm lại)');
      expect(html).toContain(officer().name);
    }
    expect(await (await planner().get(`/don-vi/${ward.code}/so-lieu/${round.id}`)).text()).toContain(
      '1 giá trị trùng sửa',
    );
  });

  test('is decided before its sheet is accepted, and by nobody while the sheet is locked', async () => {
    await doWithSheet(dependencies, village(), { id: round.sheets[0]!, round: null }, 'submit');
    expect(await page()).not.toContain('/chap-nhan"');
    await expect(
      doWithSheet(dependencies, officer(), { id: round.sheets[0]!, round: null }, 'accept'),
    ).rejects.toMatchObject({ status: 409, code: 'collection.sheet-to-decide' });
    const [sheet] = await withReadScope(base.database, officer(), async (scope) => {
      const of = { unitId: ward.unitId, id: round.id };
      return (await sheetsOfRound(scope, of, { today: '2026-06-18', organisations: null, limit: 1 })).sheets;
    });
    const list = `/don-vi/${ward.code}/so-lieu/${round.id}`;
    const fields = { [`phieu.${sheet!.id}`]: String(sheet!.revision) };
    expect(locationOf(await planner().post(`${list}/chap-nhan`, fields))).toContain('chap_nhan=0&con_lai=1');
    expect(locationOf(await planner().post(`${list}/chap-nhan`, {}))).toContain('luu_y=nothingTicked');
    expect(await (await planner().get(`${list}/xung-dot`)).text()).toContain('value="lay"');
    await setRoundState(dependencies, officer(), { unitCode: ward.code, roundId: round.id }, 'closed');
    expect(await (await planner().get(`${list}/xung-dot`)).text()).not.toContain('value="lay"');
  });

  test('taken is written like any other change; kept, nothing is', async () => {
    const [conflict] = await conflicts();
    const decision = { operation: conflict!.operationId, round: null, seenRevision: 1, way: 'form' } as const;
    const before = base.database.statements.count;
    expect(await decideConflict(dependencies, officer(), { ...decision, choice: 'take' })).toBe(true);
    expect(base.database.statements.count - before).toBeLessThanOrEqual(10);
    expect(await page()).toContain('value="99"');
    expect(await conflicts()).toEqual([]);

    await saveCells(dependencies, village(), [cell({ figure: given(7), seenRevision: 1 })], 'link');
    const [second] = await conflicts();
    const keeping = { ...decision, operation: second!.operationId, seenRevision: 2, choice: 'keep' as const };
    expect(await decideConflict(dependencies, village(), keeping)).toBe(true);
    expect(await page()).toContain('value="99"');
    expect(await conflicts()).toEqual([]);
  });

  test('is not decided upon a value that is no longer there, nor twice', async () => {
    const [conflict] = await conflicts();
    await saveCells(dependencies, officer(), [cell({ figure: given(121), seenRevision: 1 })], 'grid');
    const decision = { operation: conflict!.operationId, round: null, way: 'form' } as const;
    for (const choice of ['take', 'keep'] as const)
      expect(await decideConflict(dependencies, officer(), { ...decision, choice, seenRevision: 1 })).toBe(
        false,
      );
    // It waits still, and once only.
    expect(await conflicts()).toHaveLength(1);
    await decideConflict(dependencies, officer(), { ...decision, choice: 'keep', seenRevision: 2 });
    await expect(
      decideConflict(dependencies, officer(), { ...decision, choice: 'take', seenRevision: 2 }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('decided settles what its sender had typed over in the same cell, and nothing that came later', async () => {
    const [first] = await conflicts();
    const send = async (value: number, after: string) => {
      dependencies.clock.pass({ seconds: 1 });
      const operation = cell({ figure: given(value), after });
      await saveCells(dependencies, village(), [operation], 'link');
      return operation.id;
    };
    const second = await send(98, first!.operationId);
    const third = await send(97, second);
    expect(await conflicts()).toHaveLength(3);
    await settleOwnConflicts(dependencies, village(), [second]);
    expect((await conflicts()).map(({ operationId }) => operationId)).toEqual([third]);
    const decision = { round: null, seenRevision: 1, way: 'form' } as const;
    await expect(
      decideConflict(dependencies, officer(), { ...decision, operation: first!.operationId, choice: 'take' }),
    ).rejects.toMatchObject({ status: 404 });

    const fourth = await send(96, third);
    await decideConflict(dependencies, officer(), { ...decision, operation: fourth, choice: 'keep' });
    expect(await conflicts()).toEqual([]);
  });

  test('decided leaves what others sent of the same cell, and the same sender of another', async () => {
    const [first] = await conflicts();
    const ofOtherPhone = cell({ figure: given(50) });
    await saveCells(dependencies, placeActor(ward, villages[0]!), [ofOtherPhone], 'link');
    await saveCells(
      dependencies,
      officer(),
      [cell({ item: 'villages_with_play_area', figure: given(true) })],
      'grid',
    );
    const other = cell({ item: 'villages_with_play_area', figure: given(false) });
    await saveCells(dependencies, village(), [other], 'link');
    await settleOwnConflicts(dependencies, village(), [first!.operationId]);
    expect((await conflicts()).map(({ operationId }) => operationId).sort()).toEqual(
      [ofOtherPhone.id, other.id].sort(),
    );
  });

  test('met by the form is told there, with both values', async () => {
    const fields = await form();
    await saveCells(dependencies, village(), [cell({ figure: given(130), seenRevision: 1 })], 'link');
    const answer = await planner().post(at(), { ...fields, children_total: '125' });
    expect(locationOf(answer)).toContain('trung=co');
    const html = await (await planner().get(locationOf(answer))).text();
    expect(html).toContain('125');
    expect(html).toContain('130');
  });
});
