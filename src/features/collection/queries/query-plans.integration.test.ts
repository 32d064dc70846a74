import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenPlaces, givenRound } from '../../../../test/support/collection.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import { givenWard, type Ward } from '../../../../test/support/ward.ts';
import { type PreparedStatement, prepared, withReadScope } from '../../../platform/database/index.ts';
import { conflictsOfRound } from './conflicts.ts';
import { sheetsOfRoundStatement } from './round.ts';
import { roundsOfYear } from './rounds.ts';
import { changesOfCell, sheetById } from './sheet.ts';
import { figuresOfOrganisations } from './two-sources.ts';
import { workOfPerson } from './work-of-person.ts';

const PLACES = 2_000;

let base: TestDatabase;
let ward: Ward;
let round: { readonly id: string; readonly sheets: readonly string[] };

/** Two units with six rounds of 2,000 places each; in one round of them all figures are in. */
beforeAll(async () => {
  base = await createTestDatabase();
  for (const [code, name] of [
    ['93001', 'Bên Cạnh'],
    ['93002', 'Lớn'],
  ] as const) {
    ward = await givenWard(base.database, { code, name });
    const places = await givenPlaces(base.database, ward, PLACES);
    for (const period of ['2024-H1', '2024-H2', '2025-H1', '2025-H2', '2026-H1', '2026-H2'])
      round = await givenRound(base.database, ward, places, { period });
  }
  const owner = new pg.Client({ connectionString: base.connectionString });
  await owner.connect();
  await owner.query(`select set_config('mang_non.everywhere', 'on', false)`);
  await owner.query(
    `insert into collected_figure (unit_id, sheet_id, item, state, value, changed_by, changed_through, changed_at)
     select s.unit_id, s.id, item, 'given', 1, $2, 'grid', now()
       from collection_sheet s, unnest(array['children_total', 'under1_total', 'children_checked']) item
      where s.unit_id = $1`,
    [ward.unitId, ward.people.culture_society.personId],
  );
  // Each came by an operation of its own; every 500th met with another.
  await owner.query(
    `insert into cell_operation (unit_id, id, sheet_id, item, outcome, revision, figure, sent_by, received_at)
     select f.unit_id, gen_random_uuid(), f.sheet_id, f.item, case when n % 500 = 0 then 'conflict' else 'saved' end, 1,
            '{"state": "given", "value": 2}', f.changed_by, now()
       from (select *, row_number() over () as n from collected_figure) f`,
  );
  await owner.query('analyze');
  await owner.end();
}, 120_000);
afterAll(() => base.drop());

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

const run = <Row>(statement: PreparedStatement<Row>, values: readonly unknown[]) =>
  withReadScope(base.database, ward.people.culture_society, (scope) => scope.run(statement, values));

/** The tables of figures that a statement reads from end to end. */
async function readThrough(statement: PreparedStatement<unknown>, values: readonly unknown[]) {
  const explain = prepared<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain_${statement.name}`,
    `explain (format json) ${statement.text}`,
  );
  const [row] = await run(explain, values);
  const found: string[] = [];
  const walk = (node: PlanNode) => {
    if (node['Node Type'] === 'Seq Scan') found.push(node['Relation Name'] ?? '');
    node.Plans?.forEach(walk);
  };
  walk(row!['QUERY PLAN'][0].Plan);
  return found.filter((table) => ['collection_sheet', 'collected_figure', 'cell_operation'].includes(table));
}

const today = '2026-06-18';
const ofRound = () => [ward.unitId, round.id, today, null, null, null, null, 0, 50, []];

test('one sheet with its past, and the history of a cell, are read by indexes', async () => {
  const sheet = round.sheets[0]!;
  const reads = [
    await readThrough(sheetById, [ward.unitId, round.id, sheet, 2026]),
    await readThrough(changesOfCell, [ward.unitId, sheet, 'children_total', 0]),
  ];
  expect(reads.flat()).toEqual([]);
});

test('a round of 2,000 places reads no figure to tell how far it is, and its own sheets alone', async () => {
  for (const [statement, values] of [
    [sheetsOfRoundStatement, ofRound()],
    [roundsOfYear, [ward.unitId, 2026, today, null]],
    [conflictsOfRound, [ward.unitId, round.id, null]],
    [workOfPerson, [ward.unitId, [...ward.organisationIds.values()], today, true, 10]],
  ] as const)
    expect(await readThrough(statement, values), statement.name).toEqual([]);
});

test('what organisations and villages say of the same is read by indexes', async () => {
  const items = ['children_total', 'under1_total'];
  const beside = prepared(
    'figures_of_organisations',
    `select ${figuresOfOrganisations('$1::uuid', '$2::uuid', '$3::text[]')} as found`,
  );
  expect(await readThrough(beside, [ward.unitId, round.id, items])).toEqual([]);
});

test('list and page of such rounds are there in a blink, a page of sheets at a time', async () => {
  const begun = process.hrtime.bigint();
  const [list] = await run(sheetsOfRoundStatement, ofRound());
  await run(roundsOfYear, [ward.unitId, 2026, today, null]);
  expect(Number(process.hrtime.bigint() - begun) / 1e6).toBeLessThan(2000);
  expect(list!.sheets).toHaveLength(50);
  expect(list!.counts.all).toBe(PLACES);
});
