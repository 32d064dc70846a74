import { hash } from '@node-rs/argon2';
import type { Role } from '../../src/domain/organisation/index.ts';
import { searchKey } from '../../src/domain/text/index.ts';
import { addPerson, createOrganisationsOf, type Organisation } from '../../src/features/people/index.ts';
import {
  type ActorUnit,
  type Database,
  newId,
  type PersonActor,
  type SystemActor,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../src/platform/database/index.ts';

const builder: SystemActor = { kind: 'system', purpose: 'test' };

/** The day on which made-up organisations and people begin. */
const BEGINNING = '2026-01-05';

/** The password of every made-up person, unless the test names another. */
export const TEST_PASSWORD = 'mat khau de thu';

export interface UnitOptions {
  readonly code?: string;
  readonly level?: ActorUnit['level'];
  readonly type?: ActorUnit['type'];
  readonly name?: string;
  readonly provinceCode?: string;
  readonly territoryClass?: string;
  readonly fictional?: boolean;
}

let unitsGiven = 0;

/** A ward of Lạng Sơn (or a province, with `level`), without organisations; its reference rows are made where missing. */
export async function givenUnit(database: Database, options: UnitOptions = {}): Promise<ActorUnit> {
  const { level = 'commune', provinceCode = '20', fictional = false } = options;
  const number = ++unitsGiven;
  const type = options.type ?? (level === 'province' ? 'province' : 'ward');
  const name = options.name ?? (level === 'province' ? `Lạng Sơn ${provinceCode}` : `Thử ${number}`);
  const titles = {
    commune: 'Xã',
    ward: 'Phường',
    special_zone: 'Đặc khu',
    province: 'Tỉnh',
    city: 'Thành phố',
  };
  const unit: ActorUnit = {
    id: newId<UnitId>(),
    code: options.code ?? (level === 'province' ? provinceCode : String(90_000 + number)),
    level,
    type,
    fullName: `${titles[type]} ${name}`,
    provinceCode,
    fictional,
  };
  await withScope(database, builder, async (scope) => {
    await scope.rows(
      sqlBuilder
        .insertInto('province')
        .values({ code: provinceCode, name: 'Lạng Sơn', full_name: 'Tỉnh Lạng Sơn', type: 'province' })
        .onConflict((conflict) => conflict.doNothing()),
    );
    if (type !== 'province' && type !== 'city')
      await scope.rows(
        sqlBuilder
          .insertInto('administrative_unit')
          .values({
            code: unit.code,
            province_code: provinceCode,
            type,
            name,
            full_name: unit.fullName,
            search_key: searchKey(unit.fullName),
            valid_from: '2025-07-01',
          })
          .onConflict((conflict) => conflict.doNothing()),
      );
    await scope.rows(
      sqlBuilder.insertInto('unit').values({
        unit_id: unit.id,
        level,
        code: unit.code,
        province_code: provinceCode,
        type,
        name,
        full_name: unit.fullName,
        territory_class: level === 'province' ? null : (options.territoryClass ?? 'other'),
        class_basis: level === 'province' ? null : 'Quyết định thử nghiệm',
        fictional,
      }),
    );
  });
  return unit;
}

/** The organisations of a unit as the catalogue names them on a day; those already there are given as they are. */
export async function givenOrganisations(
  database: Database,
  unit: ActorUnit,
  date = BEGINNING,
): Promise<Organisation[]> {
  return withScope(database, builder, async (scope) => {
    const present = await scope.rows(
      sqlBuilder
        .selectFrom('organisation')
        .where('unit_id', '=', unit.id)
        .select(['id', 'kind', 'name'])
        .orderBy('id'),
    );
    return present.length > 0 ? present : createOrganisationsOf(scope, unit, date);
  });
}

export interface PersonOptions {
  /** A new ward when absent. */
  readonly unit?: ActorUnit;
  /** Kind of the organisation; when absent, one in which the role is usual. */
  readonly organisation?: string;
  readonly name?: string;
  readonly username?: string;
  readonly password?: string;
  readonly mustChangePassword?: boolean;
  /** More roles, each in the organisation in which it is usual. */
  readonly alsoRoles?: readonly Role[];
}

const usualKind: Readonly<Record<Role, string>> = {
  planningOfficer: 'culture_society',
  officeOfficer: 'council_committee_office',
  healthOfficer: 'health_station',
  schoolOfficer: 'schools',
  policeOfficer: 'police',
  economyOfficer: 'economy',
  publicServiceOfficer: 'public_service_centre',
  youthOfficer: 'youth_union',
  womensUnionOfficer: 'womens_union',
  overseer: 'fatherland_front',
  villageHead: 'villages',
  collaborator: 'culture_society',
  communeLeader: 'committee_leadership',
  councilMember: 'assessment_council',
  administrator: 'council_committee_office',
  appraiser: 'health_department',
};

/** A person with an account, as who they act; the password works and need not be changed. */
export async function givenPerson(
  database: Database,
  role: Role,
  options: PersonOptions = {},
): Promise<PersonActor & { readonly username: string }> {
  const unit = options.unit ?? (await givenUnit(database));
  const organisations = await givenOrganisations(database, unit);
  const memberships = [role, ...(options.alsoRoles ?? [])].map((given, index) => {
    const wanted = index === 0 ? (options.organisation ?? usualKind[given]) : usualKind[given];
    const organisation = organisations.find(({ kind }) => kind === wanted) ?? organisations[0]!;
    return {
      organisationId: organisation.id,
      organisationKind: organisation.kind,
      organisationName: organisation.name,
      role: given,
    };
  });
  const name = options.name ?? 'Người Thử';
  const mustChangePassword = options.mustChangePassword ?? false;
  const passwordHash = await quickHash(options.password ?? TEST_PASSWORD);
  const person = { name, username: options.username ?? null, memberships };
  return withScope(database, builder, async (scope) => {
    const added = await addPerson(scope, new Date(`${BEGINNING}T00:00:00Z`), unit.id, person, {
      passwordHash,
      mustChangePassword,
    });
    if (!added.ok) throw new Error(`The test's person was refused: ${added.fault}`);
    const territory =
      unit.level === 'commune'
        ? [unit.id]
        : (
            await scope.rows(
              sqlBuilder.selectFrom('unit').where('province_code', '=', unit.provinceCode).select('unit_id'),
            )
          ).map(({ unit_id }) => unit_id);
    const { personId, userId, username } = added;
    return {
      kind: 'person',
      personId,
      userId,
      username,
      name,
      mustChangePassword,
      unit,
      memberships,
      territory,
    };
  });
}

const hashes = new Map<string, Promise<string>>();

/** A hash that is checked in a millisecond: tests of sign-in are about other things. */
function quickHash(password: string): Promise<string> {
  let hashed = hashes.get(password);
  if (hashed === undefined) {
    hashed = hash(password.normalize('NFC'), { memoryCost: 64, timeCost: 1, parallelism: 1 });
    hashes.set(password, hashed);
  }
  return hashed;
}
