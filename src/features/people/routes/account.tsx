import { Hono } from 'hono';
import { withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { renderPage } from '../../../ui/page.tsx';
import { changeEmail } from '../commands/change-email.ts';
import { changePassword } from '../commands/change-password.ts';
import type { PeopleDependencies } from '../dependencies.ts';
import { AccountPage } from '../pages/AccountPage.tsx';
import { PasswordPage } from '../pages/PasswordPage.tsx';
import { findPerson, listSessions } from '../queries.ts';
import { type FieldFaults, readOwnEmail, readPasswordChange } from '../schema.ts';
import { requirePerson } from '../session-middleware.ts';
import { frameOf, minutesUntil } from './request.ts';

/** What an address says was done. */
const notices: Readonly<Record<string, 'emailChanged'>> = { 'thu-dien-tu': 'emailChanged' };

/** The own account. */
export function accountRoutes(dependencies: PeopleDependencies): Hono<RequestEnvironment> {
  const { database, clock, assets } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  const passwordPage = async (
    c: RequestContext,
    faults: FieldFaults,
    lockedForMinutes: number | null,
    status: 200 | 422 | 429,
  ) => {
    const actor = requirePerson(c);
    const person = await withReadScope(database, actor, (scope) =>
      findPerson(scope, actor.unit.id, actor.personId),
    );
    if (person === undefined) throw notFound();
    const props = {
      username: person.username,
      mustChange: actor.mustChangePassword,
      faults,
      lockedForMinutes,
    };
    return c.html(renderPage(<PasswordPage {...props} frame={frameOf(c, assets)} />), status);
  };

  routes.get('/doi-mat-khau', (c) => passwordPage(c, {}, null, 200));

  routes.post('/doi-mat-khau', async (c) => {
    const actor = requirePerson(c);
    const form = readPasswordChange(await formFields(c));
    if (!form.ok) return passwordPage(c, form.faults, null, 422);
    const change = await changePassword(dependencies, actor, c.var.sessionToken ?? '', form.value);
    if (change.outcome === 'changed') return c.redirect('/tai-khoan?da_doi_mat_khau=1', 303);
    if (change.outcome === 'locked') return passwordPage(c, {}, minutesUntil(change.until, clock.now()), 429);
    const field = change.fault === 'passwordWrong' ? 'mat_khau_hien_tai' : 'mat_khau_moi';
    return passwordPage(c, { [field]: change.fault }, null, 422);
  });

  const accountPage = async (
    c: RequestContext,
    typed: { readonly email?: string | undefined; readonly faults: FieldFaults },
    status: 200 | 422,
  ) => {
    const actor = requirePerson(c);
    const { person, sessions } = await withReadScope(database, actor, async (scope) => ({
      person: await findPerson(scope, actor.unit.id, actor.personId),
      sessions: await listSessions(scope, actor.userId, clock.now()),
    }));
    if (person === undefined) throw notFound();
    return c.html(
      renderPage(
        <AccountPage
          frame={frameOf(c, assets, '/tai-khoan')}
          actor={actor}
          username={person.username}
          email={typed.email ?? person.email ?? ''}
          faults={typed.faults}
          sessions={sessions}
          token={c.var.sessionToken ?? ''}
          notice={
            notices[c.req.query('da') ?? ''] ??
            (c.req.query('da_doi_mat_khau') === '1' ? 'passwordChanged' : undefined)
          }
        />,
      ),
      status,
    );
  };

  routes.get('/tai-khoan', (c) => accountPage(c, { faults: {} }, 200));

  routes.post('/tai-khoan/thu-dien-tu', async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const form = readOwnEmail(fields);
    if (!form.ok) return accountPage(c, { email: fields.thu_dien_tu ?? '', faults: form.faults }, 422);
    await changeEmail(dependencies, actor, form.value.email);
    return c.redirect('/tai-khoan?da=thu-dien-tu', 303);
  });

  return routes;
}
