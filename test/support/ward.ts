import path from 'node:path';
import type { Role } from '../../src/domain/organisation/index.ts';
import { given } from '../../src/domain/scoring/index.ts';
import { searchKey } from '../../src/domain/text/index.ts';
import type { EnteredFigure } from '../../src/features/assessment/commands/save-figures.ts';
import { type AssessmentContext, insertCycle, yesNoInputsOf } from '../../src/features/assessment/index.ts';
import { loadStandards, type StandardCatalogue } from '../../src/features/standards/index.ts';
import {
  type CycleId,
  type Database,
  newId,
  type OrganisationId,
  type PersonActor,
  type PersonId,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../src/platform/database/index.ts';
import { projectFolder } from '../../src/platform/project-folder.ts';

/** Organisations of a ward and the role of the person that the builder puts into each. */
const organisations = {
  culture_society: ['Phòng Văn hóa - Xã hội', 'planningOfficer'],
  council_committee_office: ['Văn phòng HĐND - UBND', 'officeOfficer'],
  police: ['Công an phường', 'policeOfficer'],
  health_station: ['Trạm Y tế', 'healthOfficer'],
  schools: ['Các trường học trên địa bàn', 'schoolOfficer'],
  youth_union: ['Đoàn Thanh niên', 'youthOfficer'],
  committee_leadership: ['Lãnh đạo UBND phường', 'communeLeader'],
  fatherland_front: ['Ủy ban MTTQ Việt Nam phường', 'overseer'],
} as const satisfies Record<string, readonly [string, Role]>;

export type OrganisationKind = keyof typeof organisations;

/** A ward of the tests with one person in each organisation. */
export interface Ward {
  readonly unitId: UnitId;
  readonly code: string;
  readonly people: Readonly<Record<OrganisationKind, PersonActor>>;
  readonly organisationIds: ReadonlyMap<string, OrganisationId>;
}

const system = { kind: 'system', purpose: 'test' } as const;

/** Puts a province into the reference table, as the seeding of the program does for all. */
async function givenProvince(database: Database): Promise<void> {
  await withScope(database, system, async (scope) => {
    await scope.rows(
      sqlBuilder
        .insertInto('province')
        .values({ code: '99', name: 'Tỉnh Thử', full_name: 'Tỉnh Thử', type: 'province' })
        .onConflict((conflict) => conflict.doNothing()),
    );
  });
}

/** A ward with its organisations and people, written straight to the tables. */
export async function givenWard(
  database: Database,
  { code = '99001', name = 'Thử Một' } = {},
): Promise<Ward> {
  await givenProvince(database);
  const unitId = newId<UnitId>();
  const organisationIds = new Map<string, OrganisationId>();
  const people: Partial<Record<OrganisationKind, PersonActor>> = {};
  await withScope(database, system, async (scope) => {
    await scope.rows(
      sqlBuilder.insertInto('unit').values({
        unit_id: unitId,
        level: 'commune',
        code,
        province_code: '99',
        type: 'ward',
        name,
        full_name: `Phường ${name}`,
        territory_class: 'other',
        class_basis: 'Quyết định của bài thử',
      }),
    );
    for (const [kind, [organisationName, role]] of Object.entries(organisations) as [
      OrganisationKind,
      readonly [string, Role],
    ][]) {
      const organisationId = newId<OrganisationId>();
      const personId = newId<PersonId>();
      const personName = `Người thử ${organisationName}`;
      organisationIds.set(kind, organisationId);
      await scope.rows(
        sqlBuilder.insertInto('organisation').values({
          unit_id: unitId,
          id: organisationId,
          kind,
          name: organisationName,
          valid_from: '2025-07-01',
          valid_until: null,
        }),
      );
      await scope.rows(
        sqlBuilder.insertInto('person').values({
          unit_id: unitId,
          id: personId,
          user_id: newId<string>(),
          username: `${kind.replaceAll('_', '-')}.${code}`,
          name: personName,
          search_key: searchKey(personName),
        }),
      );
      await scope.rows(
        sqlBuilder.insertInto('membership').values({
          unit_id: unitId,
          id: newId<string>(),
          person_id: personId,
          organisation_id: organisationId,
          role,
        }),
      );
      people[kind] = {
        kind: 'person',
        personId,
        userId: personId,
        name: personName,
        mustChangePassword: false,
        unit: {
          id: unitId,
          code,
          level: 'commune',
          type: 'ward',
          fullName: `Phường ${name}`,
          provinceCode: '99',
          fictional: false,
        },
        memberships: [{ organisationId, organisationKind: kind, organisationName, role }],
        territory: [unitId],
      };
    }
  });
  return { unitId, code, organisationIds, people: people as Record<OrganisationKind, PersonActor> };
}

let standards: StandardCatalogue | undefined;

/** The standards of the project, loaded once. */
export async function testStandards(): Promise<StandardCatalogue> {
  standards ??= await loadStandards(path.join(projectFolder, 'standards'));
  return standards;
}

/** What the deeds of the assessment need, at a fixed instant. */
export async function assessmentContext(
  database: Database,
  at = '2026-10-15T03:00:00Z',
): Promise<AssessmentContext> {
  const catalogue = await testStandards();
  return {
    database,
    clock: { now: () => new Date(at) },
    standards: catalogue,
    yesNoInputs: yesNoInputsOf(catalogue),
  };
}

/** An open cycle of the ward. */
export async function givenCycle(database: Database, ward: Ward, year = 2026): Promise<CycleId> {
  const standard = (await testStandards()).latest('qd-06-2019')!;
  return withScope(database, ward.people.culture_society, (scope) =>
    insertCycle(
      scope,
      {
        unitId: ward.unitId,
        year,
        territoryClass: 'other',
        classBasis: 'Quyết định của bài thử',
        standard,
        organisations: ward.organisationIds,
      },
      new Date('2026-01-05T02:00:00Z'),
    ),
  );
}

/** A number as a person types it who sees an empty box. */
export function entered(
  input: string,
  value: number | boolean,
  over: Partial<EnteredFigure> = {},
): EnteredFigure {
  return {
    input,
    figure: given(value),
    note: null,
    seen: { state: 'no_data' },
    seenNote: null,
    seenRevision: 0,
    ...over,
  };
}
