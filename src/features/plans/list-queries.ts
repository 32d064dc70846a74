import { prepared, type Scope, sqlBuilder, type UnitId } from '../../platform/database/index.ts';
import type { PlanStanding, PlanState } from './queries.ts';

/** A line of the list of plans. */
export interface PlanOfList {
  readonly id: string;
  readonly standing: PlanStanding;
  readonly state: PlanState;
  readonly title: string;
  readonly number: string | null;
  readonly symbol: string;
  readonly issuedOn: string | null;
  readonly putToWorkAt: Date | null;
  readonly revision: number;
}

export interface ReadingOfList {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly readAt: Date;
}

/** The plans of a year, a page at a time, with the years that have any and the readings that wait. */
export interface PlansOfYear {
  readonly plans: readonly PlanOfList[];
  readonly total: number;
  readonly years: readonly { readonly year: number; readonly count: number }[];
  readonly readings: readonly ReadingOfList[];
}

export const PLANS_PER_PAGE = 20;
const READINGS_SHOWN = 20;

interface PlansRow {
  plans: (Omit<PlanOfList, 'putToWorkAt'> & { putToWorkAt: string | null })[];
  total: number;
  years: { year: number; count: number }[];
  readings: (Omit<ReadingOfList, 'readAt'> & { readAt: string })[];
}

const plansOfYear = prepared<PlansRow>(
  'plans_of_year',
  `with seen as (
     select * from plan where unit_id = $1 and year = $2 and ($3 or state <> 'draft' or put_to_work_at is not null)
   )
   select (select coalesce(json_agg(json_build_object('id', p.id, 'standing', p.standing, 'state', p.state, 'title', p.title,
                    'number', p.number, 'symbol', p.content ->> 'symbol', 'issuedOn', p.issued_on,
                    'putToWorkAt', p.put_to_work_at, 'revision', p.revision) order by p.standing, p.id desc), '[]')
             from (select * from seen order by standing, id desc limit ${PLANS_PER_PAGE} offset $4) p) as plans,
          (select count(*)::int from seen) as total,
          (select coalesce(json_agg(json_build_object('year', y.year, 'count', y.count) order by y.year desc), '[]')
             from (select year, count(*)::int as count from plan
                    where unit_id = $1 and ($3 or state <> 'draft' or put_to_work_at is not null)
                    group by year) y) as years,
          (select coalesce(json_agg(json_build_object('id', r.id, 'year', r.year, 'title', r.title, 'readAt', r.read_at)
                    order by r.read_at desc), '[]')
             from (select id, year, content ->> 'title' as title, read_at from plan_reading
                    where unit_id = $1 and $5 order by read_at desc, id limit ${READINGS_SHOWN}) r) as readings`,
);

/** @param page from 1 */
export async function findPlansOfYear(
  scope: Scope,
  unit: UnitId,
  year: number,
  page: number,
  { drafts, readings }: { readonly drafts: boolean; readonly readings: boolean },
): Promise<PlansOfYear> {
  const [row] = await scope.run(plansOfYear, [unit, year, drafts, (page - 1) * PLANS_PER_PAGE, readings]);
  return {
    ...row!,
    plans: row!.plans.map((plan) => ({
      ...plan,
      putToWorkAt: plan.putToWorkAt === null ? null : new Date(plan.putToWorkAt),
    })),
    readings: row!.readings.map((one) => ({ ...one, readAt: new Date(one.readAt) })),
  };
}

/** Plans that a new one can be written from. */
export interface PlanToWriteFrom {
  readonly id: string;
  readonly year: number;
  readonly standing: PlanStanding;
  readonly title: string;
}

const PLANS_TO_WRITE_FROM = 40;

/** Own plans of the years before as amended, and the superior's of this year and the one before; the newest first. */
export function findPlansToWriteFrom(scope: Scope, unit: UnitId, year: number): Promise<PlanToWriteFrom[]> {
  return scope.rows(
    sqlBuilder
      .selectFrom('plan')
      .select(['id', 'year', 'standing', 'title'])
      .where('unit_id', '=', unit)
      .where('year', '<=', year)
      .where('state', '!=', 'replaced')
      .where((plan) => plan.or([plan('standing', '=', 'own'), plan('year', '>=', year - 1)]))
      .orderBy('year', 'desc')
      .orderBy('standing')
      .orderBy('id')
      .limit(PLANS_TO_WRITE_FROM),
  );
}
