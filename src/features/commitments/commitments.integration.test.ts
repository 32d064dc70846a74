import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memoryFileStore } from '../../../test/support/memory-file-store.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, type Ward } from '../../../test/support/ward.ts';
import { withReadScope } from '../../platform/database/index.ts';
import { RequestError } from '../../platform/http/index.ts';
import type { CommitmentsContext } from './commands/context.ts';
import { addVillages, endVillage } from './commands/keep-villages.ts';
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
const add = (...names: string[]) =>
  addVillages(context, planner(), { unitCode: ward.code, year: 2026 }, { type: 'thôn', names });
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
  test('are listed once, however often their names are sent', async () => {
    expect(await add('Nà Mẫu', 'Khuổi Thử')).toBe(2);
    expect(await add('Nà Mẫu', 'Bản Ví Dụ')).toBe(1);
    expect((await villages()).map(({ name }) => name).sort()).toEqual(['Bản Ví Dụ', 'Khuổi Thử', 'Nà Mẫu']);
  });

  test('that are no longer there leave the list, and what they promised stays', async () => {
    await add('Nà Mẫu', 'Khuổi Thử');
    const [first, second] = (await villages()) as [Village, Village];
    await recordCommitment(context, planner(), placeOf(first), promise, null);
    await endVillage(context, planner(), placeOf(first));
    await endVillage(context, planner(), placeOf(second));
    expect(await villages()).toEqual([{ ...first, commitment: { ...promise, fileId: null } }]);
    expect(await villages(2027)).toEqual([]);
  });
});

describe('a commitment', () => {
  test('is kept for its year with its paper, and corrected when recorded again', async () => {
    await add('Nà Mẫu');
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
    await add('Nà Mẫu');
    const [village] = (await villages()) as [Village];
    expect(
      await refusal(recordCommitment(context, ward.people.police, placeOf(village), promise, null)),
    ).toBe('403 commitments.may-not-record');
    expect(await refusal(endVillage(context, ward.people.police, placeOf(village)))).toBe(
      '403 commitments.may-not-keep-villages',
    );
    const other = await givenWard(test_.database, { code: String(96_000 + serial), name: `Khác ${serial}` });
    expect(
      await refusal(recordCommitment(context, other.people.culture_society, placeOf(village), promise, null)),
    ).toBe('404 page.not-found');
  });
});
