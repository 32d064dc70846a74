import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenRound } from '../../support/collection.ts';
import type { Ward } from '../../support/ward.ts';
import { answerOf } from './answers.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { expectedOfRollUp, ROLL_UP_ROUTES, type RollUpRoute } from './oracle-of-roll-up.ts';
import { ROLES_OF_THE_YEAR, type RoleOfTheYear } from './oracle-of-the-year.ts';
import { peopleOfTheYear, type Somebody } from './people-of-the-year.ts';
import { createWorld, NO_UNIT, type World } from './world.ts';

/** Rolled-up figures, asked as everybody. */

let world: World;
let ledger: Ledger;
let people: ReadonlyMap<RoleOfTheYear, Somebody>;
let revision: number;

const CHILDREN = 100_000;

beforeAll(async () => {
  world = await createWorld();
  people = await peopleOfTheYear(world);
  await acceptedSheet('own');
  await acceptedSheet('sister');
  const { rows } = await world.owner.query<{ revision: number }>(
    `select revision from figure where unit_id = $1 and input = 'under1_total'
      and cycle_id = (select id from cycle where unit_id = $1 and year = 2026)`,
    [world.places.own.unit.id],
  );
  revision = rows[0]!.revision;
  ledger = await openLedger(world.owner);
});
afterAll(() => world.drop());

/** A round of which one village has said how many children under one it has, accepted. */
async function acceptedSheet(ward: 'own' | 'sister'): Promise<void> {
  const { unit, colleague, year } = world.places[ward];
  const owner = { unitId: unit.id, people: { culture_society: colleague } } as unknown as Ward;
  const { sheets } = await givenRound(world.database, owner, [{ id: year.village, type: 'thôn', name: '' }]);
  await world.owner.query(
    `insert into collected_figure (unit_id, sheet_id, item, state, value, changed_by, changed_through, changed_at)
     values ($1, $2, 'under1_total', 'given', $3, $4, 'grid', now())`,
    [unit.id, sheets[0], CHILDREN, colleague.personId],
  );
  await world.owner.query(`update collection_sheet set state = 'accepted' where id = $1`, [sheets[0]]);
}

async function ask(route: RollUpRoute, role: RoleOfTheYear, target: 'own' | 'sister' | 'none') {
  const [verb = '', pattern = ''] = ROLL_UP_ROUTES[route].split(' ');
  const code = target === 'none' ? NO_UNIT : world.places[target].unit.code;
  const path = `${pattern.replace(':unit', code).replace(':input', 'under1_total')}?nam=2026`;
  const form = { tieu_chi: '7', 'lay.under1_total': `accepted ${revision} ${CHILDREN}` };
  return answerOf(await people.get(role)!.visitor.send(verb, path, verb === 'POST' ? { form } : {}));
}

describe('rolled-up figures', () => {
  it.each(Object.keys(ROLL_UP_ROUTES) as RollUpRoute[])('%s', async (route) => {
    const faults: string[] = [];
    for (const role of ROLES_OF_THE_YEAR)
      for (const target of ['none', 'sister', 'own'] as const) {
        const expected = expectedOfRollUp(route, role, target);
        const answer = await ask(route, role, target);
        if (answer !== expected) faults.push(`${role}, ${target}: expected ${expected}, got ${answer}`);
        if (expected === 'ok') await ledger.restore();
        else if (await ledger.hasChanged()) faults.push(`${role}, ${target}: something changed`);
      }
    expect(faults).toEqual([]);
  });
});
