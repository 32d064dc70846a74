import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { prepared, type Scope, type SystemActor, withReadScope, withScope } from './index.ts';

const program: SystemActor = { kind: 'system', purpose: 'test' };
const addProvince = prepared(
  'add_province',
  `insert into province (code, name, full_name, type) values ($1, $2, $2, 'province')`,
);
const countProvinces = prepared<{ count: number }>('count_provinces', 'select count(*) from province');

let base: TestDatabase;
beforeEach(async () => {
  base = await createTestDatabase();
});
afterEach(() => base.drop());

const write = (work: (scope: Scope) => Promise<unknown>) => withScope(base.database, program, work);
const provinces = async () =>
  withReadScope(base.database, program, async (scope) => (await scope.run(countProvinces, []))[0]!.count);

describe('a statement that is sent without waiting', () => {
  test('is done before the one after it, and kept when the transaction ends', async () => {
    const before = await provinces();
    const within = await withScope(base.database, program, async (scope) => {
      scope.send(addProvince, ['98', 'Tỉnh thử']);
      return (await scope.run(countProvinces, []))[0]!.count;
    });
    expect(within).toBe(before + 1);
    expect(await provinces()).toBe(before + 1);
  });

  test('undoes everything when it fails, though nobody waited for it', async () => {
    const before = await provinces();
    const saving = write(async (scope) => {
      scope.send(addProvince, ['98', 'Tỉnh thử']);
      scope.send(addProvince, ['98', 'Tỉnh trùng mã']);
    });
    await expect(saving).rejects.toMatchObject({ code: '23505' });
    expect(await provinces()).toBe(before);
  });

  test('is named as the cause, not the statement behind it that failed for its sake', async () => {
    const saving = write(async (scope) => {
      scope.send(addProvince, ['98', null]);
      await scope.run(countProvinces, []);
    });
    await expect(saving).rejects.toMatchObject({ code: '23502' });
  });
});

test('a refusal of the work itself reaches the caller and leaves the connection usable', async () => {
  const before = await provinces();
  const refusal = new Error('not allowed');
  const saving = write(async (scope) => {
    scope.send(addProvince, ['98', 'Tỉnh thử']);
    throw refusal;
  });
  await expect(saving).rejects.toBe(refusal);
  expect(await provinces()).toBe(before);
});

test('a reading scope changes nothing', async () => {
  const reading = withReadScope(base.database, program, async (scope) => {
    scope.send(addProvince, ['98', 'Tỉnh thử']);
  });
  await expect(reading).rejects.toMatchObject({ code: '25006' });
});
