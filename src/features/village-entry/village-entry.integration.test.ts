import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testAssets } from '../../../test/support/application.ts';
import {
  type GivenPlace,
  type GivenRound,
  givenPlaces,
  givenRound,
} from '../../../test/support/collection.ts';
import { type TestClock, testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, testStandards, type Ward } from '../../../test/support/ward.ts';
import type { CellOperation } from '../../domain/collection/index.ts';
import { given, notApplicable } from '../../domain/scoring/index.ts';
import { newId, sqlBuilder, withReadScope, withScope } from '../../platform/database/index.ts';
import { type RequestEnvironment, RequestError } from '../../platform/http/index.ts';
import { languageCookie, languageOf } from '../../ui/language.ts';
import { saveCells } from '../collection/index.ts';
import { prolongLinks, revokeLinks } from './commands/change-links.ts';
import { giveLinks } from './commands/give-links.ts';
import { openLink } from './commands/open-link.ts';
import type { VillageEntryDependencies } from './dependencies.ts';
import { readCode } from './islands/read-code.ts';
import type { VillageFigures } from './islands/village-figures.ts';
import { villageEntryRoutes } from './routes.ts';

const END = new Date('2026-12-31T17:00:00Z');
const DAY = 24 * 60;

let base: TestDatabase;
let clock: TestClock;
let dependencies: VillageEntryDependencies;
let application: Hono<RequestEnvironment>;
let ward: Ward;
let villages: GivenPlace[];
let round: GivenRound;
let serial = 0;

beforeAll(async () => {
  base = await createTestDatabase();
});
afterAll(() => base.drop());
beforeEach(async () => {
  serial++;
  clock = testClock();
  dependencies = {
    database: base.database,
    clock,
    standards: await testStandards(),
    secret: 'a secret of tests',
    assets: testAssets,
    clientFiles: new Map(),
    publicUrl: 'http://localhost:3000',
  };
  application = applicationOf(dependencies);
  ward = await givenWard(base.database, { code: String(98_000 + serial), name: `Đường Dẫn ${serial}` });
  villages = await givenPlaces(base.database, ward, 3);
  round = await givenRound(base.database, ward, villages);
});

/** The routes alone, asked by whoever the test says. */
function applicationOf(all: VillageEntryDependencies, actor = () => ward?.people.culture_society ?? null) {
  const made = new Hono<RequestEnvironment>();
  made.use(async (c, next) => {
    c.set('requestId', 'test');
    c.set('language', languageOf(getCookie(c, languageCookie)));
    c.set('actor', actor());
    await next();
  });
  made.route('/', villageEntryRoutes(all));
  made.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof RequestError) return c.text(error.code, error.status);
    throw error;
  });
  return made;
}

const officer = () => ward.people.culture_society;
const codeFor = async (village: GivenPlace, expiresAt = END): Promise<string> => {
  const wanted = { villages: [village.id], givenTo: 'Trưởng thôn', expiresAt };
  return (await giveLinks(dependencies, officer(), ward.code, wanted)).codes[0]!.code;
};

/** A phone: sends what it is told with the cookie that it got. */
async function phoneOf(village: GivenPlace) {
  const code = await codeFor(village);
  const answer = await post('/thon', { ma: code });
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0])[0];
  if (answer.status !== 303 || cookie === undefined) throw new Error(`not let in: ${answer.status}`);
  const headers = { cookie };
  return {
    code,
    cookie,
    get: (path: string) => Promise.resolve(application.request(path, { headers })),
    post: (path: string, fields: Record<string, string> = {}) => post(path, fields, headers),
    figures: async () =>
      (await (await application.request('/thon/so-lieu.json', { headers })).json()) as VillageFigures,
    send: (operations: readonly CellOperation[], place = village.id, settled: readonly string[] = []) =>
      Promise.resolve(
        application.request('/thon/gui', {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ place, operations, settled }),
        }),
      ),
  };
}

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  Promise.resolve(application.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) }));

const cell = (over: Partial<CellOperation> = {}): CellOperation => ({
  id: newId<string>(),
  sheet: round.sheets[0]!,
  item: 'children_total',
  figure: given(41),
  comment: null,
  seenRevision: 0,
  after: null,
  ...over,
});

const changesOf = (sheet: string) =>
  withReadScope(base.database, officer(), (scope) =>
    scope.rows(
      sqlBuilder
        .selectFrom('collected_figure_change')
        .where('sheet_id', '=', sheet)
        .select(['item', 'revision', 'to_value', 'changed_through'])
        .orderBy('revision'),
    ),
  );

describe('a one-time code', () => {
  test('opens the village’s sheets once, and never again', async () => {
    const code = await codeFor(villages[0]!);
    expect(await openLink(dependencies, code.toUpperCase(), 'Chrome, Android')).toMatchObject({
      outcome: 'opened',
    });
    expect(await openLink(dependencies, code, null)).toEqual({ outcome: 'refused' });
  });

  test('lets one of two in that send it at the same time', async () => {
    const code = await codeFor(villages[0]!);
    const outcomes = await Promise.all([1, 2].map(() => openLink(dependencies, code, null)));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['opened', 'refused']);
  });

  test('is not spent by whoever only looks at the link', async () => {
    const code = await codeFor(villages[0]!);
    const page = await application.request(`/thon?ma=${code}`);
    expect(await page.text()).toContain(code);
    expect(await openLink(dependencies, code, null)).toMatchObject({ outcome: 'opened' });
  });

  test('waits seven days, or to the end of its link where that is sooner', async () => {
    const [one, other] = [await codeFor(villages[0]!), await codeFor(villages[1]!)];
    const short = await codeFor(villages[2]!, new Date(clock.now().getTime() + 60_000));
    clock.pass({ minutes: 1 });
    expect(await openLink(dependencies, short, null)).toEqual({ outcome: 'refused' });
    clock.pass({ minutes: 7 * DAY - 2 });
    expect(await openLink(dependencies, one, null)).toMatchObject({ outcome: 'opened' });
    clock.pass({ minutes: 1 });
    expect(await openLink(dependencies, other, null)).toEqual({ outcome: 'refused' });
  });

  test('that is wrong, spent, too old or revoked gets one and the same answer', async () => {
    const [spent, old, revoked] = [
      await codeFor(villages[0]!),
      await codeFor(villages[1]!, new Date(clock.now().getTime() + 60_000)),
      await codeFor(villages[2]!),
    ];
    await openLink(dependencies, spent, null);
    await revokeLinks(dependencies, officer(), ward.code, [villages[2]!.id]);
    clock.pass({ minutes: 2 });
    const answers = await Promise.all(
      ['cccc-cccc-cccc', spent, old, revoked].map(async (ma) => {
        const answer = await post('/thon', { ma });
        return [answer.status, (await answer.text()).replaceAll(ma, '')];
      }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]![0]).toBe(422);
  });

  test('cannot be guessed at: after five failures none that begins alike is taken for a quarter of an hour', async () => {
    const code = await codeFor(villages[0]!);
    const wrong = `${code.slice(0, 4)}-cccc-cccc`;
    for (let failure = 1; failure <= 4; failure++)
      expect((await post('/thon', { ma: wrong })).status, `failure ${failure}`).toBe(422);
    expect((await post('/thon', { ma: wrong })).status).toBe(429);
    expect((await post('/thon', { ma: code })).status, 'the right one').toBe(429);
    clock.pass({ minutes: 16 });
    expect((await post('/thon', { ma: code })).status).toBe(303);
  });

  test('is nowhere stored in clear text', async () => {
    const code = await codeFor(villages[0]!);
    const rows = await withReadScope(base.database, officer(), (scope) =>
      scope.rows(sqlBuilder.selectFrom('place_link').selectAll().where('unit_id', '=', ward.unitId)),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(readCode(code)).toBe(code);
  });
});

describe('a village at its own link', () => {
  test('has a cookie that scripts cannot read and other addresses do not get', async () => {
    const answer = await post('/thon', { ma: await codeFor(villages[0]!) });
    const [cookie] = answer.headers.getSetCookie();
    for (const part of ['Path=/thon', 'HttpOnly', 'SameSite=Lax']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
    const overHttps = applicationOf({ ...dependencies, publicUrl: 'https://mangnon.vi.du' });
    const code = await codeFor(villages[1]!);
    const secure = await overHttps.request('/thon', {
      method: 'POST',
      body: new URLSearchParams({ ma: code }),
    });
    expect(secure.headers.getSetCookie()[0]).toContain('Secure');
  });

  test('sees its own open sheets, and of those of others nothing', async () => {
    const phone = await phoneOf(villages[0]!);
    const { place, sheets } = await phone.figures();
    expect(place).toEqual({ id: villages[0]!.id, name: 'Thôn 1' });
    expect(sheets.map(({ id }) => id)).toEqual([round.sheets[0]]);
    expect((await phone.get(`/thon/phieu/${round.sheets[0]}`)).status).toBe(200);
    for (const other of [round.sheets[1]!, newId<string>(), 'khong-phai'])
      for (const path of [`/thon/phieu/${other}`]) expect((await phone.get(path)).status, path).toBe(404);
    for (const path of ['', '/nop', '/rut-lai'])
      expect((await phone.post(`/thon/phieu/${round.sheets[1]}${path}`)).status, path).toBe(404);
    const sent = await phone.send([cell({ sheet: round.sheets[1]! })]);
    expect(await sent.json()).toMatchObject({ outcomes: [{ outcome: 'refused', fault: 'unknown_cell' }] });
    expect(await changesOf(round.sheets[1]!)).toEqual([]);
  });

  test('is led by the name of the program to its own sheets, not to the sign-in of officers', async () => {
    const phone = await phoneOf(villages[0]!);
    for (const [path, home] of [
      ['/thon', '/thon'],
      ['/thon/phieu', '/thon/phieu'],
      [`/thon/phieu/${round.sheets[0]}`, '/thon/phieu'],
    ] as const)
      expect(await (await phone.get(path)).text()).toContain(`<a class="brand" href="${home}">`);
  });

  test('is shown what it said for the period before', async () => {
    const [before] = (
      await givenRound(base.database, ward, villages, { period: '2025-H2', cutOff: '2025-12-14' })
    ).sheets;
    await saveCells(dependencies, officer(), [cell({ sheet: before!, figure: given(38) })], 'grid');
    const { sheets } = await (await phoneOf(villages[0]!)).figures();
    const item = sheets
      .find(({ id }) => id === round.sheets[0])!
      .items.find(({ key }) => key === 'children_total');
    expect(item?.previous).toEqual({ period: '6 tháng cuối năm 2025', figure: given(38) });
  });

  test('is out at once when the link is revoked or over, and in its place when it is prolonged', async () => {
    const [one, two] = [await phoneOf(villages[0]!), await phoneOf(villages[1]!)];
    await revokeLinks(dependencies, officer(), ward.code, [villages[0]!.id]);
    const answer = await one.send([cell()]);
    expect([answer.status, await answer.json()]).toEqual([401, { error: { code: 'link.ended' } }]);
    expect((await one.get('/thon/phieu')).headers.get('location')).toBe('/thon?het_han=1');

    const later = new Date('2027-03-31T17:00:00Z');
    await prolongLinks(dependencies, officer(), ward.code, [villages[1]!.id], later);
    clock.pass({ minutes: (END.getTime() - clock.now().getTime()) / 60_000 + 1 });
    expect((await two.get('/thon/so-lieu.json')).status).toBe(200);
    clock.pass({ minutes: 90 * DAY });
    expect((await two.get('/thon/so-lieu.json')).status).toBe(401);
  });

  test('is remembered by its device past the end that the link had first, and from each page anew', async () => {
    const phone = await phoneOf(villages[0]!);
    const daysOf = (answer: Response) => {
      const [cookie = ''] = answer.headers.getSetCookie();
      expect(cookie).toContain(`${phone.cookie};`);
      return Number(/Max-Age=(\d+)/.exec(cookie)?.[1]) / 86_400;
    };
    const code = await codeFor(villages[1]!, new Date(clock.now().getTime() + DAY * 60_000));
    const [short] = (await post('/thon', { ma: code })).headers.getSetCookie();
    expect(short, 'however soon the link ends').toContain('Max-Age=34560000');
    expect(daysOf(await phone.get('/thon/phieu'))).toBe(400);
    expect(daysOf(await phone.get(`/thon/phieu/${round.sheets[0]}`))).toBe(400);
    await revokeLinks(dependencies, officer(), ward.code, [villages[0]!.id]);
    expect((await phone.get('/thon/phieu')).headers.getSetCookie()).toEqual([]);
  });

  test('sees the newest sheet and an old one that is wanted before those accepted, where no round was ever closed', async () => {
    const old = [];
    for (let year = 2019; year <= 2025; year++)
      for (const quarter of [1, 2, 3, 4])
        old.push(
          await givenRound(base.database, ward, villages.slice(0, 1), {
            period: `${year}-Q${quarter}`,
            cutOff: `${year}-0${quarter}-14`,
            dueDate: `${year}-0${quarter}-20`,
            items: ['children_total'],
          }),
        );
    const [wanted, ...accepted] = old.map(({ sheets }) => sheets[0]!);
    await withScope(base.database, { kind: 'system', purpose: 'test' }, (scope) =>
      scope.rows(
        sqlBuilder
          .updateTable('collection_sheet')
          .set({ state: 'accepted', decided_at: clock.now(), decided_by: officer().personId })
          .where('unit_id', '=', ward.unitId)
          .where('id', 'in', accepted),
      ),
    );
    const { sheets } = await (await phoneOf(villages[0]!)).figures();
    expect(sheets.map(({ id }) => id)).toEqual([wanted, round.sheets[0], ...accepted.slice(-22)]);
  });

  test('loses its earlier device when it is given a new code', async () => {
    const phone = await phoneOf(villages[0]!);
    await codeFor(villages[0]!);
    expect((await phone.get('/thon/so-lieu.json')).status).toBe(401);
  });

  test('sends what was typed for another village to nobody', async () => {
    const phone = await phoneOf(villages[0]!);
    const answer = await phone.send([cell()], villages[1]!.id);
    expect([answer.status, await answer.json()]).toEqual([409, { error: { code: 'link.other-place' } }]);
    expect(await changesOf(round.sheets[0]!)).toEqual([]);
  });

  test('sends the same twice, and it is done once', async () => {
    const phone = await phoneOf(villages[0]!);
    const operations = [cell(), cell({ item: 'under1_total', figure: given(3) })];
    const first = await (await phone.send(operations)).json();
    expect(await (await phone.send(operations)).json()).toEqual(first);
    expect(await changesOf(round.sheets[0]!)).toHaveLength(2);
  });

  test('settles a conflict of its own and no other village’s', async () => {
    const [one, two] = [await phoneOf(villages[0]!), await phoneOf(villages[1]!)];
    await saveCells(dependencies, officer(), [cell({ figure: given(43) })], 'grid');
    const mine = cell();
    expect(await (await one.send([mine])).json()).toMatchObject({ outcomes: [{ outcome: 'conflict' }] });
    const undecided = () =>
      withReadScope(base.database, officer(), (scope) =>
        scope.rows(
          sqlBuilder
            .selectFrom('cell_operation')
            .where('outcome', '=', 'conflict')
            .where('decided_at', 'is', null)
            .where('sheet_id', '=', round.sheets[0]!)
            .select('id'),
        ),
      );
    await two.send([], villages[1]!.id, [mine.id]);
    expect(await undecided()).toHaveLength(1);
    await one.send([], villages[0]!.id, [mine.id]);
    expect(await undecided()).toEqual([]);
  });

  test('a reason that is too long is refused by itself, and what was sent with it is stored', async () => {
    const phone = await phoneOf(villages[0]!);
    const tooLong = notApplicable('x'.repeat(501));
    const sent = await phone.send([
      cell({ figure: tooLong }),
      cell({ item: 'under1_total', figure: given(3) }),
      cell({ item: 'children_injured', comment: 'x'.repeat(2_001) }),
    ]);
    expect(await sent.json()).toMatchObject({
      outcomes: [
        { outcome: 'refused', fault: 'remark_too_long' },
        { outcome: 'saved' },
        { outcome: 'refused', fault: 'remark_too_long' },
      ],
    });
    expect(await changesOf(round.sheets[0]!)).toMatchObject([{ item: 'under1_total', to_value: 3 }]);
  });

  test('what cannot be read is refused before anything is done', async () => {
    const phone = await phoneOf(villages[0]!);
    for (const wrong of [{ figure: { state: 'given', value: '41' } }, { id: 'x' }, { seenRevision: -1 }])
      expect((await phone.send([cell(wrong as Partial<CellOperation>)])).status).toBe(400);
    expect((await phone.send(Array.from({ length: 1_001 }, () => cell()))).status).toBe(400);
  });

  test('takes few statements: a page five and the device’s, a sending nine and the device’s', async () => {
    const phone = await phoneOf(villages[0]!);
    const { statements } = base.database;
    const counting = async (work: () => Promise<unknown>) => {
      const before = statements.count;
      await work();
      return statements.count - before;
    };
    expect(await counting(() => phone.get('/thon/phieu'))).toBeLessThanOrEqual(5);
    expect(await counting(() => phone.get('/thon/so-lieu.json'))).toBeLessThanOrEqual(5);
    const operations = round.items.map(({ key, collection }) =>
      cell({ item: key, figure: given(collection.asked === 'yes_no' ? true : 1) }),
    );
    expect(await counting(() => phone.send(operations))).toBeLessThanOrEqual(10);
  });
});

describe('the form without a script', () => {
  const formOf = async (phone: Awaited<ReturnType<typeof phoneOf>>) => {
    const answer = await phone.get(`/thon/phieu/${round.sheets[0]}`);
    expect(answer.headers.get('cache-control'), 'by Back it comes anew').toBe('no-store');
    return fieldsIn(await answer.text());
  };
  const fieldsIn = (html: string) => {
    const fields: Record<string, string> = {};
    for (const [input] of html.matchAll(/<input[^>]*>/g)) {
      const name = /name="([^"]+)"/.exec(input)?.[1];
      const value = /value="([^"]*)"/.exec(input)?.[1] ?? '';
      if (name !== undefined && !input.includes('type="radio"'))
        fields[name] = value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    }
    return fields;
  };

  test('saves what was changed, once however often it is sent, and says so', async () => {
    const phone = await phoneOf(villages[0]!);
    const fields = { ...(await formOf(phone)), 'so.children_total': '41' };
    for (let time = 1; time <= 2; time++)
      expect((await phone.post(`/thon/phieu/${round.sheets[0]}`, fields)).headers.get('location')).toBe(
        `/thon/phieu/${round.sheets[0]}?da=luu`,
      );
    expect(await changesOf(round.sheets[0]!)).toEqual([
      { item: 'children_total', revision: 1, to_value: 41, changed_through: 'link' },
    ]);
  });

  test('comes back with what was typed when it cannot be read, and says that nothing of it is stored', async () => {
    const phone = await phoneOf(villages[0]!);
    const fields = { ...(await formOf(phone)), 'so.children_total': 'bốn mốt', 'so.under1_total': '3' };
    const answer = await phone.post(`/thon/phieu/${round.sheets[0]}`, fields);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    for (const said of ['value="bốn mốt"', 'Chỉ ghi chữ số', 'value="3"', 'Chưa lưu số liệu nào vừa ghi'])
      expect(html).toContain(said);
    expect(await changesOf(round.sheets[0]!)).toEqual([]);
  });

  test('that could not be read is still upon what its author saw, and a box left alone shows what is stored', async () => {
    const phone = await phoneOf(villages[0]!);
    const fields = { ...(await formOf(phone)), 'so.children_total': '41', 'so.under1_total': 'ba' };
    await saveCells(
      dependencies,
      officer(),
      [cell({ figure: given(43) }), cell({ item: 'children_injured', figure: given(2) })],
      'grid',
    );
    const page = await (await phone.post(`/thon/phieu/${round.sheets[0]}`, fields)).text();
    const again = { ...fieldsIn(page), 'so.under1_total': '3' };
    expect(again).toMatchObject({ 'so.children_total': '41', 'so.children_injured': '2' });
    const answer = await phone.post(`/thon/phieu/${round.sheets[0]}`, again);
    expect(await answer.text()).toContain('Máy của bà/ông: 41 · Xã đang lưu: 43');
    const stored = (await phone.figures()).sheets[0]!.items.map(({ key, cell }) => [key, cell.figure]);
    expect(Object.fromEntries(stored)).toMatchObject({
      children_total: given(43),
      children_injured: given(2),
      under1_total: given(3),
    });
  });

  test('says that a reason is too long, and keeps all of it', async () => {
    const phone = await phoneOf(villages[0]!);
    const reason = 'x'.repeat(501);
    const answer = await phone.post(`/thon/phieu/${round.sheets[0]}`, {
      ...(await formOf(phone)),
      'tinh_trang.children_total': 'not_applicable',
      'ly_do.children_total': reason,
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Lý do dài quá 500 ký tự');
    expect(fieldsIn(html)['ly_do.children_total']).toBe(reason);
  });

  test('shows both values when somebody else changed a figure, and takes what is then sent', async () => {
    const phone = await phoneOf(villages[0]!);
    const fields = { ...(await formOf(phone)), 'so.children_total': '41' };
    await saveCells(dependencies, officer(), [cell({ figure: given(43) })], 'grid');
    const answer = await phone.post(`/thon/phieu/${round.sheets[0]}`, fields);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Máy của bà/ông: 41 · Xã đang lưu: 43');
    const decided = { ...fields, 'lan_sua.children_total': '1', bieu: newId<string>() };
    expect((await phone.post(`/thon/phieu/${round.sheets[0]}`, decided)).status).toBe(303);
    expect((await changesOf(round.sheets[0]!)).map(({ to_value }) => to_value)).toEqual([43, 41]);
  });

  test('is handed in with what stands in its boxes, unless some of it cannot be stored', async () => {
    const phone = await phoneOf(villages[0]!);
    const sheet = `/thon/phieu/${round.sheets[0]}`;
    const wrong = { ...(await formOf(phone)), 'so.children_total': '4a', 'so.under1_total': '3' };
    const refused = await phone.post(`${sheet}/nop`, wrong);
    expect(refused.status).toBe(422);
    expect((await phone.figures()).sheets[0]).toMatchObject({ state: 'open' });
    const right = { ...fieldsIn(await refused.text()), 'so.children_total': '41' };
    expect((await phone.post(`${sheet}/nop`, right)).headers.get('location')).toBe(`${sheet}?da=nop`);
    const [stored] = (await phone.figures()).sheets;
    expect(stored).toMatchObject({ state: 'submitted' });
    const figures = Object.fromEntries(stored!.items.map(({ key, cell }) => [key, cell.figure]));
    expect(figures).toMatchObject({ children_total: given(41), under1_total: given(3) });
  });

  test('accepted meanwhile still shows what was typed and not saved', async () => {
    const phone = await phoneOf(villages[0]!);
    const sheet = `/thon/phieu/${round.sheets[0]}`;
    const fields = { ...(await formOf(phone)), 'so.children_total': '46' };
    await phone.post(`${sheet}/nop`);
    const answer = await phone.post(sheet, fields);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Đã ghi nhưng chưa lưu: 46');
  });

  test('is handed in and taken back; while it is in, nothing is saved', async () => {
    const phone = await phoneOf(villages[0]!);
    const sheet = `/thon/phieu/${round.sheets[0]}`;
    expect((await phone.post(`${sheet}/nop`)).headers.get('location')).toBe(`${sheet}?da=nop`);
    expect((await phone.figures()).sheets[0]).toMatchObject({ state: 'submitted', maySave: false });
    expect(await (await phone.send([cell()])).json()).toMatchObject({ outcomes: [{ fault: 'locked' }] });
    expect((await phone.post(`${sheet}/nop`)).status).toBe(409);
    expect((await phone.post(`${sheet}/rut-lai`)).status).toBe(303);
    expect((await phone.figures()).sheets[0]).toMatchObject({ state: 'open', maySave: true });
  });
});

describe('the planning officer', () => {
  const path = () => `/don-vi/${ward.code}/so-lieu/duong-dan`;
  const chosen = () => Object.fromEntries(villages.map(({ id }) => [`thon.${id}`, 'on']));
  const form = () => ({ ...chosen(), giao_cho: 'Trưởng thôn', den_ngay: '31/12/2026' });

  test('makes codes for many villages at once, shown this once, with few statements', async () => {
    const before = base.database.statements.count;
    const answer = await post(path(), form());
    expect(base.database.statements.count - before).toBeLessThanOrEqual(10);
    const html = await answer.text();
    const codes = [...html.matchAll(/http:\/\/localhost:3000\/thon#([\w-]+)/g)].map(([, code]) => code!);
    expect(new Set(codes).size).toBe(3);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const list = await (await application.request(path())).text();
    for (const code of codes) expect(list).not.toContain(code);
    expect(list.match(/Chờ nhập mã/g)).toHaveLength(3);
    expect(await openLink(dependencies, codes[1]!, null)).toMatchObject({ outcome: 'opened' });
  });

  test('sees who was there, and those without a way in by themselves', async () => {
    await phoneOf(villages[0]!);
    const before = base.database.statements.count;
    const list = await (await application.request(path())).text();
    expect(base.database.statements.count - before).toBeLessThanOrEqual(6);
    expect(list).toContain('Đang dùng');
    expect(list).toContain('21/10/2026 09:00');
    const without = await (await application.request(`${path()}?loc=chua-co`)).text();
    expect(without).not.toContain('Thôn 1');
    expect(without).toContain('Thôn 2');
  });

  test('gets the form back when nothing is chosen or the day is over', async () => {
    const answer = await post(path(), { giao_cho: 'Trưởng thôn', den_ngay: '01/01/2026' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Chọn ít nhất một thôn.');
    expect(html).toContain('Ngày này đã qua.');
  });

  test('cannot give links to villages of another unit', async () => {
    const stranger = await givenWard(base.database, { code: String(95_000 + serial), name: `Lạ ${serial}` });
    const [theirs] = await givenPlaces(base.database, stranger, 1);
    const wanted = { villages: [theirs!.id], givenTo: 'x', expiresAt: END };
    await expect(giveLinks(dependencies, officer(), ward.code, wanted)).rejects.toMatchObject({
      status: 404,
    });
    await expect(giveLinks(dependencies, officer(), stranger.code, wanted)).rejects.toMatchObject({
      status: 404,
    });
  });

  test('is the only one who may: others of the unit are told so', async () => {
    await expect(
      revokeLinks(dependencies, ward.people.health_station, ward.code, [villages[0]!.id]),
    ).rejects.toMatchObject({ status: 403 });
  });
});
