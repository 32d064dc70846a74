import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import {
  type GivenRound,
  givenPlaces,
  givenPlacesOfOrganisations,
  givenRound,
} from '../../../test/support/collection.ts';
import { testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  givenCycle,
  givenWard,
  type OrganisationKind,
  testStandards,
  type Ward,
} from '../../../test/support/ward.ts';
import { type Figure, given } from '../../domain/scoring/index.ts';
import { newId } from '../../platform/database/index.ts';
import { type CollectionDependencies, collectionRoutes, saveCells } from './index.ts';

let base: TestDatabase;
let dependencies: CollectionDependencies;
let ward: Ward;
let ofVillages: GivenRound;
let ofStation: GivenRound;
let serial = 0;
const items = ['under1_total', 'under5_weighed'];

beforeAll(async () => {
  base = await createTestDatabase();
  dependencies = {
    database: base.database,
    clock: testClock(),
    standards: await testStandards(),
    assets: testAssets,
  };
});
afterAll(() => base.drop());

/** Two villages and the health station, asked for the same. */
beforeEach(async () => {
  serial++;
  ward = await givenWard(base.database, { code: String(92_000 + serial), name: `Nguồn ${serial}` });
  ofVillages = await givenRound(base.database, ward, await givenPlaces(base.database, ward, 2), { items });
  const station = await givenPlacesOfOrganisations(base.database, ward, 'health_station');
  ofStation = await givenRound(base.database, ward, station, { level: 'organisation', items });
});

const save = (sheet: string, figure: Figure, comment: string | null = null) =>
  saveCells(
    dependencies,
    ward.people.culture_society,
    [{ id: newId(), sheet, item: 'under1_total', figure, comment, seenRevision: 0, after: null }],
    'grid',
  );
const villagesSay = async (...figures: readonly Figure[]) => {
  for (const [index, figure] of figures.entries()) await save(ofVillages.sheets[index]!, figure);
};
const pageOf = async (path: string, kind: OrganisationKind = 'culture_society') => {
  const acting = actingAs(collectionRoutes(dependencies), ward.people[kind]);
  return (await acting.get(`/don-vi/${ward.code}/so-lieu/${path}`)).text();
};
const grid = (kind?: OrganisationKind) => pageOf(`${ofVillages.id}/bang`, kind);
const sheetOfStation = (kind?: OrganisationKind) =>
  pageOf(`${ofStation.id}/phieu/${ofStation.sheets[0]}`, kind);

const AT_VILLAGES = '2/2 nơi cộng lại là 9, Trạm Y tế ghi 10';
const AT_STATION = 'phiếu này ghi 10, 2/2 thôn, tổ dân phố cộng lại là 9';

describe('what villages and an organisation say of the same', () => {
  test('is explained at the grid of the villages and at the sheet of the organisation', async () => {
    await villagesSay(given(4), given(5));
    await save(ofStation.sheets[0]!, given(10));
    expect(await grid()).toContain(AT_VILLAGES);
    expect(await sheetOfStation()).toContain(AT_STATION);
    expect(await sheetOfStation('health_station')).toContain(AT_STATION);
  });

  test('is nothing to look at while a village may still make up for it, or where both agree', async () => {
    await villagesSay(given(4));
    await save(ofStation.sheets[0]!, given(10));
    expect(await grid()).not.toContain('Trạm Y tế ghi');
    expect(await sheetOfStation()).not.toContain('phiếu này ghi');
    await save(ofVillages.sheets[1]!, given(6));
    expect(await grid()).not.toContain('Trạm Y tế ghi');
    expect(await sheetOfStation()).not.toContain('phiếu này ghi');
  });

  test('is explained no more at the sheet that says why', async () => {
    await villagesSay(given(4), given(5));
    await save(ofStation.sheets[0]!, given(10), 'Tính cả trẻ tạm trú');
    expect(await sheetOfStation()).not.toContain('phiếu này ghi');
  });

  test('is never held against another period', async () => {
    await villagesSay(given(4), given(5));
    const station = await givenPlacesOfOrganisations(base.database, ward, 'health_station');
    const later = await givenRound(base.database, ward, station, {
      level: 'organisation',
      period: '2026-H2',
      items,
    });
    await save(later.sheets[0]!, given(10));
    expect(await grid()).not.toContain('Trạm Y tế ghi');
    expect(await pageOf(`${later.id}/phieu/${later.sheets[0]}`)).not.toContain('phiếu này ghi');
  });

  test('tells an officer nothing at the grid of what another organisation says', async () => {
    await villagesSay(given(4), given(5));
    await save(ofStation.sheets[0]!, given(10));
    expect(await grid('police')).not.toContain('Trạm Y tế ghi');
  });

  test('is asked of an organisation by a round that its maker ticks it in', async () => {
    await givenCycle(base.database, ward);
    const form = await pageOf('moi?nam=2026&muc=organisation&ky=2026-H1');
    expect(form).toMatch(/id="so_lieu\.under1_total"/);
    expect(form, 'not by itself').not.toMatch(/id="so_lieu\.under1_total"[^>]*checked/);
    const answer = await actingAs(collectionRoutes(dependencies), ward.people.culture_society).post(
      `/don-vi/${ward.code}/so-lieu/moi?nam=2026&muc=organisation&ky=2026-H1`,
      {
        tieu_de: 'Đối chiếu',
        ngay_chot: '14/06/2026',
        han_nop: '20/06/2026',
        'so_lieu.under1_total': 'co',
        noi: 'tat_ca',
      },
    );
    expect(answer.status).toBe(303);
    const made = /so-lieu\/([0-9a-f-]{36})/.exec(answer.headers.get('location')!)![1]!;
    const round = await pageOf(made);
    expect(round).toContain('Trạm Y tế');
    expect(round).not.toContain('Công an phường');
    const sheet = new RegExp(`${made}/phieu/([0-9a-f-]{36})`).exec(round)![1]!;
    await villagesSay(given(4), given(5));
    await save(sheet, given(10));
    expect(await grid()).toContain(AT_VILLAGES);
  });

  test('takes no statement more, neither at the grid nor at the sheet', async () => {
    for (const page of [grid, sheetOfStation]) {
      const before = base.database.statements.count;
      await page();
      expect(base.database.statements.count - before).toBeLessThanOrEqual(6);
    }
  });
});
