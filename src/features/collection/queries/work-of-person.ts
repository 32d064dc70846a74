import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';
import type { RoundLevel } from './round.ts';

interface RoundOfWork {
  readonly round: string;
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly dueDate: string;
}

/** A sheet that waits for whoever fills it in. */
export interface SheetToFill extends RoundOfWork {
  readonly sheet: string;
  readonly placeType: string;
  readonly placeName: string;
  readonly returned: boolean;
}

/** A round that is open, for who leads the collection. */
export interface RoundToLead extends RoundOfWork {
  readonly level: RoundLevel;
  /** How its places are called, where they are all called alike. */
  readonly placeType: string | null;
  readonly sheets: number;
  /** Of the sheets handed in, accepted or not. */
  readonly submitted: number;
  readonly waiting: number;
  /** Due within thirty days, or over. */
  readonly dueSoon: boolean;
}

/** What waits in the collection of figures. */
interface WorkFound {
  readonly ownTotal: number;
  readonly own: readonly SheetToFill[];
  readonly rounds: readonly RoundToLead[];
}

/** From so many days before its due date on a sheet is work that waits, as criteria are. */
const DAYS_AHEAD = 30;

/** Exported for the test of its plan. */
export const workOfPerson = prepared<WorkFound>(
  'collection_work_of_person',
  `with round as materialized (
     select r.id, r.title, r.level, r.due_date, r.items, r.due_date <= $3::date + ${DAYS_AHEAD} as due_soon
       from collection_round r
      where r.unit_id = $1 and r.state = 'open' and r.year >= extract(year from $3::date) - 1
   ), own as materialized (
     select s.id, r.id as round, r.title, r.due_date, p.type, p.name, p.sort_key, s.state
       from round r
       join collection_sheet s on s.unit_id = $1 and s.round_id = r.id and s.state in ('open', 'returned')
       join place p on p.unit_id = s.unit_id and p.id = s.place_id and p.organisation_id = any ($2)
      where r.level <> 'village' and (r.due_soon or s.state = 'returned') and cardinality(coalesce(s.asked, r.items)) > 0
   )
   select (select count(*)::int from own) as "ownTotal",
          (select coalesce(json_agg(json_build_object(
                    'round', o.round, 'sheet', o.id, 'title', o.title, 'dueDate', o.due_date, 'placeType', o.type,
                    'placeName', o.name, 'returned', o.state = 'returned') order by o.due_date, o.sort_key, o.id), '[]')
             from (select * from own order by due_date, sort_key, id limit $5) o) as own,
          (select coalesce(json_agg(json_build_object(
                    'round', r.id, 'title', r.title, 'level', r.level, 'dueDate', r.due_date, 'dueSoon', r.due_soon,
                    'sheets', n.sheets, 'submitted', n.submitted, 'waiting', n.waiting, 'placeType', n.type)
                    order by r.due_date, r.id), '[]')
             from round r
             cross join lateral (
               select count(*)::int as sheets,
                      count(*) filter (where s.state in ('submitted', 'accepted'))::int as submitted,
                      count(*) filter (where s.state = 'submitted')::int as waiting,
                      case when count(distinct p.type) = 1 then min(p.type) end as type
                 from collection_sheet s join place p on p.unit_id = s.unit_id and p.id = s.place_id
                where s.unit_id = $1 and s.round_id = r.id) n
            where $4) as rounds`,
);

/**
 * What waits in the open rounds of a unit: the sheets of some organisations, and for who leads every round with how far it is.
 * @param today YYYY-MM-DD
 * @param limit so many own sheets are listed; all are counted
 */
export async function findWorkOfPerson(
  scope: Scope,
  unit: UnitId,
  person: { readonly fillsFor: readonly OrganisationId[]; readonly leads: boolean },
  today: string,
  limit: number,
): Promise<WorkFound> {
  return (await scope.run(workOfPerson, [unit, person.fillsFor, today, person.leads, limit]))[0]!;
}
