import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonActor, prepared, type Scope, withScope } from '../../../src/platform/database/index.ts';
import { givenRowsOfEveryTable } from './rows-of-every-table.ts';
import { createWorld, type Place, type World } from './world.ts';

/** Past every handler: whatever statement somebody's scope runs, row security keeps it inside the territory. */

let world: World;
let tables: readonly string[];
/** Of each table the columns that a row is written by: not those that the database works out itself. */
const columns = new Map<string, string>();
const actors = new Map<string, PersonActor>();
const places = ['own', 'sister', 'other', 'province'] as const;

/** What each sees: the own unit, and from the province all below it. */
const territories: Readonly<Record<string, readonly Place[]>> = {
  planningOfficer: ['own'],
  overseer: ['own'],
  administrator: ['own'],
  appraiser: ['own', 'sister', 'province'],
  provinceAdministrator: ['own', 'sister', 'province'],
};

beforeAll(async () => {
  world = await createWorld();
  const { rows } = await world.owner.query<{ name: string; written: string }>(
    `select table_name as name,
            string_agg(quote_ident(column_name), ', ' order by ordinal_position)
              filter (where is_generated = 'NEVER') as written
       from information_schema.columns where table_schema = 'public'
      group by table_name having bool_or(column_name = 'unit_id') order by 1`,
  );
  tables = rows.map(({ name }) => name);
  for (const { name, written } of rows) columns.set(name, written);
  for (const role of ['planningOfficer', 'overseer', 'administrator'] as const)
    actors.set(role, await world.givenRole(role, 'own'));
  actors.set('appraiser', await world.givenRole('appraiser', 'province'));
  actors.set('provinceAdministrator', await world.givenRole('administrator', 'province'));
  for (const place of places) {
    const { unit, colleague } = world.places[place];
    await world.owner.query(
      `insert into document_setting values ($1, gen_random_uuid(), 'Nơi thử', '{}', '{CHỦ TỊCH}', null, '{Như trên}')`,
      [unit.id],
    );
    await world.owner.query(
      `insert into criterion_event (unit_id, id, cycle_id, number, kind, person_id, happened_at)
       values ($1, gen_random_uuid(), gen_random_uuid(), 1, 'assigned', $2, now())`,
      [unit.id, colleague.personId],
    );
  }
  await givenRowsOfEveryTable(world);
});
afterAll(() => world.drop());

const idOf = (place: Place): string => world.places[place].unit.id;

/** Runs a statement as somebody and tells what came of it; what it did is undone. */
async function outcomeOf(actor: PersonActor, text: string, values: readonly unknown[]): Promise<string> {
  const undone = new Error('undone');
  let touched = -1;
  const run = async (scope: Scope) => {
    touched = (await scope.run(prepared('', text), values)).length;
    throw undone;
  };
  try {
    await withScope(world.database, actor, run);
  } catch (error) {
    if (error !== undone) return (error as Error).message;
  }
  return `${touched} rows`;
}

const REFUSED = /^0 rows$|row-level security|permission denied/;

describe.each(Object.keys(territories))('a scope of the %s', (role) => {
  it('reads of every table the rows of its territory, all of them and no others', async () => {
    for (const table of tables) {
      const statement = `select distinct unit_id from "${table}"`;
      const { rows: all } = await world.owner.query<{ unit_id: string }>(statement);
      const seen = await withScope(world.database, actors.get(role)!, (scope) =>
        scope.run(prepared<{ unit_id: string }>('', statement), []),
      );
      const territory = territories[role]!.map(idOf);
      const expected = all.map((row) => row.unit_id).filter((unit) => territory.includes(unit));
      expect(seen.map((row) => row.unit_id).sort(), table).toEqual(expected.sort());
      expect(all.length, `${table} has rows beyond the territory`).toBeGreaterThan(expected.length);
    }
  });

  it('adds, changes and removes nothing in another unit, in no table', async () => {
    const actor = actors.get(role)!;
    const faults: string[] = [];
    for (const table of tables)
      for (const place of places) {
        const unit = idOf(place);
        const { rows } = await world.owner.query<{ row: string }>(
          `select to_jsonb(t)::text as row from "${table}" t where unit_id = $1 limit 1`,
          [unit],
        );
        if (unit === actor.unit.id || rows.length === 0) continue;
        const attempts: readonly [string, readonly unknown[]][] = [
          [
            `insert into "${table}" (${columns.get(table)})
             select ${columns.get(table)} from jsonb_populate_record(null::"${table}", $1) returning 1`,
            [rows[0]!.row],
          ],
          [`update "${table}" set unit_id = unit_id where unit_id = $1 returning 1`, [unit]],
          [`update "${table}" set unit_id = $2 where unit_id = $1 returning 1`, [unit, actor.unit.id]],
          [`delete from "${table}" where unit_id = $1 returning 1`, [unit]],
        ];
        for (const [text, values] of attempts) {
          const outcome = await outcomeOf(actor, text, values);
          if (!REFUSED.test(outcome)) faults.push(`${text} (${place}): ${outcome}`);
        }
      }
    expect(faults).toEqual([]);
  });

  it('moves no row of the own unit to another one', async () => {
    const actor = actors.get(role)!;
    const faults: string[] = [];
    for (const table of tables) {
      const text = `update "${table}" set unit_id = $2 where unit_id = $1 returning 1`;
      const outcome = await outcomeOf(actor, text, [actor.unit.id, idOf('other')]);
      if (!REFUSED.test(outcome)) faults.push(`${table}: ${outcome}`);
    }
    expect(faults).toEqual([]);
  });

  it('writes nothing into the audit of another unit', async () => {
    const text = `select append_audit($1, '2026-10-21T02:00:00.000Z', 'x', 'x', 'x', 'x', '{}', '{}')`;
    for (const place of places)
      if (idOf(place) !== actors.get(role)!.unit.id)
        expect(await outcomeOf(actors.get(role)!, text, [idOf(place)]), place).toMatch(/row-level security/);
  });
});
