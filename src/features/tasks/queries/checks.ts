import { prepared, type Scope, type Tables, type UnitId } from '../../../platform/database/index.ts';
import { type OrganisationToChoose, organisationsSql } from './task-list.ts';

export const CHECKS_OF_A_PAGE = 25;

export type CheckKind = Tables['work_check']['kind'];
export type CheckOutcome = Tables['work_check']['outcome'];

export interface WorkCheck {
  readonly id: string;
  readonly kind: CheckKind;
  readonly organisation: string;
  readonly taskId: string | null;
  readonly taskText: string | null;
  readonly heldOn: string;
  readonly finding: string;
  readonly outcome: CheckOutcome;
  readonly followUpBy: string | null;
  readonly person: string;
}

/** The checks of a year, and what the form to log another one offers. */
export interface Checks {
  readonly total: number;
  readonly checks: readonly WorkCheck[];
  readonly organisations: readonly OrganisationToChoose[];
  readonly tasks: readonly { readonly id: string; readonly text: string }[];
}

const checksOfYear = prepared<Checks>(
  'checks_of_year',
  `select (select count(*)::int from work_check where unit_id = $1 and year = $2) as total,
          (select coalesce(json_agg(row_to_json(shown)), '[]')
             from (select c.id, c.kind, g.name as organisation, c.task_id as "taskId", t.text as "taskText", c.held_on as "heldOn",
                          c.finding, c.outcome, c.follow_up_by as "followUpBy", p.name as person
                     from (select * from work_check where unit_id = $1 and year = $2
                            order by held_on desc, id limit ${CHECKS_OF_A_PAGE} offset $3) c
                     join organisation g on g.unit_id = c.unit_id and g.id = c.organisation_id
                     join person p on p.unit_id = c.unit_id and p.id = c.person_id
                     left join task t on t.unit_id = c.unit_id and t.id = c.task_id
                    order by c.held_on desc, c.id) shown) as checks,
          ${organisationsSql('$1', '$4::date')} as organisations,
          (select coalesce(json_agg(json_build_object('id', id, 'text', text) order by id), '[]')
             from (select id, text from task where unit_id = $1 and year = $2 and state <> 'closed' order by id limit 200) t) as tasks`,
);

/** The checks of a year, the latest first, a page at a time. */
export async function findChecks(
  scope: Scope,
  unit: UnitId,
  year: number,
  page: number,
  today: string,
): Promise<Checks> {
  return (await scope.run(checksOfYear, [unit, year, (page - 1) * CHECKS_OF_A_PAGE, today]))[0]!;
}
