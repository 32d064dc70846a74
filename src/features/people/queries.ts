import { sql } from 'kysely';
import { searchKey } from '../../domain/text/index.ts';
import {
  type Membership,
  type OrganisationId,
  type PersonId,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../platform/database/index.ts';

/** One account, as its administrator sees it. */
export interface Person {
  readonly id: PersonId;
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  /** Where reminders go; null where the person wants none by mail. */
  readonly email: string | null;
  readonly mustChangePassword: boolean;
  readonly disabledAt: Date | null;
  readonly memberships: readonly Membership[];
}

export interface Organisation {
  readonly id: OrganisationId;
  readonly kind: string;
  readonly name: string;
}

/** A session that is still open. */
export interface OpenSession {
  readonly token: string;
  readonly begunAt: Date;
  readonly seenAt: Date;
  readonly userAgent: string;
}

const PEOPLE_OF_A_PAGE = 25;

const people = (unit: UnitId) =>
  sqlBuilder
    .selectFrom('person')
    .where('person.unit_id', '=', unit)
    .select([
      'person.id',
      'person.user_id as userId',
      'person.username',
      'person.name',
      'person.email',
      'person.must_change_password as mustChangePassword',
      'person.disabled_at as disabledAt',
      (person) =>
        person
          .selectFrom('membership')
          .innerJoin('organisation', (join) =>
            join
              .onRef('organisation.unit_id', '=', 'membership.unit_id')
              .onRef('organisation.id', '=', 'membership.organisation_id'),
          )
          .whereRef('membership.unit_id', '=', 'person.unit_id')
          .whereRef('membership.person_id', '=', 'person.id')
          .select(
            sql<Membership[]>`coalesce(json_agg(json_build_object(
              'organisationId', organisation.id, 'organisationKind', organisation.kind,
              'organisationName', organisation.name, 'role', membership.role) order by membership.id), '[]'::json)`.as(
              'list',
            ),
          )
          .$asScalar()
          .$notNull()
          .as('memberships'),
    ]);

/** A person of this unit and no other. */
export function findPerson(scope: Scope, unit: UnitId, person: PersonId): Promise<Person | undefined> {
  return scope.first(people(unit).where('person.id', '=', person));
}

export interface PeoplePage {
  readonly people: readonly Person[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/**
 * The people of a unit by name, a page at a time.
 * @param search part of a name or user name, with or without tones; empty for everybody
 * @param page from 1; beyond the last one gives the last
 */
export async function listPeople(
  scope: Scope,
  unit: UnitId,
  search: string,
  page: number,
): Promise<PeoplePage> {
  const part = `%${searchKey(search).replace(/[\\%_]/g, '\\$&')}%`;
  const counted = await scope.first(
    sqlBuilder
      .selectFrom('person')
      .where('unit_id', '=', unit)
      .where((person) => person.or([person('search_key', 'like', part), person('username', 'like', part)]))
      .select((person) => person.fn.countAll<number>().as('total')),
  );
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PEOPLE_OF_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const found = await scope.rows(
    people(unit)
      .where((person) =>
        person.or([person('person.search_key', 'like', part), person('person.username', 'like', part)]),
      )
      .orderBy(sql`person.name collate "vi-x-icu"`)
      .orderBy('person.id')
      .limit(PEOPLE_OF_A_PAGE)
      .offset((shown - 1) * PEOPLE_OF_A_PAGE),
  );
  return { people: found, page: shown, pages, total };
}

/** The organisations that a unit has on a day, in the order of the catalogue. */
export function listOrganisations(scope: Scope, unit: UnitId, date: string): Promise<Organisation[]> {
  return scope.rows(
    sqlBuilder
      .selectFrom('organisation')
      .where('unit_id', '=', unit)
      .where('valid_from', '<=', date)
      .where((one) => one.or([one('valid_until', 'is', null), one('valid_until', '>=', date)]))
      .select(['id', 'kind', 'name'])
      .orderBy('id'),
  );
}

/** The open sessions of an account, the last used first. */
export function listSessions(scope: Scope, userId: string, now: Date): Promise<OpenSession[]> {
  return scope.rows(
    sqlBuilder
      .selectFrom('identity.session')
      .where('userId', '=', userId)
      .where('expiresAt', '>', now)
      .select((session) => [
        'token',
        'createdAt as begunAt',
        'updatedAt as seenAt',
        session.fn.coalesce('userAgent', sql<string>`''`).as('userAgent'),
      ])
      .orderBy('updatedAt', 'desc'),
  );
}

/** Whether another active administrator remains in the unit when this person no longer is one. */
export async function hasOtherAdministrator(scope: Scope, unit: UnitId, person: PersonId): Promise<boolean> {
  const other = await scope.first(
    sqlBuilder
      .selectFrom('membership')
      .innerJoin('person', (join) =>
        join
          .onRef('person.unit_id', '=', 'membership.unit_id')
          .onRef('person.id', '=', 'membership.person_id'),
      )
      .where('membership.unit_id', '=', unit)
      .where('membership.role', '=', 'administrator')
      .where('person.disabled_at', 'is', null)
      .where('person.id', '!=', person)
      .select('person.id')
      .limit(1),
  );
  return other !== undefined;
}
