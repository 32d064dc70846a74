import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import {
  type GivenPlace,
  type GivenRound,
  givenPlaces,
  givenRound,
} from '../../../test/support/collection.ts';
import { testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenCycle, givenWard, testStandards, type Ward } from '../../../test/support/ward.ts';
import type { CellOperation, CellOutcome } from '../../domain/collection/index.ts';
import { given } from '../../domain/scoring/index.ts';
import { newId, type PersonActor, sqlBuilder, withScope } from '../../platform/database/index.ts';
import { type CollectionContext, collectionRoutes, MOST_SENT, roundPath } from './index.ts';
import type { CellDetails, FigureGridProps, GridChanges } from './islands/grid/props.ts';

let base: TestDatabase;
let context: CollectionContext;
let routes: ReturnType<typeof collectionRoutes>;
let ward: Ward;
let villages: GivenPlace[];
let round: GivenRound;
let serial = 0;

beforeAll(async () => {
  base = await createTestDatabase();
  context = { database: base.database, clock: testClock(), standards: await testStandards() };
  routes = collectionRoutes({ ...context, assets: testAssets });
});
afterAll(() => base.drop());
beforeEach(async () => {
  serial++;
  ward = await givenWard(base.database, { code: String(96_000 + serial), name: `Bảng ${serial}` });
  villages = await givenPlaces(base.database, ward, 3);
  round = await givenRound(base.database, ward, villages);
});

const officer = () => ward.people.culture_society;
const as = (person: PersonActor) => actingAs(routes, person);
const address = (rest: string) => `/don-vi/${ward.code}/so-lieu/${round.id}/${rest}`;

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

async function send(
  operations: readonly CellOperation[],
  person = officer(),
): Promise<readonly CellOutcome[]> {
  const answer = await as(person).postJson(address('o'), { operations });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { outcomes: CellOutcome[] }).outcomes;
}

async function gridOf(query = '', person = officer()): Promise<{ grid: FigureGridProps; html: string }> {
  const html = await (await as(person).get(address(`bang${query}`))).text();
  const props = /data-props="([^"]*)"/.exec(html)![1]!;
  return { grid: JSON.parse(props.replaceAll('&quot;', '"').replaceAll('&amp;', '&')), html };
}

const changesSince = async (known: string, query = ''): Promise<GridChanges> =>
  (await as(officer()).get(address(`bang.json?${query}&biet=${known}`))).json() as Promise<GridChanges>;

const stateOfSheet = (state: 'submitted' | 'accepted') =>
  withScope(base.database, { kind: 'system', purpose: 'test' }, (scope) =>
    scope.rows(
      sqlBuilder
        .updateTable('collection_sheet')
        .set({ state, revision: 5 })
        .where('unit_id', '=', ward.unitId)
        .where('id', '=', round.sheets[0]!),
    ),
  );

const statementsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = base.database.statements.count;
  await work();
  return base.database.statements.count - before;
};
const SESSION = 1;

describe('the page of the grid', () => {
  it('without a script is a table of what is stored, with the way to each sheet', async () => {
    await send([cell(), cell({ item: 'villages_with_play_area', figure: given(true) })]);
    const { html } = await gridOf();
    expect(html).toContain(`/don-vi/${ward.code}/so-lieu/${round.id}/phieu/${round.sheets[0]}`);
    expect(html).toMatch(/<td class="cell is-stored"><div class="value">120<\/div><\/td>/);
    expect(html).toMatch(/<td class="cell is-stored"><div class="value">Có<\/div><\/td>/);
    expect(html, 'the total, and of how many places').toMatch(/<b>120<\/b><small>1\/3 nơi<\/small>/);
  });

  it('takes seven statements with that of the session, however many places there are', async () => {
    await givenCycle(base.database, ward);
    expect((await statementsOf(() => gridOf())) + SESSION).toBeLessThanOrEqual(7);
  });

  it('shows sixty places at a time in the order of their numbers, and adds up all', async () => {
    villages = await givenPlaces(base.database, ward, 64);
    round = await givenRound(base.database, ward, villages, {
      items: ['children_total', 'children_injured'],
    });
    await send([
      cell({ sheet: round.sheets[1]!, figure: given(7) }),
      cell({ sheet: round.sheets[63]!, figure: given(5) }),
      cell({ sheet: round.sheets[62]!, figure: { state: 'not_applicable', reason: 'Mới lập' } }),
    ]);
    const first = (await gridOf()).grid;
    expect(first.rows.map(({ place }) => place).slice(0, 3)).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3']);
    expect(first.rows).toHaveLength(60);
    expect(first.elsewhere.children_total).toEqual({ given: 1, sum: 5, asked: 3 });
    const second = (await gridOf('?trang=2')).grid;
    expect(second.rows.map(({ place }) => place)).toEqual(['Thôn 61', 'Thôn 62', 'Thôn 63', 'Thôn 64']);
    expect(second.elsewhere.children_total).toEqual({ given: 1, sum: 7, asked: 60 });
    expect(second.firstRow).toBe(61);
    expect((await gridOf('?trang=9')).grid.rows, 'behind the last page stands the last').toEqual(second.rows);
  });

  it('says below the table which places say exactly the same, unless a comment answers it', async () => {
    const keys = ['children_total', 'children_injured', 'under1_total', 'under5_weighed', 'children_checked'];
    const rowOf = (sheet: string, comment: string | null = null) =>
      keys.map((item, index) => cell({ sheet, item, figure: given(20 + index), comment }));
    await send([...rowOf(round.sheets[0]!), ...rowOf(round.sheets[1]!)]);
    const { html } = await gridOf();
    expect(html).toContain('id="xem-lai"');
    expect(html.split('id="xem-lai"')[1]).toMatch(/Thôn 1.*Thôn 2/);
  });

  it('says where the villages do not come to what the self-assessment says of the year', async () => {
    await givenCycle(base.database, ward);
    round = await givenRound(base.database, ward, villages, { items: ['children_total'], period: '2026' });
    await send(round.sheets.map((sheet) => cell({ sheet, figure: given(100) })));
    await withScope(base.database, officer(), (scope) =>
      scope.rows(
        sqlBuilder
          .insertInto('figure')
          .columns(['unit_id', 'id', 'cycle_id', 'input', 'state', 'value', 'changed_by', 'changed_at'])
          .expression((query) =>
            query
              .selectFrom('cycle')
              .where('unit_id', '=', ward.unitId)
              .select(({ val }) => [
                'unit_id',
                val(newId<string>()).as('id'),
                'id as cycle_id',
                val('children_total').as('input'),
                val('given').as('state'),
                val(280).as('value'),
                val(officer().personId).as('changed_by'),
                val(new Date('2026-10-01T00:00:00Z')).as('changed_at'),
              ]),
          ),
      ),
    );
    expect((await gridOf()).html.split('id="xem-lai"')[1]).toMatch(/300.*280/);
  });

  it('finds places without tones', async () => {
    expect((await gridOf('?tim=thon%202')).grid.rows.map(({ place }) => place)).toEqual(['Thôn 2']);
    const nothing = await (await as(officer()).get(address('bang?tim=khong-co'))).text();
    expect(nothing).toContain('Không có nơi nào tên như vậy.');
  });

  it('says why a row cannot be filled in', async () => {
    await stateOfSheet('accepted');
    const { grid, html } = await gridOf();
    expect(grid.rows[0]!.locked).toBe('Đã chấp nhận');
    expect(html).toContain('<span class="lock">Đã chấp nhận</span>');
    expect((await gridOf('', ward.people.police)).grid.rows.map(({ locked }) => locked)).toEqual(
      Array(3).fill('Chỉ xem'),
    );
  });

  it('is offered to enter figures only to who fills in a sheet of the round, to look at to all others', async () => {
    const schools = await givenPlaces(base.database, ward, 1, 'school');
    const ofSchools = await givenRound(base.database, ward, schools, {
      level: 'school',
      period: '2026-2027',
    });
    const besideRound = (_round: unknown, enters: boolean) => [
      { href: '#', label: enters ? 'Việc của người nhập' : 'Việc của người xem' },
    ];
    const withOthers = collectionRoutes({ ...context, assets: testAssets, besideRound });
    const { culture_society, committee_leadership, police, schools: school } = ward.people;
    const enters = (of: GivenRound) => (of === round ? [culture_society] : [culture_society, school]);
    for (const of of [round, ofSchools])
      for (const person of [culture_society, committee_leadership, police, school]) {
        const path = roundPath(ward.code, of.id);
        const pages = [
          await (await actingAs(withOthers, person).get(path)).text(),
          await (await as(person).get(`${path}/bang`)).text(),
        ];
        const isEntering = enters(of).includes(person);
        expect(pages[0]).toContain(isEntering ? 'Việc của người nhập' : 'Việc của người xem');
        for (const html of pages)
          expect([html.includes('Nhập dạng bảng'), html.includes('Xem dạng bảng')]).toEqual([
            isEntering,
            !isEntering,
          ]);
      }
  });

  it('brings of the self-assessment only the criteria that the person sees and the columns decide', async () => {
    await givenCycle(base.database, ward);
    const numbers = (grid: FigureGridProps) => grid.standard.criteria.map(({ number }) => number);
    const whole = (await gridOf()).grid;
    expect(numbers(whole)).toContain(5);
    expect(numbers(whole), 'surveys are not collected from villages').not.toContain(13);
    const nurse = (await gridOf('', ward.people.health_station)).grid;
    expect(numbers(nurse).length).toBeLessThan(numbers(whole).length);
    expect(Object.keys(nurse.cycle!.figures)).not.toContain('children_abused');
  });

  it('is nothing for who has no part in collection, and in another ward', async () => {
    expect((await as(ward.people.fatherland_front).get(address('bang'))).status).toBe(404);
    const stranger = (await givenWard(base.database, { code: String(95_000 + serial), name: 'Xa' })).people;
    for (const rest of ['bang', 'bang.json'])
      expect((await as(stranger.culture_society).get(address(rest))).status).toBe(404);
  });
});

describe('cells that are sent', () => {
  it('are answered each by itself; a sheet of another ward is unknown', async () => {
    const other = await givenWard(base.database, { code: String(94_000 + serial), name: 'Kia' });
    const elsewhere = await givenRound(base.database, other, await givenPlaces(base.database, other, 1));
    expect(
      await send([
        cell(),
        cell({ sheet: elsewhere.sheets[0]! }),
        cell({ item: 'under1_total', figure: given(1.5) }),
      ]),
    ).toMatchObject([
      { outcome: 'saved', revision: 1 },
      { outcome: 'refused', fault: 'unknown_cell' },
      { outcome: 'refused', fault: 'not_whole' },
    ]);
  });

  it('a conflict is decided by who sent in vain and, seeing both values, saves the cell', async () => {
    const undecided = () =>
      withScope(base.database, { kind: 'system', purpose: 'test' }, (scope) =>
        scope.rows(
          sqlBuilder
            .selectFrom('cell_operation')
            .where('unit_id', '=', ward.unitId)
            .where('outcome', '=', 'conflict')
            .where('decided_at', 'is', null)
            .select('id'),
        ),
      );
    await send([cell()]);
    const late = cell({ figure: given(130) });
    expect(await send([late])).toMatchObject([
      { outcome: 'conflict', stored: { figure: given(120), revision: 1 } },
    ]);
    await send([cell({ sheet: round.sheets[1]!, figure: given(1) })]);
    expect(await undecided()).toEqual([{ id: late.id }]);
    await send([cell({ seenRevision: 1 })]);
    expect(await undecided()).toEqual([]);
  });

  it('are not found below a round that is none, or of another ward', async () => {
    const elsewhere = `/don-vi/${ward.code}/so-lieu/${newId<string>()}/o`;
    expect((await as(officer()).postJson(elsewhere, { operations: [cell()] })).status).toBe(404);
  });

  it('take ten statements with that of the session', async () => {
    const operations = round.sheets.map((sheet) => cell({ sheet }));
    expect((await statementsOf(() => send(operations))) + SESSION).toBeLessThanOrEqual(10);
  });

  it.each([
    ['no list', {}],
    ['more than are taken', { operations: Array.from({ length: MOST_SENT + 1 }, cellLike) }],
    ['an id that is none', { operations: [{ ...cellLike(), id: 'x' }] }],
    ['a figure that is none', { operations: [{ ...cellLike(), figure: { state: 'given', value: 'mười' } }] }],
    ['a field that nobody knows', { operations: [{ ...cellLike(), unit: 'x' }] }],
  ])('are refused as a whole where they cannot be read: %s', async (_, body) => {
    expect((await as(officer()).postJson(address('o'), body)).status).toBe(400);
  });
});

/** Readable but for what a test changes; of no sheet. */
function cellLike(): Omit<CellOperation, 'sheet'> & { sheet: string } {
  return {
    id: newId<string>(),
    sheet: newId<string>(),
    item: 'children_total',
    figure: given(1),
    comment: null,
    seenRevision: 0,
    after: null,
  };
}

describe('what others changed', () => {
  it('is told of the sheets that changed, and only of these', async () => {
    const { known } = (await gridOf()).grid;
    expect(await changesSince(known)).toEqual({ known, rows: [], elsewhere: null });
    await send([cell({ sheet: round.sheets[1]!, figure: given(9) })], officer());
    const changes = await changesSince(known);
    expect(changes.rows).toMatchObject([
      { sheet: round.sheets[1]!, cells: { children_total: { figure: given(9) } } },
    ]);
    expect((await changesSince(changes.known)).rows).toEqual([]);
  });

  it('a sheet that was submitted or accepted is told with the reason', async () => {
    const { known } = (await gridOf()).grid;
    await stateOfSheet('accepted');
    expect((await changesSince(known)).rows).toMatchObject([{ locked: 'Đã chấp nhận' }]);
  });
});

describe('the details of a cell', () => {
  const detailsOf = async (item = 'children_total', person = officer()) =>
    as(person).get(address(`o/${round.sheets[0]}/${encodeURIComponent(item)}`));

  it('are the earlier periods of its place and its changes, the latest first', async () => {
    const earlier = await givenRound(base.database, ward, villages, {
      period: '2025-H2',
      cutOff: '2025-12-14',
    });
    await send([cell({ sheet: earlier.sheets[0]!, figure: given(110) })]);
    const first = cell();
    await send([first, cell({ figure: given(121), comment: 'Đã đếm lại', after: first.id })]);
    const details = (await (await detailsOf()).json()) as CellDetails;
    expect(details.past).toMatchObject([{ figure: given(110) }]);
    expect(details.history).toMatchObject([
      { figure: given(121), comment: 'Đã đếm lại', way: 'nhập theo bảng', who: officer().name },
      { figure: given(120), comment: null },
    ]);
  });

  it('exist for the items of the round alone, and take seven statements with that of the session', async () => {
    expect((await detailsOf('children_born')).status).toBe(404);
    expect((await detailsOf('constructor')).status).toBe(404);
    expect((await statementsOf(() => detailsOf('children_total:female'))) + SESSION).toBeLessThanOrEqual(7);
  });
});
