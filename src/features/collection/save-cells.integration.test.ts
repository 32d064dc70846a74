import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type GivenPlace,
  type GivenRound,
  givenPlaces,
  givenRound,
  placeActor,
} from '../../../test/support/collection.ts';
import { holdLock } from '../../../test/support/held-lock.ts';
import { testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, testStandards, type Ward } from '../../../test/support/ward.ts';
import type { CellOperation } from '../../domain/collection/index.ts';
import { given } from '../../domain/scoring/index.ts';
import { newId, sqlBuilder, withReadScope } from '../../platform/database/index.ts';
import { changePlaces } from './commands/change-places.ts';
import { editRound } from './commands/edit-round.ts';
import { setRoundState } from './commands/round-state.ts';
import { type CollectionContext, findRound, saveCells, sheetsOfRound } from './index.ts';

let base: TestDatabase;
let context: CollectionContext;
let ward: Ward;
let villages: GivenPlace[];
let round: GivenRound;
let serial = 0;

beforeAll(async () => {
  base = await createTestDatabase();
  context = { database: base.database, clock: testClock(), standards: await testStandards() };
});
afterAll(() => base.drop());
beforeEach(async () => {
  serial++;
  ward = await givenWard(base.database, { code: String(97_000 + serial), name: `Thu thập ${serial}` });
  villages = await givenPlaces(base.database, ward, 3);
  round = await givenRound(base.database, ward, villages);
});

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

describe('cells of a sheet', () => {
  test('are saved each by itself; one that is wrong hinders no other', async () => {
    const outcomes = await saveCells(
      context,
      officer(),
      [cell(), cell({ item: 'children_injured', figure: given(1.5) }), cell({ item: 'under1_total' })],
      'grid',
    );
    expect(outcomes).toMatchObject([
      { outcome: 'saved', revision: 1 },
      { outcome: 'refused', fault: 'not_whole' },
      { outcome: 'saved', revision: 1 },
    ]);
  });

  test('sent twice are saved once and answered alike', async () => {
    const operation = cell();
    const first = await saveCells(context, officer(), [operation], 'grid');
    await saveCells(context, officer(), [cell({ figure: given(130), seenRevision: 1 })], 'grid');
    expect(await saveCells(context, officer(), [operation], 'grid')).toEqual(first);
  });

  test('typed one after the other without an answer between follow one another', async () => {
    const first = cell();
    const second = cell({ figure: given(121), after: first.id });
    const village = placeActor(ward, villages[0]!);
    expect(await saveCells(context, village, [second], 'link')).toMatchObject([
      { outcome: 'refused', fault: 'out_of_order' },
    ]);
    expect(await saveCells(context, village, [first, second], 'link')).toMatchObject([
      { outcome: 'saved', revision: 1 },
      { outcome: 'saved', revision: 2 },
    ]);
  });

  test('changed by somebody else meanwhile are a conflict, with what is stored', async () => {
    await saveCells(context, officer(), [cell()], 'grid');
    const outcomes = await saveCells(
      context,
      placeActor(ward, villages[0]!),
      [cell({ figure: given(99) })],
      'link',
    );
    expect(outcomes).toMatchObject([
      { outcome: 'conflict', stored: { figure: { value: 120 }, revision: 1 } },
    ]);
  });

  test('of another village are unknown to a village, and so are those of another unit', async () => {
    const stranger = await givenWard(base.database, { code: '96999', name: `Lạ ${serial}` });
    const fault = async (who: Parameters<typeof saveCells>[1], over: Partial<CellOperation>) =>
      (await saveCells(context, who, [cell(over)], 'link'))[0];
    expect(await fault(placeActor(ward, villages[0]!), { sheet: round.sheets[1]! })).toMatchObject({
      fault: 'unknown_cell',
    });
    expect(await fault(stranger.people.culture_society, {})).toMatchObject({ fault: 'unknown_cell' });
  });

  test('take at most ten statements, however many they are', async () => {
    const before = base.database.statements.count;
    await saveCells(
      context,
      officer(),
      round.sheets.flatMap((sheet) => round.items.map(({ key }) => cell({ sheet, item: key }))),
      'grid',
    );
    expect(base.database.statements.count - before).toBeLessThanOrEqual(9);
  });
});

test('a change that waits while its round is being closed comes too late and is refused', async () => {
  const held = await holdLock(
    base.connectionString,
    `update collection_round set state = 'closed' where id = '${round.id}'`,
  );
  const saved = saveCells(context, officer(), [cell()], 'grid');
  await held.waitedFor(1);
  await held.release();
  expect(await saved).toMatchObject([{ outcome: 'refused', fault: 'locked' }]);
});

describe('while a change is under way', () => {
  const address = () => ({ unitCode: ward.code, roundId: round.id });
  /** Does something to the round that waits for a change of the first sheet, whose figure it then must know of. */
  async function meanwhile<Result>(act: () => Promise<Result>): Promise<Result> {
    const held = await holdLock(
      base.connectionString,
      `select from collection_sheet where id = '${round.sheets[0]}' for update`,
    );
    const saved = saveCells(context, officer(), [cell()], 'grid');
    await held.waitedFor(1);
    const done = act();
    await held.waitedFor(2);
    await held.release();
    expect(await saved).toMatchObject([{ outcome: 'saved' }]);
    return done;
  }
  const filled = () =>
    withReadScope(base.database, officer(), async (scope) => {
      const { sheets } = await sheetsOfRound(
        scope,
        { unitId: ward.unitId, id: round.id },
        { today: '2026-06-18', organisations: null, limit: 10 },
      );
      return sheets[0]!.filled;
    });

  test('a round is closed after it, and takes nothing more', async () => {
    await meanwhile(() => setRoundState(context, officer(), address(), 'closed'));
    expect(await filled()).toBe(1);
    expect(await saveCells(context, officer(), [cell({ item: 'under1_total' })], 'grid')).toMatchObject([
      { outcome: 'refused', fault: 'locked' },
    ]);
  });

  test('a round that asks less then counts what has come all the same', async () => {
    const found = await withReadScope(base.database, officer(), (scope) =>
      findRound(scope, ward.unitId, round.id),
    );
    const { title, cutOff, dueDate, items, revision } = found!;
    const content = { title, cutOff, dueDate, items: items.slice(0, -1), taskId: null };
    const edited = await meanwhile(() =>
      editRound(context, officer(), address(), content, { seenRevision: revision, agreed: false }),
    );
    expect(edited).toMatchObject({ outcome: 'saved' });
    expect(await filled()).toBe(1);
    const cleared = cell({ figure: { state: 'no_data' }, seenRevision: 1 });
    expect(await saveCells(context, officer(), [cleared], 'grid')).toMatchObject([{ outcome: 'saved' }]);
    expect(await filled()).toBe(0);
  });

  test('a place whose figures have come is not taken out unless somebody says so', async () => {
    const change = { add: [], remove: [villages[0]!.id], agreed: false };
    expect(await meanwhile(() => changePlaces(context, officer(), address(), change))).toEqual({
      outcome: 'hasFigures',
      places: [villages[0]!.id],
    });
    expect(await filled()).toBe(1);
  });

  test('is in the audit of each round that it changes', async () => {
    const other = await givenRound(base.database, ward, villages, { period: '2025-H2' });
    await saveCells(context, officer(), [cell(), cell({ sheet: other.sheets[0]! })], 'workbook');
    const audited = await withReadScope(base.database, officer(), (scope) =>
      scope.rows(
        sqlBuilder
          .selectFrom('audit_entry')
          .where('unit_id', '=', ward.unitId)
          .where('deed', '=', 'saveCells')
          .select('object_id'),
      ),
    );
    expect(audited.map(({ object_id }) => object_id).sort()).toEqual([round.id, other.id].sort());
  });
});
