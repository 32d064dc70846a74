import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import {
  type GivenPlace,
  givenPlaces,
  givenPlacesOfOrganisations,
  givenRound,
} from '../../../test/support/collection.ts';
import { memoryFileStore } from '../../../test/support/memory-file-store.ts';
import { testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { givenWard, type OrganisationKind, type Ward } from '../../../test/support/ward.ts';
import { sqlBuilder, withScope } from '../../platform/database/index.ts';
import { tasksRoutes } from '../tasks/index.ts';
import { collectionWorkOf } from './index.ts';

let base: TestDatabase;
let ward: Ward;
let villages: GivenPlace[];
let schools: GivenPlace[];
let serial = 0;
const clock = testClock('2026-06-18T02:00:00Z');

beforeAll(async () => {
  base = await createTestDatabase();
});
afterAll(() => base.drop());
beforeEach(async () => {
  serial++;
  ward = await givenWard(base.database, { code: String(97_000 + serial), name: `Việc ${serial}` });
  villages = await givenPlaces(base.database, ward, 3);
  schools = await givenPlaces(base.database, ward, 2, 'school');
});

/** The inbox of whoever works in an organisation, and how many statements it took. */
async function inboxOf(kind: OrganisationKind): Promise<{ html: string; statements: number }> {
  const routes = tasksRoutes({
    database: base.database,
    clock,
    files: memoryFileStore(),
    assets: testAssets,
    collectionWork: collectionWorkOf,
  });
  const before = base.database.statements.count;
  const html = await (await actingAs(routes, ward.people[kind]).get('/viec-cua-toi')).text();
  return { html, statements: base.database.statements.count - before };
}

const stateOf = (sheet: string, state: 'submitted' | 'accepted' | 'returned') =>
  withScope(base.database, { kind: 'system', purpose: 'test' }, (scope) =>
    scope.rows(
      sqlBuilder
        .updateTable('collection_sheet')
        .set({ state, returned_reason: state === 'returned' ? 'Thiếu số nữ' : null })
        .where('unit_id', '=', ward.unitId)
        .where('id', '=', sheet),
    ),
  );
const lineWith = (html: string, text: string): string =>
  html.match(/<li>(?:(?!<\/li>).)*<\/li>/gs)?.find((line) => line.includes(text)) ?? '';

describe('the own work', () => {
  test('of the officer of the schools has a line for each school that has not handed in', async () => {
    const round = await givenRound(base.database, ward, schools, {
      level: 'school',
      title: 'Số liệu trường',
      dueDate: '2026-06-20',
    });
    await stateOf(round.sheets[1]!, 'submitted');
    const { html } = await inboxOf('schools');
    expect(html).toContain('Số liệu cần nộp');
    const line = lineWith(html, 'Số liệu trường: Trường mầm non 1');
    expect(line).toContain(`/don-vi/${ward.code}/so-lieu/${round.id}/phieu/${round.sheets[0]}`);
    expect(line).toContain('hạn 20/06/2026');
    expect(line).not.toContain('Quá hạn');
    expect(html).not.toContain('Số liệu trường: Trường mầm non 2');
  });

  test('marks a sheet that is late, and one that came back', async () => {
    const places = await givenPlacesOfOrganisations(base.database, ward, 'police', 'health_station');
    const round = await givenRound(base.database, ward, places, {
      level: 'organisation',
      title: 'Số liệu cơ quan',
      dueDate: '2026-06-17',
    });
    await stateOf(round.sheets[1]!, 'returned');
    expect(lineWith((await inboxOf('police')).html, 'Số liệu cơ quan: Công an phường')).toContain('Quá hạn');
    const { html } = await inboxOf('health_station');
    expect(lineWith(html, 'Số liệu cơ quan: Trạm Y tế')).toContain('Bị trả lại');
    expect(html, 'of another organisation').not.toContain('Công an phường');
  });

  test('of who leads the collection has one line for a round of villages, until all have handed in', async () => {
    const round = await givenRound(base.database, ward, villages, {
      title: 'Số liệu 6 tháng',
      dueDate: '2026-06-17',
    });
    await stateOf(round.sheets[0]!, 'submitted');
    await stateOf(round.sheets[1]!, 'accepted');
    const { html } = await inboxOf('culture_society');
    const line = lineWith(html, 'Số liệu 6 tháng: 2 trong 3 thôn đã nộp');
    expect(line).toContain('hạn 17/06/2026');
    expect(line).toContain('Quá hạn');
    expect(lineWith(html, 'Số liệu 6 tháng: 1 phiếu chờ chấp nhận')).toContain('loc=da-nop');
    await stateOf(round.sheets[0]!, 'accepted');
    await stateOf(round.sheets[2]!, 'accepted');
    expect((await inboxOf('culture_society')).html).not.toContain('Số liệu 6 tháng');
  });

  test('holds no round that is closed, or that is wanted only in months', async () => {
    await givenRound(base.database, ward, villages, { title: 'Số liệu xa', dueDate: '2026-12-20' });
    const closed = await givenRound(base.database, ward, villages, { title: 'Số liệu đóng' });
    await withScope(base.database, { kind: 'system', purpose: 'test' }, (scope) =>
      scope.rows(
        sqlBuilder
          .updateTable('collection_round')
          .set({ state: 'closed' })
          .where('unit_id', '=', ward.unitId)
          .where('id', '=', closed.id),
      ),
    );
    const { html } = await inboxOf('culture_society');
    expect(html).not.toContain('Số liệu xa');
    expect(html).not.toContain('Số liệu đóng');
  });

  test('of an overseer and of the leader is as before: nobody asks them for figures', async () => {
    const round = await givenRound(base.database, ward, villages);
    await stateOf(round.sheets[0]!, 'submitted');
    for (const kind of ['fatherland_front', 'committee_leadership'] as const)
      expect((await inboxOf(kind)).html).toContain('Không có việc nào đang chờ bạn');
  });

  test('takes one statement more for who collects, and none for who only oversees', async () => {
    await givenRound(base.database, ward, villages);
    const { statements } = await inboxOf('fatherland_front');
    expect((await inboxOf('culture_society')).statements - statements).toBe(1);
  });
});
