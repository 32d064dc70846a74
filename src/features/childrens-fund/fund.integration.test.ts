import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acting, actingAs } from '../../../test/support/acting.ts';
import { testAssets } from '../../../test/support/application.ts';
import { givenPerson, givenUnit } from '../../../test/support/builders.ts';
import { testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { ActorUnit, PersonActor } from '../../platform/database/index.ts';
import { childrensFundRoutes } from './index.ts';

let test_: TestDatabase;
let unit: ActorUnit;
let fund: string;
let province: PersonActor;
let appraiser: PersonActor;
const as = new Map<string, Acting>();
const acting = (who: string): Acting => as.get(who)!;

beforeAll(async () => {
  test_ = await createTestDatabase();
  province = await givenPerson(test_.database, 'appraiser', {
    unit: await givenUnit(test_.database, { level: 'province' }),
  });
});
afterAll(() => test_.drop());

/** A ward with an empty fund, and the people around it. */
async function freshFund(): Promise<void> {
  unit = await givenUnit(test_.database);
  appraiser = { ...province, territory: [unit.id] };
  fund = `/don-vi/${unit.code}/quy-tre-em`;
  const dependencies = { database: test_.database, clock: testClock(), assets: testAssets };
  const people: Record<string, PersonActor> = {
    planner: await givenPerson(test_.database, 'planningOfficer', { unit }),
    treasurer: await givenPerson(test_.database, 'economyOfficer', { unit }),
    nurse: await givenPerson(test_.database, 'healthOfficer', { unit }),
    administrator: await givenPerson(test_.database, 'administrator', { unit }),
    neighbour: await givenPerson(test_.database, 'planningOfficer', {
      unit: await givenUnit(test_.database),
    }),
    appraiser,
  };
  for (const [name, actor] of Object.entries(people))
    as.set(name, actingAs(childrensFundRoutes(dependencies), actor));
}

const contribution = (over: Readonly<Record<string, string>> = {}) => ({
  ngay: '10/3/2026',
  nguoi_tang: 'Công ty Ví Dụ',
  loai_nguoi_tang: 'enterprise',
  hinh_thuc: 'tien',
  so_tien: '5.000.000',
  vao: 'quy',
  ...over,
});
const use = (over: Readonly<Record<string, string>> = {}) => ({
  ngay: '1/6/2026',
  noi_dung: 'Học bổng đầu năm học',
  hinh_thuc: 'tien',
  so_tien: '2.000.000',
  so_tre: '4',
  ...over,
});
const give = (fields: Record<string, string>, who = 'planner') => acting(who).post(`${fund}/thu/moi`, fields);
const spend = (fields: Record<string, string>, who = 'planner') =>
  acting(who).post(`${fund}/chi/moi`, fields);
const textOf = async (who: string, path: string) => (await acting(who).get(path)).text();
/** The address of the only line of one kind in the books. */
async function lineOf(kind: 'thu' | 'chi', year = 2026): Promise<string> {
  const page = await textOf('planner', `${fund}?nam=${year}`);
  return new RegExp(`[^"]*/${kind}/[0-9a-f-]{36}`).exec(page)![0];
}

describe('the Children’s Fund', () => {
  test('holds what was carried over and received less what was used, money and goods apart', async () => {
    await freshFund();
    await give(contribution({ ngay: '1/12/2025', so_tien: '1.250.000' }));
    await give(contribution());
    await give(contribution({ hinh_thuc: 'hien_vat', hien_vat: '20 xe đạp', so_tien: '30000000' }));
    await give(contribution({ vao: 'muc_dich', muc_dich: 'tặng sách', so_tien: '700.000' }));
    expect((await spend(use())).status).toBe(303);
    const rows = [...(await textOf('nurse', `${fund}?nam=2026`)).matchAll(/<tr>(.*?)<\/tr>/g)].map(
      ([, row]) => row!.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'),
    );
    expect(rows.slice(1, 6)).toEqual([
      '|Năm trước chuyển sang (đến hết năm 2025)|1.250.000 đồng|0 đồng|',
      '|Thu vào Quỹ trong năm|5.000.000 đồng|30.000.000 đồng|',
      '|Đã sử dụng trong năm|2.000.000 đồng|0 đồng|',
      '|Còn lại|4.250.000 đồng|30.000.000 đồng|',
      '|Ngoài Quỹ: nhận theo mục đích của người tặng, dùng ngay|700.000 đồng|0 đồng|',
    ]);
    expect(rows[7]).toContain('Chi: Học bổng đầu năm học');
    expect(rows[7]).toContain('|4.250.000 đồng|');
  });

  test('never gives out what it does not have, on any day, and says what is missing', async () => {
    await freshFund();
    await give(contribution());
    const early = await spend(use({ ngay: '9/3/2026' }));
    expect(early.status).toBe(422);
    const page = await early.text();
    expect(page).toContain('hết ngày 09/03/2026 sẽ thiếu 2.000.000 đồng');
    expect(page).toContain('value="Học bổng đầu năm học"');
    expect((await spend(use({ so_tien: '5.000.001' }))).status).toBe(422);
    expect((await spend(use({ hinh_thuc: 'hien_vat' }))).status).toBe(422);
    expect((await spend(use())).status).toBe(303);
  });

  test('keeps what was received as long as it has been used', async () => {
    await freshFund();
    await give(contribution());
    await spend(use());
    const path = await lineOf('thu');
    const removed = await acting('planner').post(`${path}/xoa`);
    expect([removed.status, await removed.text()]).toEqual([409, 'fund.short']);
    expect(
      (await acting('planner').post(path, contribution({ so_tien: '1.000.000', lan_sua: '0' }))).status,
    ).toBe(422);
    expect(
      (await acting('planner').post(path, contribution({ so_tien: '2.000.000', lan_sua: '0' }))).status,
    ).toBe(303);
    expect((await acting('planner').post(path, contribution({ lan_sua: '0' }))).status).toBe(409);
    await acting('planner').post(`${await lineOf('chi')}/xoa`);
    expect((await acting('planner').post(`${path}/xoa`)).status).toBe(303);
  });

  test('gives out once what two people spend at the same time', async () => {
    await freshFund();
    await give(contribution());
    const spending = use({ so_tien: '4.000.000' });
    const statuses = await Promise.all([spend(spending), spend(spending, 'treasurer')]);
    expect(statuses.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  test('uses a receipt number once a year', async () => {
    await freshFund();
    expect((await give(contribution({ so_phieu: '07' }))).status).toBe(303);
    const again = await give(contribution({ so_phieu: '07' }));
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('Số phiếu này đã dùng');
    expect((await give(contribution({ so_phieu: '07', ngay: '1/12/2025' }))).status).toBe(303);
  });

  test('gives a receipt with the amount in words', async () => {
    await freshFund();
    await give(contribution({ so_phieu: '7', so_tien: '1.250.000' }));
    const page = await textOf('nurse', `${await lineOf('thu')}/phieu`);
    for (const words of ['07/PTN-UBND', 'Công ty Ví Dụ', 'Một triệu hai trăm năm mươi nghìn đồng'])
      expect(page).toContain(words);
  });

  test('gives a form back with everything typed when something is wrong', async () => {
    await freshFund();
    const answer = await give({
      ngay: '1/1/2030',
      nguoi_tang: '',
      so_tien: '-5',
      hinh_thuc: 'hien_vat',
      vao: 'muc_dich',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const field of ['ngay', 'nguoi_tang', 'loai_nguoi_tang', 'so_tien', 'hien_vat', 'muc_dich'])
      expect(page).toContain(`href="#${field}"`);
    expect(page).toContain('value="1/1/2030"');
  });
});

describe('who gets what', () => {
  test('the planning officer and the officer of finance keep the fund, the unit and its appraiser read it', async () => {
    await freshFund();
    expect((await give(contribution(), 'treasurer')).status).toBe(303);
    const path = await lineOf('thu');
    const answers = async (who: string) =>
      Promise.all(
        [fund, `${path}/phieu`, path, `${fund}/chi/moi`].map(
          async (address) => (await acting(who).get(address)).status,
        ),
      );
    expect(await answers('planner')).toEqual([200, 200, 200, 200]);
    expect(await answers('nurse')).toEqual([200, 200, 403, 403]);
    expect(await answers('appraiser')).toEqual([200, 200, 403, 403]);
    expect(await answers('administrator')).toEqual([404, 404, 404, 404]);
    expect(await answers('neighbour')).toEqual([404, 404, 404, 404]);
    expect((await give(contribution(), 'nurse')).status).toBe(403);
    expect((await acting('neighbour').post(`${path}/xoa`)).status).toBe(404);
  });

  test('the pages take at most six statements with the session, a deed at most ten', async () => {
    await freshFund();
    await give(contribution());
    await spend(use());
    const statements = async (work: () => Promise<Response>) => {
      const before = test_.database.statements.count;
      await work();
      return test_.database.statements.count - before + 1;
    };
    for (const address of [fund, await lineOf('thu'), await lineOf('chi'), `${fund}/chi/moi`])
      expect([address, (await statements(() => acting('planner').get(address))) <= 6]).toEqual([
        address,
        true,
      ]);
    const line = await lineOf('chi');
    expect(await statements(() => acting('planner').post(line, use({ lan_sua: '0' })))).toBeLessThanOrEqual(
      10,
    );
    expect(await statements(() => give(contribution()))).toBeLessThanOrEqual(10);
  });
});
