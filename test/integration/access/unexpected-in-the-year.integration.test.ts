import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf } from './answers.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { expectedOfTheYear, type RoleOfTheYear, routesOfTheYear, variantsOf } from './oracle-of-the-year.ts';
import { peopleOfTheYear, type Somebody } from './people-of-the-year.ts';
import { requestOfTheYear } from './requests-of-the-year.ts';
import { createWorld, type World } from './world.ts';

/** What no page of the year sends: addresses, queries and forms that cannot be meant. */

let world: World;
let ledger: Ledger;
let somebodies: ReadonlyMap<RoleOfTheYear, Somebody>;

beforeAll(async () => {
  world = await createWorld();
  somebodies = await peopleOfTheYear(world);
  ledger = await openLedger(world.owner);
});
afterAll(() => world.drop());

describe('what cannot be understood', () => {
  const planner = () => somebodies.get('planningOfficer')!;

  it('in an address is not found', async () => {
    const faults: string[] = [];
    const nonsense = ['x', '-'.repeat(36), '0'.repeat(36), '%00', '__proto__', 'constructor', '9'.repeat(40)];
    for (const route of routesOfTheYear) {
      const names = (route.match(/:\w+/g) ?? []).map((name) => name.slice(1));
      const [variant = ''] = variantsOf(route);
      const { person, visitor: asking } = planner();
      const { form } = requestOfTheYear(world, route, { target: 'own', variant }, person);
      for (const name of names)
        for (const value of nonsense) {
          const [verb = '', pattern = ''] = route.split(' ');
          const rest = pattern.replace(new RegExp(`:${name}\\b`), value);
          const { path } = requestOfTheYear(world, `${verb} ${pattern}`, { target: 'own', variant }, person);
          const filled = rest
            .split('/')
            .map((part, index) => (part.startsWith(':') ? path.split('/')[index] : part))
            .join('/');
          const answer = answerOf(await asking.send(verb, filled, verb === 'POST' ? { form } : {}));
          if (answer !== 'notFound') faults.push(`${verb} ${filled}: ${answer}`);
        }
    }
    expect(faults).toEqual([]);
    expect(await ledger.hasChanged()).toBe(false);
  }, 60_000);

  it('in a query is passed over', async () => {
    const faults: string[] = [];
    const query = [
      'nam',
      'trang',
      'loai',
      'to_chuc',
      'tim',
      'thang',
      'xem',
      'cua',
      'tieu_chi',
      'hoat_dong',
      'xong',
      'da',
      'ky',
    ];
    for (const route of routesOfTheYear.filter((one) => one.startsWith('GET ')))
      for (const value of ['99999999999999999999', '-1', '%00', '%ff', 'constructor', "'"]) {
        const [variant = ''] = variantsOf(route);
        const { person, visitor: asking } = planner();
        if (/\.(docx|pdf)$|:page$/.test(route)) continue;
        const { path } = requestOfTheYear(world, route, { target: 'own', variant }, person);
        const { status } = await asking.send(
          'GET',
          `${path}?${query.map((name) => `${name}=${value}`).join('&')}`,
        );
        if (status >= 500 || status === 400) faults.push(`${path}?…=${value}: ${status}`);
      }
    expect(faults).toEqual([]);
  });

  it('in a form is answered, never with an error of the program', async () => {
    const faults: string[] = [];
    const nonsense = ['', '\u0000', '\ud800', '9'.repeat(40), 'x'.repeat(30_000), '01/01/0001'];
    for (const route of routesOfTheYear.filter((one) => one.startsWith('POST ')))
      for (const variant of variantsOf(route)) {
        if (expectedOfTheYear(route, 'planningOfficer', 'own', variant) !== 'ok') continue;
        const { person, visitor: asking } = planner();
        const { path, form } = requestOfTheYear(world, route, { target: 'own', variant }, person);
        const fields = Object.keys(form);
        const spoilt = [
          ...nonsense.map((value) => Object.fromEntries(fields.map((field) => [field, value]))),
          ...fields.map((field, index) => ({ ...form, [field]: nonsense[index % nonsense.length]! })),
        ];
        for (const one of spoilt) {
          const { status } = await asking.send('POST', path, { form: one });
          if (status >= 500) faults.push(`${path} with ${JSON.stringify(one).slice(0, 200)}: ${status}`);
          if (status < 400) await ledger.restore();
        }
        const headers = { 'Content-Type': 'multipart/form-data' };
        const { status } = await asking.send('POST', path, { form, headers });
        if (status >= 500) faults.push(`${path} with a broken body: ${status}`);
        if (status < 400) await ledger.restore();
      }
    await ledger.restore();
    expect(faults).toEqual([]);
  }, 60_000);
});

describe('what no route of the year answers', () => {
  it('a slash more at the end, or another verb, opens nothing and does nothing', async () => {
    const faults: string[] = [];
    const verbs = new Set(routesOfTheYear);
    const patterns = new Set(routesOfTheYear.map((route) => route.split(' ')[1]!));
    for (const role of ['nobody', 'planningOfficer', 'appraiser'] as const) {
      const { person, visitor: asking } = somebodies.get(role)!;
      for (const pattern of patterns) {
        const route = ['GET', 'POST'].map((verb) => `${verb} ${pattern}`).find((one) => verbs.has(one))!;
        const { path } = requestOfTheYear(
          world,
          route,
          { target: 'own', variant: variantsOf(route)[0]! },
          person,
        );
        const withSlash = path.replace(/(?=\?|$)/, '/');
        const attempts: [string, string][] = [
          ['GET', withSlash],
          ['POST', withSlash],
          ...['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
            .filter((verb) => !verbs.has(`${verb} ${pattern}`))
            .map((verb): [string, string] => [verb, path]),
        ];
        for (const [verb, address] of attempts) {
          const answer = answerOf(await asking.send(verb, address));
          if (answer !== 'notFound') faults.push(`${verb} ${address} as ${role}: ${answer}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(await ledger.hasChanged()).toBe(false);
  });
});

describe('the address of a calendar', () => {
  const feedOf = (form: string) => /\/lich\/[\w-]{43}\.ics/.exec(form)?.[0] ?? '';

  it('that was revoked, or whose owner was disabled, is that of nobody', async () => {
    const { visitor: health, person } = somebodies.get('healthOfficer')!;
    const nobody = somebodies.get('nobody')!.visitor;
    const newFeed = async () =>
      feedOf(await (await health.send('POST', '/tai-khoan/lich', { form: {} })).text());
    const first = await newFeed();
    expect(answerOf(await nobody.send('GET', first))).toBe('ok');
    const second = await newFeed();
    expect(answerOf(await nobody.send('GET', first))).toBe('notFound');
    await health.send('POST', '/tai-khoan/lich/thu-hoi', { form: {} });
    expect(answerOf(await nobody.send('GET', second))).toBe('notFound');
    const third = await newFeed();
    await world.owner.query('update person set disabled_at = now() where id = $1', [person!.personId]);
    expect(answerOf(await nobody.send('GET', third))).toBe('notFound');
    await ledger.restore();
  });
});
