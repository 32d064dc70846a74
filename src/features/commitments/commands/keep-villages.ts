import { searchKey } from '../../../domain/text/index.ts';
import { today } from '../../../platform/clock.ts';
import { newId, type PersonActor, sqlBuilder, withScope } from '../../../platform/database/index.ts';
import { notAllowed, notFound } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { mayKeepVillages } from '../policy.ts';
import { findVillage } from '../queries.ts';
import type { NewVillages } from '../schema.ts';
import { type CommitmentPlace, type CommitmentsContext, unitOfCommitments } from './context.ts';

/** Adds villages to the unit's list; names that are there already stay as they are. @returns how many are new */
export async function addVillages(
  { database, clock }: CommitmentsContext,
  actor: PersonActor,
  place: { readonly unitCode: string; readonly year: number },
  { type, names }: NewVillages,
): Promise<number> {
  return withScope(database, actor, async (scope) => {
    const unit = await unitOfCommitments(scope, actor, place.unitCode);
    if (!mayKeepVillages(actor, unit.id)) throw notAllowed('commitments.may-not-keep-villages');
    const there = await scope.rows(
      sqlBuilder
        .selectFrom('place')
        .where('unit_id', '=', unit.id)
        .where('type', '=', type)
        .where('name', 'in', [...names])
        .where('valid_until', 'is', null)
        .select('name'),
    );
    const known = new Set(there.map(({ name }) => name));
    const added = names.filter((name) => !known.has(name));
    if (added.length === 0) return 0;
    await scope.rows(
      sqlBuilder.insertInto('place').values(
        added.map((name) => ({
          unit_id: unit.id,
          id: newId<string>(),
          kind: 'village' as const,
          organisation_id: null,
          national_code: null,
          type,
          name,
          search_key: searchKey(`${type} ${name}`),
          // From the year on for which it is written down: it may have stood there for centuries.
          valid_from: `${place.year}-01-01`,
          valid_until: null,
        })),
      ),
    );
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'addVillages',
      object: { kind: 'unit', id: unit.id },
      fields: ['place'],
    });
    return added.length;
  });
}

/** Takes a village off the list from today on; what it promised before stays. */
export async function endVillage(
  { database, clock }: CommitmentsContext,
  actor: PersonActor,
  place: CommitmentPlace,
): Promise<void> {
  await withScope(database, actor, async (scope) => {
    const unit = await unitOfCommitments(scope, actor, place.unitCode);
    const village = await findVillage(scope, unit.id, place.placeId, place.year);
    if (village === undefined) throw notFound();
    if (!mayKeepVillages(actor, unit.id)) throw notAllowed('commitments.may-not-keep-villages');
    await scope.rows(
      sqlBuilder
        .updateTable('place')
        .set({ valid_until: today(clock) })
        .where('unit_id', '=', unit.id)
        .where('id', '=', village.id),
    );
    recordAudit(scope, unit.id, clock.now(), {
      deed: 'endVillage',
      object: { kind: 'place', id: village.id },
      fields: ['valid_until'],
    });
  });
}
