import type { RoundLevel, SheetState } from '../../../domain/collection/index.ts';
import { searchKey } from '../../../domain/text/index.ts';
import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

export type { RoundLevel };

/** A round of collection. */
export interface Round {
  readonly unitId: UnitId;
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly level: RoundLevel;
  /** The period that the figures are of, as `domain/calendar` writes periods. */
  readonly period: string;
  /** YYYY-MM-DD. */
  readonly cutOff: string;
  /** YYYY-MM-DD. */
  readonly dueDate: string;
  readonly standardId: string;
  readonly standardVersion: number;
  /** The keys of the items, in their order. */
  readonly items: readonly string[];
  readonly taskId: string | null;
  readonly taskText: string | null;
  readonly state: 'open' | 'closed';
  readonly revision: number;
}

const ROUND = `select r.unit_id as "unitId", r.id, r.year, r.title, r.level, r.period, r.cut_off as "cutOff",
          r.due_date as "dueDate", r.standard_id as "standardId", r.standard_version as "standardVersion", r.items,
          r.task_id as "taskId", t.text as "taskText", r.state, r.revision
     from collection_round r
     left join task t on t.unit_id = r.unit_id and t.id = r.task_id
    where r.unit_id = $1 and r.id = $2`;
const roundById = prepared<Round>('collection_round_by_id', ROUND);
const roundToChange = prepared<Round>('collection_round_to_change', `${ROUND} for no key update of r`);

/**
 * A round of a unit. Which of its sheets a person sees is said by `maySeeSheet` and `organisationsSeenBy`.
 * @param lock waits for the work on its sheets that is under way, and holds up further work until the transaction ends
 */
export async function findRound(
  scope: Scope,
  unit: UnitId,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<Round | undefined> {
  return (await scope.run(lock ? roundToChange : roundById, [unit, id]))[0];
}

/** The sheet of a place in a round, as lists show it. */
export interface SheetOfRound {
  readonly id: string;
  readonly placeId: string;
  readonly placeType: string;
  readonly placeName: string;
  readonly organisationId: OrganisationId | null;
  /** What is asked of the place where it is not all of the round; see {@link itemsAskedOf}. */
  readonly asked: readonly string[] | null;
  readonly askedCount: number;
  /** How many of the asked figures are there. */
  readonly filled: number;
  readonly state: SheetState;
  readonly returnedReason: string | null;
  /** The day in Vietnam on which it was handed in first, `YYYY-MM-DD`. */
  readonly submittedOn: string | null;
  readonly daysLate: number;
  readonly revision: number;
}

/** The keys of the items that a sheet is asked for: grid, form, workbook and completeness all go by it. */
export function itemsAskedOf(
  round: Pick<Round, 'items'>,
  sheet: Pick<SheetOfRound, 'asked'>,
): readonly string[] {
  return sheet.asked ?? round.items;
}

/** What a list of sheets can be narrowed to. */
export const SHEET_FILTERS = ['open', 'submitted', 'returned', 'accepted', 'incomplete', 'late'] as const;
export type SheetFilter = (typeof SHEET_FILTERS)[number];

/** How many sheets there are, and of each kind, and in how many something was done; a sheet may be of several kinds. */
export type SheetCounts = Readonly<Record<SheetFilter | 'all' | 'begun', number>>;

export interface SheetList {
  readonly sheets: readonly SheetOfRound[];
  /** How many sheets there are with the filter and the search, before the list was cut. */
  readonly found: number;
  readonly counts: SheetCounts;
  /** Changes that met with another change and wait for a decision. */
  readonly conflicts: number;
  /** How many of the sheets are of the organisations that the person fills in for. */
  readonly own: number;
}

export const SHEETS_OF_A_PAGE = 50;

/** The day on which a sheet came in first, as `daysLate` of the domain wants it. */
const SUBMITTED_ON = `(s.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date`;

/** Exported for the test of its plan. */
export const sheetsOfRoundStatement = prepared<SheetList>(
  'collection_sheets_of_round',
  `with sheet as materialized (
     select s.id, s.place_id, p.type, p.name, p.search_key, p.sort_key, p.organisation_id, s.asked,
            cardinality(coalesce(s.asked, r.items)) as asked_count, s.filled, s.state, s.returned_reason,
            ${SUBMITTED_ON} as submitted_on, greatest(0, coalesce(${SUBMITTED_ON}, $3::date) - r.due_date) as days_late, s.revision
       from collection_round r
       join collection_sheet s on s.unit_id = r.unit_id and s.round_id = r.id
       join place p on p.unit_id = s.unit_id and p.id = s.place_id
      where r.unit_id = $1 and r.id = $2 and ($4::uuid[] is null or p.organisation_id = any ($4))
   ), narrowed as (
     select * from sheet
      where ($5::text is null or state = $5 or ($5 = 'incomplete' and filled < asked_count) or ($5 = 'late' and days_late > 0))
        and ($6::text is null or search_key like $6)
   ), shown as (
     select * from narrowed
      where $7::uuid is null or (sort_key, id) > (select sort_key, id from sheet where id = $7)
      order by sort_key, id
     offset $8 limit $9
   )
   select (select coalesce(json_agg(json_build_object(
             'id', id, 'placeId', place_id, 'placeType', type, 'placeName', name, 'organisationId', organisation_id,
             'asked', asked, 'askedCount', asked_count, 'filled', filled, 'state', state, 'returnedReason', returned_reason,
             'submittedOn', submitted_on, 'daysLate', days_late, 'revision', revision) order by sort_key, id), '[]')
             from shown) as sheets,
          (select count(*)::int from narrowed) as found,
          (select json_build_object(
             'all', count(*),
             'open', count(*) filter (where state = 'open'),
             'submitted', count(*) filter (where state = 'submitted'),
             'returned', count(*) filter (where state = 'returned'),
             'accepted', count(*) filter (where state = 'accepted'),
             'incomplete', count(*) filter (where filled < asked_count),
             'late', count(*) filter (where days_late > 0),
             'begun', count(*) filter (where filled > 0 or state <> 'open'))
             from sheet) as counts,
          (select count(*)::int from cell_operation o
            where o.unit_id = $1 and o.outcome = 'conflict' and o.decided_at is null
              and o.sheet_id in (select id from sheet)) as conflicts,
          (select count(*)::int from sheet where organisation_id = any ($10::uuid[])) as own`,
);

export interface SheetQuery {
  /** YYYY-MM-DD: what is not in counts as late up to here. */
  readonly today: string;
  /** As `organisationsSeenBy` says; null for the sheets of all places. */
  readonly organisations: readonly OrganisationId[] | null;
  /** As `organisationsFilledFor` says; none where it is not asked. */
  readonly filledFor?: readonly OrganisationId[];
  readonly filter?: SheetFilter | null;
  /** A part of the name of the place, with or without tones. */
  readonly search?: string;
  /** Only what follows this sheet, in the order of the list. */
  readonly after?: string | null;
  readonly skip?: number;
  readonly limit: number;
}

/** The sheets of a round in the order of their places' names, a part at a time, with the counts of all of them. */
export async function sheetsOfRound(
  scope: Scope,
  round: Pick<Round, 'unitId' | 'id'>,
  { today, organisations, filledFor, filter, search, after, skip, limit }: SheetQuery,
): Promise<SheetList> {
  const part =
    search === undefined || search === '' ? null : `%${searchKey(search).replace(/[\\%_]/g, '\\$&')}%`;
  const [row] = await scope.run(sheetsOfRoundStatement, [
    round.unitId,
    round.id,
    today,
    organisations,
    filter ?? null,
    part,
    after ?? null,
    skip ?? 0,
    limit,
    filledFor ?? [],
  ]);
  return row!;
}
