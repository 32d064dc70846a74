import { searchKey } from '../../../domain/text/index.ts';
import { type PersonActor, type PersonId, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { PeopleServices } from '../dependencies.ts';
import { assertMayWithPeople } from '../policy.ts';
import { findPerson, hasOtherAdministrator } from '../queries.ts';
import type { WantedMembership } from '../schema.ts';
import { lockAdministration } from './administration.ts';
import { administers, type MembershipFault, replaceMemberships, settleMemberships } from './memberships.ts';

export interface ChangedPerson {
  readonly name: string;
  readonly memberships: readonly WantedMembership[];
}

export type PersonChange =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: MembershipFault | 'lastAdministrator' };

/** Changes the name and the roles of a person of the own unit; the unit keeps at least one administrator. */
export async function changePerson(
  { database, clock }: PeopleServices,
  actor: PersonActor,
  id: PersonId,
  { name, memberships }: ChangedPerson,
): Promise<PersonChange> {
  const unit = actor.unit.id;
  assertMayWithPeople(actor, 'changePerson', unit);
  return withScope(database, actor, async (scope): Promise<PersonChange> => {
    await lockAdministration(scope, unit);
    const person = await findPerson(scope, unit, id);
    if (person === undefined) throw notFound();
    const settled = await settleMemberships(scope, unit, memberships);
    if (typeof settled === 'string') return { ok: false, fault: settled };
    const stopsAdministering = administers(person.memberships) && !administers(settled);
    if (stopsAdministering && person.disabledAt === null && !(await hasOtherAdministrator(scope, unit, id)))
      return { ok: false, fault: 'lastAdministrator' };

    const fields: string[] = [];
    if (name !== person.name) {
      fields.push('name');
      await scope.rows(
        sqlBuilder
          .updateTable('person')
          .set({ name, search_key: searchKey(name) })
          .where('unit_id', '=', unit)
          .where('id', '=', id),
      );
      await scope.rows(sqlBuilder.updateTable('identity.user').set({ name }).where('id', '=', person.userId));
    }
    if (await replaceMemberships(scope, unit, id, settled)) fields.push('memberships');
    if (fields.length > 0)
      recordAudit(scope, unit, clock.now(), {
        deed: 'changePerson',
        object: { kind: 'person', id },
        fields,
      });
    return { ok: true };
  });
}
