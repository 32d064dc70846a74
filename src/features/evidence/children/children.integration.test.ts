import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryFileStore } from '../../../../test/support/memory-file-store.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import { givenWard, type Ward } from '../../../../test/support/ward.ts';
import { withReadScope } from '../../../platform/database/index.ts';
import { RequestError } from '../../../platform/http/index.ts';
import { blackOut } from '../../../platform/pictures/index.ts';
import { findFile } from '../../files/index.ts';
import { addEvidence } from '../commands/add-evidence.ts';
import type { EvidenceContext } from '../commands/context.ts';
import { useEvidence } from '../commands/use-evidence.ts';
import { copyFor } from '../policy.ts';
import { findEvidence } from '../queries/evidence.ts';
import { FROM_ORIGINAL } from '../testing/children.ts';
import { appraiserOf, contentOf } from '../testing/evidence.ts';
import { listConsents } from './consents-query.ts';
import { publishEvidence, recordConsent, unpublishEvidence, withdrawConsent } from './publish.ts';
import { keepRedactedCopy } from './redact.ts';
import { boxesOfAreas, readAreas, readConsent, sentAlong } from './schema.ts';

let test_: TestDatabase;
let context: EvidenceContext;
let ward: Ward;
let picture: Uint8Array;

beforeAll(async () => {
  test_ = await createTestDatabase();
  context = {
    database: test_.database,
    clock: { now: () => new Date('2026-10-15T03:00:00Z') },
    files: memoryFileStore(),
    scanner: null,
  };
  ward = await givenWard(test_.database, { code: '90801', name: 'Trẻ Em' });
  picture = await createCanvas(40, 30).encode('png');
});
afterAll(() => test_.drop());

const station = () => ward.people.health_station;
const place = (id: string) => ({ unitCode: ward.code, id, seenRevision: 1 });
const find = (id: string, actor = station()) =>
  withReadScope(test_.database, actor, async (scope) => {
    const evidence = await findEvidence(scope, actor, ward.unitId, id);
    return { evidence, consents: await listConsents(scope, evidence) };
  });
const kinds = async (id: string) => (await find(id)).evidence.events.map(({ kind }) => kind);
const refusal = (promised: Promise<unknown>) =>
  promised.then(
    () => 'done',
    (error: unknown) => (error instanceof RequestError ? `${error.status} ${error.code}` : String(error)),
  );

/** A picture of children that the station keeps, with its blacked-out copy. */
async function givenPicture(over: Parameters<typeof contentOf>[0] = {}): Promise<string> {
  const content = contentOf({ confidentiality: 'public', showsChildren: true, ...over });
  const file = { name: 'sinh-hoat.png', bytes: picture };
  const id = await addEvidence(context, station(), ward.code, content, file);
  const areas = [{ left: 0, top: 0, width: 0.5, height: 0.5 }];
  await keepRedactedCopy(context, station(), place(id), 1, await blackOut(picture, areas), FROM_ORIGINAL);
  return id;
}
const guardian = {
  mark: 'trẻ thứ nhất',
  sevenOrOlder: false,
  guardianAgreedOn: '2026-05-02',
  childAgreedOn: null,
};

describe('the blacked-out copy', () => {
  test('is what the level above gets, and the original stays in the unit', async () => {
    const id = await givenPicture();
    await useEvidence(context, station(), place(id), [{ year: 2026, criterion: 5, indicator: '5.1' }]);
    const { evidence } = await find(id);
    const [file] = evidence.files;
    expect(copyFor(appraiserOf(ward), evidence, file!)).toBe('redacted');
    expect(copyFor(station(), evidence, file!)).toBe('original');
    const copy = await withReadScope(test_.database, station(), (scope) =>
      findFile(scope, ward.unitId, file!.redactedFileId!),
    );
    expect(copy).toMatchObject({ name: 'minh-chung-da-che.png', mediaType: 'image/png' });
    expect(copy!.sha256).not.toBe(file!.sha256);
    expect(await kinds(id)).toContain('redacted');
  });

  test('is made by who keeps the evidence, and of what shows children alone', async () => {
    const id = await givenPicture();
    const copy = await blackOut(picture, []);
    expect(
      await refusal(keepRedactedCopy(context, ward.people.police, place(id), 1, copy, FROM_ORIGINAL)),
    ).toBe('403 evidence.may-not-change');
    const bytes = await createCanvas(20, 20).encode('png');
    const plain = await addEvidence(context, station(), ward.code, contentOf(), { name: 'a.png', bytes });
    expect(await refusal(keepRedactedCopy(context, station(), place(plain), 1, copy, FROM_ORIGINAL))).toBe(
      '404 page.not-found',
    );
  });
});

describe('publishing', () => {
  test('is refused with which child lacks what, and done when all have agreed', async () => {
    const id = await givenPicture();
    const publish = () => publishEvidence(context, station(), place(id));
    expect(await publish()).toMatchObject({ ok: false, because: ['no_child_recorded'] });
    await recordConsent(context, station(), place(id), { ...guardian, sevenOrOlder: true });
    expect(await publish()).toMatchObject({ lacking: [{ mark: guardian.mark, lacks: ['child'] }] });
    expect((await find(id)).evidence.publishedAt).toBeNull();
    const both = { ...guardian, sevenOrOlder: true, childAgreedOn: '2026-05-03' };
    await recordConsent(context, station(), place(id), both);
    expect((await find(id)).consents).toHaveLength(1);
    expect(await publish()).toEqual({ ok: true, copy: 'redacted' });
    expect((await find(id)).evidence.publishedAt).not.toBeNull();
  });

  test('ends when a consent is withdrawn, or another child turns out not to have agreed', async () => {
    const id = await givenPicture();
    await recordConsent(context, station(), place(id), guardian);
    await publishEvidence(context, station(), place(id));
    const [consent] = (await find(id)).consents;
    await withdrawConsent(context, station(), place(id), consent!.id);
    expect((await find(id)).evidence.publishedAt).toBeNull();
    await recordConsent(context, station(), place(id), guardian);
    await publishEvidence(context, station(), place(id));
    const other = { ...guardian, mark: 'trẻ thứ hai', sevenOrOlder: true };
    await recordConsent(context, station(), place(id), other);
    expect((await find(id)).evidence.publishedAt).toBeNull();
    expect(await kinds(id)).toEqual(expect.arrayContaining(['published', 'unpublished']));
  });

  test('is taken back by hand, and asks for no consent where no child is shown', async () => {
    const id = await givenPicture({ showsChildren: true });
    await recordConsent(context, station(), place(id), guardian);
    await publishEvidence(context, station(), place(id));
    await unpublishEvidence(context, station(), place(id));
    expect((await find(id)).evidence.publishedAt).toBeNull();
    const content = contentOf({ confidentiality: 'public' });
    const bytes = await createCanvas(21, 20).encode('png');
    const plain = await addEvidence(context, station(), ward.code, content, { name: 'b.png', bytes });
    expect(await publishEvidence(context, station(), place(plain))).toEqual({ ok: true, copy: 'file' });
  });
});

test('areas are four percentages a row, ended at the edge of the picture', () => {
  const row = { trai_1: '90', tren_1: '12,5', rong_1: '20', cao_1: '10' };
  const { areas } = readAreas({ ...row, trai_3: '' }, 1);
  const [area] = areas.get(1)!;
  expect(areas.get(1)).toHaveLength(1);
  expect(area!.top).toBe(0.125);
  expect(area!.width).toBeCloseTo(0.1);
  expect(readAreas({}, 1)).toMatchObject({ ok: true, areas: new Map(), next: null });
  expect(readAreas({ ...row, trai_2: '5' }, 1)).toMatchObject({ fault: 'areaFault', row: 2 });
  expect(readAreas({ ...row, rong_1: '0' }, 1)).toMatchObject({ fault: 'areaFault', row: 1 });
  expect(readAreas({ ...row, trai_1: '100' }, 1)).toMatchObject({ fault: 'areaFault', row: 1 });
});

test('areas of pages that are not shown travel with those that are', () => {
  const areas = [{ left: 0.25, top: 0.1, width: 0.2, height: 0.3 }];
  const typed = { ...boxesOfAreas(areas, 'vi'), trang: '2', sang: '3', vung_1: sentAlong(areas) };
  expect(readAreas(typed, 3)).toEqual({
    ok: true,
    areas: new Map([
      [1, areas],
      [2, areas],
    ]),
    shown: 2,
    next: 3,
  });
  expect(readAreas({ ...typed, sang: '4' }, 3)).toMatchObject({ next: null });
});

test('a consent has a mark and the day of one who agreed, not after today', () => {
  expect(readConsent({}, '2026-10-15')).toEqual({
    ok: false,
    faults: { dau_hieu: 'markMissing', ngay_cha_me: 'nobodyAgreed' },
  });
  expect(readConsent({ dau_hieu: 'x', ngay_cha_me: '16/10/2026' }, '2026-10-15')).toMatchObject({
    faults: { ngay_cha_me: 'dayInFuture' },
  });
});
