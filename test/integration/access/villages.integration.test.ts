import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { given } from '../../../src/domain/scoring/index.ts';
import { newId } from '../../../src/platform/database/index.ts';
import { type GivenRound, givenRound } from '../../support/collection.ts';
import type { Ward } from '../../support/ward.ts';
import { answerOf, comparable } from './answers.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { ROLES_OF_THE_YEAR, type RoleOfTheYear } from './oracle-of-the-year.ts';
import {
  type AnswerToVillage,
  ASKING,
  type Asking,
  LINK_ROUTES,
  routesOfVillages,
  VILLAGE_ROUTES,
} from './oracle-of-villages.ts';
import { peopleOfTheYear, type Somebody } from './people-of-the-year.ts';
import { registeredRoutes } from './registered-routes.ts';
import { signedIn, type Visitor, visitor } from './visitor.ts';
import { createWorld, NO_UNIT, type World } from './world.ts';

/** Links of villages and what is done at them, asked as everybody. */

let world: World;
let ledger: Ledger;
let people: ReadonlyMap<RoleOfTheYear, Somebody>;
/** Two villages of the own ward and one of another, each with a sheet. */
let villages: { readonly own: string; readonly another: string; readonly stranger: string };
let rounds: { readonly own: GivenRound; readonly other: GivenRound };
const devices = new Map<Asking, Visitor>();

beforeAll(async () => {
  world = await createWorld();
  people = await peopleOfTheYear(world);
  const { own, other } = world.places;
  const another = newId<string>();
  await world.owner.query(
    `insert into place (unit_id, id, kind, type, name, search_key, valid_from)
     values ($1, $2, 'village', 'thôn', 'Thử', 'thon thu', '2025-07-01')`,
    [own.unit.id, another],
  );
  villages = { own: own.year.village, another, stranger: other.year.village };
  rounds = {
    own: await roundOf('own', [villages.own, another]),
    other: await roundOf('other', [villages.stranger]),
  };
  const stranger = await world.givenRole('planningOfficer', 'other');
  const officers = {
    own: asking('planningOfficer'),
    other: await signedIn(world.application, stranger.username),
  };
  // The latest device of a village is its only one: the first becomes the revoked one.
  devices.set('revoked', await deviceOf(officers.own, own.unit.code, villages.own));
  devices.set('another', await deviceOf(officers.own, own.unit.code, villages.another));
  devices.set('own', await deviceOf(officers.own, own.unit.code, villages.own));
  devices.set('stranger', await deviceOf(officers.other, other.unit.code, villages.stranger));
  devices.set('nobody', visitor(world.application));
  devices.set('planner', officers.own);
  ledger = await openLedger(world.owner);
});
afterAll(() => world.drop());

const asking = (role: RoleOfTheYear): Visitor => people.get(role)!.visitor;

function roundOf(ward: 'own' | 'other', places: readonly string[]): Promise<GivenRound> {
  const { unit, colleague } = world.places[ward];
  const owner = { unitId: unit.id, people: { culture_society: colleague } } as unknown as Ward;
  const rows = places.map((id) => ({ id, type: 'thôn', name: '' }));
  return givenRound(world.database, owner, rows);
}

const linkForm = (village: string) => ({
  [`thon.${village}`]: 'on',
  giao_cho: 'Trưởng thôn',
  den_ngay: '31/12/2026',
});

async function codeOf(officer: Visitor, unitCode: string, village: string): Promise<string> {
  const path = `/don-vi/${unitCode}/so-lieu/duong-dan`;
  const answer = await officer.send('POST', path, { form: linkForm(village) });
  return /\/thon#([\w-]+)/.exec(await answer.text())![1]!;
}

/** A device that a village has opened its link on. */
async function deviceOf(officer: Visitor, unitCode: string, village: string): Promise<Visitor> {
  const ma = await codeOf(officer, unitCode, village);
  const answer = await visitor(world.application).send('POST', '/thon', { form: { ma } });
  const [cookie] = answer.headers.getSetCookie();
  return visitor(world.application, cookie!.split(';')[0]);
}

function answerToVillage(response: Response): AnswerToVillage | string {
  if (response.headers.get('location') === '/thon?het_han=1') return 'toCode';
  if (response.status === 401) return 'ended';
  if (response.status === 409) return 'otherPlace';
  return answerOf(response);
}

async function ask(
  route: string,
  device: Visitor,
  form: Readonly<Record<string, string>>,
): Promise<Response> {
  const [verb = '', path = ''] = route.split(' ');
  const at = path.replace(':sheet', rounds.own.sheets[0]!);
  return device.send(verb, at, verb === 'POST' ? { form } : {});
}

describe('what lies at the links of villages', () => {
  it('is all in the oracle, and nothing else is', () => {
    const registered = registeredRoutes(world.application).filter((route) =>
      /^\w+ (\/thon(\/|$)|.*\/duong-dan(\/|$))/.test(route),
    );
    expect([...registered].sort()).toEqual([...routesOfVillages].sort());
  });

  it.each(Object.keys(VILLAGE_ROUTES).filter((route) => route !== 'POST /thon/gui'))('%s', async (route) => {
    const faults: string[] = [];
    for (const name of ASKING) {
      if (route.endsWith('/rut-lai'))
        await world.owner.query(
          `update collection_sheet set state = 'submitted', submitted_at = now() where id = $1`,
          [rounds.own.sheets[0]],
        );
      const form: Readonly<Record<string, string>> =
        route === 'POST /thon'
          ? { ma: await codeOf(asking('planningOfficer'), world.places.own.unit.code, villages.another) }
          : {
              bieu: newId<string>(),
              'so.children_total': '41',
              'da_thay.children_total': '{"state":"no_data"}',
              'lan_sua.children_total': '0',
            };
      await ledger.hasChanged();
      const expected = VILLAGE_ROUTES[route]![name];
      const answer = answerToVillage(await ask(route, devices.get(name)!, form));
      if (answer !== expected) faults.push(`${name}: expected ${expected}, got ${answer}`);
      const isDeed = route.startsWith('POST ') && expected === 'ok';
      if ((await ledger.hasChanged()) !== isDeed) faults.push(`${name}: something changed, or nothing`);
      await ledger.restore();
    }
    expect(faults).toEqual([]);
  });

  it('POST /thon/gui', async () => {
    const faults: string[] = [];
    for (const name of ASKING) {
      const operation = {
        id: newId<string>(),
        sheet: rounds.own.sheets[0],
        item: 'children_total',
        figure: given(41),
        comment: null,
        seenRevision: 0,
        after: null,
      };
      const sending = { place: villages.own, operations: [operation], settled: [] };
      const response = await devices.get(name)!.send('POST', '/thon/gui', { json: sending });
      const answer = answerToVillage(response);
      const expected = VILLAGE_ROUTES['POST /thon/gui']![name];
      if (answer !== expected) faults.push(`${name}: expected ${expected}, got ${answer}`);
      if ((await ledger.hasChanged()) !== (expected === 'ok'))
        faults.push(`${name}: something changed, or nothing`);
      await ledger.restore();
    }
    expect(faults).toEqual([]);
  });

  it('another village’s sheet is not told from one that does not exist', async () => {
    const device = devices.get('another')!;
    const texts = new Set<string>();
    for (const sheet of [rounds.own.sheets[0]!, rounds.other.sheets[0]!, newId<string>()])
      texts.add(await comparable(await device.send('GET', `/thon/phieu/${sheet}`), [sheet]));
    expect(texts.size).toBe(1);
  });
});

describe('a village’s cookie', () => {
  it('opens nothing but the village’s own addresses', async () => {
    const faults: string[] = [];
    const nobody = devices.get('nobody')!;
    for (const route of registeredRoutes(world.application)) {
      const [verb = '', pattern = ''] = route.split(' ');
      if (/^\/thon(\/|$)/.test(pattern)) continue;
      const path = pattern
        .replace(':unit', world.places.own.unit.code)
        .replace(':year', '2026')
        .replace(/:\w+/g, villages.own);
      const sending = verb === 'POST' ? { form: {} } : {};
      const [at, without] = [
        answerOf(await devices.get('own')!.send(verb, path, sending)),
        answerOf(await nobody.send(verb, path, sending)),
      ];
      if (at !== without) faults.push(`${route}: ${at}, for nobody ${without}`);
    }
    expect(faults).toEqual([]);
    expect(await ledger.hasChanged()).toBe(false);
  });
});

describe('giving links', () => {
  const expectedOf = (role: RoleOfTheYear, target: 'own' | 'sister' | 'none'): string => {
    if (role === 'nobody') return 'toSignIn';
    if (role === 'oneTimePassword') return 'toChangePassword';
    if (target !== 'own' || ['administrator', 'appraiser', 'provinceAdministrator'].includes(role))
      return 'notFound';
    return role === 'planningOfficer' ? 'ok' : 'forbidden';
  };

  it.each(LINK_ROUTES)('%s', async (route) => {
    const [verb = '', pattern = ''] = route.split(' ');
    const faults: string[] = [];
    for (const role of ROLES_OF_THE_YEAR)
      for (const target of ['none', 'sister', 'own'] as const) {
        const code = target === 'none' ? NO_UNIT : world.places[target].unit.code;
        const village = target === 'sister' ? world.places.sister.year.village : villages.own;
        for (const form of [linkForm(village), { den_ngay: 'x' }]) {
          const expected = expectedOf(role, target);
          const isFault = verb === 'POST' && expected === 'ok' && !(`thon.${village}` in form);
          const sending = verb === 'POST' ? { form } : {};
          const answer = answerOf(await asking(role).send(verb, pattern.replace(':unit', code), sending));
          if (answer !== (isFault ? 'status 422' : expected))
            faults.push(`${role}, ${target}: expected ${expected}, got ${answer}`);
          const isDeed = verb === 'POST' && expected === 'ok' && !isFault;
          if (!isDeed && (await ledger.hasChanged())) faults.push(`${role}, ${target}: something changed`);
          if (isDeed) await ledger.restore();
        }
      }
    expect(faults).toEqual([]);
  });
});
