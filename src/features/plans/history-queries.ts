import type { PlanContent } from '../../domain/plan/index.ts';
import { type Scope, sqlBuilder, type UnitId } from '../../platform/database/index.ts';

/** A stored state of a plan. */
export interface PlanVersion {
  readonly revision: number;
  readonly deed: string;
  readonly changedAt: Date;
  readonly personName: string;
}

export const VERSIONS_PER_PAGE = 20;

/** The history of a plan, newest first. @param page from 1 */
export async function findVersions(
  scope: Scope,
  unit: UnitId,
  planId: string,
  page: number,
): Promise<{ versions: PlanVersion[]; more: boolean }> {
  const rows = await scope.rows(
    sqlBuilder
      .selectFrom('plan_version as v')
      .innerJoin('person as p', (join) =>
        join.onRef('p.unit_id', '=', 'v.unit_id').onRef('p.id', '=', 'v.person_id'),
      )
      .select(['v.revision', 'v.deed', 'v.changed_at as changedAt', 'p.name as personName'])
      .where('v.unit_id', '=', unit)
      .where('v.plan_id', '=', planId)
      .orderBy('v.revision', 'desc')
      .limit(VERSIONS_PER_PAGE + 1)
      .offset((page - 1) * VERSIONS_PER_PAGE),
  );
  return { versions: rows.slice(0, VERSIONS_PER_PAGE), more: rows.length > VERSIONS_PER_PAGE };
}

/** One stored state of a plan, whole. */
export function findVersion(
  scope: Scope,
  unit: UnitId,
  planId: string,
  revision: number,
): Promise<(PlanVersion & { content: PlanContent }) | undefined> {
  return scope.first(
    sqlBuilder
      .selectFrom('plan_version as v')
      .innerJoin('person as p', (join) =>
        join.onRef('p.unit_id', '=', 'v.unit_id').onRef('p.id', '=', 'v.person_id'),
      )
      .select(['v.revision', 'v.deed', 'v.content', 'v.changed_at as changedAt', 'p.name as personName'])
      .where('v.unit_id', '=', unit)
      .where('v.plan_id', '=', planId)
      .where('v.revision', '=', revision),
  );
}
