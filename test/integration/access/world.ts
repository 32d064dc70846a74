import pg from 'pg';
import type { Role } from '../../../src/domain/organisation/index.ts';
import { insertCycle } from '../../../src/features/assessment/index.ts';
import {
  type ActorUnit,
  newId,
  type OrganisationId,
  type PersonActor,
  sqlBuilder,
  withScope,
} from '../../../src/platform/database/index.ts';
import type { FileStore } from '../../../src/platform/file-store/index.ts';
import { openIdentity } from '../../../src/platform/identity/index.ts';
import { openLog } from '../../../src/platform/log.ts';
import { createApplication } from '../../../src/server.ts';
import { testAssets } from '../../support/application.ts';
import { givenOrganisations, givenPerson, givenUnit } from '../../support/builders.ts';
import { memoryFileStore } from '../../support/memory-file-store.ts';
import { testClock } from '../../support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { testUploads } from '../../support/test-uploads.ts';
import { testStandards } from '../../support/ward.ts';
import { givenRecordsOfTheYear, type RecordsOfTheYear } from './records-of-the-year.ts';

export type TestPerson = PersonActor & { readonly username: string };
export type Ward = 'own' | 'sister' | 'other';
export type Place = Ward | 'province';

/** A unit of the tests; its mark stands in every name and note of it, so that a page which tells too much shows it. */
export interface PlaceOfTests {
  readonly unit: ActorUnit;
  readonly mark: string;
  readonly organisations: ReadonlyMap<string, OrganisationId>;
  /** Whom deeds are done to; never signed in. */
  readonly colleague: TestPerson;
}

export interface WardOfTests extends PlaceOfTests {
  /** What its year holds, apart from the self-assessment. */
  readonly year: RecordsOfTheYear;
}

export const YEAR = 2026;
/** Five digits that no unit bears. */
export const NO_UNIT = '90999';
export const NOBODY = '01920000-0000-7000-8000-000000000001';

/** Two provinces: in one the own ward and its sister, in the other a stranger; each ward with a complete cycle and a year's work. */
export interface World extends TestDatabase {
  readonly application: ReturnType<typeof createApplication>;
  readonly places: Readonly<Record<Ward, WardOfTests> & Record<'province', PlaceOfTests>>;
  /** As the owner, for every unit: arranges, and looks whether anything changed. */
  readonly owner: pg.Client;
  givenRole(role: Role, place: Place, options?: { mustChangePassword?: boolean }): Promise<TestPerson>;
}

const marks: Readonly<Record<Place, string>> = {
  own: 'Thử-Giáp',
  sister: 'Thử-Ất',
  other: 'Thử-Bính',
  province: 'Thử-Đinh',
};

/** @param publicUrl with https for cookies that travel encrypted only */
export async function createWorld(publicUrl = 'http://localhost'): Promise<World> {
  const test = await createTestDatabase();
  const clock = testClock();
  const files = memoryFileStore();
  const identity = openIdentity({
    connectionString: test.connectionString,
    secret: 'a secret of tests, long enough to be one',
    idleMinutes: 30,
    secureCookies: publicUrl.startsWith('https:'),
    publicUrl,
    clock,
  });
  const application = createApplication({
    database: test.database,
    identity,
    clock,
    standards: await testStandards(),
    assets: testAssets,
    clientFiles: new Map(),
    log: openLog('silent'),
    files,
    uploads: testUploads(),
    scanner: null,
    publicUrl,
    setUpCode: null,
  });
  const owner = new pg.Client({ connectionString: test.connectionString });
  await owner.connect();
  await owner.query(`set mang_non.everywhere = 'on'`);
  const places = {
    own: await givenWard(test, files, 'own', '90101', '20'),
    sister: await givenWard(test, files, 'sister', '90102', '20'),
    other: await givenWard(test, files, 'other', '90103', '24'),
    province: await givenPlace(test, 'province', '20', '20'),
  };
  return {
    ...test,
    application,
    places,
    owner,
    givenRole: (role, place, options = {}) =>
      givenPerson(test.database, role, {
        unit: places[place].unit,
        name: `Người ${marks[place]}`,
        ...options,
      }),
    async drop() {
      await owner.end();
      await identity.close();
      await test.drop();
    },
  };
}

async function givenPlace(
  { database }: TestDatabase,
  place: Place,
  code: string,
  provinceCode: string,
): Promise<PlaceOfTests> {
  const mark = marks[place];
  const level = place === 'province' ? 'province' : 'commune';
  const unit = await givenUnit(database, { level, code, provinceCode, name: mark });
  const organisations = new Map(
    (await givenOrganisations(database, unit)).map(({ kind, id }) => [kind, id] as const),
  );
  const role = level === 'province' ? 'appraiser' : 'healthOfficer';
  const colleague = await givenPerson(database, role, { unit, name: `Đồng nghiệp ${mark}` });
  return { unit, mark, organisations, colleague };
}

async function givenWard(
  test: TestDatabase,
  files: FileStore,
  place: Ward,
  code: string,
  provinceCode: string,
): Promise<WardOfTests> {
  const made = await givenPlace(test, place, code, provinceCode);
  await givenCompleteCycle(test.database, made);
  return { ...made, year: await givenRecordsOfTheYear(test.database, files, made) };
}

const system = { kind: 'system', purpose: 'test' } as const;

/** A cycle in which every figure is given and every criterion is in work. */
async function givenCompleteCycle(
  database: TestDatabase['database'],
  { unit, mark, organisations, colleague }: PlaceOfTests,
): Promise<void> {
  const standard = (await testStandards()).latest('qd-06-2019')!;
  const at = new Date('2026-01-05T02:00:00Z');
  await withScope(database, system, async (scope) => {
    const cycle_id = await insertCycle(
      scope,
      {
        unitId: unit.id,
        year: YEAR,
        territoryClass: 'other',
        classBasis: `Quyết định ${mark}`,
        standard,
        organisations,
      },
      at,
    );
    await scope.rows(
      sqlBuilder.updateTable('cycle_criterion').set({ state: 'in_work' }).where('unit_id', '=', unit.id),
    );
    const rows = Object.keys(standard.standard.inputs).map((input) => ({
      unit_id: unit.id,
      id: newId<string>(),
      cycle_id,
      input,
      reason: null,
      note: `Ghi chú ${mark}`,
      revision: 1,
    }));
    await scope.rows(
      sqlBuilder.insertInto('figure').values(
        rows.map((row) => ({
          ...row,
          state: 'given' as const,
          value: 1,
          changed_by: colleague.personId,
          changed_at: at,
        })),
      ),
    );
    await scope.rows(
      sqlBuilder.insertInto('figure_change').values(
        rows.map((row) => ({
          ...row,
          from_state: null,
          from_value: null,
          to_state: 'given',
          to_value: 1,
          person_id: colleague.personId,
          changed_at: at,
        })),
      ),
    );
  });
}
