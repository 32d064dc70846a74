import { prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

export const DIFFICULTIES_OF_A_PAGE = 25;

export interface Difficulty {
  readonly id: string;
  readonly taskId: string | null;
  readonly taskText: string | null;
  readonly organisation: string;
  readonly text: string;
  readonly state: 'open' | 'answered' | 'escalated';
  readonly answer: string | null;
  readonly escalatedTo: string | null;
  readonly raisedBy: string;
  /** ISO 8601. */
  readonly raisedAt: string;
  readonly settledBy: string | null;
  readonly settledAt: string | null;
  readonly revision: number;
}

const difficultiesOfUnit = prepared<{ total: number; difficulties: Difficulty[] }>(
  'difficulties_of_unit',
  `select (select count(*)::int from difficulty where unit_id = $1 and ($2::text is null or state = $2)) as total,
          (select coalesce(json_agg(row_to_json(shown)), '[]')
             from (select d.id, d.task_id as "taskId", t.text as "taskText", g.name as organisation, d.text, d.state, d.answer,
                          d.escalated_to as "escalatedTo", p.name as "raisedBy", d.raised_at as "raisedAt",
                          s.name as "settledBy", d.settled_at as "settledAt", d.revision
                     from (select * from difficulty where unit_id = $1 and ($2::text is null or state = $2)
                            order by state <> 'open', id desc limit ${DIFFICULTIES_OF_A_PAGE} offset $3) d
                     join organisation g on g.unit_id = d.unit_id and g.id = d.organisation_id
                     join person p on p.unit_id = d.unit_id and p.id = d.raised_by
                     left join person s on s.unit_id = d.unit_id and s.id = d.settled_by
                     left join task t on t.unit_id = d.unit_id and t.id = d.task_id
                    order by d.state <> 'open', d.id desc) shown) as difficulties`,
);

/** The difficulties of a unit, a page at a time: open ones first, then the newest. */
export async function findDifficulties(
  scope: Scope,
  unit: UnitId,
  state: Difficulty['state'] | null,
  page: number,
): Promise<{ total: number; difficulties: Difficulty[] }> {
  return (await scope.run(difficultiesOfUnit, [unit, state, (page - 1) * DIFFICULTIES_OF_A_PAGE]))[0]!;
}
