import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../../../test/support/application.ts';
import { givenPerson, TEST_PASSWORD } from '../../../test/support/builders.ts';
import { sendForm, signedIn } from '../../../test/support/whole-application.ts';
import { type PersonActor, sqlBuilder, withReadScope } from '../../platform/database/index.ts';

let app: TestApplication;
let person: PersonActor & { username: string };
let cookie: string;

beforeAll(async () => {
  app = await startTestApplication();
  person = await givenPerson(app.database, 'healthOfficer');
  cookie = await signedIn(app.application, person.username, TEST_PASSWORD);
});
afterAll(() => app.drop());

const save = (thu_dien_tu: string) =>
  sendForm(app.application, '/tai-khoan/thu-dien-tu', { thu_dien_tu }, { cookie });
const account = async (query = '') =>
  (await app.application.request(`/tai-khoan${query}`, { headers: { cookie } })).text();
const deeds = () =>
  withReadScope(app.database, person, (scope) =>
    scope.rows(
      sqlBuilder.selectFrom('audit_entry').where('deed', '=', 'changeEmail').select(['fields', 'object_id']),
    ),
  );

describe('the own address for reminders', () => {
  it('is saved, shown, and told of in the chain of deeds without the address itself', async () => {
    const answer = await save(' hoa.nt@vidu.vn ');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/tai-khoan?da=thu-dien-tu']);
    const html = await account('?da=thu-dien-tu');
    expect(html).toContain('value="hoa.nt@vidu.vn"');
    expect(html).toContain('Đã lưu địa chỉ thư điện tử');
    await save('hoa.nt@vidu.vn');
    expect(await deeds()).toEqual([{ fields: ['email'], object_id: person.personId }]);
  });

  it('that is none is refused with what was typed still there', async () => {
    for (const typed of ['hoa', 'hoa@vidu.vn, khac@vidu.vn', `${'x'.repeat(200)}@vidu.vn`]) {
      const answer = await save(typed);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(`value="${typed}"`);
    }
    expect(await account()).toContain('value="hoa.nt@vidu.vn"');
  });

  it('is taken away by leaving it empty', async () => {
    await save('');
    expect(await account()).not.toContain('hoa.nt@vidu.vn');
  });

  it('is changed by nobody who is not signed in', async () => {
    const answer = await sendForm(app.application, '/tai-khoan/thu-dien-tu', { thu_dien_tu: 'a@vidu.vn' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/dang-nhap?het_phien=1']);
  });
});
