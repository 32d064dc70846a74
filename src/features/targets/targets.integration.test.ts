import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, type Ward } from '../../../test/support/ward.ts';
import { newId, withReadScope, withScope } from '../../platform/database/index.ts';
import { RequestError } from '../../platform/http/index.ts';
import type { TargetsContext } from './commands/context.ts';
import { recordValue } from './commands/record-value.ts';
import { changeTarget, closeTarget, setTarget } from './commands/save-target.ts';
import { syncTargetsOfPlan, type TargetOfPlan } from './commands/sync-targets.ts';
import { findTarget, listTargets, listValues } from './queries.ts';
import type { TargetFields } from './schema.ts';

let test_: TestDatabase;
let context: TargetsContext;
let ward: Ward;
let serial = 0;

beforeAll(async () => {
  test_ = await createTestDatabase();
  context = { database: test_.database, clock: { now: () => new Date('2026-06-15T03:00:00Z') } };
});
beforeEach(async () => {
  serial++;
  ward = await givenWard(test_.database, { code: String(97_000 + serial), name: `Chỉ Tiêu ${serial}` });
});
afterAll(() => test_.drop());

const fields = (over: Partial<TargetFields> = {}): TargetFields => ({
  text: 'Ít nhất 90% trường học đạt tiêu chuẩn trường học an toàn',
  operator: '>=',
  value: 90,
  of: null,
  unit: '%',
  baseline: null,
  ownerId: ward.organisationIds.get('schools')!,
  criteria: [10],
  measuredBy: 'own',
  measure: null,
  ...over,
});
const place = () => ({ unitCode: ward.code, year: 2026 });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof RequestError ? `${error.status} ${error.code}` : String(error)),
  );
const planner = () => ward.people.culture_society;
const readTarget = (id: string) =>
  withReadScope(test_.database, planner(), (scope) => findTarget(scope, ward.unitId, id));

describe('a target', () => {
  test('is set by the planning officer and by nobody else of the unit', async () => {
    const id = await setTarget(context, planner(), place(), fields());
    expect(await readTarget(id)).toMatchObject({
      operator: '>=',
      value: 90,
      unit: '%',
      ownerName: expect.any(String),
    });
    expect(await refusal(setTarget(context, ward.people.police, place(), fields()))).toBe(
      '403 targets.may-not-set',
    );
  });

  test('of another unit is not found', async () => {
    const id = await setTarget(context, planner(), place(), fields());
    const other = await givenWard(test_.database, { code: String(98_000 + serial), name: `Khác ${serial}` });
    const elsewhere = { unitCode: ward.code, id };
    const stranger = other.people.culture_society;
    expect(await refusal(recordValue(context, stranger, elsewhere, value('2026', 91)))).toBe(
      '404 page.not-found',
    );
    expect(await refusal(setTarget(context, stranger, place(), fields()))).toBe('404 page.not-found');
    const foreignOwner = fields({ ownerId: other.organisationIds.get('police')! });
    expect(await refusal(setTarget(context, planner(), place(), foreignOwner))).toBe('404 page.not-found');
  });

  test('changed by two people at once keeps the first change', async () => {
    const id = await setTarget(context, planner(), place(), fields());
    const target = { unitCode: ward.code, id, seenRevision: 0 };
    expect(await changeTarget(context, planner(), target, fields({ value: 95 }))).toEqual({ ok: true });
    expect(await changeTarget(context, planner(), target, fields({ value: 80 }))).toEqual({ ok: false });
    expect((await readTarget(id))?.value).toBe(95);
  });

  test('gets its figures from the organisation that answers for it', async () => {
    const id = await setTarget(context, planner(), place(), fields());
    const target = { unitCode: ward.code, id };
    await recordValue(context, ward.people.schools, target, value('2026-Q1', 17, 20));
    await recordValue(context, ward.people.schools, target, value('2026-05', 18, 20));
    await recordValue(context, ward.people.schools, target, value('2026-05', 19, 20));
    expect((await readTarget(id))?.latest).toEqual({ period: '2026-05', value: 19, whole: 20 });
    expect(await refusal(recordValue(context, ward.people.police, target, value('2026', 1)))).toBe(
      '403 targets.may-not-record',
    );
    const values = await withReadScope(test_.database, planner(), (scope) =>
      listValues(scope, ward.unitId, id),
    );
    expect(values.map(({ period }) => period)).toEqual(['2026-05', '2026-Q1']);
  });

  test('measured by the self-assessment takes no figures of its own', async () => {
    const id = await setTarget(
      context,
      planner(),
      place(),
      fields({ measuredBy: 'indicator', measure: '10.1' }),
    );
    expect(
      await refusal(recordValue(context, ward.people.schools, { unitCode: ward.code, id }, value('2026', 1))),
    ).toBe('409 targets.measured-elsewhere');
  });

  test('that is no longer followed is not changed any more', async () => {
    const id = await setTarget(context, planner(), place(), fields());
    const target = { unitCode: ward.code, id };
    await closeTarget(context, planner(), target, 'Cấp trên bỏ chỉ tiêu này');
    expect(await refusal(recordValue(context, planner(), target, value('2026', 1)))).toBe(
      '409 targets.closed',
    );
    expect(await refusal(closeTarget(context, planner(), target, 'Lần nữa'))).toBe('409 targets.closed');
    expect(await readTarget(id)).toMatchObject({ state: 'closed', closedReason: 'Cấp trên bỏ chỉ tiêu này' });
  });
});

describe('the targets of a plan', () => {
  const ofPlan = (itemId: string, over: Partial<TargetOfPlan> = {}): TargetOfPlan => ({
    itemId,
    position: 0,
    text: `Chỉ tiêu ${itemId}`,
    operator: '=',
    value: 100,
    of: null,
    unit: '%',
    ownerId: null,
    criteria: [],
    ...over,
  });
  const givenPlan = async () => {
    const id = newId<string>();
    await withScope(test_.database, planner(), (scope) =>
      scope.rows({
        compile: () => ({
          sql: `insert into plan (unit_id, id, year, standing, origin, state, title, content, created_by, created_at, changed_at)
                values ($1, $2, 2026, 'own', 'blank', 'draft', 'Kế hoạch thử', '{}', $3, now(), now())`,
          parameters: [ward.unitId, id, planner().personId],
        }),
      } as never),
    );
    return id;
  };
  const sync = (planId: string, targets: readonly TargetOfPlan[], previousPlanId: string | null = null) =>
    withScope(test_.database, planner(), (scope) =>
      syncTargetsOfPlan(scope, planner(), {
        unitId: ward.unitId,
        planId,
        previousPlanId,
        year: 2026,
        targets,
        at: context.clock.now(),
      }),
    );
  const list = () =>
    withReadScope(test_.database, planner(), (scope) => listTargets(scope, ward.unitId, 2026, 1));

  test('come once, however often the plan is put to work', async () => {
    const plan = await givenPlan();
    const first = await sync(plan, [ofPlan('a'), ofPlan('a', { position: 1 }), ofPlan('b')]);
    expect(first).toMatchObject({ added: 3, changed: 0, closed: 0 });
    const again = await sync(plan, [ofPlan('a'), ofPlan('a', { position: 1 }), ofPlan('b')]);
    expect(again).toMatchObject({ added: 0, changed: 0, closed: 0 });
    expect(again.idsOfItem).toEqual(first.idsOfItem);
  });

  test('follow the text, keep what a person has set, and close when their item is gone', async () => {
    const plan = await givenPlan();
    const { idsOfItem } = await sync(plan, [ofPlan('a'), ofPlan('b')]);
    const id = idsOfItem.get('a')![0]!;
    await changeTarget(
      context,
      planner(),
      { unitCode: ward.code, id, seenRevision: 0 },
      fields({ text: 'Chỉ tiêu a', operator: '=', value: 100, criteria: [], baseline: 88 }),
    );
    expect(await sync(plan, [ofPlan('a', { text: 'Chỉ tiêu a, sửa lời' })])).toMatchObject({
      changed: 1,
      closed: 1,
    });
    expect(await readTarget(id)).toMatchObject({ text: 'Chỉ tiêu a, sửa lời', baseline: 88 });
    expect((await list()).targets.map(({ state }) => state).sort()).toEqual(['closed', 'open']);
  });

  test('keep their own figures when one before them in the item is taken out', async () => {
    const plan = await givenPlan();
    const [first, second] = [
      ofPlan('a', { text: 'Tiêm chủng' }),
      ofPlan('a', { text: 'Tập huấn', position: 1 }),
    ];
    const ids = (await sync(plan, [first, second])).idsOfItem.get('a')!;
    await recordValue(context, planner(), { unitCode: ward.code, id: ids[1]! }, value('2026-Q2', 5));
    const left = await sync(plan, [{ ...second, position: 0 }]);
    expect(left).toMatchObject({ added: 0, closed: 1 });
    expect(left.idsOfItem.get('a')).toEqual([ids[1]]);
    expect(await readTarget(ids[1]!)).toMatchObject({ text: 'Tập huấn', latest: { value: 5 } });
    const more = await sync(plan, [
      { ...second, position: 0 },
      ofPlan('a', { text: 'Truyền thông', position: 1 }),
    ]);
    expect(more).toMatchObject({ added: 1, changed: 0 });
    const back = await sync(plan, [first, second, ofPlan('a', { text: 'Truyền thông', position: 2 })]);
    expect(back).toMatchObject({ added: 0, changed: 1 });
  });

  test('go over to the plan that replaces theirs, with their figures', async () => {
    const [old, amended] = [await givenPlan(), await givenPlan()];
    const { idsOfItem } = await sync(old, [ofPlan('a')]);
    const id = idsOfItem.get('a')![0]!;
    await recordValue(context, planner(), { unitCode: ward.code, id }, value('2026-Q2', 50));
    expect(await sync(amended, [ofPlan('a')], old)).toMatchObject({ added: 0, closed: 0 });
    expect(await readTarget(id)).toMatchObject({ planId: amended, latest: { value: 50 } });
  });
});

function value(period: string, number: number, whole: number | null = null) {
  return { period, value: number, whole, note: null };
}
