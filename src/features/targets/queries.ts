import { sql } from 'kysely';
import type { TargetOperator } from '../../domain/plan/index.ts';
import {
  type OrganisationId,
  type Scope,
  sqlBuilder,
  type Tables,
  type UnitId,
} from '../../platform/database/index.ts';

export type MeasuredBy = 'indicator' | 'input' | 'own';

export interface Target {
  readonly id: string;
  readonly year: number;
  readonly planId: string | null;
  readonly planTitle: string | null;
  readonly text: string;
  readonly operator: TargetOperator;
  readonly value: number | null;
  readonly of: number | null;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly ownerId: OrganisationId | null;
  readonly ownerName: string | null;
  readonly criteria: readonly number[];
  readonly measuredBy: MeasuredBy;
  /** Code of the indicator or name of the input; null where the target has figures of its own. */
  readonly measure: string | null;
  readonly state: 'open' | 'closed';
  readonly closedReason: string | null;
  readonly revision: number;
  /** The own figure of the latest period; null where there is none. */
  readonly latest: { readonly period: string; readonly value: number; readonly whole: number | null } | null;
}

export interface TargetValue {
  readonly period: string;
  readonly value: number;
  readonly whole: number | null;
  readonly note: string | null;
  readonly personName: string;
  readonly recordedAt: Date;
}

const TARGETS_OF_A_PAGE = 50;

const targets = (unit: UnitId) =>
  sqlBuilder
    .selectFrom('target')
    .leftJoin('organisation as owner', (join) =>
      join.onRef('owner.unit_id', '=', 'target.unit_id').onRef('owner.id', '=', 'target.owner_id'),
    )
    .leftJoin('plan', (join) =>
      join.onRef('plan.unit_id', '=', 'target.unit_id').onRef('plan.id', '=', 'target.plan_id'),
    )
    .where('target.unit_id', '=', unit)
    .select([
      'target.id',
      'target.year',
      'target.plan_id as planId',
      'plan.title as planTitle',
      'target.text',
      'target.operator',
      'target.value',
      'target.part_of as of',
      'target.measure_unit as unit',
      'target.baseline',
      'target.owner_id as ownerId',
      'owner.name as ownerName',
      'target.criteria',
      'target.measured_by as measuredBy',
      'target.measure',
      'target.state',
      'target.closed_reason as closedReason',
      'target.revision',
      // A month comes before its quarter, its half-year and its year by the last day that it covers.
      sql<Target['latest']>`(
        select json_build_object('period', v.period, 'value', v.value, 'whole', v.whole)
          from target_value v where v.unit_id = target.unit_id and v.target_id = target.id
         order by ${periodEnd('v.period')} desc, v.recorded_at desc limit 1)`.as('latest'),
    ]);

/** The last month that a period covers, so that periods of different length can be put in order. */
function periodEnd(column: string) {
  const period = sql.ref(column);
  return sql`case
    when ${period} ~ '-H' then left(${period}, 5) || case right(${period}, 1) when '1' then '06' else '12' end
    when ${period} ~ '-Q' then left(${period}, 5) || lpad((right(${period}, 1)::int * 3)::text, 2, '0')
    when length(${period}) = 4 then ${period} || '-12'
    else ${period} end`;
}

export interface TargetList {
  readonly targets: readonly Target[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** The targets of a year, a page at a time, in the order in which they were set. */
export async function listTargets(
  scope: Scope,
  unit: UnitId,
  year: number,
  page: number,
): Promise<TargetList> {
  const counted = await scope.first(
    sqlBuilder
      .selectFrom('target')
      .where('unit_id', '=', unit)
      .where('year', '=', year)
      .select((target) => target.fn.countAll<number>().as('total')),
  );
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / TARGETS_OF_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const found = await scope.rows(
    targets(unit)
      .where('target.year', '=', year)
      .orderBy('target.id')
      .limit(TARGETS_OF_A_PAGE)
      .offset((shown - 1) * TARGETS_OF_A_PAGE),
  );
  return { targets: found, total, page: shown, pages };
}

/** A target of this unit and no other. */
export function findTarget(scope: Scope, unit: UnitId, id: string): Promise<Target | undefined> {
  return scope.first(targets(unit).where('target.id', '=', id));
}

/** The target held for this transaction; undefined where there is none. */
export function lockTarget(
  scope: Scope,
  unit: UnitId,
  id: string,
): Promise<
  | { revision: number; ownerId: OrganisationId | null; state: Tables['target']['state']['__select__'] }
  | undefined
> {
  return scope.first(
    sqlBuilder
      .selectFrom('target')
      .where('unit_id', '=', unit)
      .where('id', '=', id)
      .select(['revision', 'owner_id as ownerId', 'state'])
      .forUpdate(),
  );
}

/** What was recorded for a target, the latest period first; a target has at most one value a period. */
export function listValues(scope: Scope, unit: UnitId, target: string): Promise<TargetValue[]> {
  return scope.rows(
    sqlBuilder
      .selectFrom('target_value as v')
      .innerJoin('person', (join) =>
        join.onRef('person.unit_id', '=', 'v.unit_id').onRef('person.id', '=', 'v.person_id'),
      )
      .where('v.unit_id', '=', unit)
      .where('v.target_id', '=', target)
      .select([
        'v.period',
        'v.value',
        'v.whole',
        'v.note',
        'person.name as personName',
        'v.recorded_at as recordedAt',
      ])
      .orderBy(periodEnd('v.period'), 'desc')
      .limit(100),
  );
}
