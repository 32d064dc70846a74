import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, comparable } from './answers.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Answer } from './oracle.ts';
import {
  expectedOfTheYear,
  ROLES_OF_THE_YEAR,
  type RoleOfTheYear,
  routesOfTheYear,
  variantsOf,
} from './oracle-of-the-year.ts';
import { peopleOfTheYear, type Somebody } from './people-of-the-year.ts';
import { OPERATION, requestOfTheYear, type SubjectOfTheYear } from './requests-of-the-year.ts';
import type { Visitor } from './visitor.ts';
import { createWorld, type TestPerson, type World } from './world.ts';

/** Plans and the work of the year, asked as everybody: by the method of `access.integration.test.ts`. */

let world: World;
let ledger: Ledger;
let somebodies: ReadonlyMap<RoleOfTheYear, Somebody>;

beforeAll(async () => {
  world = await createWorld();
  somebodies = await peopleOfTheYear(world);
  ledger = await openLedger(world.owner);
});
afterAll(() => world.drop());

/** In another unit the roles of the own one make no difference: two with most rights there ask for all of them. */
const asksAbroad = new Set<RoleOfTheYear>([
  'planningOfficer',
  'communeLeader',
  'appraiser',
  'provinceAdministrator',
]);
/** What takes a while to make: asked once is enough. */
const isDocument = (route: string) => /\.(docx|pdf)$|:(zip|page)$/.test(route);
/** Who opens some files is noted. */
const isWrittenDown = (route: string) =>
  /\/minh-chung\/:id\/(tep\/|noi-dung\/|che\/trang\/|tre-em\/:consent\/giay$)/.test(route);
const isFeed = (route: string) => route.includes(' /lich/');

/** What a role asks a route about; what nobody has comes first, for the others to be compared with. */
function subjectsOf(route: string, role: RoleOfTheYear, variant: string): readonly SubjectOfTheYear[] {
  const own = { target: 'own', variant } as const;
  if (isFeed(route)) return [{ target: 'none', variant }, own];
  if (!/:(unit|id)/.test(route) || !asksAbroad.has(role)) return [own];
  return [...(['none', 'sister', 'other'] as const).map((target) => ({ target, variant })), own];
}

async function send(asking: Visitor, route: string, subject: SubjectOfTheYear, person: TestPerson | null) {
  const verb = route.split(' ')[0]!;
  const request = requestOfTheYear(world, route, subject, person);
  const response = await asking.send(verb, request.path, verb === 'POST' ? request : {});
  return { request, response, answer: answerOf(response) };
}

/** Asks the route as one role about everything that can be asked, and tells what was not as it should be. */
async function faultsOf(route: string, role: RoleOfTheYear): Promise<string[]> {
  const { person, visitor: asking } = somebodies.get(role)!;
  const isDeed = route.startsWith('POST ');
  const faults: string[] = [];
  const lookForChanges = async (variant: string) => {
    if (await ledger.hasChanged())
      faults.push(`${route} as ${role}, ${variant}: refused, and yet something changed`);
  };
  for (const variant of variantsOf(route)) {
    let unknown: string | null = null;
    for (const subject of subjectsOf(route, role, variant)) {
      const { target } = subject;
      const expected = expectedOfTheYear(route, role, target, variant);
      const what = `${route} as ${role}, ${target}, ${variant}`;
      // What was refused until now has changed nothing.
      if (isDeed && expected === 'ok') await lookForChanges(variant);
      const { request, response, answer } = await send(asking, route, subject, person);
      if (answer !== expected) faults.push(`${what}: expected ${expected}, got ${answer}`);
      if ((isDeed || isWrittenDown(route)) && expected === 'ok') await ledger.restore();
      if (expected === 'notFound' && target !== 'own') {
        const text = await comparable(response, request.names);
        unknown ??= text;
        if (text !== unknown) faults.push(`${what}: is told apart from what does not exist`);
      } else if (answer === 'ok') {
        const text = await response.text();
        for (const mark of foreignMarks(person, route))
          if (text.includes(mark)) faults.push(`${what}: shows ${mark}`);
      }
      if (route.startsWith('GET ') && !(isDocument(route) && answer === 'ok'))
        faults.push(...(await faultsOfHead(asking, request.path, response, what)));
    }
    if (isDeed) await lookForChanges(variant);
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

/** The marks of units that a person may not know of; whoever has the secret of a calendar knows its unit. */
function foreignMarks(person: TestPerson | null, route: string): readonly string[] {
  const { own, sister, other, province } = world.places;
  const known =
    person?.unit.level === 'province' ? [own, sister, province] : person || isFeed(route) ? [own] : [];
  return [own, sister, other, province].filter((place) => !known.includes(place)).map(({ mark }) => mark);
}

describe('every role gets from every route of the year what the oracle says', () => {
  it.each(routesOfTheYear)('%s', async (route) => {
    const faults = [];
    for (const role of ROLES_OF_THE_YEAR) faults.push(...(await faultsOf(route, role)));
    await ledger.restore();
    expect(faults).toEqual([]);
  });
});

describe('a record of another unit', () => {
  const isRecord = (route: string) => /:unit.*:(?!day|revision|year|zip)/.test(route);

  it('is not found through the own unit either, and not told apart from one that does not exist', async () => {
    const faults: string[] = [];
    const { person, visitor: asking } = somebodies.get('planningOfficer')!;
    for (const route of routesOfTheYear.filter(isRecord))
      for (const variant of variantsOf(route)) {
        const texts = new Set<string>();
        for (const target of ['none', 'sister'] as const) {
          const subject = { target, variant, through: 'own' } as const;
          const { request, response, answer } = await send(asking, route, subject, person);
          if (answer !== 'notFound') faults.push(`${route}, ${variant}, ${target}: ${answer}`);
          texts.add(await comparable(response, request.names));
        }
        if (texts.size > 1) faults.push(`${route}, ${variant}: told apart`);
      }
    expect(faults).toEqual([]);
    expect(await ledger.hasChanged()).toBe(false);
  });

  it('cannot be brought into the own unit by a form', async () => {
    const faults: string[] = [];
    const { person, visitor: asking } = somebodies.get('planningOfficer')!;
    const ids = (text: string) =>
      text !== OPERATION && /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.test(text);
    for (const route of routesOfTheYear.filter((one) => one.startsWith('POST ')))
      for (const variant of variantsOf(route)) {
        if (expectedOfTheYear(route, 'planningOfficer', 'own', variant) !== 'ok') continue;
        const { path } = requestOfTheYear(world, route, { target: 'own', variant }, person);
        const { form } = requestOfTheYear(world, route, { target: 'sister', variant }, person);
        if (!Object.entries(form).flat().some(ids)) continue;
        const response = await asking.send('POST', path, { form });
        if (![403, 404, 422].includes(response.status))
          faults.push(`${route}, ${variant}: ${response.status}`);
        if (await ledger.hasChanged()) faults.push(`${route}, ${variant}: something changed`);
        await ledger.restore();
      }
    expect(faults).toEqual([]);
  });
});

describe('a refusal of the year', () => {
  const posts = routesOfTheYear.filter((route) => route.startsWith('POST '));
  /** Whether only what is chosen in the form is refused: an organisation, an activity of one, a criterion of one. */
  const isByForm = (route: string, role: RoleOfTheYear, variant: string) =>
    (variant === 'another' && expectedOfTheYear(route, role, 'own', 'mine') === 'ok') ||
    (route.endsWith('/kien-nghi/moi') &&
      expectedOfTheYear(route.replace('POST', 'GET'), role, 'own', variant) === 'ok') ||
    route.endsWith('/de-xuat');
  /** Every refusal that the oracle knows for the own unit. */
  const refusals = (route: string): [RoleOfTheYear, string, Answer][] =>
    ROLES_OF_THE_YEAR.flatMap((role) =>
      variantsOf(route).flatMap((variant): [RoleOfTheYear, string, Answer][] => {
        const expected = expectedOfTheYear(route, role, 'own', variant);
        return expected === 'ok' || isByForm(route, role, variant) ? [] : [[role, variant, expected]];
      }),
    );

  it('is the same whatever the form holds', async () => {
    const faults: string[] = [];
    for (const route of posts)
      for (const [role, variant, expected] of refusals(route)) {
        const { person, visitor: asking } = somebodies.get(role)!;
        const { path } = requestOfTheYear(world, route, { target: 'own', variant }, person);
        const form = { nam: 'x', ngay: '31/2', lan_sua: '-1', chu_tri: 'x' };
        const answer = answerOf(await asking.send('POST', path, { form }));
        if (answer !== expected)
          faults.push(`${route} as ${role}, ${variant}: expected ${expected}, got ${answer}`);
      }
    expect(faults).toEqual([]);
    expect(await ledger.hasChanged()).toBe(false);
  }, 120_000);

  it('of another unit is that of no unit, whatever the form holds and for a program that asks for JSON', async () => {
    const faults: string[] = [];
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
    for (const route of routesOfTheYear.filter((one) => one.includes(':unit')))
      for (const role of ['planningOfficer', 'provinceAdministrator'] as const)
        for (const sending of route.startsWith('POST ') ? [{ headers }, { form: {} }] : [{ headers }]) {
          const { person, visitor: asking } = somebodies.get(role)!;
          const texts = new Set<string>();
          for (const target of ['none', 'sister', 'other'] as const) {
            const subject = { target, variant: variantsOf(route)[0]! };
            const request = requestOfTheYear(world, route, subject, person);
            const response = await asking.send(route.split(' ')[0]!, request.path, sending);
            if (answerOf(response) !== 'notFound')
              faults.push(`${route} as ${role}, ${target}: ${answerOf(response)}`);
            texts.add(await comparable(response, request.names));
          }
          if (texts.size > 1) faults.push(`${route} as ${role}: told apart`);
        }
    expect(faults).toEqual([]);
    expect(await ledger.hasChanged()).toBe(false);
  }, 120_000);
});
