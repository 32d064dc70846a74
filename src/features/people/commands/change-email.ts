import { type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { PeopleServices } from '../dependencies.ts';

/**
 * Sets the own address for reminders, or takes it away; everybody may, for their own account alone.
 * @param email null for none
 */
export async function changeEmail(
  { database, clock }: PeopleServices,
  actor: PersonActor,
  email: string | null,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const changed = await scope.first(
      sqlBuilder
        .updateTable('person')
        .set({ email })
        .where('unit_id', '=', actor.unit.id)
        .where('id', '=', actor.personId)
        .where('email', 'is distinct from', email)
        .returning('id'),
    );
    if (changed === undefined) return;
    const object = { kind: 'person', id: actor.personId };
    recordAudit(scope, actor.unit.id, clock.now(), { deed: 'changeEmail', object, fields: ['email'] });
  });
}
