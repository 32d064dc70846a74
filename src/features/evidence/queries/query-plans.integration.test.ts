import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import { givenWard, type Ward } from '../../../../test/support/ward.ts';
import { type PreparedStatement, prepared, withReadScope } from '../../../platform/database/index.ts';
import { evidenceByWords, evidenceOfUnit, listEvidence, valuesOfList } from './list.ts';

let test_: TestDatabase;
let big: Ward;
const EVIDENCE = 20_000;

/** A library of 20,000 documents of some twenty words each beside a small one. */
beforeAll(async () => {
  test_ = await createTestDatabase();
  big = await givenWard(test_.database, { code: '91101', name: 'Kho Lớn' });
  const other = await givenWard(test_.database, { code: '91102', name: 'Kho Bên Cạnh' });
  const owner = new pg.Client({ connectionString: test_.connectionString });
  await owner.connect();
  await owner.query(`select set_config('mang_non.everywhere', 'on', false)`);
  for (const [ward, count] of [
    [big, EVIDENCE],
    [other, 1_000],
  ] as const) {
    const station = ward.organisationIds.get('health_station');
    const person = ward.people.health_station.personId;
    await owner.query(
      `insert into stored_file (unit_id, id, sha256, size, media_type, name, stored_by, stored_at)
       values ($1, $1, repeat('0', 64), 1, 'application/pdf', 'tep.pdf', $2, now())`,
      [ward.unitId, person],
    );
    await owner.query(
      `insert into evidence (unit_id, id, organisation_id, title, document_type, search_key, content_key, added_by, added_at,
                             changed_at)
       select $1, gen_random_uuid(), $2, 'Báo cáo ' || n, (array['Báo cáo', 'Kế hoạch', null])[1 + n % 3], 'bao cao ' || n,
              (select string_agg('tu' || (n * 7 + k * 13) % 3000, ' ') from generate_series(1, 20) k), $3, now(), now()
         from generate_series(1, $4::int) n`,
      [ward.unitId, station, person, count],
    );
    await owner.query(
      `insert into evidence_file (unit_id, id, evidence_id, revision, file_id, reading, added_by, added_at)
       select unit_id, gen_random_uuid(), id, 1, unit_id, 'read', added_by, now() from evidence where unit_id = $1`,
      [ward.unitId],
    );
    await owner.query(
      `insert into evidence_use (unit_id, id, evidence_id, year, criterion, indicator, added_by, added_at)
       select unit_id, gen_random_uuid(), id, 2026, 5, '5.1', added_by, now() from evidence where unit_id = $1`,
      [ward.unitId],
    );
  }
  // As the server does by itself after a while: an index tells alone only of pages that are known to be seen by all.
  await owner.query('vacuum (analyze)');
  await owner.end();
}, 300_000);
afterAll(() => test_.drop());

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

const nothing = {
  search: '',
  criterion: null,
  year: null,
  documentType: null,
  unused: false,
  expired: false,
  showsChildren: false,
  withdrawn: false,
};
const valuesFor = (search: string) =>
  valuesOfList(big.people.police, big.unitId, { ...nothing, search }, '2026-10-15', 1);

/** What a statement reads: "Seq Scan evidence", "Bitmap Index Scan evidence_by_words". */
async function reads(statement: PreparedStatement<unknown>, values: readonly unknown[]): Promise<string[]> {
  const explain = prepared<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain_${statement.name}`,
    `explain (format json) ${statement.text}`,
  );
  const [row] = await withReadScope(test_.database, big.people.police, (scope) => scope.run(explain, values));
  const found: string[] = [];
  const walk = (node: PlanNode) => {
    found.push(`${node['Node Type']} ${node['Index Name'] ?? node['Relation Name'] ?? ''}`.trim());
    node.Plans?.forEach(walk);
  };
  walk(row!['QUERY PLAN'][0].Plan);
  return found;
}

test('the words are looked up in their index, and the evidence of a search by its key', async () => {
  const plan = await reads(evidenceByWords, valuesFor('tu77 bao'));
  expect(plan).toContain('Function Scan');
  expect(plan.filter((node) => /^Seq Scan (evidence|stored_file)/.test(node))).toEqual([]);
  const owner = new pg.Client({ connectionString: test_.connectionString });
  await owner.connect();
  const { rows } = await owner.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain (format json) select evidence_id from search.evidence_words
      where words @@ '''tu77'':* & ''@${big.unitId}'''::tsquery`,
  );
  await owner.end();
  expect(JSON.stringify(rows)).toContain('evidence_by_words');
});

test('a search in 20,000 documents finds what has all its words, of the own unit alone', async () => {
  const list = await withReadScope(test_.database, big.people.police, (scope) =>
    listEvidence(
      scope,
      big.people.police,
      big.unitId,
      { ...nothing, search: 'báo cáo 1999' },
      '2026-10-15',
      1,
    ),
  );
  // 1999 and 19990 to 19999.
  expect(list.total).toBe(11);
});

test('the list of the other unit is not read for the own one', async () => {
  const before = test_.database.statements.count;
  const list = await withReadScope(test_.database, big.people.police, (scope) =>
    listEvidence(scope, big.people.police, big.unitId, nothing, '2026-10-15', 400),
  );
  expect(list.total).toBe(EVIDENCE);
  expect(list.evidence).toHaveLength(50);
  expect(test_.database.statements.count - before).toBeLessThanOrEqual(4);
  expect((await reads(evidenceOfUnit, valuesFor(''))).filter((node) => node === 'Function Scan')).toEqual([]);
});
