import { roleOfOrganisation } from '../../../domain/organisation/index.ts';
import {
  type Membership,
  newId,
  type PersonId,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../../platform/database/index.ts';
import { organisationCatalogue } from '../organisation-catalogue.ts';
import { rolesToGive } from '../policy.ts';
import type { WantedMembership } from '../schema.ts';

/** A membership with its role settled. */
export type SettledMembership = Pick<Membership, 'organisationId' | 'role'>;

export type MembershipFault = 'organisationUnknown' | 'roleUnknown';

/**
 * Settles the roles and leaves out repetitions.
 * @returns what is wrong when an organisation is not the unit's, or a role is none that the person acting can give
 */
export async function settleMemberships(
  scope: Scope,
  unit: UnitId,
  wanted: readonly WantedMembership[],
): Promise<SettledMembership[] | MembershipFault> {
  const { actor } = scope;
  const organisations = await scope.rows(
    sqlBuilder.selectFrom('organisation').where('unit_id', '=', unit).select(['id', 'kind']),
  );
  const kinds = new Map(organisations.map(({ id, kind }) => [id, kind]));
  const settled = new Map<string, SettledMembership>();
  for (const { organisationId, role } of wanted) {
    const kind = kinds.get(organisationId);
    if (kind === undefined) return 'organisationUnknown';
    if (role !== null && actor.kind === 'person' && !rolesToGive(actor.unit.level).includes(role))
      return 'roleUnknown';
    const membership = { organisationId, role: role ?? roleOfOrganisation(organisationCatalogue(), kind) };
    settled.set(keyOf(membership), membership);
  }
  return [...settled.values()];
}

/** Gives a person memberships that they do not have yet. */
export async function addMemberships(
  scope: Scope,
  unit: UnitId,
  person: PersonId,
  memberships: readonly SettledMembership[],
): Promise<void> {
  if (memberships.length === 0) return;
  await scope.rows(
    sqlBuilder.insertInto('membership').values(
      memberships.map(({ organisationId, role }) => ({
        unit_id: unit,
        id: newId<string>(),
        person_id: person,
        organisation_id: organisationId,
        role,
      })),
    ),
  );
}

/**
 * Makes the memberships of a person exactly the wanted ones; those that stay are left alone.
 * @returns whether anything changed
 */
export async function replaceMemberships(
  scope: Scope,
  unit: UnitId,
  person: PersonId,
  wanted: readonly SettledMembership[],
): Promise<boolean> {
  const present = await scope.rows(
    sqlBuilder
      .selectFrom('membership')
      .where('unit_id', '=', unit)
      .where('person_id', '=', person)
      .select(['id', 'organisation_id as organisationId', 'role']),
  );
  const wantedKeys = new Set(wanted.map(keyOf));
  const presentKeys = new Set(present.map(keyOf));
  const gone = present.filter((membership) => !wantedKeys.has(keyOf(membership)));
  const added = wanted.filter((membership) => !presentKeys.has(keyOf(membership)));
  if (gone.length > 0)
    await scope.rows(
      sqlBuilder
        .deleteFrom('membership')
        .where('unit_id', '=', unit)
        .where(
          'id',
          'in',
          gone.map(({ id }) => id),
        ),
    );
  await addMemberships(scope, unit, person, added);
  return gone.length + added.length > 0;
}

const keyOf = ({ organisationId, role }: { organisationId: string; role: string }) =>
  `${organisationId} ${role}`;

/** Whether the memberships make somebody an administrator of the unit. */
export const administers = (memberships: readonly { readonly role: string }[]): boolean =>
  memberships.some(({ role }) => role === 'administrator');
