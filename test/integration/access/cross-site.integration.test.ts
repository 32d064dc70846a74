import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf } from './answers.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { registeredRoutes } from './registered-routes.ts';
import { requestFor } from './requests.ts';
import { signedIn, signInAnswer, type Visitor, visitor } from './visitor.ts';
import { createWorld, type TestPerson, type World } from './world.ts';

let world: World;
let ledger: Ledger;
let person: TestPerson;
let mighty: Visitor;

beforeAll(async () => {
  world = await createWorld();
  person = await world.givenRole('planningOfficer', 'own');
  // Whatever a person of a ward may do, this one may: only the origin can be the reason of a refusal.
  for (const role of ['administrator', 'communeLeader'])
    await world.owner.query(
      `insert into membership select unit_id, gen_random_uuid(), person_id, organisation_id, $2
         from membership where person_id = $1 limit 1`,
      [person.personId, role],
    );
  mighty = await signedIn(world.application, person.username);
  ledger = await openLedger(world.owner);
});
afterAll(() => world.drop());

/** How a browser marks what comes from a page that is not ours. */
const origins: readonly [string, Readonly<Record<string, string>>][] = [
  ['another site', { Origin: 'https://example.org', 'Sec-Fetch-Site': 'cross-site' }],
  ['another site, in a browser that tells the origin only', { Origin: 'https://example.org' }],
  ['a site whose name begins like ours', { Origin: 'http://localhost.example.org' }],
  ['a neighbour on the same domain', { Origin: 'http://other.localhost', 'Sec-Fetch-Site': 'same-site' }],
  ['a page without an origin', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
  ['a sender that says nothing of itself', { Origin: '' }],
];
/** What a form can send, and what a script would send if the browser let it. */
const kindsOfBody = [
  'application/x-www-form-urlencoded',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/json',
];

const posts = () => registeredRoutes(world.application).filter((route) => route.startsWith('POST '));
const requestTo = (route: string) => requestFor(world, route, { target: 'own', oneself: false }, person, 1);

describe('a form that another site sends', () => {
  it.each(origins)('is refused on every route when it comes from %s', async (_, headers) => {
    const faults: string[] = [];
    for (const route of posts())
      for (const kind of kindsOfBody) {
        const { path, form } = await requestTo(route);
        const sending = { form, headers: { ...headers, 'Content-Type': kind } };
        const answer = answerOf(await mighty.send('POST', path, sending));
        if (answer !== 'forbidden') faults.push(`${route}, ${kind}: ${answer}`);
      }
    expect(faults).toEqual([]);
    expect(await ledger.hasChanged()).toBe(false);
  });

  it('would have been heard from our own page', async () => {
    const { path, form } = await requestTo('POST /don-vi/:unit/tu-danh-gia/:year/bao-cao/the-thuc');
    expect(answerOf(await mighty.send('POST', path, { form }))).toBe('ok');
  });

  it('is not let in by asking first: no answer allows another origin', async () => {
    const asking = { Origin: 'https://example.org', 'Access-Control-Request-Method': 'POST' };
    for (const route of posts()) {
      const { path } = await requestTo(route);
      const response = await mighty.send('OPTIONS', path, { headers: asking });
      const allowing = [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));
      expect([response.status, allowing], route).toEqual([404, []]);
    }
  });
});

describe('the cookies', () => {
  const attributesOf = (setCookie: string) =>
    setCookie
      .split('; ')
      .slice(1)
      .map((attribute) => attribute.toLowerCase());

  it('cannot be read by scripts, nor sent along by other sites', async () => {
    const cookies = [
      ...(await signInAnswer(world.application, person.username)).headers.getSetCookie(),
      ...(await mighty.send('POST', '/ngon-ngu', { form: { ngon_ngu: 'en' } })).headers.getSetCookie(),
    ];
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['mang_non.session_token', 'ngon_ngu']);
    for (const cookie of cookies) {
      expect(attributesOf(cookie), cookie).toEqual(
        expect.arrayContaining(['httponly', 'samesite=lax', 'path=/']),
      );
      expect(attributesOf(cookie), cookie).not.toContain('secure');
      expect(cookie).not.toMatch(/domain=/i);
    }
  });

  it('travel encrypted only, where the public address is https', async () => {
    const encrypted = await createWorld('https://mang-non.example');
    try {
      const { username } = await encrypted.givenRole('planningOfficer', 'own');
      const headers = { Origin: 'https://mang-non.example' };
      const send = (path: string, form: Record<string, string>) =>
        visitor(encrypted.application).send('POST', path, { form, headers });
      const cookies = [
        ...(
          await send('/dang-nhap', { ten_dang_nhap: username, mat_khau: 'mat khau de thu' })
        ).headers.getSetCookie(),
        ...(await send('/ngon-ngu', { ngon_ngu: 'en' })).headers.getSetCookie(),
      ];
      expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
        '__Secure-mang_non.session_token',
        'ngon_ngu',
      ]);
      for (const cookie of cookies)
        expect(attributesOf(cookie), cookie).toEqual(
          expect.arrayContaining(['secure', 'httponly', 'samesite=lax']),
        );
    } finally {
      await encrypted.drop();
    }
  });
});
