import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { givenPlaces } from '../../../test/support/collection.ts';
import { memoryFileStore } from '../../../test/support/memory-file-store.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, type Ward } from '../../../test/support/ward.ts';
import { sqlBuilder, withReadScope, withScope } from '../../platform/database/index.ts';
import { RequestError } from '../../platform/http/index.ts';
import type { CommitmentsContext } from './commands/context.ts';
import { recordCommitment, removeCommitment } from './commands/record-commitment.ts';
import { listVillages, type Village } from './queries.ts';

let test_: TestDatabase;
let context: CommitmentsContext;
let ward: Ward;
let serial = 0;

beforeAll(async () => {
  test_ = await createTestDatabase();
  context = {
    database: test_.database,
    clock: { now: () => new Date('2026-03-15T03:00:00Z') },
    files: memoryFileStore(),
  };
});
beforeEach(async () => {
  serial++;
  ward = await givenWard(test_.database, { code: String(95_000 + serial), name: `Cam Kết ${serial}` });
});
afterAll(() => test_.drop());

const planner = () => ward.people.culture_society;
const villages = (year = 2026) =>
  withReadScope(test_.database, planner(), (scope) => listVillages(scope, ward.unitId, year));
const placeOf = (village: Village, year = 2026) => ({
  unitCode: ward.code,
  placeId: village.id,
  year,
});
const promise = { signedOn: '2026-02-05', signedBy: 'Trưởng thôn Ví Dụ', criteria: [1, 2, 3] };
const refusal = (promised: Promise<unknown>) =>
  promised.then(
    () => 'done',
    (error: unknown) => (error instanceof RequestError ? `${error.status} ${error.code}` : String(error)),
  );

describe('the villages of a unit', () => {
  test('that are no longer there leave the list, and what they promised stays', async () => {
    await givenPlaces(test_.database, ward, 2);
    const [first] = (await villages()) as [Village];
    await recordCommitment(context, planner(), placeOf(first), promise, null);
    await withScope(test_.database, planner(), (scope) =>
      scope.rows(sqlBuilder.updateTable('place').set({ valid_until: '2026-03-15' })),
    );
    expect(await villages()).toEqual([{ ...first, commitment: { ...promise, fileId: null } }]);
    expect(await villages(2027)).toEqual([]);
  });
});

describe('a commitment', () => {
  test('is kept for its year with its paper, and corrected when recorded again', async () => {
    await givenPlaces(test_.database, ward, 1);
    const [village] = (await villages()) as [Village];
    const paper = { name: 'cam-ket.txt', bytes: new TextEncoder().encode('Bản cam kết') };
    await recordCommitment(context, planner(), placeOf(village), promise, paper);
    await recordCommitment(context, planner(), placeOf(village), { ...promise, criteria: [1] }, null);
    const [now] = await villages();
    expect(now?.commitment).toMatchObject({ criteria: [1], fileId: expect.any(String) });
    expect((await villages(2027))[0]?.commitment).toBeNull();
    await removeCommitment(context, planner(), placeOf(village));
    expect((await villages())[0]?.commitment).toBeNull();
  });

  test('is not recorded by other officers, and not known to other units', async () => {
    await givenPlaces(test_.database, ward, 1);
    const [village] = (await villages()) as [Village];
    expect(
      await refusal(recordCommitment(context, ward.people.police, placeOf(village), promise, null)),
    ).toBe('403 commitments.may-not-record');
    const other = await givenWard(test_.database, { code: String(96_000 + serial), name: `Khác ${serial}` });
    expect(
      await refusal(recordCommitment(context, other.people.culture_society, placeOf(village), promise, null)),
    ).toBe('404 page.not-found');
  });
});
