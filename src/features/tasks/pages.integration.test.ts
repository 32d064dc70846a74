import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication, testAssets } from '../../../test/support/application.ts';
import { type TestBrowser, testBrowser } from '../../../test/support/browser.ts';
import { givenOrganisations, givenPerson, givenUnit } from '../../../test/support/builders.ts';
import type { Role } from '../../domain/organisation/index.ts';
import type { ActorUnit, PersonActor } from '../../platform/database/index.ts';
import { openFileStore } from '../../platform/file-store/index.ts';
import { giveTask } from './commands/arrange-tasks.ts';
import type { TasksContext } from './commands/context.ts';
import { tasksRoutes } from './index.ts';

let test: TestApplication;
let folder: string;
let context: TasksContext;
let province: ActorUnit;
let unit: ActorUnit;
let planner: PersonActor;
let organisations: ReadonlyMap<string, PersonActor['memberships'][number]['organisationId']>;

beforeAll(async () => {
  test = await startTestApplication();
  folder = await mkdtemp(path.join(tmpdir(), 'mang-non-tasks-'));
  context = { database: test.database, clock: test.clock, files: openFileStore(folder) };
  province = await givenUnit(test.database, { level: 'province', provinceCode: '20' });
  test.application.route('/', tasksRoutes({ ...context, assets: testAssets }));
});
afterAll(async () => {
  await test.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  unit = await givenUnit(test.database);
  planner = await givenPerson(test.database, 'planningOfficer', { unit, name: 'Người Lập Kế Hoạch' });
  const given = await givenOrganisations(test.database, unit);
  organisations = new Map(given.map(({ kind, id }) => [kind, id]));
});

const signedIn = async (role: Role, of = unit): Promise<TestBrowser> => {
  const browser = testBrowser(test.application);
  await browser.signIn((await givenPerson(test.database, role, { unit: of })).username);
  return browser;
};
const give = (over: Partial<Parameters<typeof giveTask>[3]> = {}) =>
  giveTask(context, planner, unit.code, {
    year: 2026,
    text: 'Rà soát biển báo nguy hiểm ở sông, suối',
    form: 'order',
    leadId: organisations.get('police')!,
    partnerIds: [organisations.get('schools')!],
    criteria: [5],
    targetIds: [],
    recurrence: 'once',
    due: { date: '2026-10-20', bound: 'before' },
    ...over,
  });
const at = (rest = '') => `/don-vi/${unit.code}/nhiem-vu${rest}`;
const textOf = async (response: Promise<Response>) => (await response).text();
const revisionIn = (page: string) => /name="lan_sua" value="(\d+)"/.exec(page)![1]!;
const occurrenceIn = (page: string) => /\/ky\/([0-9a-f-]{36})\//.exec(page)![1]!;

describe('the pages about tasks', () => {
  it('are for who works in the unit and its appraiser; for everybody else there is nothing', async () => {
    const task = await give();
    const paths = ['', '/tong-hop', '/kiem-tra', '/kho-khan', `/${task}`].map(at);
    const seers = await Promise.all([
      signedIn('planningOfficer'),
      signedIn('villageHead'),
      signedIn('overseer'),
      signedIn('appraiser', province),
    ]);
    const others = await Promise.all([
      signedIn('administrator'),
      signedIn('planningOfficer', await givenUnit(test.database)),
      signedIn('administrator', province),
    ]);
    for (const address of paths) {
      for (const browser of seers) expect((await browser.get(address)).status, address).toBe(200);
      for (const browser of others) expect((await browser.get(address)).status, address).toBe(404);
    }
  });

  it('that arrange tasks are the planning officer’s', async () => {
    const task = await give();
    const paths = ['/moi', `/${task}/phan-cong`, `/${task}/han`, `/${task}/tach`].map(at);
    const officer = await signedIn('policeOfficer');
    const mine = await signedIn('planningOfficer');
    for (const address of paths) {
      expect((await mine.get(address)).status, address).toBe(200);
      expect((await officer.get(address)).status, address).toBe(403);
      expect((await officer.post(address)).status, address).toBe(403);
      expect((await mine.post(address)).status, address).toBe(422);
    }
  });

  it('take at most six statements each', async () => {
    const task = await give();
    const browser = await signedIn('planningOfficer');
    const addresses = [
      '/viec-cua-toi',
      ...['', '/moi', '/tong-hop', '/kiem-tra', '/kho-khan', `/${task}`].map(at),
      ...['phan-cong', 'han', 'tach'].map((page) => at(`/${task}/${page}`)),
    ];
    for (const address of addresses) {
      const before = test.database.statements.count;
      expect((await browser.get(address)).status, address).toBe(200);
      expect(test.database.statements.count - before, address).toBeLessThanOrEqual(6);
    }
  });
});

describe('a task', () => {
  it('shows its lead, bound and state, and to the lead the form to report it', async () => {
    const task = await give();
    const police = await signedIn('policeOfficer');
    const page = await textOf(police.get(at(`/${task}`)));
    expect(page).toContain('trước ngày 20/10/2026');
    expect(page).toContain('Quá hạn');
    expect(page).toContain('Báo cáo hoàn thành');
    expect(page).not.toContain('Đóng nhiệm vụ');
    const youth = await textOf((await signedIn('youthOfficer')).get(at(`/${task}`)));
    expect(youth).not.toContain('Báo cáo hoàn thành</button>');
    const list = await textOf(police.get(at('?nam=2026&trang_thai=qua_han&to_chuc=toi')));
    expect(list).toContain('1 nhiệm vụ');
  });

  it('is reported with a file, which who sees the task can open, in ten statements', async () => {
    const task = await give();
    const police = await signedIn('policeOfficer');
    const page = await textOf(police.get(at(`/${task}`)));
    const form = new FormData();
    form.set('lan_sua', revisionIn(page));
    form.set('noi_dung', 'Đã rà soát 12 điểm');
    form.append('tep', new File(['một'], 'bien-ban.txt'));
    form.append('tep', new File(['hai'], 'danh-sach.txt'));
    const cookie = [...police.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const before = test.database.statements.count;
    const answer = await test.application.request(at(`/${task}/ky/${occurrenceIn(page)}/bao-cao`), {
      method: 'POST',
      body: form,
      headers: { cookie },
    });
    expect(answer.status).toBe(303);
    expect(test.database.statements.count - before).toBeLessThanOrEqual(10);
    const after = await textOf(police.get(answer.headers.get('location')!));
    expect(after).toContain('Đã báo cáo hoàn thành.');
    const file = /href="([^"]*\/tep\/[^"]*)">bien-ban\.txt/.exec(after)![1]!;
    expect(await textOf((await signedIn('youthOfficer')).get(file))).toBe('một');
    const stranger = await signedIn('planningOfficer', await givenUnit(test.database));
    expect((await stranger.get(file)).status).toBe(404);
    const other = await give();
    expect((await police.get(file.replace(task, other))).status).toBe(404);
  });

  it('asks for what is missing and keeps what was typed', async () => {
    const task = await give();
    const browser = await signedIn('planningOfficer');
    const answer = await browser.post(at(`/${task}/phan-cong`), {
      chu_tri: organisations.get('schools')!,
      [`phoi_hop.${organisations.get('youth_union')!}`]: 'co',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page.split('Nhập lý do để các đơn vị hiểu vì sao.').length).toBe(3);
    expect(page).toMatch(
      new RegExp(
        `<option[^>]*(selected[^>]*${organisations.get('schools')}|${organisations.get('schools')}"[^>]*selected)`,
      ),
    );
    expect(page).toMatch(new RegExp(`phoi_hop\\.${organisations.get('youth_union')}"[^>]*checked`));
    const due = await browser.post(at('/moi'), { noi_dung: 'Việc mới', han: '31/2/2026' });
    const again = await due.text();
    expect(again).toContain('Ngày phải là một ngày có thật');
    expect(again).toContain('Chọn đơn vị chủ trì.');
    expect(again).toContain('31/2/2026');
    expect(again).toContain('Việc mới');
  });

  it('changed by somebody else meanwhile answers with what was typed, and the state as it is now', async () => {
    const task = await give();
    const browser = await signedIn('planningOfficer');
    const page = await textOf(browser.get(at(`/${task}`)));
    const skip = at(`/${task}/ky/${occurrenceIn(page)}/bo-qua`);
    const close = { lan_sua: revisionIn(page), ly_do: 'Không làm nữa' };
    expect((await browser.post(skip, { lan_sua: revisionIn(page), ly_do: 'Chưa cần' })).status).toBe(303);
    const answer = await browser.post(at(`/${task}/dong`), close);
    expect(answer.status).toBe(409);
    const again = await answer.text();
    expect(again).toContain('Người khác vừa thay đổi nhiệm vụ này');
    expect(again).toContain('Không làm nữa');
    expect((await browser.post(at(`/${task}/dong`), { ...close, lan_sua: revisionIn(again) })).status).toBe(
      303,
    );
  });

  it('with a file or id that can be none is not found', async () => {
    const browser = await signedIn('planningOfficer');
    for (const rest of ['/khong-co', `/${'0'.repeat(36)}`, '/01920000-0000-7000-8000-000000000001'])
      expect((await browser.get(at(rest))).status, rest).toBe(404);
  });
});

describe('a deed', () => {
  it('takes at most ten statements, from the session to the commit', async () => {
    const task = await give();
    const browser = await signedIn('planningOfficer');
    await signedIn('policeOfficer');
    const page = await textOf(browser.get(at(`/${task}`)));
    const occurrence = occurrenceIn(page);
    const check = { to_chuc: organisations.get('police')!, ket_qua: 'Đủ', danh_gia: 'satisfied' };
    const part = (number: number, kind: string) => ({
      [`to_chuc_${number}`]: organisations.get(kind)!,
      [`noi_dung_${number}`]: 'Một phần',
    });
    const deeds: [string, Record<string, string>][] = [
      [`/${task}/ky/${occurrence}/nhac`, {}],
      ['/kiem-tra?nam=2026', { ...check, ngay: '20/10/2026', nhiem_vu: task }],
      ['/tong-hop/nhac?nam=2026', {}],
      [`/${task}/han`, { [`han.${occurrence}`]: '30/10/2026', ly_do: 'Lùi hạn' }],
      [`/${task}/tach`, { ly_do: 'Chia việc', ...part(1, 'police'), ...part(2, 'schools') }],
      [`/${task}/mo-lai`, {}],
    ];
    for (const [address, fields] of deeds) {
      const seen = revisionIn(await textOf(browser.get(at(`/${task}`))));
      const before = test.database.statements.count;
      const answer = await browser.post(at(address), { lan_sua: seen, ...fields });
      expect(answer.status, address).toBe(303);
      expect(test.database.statements.count - before, address).toBeLessThanOrEqual(10);
    }
  });
});

describe('the inbox', () => {
  it('says kindly when nothing waits, to whoever it is', async () => {
    for (const [role, of] of [
      ['administrator', unit],
      ['villageHead', unit],
      ['appraiser', province],
    ] as const)
      expect(await textOf((await signedIn(role, of)).get('/viec-cua-toi'))).toContain(
        'Không có việc nào đang chờ bạn',
      );
  });

  it('counts first, and marks reminders as read', async () => {
    await give();
    const police = await signedIn('policeOfficer');
    const mine = await signedIn('planningOfficer');
    const answer = await mine.post(at('/tong-hop/nhac?nam=2026'));
    expect(await textOf(mine.get(answer.headers.get('location')!))).toContain('Đã nhắc 1 nhiệm vụ.');
    const page = await textOf(police.get('/viec-cua-toi'));
    expect(page).toContain('lời nhắc');
    expect(page).toContain('quá hạn');
    expect((await police.post('/viec-cua-toi/da-doc')).status).toBe(303);
    expect(await textOf(police.get('/viec-cua-toi'))).not.toContain('Lời nhắc chưa đọc');
  });
});

describe('overseeing', () => {
  it('shows each organisation’s load, and reminding is the planning officer’s', async () => {
    await give();
    const page = await textOf((await signedIn('overseer')).get(at('/tong-hop?nam=2026')));
    expect(page).toContain('trang_thai=qua_han');
    expect(page).not.toContain('Nhắc tất cả');
    const officer = await signedIn('policeOfficer');
    expect((await officer.post(at('/tong-hop/nhac'))).status).toBe(403);
  });

  it('logs checks and settles difficulties through forms that say what is missing', async () => {
    const browser = await signedIn('planningOfficer');
    const missing = await browser.post(at('/kiem-tra?nam=2026'), { ngay: '30/10/2026' });
    expect(missing.status).toBe(422);
    const page = await missing.text();
    for (const words of ['Chọn đơn vị.', 'Nhập kết quả đôn đốc, kiểm tra.', 'Chọn mức đánh giá.'])
      expect(page).toContain(words);
    const check = { to_chuc: organisations.get('police')!, ket_qua: 'Đủ sổ', danh_gia: 'satisfied' };
    const future = await browser.post(at('/kiem-tra?nam=2026'), { ...check, ngay: '30/10/2026' });
    expect(await future.text()).toContain('Ngày này chưa đến.');
    expect((await browser.post(at('/kiem-tra?nam=2026'), { ...check, ngay: '20/10/2026' })).status).toBe(303);
    expect(await textOf(browser.get(at('/kiem-tra?nam=2026')))).toContain('Đủ sổ');

    const officer = await signedIn('policeOfficer');
    const raise = { to_chuc: organisations.get('police')!, noi_dung: 'Thiếu người' };
    expect((await officer.post(at('/kho-khan'), raise)).status).toBe(303);
    const difficulty = /kho-khan\/([0-9a-f-]{36})/.exec(await textOf(browser.get(at('/kho-khan'))))![1]!;
    const settle = at(`/kho-khan/${difficulty}`);
    expect((await officer.post(settle, { tra_loi: 'x' })).status).toBe(403);
    const open = await browser.post(settle, { cach: 'chuyen', tra_loi: 'Đã đề nghị' });
    expect(await open.text()).toContain('Nhập nơi nhận');
    const done = { cach: 'chuyen', tra_loi: 'Đã đề nghị', noi_nhan: 'Công an tỉnh', lan_sua: '0' };
    expect((await browser.post(settle, done)).status).toBe(303);
    expect(await textOf(officer.get(at('/kho-khan?trang_thai=chuyen')))).toContain('Chuyển đến Công an tỉnh');
  });
});
