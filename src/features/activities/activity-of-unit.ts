import {
  type PersonId,
  prepared,
  type Scope,
  sqlBuilder,
  type Tables,
  type UnitId,
} from '../../platform/database/index.ts';
import { type ActivityContent, readDetails } from './content.ts';
import type { OrganisationChoice } from './queries.ts';

export interface FileOfActivity {
  /** Of the row that ties the file to the activity. */
  readonly id: string;
  readonly fileId: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly showsChildren: boolean;
  readonly addedBy: PersonId;
}

/** What an activity serves: exactly one of the three. */
export interface LinkOfActivity {
  readonly id: string;
  readonly task: { readonly id: string; readonly text: string } | null;
  readonly target: { readonly id: string; readonly text: string } | null;
  readonly criterion: number | null;
}

export interface Choice {
  readonly id: string;
  readonly text: string;
}

/** An activity with all that its page shows. */
export interface Activity extends ActivityContent {
  readonly id: string;
  readonly year: number;
  readonly organisationName: string;
  readonly revision: number;
  readonly recordedBy: PersonId;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  readonly files: readonly FileOfActivity[];
  readonly links: readonly LinkOfActivity[];
  readonly petitions: { readonly total: number; readonly sent: number; readonly answered: number };
  /** The year of the forum before this one; null where there is none, or this is no forum. */
  readonly previousForumYear: number | null;
}

/** What a person who records can choose from: open tasks and targets of the year, and organisations. */
export interface LinkChoices {
  readonly tasks: readonly Choice[];
  readonly targets: readonly Choice[];
  /** The organisations of the unit on the day of the activity. */
  readonly organisations: readonly OrganisationChoice[];
}

type Row = Omit<Activity, 'items' | 'forum' | 'recordedAt'> & {
  readonly recordedAt: Date;
  readonly details: Record<string, unknown>;
  readonly choices: LinkChoices;
};

/** `$3`: whether the person may link, and so needs something to choose from. */
const activityOfUnit = prepared<Row>(
  'activity_of_unit',
  `select a.id, a.year, a.kind, a.title, a.held_from as "heldFrom", a.held_until as "heldUntil", a.place,
          a.organisation_id as "organisationId", o.name as "organisationName", a.channel, a.audience, a.children, a.adults,
          a.summary, a.outcome, a.details, a.revision, a.recorded_by as "recordedBy", p.name as "recordedByName",
          a.recorded_at as "recordedAt",
          (select coalesce(json_agg(json_build_object('name', t.name, 'capacity', t.capacity) order by t.id), '[]')
             from attendance t where t.unit_id = a.unit_id and t.activity_id = a.id) as attendance,
          (select coalesce(json_agg(json_build_object('id', f.id, 'fileId', f.file_id, 'name', s.name, 'size', s.size,
                     'showsChildren', f.shows_children, 'addedBy', f.added_by) order by f.id), '[]')
             from activity_file f join stored_file s on s.unit_id = f.unit_id and s.id = f.file_id
            where f.unit_id = a.unit_id and f.activity_id = a.id) as files,
          (select coalesce(json_agg(json_build_object('id', l.id, 'criterion', l.criterion,
                     'task', case when k.id is not null then json_build_object('id', k.id, 'text', k.text) end,
                     'target', case when g.id is not null then json_build_object('id', g.id, 'text', g.text) end)
                     order by l.id), '[]')
             from activity_link l
             left join task k on k.unit_id = l.unit_id and k.id = l.task_id
             left join target g on g.unit_id = l.unit_id and g.id = l.target_id
            where l.unit_id = a.unit_id and l.activity_id = a.id) as links,
          (select json_build_object('total', count(*), 'sent', count(q.sent_on), 'answered', count(q.answered_on))
             from petition q where q.unit_id = a.unit_id and q.activity_id = a.id) as petitions,
          case when a.kind = 'forum' then
            (select max(b.year) from activity b
              where b.unit_id = a.unit_id and b.kind = 'forum' and b.year <= a.year and b.held_from < a.held_from)
          end as "previousForumYear",
          json_build_object(
            'tasks', case when $3 then (select coalesce(json_agg(json_build_object('id', c.id, 'text', c.text) order by c.id), '[]')
               from (select id, text from task where unit_id = a.unit_id and year = a.year and state = 'open'
                      order by id limit 300) c) else '[]' end,
            'targets', case when $3 then (select coalesce(json_agg(json_build_object('id', c.id, 'text', c.text) order by c.id), '[]')
               from (select id, text from target where unit_id = a.unit_id and year = a.year and state = 'open'
                      order by id limit 300) c) else '[]' end,
            'organisations', case when $3 then (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.id), '[]')
               from organisation c where c.unit_id = a.unit_id and c.valid_from <= a.held_from
                and (c.valid_until is null or c.valid_until >= a.held_from)) else '[]' end) as choices
     from activity a
     join organisation o on o.unit_id = a.unit_id and o.id = a.organisation_id
     join person p on p.unit_id = a.unit_id and p.id = a.recorded_by
    where a.unit_id = $1 and a.id = $2`,
);

/** An activity of this unit and no other, with what it could be linked to where that is asked for. */
export async function findActivity(
  scope: Scope,
  unit: UnitId,
  id: string,
  { withChoices = false } = {},
): Promise<{ activity: Activity; choices: LinkChoices } | undefined> {
  const [row] = await scope.run(activityOfUnit, [unit, id, withChoices]);
  if (row === undefined) return undefined;
  const { details, choices, ...rest } = row;
  return { activity: { ...rest, ...readDetails(row.kind, details) }, choices };
}

/** What the deeds on an activity look at first, held for this transaction. */
export interface HeldActivity {
  readonly id: string;
  readonly kind: Tables['activity']['kind'];
  readonly year: number;
  readonly organisationId: ActivityContent['organisationId'];
  readonly recordedBy: PersonId;
  readonly revision: number;
}

/** The activity held until the end of the transaction; undefined where the unit has none such. */
export function lockActivity(scope: Scope, unit: UnitId, id: string): Promise<HeldActivity | undefined> {
  return scope.first(
    sqlBuilder
      .selectFrom('activity')
      .where('unit_id', '=', unit)
      .where('id', '=', id)
      .select([
        'id',
        'kind',
        'year',
        'organisation_id as organisationId',
        'recorded_by as recordedBy',
        'revision',
      ])
      .forUpdate(),
  );
}
