import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/organisation/index.ts';
import { answerOf } from './answers.ts';
import { expectedOfTheYear, type RoleOfTheYear, routesOfTheYear, variantsOf } from './oracle-of-the-year.ts';
import { requestOfTheYear } from './requests-of-the-year.ts';
import { signedIn, type Visitor } from './visitor.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.drop());

/** Offered only to whom there is something to revoke or to have read. */
const needsSomethingOfOnesOwn = new Set(['/tai-khoan/lich/thu-hoi', '/viec-cua-toi/da-doc']);

/** Sent by the script of a page alone; its form goes elsewhere. */
const isOfScripts = (path: string) => /\/minh-chung\/tai-len$|\/so-lieu\/[^/]+\/o$/.test(path);

/** Offered of a picture, and of what is published; the evidence of this world is neither. */
const needsAnotherEvidence = (path: string) => /\/minh-chung\/[^/]+\/(che|thoi-cong-bo)$/.test(path);

/** Everything about the own ward that a role is asked about: whether the oracle allows it, by its address. */
function allowedTo(role: RoleOfTheYear, verb: 'GET' | 'POST'): ReadonlyMap<string, boolean> {
  const allowed = new Map<string, boolean>();
  for (const route of routesOfTheYear.filter(
    (one) => one.startsWith(`${verb} `) && !one.includes('/lich/:file'),
  ))
    for (const variant of variantsOf(route)) {
      const request = requestOfTheYear(world, route, { target: 'own', variant }, null);
      // Deeds are known by their address alone, whatever else it says.
      const path = verb === 'POST' ? request.path.replace(/\?.*$/, '') : request.path;
      const may = expectedOfTheYear(route, role, 'own', variant) === 'ok';
      allowed.set(path, may || (allowed.get(path) ?? false));
    }
  return allowed;
}

interface Page {
  readonly links: readonly string[];
  /** Where its forms are sent. */
  readonly deeds: readonly string[];
}

const plain = (address: string): string => address.replaceAll('&amp;', '&').replace(/#.*$/, '');

async function pageAt(asking: Visitor, path: string): Promise<Page | null> {
  const response = await asking.send('GET', path);
  if (answerOf(response) !== 'ok') return null;
  if (!response.headers.get('content-type')?.startsWith('text/html')) return { links: [], deeds: [] };
  const html = await response.text();
  const addresses = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, address]) => plain(address!));
  const deeds = [
    ...[...html.matchAll(/<form[^>]*>/g)]
      .map(([form]) => form)
      .filter((form) => /method="post"/i.test(form))
      .map((form) => /action="([^"]*)"/.exec(form)?.[1] ?? path),
    ...addresses(/formaction="([^"]*)"/gi),
  ];
  return {
    links: addresses(/<a [^>]*href="(\/[^"]*)"/g).filter((link) => link !== ''),
    deeds: deeds.map((deed) => plain(deed).replace(/\?.*$/, '')),
  };
}

/** Whether the pages of the year have anything to do with an address. */
const isOfTheWard = (link: string) =>
  link.startsWith(`/don-vi/${world.places.own.unit.code}/`) || link.startsWith('/van-ban');

it.each([
  'planningOfficer',
  'healthOfficer',
  'policeOfficer',
  'youthOfficer',
  'overseer',
  'collaborator',
  'villageHead',
  'economyOfficer',
  'communeLeader',
  'appraiser',
] as const satisfies readonly RoleOfTheYear[])(
  'what the pages offer the %s is what the server allows, and every link of theirs answers',
  async (role) => {
    const { username } = await world.givenRole(role as Role, role === 'appraiser' ? 'province' : 'own');
    const asking = await signedIn(world.application, username);
    const faults: string[] = [];
    const deeds = new Set<string>();
    const seen = new Map<string, string>();
    for (const [path, may] of allowedTo(role, 'GET')) if (may) seen.set(path, 'the oracle');
    // The pages that the oracle knows, and what they link to: the pages that those link to are of the same kinds.
    for (const depth of [1, 2])
      for (const [path, from] of [...seen]) {
        const page = await pageAt(asking, path);
        seen.delete(path);
        seen.set(path, from);
        if (page === null) faults.push(`${path}, to which ${from} leads, does not answer`);
        for (const deed of page?.deeds ?? []) deeds.add(deed);
        if (depth === 1)
          for (const link of page?.links ?? [])
            if (isOfTheWard(link) && !seen.has(link)) seen.set(link, path);
      }
    for (const [path, may] of allowedTo(role, 'POST')) {
      if (
        may &&
        !deeds.has(path) &&
        !needsSomethingOfOnesOwn.has(path) &&
        !isOfScripts(path) &&
        !needsAnotherEvidence(path)
      )
        faults.push(`${path} is not offered`);
      if (!may && deeds.has(path)) faults.push(`${path} is offered in vain`);
    }
    expect(faults).toEqual([]);
  },
  // The planning officer is offered most of the program.
  120_000,
);
