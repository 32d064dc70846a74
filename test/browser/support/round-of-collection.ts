import {
  type OrganisationId,
  openDatabase,
  type PersonId,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../../src/platform/database/index.ts';
import { type GivenPlace, type GivenRound, givenPlaces, givenRound } from '../../support/collection.ts';
import type { Ward } from '../../support/ward.ts';
import type { Program } from './program.ts';

const system = { kind: 'system', purpose: 'test' } as const;

export interface RoundOfTheSample extends GivenRound {
  readonly places: readonly GivenPlace[];
  /** Address of the round. */
  readonly path: string;
  readonly ward: Pick<Ward, 'unitId'>;
}

/** A round of collection in the ward of the sample, with an empty sheet for each of so many new villages. */
export async function roundInTheSample(
  { connectionString }: Pick<Program, 'connectionString'>,
  villages: number,
  options: Parameters<typeof givenRound>[3] = {},
): Promise<RoundOfTheSample> {
  const database = openDatabase(connectionString);
  try {
    const found = await withScope(database, system, (scope) =>
      scope.first(
        sqlBuilder
          .selectFrom('unit as u')
          .innerJoin('person as p', 'p.unit_id', 'u.unit_id')
          .where('u.code', '=', '05983')
          .where('p.username', '=', 'thuongtruc.luongvantri')
          .select(['u.unit_id as unitId', 'p.id as personId']),
      ),
    );
    const { unitId, personId } = found as { unitId: UnitId; personId: PersonId };
    const ward = {
      unitId,
      people: { culture_society: { personId } },
      organisationIds: new Map<string, OrganisationId>(),
    } as unknown as Ward;
    const places = await givenPlaces(database, ward, villages);
    const round = await givenRound(database, ward, places, options);
    return { ...round, places, ward, path: `/don-vi/05983/so-lieu/${round.id}` };
  } finally {
    await database.close();
  }
}
