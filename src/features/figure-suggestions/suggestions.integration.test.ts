import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acting, actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  assessmentContext,
  givenCycle,
  givenWard,
  type OrganisationKind,
  testStandards,
  type Ward,
} from '../../../test/support/ward.ts';
import type { ActivityKind } from '../../domain/activity/index.ts';
import { sqlBuilder, withReadScope, withScope } from '../../platform/database/index.ts';
import { insertActivity } from '../activities/index.ts';
import { insertPetition } from '../petitions/index.ts';
import { countedFigures } from './count-rules.ts';
import { figureSuggestionsRoutes, type SuggestionsDependencies } from './index.ts';
import { criterionOf } from './suggestions.ts';

let test_: TestDatabase;
let dependencies: SuggestionsDependencies;
let ward: Ward;
let serial = 0;

beforeAll(async () => {
  test_ = await createTestDatabase();
  dependencies = { ...(await assessmentContext(test_.database)), assets: testAssets };
});
afterAll(() => test_.drop());

/** A ward of its own with its cycle, three events held and one planned for later. */
async function freshWard(): Promise<void> {
  serial++;
  ward = await givenWard(test_.database, { code: String(98_000 + serial), name: `Đếm ${serial}` });
  await givenCycle(test_.database, ward);
  for (const day of ['2026-06-01', '2026-07-10', '2026-09-25', '2026-12-24'])
    await givenActivity('event', day);
}

function givenActivity(kind: ActivityKind, heldFrom: string): Promise<string> {
  const planner = ward.people.culture_society;
  const content = {
    kind,
    title: `${kind} ${heldFrom}`,
    heldFrom,
    heldUntil: null,
    place: null,
    organisationId: ward.organisationIds.get('culture_society')!,
    channel: null,
    audience: [],
    children: null,
    adults: null,
    summary: null,
    outcome: null,
    items: null,
    forum: null,
    attendance: [],
  };
  return withScope(test_.database, planner, (scope) =>
    insertActivity(scope, ward.unitId, content, planner.personId, new Date('2026-06-01T01:00:00Z')),
  );
}

const acting = (who: OrganisationKind): Acting =>
  actingAs(figureSuggestionsRoutes(dependencies), ward.people[who]);
const path = () => `/don-vi/${ward.code}/hoat-dong/de-xuat?nam=2026`;
const events = (over: Readonly<Record<string, string>> = {}) => ({
  so_lieu: 'children_events_held',
  tieu_chi: '12',
  dem_duoc: '3',
  lan_sua: '0',
  ...over,
});
const figureNow = (input: string) =>
  withReadScope(test_.database, ward.people.culture_society, (scope) =>
    scope.first(
      sqlBuilder
        .selectFrom('figure')
        .where('unit_id', '=', ward.unitId)
        .where('input', '=', input)
        .select(['value', 'note', 'revision']),
    ),
  );

describe('figures suggested by the log', () => {
  test('name inputs that their standard has, of the kind that the rule answers', async () => {
    const standards = await testStandards();
    for (const { standard, input, yesFrom } of countedFigures()) {
      const found = standards.latest(standard)?.standard;
      expect([input, found?.inputs[input]?.kind]).toEqual([input, yesFrom === null ? 'count' : 'yes_no']);
      expect([input, found && criterionOf(found, input)]).toEqual([input, expect.any(Number)]);
    }
  });

  test('count what was held by today, with the list behind it and the figure now', async () => {
    await freshWard();
    const page = await (await acting('culture_society').get(path())).text();
    expect(page).toContain('3 hoạt động văn hóa, thể thao, sự kiện cho trẻ em đã tổ chức');
    expect(page).toContain(`/don-vi/${ward.code}/hoat-dong?nam=2026&amp;loai=su-kien`);
    expect(page).toContain('Nhật ký chưa đủ để đề xuất');
    expect(page).toContain('Chưa có số liệu');
  });

  test('are taken over by the owner with a note that says what was counted', async () => {
    await freshWard();
    expect((await acting('culture_society').post(path(), events())).status).toBe(303);
    expect(await figureNow('children_events_held')).toEqual({
      value: 3,
      note: 'Theo nhật ký hoạt động: 3 hoạt động văn hóa, thể thao, sự kiện cho trẻ em đã tổ chức.',
      revision: 1,
    });
    const page = await (await acting('culture_society').get(path())).text();
    expect(page).toContain('Kỳ đánh giá đã có đúng số này');
  });

  test('answer a question of yes or no with yes', async () => {
    await freshWard();
    const forum = await givenActivity('forum', '2026-06-10');
    const youth = ward.people.youth_union;
    await withScope(test_.database, youth, (scope) =>
      insertPetition(
        scope,
        ward.unitId,
        {
          activityId: forum,
          text: 'Sân chơi',
          askedBy: null,
          addressee: 'Phòng Văn hóa - Xã hội',
          addresseeId: null,
          sentOn: null,
          dueDate: null,
          reviewedAt: null,
          answer: 'Đã có',
          answeredOn: '2026-07-01',
        },
        2026,
        youth.personId,
        new Date('2026-06-11T01:00:00Z'),
      ),
    );
    const accept = (so_lieu: string) =>
      acting('youth_union').post(path(), { so_lieu, tieu_chi: '11', dem_duoc: '1', lan_sua: '0' });
    for (const input of ['children_forum_held', 'petitions_total', 'petitions_answered']) {
      expect([input, (await accept(input)).status]).toEqual([input, 303]);
      expect(await figureNow(input)).toMatchObject({ value: 1 });
    }
  });

  test('are for nobody but the owner of the criterion', async () => {
    await freshWard();
    const status = async (who: OrganisationKind) => (await acting(who).post(path(), events())).status;
    expect(await status('committee_leadership')).toBe(403);
    expect(await status('police')).toBe(404);
    expect(await status('fatherland_front')).toBe(403);
    expect(await figureNow('children_events_held')).toBeUndefined();
    const page = await (await acting('police').get(path())).text();
    expect(page).toContain('thuộc đơn vị khác phụ trách');
    expect(page).not.toContain('Nhận số này');
  });

  test('are refused once the criterion is handed in', async () => {
    await freshWard();
    await withScope(test_.database, ward.people.culture_society, (scope) =>
      scope.rows(
        sqlBuilder
          .updateTable('cycle_criterion')
          .set({ state: 'handed_in' })
          .where('unit_id', '=', ward.unitId)
          .where('number', '=', 12),
      ),
    );
    const answer = await acting('culture_society').post(path(), events());
    expect([answer.status, await answer.text()]).toEqual([409, 'assessment.criterion-locked']);
  });

  test('are refused when the log or the figure has changed meanwhile', async () => {
    await freshWard();
    const stale = await acting('culture_society').post(path(), events({ dem_duoc: '2' }));
    expect([stale.status, await stale.text()]).toEqual([409, 'figure-suggestions.log-changed']);
    await acting('culture_society').post(path(), events());
    await givenActivity('event', '2026-10-01');
    const conflict = await acting('culture_society').post(path(), events({ dem_duoc: '4' }));
    expect(conflict.status).toBe(409);
    expect(await conflict.text()).toContain('vừa được người khác sửa thành “3”');
  });

  test('take an input of the criterion that is named, and no other', async () => {
    await freshWard();
    const answer = await acting('culture_society').post(path(), events({ tieu_chi: '1' }));
    expect(answer.status).toBe(404);
  });

  test('take at most six statements with the session to show, ten to take over', async () => {
    await freshWard();
    const statements = async (work: () => Promise<Response>) => {
      const before = test_.database.statements.count;
      await work();
      return test_.database.statements.count - before + 1;
    };
    expect(await statements(() => acting('culture_society').get(path()))).toBeLessThanOrEqual(6);
    expect(await statements(() => acting('culture_society').post(path(), events()))).toBeLessThanOrEqual(10);
  });

  test('are seen by nobody outside the unit', async () => {
    await freshWard();
    const address = path();
    const neighbour = ward.people.culture_society;
    await freshWard();
    expect((await actingAs(figureSuggestionsRoutes(dependencies), neighbour).get(address)).status).toBe(200);
    expect((await actingAs(figureSuggestionsRoutes(dependencies), neighbour).get(path())).status).toBe(404);
  });
});
