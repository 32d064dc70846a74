import { Hono } from 'hono';
import { normaliseText } from '../../../domain/text/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, type PersonId, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { renderPage } from '../../../ui/page.tsx';
import { changePerson } from '../commands/change-person.ts';
import { createPerson } from '../commands/create-person.ts';
import { disablePerson, enablePerson } from '../commands/disable-person.ts';
import { resetPassword } from '../commands/reset-password.ts';
import type { PeopleDependencies } from '../dependencies.ts';
import { NewPersonPage } from '../pages/NewPersonPage.tsx';
import { OneTimePasswordPage } from '../pages/OneTimePasswordPage.tsx';
import { PeopleListPage } from '../pages/PeopleListPage.tsx';
import type { FormValues } from '../pages/PersonFields.tsx';
import { type PersonNotice, PersonPage, type PersonPageProps } from '../pages/PersonPage.tsx';
import { assertMayWithPeople, rolesToGive } from '../policy.ts';
import { findPerson, listOrganisations, listPeople, type Person } from '../queries.ts';
import { type FieldFault, type FieldFaults, isId, readNewPerson, readPersonChange } from '../schema.ts';
import { requirePerson } from '../session-middleware.ts';
import { frameOf } from './request.ts';

/** What an address says was done, and what the page answers. */
const notices: Readonly<Record<string, PersonNotice>> = { luu: 'saved', khoa: 'disabled', mo: 'enabled' };

/** Where in the form a refusal of the command belongs. */
const fieldOf: Readonly<Partial<Record<FieldFault, string>>> = {
  usernameTaken: 'ten_dang_nhap',
  organisationUnknown: 'to_chuc_1',
  roleUnknown: 'vai_tro_1',
  lastAdministrator: 'vai_tro_1',
};
const refused = (fault: FieldFault): FieldFaults => ({ [fieldOf[fault] ?? 'ho_ten']: fault });

/** The accounts of a unit, for its administrator. */
export function administrationRoutes(dependencies: PeopleDependencies): Hono<RequestEnvironment> {
  const { database, clock, assets } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  const administratorOf = (c: RequestContext): PersonActor => {
    const actor = requirePerson(c);
    assertMayWithPeople(actor, 'readPeople', actor.unit.id);
    return actor;
  };

  const newPersonPage = async (
    c: RequestContext,
    values: FormValues,
    faults: FieldFaults,
    status: 200 | 422,
  ) => {
    const actor = administratorOf(c);
    const organisations = await withReadScope(database, actor, (scope) =>
      listOrganisations(scope, actor.unit.id, today(clock)),
    );
    const fields = { values, organisations, roles: rolesToGive(actor.unit.level) };
    return c.html(
      renderPage(<NewPersonPage {...fields} frame={frameOf(c, assets)} faults={faults} />),
      status,
    );
  };

  const personPage = async (
    c: RequestContext,
    answer: Partial<Pick<PersonPageProps, 'values' | 'faults' | 'refusal' | 'notice'>>,
    status: 200 | 409 | 422,
  ) => {
    const actor = administratorOf(c);
    const id = personIdOf(c);
    const { person, organisations } = await withReadScope(database, actor, async (scope) => ({
      person: await findPerson(scope, actor.unit.id, id),
      organisations: await listOrganisations(scope, actor.unit.id, today(clock)),
    }));
    if (person === undefined) throw notFound();
    return c.html(
      renderPage(
        <PersonPage
          frame={frameOf(c, assets, `/nguoi-dung/${id}`)}
          person={person}
          isSelf={id === actor.personId}
          values={answer.values ?? valuesOf(person)}
          organisations={organisations}
          roles={rolesToGive(actor.unit.level)}
          faults={answer.faults ?? {}}
          refusal={answer.refusal}
          notice={answer.notice}
        />,
      ),
      status,
    );
  };

  routes.get('/nguoi-dung', async (c) => {
    const actor = administratorOf(c);
    const search = normaliseText(c.req.query('tim') ?? '').slice(0, 100);
    const page = Number(/^\d{1,6}$/.exec(c.req.query('trang') ?? '')?.[0] ?? 1);
    const list = await withReadScope(database, actor, (scope) =>
      listPeople(scope, actor.unit.id, search, page),
    );
    const props = { list, search, self: actor.personId };
    return c.html(renderPage(<PeopleListPage {...props} frame={frameOf(c, assets)} />));
  });

  routes.get('/nguoi-dung/moi', (c) => newPersonPage(c, {}, {}, 200));

  routes.post('/nguoi-dung/moi', async (c) => {
    const actor = administratorOf(c);
    const fields = await formFields(c);
    const form = readNewPerson(fields);
    if (!form.ok) return newPersonPage(c, fields, form.faults, 422);
    const created = await createPerson(dependencies, actor, actor.unit.id, form.value);
    if (!created.ok) return newPersonPage(c, fields, refused(created.fault), 422);
    const { username, oneTimePassword } = created;
    const props = { occasion: 'created', name: form.value.name, username, oneTimePassword } as const;
    return c.html(renderPage(<OneTimePasswordPage {...props} frame={frameOf(c, assets)} />), 201);
  });

  routes.get('/nguoi-dung/:id', (c) => personPage(c, { notice: notices[c.req.query('da') ?? ''] }, 200));

  routes.post('/nguoi-dung/:id', async (c) => {
    const actor = administratorOf(c);
    const id = personIdOf(c);
    const fields = await formFields(c);
    const form = readPersonChange(fields);
    if (!form.ok) return personPage(c, { values: fields, faults: form.faults }, 422);
    const change = await changePerson(dependencies, actor, id, form.value);
    if (!change.ok) return personPage(c, { values: fields, faults: refused(change.fault) }, 422);
    return c.redirect(`/nguoi-dung/${id}?da=luu`, 303);
  });

  routes.post('/nguoi-dung/:id/mat-khau', async (c) => {
    const actor = administratorOf(c);
    const id = personIdOf(c);
    const reset = await resetPassword(dependencies, actor, id);
    if (!reset.ok) return personPage(c, { refusal: reset.fault }, 409);
    const { person, oneTimePassword } = reset;
    const props = {
      occasion: 'reset',
      name: person.name,
      username: person.username,
      oneTimePassword,
    } as const;
    const frame = frameOf(c, assets, `/nguoi-dung/${id}`);
    return c.html(renderPage(<OneTimePasswordPage {...props} frame={frame} />));
  });

  routes.post('/nguoi-dung/:id/khoa', async (c) => {
    const actor = administratorOf(c);
    const id = personIdOf(c);
    const disabling = await disablePerson(dependencies, actor, id);
    if (!disabling.ok) return personPage(c, { refusal: disabling.fault }, 409);
    return c.redirect(`/nguoi-dung/${id}?da=khoa`, 303);
  });

  routes.post('/nguoi-dung/:id/mo', async (c) => {
    const actor = administratorOf(c);
    const id = personIdOf(c);
    await enablePerson(dependencies, actor, id);
    return c.redirect(`/nguoi-dung/${id}?da=mo`, 303);
  });

  return routes;
}

/** @throws RequestError 404 for what can be nobody's id, as for somebody of another unit */
function personIdOf(c: RequestContext): PersonId {
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw notFound();
  return id as PersonId;
}

/** The form of a person as stored. */
function valuesOf(person: Person): FormValues {
  const rows = person.memberships.flatMap(({ organisationId, role }, index) => [
    [`to_chuc_${index + 1}`, organisationId],
    [`vai_tro_${index + 1}`, role],
  ]);
  return { ho_ten: person.name, ...Object.fromEntries(rows) };
}
