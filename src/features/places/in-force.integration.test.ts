import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { givenPlaces } from '../../../test/support/collection.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, type Ward } from '../../../test/support/ward.ts';
import { sqlBuilder, withReadScope, withScope } from '../../platform/database/index.ts';
import { listPlacesInForce, placeOfOrganisation } from './in-force.ts';

let test_: TestDatabase;
let ward: Ward;
let serial = 0;

beforeAll(async () => {
  test_ = await createTestDatabase();
});
beforeEach(async () => {
  serial++;
  ward = await givenWard(test_.database, { code: String(93_000 + serial), name: `Địa Bàn ${serial}` });
});
afterAll(() => test_.drop());

const inForce = async (day: string, limit = 100) =>
  (
    await withReadScope(test_.database, ward.people.culture_society, (scope) =>
      listPlacesInForce(scope, ward.unitId, 'village', day, { limit }),
    )
  ).map(({ name }) => name);

describe('the places in force on a day', () => {
  test('stand in the order of their names, numbers by their value', async () => {
    await givenPlaces(test_.database, ward, 11);
    await givenPlaces(test_.database, ward, 2, 'school');
    expect(await inForce('2026-01-01', 3)).toEqual(['1', '2', '3']);
    expect((await inForce('2026-01-01')).at(-1)).toBe('11');
  });

  test('are those that had begun, had not ended and did not rest', async () => {
    const [first, second] = await givenPlaces(test_.database, ward, 3);
    await withScope(test_.database, { kind: 'system', purpose: 'test' }, async (scope) => {
      const change = (id: string, values: { valid_until: string } | { rests: string }) =>
        scope.rows(sqlBuilder.updateTable('place').set(values).where('id', '=', id));
      await change(first!.id, { valid_until: '2026-03-01' });
      await change(second!.id, { rests: '{[2026-02-01,2026-05-01)}' });
    });
    expect(await inForce('2025-06-30')).toEqual([]);
    expect(await inForce('2026-01-31')).toEqual(['1', '2', '3']);
    expect(await inForce('2026-02-28')).toEqual(['1', '3']);
    expect(await inForce('2026-03-01')).toEqual(['3']);
    expect(await inForce('2026-05-01')).toEqual(['2', '3']);
  });
});

test('an organisation becomes a place when it is first asked for figures, and only once', async () => {
  const police = ward.organisationIds.get('police')!;
  const ask = () =>
    withScope(test_.database, ward.people.culture_society, (scope) =>
      placeOfOrganisation(scope, ward.unitId, police),
    );
  const [one, other] = await Promise.all([ask(), ask()]);
  expect(one).toEqual(other);
  expect(await ask()).toEqual({
    id: one.id,
    kind: 'organisation',
    type: '',
    name: 'Công an phường',
    organisationId: police,
    nationalCode: null,
  });
});
