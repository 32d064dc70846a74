import type { DueBound } from '../../../domain/calendar/index.ts';
import type { OccurrenceStanding } from '../../../domain/task/index.ts';
import {
  type OrganisationId,
  type PersonId,
  prepared,
  type Scope,
  type UnitId,
} from '../../../platform/database/index.ts';

/** How many lines of each list the inbox shows; the full list is a link away. */
export const LINES_OF_A_LIST = 10;

/** The lists of work, in the order in which they ask for attention. */
export const WORK_LISTS = ['late', 'returned', 'to_accept', 'due_soon', 'later', 'partner'] as const;
export type WorkList = (typeof WORK_LISTS)[number];

export interface InboxWork {
  readonly taskId: string;
  readonly text: string;
  readonly lead: string;
  readonly period: string;
  readonly dueDate: string | null;
  readonly dueBound: DueBound | null;
  readonly standing: OccurrenceStanding;
}

export interface InboxReminder {
  readonly taskId: string;
  readonly text: string;
  readonly period: string;
  readonly dueDate: string | null;
  readonly dueBound: DueBound | null;
  /** Who reminded; null when the program did. */
  readonly by: string | null;
}

export interface InboxDifficulty {
  readonly id: string;
  readonly text: string;
  readonly organisation: string;
}

/** How many there are, and the first of them. */
export interface Listed<Line> {
  readonly total: number;
  readonly lines: readonly Line[];
}

/** All that waits for one person. */
export interface Inbox {
  readonly work: Readonly<Partial<Record<WorkList, Listed<InboxWork>>>>;
  readonly reminders: Listed<InboxReminder>;
  readonly difficulties: Listed<InboxDifficulty>;
  /** Criteria whose figures the person enters that were returned, or are due within 30 days and not handed in. */
  readonly toHandIn: readonly { readonly year: number; readonly number: number; readonly dueDate: string }[];
  /** Plans that are written and not yet signed, for who signs. */
  readonly drafts: readonly { readonly id: string; readonly title: string }[];
  /** Criteria handed in that the leader has not looked at. */
  readonly criteria: readonly { readonly year: number; readonly number: number }[];
}

/** One list as JSON: how many there are, and the first lines of it. */
const listed = (from: string, line: string): string =>
  `(select json_build_object('total', coalesce(max(n.total), 0), 'lines', coalesce(json_agg(${line} order by n.place), '[]'))
      from (select *, row_number() over (order by id) as place, count(*) over ()::int as total from (${from}) every) n
     where n.place <= ${LINES_OF_A_LIST})`;

/** Exported for the test of its plan. */
export const inboxOfPerson = prepared<Inbox>(
  'inbox_of_person',
  `with work as (
     select o.id, o.task_id, t.text, l.name as lead, o.period, o.due_date, t.due_bound, s.standing,
            case when t.lead_id = any ($3) and s.standing in ('late', 'returned', 'due_soon') then s.standing
                 when t.lead_id = any ($3) and s.standing in ('later', 'undated') then 'later'
                 when s.standing = 'reported' then case when $5 then 'to_accept' end
                 when exists (select from task_partner p
                               where p.unit_id = t.unit_id and p.task_id = t.id and p.organisation_id = any ($3))
                 then 'partner' end as list
       from task_occurrence o
       join task t on t.unit_id = o.unit_id and t.id = o.task_id and t.state = 'open'
       join organisation l on l.unit_id = t.unit_id and l.id = t.lead_id
       cross join lateral (select occurrence_standing(o.state, o.due_date, t.due_bound, $4::date)) s (standing)
      where o.unit_id = $1 and o.state in ('waiting', 'reported', 'returned')
   ), placed as (
     select *, row_number() over (partition by list order by due_date, id) as place, count(*) over (partition by list)::int as total
       from work where list is not null
   )
   select (select coalesce(json_object_agg(w.list, json_build_object('total', w.total, 'lines', w.lines)), '{}')
             from (select list, max(total) as total,
                          json_agg(json_build_object('taskId', task_id, 'text', text, 'lead', lead, 'period', period,
                                                     'dueDate', due_date, 'dueBound', due_bound, 'standing', standing)
                                   order by place) as lines
                     from placed where place <= ${LINES_OF_A_LIST} group by list) w) as work,
          ${listed(
            `select r.id, r.task_id, t.text, o.period, o.due_date, t.due_bound, p.name
               from reminder r
               join task_occurrence o on o.unit_id = r.unit_id and o.id = r.occurrence_id
               join task t on t.unit_id = r.unit_id and t.id = r.task_id
               left join person p on p.unit_id = r.unit_id and p.id = r.made_by
              where r.unit_id = $1 and r.person_id = $2 and r.read_at is null`,
            `json_build_object('taskId', n.task_id, 'text', n.text, 'period', n.period, 'dueDate', n.due_date,
                               'dueBound', n.due_bound, 'by', n.name)`,
          )} as reminders,
          ${listed(
            `select d.id, d.text, g.name
               from difficulty d join organisation g on g.unit_id = d.unit_id and g.id = d.organisation_id
              where d.unit_id = $1 and d.state = 'open' and ($5 or $6)`,
            `json_build_object('id', n.id, 'text', n.text, 'organisation', n.name)`,
          )} as difficulties,
          (select coalesce(json_agg(json_build_object('year', c.year, 'number', k.number, 'dueDate', k.due_date)
                                    order by k.due_date, k.number), '[]')
             from cycle_criterion k join cycle c on c.unit_id = k.unit_id and c.id = k.cycle_id
            where k.unit_id = $1 and k.organisation_id = any ($7) and c.year = extract(year from $4::date)
              and (k.state = 'returned' or (k.state in ('not_started', 'in_work') and k.due_date <= $4::date + 30))) as "toHandIn",
          (select coalesce(json_agg(json_build_object('id', d.id, 'title', d.title) order by d.id), '[]')
             from (select id, title from plan
                    where unit_id = $1 and standing = 'own' and state = 'draft' and $6
                    order by id desc limit ${LINES_OF_A_LIST}) d) as drafts,
          (select coalesce(json_agg(json_build_object('year', c.year, 'number', k.number) order by c.year desc, k.number), '[]')
             from cycle_criterion k join cycle c on c.unit_id = k.unit_id and c.id = k.cycle_id
            where k.unit_id = $1 and k.state = 'handed_in' and ($5 or $6)) as criteria`,
);

/**
 * What waits for a person, all lists in one statement.
 * @param today YYYY-MM-DD
 */
export async function findInbox(
  scope: Scope,
  person: {
    readonly unitId: UnitId;
    readonly personId: PersonId;
    readonly organisations: readonly OrganisationId[];
    /** Those of them whose figures the person enters. */
    readonly entersFor: readonly OrganisationId[];
    readonly planner: boolean;
    readonly leader: boolean;
  },
  today: string,
): Promise<Inbox> {
  const { unitId, personId, organisations, entersFor, planner, leader } = person;
  const given = [unitId, personId, organisations, today, planner, leader, entersFor];
  return (await scope.run(inboxOfPerson, given))[0]!;
}
