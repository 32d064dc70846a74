import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/database/index.ts';
import { type GivenRound, givenRound } from '../../support/collection.ts';
import type { Ward } from '../../support/ward.ts';
import { answerOf } from './answers.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { ROLES_OF_THE_YEAR, type RoleOfTheYear } from './oracle-of-the-year.ts';
import { expectedOfWorkbooks, type KindOfRoute, WORKBOOK_ROUTES } from './oracle-of-workbooks.ts';
import { peopleOfTheYear, type Somebody } from './people-of-the-year.ts';
import { createWorld, NO_UNIT, NOBODY, type World } from './world.ts';

/** Workbooks of the collection, asked as everybody. */

let world: World;
let ledger: Ledger;
let people: ReadonlyMap<RoleOfTheYear, Somebody>;
let rounds: Readonly<Record<'own' | 'sister', GivenRound>>;
/** An import of the planning officer in each state, and one of a colleague in the sister ward. */
let imports: { readonly own: Readonly<Record<string, string>>; readonly sister: string };

const counts = { new: 1, change: 0, large: 0, conflict: 0, fault: 0, same: 0 };
const summary = {
  own: true,
  rounds: [],
  rows: 1,
  cells: 1,
  counts,
  unknownColumns: [],
  rowsWithoutPlace: 0,
  findings: [],
  findingCount: 0,
  stored: null,
};
const matching = {
  tables: [
    {
      name: 'Trang',
      headingRow: 1,
      columns: [
        { column: 0, heading: 'Thôn', key: 'thon', proposal: 'place', certain: true },
        { column: 1, heading: 'Trẻ', key: 'tre', proposal: null, certain: false },
      ],
    },
  ],
  chosen: null,
};

beforeAll(async () => {
  world = await createWorld();
  people = await peopleOfTheYear(world);
  rounds = { own: await roundOf('own'), sister: await roundOf('sister') };
  const planner = people.get('planningOfficer')!.person!.personId;
  imports = {
    own: {
      seen: await importOf('own', planner, 'seen'),
      matching: await importOf('own', planner, 'matching'),
      storing: await importOf('own', planner, 'storing'),
    },
    sister: await importOf('sister', world.places.sister.colleague.personId, 'seen'),
  };
  ledger = await openLedger(world.owner);
});
afterAll(() => world.drop());

function roundOf(ward: 'own' | 'sister'): Promise<GivenRound> {
  const { unit, colleague, year } = world.places[ward];
  const owner = { unitId: unit.id, people: { culture_society: colleague } } as unknown as Ward;
  return givenRound(world.database, owner, [{ id: year.village, type: 'thôn', name: '' }]);
}

async function importOf(ward: 'own' | 'sister', person: string, state: string): Promise<string> {
  const { unit } = world.places[ward];
  const id = newId<string>();
  await world.owner.query(
    `insert into workbook_import (unit_id, id, file_id, faults_file_id, state, progressed_at, matching, summary, started_by,
                                  started_at)
     select $1, $2, f.id, f.id, $3, '2026-01-05T00:00:00Z', $4, $5, $6, '2026-01-05T00:00:00Z'
       from stored_file f where f.unit_id = $1 order by f.id limit 1`,
    [unit.id, id, state, JSON.stringify(matching), JSON.stringify(summary), person],
  );
  return id;
}

const stateFor = (route: string): 'seen' | 'matching' | 'storing' => {
  if (route.endsWith('/ghep')) return 'matching';
  return route.endsWith('/tiep-tuc') ? 'storing' : 'seen';
};

async function ask(route: string, role: RoleOfTheYear, target: 'own' | 'sister' | 'none', unread = false) {
  const [verb = '', pattern = ''] = route.split(' ');
  const code = target === 'none' ? NO_UNIT : world.places[target].unit.code;
  const round = target === 'none' ? NOBODY : rounds[target].id;
  const id =
    target === 'none' ? NOBODY : target === 'sister' ? imports.sister : imports.own[stateFor(route)]!;
  const path = pattern.replace(':unit', code).replace(':round', round).replace(':id', id);
  const form: Record<string, string> = unread
    ? { dot: 'x', trang: '-1' }
    : { dot: round, trang: '0', 'cot.0': 'noi', 'cot.1': 'so:children_total' };
  const files =
    !unread && route.endsWith('POST /don-vi/:unit/so-lieu/nhap-excel')
      ? { tep: new File(['Thôn;Trẻ\n'], 'bang.csv') }
      : undefined;
  const sending = verb === 'POST' ? { form, ...(files === undefined ? {} : { files }) } : {};
  return answerOf(await people.get(role)!.visitor.send(verb, path, sending));
}

describe('workbooks of the collection', () => {
  const all = (Object.entries(WORKBOOK_ROUTES) as [KindOfRoute, readonly string[]][]).flatMap(
    ([kind, routes]) => routes.map((route) => [route, kind] as const),
  );

  it.each(all)('%s', async (route, kind) => {
    const faults: string[] = [];
    for (const role of ROLES_OF_THE_YEAR)
      for (const target of ['none', 'sister', 'own'] as const) {
        const expected = expectedOfWorkbooks(kind, role, target);
        const answer = await ask(route, role, target);
        if (answer !== expected) faults.push(`${role}, ${target}: expected ${expected}, got ${answer}`);
        if (expected === 'ok') await ledger.restore();
        else if (await ledger.hasChanged()) faults.push(`${role}, ${target}: something changed`);
        // A refusal is the same whatever the form holds.
        if (expected !== 'ok' && (await ask(route, role, target, true)) !== expected)
          faults.push(`${role}, ${target}: refused otherwise for another form`);
      }
    expect(faults).toEqual([]);
  });
});
