import { sql } from 'kysely';
import type { TargetOperator } from '../../../domain/plan/index.ts';
import {
  newId,
  type OrganisationId,
  type PersonActor,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../../platform/database/index.ts';

/** A target as an item of a plan states it. */
export interface TargetOfPlan {
  readonly itemId: string;
  /** Its place among the targets of the item, from 0. */
  readonly position: number;
  readonly text: string;
  readonly operator: TargetOperator;
  readonly value: number | null;
  readonly of: number | null;
  readonly unit: string | null;
  readonly ownerId: OrganisationId | null;
  readonly criteria: readonly number[];
}

export interface SyncedTargets {
  /** Ids by item, for the tasks that serve them. */
  readonly idsOfItem: ReadonlyMap<string, readonly string[]>;
  readonly added: number;
  readonly changed: number;
  readonly closed: number;
}

/**
 * Brings the targets of a plan in step with its items, in the transaction of the deed that puts the plan to work. What a
 * person has set since (owner, measure, baseline) stays; a target whose item is gone is closed with that reason.
 * @param previousPlanId the plan that this one replaces: its targets go over to this one, item by item
 */
export async function syncTargetsOfPlan(
  scope: Scope,
  actor: PersonActor,
  plan: {
    readonly unitId: UnitId;
    readonly planId: string;
    readonly previousPlanId: string | null;
    readonly year: number;
    readonly targets: readonly TargetOfPlan[];
    readonly at: Date;
  },
): Promise<SyncedTargets> {
  const { unitId, planId, previousPlanId, year, at } = plan;
  if (previousPlanId !== null)
    await scope.rows(
      sqlBuilder
        .updateTable('target')
        .set({ plan_id: planId })
        .where('unit_id', '=', unitId)
        .where('plan_id', '=', previousPlanId),
    );
  const before = await scope.rows(
    sqlBuilder
      .selectFrom('target')
      .where('unit_id', '=', unitId)
      .where('plan_id', '=', planId)
      .select(['id', 'plan_item as itemId', 'position', 'text', 'operator', 'value', 'part_of as of'])
      .select(['measure_unit as unit', 'criteria', 'state']),
  );
  const places = placesOf(before, plan.targets);
  const idsOfItem = new Map<string, string[]>();
  const rows = plan.targets.map((target) => {
    const { stored, position } = places.get(target)!;
    const id = stored?.id ?? newId<string>();
    idsOfItem.set(target.itemId, [...(idsOfItem.get(target.itemId) ?? []), id]);
    return { id, target, stored, position };
  });
  const changed = rows.filter(({ target, stored }) => stored !== undefined && !isSame(stored, target));
  const added = rows.filter(({ stored }) => stored === undefined);
  if (added.length + changed.length > 0)
    await scope.rows(
      sqlBuilder
        .insertInto('target')
        .values(
          [...added, ...changed].map(({ id, target, position }) => ({
            unit_id: unitId,
            id,
            year,
            plan_id: planId,
            plan_item: target.itemId,
            position,
            text: target.text,
            operator: target.operator,
            value: target.value,
            part_of: target.of,
            measure_unit: target.unit,
            baseline: null,
            owner_id: target.ownerId,
            criteria: [...target.criteria],
            measured_by: 'own' as const,
            measure: null,
            closed_reason: null,
            created_by: actor.personId,
            created_at: at,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['unit_id', 'id']).doUpdateSet({
            text: sql`excluded.text`,
            operator: sql`excluded.operator`,
            value: sql`excluded.value`,
            part_of: sql`excluded.part_of`,
            measure_unit: sql`excluded.measure_unit`,
            criteria: sql`excluded.criteria`,
            state: 'open',
            closed_reason: null,
            revision: sql`target.revision + 1`,
          }),
        ),
    );
  const kept = new Set(rows.map(({ id }) => id));
  const gone = before.filter(({ id, state }) => state === 'open' && !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0)
    await scope.rows(
      sqlBuilder
        .updateTable('target')
        .set((query) => ({
          state: 'closed',
          closed_reason: 'Không còn trong kế hoạch',
          revision: query('revision', '+', 1),
        }))
        .where('unit_id', '=', unitId)
        .where('id', 'in', gone),
    );
  return { idsOfItem, added: added.length, changed: changed.length, closed: gone.length };
}

interface Placed {
  readonly itemId: string | null;
  readonly position: number;
  readonly text: string;
  readonly state: 'open' | 'closed';
}

/**
 * Which stored target each target of the plan is: of the same item the one with the same words, else the one that stood
 * at its place. Should one be taken out, those behind it keep their own figures. A stored one keeps its position, and a
 * new one gets a position that its item has not given away.
 */
function placesOf<Stored extends Placed>(
  stored: readonly Stored[],
  wanted: readonly TargetOfPlan[],
): ReadonlyMap<TargetOfPlan, { readonly stored?: Stored; readonly position: number }> {
  const free = new Set(stored);
  const places = new Map<TargetOfPlan, { stored?: Stored; position: number }>();
  const match = (isIt: (one: Stored, target: TargetOfPlan) => boolean) => {
    for (const target of wanted) {
      if (places.has(target)) continue;
      const found = [...free].find((one) => one.itemId === target.itemId && isIt(one, target));
      if (found === undefined) continue;
      free.delete(found);
      places.set(target, { stored: found, position: found.position });
    }
  };
  match((one, { text, position }) => one.text === text && one.position === position);
  match((one, { text }) => one.text === text);
  match((one, { position }) => one.position === position && one.state === 'open');
  const taken = new Map<string | null, number>();
  for (const { itemId, position } of stored)
    taken.set(itemId, Math.max(position + 1, taken.get(itemId) ?? 0));
  for (const target of wanted) {
    if (places.has(target)) continue;
    const position = taken.get(target.itemId) ?? 0;
    taken.set(target.itemId, position + 1);
    places.set(target, { position });
  }
  return places;
}

type StoredTarget = Pick<TargetOfPlan, 'text' | 'operator' | 'value' | 'of' | 'unit' | 'criteria'> & {
  readonly state: 'open' | 'closed';
};

const isSame = (stored: StoredTarget, target: TargetOfPlan): boolean =>
  stored.state === 'open' &&
  stored.text === target.text &&
  stored.operator === target.operator &&
  stored.value === target.value &&
  stored.of === target.of &&
  stored.unit === target.unit &&
  stored.criteria.join() === target.criteria.join();
