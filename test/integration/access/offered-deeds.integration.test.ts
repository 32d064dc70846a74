import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROLES as roles } from '../../../src/domain/organisation/index.ts';
import { newId } from '../../../src/platform/database/index.ts';
import { answerOf } from './answers.ts';
import { requestFor } from './requests.ts';
import { signedIn, type Visitor } from './visitor.ts';
import { createWorld, type Place, type TestPerson, type World, YEAR } from './world.ts';

/** Few kinds, so that somebody often works in the organisation that has the criterion. */
const KINDS = ['culture_society', 'police', 'health_station'] as const;
const STATES = ['not_started', 'in_work', 'handed_in', 'accepted', 'returned'] as const;

const yearsRoute = '/don-vi/:unit/tu-danh-gia';
const homeRoute = `${yearsRoute}/:year`;
const criterionRoute = `${homeRoute}/tieu-chi/:number`;
const deedRoutes = {
  save: criterionRoute,
  handIn: `${criterionRoute}/nop`,
  accept: `${criterionRoute}/chap-nhan`,
  return: `${criterionRoute}/tra-lai`,
  assign: `${homeRoute}/phan-cong`,
  open: yearsRoute,
} as const;
type Deed = keyof typeof deedRoutes;
const deeds = Object.keys(deedRoutes) as Deed[];

/** A person with some roles, before a criterion. */
interface Situation {
  readonly from: Place;
  readonly memberships: readonly { readonly kind: string; readonly role: string }[];
  readonly number: number;
  readonly ownerKind: string;
  readonly state: (typeof STATES)[number];
}

const situations: fc.Arbitrary<Situation> = fc.record({
  from: fc.constantFrom<Place>('own', 'own', 'own', 'own', 'sister', 'province'),
  memberships: fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom<string>(...KINDS),
      role: fc.oneof(
        fc.constantFrom(...roles),
        fc.constantFrom('planningOfficer', 'communeLeader', 'policeOfficer'),
      ),
    }),
    { maxLength: 4, selector: ({ kind, role }) => `${kind} ${role}` },
  ),
  number: fc.integer({ min: 1, max: 13 }),
  ownerKind: fc.constantFrom<string>(...KINDS),
  state: fc.constantFrom(...STATES),
});

let world: World;
const people = new Map<Place, { person: TestPerson; visitor: Visitor }>();

beforeAll(async () => {
  world = await createWorld();
  for (const place of ['own', 'sister', 'province'] as const) {
    const person = await world.givenRole('collaborator', place);
    people.set(place, { person, visitor: await signedIn(world.application, person.username) });
  }
});
afterAll(() => world.drop());

async function arrange({ from, memberships, number, ownerKind, state }: Situation): Promise<void> {
  const { person } = people.get(from)!;
  const { organisations } = world.places[from];
  await world.owner.query('delete from membership where person_id = $1', [person.personId]);
  for (const { kind, role } of memberships)
    await world.owner.query('insert into membership values ($1, $2, $3, $4, $5) on conflict do nothing', [
      person.unit.id,
      newId(),
      person.personId,
      organisations.get(kind) ?? [...organisations.values()][0],
      role,
    ]);
  const { unit, organisations: theirs } = world.places.own;
  await world.owner.query(
    `update cycle_criterion set state = 'in_work', returned_reason = null where unit_id = $1`,
    [unit.id],
  );
  await world.owner.query(
    `update cycle_criterion
        set state = $3, returned_reason = case when $3 = 'returned' then 'Thiếu minh chứng' end, organisation_id = $4,
            due_date = '2026-10-15'
      where unit_id = $1 and number = $2`,
    [unit.id, number, state, theirs.get(ownerKind)],
  );
}

/** Leaves no cycle of another year behind. */
async function forgetOpened(): Promise<void> {
  for (const table of ['cycle_summary', 'cycle_criterion'])
    await world.owner.query(
      `delete from ${table} where cycle_id in (select id from cycle where year <> ${YEAR})`,
    );
  await world.owner.query(`delete from cycle where year <> ${YEAR}`);
}

/** The page, or nothing where it is refused. */
async function pageOf(asking: Visitor, path: string): Promise<string> {
  const response = await asking.send('GET', path);
  return response.status === 200 ? response.text() : '';
}

async function offeredTo(asking: Visitor, path: (route: string) => string, number: number): Promise<Deed[]> {
  const [years, home, criterion, assignment] = [
    await pageOf(asking, path(yearsRoute)),
    await pageOf(asking, path(homeRoute)),
    await pageOf(asking, path(criterionRoute)),
    await pageOf(asking, path(deedRoutes.assign)),
  ];
  const leadsTo = (page: string, route: string) => page.includes(`href="${path(route)}"`);
  // A page is linked exactly where it answers.
  expect(leadsTo(home, criterionRoute)).toBe(criterion !== '');
  expect(leadsTo(home, deedRoutes.assign)).toBe(assignment !== '');
  const sends = (page: string, route: string) =>
    new RegExp(`<form[^>]* action="${path(route)}"|<button[^>]* formaction="${path(route)}"`, 'i').test(page);
  const offers: Readonly<Record<Deed, boolean>> = {
    save: sends(criterion, deedRoutes.save),
    handIn: sends(criterion, deedRoutes.handIn),
    accept: sends(criterion, deedRoutes.accept),
    return: sends(criterion, deedRoutes.return),
    assign: sends(assignment, deedRoutes.assign) && assignment.includes(`name="han.${number}"`),
    open: sends(years, deedRoutes.open),
  };
  return deeds.filter((deed) => offers[deed]);
}

it('what the pages offer is what the server allows, whatever the roles, the owner and the state', async () => {
  const everOffered = new Set<Deed>();
  const everRefused = new Set<Deed>();
  await fc.assert(
    fc.asyncProperty(situations, async (situation) => {
      const { person, visitor } = people.get(situation.from)!;
      const request = (deed: Deed) =>
        requestFor(
          world,
          `POST ${deedRoutes[deed]}`,
          { target: 'own', oneself: false },
          person,
          situation.number,
        );
      const path = (route: string) =>
        route
          .replace(':unit', world.places.own.unit.code)
          .replace(':year', String(YEAR))
          .replace(':number', String(situation.number));
      await arrange(situation);
      const offered = await offeredTo(visitor, path, situation.number);
      const allowed: Deed[] = [];
      for (const deed of deeds) {
        await arrange(situation);
        const answer = answerOf(await visitor.send('POST', path(deedRoutes[deed]), await request(deed)));
        if (answer === 'ok') allowed.push(deed);
        else expect(['forbidden', 'notFound', 'wrongState']).toContain(answer);
        (answer === 'ok' ? everOffered : everRefused).add(deed);
      }
      await forgetOpened();
      expect(allowed).toEqual(offered);
    }),
    { numRuns: 60, seed: 62_019 },
  );
  expect([...everOffered].sort(), 'each deed was allowed at least once').toEqual([...deeds].sort());
  expect([...everRefused].sort(), 'each deed was refused at least once').toEqual([...deeds].sort());
}, 60_000);
