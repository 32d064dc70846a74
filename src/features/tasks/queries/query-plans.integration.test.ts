import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import { givenWard, type Ward } from '../../../../test/support/ward.ts';
import { type PreparedStatement, prepared, withReadScope } from '../../../platform/database/index.ts';
import { occurrencesDue } from './for-others.ts';
import { inboxOfPerson } from './inbox.ts';
import { loadOfYear } from './load.ts';
import { tasksOfYear } from './task-list.ts';

let test_: TestDatabase;
let big: Ward;

const TASKS = 300;

/** Two units with four years of work each: 300 tasks a year, each with twelve things to do. */
beforeAll(async () => {
  test_ = await createTestDatabase();
  big = await givenWard(test_.database, { code: '91001', name: 'Lớn' });
  const other = await givenWard(test_.database, { code: '91002', name: 'Bên Cạnh' });
  const owner = new pg.Client({ connectionString: test_.connectionString });
  await owner.connect();
  await owner.query(`select set_config('mang_non.everywhere', 'on', false)`);
  for (const ward of [big, other]) {
    await owner.query(
      `insert into task (unit_id, id, year, text, form, lead_id, recurrence, due_bound, search_key, created_by, created_at)
       select $1, gen_random_uuid(), y, 'Việc', 'order', ($2::uuid[])[1 + n % 8], 'monthly', 'before', 'viec', $3, now()
         from generate_series(2023, 2026) y, generate_series(1, ${TASKS}) n`,
      [ward.unitId, [...ward.organisationIds.values()], ward.people.culture_society.personId],
    );
    await owner.query(
      `insert into task_occurrence (unit_id, id, task_id, period, due_date, state)
       select unit_id, gen_random_uuid(), id, year || '-' || lpad(m::text, 2, '0'), make_date(year, m, 25),
              case when year < 2026 or m < 5 then 'done' else 'waiting' end
         from task, generate_series(1, 12) m where unit_id = $1`,
      [ward.unitId],
    );
    await owner.query(
      `insert into task_partner (unit_id, id, task_id, organisation_id)
       select unit_id, gen_random_uuid(), id, p
         from task, unnest($2::uuid[]) p where unit_id = $1`,
      [ward.unitId, [...ward.organisationIds.values()].slice(0, 3)],
    );
    await owner.query(
      `insert into reminder (unit_id, id, person_id, task_id, occurrence_id, kind, day, made_at, read_at)
       select unit_id, gen_random_uuid(), $2, task_id, id, 'before', due_date, now(), case when state = 'done' then now() end
         from task_occurrence where unit_id = $1`,
      [ward.unitId, ward.people.police.personId],
    );
  }
  await owner.query('analyze');
  await owner.end();
});
afterAll(() => test_.drop());

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** The tables that a statement reads from end to end. */
async function readThrough(statement: PreparedStatement<unknown>, values: readonly unknown[]) {
  const explain = prepared<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain_${statement.name}`,
    `explain (format json) ${statement.text}`,
  );
  const [row] = await withReadScope(test_.database, big.people.culture_society, (scope) =>
    scope.run(explain, values),
  );
  const found: string[] = [];
  const walk = (node: PlanNode) => {
    if (node['Node Type'] === 'Seq Scan') found.push(node['Relation Name'] ?? '');
    node.Plans?.forEach(walk);
  };
  walk(row!['QUERY PLAN'][0].Plan);
  return found.filter((table) => table.startsWith('task') || table === 'reminder');
}

const today = '2026-06-01';
const own = () => [big.organisationIds.get('police')!];
const person = () => big.people.police.personId;

test('the list of a year, narrowed or not, reads tasks and occurrences by their indexes', async () => {
  const filters = [
    [null, null, null, null],
    [own(), 'lead', 'late', 3],
  ] as const;
  for (const [organisations, part, state, criterion] of filters)
    expect(
      await readThrough(tasksOfYear, [
        big.unitId,
        2026,
        organisations,
        part,
        state,
        criterion,
        today,
        null,
        0,
      ]),
    ).toEqual([]);
});

test('the inbox reads only what is not settled, by its index', async () => {
  for (const planner of [true, false])
    expect(
      await readThrough(inboxOfPerson, [big.unitId, person(), own(), today, planner, false, own()]),
    ).toEqual([]);
});

test('load and calendar read by their indexes', async () => {
  expect(await readThrough(loadOfYear, [big.unitId, 2026, today])).toEqual([]);
  expect(await readThrough(occurrencesDue, [big.unitId, '2026-06-01', '2026-06-30', null])).toEqual([]);
});

test('list and inbox of such a unit are there in a blink', async () => {
  const begun = process.hrtime.bigint();
  await withReadScope(test_.database, big.people.police, async (scope) => {
    await scope.run(inboxOfPerson, [big.unitId, person(), own(), today, true, false, own()]);
    await scope.run(tasksOfYear, [big.unitId, 2026, null, null, null, null, today, null, 0]);
    await scope.run(loadOfYear, [big.unitId, 2026, today]);
  });
  const milliseconds = Number(process.hrtime.bigint() - begun) / 1e6;
  expect(milliseconds).toBeLessThan(2000);
});
