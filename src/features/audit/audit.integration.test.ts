import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, type Ward } from '../../../test/support/ward.ts';
import { withScope } from '../../platform/database/index.ts';
import { recordAudit, verifyAudit } from './index.ts';

let base: TestDatabase;
let ward: Ward;

beforeEach(async () => {
  base = await createTestDatabase();
  ward = await givenWard(base.database);
  for (let index = 1; index <= 5; index++)
    await withScope(base.database, ward.people.police, async (scope) =>
      recordAudit(scope, ward.unitId, new Date(Date.UTC(2026, 9, index)), {
        deed: 'saveFigures',
        object: { kind: 'cycle', id: `cycle-${index}` },
        fields: ['children_abused'],
      }),
    );
});
afterEach(() => base.drop());

/** Someone with the owner's rights who switches the guard off. */
async function tamper(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: base.connectionString });
  await client.connect();
  try {
    await client.query("set mang_non.everywhere = 'on'");
    await client.query('alter table audit_entry disable trigger audit_is_append_only');
    await client.query(statement);
  } finally {
    await client.end();
  }
}

test('an untouched chain is sound', async () => {
  expect(await verifyAudit(base.database)).toEqual({ units: 1, entries: 5, broken: [] });
});

test('an entry that was changed is named', async () => {
  await tamper("update audit_entry set deed = 'acceptCriterion' where sequence = 3");
  expect((await verifyAudit(base.database)).broken).toEqual([
    { unit: ward.unitId, sequence: 3, fault: 'content' },
  ]);
});

test('an entry that was removed is named, the last one too', async () => {
  await tamper('delete from audit_entry where sequence = 2');
  expect((await verifyAudit(base.database)).broken).toEqual([
    { unit: ward.unitId, sequence: 2, fault: 'missing' },
  ]);
  await tamper('delete from audit_entry where sequence > 0');
  expect((await verifyAudit(base.database)).broken).toEqual([
    { unit: ward.unitId, sequence: 1, fault: 'missing' },
  ]);
});

test('the last entries cut off are found by the head of the chain', async () => {
  await tamper('delete from audit_entry where sequence >= 4');
  expect((await verifyAudit(base.database)).broken).toEqual([
    { unit: ward.unitId, sequence: 4, fault: 'missing' },
  ]);
});

test('an entry whose hash was computed anew still breaks the one after it', async () => {
  await tamper(
    "update audit_entry set object_id = 'another', hash = sha256(previous_hash || convert_to('2' || object_id, 'UTF8')) where sequence = 2",
  );
  expect((await verifyAudit(base.database)).broken[0]).toMatchObject({ sequence: 2 });
});

test('the program itself can neither change nor remove an entry', async () => {
  const client = await base.database.pool.connect();
  try {
    await client.query("select set_config('mang_non.everywhere', 'on', false)");
    await expect(client.query("update audit_entry set deed = 'x'")).rejects.toThrow(/permission denied/);
    await expect(client.query('delete from audit_entry')).rejects.toThrow(/permission denied/);
  } finally {
    client.release(true);
  }
});
