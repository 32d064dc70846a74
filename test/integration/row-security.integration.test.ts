import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  APPLICATION_ROLE,
  newId,
  type PersonActor,
  type PersonId,
  sqlBuilder,
  withReadScope,
  withScope,
} from '../../src/platform/database/index.ts';
import { givenPerson, givenUnit } from '../support/builders.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
let owner: pg.Client;
let tenantTables: string[];
let ours: PersonActor;
let theirs: PersonActor;
let above: PersonActor;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new pg.Client({ connectionString: test.connectionString });
  await owner.connect();
  const { rows } = await owner.query<{ table: string }>(
    `select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relkind in ('r', 'p') and a.attname = 'unit_id' and not a.attisdropped
        and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  tenantTables = rows.map(({ table }) => table);
  ours = await givenPerson(test.database, 'planningOfficer');
  theirs = await givenPerson(test.database, 'planningOfficer');
  await givenPerson(test.database, 'planningOfficer', {
    unit: await givenUnit(test.database, { provinceCode: '24' }),
  });
  above = await givenPerson(test.database, 'administrator', {
    unit: await givenUnit(test.database, { level: 'province' }),
  });
});
afterAll(async () => {
  await owner.end();
  await test.drop();
});

describe('every table with a unit_id', () => {
  it('is known: units, people, cycles, audit', () => {
    expect(tenantTables).toEqual(
      expect.arrayContaining(['unit', 'person', 'cycle', 'figure', 'audit_entry']),
    );
  });

  it('has row security enabled, and forced upon its owner too', async () => {
    const { rows } = await owner.query<{
      relname: string;
      relrowsecurity: boolean;
      relforcerowsecurity: boolean;
    }>(
      'select relname, relrowsecurity, relforcerowsecurity from pg_class where relname = any($1) order by 1',
      [tenantTables],
    );
    for (const row of rows)
      expect(row).toEqual({ relname: row.relname, relrowsecurity: true, relforcerowsecurity: true });
    expect(rows.length).toBe(tenantTables.length);
  });

  it('has a policy for reading, adding, changing and removing, each by the territory of the transaction', async () => {
    const { rows } = await owner.query<{ tablename: string; cmd: string; qual: string; with_check: string }>(
      `select tablename, cmd, qual, with_check from pg_policies where schemaname = 'public'`,
    );
    for (const table of tenantTables) {
      const rules = new Map(
        rows
          .filter(({ tablename }) => tablename === table)
          .map(({ cmd, qual, with_check }) => [cmd, `${qual ?? ''} ${with_check ?? ''}`]),
      );
      expect([...rules.keys()].sort(), table).toEqual(['DELETE', 'INSERT', 'SELECT', 'UPDATE']);
      expect(rules.get('SELECT'), table).toContain('readable_units()');
      for (const verb of ['INSERT', 'UPDATE', 'DELETE'])
        expect(rules.get(verb), `${table} ${verb}`).toMatch(/unit_id = \( SELECT writable_unit\(\)/);
    }
  });

  it('begins with unit_id, and its key too', async () => {
    const { rows } = await owner.query<{ table: string; first: string; key: string }>(
      `select c.relname as table,
              (select attname from pg_attribute where attrelid = c.oid and attnum = 1) as first,
              (select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0]) as key
         from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
        where c.relname = any($1)`,
      [tenantTables],
    );
    for (const row of rows) expect(row).toEqual({ table: row.table, first: 'unit_id', key: 'unit_id' });
    expect(rows.length).toBe(tenantTables.length);
  });

  it('points to no row of another unit', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select conname as name from pg_constraint k
        where contype = 'f' and conrelid::regclass::text = any($1) and confrelid::regclass::text = any($1)
          and not exists (select from pg_attribute a
                           where a.attrelid = k.confrelid and a.attnum = k.confkey[1] and a.attname = 'unit_id')`,
      [tenantTables],
    );
    expect(rows).toEqual([]);
  });
});

describe('the role of the program', () => {
  it('owns nothing and passes by no row security', async () => {
    const { rows } = await owner.query(
      `select rolsuper, rolbypassrls, rolcreaterole,
              (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
         from pg_roles where rolname = $1`,
      [APPLICATION_ROLE],
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 }]);
  });

  it('sees nothing at all without a scope', async () => {
    for (const table of tenantTables) {
      const { rows } = await test.database.pool.query(`select count(*)::int as seen from "${table}"`);
      expect(rows, table).toEqual([{ seen: 0 }]);
    }
  });

  it('cannot change or remove what the audit holds', async () => {
    for (const statement of [
      'update audit_entry set deed = deed',
      'delete from audit_entry',
      'truncate audit_entry',
    ])
      await expect(test.database.pool.query(statement), statement).rejects.toThrow('permission denied');
  });
});

describe('a scope without any filter', () => {
  const unitsSeenBy = (actor: PersonActor, table: 'person' | 'organisation' | 'unit' | 'audit_entry') =>
    withReadScope(test.database, actor, async (scope) =>
      (await scope.rows(sqlBuilder.selectFrom(table).select('unit_id').distinct()))
        .map(({ unit_id }) => unit_id)
        .sort(),
    );

  it('sees the own unit only', async () => {
    for (const table of ['person', 'organisation', 'unit', 'audit_entry'] as const)
      expect(await unitsSeenBy(ours, table), table).toEqual([ours.unit.id]);
  });

  it('of a province sees the units below it, and no other province', async () => {
    expect(await unitsSeenBy(above, 'unit')).toEqual([ours.unit.id, theirs.unit.id, above.unit.id].sort());
  });

  it('leaves nothing behind for the next transaction of the connection', async () => {
    await withReadScope(test.database, ours, (scope) =>
      scope.rows(sqlBuilder.selectFrom('person').selectAll()),
    );
    const { rows } = await test.database.pool.query('select count(*)::int as seen from person');
    expect(rows).toEqual([{ seen: 0 }]);
  });
});

describe('rows of another unit', () => {
  const stolen = (unit: PersonActor) => ({
    unit_id: unit.unit.id,
    id: newId<PersonId>(),
    user_id: newId<string>(),
    username: newId<string>(),
    name: 'Người Thử',
    search_key: 'nguoi thu',
  });

  it('cannot be added, neither by a sister nor from above', async () => {
    for (const actor of [ours, above])
      await expect(
        withScope(test.database, actor, (scope) =>
          scope.rows(sqlBuilder.insertInto('person').values(stolen(theirs))),
        ),
      ).rejects.toThrow('row-level security');
  });

  it('cannot be changed or removed, neither by a sister nor from above', async () => {
    for (const actor of [ours, above]) {
      const touched = await withScope(test.database, actor, async (scope) => [
        ...(await scope.rows(
          sqlBuilder
            .updateTable('person')
            .set({ name: 'Đổi tên' })
            .where('unit_id', '!=', actor.unit.id)
            .returning('id'),
        )),
        ...(await scope.rows(
          sqlBuilder.deleteFrom('membership').where('unit_id', '!=', actor.unit.id).returning('id'),
        )),
      ]);
      expect(touched).toEqual([]);
    }
  });

  it('do not come about by moving an own one', async () => {
    await expect(
      withScope(test.database, ours, (scope) =>
        scope.rows(sqlBuilder.updateTable('organisation').set({ unit_id: theirs.unit.id })),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('cannot be written at all by a scope for reading', async () => {
    await expect(
      withReadScope(test.database, ours, (scope) =>
        scope.rows(sqlBuilder.updateTable('person').set({ name: 'Đổi tên' })),
      ),
    ).rejects.toThrow('read-only transaction');
  });
});
