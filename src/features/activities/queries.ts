import type { ActivityKind, Channel } from '../../domain/activity/index.ts';
import { searchKey } from '../../domain/text/index.ts';
import {
  type OrganisationId,
  prepared,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../platform/database/index.ts';

export interface OrganisationChoice {
  readonly id: OrganisationId;
  readonly name: string;
}

/** An activity as lists show it. */
export interface ListedActivity {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly heldFrom: string;
  readonly heldUntil: string | null;
  readonly channel: Channel | null;
  readonly organisationName: string;
  readonly children: number | null;
  readonly files: number;
}

export interface LogPage {
  readonly activities: readonly ListedActivity[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** The organisations to narrow the list by. */
  readonly organisations: readonly OrganisationChoice[];
  /** Items of communication by month, 1 to 12, of the whole unit. */
  readonly communication: ReadonlyMap<number, number>;
}

const ACTIVITIES_OF_A_PAGE = 25;

/** Narrows the log; `$3` kind, `$4` organisation, `$5` part of the search key, each null where all are meant. */
const narrowed = `a.unit_id = $1 and a.year = $2 and ($3::text is null or a.kind = $3)
    and ($4::uuid is null or a.organisation_id = $4) and ($5::text is null or a.search_key like $5)`;

const listed = `json_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'heldFrom', a.held_from,
    'heldUntil', a.held_until, 'channel', a.channel, 'organisationName', o.name, 'children', a.children,
    'files', (select count(*) from activity_file f where f.unit_id = a.unit_id and f.activity_id = a.id))`;

/** One row: how many there are, one page of them, and what the page beside the list needs. */
const logOfYear = prepared<{
  total: number;
  page: number;
  activities: ListedActivity[];
  organisations: OrganisationChoice[];
  communication: [number, number][];
}>(
  'log_of_year',
  `with counted as (select count(*)::int as total from activity a where ${narrowed}),
        shown as (select total, least(greatest($6::int, 1), greatest(1, ceil(total / ${ACTIVITIES_OF_A_PAGE}.0)::int)) as page
                    from counted)
   select shown.total, shown.page,
          (select coalesce(json_agg(${listed} order by a.held_from desc, a.id), '[]')
             from (select * from activity a where ${narrowed} order by a.held_from desc, a.id
                    limit ${ACTIVITIES_OF_A_PAGE} offset (shown.page - 1) * ${ACTIVITIES_OF_A_PAGE}) a
             join organisation o on o.unit_id = a.unit_id and o.id = a.organisation_id) as activities,
          (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.id), '[]')
             from organisation o where o.unit_id = $1) as organisations,
          (select coalesce(json_agg(json_build_array(m.month, m.items)), '[]')
             from (select extract(month from a.held_from)::int as month,
                          sum(coalesce((a.details->>'items')::int, 1))::int as items
                     from activity a where a.unit_id = $1 and a.year = $2 and a.kind = 'communication' group by 1) m
          ) as communication
     from shown`,
);

/** The log of a year as narrowed, newest first, a page at a time; beyond the last page the last. */
export async function listActivities(
  scope: Scope,
  unit: UnitId,
  filter: {
    readonly year: number;
    readonly kind: ActivityKind | null;
    readonly organisationId: string | null;
    readonly search: string;
    readonly page: number;
  },
): Promise<LogPage> {
  const part = filter.search === '' ? null : `%${searchKey(filter.search).replace(/[\\%_]/g, '\\$&')}%`;
  const [row] = await scope.run(logOfYear, [
    unit,
    filter.year,
    filter.kind,
    filter.organisationId,
    part,
    filter.page,
  ]);
  const { communication, ...list } = row!;
  return {
    ...list,
    pages: Math.max(1, Math.ceil(list.total / ACTIVITIES_OF_A_PAGE)),
    communication: new Map(communication),
  };
}

/** The activities of a unit that touch the days from one to another, both included; at most 500, earliest first. */
export function activitiesBetween(
  scope: Scope,
  unit: UnitId,
  from: string,
  until: string,
): Promise<{ id: string; kind: ActivityKind; title: string; heldFrom: string; heldUntil: string | null }[]> {
  return scope.rows(
    sqlBuilder
      .selectFrom('activity')
      .where('unit_id', '=', unit)
      // One that began the year before can still last: the index knows years, so both are named.
      .where('year', '>=', Number(from.slice(0, 4)) - 1)
      .where('year', '<=', Number(until.slice(0, 4)))
      .where('held_from', '<=', until)
      .where((one) => one(one.fn.coalesce('held_until', 'held_from'), '>=', from))
      .select(['id', 'kind', 'title', 'held_from as heldFrom', 'held_until as heldUntil'])
      .orderBy('held_from')
      .orderBy('id')
      .limit(500),
  );
}

/** The activities that serve a task, newest first; at most 100. */
export function activitiesOfTask(
  scope: Scope,
  unit: UnitId,
  task: string,
): Promise<{ id: string; kind: ActivityKind; title: string; heldFrom: string }[]> {
  return scope.rows(
    sqlBuilder
      .selectFrom('activity_link as l')
      .innerJoin('activity as a', (join) =>
        join.onRef('a.unit_id', '=', 'l.unit_id').onRef('a.id', '=', 'l.activity_id'),
      )
      .where('l.unit_id', '=', unit)
      .where('l.task_id', '=', task)
      .select(['a.id', 'a.kind', 'a.title', 'a.held_from as heldFrom'])
      .orderBy('a.held_from', 'desc')
      .orderBy('a.id')
      .limit(100),
  );
}
