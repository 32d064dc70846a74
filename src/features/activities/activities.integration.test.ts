import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acting, actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import { givenPerson, givenUnit } from '../../../test/support/builders.ts';
import { memoryFileStore } from '../../../test/support/memory-file-store.ts';
import { testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { testStandards } from '../../../test/support/ward.ts';
import {
  type ActorUnit,
  newId,
  type PersonActor,
  sqlBuilder,
  withReadScope,
  withScope,
} from '../../platform/database/index.ts';
import { activitiesBetween, activitiesOfTask, activitiesRoutes } from './index.ts';

let test_: TestDatabase;
let unit: ActorUnit;
let log: string;
let planner: PersonActor;
let youth: PersonActor;
let nurse: PersonActor;
const as = new Map<string, Acting>();
const acting = (who: string): Acting => as.get(who)!;

beforeAll(async () => {
  test_ = await createTestDatabase();
  unit = await givenUnit(test_.database);
  log = `/don-vi/${unit.code}/hoat-dong`;
  const sister = await givenUnit(test_.database);
  const stranger = await givenUnit(test_.database, { provinceCode: '24' });
  planner = await givenPerson(test_.database, 'planningOfficer', { unit });
  youth = await givenPerson(test_.database, 'youthOfficer', { unit });
  nurse = await givenPerson(test_.database, 'healthOfficer', { unit });
  const province = await givenUnit(test_.database, { level: 'province' });
  const dependencies = {
    database: test_.database,
    clock: testClock(),
    files: memoryFileStore(),
    assets: testAssets,
    standards: await testStandards(),
  };
  const people: Record<string, PersonActor> = {
    planner,
    youth,
    nurse,
    leader: await givenPerson(test_.database, 'communeLeader', { unit }),
    administrator: await givenPerson(test_.database, 'administrator', { unit }),
    neighbour: await givenPerson(test_.database, 'planningOfficer', { unit: sister }),
    stranger: await givenPerson(test_.database, 'planningOfficer', { unit: stranger }),
    appraiser: await givenPerson(test_.database, 'appraiser', { unit: province }),
    provinceAdministrator: await givenPerson(test_.database, 'administrator', { unit: province }),
  };
  for (const [name, actor] of Object.entries(people))
    as.set(name, actingAs(activitiesRoutes(dependencies), actor));
});
afterAll(() => test_.drop());

const organisationOf = (actor: PersonActor) => actor.memberships[0]!.organisationId;

/** Records an activity of a kind and gives its address. */
async function recorded(
  slug: string,
  fields: Readonly<Record<string, string>> = {},
  who = 'youth',
  organisation = organisationOf(youth),
): Promise<string> {
  const answer = await acting(who).post(`${log}/moi?loai=${slug}`, {
    loai: slug,
    ten: 'Hoạt động thử',
    tu_ngay: '1/6/2026',
    don_vi: organisation,
    ...fields,
  });
  expect(answer.status).toBe(303);
  return answer.headers.get('location')!.replace(/\?.*$/, '');
}
const textOf = async (who: string, path: string) => (await acting(who).get(path)).text();

describe('recording', () => {
  test('keeps communication with its channel, audience and items, for the own organisation', async () => {
    const path = await recorded('truyen-thong', {
      ten: 'Phát thanh về phòng đuối nước',
      kenh: 'broadcast',
      so_tin: '3',
      'doi_tuong.parents': 'co',
    });
    const page = await textOf('youth', path);
    expect(page).toContain('Phát thanh, loa truyền thanh');
    expect(page).toContain('Cha mẹ, người chăm sóc trẻ em');
    const list = await textOf('nurse', `${log}?nam=2026&loai=truyen-thong&tim=duoi%20nuoc`);
    expect(list).toContain('Phát thanh về phòng đuối nước');
    expect(list).toContain('Chưa đủ tin, bài: tháng 1, 2, 3, 4, 5, 7, 8, 9.');
  });

  test('notes by name the adults who attended a training', async () => {
    const path = await recorded('tap-huan', {
      nguoi_du: 'Nguyễn Thị Mẫu; công chức\r\nTrần Văn Ví Dụ - trưởng khối\r\n\r\nLê Văn Thử',
    });
    const page = await textOf('planner', path);
    expect(page).toContain('Người dự (3)');
    expect(page).toContain('Trần Văn Ví Dụ, trưởng khối');
  });

  test('gives the form back with everything typed when something is wrong', async () => {
    const answer = await acting('youth').post(`${log}/moi?loai=truyen-thong`, {
      loai: 'truyen-thong',
      ten: '',
      tu_ngay: '31/2/2026',
      den_ngay: '',
      don_vi: organisationOf(youth),
      kenh: '',
      so_tin: 'hai',
      tom_tat: 'Vẫn còn đây',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of ['Nhập tên hoạt động', 'Ngày này không có trong lịch.', '31/2/2026', 'Vẫn còn đây'])
      expect(page).toContain(words);
    expect(page).toContain('href="#so_tin"');
  });

  test('is for the own organisation; the planning officer records for any', async () => {
    const other = { loai: 'khac', ten: 'Thử', tu_ngay: '1/6/2026', don_vi: organisationOf(nurse) };
    const refused = await acting('youth').post(`${log}/moi?loai=khac`, other);
    expect([refused.status, await refused.text()]).toEqual([403, 'activities.may-not-record']);
    await recorded('khac', {}, 'planner', organisationOf(nurse));
  });

  test('takes no organisation of another unit', async () => {
    const answer = await acting('planner').post(`${log}/moi?loai=khac`, {
      loai: 'khac',
      ten: 'Thử',
      tu_ngay: '1/6/2026',
      don_vi: newId(),
    });
    expect(answer.status).toBe(404);
  });
});

describe('correcting and removing', () => {
  test('tells the second of two people and overwrites only when saved once more', async () => {
    const path = await recorded('su-kien', { ten: 'Trung thu' });
    const change = (ten: string, lan_sua: string) =>
      acting('youth').post(`${path}/sua`, {
        loai: 'su-kien',
        ten,
        tu_ngay: '1/6/2026',
        don_vi: organisationOf(youth),
        lan_sua,
      });
    expect((await change('Trung thu cho em', '0')).status).toBe(303);
    const conflict = await change('Vui Trung thu', '0');
    expect(conflict.status).toBe(409);
    const page = await conflict.text();
    expect(page).toContain('Hoạt động này vừa được người khác sửa');
    expect(page).toContain('Trung thu cho em');
    expect(page).toContain('value="Vui Trung thu"');
    expect((await change('Vui Trung thu', '1')).status).toBe(303);
    expect(await textOf('youth', path)).toContain('Vui Trung thu');
  });

  test('is not for another organisation, and removing is for who recorded it or the planning officer', async () => {
    const path = await recorded('su-kien');
    expect((await acting('nurse').get(`${path}/sua`)).status).toBe(403);
    expect((await acting('nurse').post(`${path}/xoa`)).status).toBe(403);
    expect((await acting('planner').post(`${path}/xoa`)).status).toBe(303);
    expect((await acting('planner').get(path)).status).toBe(404);
  });

  test('removes files, links and attendance with the activity, and writes into the audit', async () => {
    const path = await recorded('tap-huan', { nguoi_du: 'Nguyễn Thị Mẫu' });
    await acting('youth').upload(`${path}/tep`, fileForm(PDF, 'danh-sach.pdf'));
    await acting('youth').post(`${path}/gan`, { tieu_chi: '11' });
    expect((await acting('youth').post(`${path}/xoa`)).status).toBe(303);
    const id = path.split('/').at(-1)!;
    const deeds = await withReadScope(test_.database, planner, (scope) =>
      scope.rows(
        sqlBuilder
          .selectFrom('audit_entry')
          .where('unit_id', '=', unit.id)
          .where('object_id', '=', id)
          .select('deed')
          .orderBy('sequence'),
      ),
    );
    expect(deeds.map(({ deed }) => deed)).toEqual([
      'recordActivity',
      'addFileOfActivity',
      'linkActivity',
      'removeActivity',
    ]);
  });

  test('is refused while petitions of children rest on the forum', async () => {
    const path = await recorded('dien-dan');
    await givenPetition(path.split('/').at(-1)!);
    const answer = await acting('youth').post(`${path}/xoa`);
    expect([answer.status, await answer.text()]).toEqual([409, 'activities.has-petitions']);
  });
});

const PDF = '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
function fileForm(content: string, name: string, showsChildren = false): FormData {
  const form = new FormData();
  form.set('tep_moi', new File([content], name));
  if (showsChildren) form.set('co_hinh_tre_em', 'co');
  return form;
}

async function givenPetition(activity: string): Promise<void> {
  await withScope(test_.database, planner, (scope) =>
    scope.rows(
      sqlBuilder.insertInto('petition').values({
        unit_id: unit.id,
        id: newId<string>(),
        year: 2026,
        activity_id: activity,
        text: 'Sân chơi',
        asked_by: null,
        addressee: 'Ủy ban nhân dân',
        addressee_id: null,
        sent_on: '2026-06-02',
        due_date: null,
        answer: null,
        answered_on: null,
        reviewed_at: null,
        recorded_by: planner.personId,
        recorded_at: new Date('2026-06-02T01:00:00Z'),
      }),
    ),
  );
}

describe('files', () => {
  test('are read by the unit and its appraiser, but one that shows children stays in the unit', async () => {
    const path = await recorded('su-kien');
    await acting('youth').upload(`${path}/tep`, fileForm(PDF, 'ke-hoach.pdf'));
    await acting('youth').upload(`${path}/tep`, fileForm(PDF, 'anh-cac-em.pdf', true));
    const addresses = [...(await textOf('nurse', path)).matchAll(/href="([^"]*\/tep\/[^"]+)"/g)].map(
      ([, address]) => address!,
    );
    expect(addresses).toHaveLength(2);
    const statuses = (who: string) =>
      Promise.all(addresses.map(async (address) => (await acting(who).get(address)).status));
    expect(await statuses('nurse')).toEqual([200, 200]);
    expect(await statuses('appraiser')).toEqual([200, 404]);
    expect(await statuses('neighbour')).toEqual([404, 404]);
    expect(await statuses('administrator')).toEqual([404, 404]);
    const seen = await textOf('appraiser', path);
    expect(seen).not.toContain('anh-cac-em.pdf');
    expect(seen).toContain('1 tệp có hình trẻ em chỉ lưu và xem tại đơn vị');
  });

  test('tell their size as everywhere in the program', async () => {
    const path = await recorded('su-kien');
    await acting('youth').upload(`${path}/tep`, fileForm(PDF, 'moi-hop.pdf'));
    expect(await textOf('youth', path)).toContain('0,1 kB');
  });

  test('are taken by their content, whatever their name', async () => {
    const path = await recorded('su-kien');
    const answer = await acting('youth').upload(
      `${path}/tep`,
      fileForm('<script>alert(1)</script>', 'anh.jpg'),
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Chỉ nhận tệp PDF');
    expect((await acting('youth').upload(`${path}/tep`, new FormData())).status).toBe(422);
    expect((await acting('nurse').upload(`${path}/tep`, fileForm(PDF, 'a.pdf'))).status).toBe(403);
  });

  test('are removed by who added them', async () => {
    const path = await recorded('su-kien');
    await acting('planner').upload(`${path}/tep`, fileForm(PDF, 'a.pdf'));
    const [address] = /[^"]*\/tep\/[0-9a-f-]{36}/.exec(await textOf('planner', path)) ?? [''];
    expect((await acting('youth').post(`${address}/xoa`)).status).toBe(403);
    expect((await acting('planner').post(`${address}/xoa`)).status).toBe(303);
    expect((await acting('planner').get(address)).status).toBe(404);
  });
});

describe('what an activity serves', () => {
  test('is a task, a target or a criterion of the own unit', async () => {
    const task = newId<string>();
    await withScope(test_.database, planner, (scope) =>
      scope.rows(
        sqlBuilder.insertInto('task').values({
          unit_id: unit.id,
          id: task,
          year: 2026,
          plan_id: null,
          plan_item: null,
          parent_id: null,
          text: 'Tổ chức diễn đàn trẻ em',
          form: 'request',
          lead_id: organisationOf(youth),
          recurrence: 'once',
          due_bound: null,
          closed_reason: null,
          search_key: 'to chuc dien dan tre em',
          created_by: planner.personId,
          created_at: new Date('2026-01-05T01:00:00Z'),
        }),
      ),
    );
    const path = await recorded('dien-dan');
    const link = (fields: Record<string, string>) => acting('youth').post(`${path}/gan`, fields);
    expect((await link({ nhiem_vu: task, tieu_chi: '11' })).status).toBe(303);
    expect((await link({ nhiem_vu: task })).status).toBe(303);
    expect((await link({ nhiem_vu: newId() })).status).toBe(404);
    expect((await link({})).status).toBe(422);
    const page = await textOf('youth', path);
    expect(page).toContain(`/nhiem-vu/${task}`);
    expect(page).toContain('Tiêu chí 11: Trẻ em được thực hiện quyền tham gia');
    const found = await withReadScope(test_.database, planner, (scope) =>
      activitiesOfTask(scope, unit.id, task),
    );
    expect(found).toMatchObject([{ kind: 'forum', heldFrom: '2026-06-01' }]);
    const [unlink] = /[^"]*\/gan\/[0-9a-f-]{36}\/xoa/.exec(page) ?? [''];
    expect((await acting('youth').post(unlink)).status).toBe(303);
  });
});

describe('the forum', () => {
  test('is compared with its circular in words, and nothing is refused', async () => {
    const path = await recorded('dien-dan', {
      ten: 'Diễn đàn trẻ em phường',
      den_ngay: '2/6/2026',
      tre_em: '28',
      phu_trach: '6',
      tinh_nguyen: '2',
      khach_moi: '10',
    });
    const page = await textOf('planner', path);
    for (const words of [
      'Có từ 30 trẻ em trở lên',
      'Diễn ra không quá 1 ngày',
      'nhiều nhất 9 người',
      'chậm nhất 17/06/2026',
      'Chưa đúng',
      'chưa ghi',
    ])
      expect(page).toContain(words);
  });
});

describe('who gets what', () => {
  test('the unit and its appraiser read, nobody else knows of it', async () => {
    const path = await recorded('su-kien');
    for (const who of ['planner', 'youth', 'nurse', 'leader', 'appraiser'])
      for (const address of [log, path])
        expect([who, (await acting(who).get(address)).status]).toEqual([who, 200]);
    for (const who of ['administrator', 'neighbour', 'stranger', 'provinceAdministrator'])
      for (const address of [log, path, `${log}/moi`])
        expect([who, (await acting(who).get(address)).status]).toEqual([who, 404]);
  });

  test('the appraiser changes nothing', async () => {
    const path = await recorded('su-kien');
    const appraiser = acting('appraiser');
    expect((await appraiser.get(`${log}/moi`)).status).toBe(403);
    expect((await appraiser.get(`${path}/sua`)).status).toBe(403);
    expect((await appraiser.post(`${path}/xoa`)).status).toBe(403);
    expect((await appraiser.post(`${path}/gan`, { tieu_chi: '1' })).status).toBe(403);
    const fields = { loai: 'khac', ten: 'Thử', tu_ngay: '1/6/2026', don_vi: organisationOf(youth) };
    expect((await appraiser.post(`${log}/moi?loai=khac`, fields)).status).toBe(403);
  });
});

describe('the list', () => {
  test('is paged, and gives the last page for one beyond it', async () => {
    const people = await givenPerson(test_.database, 'planningOfficer', { unit });
    for (let number = 1; number <= 26; number++)
      await recorded(
        'giam-sat',
        { ten: `Giám sát lần ${number}`, tu_ngay: `${number}/3/2025` },
        'planner',
        organisationOf(people),
      );
    const page = await textOf('planner', `${log}?nam=2025&trang=9`);
    expect(page).toContain('26 hoạt động.');
    expect(page).toContain('Giám sát lần 1<');
    expect(page).not.toContain('Giám sát lần 26<');
  });

  test('of a calendar holds what touches the days asked for', async () => {
    await recorded('su-kien', { ten: 'Hè vui', tu_ngay: '28/7/2027', den_ngay: '3/8/2027' });
    const titles = async (from: string, until: string) =>
      (
        await withReadScope(test_.database, planner, (scope) =>
          activitiesBetween(scope, unit.id, from, until),
        )
      ).map(({ title }) => title);
    expect(await titles('2027-08-01', '2027-08-31')).toEqual(['Hè vui']);
    expect(await titles('2027-08-04', '2027-08-31')).toEqual([]);
  });

  test('and every page take at most six statements with the session, saving at most ten', async () => {
    const path = await recorded('tap-huan', { nguoi_du: 'Nguyễn Thị Mẫu' });
    const sessionCheck = 1;
    const statements = async (work: () => Promise<Response>) => {
      const before = test_.database.statements.count;
      await work();
      return test_.database.statements.count - before + sessionCheck;
    };
    for (const address of [`${log}?loai=truyen-thong`, path, `${path}/sua`, `${log}/moi?loai=khac`])
      for (const who of ['planner', 'appraiser'])
        expect([address, (await statements(() => acting(who).get(address))) <= 6]).toEqual([address, true]);
    const fields = {
      loai: 'tap-huan',
      ten: 'Thử',
      tu_ngay: '1/6/2026',
      don_vi: organisationOf(youth),
      nguoi_du: 'Nguyễn Thị Mẫu',
      lan_sua: '0',
    };
    const post = (address: string) => statements(() => acting('youth').post(address, fields));
    expect(await post(`${log}/moi?loai=tap-huan`)).toBeLessThanOrEqual(10);
    expect(await post(`${path}/sua`)).toBeLessThanOrEqual(10);
    expect(await post(`${path}/xoa`)).toBeLessThanOrEqual(10);
  });
});
