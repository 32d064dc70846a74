import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/organisation/index.ts';
import { answerOf, comparable } from './answers.ts';
import { type Ledger, openLedger } from './ledger.ts';
import {
  dependsOnState,
  expectedAnswer,
  oracleRoutes,
  ROLES,
  type Subject,
  type WalkRole,
} from './oracle.ts';
import { routesOfRollUp } from './oracle-of-roll-up.ts';
import { routesOfTheYear } from './oracle-of-the-year.ts';
import { routesOfVillages } from './oracle-of-villages.ts';
import { routesOfWorkbooks } from './oracle-of-workbooks.ts';
import { registeredRoutes } from './registered-routes.ts';
import { CRITERION_OF, criterionOfAnother, inputsOf, requestFor } from './requests.ts';
import { signedIn, type Visitor, visitor } from './visitor.ts';
import { createWorld, type Place, type TestPerson, type World, YEAR } from './world.ts';

interface Somebody {
  readonly person: TestPerson | null;
  readonly visitor: Visitor;
}

let world: World;
let ledger: Ledger;
const somebodies = new Map<WalkRole, Somebody>();

beforeAll(async () => {
  world = await createWorld();
  const people = new Map<WalkRole, TestPerson>();
  for (const role of ROLES)
    if (role !== 'nobody') {
      const [real, place] = personBehind(role);
      const mustChangePassword = role === 'oneTimePassword';
      people.set(role, await world.givenRole(real, place, { mustChangePassword }));
    }
  for (const role of ROLES) {
    const person = people.get(role) ?? null;
    somebodies.set(role, { person, visitor: await comesIn(person) });
  }
  // Disabled behind the back of the program: even with a session left, they are nobody.
  await world.owner.query('update person set disabled_at = now() where id = $1', [
    people.get('disabled')!.personId,
  ]);
  ledger = await openLedger(world.owner);
});
afterAll(() => world.drop());

function personBehind(role: Exclude<WalkRole, 'nobody'>): [Role, Place] {
  if (role === 'disabled' || role === 'oneTimePassword') return ['planningOfficer', 'own'];
  if (role === 'provinceAdministrator') return ['administrator', 'province'];
  return [role, role === 'appraiser' ? 'province' : 'own'];
}

const comesIn = async (person: TestPerson | null): Promise<Visitor> =>
  person === null ? visitor(world.application) : signedIn(world.application, person.username);

describe('the oracle', () => {
  it('knows every route and verb of the application', () => {
    const known = [
      ...oracleRoutes,
      ...routesOfTheYear,
      ...routesOfVillages,
      ...routesOfRollUp,
      ...routesOfWorkbooks,
    ];
    const missing = registeredRoutes(world.application).filter((route) => !known.includes(route));
    expect(missing, 'routes without a line in an oracle of test/integration/access').toEqual([]);
  });

  it('names no route that does not exist', () => {
    const registered = registeredRoutes(world.application);
    const gone = [
      ...oracleRoutes,
      ...routesOfTheYear,
      ...routesOfVillages,
      ...routesOfRollUp,
      ...routesOfWorkbooks,
    ].filter((route) => !registered.includes(route));
    expect(gone, 'lines of an oracle in test/integration/access without a route').toEqual([]);
  });
});

/** What a role asks a route about; what nobody knows comes first, for the others to be compared with. */
function subjectsOf(route: string, role: WalkRole): readonly Subject[] {
  const states = dependsOnState(route) ? (['open', 'handedIn', 'accepted'] as const) : (['open'] as const);
  const plain = { target: 'own', ofOwnOrganisation: false, oneself: false } as const;
  const abroad = (['none', 'sister', 'other'] as const).map((target) => ({ ...plain, target }));
  const own = { ...plain, ofOwnOrganisation: true };
  return states.flatMap((state): Subject[] => {
    if (route.includes(':id')) return [...abroad, plain, { ...plain, oneself: true }].map(at(state));
    if (!route.includes(':unit')) return [plain].map(at(state));
    if (CRITERION_OF[role] === undefined || !isOfCriterion(route)) return [...abroad, plain].map(at(state));
    return [...abroad, plain, own].map(at(state));
  });
}

const at =
  (state: Subject['state']) =>
  (subject: Omit<Subject, 'state'>): Subject => ({ ...subject, state });
const isOfCriterion = (route: string) => route.includes(':number') || route.endsWith('/phan-cong');
const isDocument = (route: string) => /\.(docx|pdf)$/.test(route);

const stored = { open: 'in_work', handedIn: 'handed_in', accepted: 'accepted' } as const;

/** Asks the route as one role about everything that can be asked, and tells what was not as it should be. */
async function faultsOf(route: string, role: WalkRole): Promise<string[]> {
  const verb = route.split(' ')[0]!;
  const somebody = somebodies.get(role)!;
  const faults: string[] = [];
  const unknown = new Map<string, string>();
  for (const subject of subjectsOf(route, role)) {
    const { target, state, ofOwnOrganisation, oneself } = subject;
    const number = ofOwnOrganisation ? CRITERION_OF[role]! : criterionOfAnother(role);
    const expected = expectedAnswer(route, role, subject);
    const what = `${route} as ${role}, ${target}${oneself ? ', oneself' : ''}, ${state}, criterion ${number}`;
    const complain = (fault: string) => faults.push(`${what}: ${fault}`);
    if (dependsOnState(route)) await ledger.setState(number, stored[state]);
    const request = await requestFor(world, route, subject, somebody.person, number);
    const response = await somebody.visitor.send(verb, request.path, verb === 'POST' ? request : {});
    const answer = answerOf(response);
    if (answer !== expected) complain(`expected ${expected}, got ${answer}`);
    if (verb === 'POST' && expected !== 'ok' && (await ledger.hasChanged()))
      complain('refused, and yet something changed');
    if (expected === 'notFound' && target !== 'own') {
      const text = await comparable(response, request.names);
      if (target === 'none') unknown.set(state, text);
      else if (text !== unknown.get(state)) complain('is told apart from what does not exist');
    } else if (answer === 'ok') {
      const text = await response.text();
      for (const mark of foreignMarks(somebody.person)) if (text.includes(mark)) complain(`shows ${mark}`);
    }
    if (verb === 'POST' && answer === 'ok') await ledger.restore();
    if (verb === 'GET' && !(isDocument(route) && answer === 'ok'))
      faults.push(...(await faultsOfHead(somebody.visitor, request.path, response, what)));
  }
  return faults;
}

/** HEAD says what GET says, without a body. */
async function faultsOfHead(asking: Visitor, path: string, got: Response, what: string): Promise<string[]> {
  const head = await asking.send('HEAD', path);
  const same = head.status === got.status && head.headers.get('location') === got.headers.get('location');
  const empty = (await head.text()) === '';
  return same && empty ? [] : [`HEAD for ${what}: ${head.status} after ${got.status}, empty: ${empty}`];
}

/** The marks of units that a person may not know of. */
function foreignMarks(person: TestPerson | null): readonly string[] {
  const { own, sister, other, province } = world.places;
  if (person === null) return [own, sister, other, province].map(({ mark }) => mark);
  return (person.unit.level === 'province' ? [other] : [sister, other, province]).map(({ mark }) => mark);
}

describe('every role gets from every route what the oracle says', () => {
  it.each(oracleRoutes)('%s', async (route) => {
    const faults = [];
    for (const role of ROLES) faults.push(...(await faultsOf(route, role)));
    await ledger.restore();
    expect(faults).toEqual([]);
  });
});

describe('a refusal', () => {
  const posts = oracleRoutes.filter((route) => route.startsWith('POST '));
  const own = { target: 'own', ofOwnOrganisation: false, oneself: false, state: 'open' } as const;

  it('is the same whatever the form holds', async () => {
    const faults: string[] = [];
    for (const route of posts)
      for (const [role, { person, visitor: asking }] of somebodies) {
        const expected = expectedAnswer(route, role, own);
        if (expected === 'ok') continue;
        const number = criterionOfAnother(role);
        if (dependsOnState(route)) await ledger.setState(number, stored[own.state]);
        const { path } = await requestFor(world, route, own, person, number);
        const answer = answerOf(await asking.send('POST', path, { form: { nam: 'x', 'han.3': '31/2' } }));
        if (answer !== expected) faults.push(`${route} as ${role}: expected ${expected}, got ${answer}`);
      }
    expect(faults).toEqual([]);
    expect(await ledger.hasChanged()).toBe(false);
  });

  it('is the same for a program that asks for JSON: another unit is not told apart from none', async () => {
    const faults: string[] = [];
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
    for (const route of oracleRoutes.filter((one) => one.includes(':unit')))
      for (const role of ['planningOfficer', 'communeLeader', 'provinceAdministrator'] as const) {
        const { person, visitor: asking } = somebodies.get(role)!;
        const texts = new Set<string>();
        for (const target of ['none', 'sister', 'other'] as const) {
          const request = await requestFor(world, route, { target, oneself: false }, person, 3);
          const [verb = ''] = route.split(' ');
          const response = await asking.send(verb, request.path, { headers });
          texts.add(await comparable(response, request.names));
        }
        if (texts.size > 1) faults.push(`${route} as ${role}`);
      }
    expect(faults).toEqual([]);
    expect(await ledger.hasChanged()).toBe(false);
  });
});

describe('the history of a figure', () => {
  it('is not reached through a criterion that does not use the figure', async () => {
    const own = await inputsOf(CRITERION_OF.policeOfficer!);
    const foreign = (await inputsOf(CRITERION_OF.healthOfficer!)).filter((input) => !own.includes(input));
    const { unit } = world.places.own;
    const { visitor: police } = somebodies.get('policeOfficer')!;
    expect(foreign.length).toBeGreaterThan(0);
    for (const input of [...foreign, 'khong_co', 'constructor']) {
      const path = `/don-vi/${unit.code}/tu-danh-gia/${YEAR}/tieu-chi/${CRITERION_OF.policeOfficer}/lich-su/${input}`;
      expect(answerOf(await police.send('GET', path)), input).toBe('notFound');
    }
  });
});

describe('what no route answers', () => {
  /** Every path of the oracle about the own unit, filled in. */
  const paths = async (person: TestPerson | null) => {
    const unique = new Set(oracleRoutes.map((route) => route.slice(route.indexOf(' ') + 1)));
    const subject = { target: 'own', oneself: false } as const;
    const requests = [...unique].map((path) => requestFor(world, `GET ${path}`, subject, person, 3));
    return Promise.all(requests);
  };

  it('a slash more at the end opens nothing and does nothing', async () => {
    const faults = [];
    for (const [role, { person, visitor: asking }] of somebodies)
      for (const { path } of await paths(person))
        for (const verb of ['GET', 'POST']) {
          if (path === '/') continue;
          const answer = answerOf(await asking.send(verb, `${path}/`));
          const expected = role === 'oneTimePassword' ? 'toChangePassword' : 'notFound';
          if (answer !== expected) faults.push(`${verb} ${path}/ as ${role}: ${answer}`);
        }
    expect(faults).toEqual([]);
    expect(await ledger.hasChanged()).toBe(false);
  });

  it('a verb that is not registered does nothing, for whomever', async () => {
    const faults = [];
    const registered = new Set(registeredRoutes(world.application));
    for (const [role, { person, visitor: asking }] of somebodies)
      for (const { path } of await paths(person))
        for (const verb of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
          if (registered.has(`${verb} ${path}`)) continue;
          const answer = answerOf(await asking.send(verb, path));
          if (answer !== 'notFound' && answer !== 'toChangePassword')
            faults.push(`${verb} ${path} as ${role}: ${answer}`);
        }
    expect(faults).toEqual([]);
    expect(await ledger.hasChanged()).toBe(false);
  });
});
