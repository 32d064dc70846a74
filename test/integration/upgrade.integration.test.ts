import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessmentRoutes, yesNoInputsOf } from '../../src/features/assessment/index.ts';
import { evidenceOnPages, FoundFigures } from '../../src/features/evidence-check/index.ts';
import { loadStandards } from '../../src/features/standards/index.ts';
import { giveTask } from '../../src/features/tasks/commands/arrange-tasks.ts';
import { tasksForChoice } from '../../src/features/tasks/index.ts';
import { migrate, type PersonActor, withReadScope } from '../../src/platform/database/index.ts';
import { personOf } from '../../src/platform/identity/index.ts';
import { installJobs } from '../../src/platform/jobs/index.ts';
import { projectFolder } from '../../src/platform/project-folder.ts';
import { actingAs } from '../support/acting.ts';
import { testAssets } from '../support/application.ts';
import { memoryFileStore } from '../support/memory-file-store.ts';
import { testClock } from '../support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** What a ward had written down with version 0.1, of which the only migration was the first. */
const FIRST = '0001_foundation.sql';
const ofFirst = `
  insert into province values ('20', 'Lạng Sơn', 'Tỉnh Lạng Sơn', 'province');
  insert into administrative_unit values ('05983', '20', 'ward', 'Thử', 'Phường Thử', 'phuong thu', '2025-07-01');
  insert into identity."user" ("id", "name", "email") values ('u1', 'Nguyễn Thị Mẫu', 'mau@khong.co');
  insert into identity."session" ("id", "expiresAt", "token", "userId") values ('s1', '2026-12-31', 'token', 'u1');
  select set_config('mang_non.everywhere', 'on', false);
  insert into unit (unit_id, level, code, province_code, type, name, full_name, territory_class, class_basis)
    values ('00000000-0000-7000-8000-000000000001', 'commune', '05983', '20', 'ward', 'Thử', 'Phường Thử', 'other', 'Quyết định thử');
  insert into organisation values
    ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', 'culture_society', 'Phòng Văn hóa - Xã hội', '2025-07-01');
  insert into person (unit_id, id, user_id, username, name, search_key, must_change_password)
    values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000003', 'u1', 'mau', 'Nguyễn Thị Mẫu', 'nguyen thi mau', false);
  insert into membership values
    ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000003',
     '00000000-0000-7000-8000-000000000002', 'planningOfficer');
  insert into cycle (unit_id, id, year, standard_id, standard_version, territory_class, class_basis)
    values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000005', 2026, 'qd-06-2019', 1, 'other', 'Quyết định thử');
  insert into cycle_criterion (unit_id, id, cycle_id, number, organisation_id, due_date)
    select '00000000-0000-7000-8000-000000000001', gen_random_uuid(), '00000000-0000-7000-8000-000000000005', number,
           '00000000-0000-7000-8000-000000000002', '2026-09-30' from generate_series(1, 13) as number;
  insert into figure (unit_id, id, cycle_id, input, state, changed_by, changed_at)
    values ('00000000-0000-7000-8000-000000000001', gen_random_uuid(), '00000000-0000-7000-8000-000000000005', 'mot_so_lieu', 'no_data',
            '00000000-0000-7000-8000-000000000003', '2026-03-01');
  select append_audit('00000000-0000-7000-8000-000000000001', '2026-03-01T00:00:00.000Z', 'u1', 'openCycle', 'cycle', 'c1', '{}', '{}');`;

/** What it had added with the version before collection, of which the last migration was the fourth. */
const BEFORE_COLLECTION = ['0002_plans.sql', '0003_tasks.sql', '0004_activities.sql'];
const ofBeforeCollection = `
  insert into neighbourhood (unit_id, id, type, name, search_key, valid_from)
    values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000011', 'thôn', 'Thử', 'thon thu', '2026-01-01');
  insert into commitment (unit_id, id, year, neighbourhood_id, signed_on, signed_by, criteria, recorded_by, recorded_at)
    values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', 2026,
            '00000000-0000-7000-8000-000000000011', '2026-02-10', 'Trưởng thôn Thử', '{2,7}',
            '00000000-0000-7000-8000-000000000003', '2026-02-11');`;

let test: TestDatabase;
let owner: pg.Client;
let before: Record<string, unknown[]>;

/** Every row of every table that the first migration has made. */
async function everything(tables: readonly string[]): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const table of tables) {
    const { rows } = await owner.query(
      `select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`,
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

/** Applies these migrations alone, as the version did that had no others. */
async function migrateWith(names: readonly string[]): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mang-non-upgrade-'));
  try {
    for (const name of names) await cp(path.join(projectFolder, 'migrations', name), path.join(folder, name));
    return await migrate(test.connectionString, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

beforeAll(async () => {
  test = await createTestDatabase('template1');
  expect(await migrateWith([FIRST])).toEqual([FIRST]);
  owner = new pg.Client({ connectionString: test.connectionString });
  await owner.connect();
  await owner.query(ofFirst);
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'identity') and tablename <> 'schema_migration' order by 1`,
  );
  before = await everything(rows.map(({ name }) => name));
  expect(await migrateWith([FIRST, ...BEFORE_COLLECTION])).toEqual(BEFORE_COLLECTION);
  await owner.query(ofBeforeCollection);
  const applied = await migrate(test.connectionString, path.join(projectFolder, 'migrations'));
  expect(applied).not.toContain(BEFORE_COLLECTION.at(-1));
  expect(applied.length).toBeGreaterThan(0);
  await installJobs(test.connectionString);
});
afterAll(async () => {
  await owner.end();
  await test.drop();
});

describe('a database of the first version, brought to this one', () => {
  it('keeps every row as it was', async () => {
    expect(before['public.cycle_criterion']).toHaveLength(13);
    expect(await everything(Object.keys(before))).toMatchObject(before);
  });

  it('keeps its villages, and what each of them promised', async () => {
    const { rows } = await owner.query(
      `select p.kind, p.type, p.name, c.signed_by, c.criteria
         from place p join commitment c on c.unit_id = p.unit_id and c.place_id = p.id`,
    );
    expect(rows).toEqual([
      { kind: 'village', type: 'thôn', name: 'Thử', signed_by: 'Trưởng thôn Thử', criteria: [2, 7] },
    ]);
  });

  it('knows who is signed in, shows the cycle, and takes its first task', async () => {
    const actor = (await personOf(
      test.database,
      'token',
      30,
      new Date('2026-10-15T02:00:00Z'),
    )) as PersonActor;
    expect(actor).toMatchObject({ name: 'Nguyễn Thị Mẫu', memberships: [{ role: 'planningOfficer' }] });
    const clock = testClock();
    const standards = await loadStandards(path.join(projectFolder, 'standards'));
    const dependencies = {
      database: test.database,
      clock,
      standards,
      assets: testAssets,
      files: memoryFileStore(),
    };
    const routes = assessmentRoutes({
      ...dependencies,
      yesNoInputs: yesNoInputsOf(standards),
      evidence: evidenceOnPages(new FoundFigures(), clock),
    });
    expect((await actingAs(routes, actor).get('/don-vi/05983/tu-danh-gia/2026')).status).toBe(200);
    await giveTask(dependencies, actor, '05983', {
      year: 2026,
      text: 'Rà soát ao, hồ',
      form: 'order',
      leadId: actor.memberships[0]!.organisationId,
      partnerIds: [],
      criteria: [],
      targetIds: [],
      recurrence: 'once',
      due: null,
    });
    const tasks = await withReadScope(test.database, actor, (scope) =>
      tasksForChoice(scope, actor.unit.id, 2026),
    );
    expect(tasks.map(({ text }) => text)).toEqual(['Rà soát ao, hồ']);
  });
});
