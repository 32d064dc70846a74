import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, type Ward } from '../../../test/support/ward.ts';
import { prepared, withReadScope } from '../../platform/database/index.ts';
import { RequestError } from '../../platform/http/index.ts';
import { addPlaces, describeSchool } from './commands/add-places.ts';
import { changePlaces, type PlaceRequest } from './commands/change-places.ts';
import type { PlacesContext } from './commands/context.ts';
import { findLine, findPlace, listPlaces, type PlaceFilter, placesOfPage } from './queries.ts';

let test_: TestDatabase;
let context: PlacesContext;
let ward: Ward;
let serial = 0;

beforeAll(async () => {
  test_ = await createTestDatabase();
  context = { database: test_.database, clock: { now: () => new Date('2026-11-01T03:00:00Z') } };
});
beforeEach(async () => {
  serial++;
  ward = await givenWard(test_.database, { code: String(92_000 + serial), name: `Địa Bàn ${serial}` });
});
afterAll(() => test_.drop());

const planner = () => ward.people.culture_society;
const add = (...names: string[]) =>
  addPlaces(context, planner(), ward.code, {
    kind: 'village',
    type: 'thôn',
    validFrom: '2025-07-01',
    organisationId: null,
    places: names.map((name) => ({ name, nationalCode: null })),
  });
const page = (filter: Partial<PlaceFilter> = {}, most?: number) =>
  withReadScope(test_.database, planner(), (scope) =>
    listPlaces(
      scope,
      ward.unitId,
      { kind: 'village', text: '', day: '2026-11-01', state: 'inForce', after: null, ...filter },
      most,
    ),
  );
const names = async (filter: Partial<PlaceFilter> = {}) =>
  (await page(filter)).places.map(({ name, calledThen }) => calledThen ?? name);
const idOf = async (name: string) => (await page()).places.find((place) => place.name === name)!.id;
const change = (request: PlaceRequest, day = '2026-07-01', basis: string | null = '12/NQ-HĐND') =>
  changePlaces(context, planner(), ward.code, { request, day, basis });
const line = (id: string) =>
  withReadScope(test_.database, planner(), (scope) => findLine(scope, ward.unitId, id));
const refusal = (promised: Promise<unknown>) =>
  promised.then(
    () => 'done',
    (error: unknown) => (error instanceof RequestError ? `${error.status} ${error.code}` : String(error)),
  );

describe('the list of villages', () => {
  test('holds each once, however often the names are sent', async () => {
    expect(await add('Nà Mẫu', 'Khuổi Thử')).toBe(2);
    expect(await add('nà mẫu', 'Bản Ví Dụ')).toBe(1);
    expect(await names()).toEqual(['Bản Ví Dụ', 'Khuổi Thử', 'Nà Mẫu']);
  });

  test('is found without tones, and turned over from the last place on', async () => {
    await add('Đoàn Kết', 'Hợp Nhất', '2', '10', 'Tân 50%');
    expect(await names({ text: 'doan ket' })).toEqual(['Đoàn Kết']);
    expect(await names({ text: '50%' })).toEqual(['Tân 50%']);
    const first = await page({}, 2);
    const second = await page({ after: first.next }, 2);
    const third = await page({ after: second.next }, 2);
    expect([first, second, third].map(({ places }) => places.map(({ name }) => name))).toEqual([
      ['2', '10'],
      ['Đoàn Kết', 'Hợp Nhất'],
      ['Tân 50%'],
    ]);
    expect(third.next).toBeNull();
  });

  test('of thousands of places is read by its index, a page at a time', async () => {
    await add(...Array.from({ length: 3000 }, (_, number) => `Mẫu ${number}`));
    const explain = prepared<{ 'QUERY PLAN': string }>(
      'explain_page',
      `explain (analyze) ${placesOfPage.text}`,
    );
    const plan = await withReadScope(test_.database, planner(), async (scope) => {
      const values = [ward.unitId, 'village', '2026-11-01', false, '%%', null, 51];
      return (await scope.run(explain, values)).map((row) => row['QUERY PLAN']);
    });
    const scan = plan.find((row) => row.includes('place_by_kind'));
    expect(scan).toMatch(/Index Scan using place_by_kind/);
    // Read are the rows of the page and no more, and nothing is sorted.
    expect(scan).toMatch(/actual time=\S+ rows=51/);
    expect(plan.join('\n')).not.toMatch(/Sort|Seq Scan on place /);
  });
});

describe('what happens to places', () => {
  test('a renaming keeps the place, and days before it know the old name', async () => {
    await add('Nà Mẫu');
    const id = await idOf('Nà Mẫu');
    await change({ kind: 'renamed', place: id, to: { type: 'tổ dân phố', name: 'Đoàn Kết' } });
    expect(await names()).toEqual(['Đoàn Kết']);
    expect(await names({ day: '2026-06-30' })).toEqual(['thôn Nà Mẫu']);
    expect((await line(id)).changes).toMatchObject([
      { kind: 'renamed', fromName: 'thôn Nà Mẫu', toName: 'tổ dân phố Đoàn Kết', basis: '12/NQ-HĐND' },
    ]);
  });

  test('a merging and a splitting are told from every place of the line', async () => {
    await add('Một', 'Hai', 'Ba');
    const [one, two] = [await idOf('Một'), await idOf('Hai')];
    const merged = await change({
      kind: 'merged',
      places: [one, two],
      into: { becomes: { type: 'thôn', name: 'Hợp Nhất' } },
    });
    if (!merged.ok) throw new Error(merged.fault);
    const into = ['Đông', 'Tây'].map((name) => ({ type: 'thôn', name }));
    await change({ kind: 'split', place: merged.placeId, into }, '2026-10-01');
    expect(await names({ day: '2026-06-30' })).toEqual(['Ba', 'Hai', 'Một']);
    expect(await names({ day: '2026-09-30' })).toEqual(['Ba', 'Hợp Nhất']);
    expect(await names({ day: '2026-10-01' })).toEqual(['Ba', 'Đông', 'Tây']);
    const eastern = await line(await idOf('Đông'));
    expect(eastern.changes.map(({ kind }) => kind)).toEqual(['split', 'merged']);
    expect(eastern.places.map(({ name }) => name).sort()).toEqual(['Hai', 'Hợp Nhất', 'Một', 'Đông']);
    expect((await line(one)).changes).toEqual(eastern.changes);
    expect((await line(await idOf('Ba'))).changes).toEqual([]);
  });

  test('one that ended is not there until it is taken up again, and is refused a second end', async () => {
    await add('Nà Mẫu');
    const id = await idOf('Nà Mẫu');
    await change({ kind: 'ended', place: id }, '2026-03-01', null);
    expect(await names()).toEqual([]);
    expect(await names({ state: 'ended' })).toEqual(['Nà Mẫu']);
    expect(await change({ kind: 'ended', place: id })).toEqual({ ok: false, fault: 'notInForce' });
    expect(await change({ kind: 'taken_up_again', place: id }, '2026-09-01')).toMatchObject({ ok: true });
    expect(await names({ day: '2026-05-01' })).toEqual([]);
    expect(await names()).toEqual(['Nà Mẫu']);
    const kept = await withReadScope(test_.database, planner(), (scope) => findPlace(scope, ward.unitId, id));
    expect(kept?.rests).toEqual([{ from: '2026-03-01', until: '2026-09-01' }]);
  });

  test('a deed takes at most ten statements', async () => {
    await add('Một', 'Hai');
    const places = [await idOf('Một'), await idOf('Hai')];
    const before = test_.database.statements.count;
    await change({ kind: 'merged', places, into: { becomes: { type: 'thôn', name: 'Một' } } });
    expect(test_.database.statements.count - before).toBeLessThanOrEqual(10);
  });

  test('is the planning officer’s to record, and not known to other units', async () => {
    await add('Nà Mẫu');
    const id = await idOf('Nà Mẫu');
    const end = (actor: Ward['people']['police']) =>
      refusal(
        changePlaces(context, actor, ward.code, {
          request: { kind: 'ended', place: id },
          day: '2026-07-01',
          basis: null,
        }),
      );
    expect(await end(ward.people.police)).toBe('403 places.may-not-keep');
    const other = await givenWard(test_.database, { code: String(91_500 + serial), name: `Khác ${serial}` });
    expect(await end(other.people.culture_society)).toBe('404 page.not-found');
    expect(await names()).toEqual(['Nà Mẫu']);
  });
});

test('a school is written for by the schools’ organisation until another one is named', async () => {
  const schools = {
    kind: 'school',
    type: 'trường mầm non',
    validFrom: '2025-07-01',
    organisationId: null,
    places: [{ name: 'Hoa Sen', nationalCode: '04012345' }],
  } as const;
  await addPlaces(context, planner(), ward.code, schools);
  const [school] = (await page({ kind: 'school' })).places;
  expect(school).toMatchObject({ organisationName: 'Các trường học trên địa bàn', nationalCode: '04012345' });
  const organisationId = ward.organisationIds.get('culture_society')!;
  await describeSchool(context, planner(), ward.code, school!.id, { nationalCode: null, organisationId });
  expect((await page({ kind: 'school' })).places).toMatchObject([
    { organisationName: 'Phòng Văn hóa - Xã hội', nationalCode: null },
  ]);
  const foreign = { nationalCode: null, organisationId: ward.unitId as never };
  expect(await refusal(describeSchool(context, planner(), ward.code, school!.id, foreign))).toBe(
    '404 page.not-found',
  );
});
