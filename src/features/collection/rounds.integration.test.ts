import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Acting, actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import { type GivenPlace, givenPlaces, givenRound } from '../../../test/support/collection.ts';
import { testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  givenCycle,
  givenWard,
  type OrganisationKind,
  testStandards,
  type Ward,
} from '../../../test/support/ward.ts';
import { given } from '../../domain/scoring/index.ts';
import { newId, withReadScope } from '../../platform/database/index.ts';
import type { CollectionDependencies } from './index.ts';
import { collectionRoutes, findRound, itemsAskedOf, type Round, saveCells, sheetsOfRound } from './index.ts';

let base: TestDatabase;
let dependencies: CollectionDependencies;
let ward: Ward;
let villages: GivenPlace[];
let serial = 0;

beforeAll(async () => {
  base = await createTestDatabase();
  const clock = testClock();
  dependencies = { database: base.database, clock, standards: await testStandards(), assets: testAssets };
});
afterAll(() => base.drop());
beforeEach(async () => {
  serial++;
  ward = await givenWard(base.database, { code: String(95_000 + serial), name: `Đợt ${serial}` });
  villages = await givenPlaces(base.database, ward, 3);
});

const as = (kind: OrganisationKind): Acting => actingAs(collectionRoutes(dependencies), ward.people[kind]);
const planner = () => as('culture_society');
const at = (rest = '') => `/don-vi/${ward.code}/so-lieu${rest}`;
const locationOf = (answer: Response): string => answer.headers.get('location') ?? `no: ${answer.status}`;
/** What stands in the boxes of the only form with a title. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const kind = attribute('type');
    const name = attribute('name');
    if (name === undefined || ((kind === 'checkbox' || kind === 'radio') && !/\schecked/.test(tag))) continue;
    fields[name] = attribute('value') ?? '';
  }
  return fields;
}
const roundIn = (path: string): string => /so-lieu\/([0-9a-f-]{36})/.exec(path)![1]!;
const readRound = (id: string): Promise<Round> =>
  withReadScope(
    base.database,
    ward.people.culture_society,
    async (scope) => (await findRound(scope, ward.unitId, id))!,
  );
const listOf = (id: string, today = '2026-06-18') =>
  withReadScope(base.database, ward.people.culture_society, (scope) =>
    sheetsOfRound(scope, { unitId: ward.unitId, id }, { today, organisations: null, limit: 100 }),
  );

async function madeRound(over: Record<string, string> = {}, query = 'nam=2026&muc=village&ky=2026-H1') {
  const address = at(`/moi?${query}`);
  const fields = fieldsOf(await (await planner().get(address)).text());
  return planner().post(address, { ...fields, ...over });
}

test('the switch of language comes back to the year that is shown', async () => {
  const page = await (await planner().get(at('?nam=2025'))).text();
  expect(page).toContain(`name="tro_ve" value="${at('?nam=2025')}"`);
});

describe('a round of collection', () => {
  test('is proposed with the figures and dates of its period, and gives every place in force a sheet', async () => {
    const answer = await madeRound();
    expect(locationOf(answer)).toMatch(/xong=tao$/);
    const round = await readRound(roundIn(locationOf(answer)));
    expect(round).toMatchObject({
      level: 'village',
      period: '2026-H1',
      cutOff: '2026-06-14',
      dueDate: '2026-06-17',
      title: 'Số liệu thôn, tổ dân phố – 6 tháng đầu năm 2026',
    });
    expect(round.items).toContain('children_total:female');
    expect(round.items).not.toContain('children_injured');
    const { sheets } = await listOf(round.id);
    expect(sheets.map(({ placeName }) => placeName)).toEqual(['1', '2', '3']);
  });

  test('is made once, however often its form is sent', async () => {
    const address = at('/moi?nam=2026&muc=village&ky=2026-H1');
    const fields = fieldsOf(await (await planner().get(address)).text());
    const [first, second] = await Promise.all([
      planner().post(address, fields),
      planner().post(address, fields),
    ]);
    expect(roundIn(locationOf(first))).toBe(roundIn(locationOf(second)));
    expect((await listOf(roundIn(locationOf(first)))).sheets).toHaveLength(3);
    const list = await (await planner().get(at('?nam=2026'))).text();
    expect(list.match(/Số liệu thôn, tổ dân phố – 6 tháng đầu năm 2026/g)).toHaveLength(1);
  });

  test('is made knowingly where one asks the same level for the same period already', async () => {
    const round = await givenRound(base.database, ward, villages, { period: '2026-H1' });
    const of = (period: string) => planner().get(at(`/moi?nam=2026&muc=village&ky=${period}`));
    const page = await (await of('2026-H1')).text();
    expect(page).toContain('Đã có đợt thu thập cùng cấp, cùng kỳ');
    expect(page).toContain(at(`/${round.id}"`));
    expect(await (await of('2026-H2')).text()).not.toContain('Đã có đợt thu thập cùng cấp');
  });

  test('whose due date leaves no working day is made all the same, with a warning', async () => {
    const answer = await madeRound({ ngay_chot: '12/06/2026', han_nop: '14/06/2026' });
    expect(locationOf(answer)).toContain('luu_y=dueTooSoon');
    expect(await (await planner().get(locationOf(answer))).text()).toContain('chưa đủ một ngày làm việc');
  });

  test('that cannot be read is shown again with what was typed', async () => {
    const answer = await madeRound({ tieu_de: '', ngay_chot: '31/02/2026', han_nop: '20/06/2026' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('31/02/2026');
    expect(page).toContain('Ngày này không có trong lịch.');
    expect(page).toContain('Ghi tên đợt thu thập.');
  });

  test('of organisations asks each for what its criteria need, and waits for the self-assessment to be opened', async () => {
    const query = 'nam=2026&muc=organisation&ky=2026-Q1';
    expect((await madeRound({}, query)).status).toBe(409);
    await givenCycle(base.database, ward);
    const round = await readRound(roundIn(locationOf(await madeRound({}, query))));
    const { sheets } = await listOf(round.id);
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.flatMap((sheet) => itemsAskedOf(round, sheet)).sort()).toEqual([...round.items].sort());
    const police = sheets.find(
      ({ organisationId }) => organisationId === ward.organisationIds.get('police'),
    )!;
    const officer = ward.people.police;
    const cell = (item: string) => ({
      id: newId<string>(),
      sheet: police.id,
      item,
      figure: given(1),
      comment: null,
      seenRevision: 0,
      after: null,
    });
    const foreign = round.items.find((key) => !itemsAskedOf(round, police).includes(key))!;
    expect(
      await saveCells(dependencies, officer, [cell(itemsAskedOf(round, police)[0]!), cell(foreign)], 'form'),
    ).toMatchObject([{ outcome: 'saved' }, { fault: 'unknown_cell' }]);
    // Nobody else sees what the police counts; the leader does.
    const path = at(`/${round.id}/phieu/${police.id}`);
    expect((await as('health_station').get(path)).status).toBe(404);
    expect((await as('police').get(path)).status).toBe(200);
    expect((await as('committee_leadership').get(path)).status).toBe(200);
    const list = await (await as('health_station').get(at(`/${round.id}`))).text();
    expect(list).not.toContain(path);
  });

  test('of a whole year is made at one go from what the standard proposes', async () => {
    await givenCycle(base.database, ward);
    const address = at('/de-xuat?nam=2026');
    const fields = fieldsOf(await (await planner().get(address)).text());
    const ticked = Object.keys(fields).filter((name) => name.startsWith('tao.'));
    expect(ticked).toContain('tao.village.2026-H1');
    expect(ticked).toContain('tao.organisation.2026-Q3');
    const { 'tao.village.2026-Q4': _, ...chosen } = fields;
    const before = base.database.statements.count;
    const answer = await planner().post(address, { ...chosen, 'han_nop.village.2026-Q1': '30/03/2026' });
    // Once for each day on which places are looked up, and once for each organisation that becomes a place.
    expect(base.database.statements.count - before).toBeLessThanOrEqual(40);
    expect(locationOf(answer)).toContain(`tao=${ticked.length - 1}`);
    // Sent again, as by a second tap on a slow line, it makes none twice.
    expect(locationOf(await planner().post(address, chosen))).not.toContain('tao=');
    const page = await (await planner().get(locationOf(answer))).text();
    expect(page).toContain('30/03/2026');
    const again = await (await planner().get(address)).text();
    expect(Object.keys(fieldsOf(again)).filter((name) => name.startsWith('tao.'))).toEqual([
      'tao.village.2026-Q4',
    ]);
  });

  test('is changed by one person at a time', async () => {
    const round = await givenRound(base.database, ward, villages);
    const address = at(`/${round.id}/sua`);
    const fields = fieldsOf(await (await planner().get(address)).text());
    expect(locationOf(await planner().post(address, { ...fields, tieu_de: 'Đổi tên' }))).toMatch(/xong=sua/);
    const late = await planner().post(address, { ...fields, tieu_de: 'Tên khác' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Tên khác');
    expect((await readRound(round.id)).title).toBe('Đổi tên');
  });

  test('does not drop figures or places with figures unless somebody says so', async () => {
    const round = await givenRound(base.database, ward, villages);
    const [first, second] = round.sheets;
    const cell = (sheet: string, item: string, value: number) => ({
      id: newId<string>(),
      sheet,
      item,
      figure: given(value),
      comment: null,
      seenRevision: 0,
      after: null,
    });
    await saveCells(
      dependencies,
      ward.people.culture_society,
      [
        cell(first!, 'children_total', 120),
        cell(first!, 'children_injured', 2),
        cell(second!, 'children_total', 80),
      ],
      'grid',
    );
    const editing = at(`/${round.id}/sua`);
    const { 'so_lieu.children_injured': _, ...without } = fieldsOf(
      await (await planner().get(editing)).text(),
    );
    const refused = await planner().post(editing, without);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Đã có số liệu của');
    expect(locationOf(await planner().post(editing, { ...without, dong_y: 'co' }))).toMatch(/xong=sua/);
    expect((await listOf(round.id)).sheets.map(({ filled }) => filled)).toEqual([1, 1, 0]);

    const choosing = at(`/${round.id}/noi`);
    const boxes = fieldsOf(await (await planner().get(choosing)).text());
    const fewer = Object.fromEntries(
      Object.entries(boxes).filter(([name]) => !name.includes(villages[0]!.id) || name.startsWith('hien.')),
    );
    expect((await planner().post(choosing, fewer)).status).toBe(422);
    expect((await listOf(round.id)).sheets).toHaveLength(3);
    await planner().post(choosing, { ...fewer, dong_y: 'co' });
    expect((await listOf(round.id)).sheets.map(({ placeName }) => placeName)).toEqual(['2', '3']);
    // And back again, with an empty sheet.
    const later = fieldsOf(await (await planner().get(choosing)).text());
    await planner().post(choosing, { ...later, [`noi.${villages[0]!.id}`]: 'co' });
    expect((await listOf(round.id)).sheets[0]).toMatchObject({ placeName: '1', filled: 0 });
  });

  test('is deleted only while it is empty; closed, nothing in it changes until it is opened again', async () => {
    const round = await givenRound(base.database, ward, villages);
    const operation = {
      id: newId<string>(),
      sheet: round.sheets[0]!,
      item: 'children_total',
      figure: given(120),
      comment: null,
      seenRevision: 0,
      after: null,
    };
    await planner().post(at(`/${round.id}/dong`));
    expect(await saveCells(dependencies, ward.people.culture_society, [operation], 'form')).toMatchObject([
      { fault: 'locked' },
    ]);
    await planner().post(at(`/${round.id}/mo-lai`));
    await saveCells(dependencies, ward.people.culture_society, [operation], 'form');
    expect((await planner().post(at(`/${round.id}/xoa`))).status).toBe(409);
    const empty = await givenRound(base.database, ward, villages);
    expect(locationOf(await planner().post(at(`/${empty.id}/xoa`)))).toContain('xong=xoa');
    expect((await planner().get(at(`/${empty.id}`))).status).toBe(404);
  });

  test('tells what is complete, handed in, accepted and late apart', async () => {
    const round = await givenRound(base.database, ward, villages, { items: ['children_total'] });
    const cells = round.sheets.slice(0, 2).map((sheet) => ({
      id: newId<string>(),
      sheet,
      item: 'children_total',
      figure: given(10),
      comment: null,
      seenRevision: 0,
      after: null,
    }));
    await saveCells(dependencies, ward.people.culture_society, cells, 'grid');
    await planner().post(at(`/${round.id}/phieu/${round.sheets[0]}/nop`));
    await planner().post(at(`/${round.id}/phieu/${round.sheets[2]}/nop`), { da_biet: 'children_total' });
    const { counts } = await listOf(round.id, '2026-06-23');
    expect(counts).toMatchObject({ all: 3, open: 1, submitted: 2, accepted: 0, incomplete: 1 });
    const page = await (await planner().get(at(`/${round.id}?loc=thieu-so-lieu`))).text();
    expect(page).toContain(round.sheets[2]!);
    expect(page).not.toContain(`phieu/${round.sheets[0]}`);
    const list = await (await planner().get(at('?nam=2026'))).text();
    expect(list).toContain('Đủ số liệu: 2/3 phiếu');
    expect(list).toContain('Đã nộp: 2/3');
  });

  test('is accepted at one go, but for sheets that have changed since they were looked at', async () => {
    const round = await givenRound(base.database, ward, villages, { items: ['children_total'] });
    for (const sheet of round.sheets)
      await planner().post(at(`/${round.id}/phieu/${sheet}/nop`), { da_biet: 'children_total' });
    const { sheets } = await listOf(round.id);
    const fields = Object.fromEntries(sheets.map(({ id, revision }) => [`phieu.${id}`, String(revision)]));
    const answer = await planner().post(at(`/${round.id}/chap-nhan`), {
      ...fields,
      [`phieu.${sheets[0]!.id}`]: '0',
    });
    expect(locationOf(answer)).toContain('chap_nhan=2&con_lai=1');
    expect((await listOf(round.id)).counts).toMatchObject({ submitted: 1, accepted: 2 });
  });

  test('lists its places in the order of their numbers, wherever it lists them', async () => {
    const many = await givenPlaces(base.database, ward, 12);
    const { id } = await givenRound(base.database, ward, many);
    const inOrder = many.map(({ name }) => name);
    expect((await listOf(id)).sheets.map(({ placeName }) => placeName)).toEqual(inOrder);
    const grid = await (await planner().get(at(`/${id}/bang`))).text();
    expect([...grid.matchAll(/>Thôn (\d+)<\/a>/g)].map(([, name]) => name)).toEqual(inOrder);
  });

  test('is read in six statements at most, and so are its sheets, its conflicts and the list of the year', async () => {
    const round = await givenRound(base.database, ward, villages);
    for (const path of [
      '?nam=2026',
      `/${round.id}`,
      `/${round.id}/phieu/${round.sheets[0]}`,
      `/${round.id}/xung-dot`,
    ]) {
      const before = base.database.statements.count;
      expect((await planner().get(at(path))).status).toBe(200);
      expect(base.database.statements.count - before, path).toBeLessThanOrEqual(6);
    }
  });
});
