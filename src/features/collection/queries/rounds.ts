import { type OrganisationId, prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';
import type { RoundLevel } from './round.ts';

/** A round as the list of a year shows it, with how far it is. */
export interface ListedRound {
  readonly id: string;
  readonly title: string;
  readonly level: RoundLevel;
  readonly period: string;
  readonly cutOff: string;
  readonly dueDate: string;
  readonly state: 'open' | 'closed';
  readonly items: number;
  /** Of so many sheets … */
  readonly sheets: number;
  /** … all asked figures are there, */
  readonly complete: number;
  /** were handed in, accepted or not, */
  readonly submitted: number;
  readonly accepted: number;
  /** came after the due date, or are not in and the due date is over. */
  readonly late: number;
}

/** No unit has more rounds in a year: twelve months for three levels, and some. */
const MOST_ROUNDS = 100;

/** Exported for the test of its plan. */
export const roundsOfYear = prepared<ListedRound>(
  'collection_rounds_of_year',
  `select r.id, r.title, r.level, r.period, r.cut_off as "cutOff", r.due_date as "dueDate", r.state,
          cardinality(r.items) as items, n.sheets, n.complete, n.submitted, n.accepted, n.late
     from collection_round r
     cross join lateral (
       select count(*)::int as sheets,
              count(*) filter (where s.filled >= cardinality(coalesce(s.asked, r.items)))::int as complete,
              count(*) filter (where s.state in ('submitted', 'accepted'))::int as submitted,
              count(*) filter (where s.state = 'accepted')::int as accepted,
              count(*) filter (where coalesce((s.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date, $3::date) > r.due_date)::int
                as late
         from collection_sheet s
        where s.unit_id = r.unit_id and s.round_id = r.id
          and ($4::uuid[] is null or r.level <> 'organisation'
               or exists (select from place p where p.unit_id = s.unit_id and p.id = s.place_id and p.organisation_id = any ($4)))
     ) n
    where r.unit_id = $1 and r.year = $2
    order by r.due_date, r.id
    limit ${MOST_ROUNDS}`,
);

/**
 * The rounds of a year by their due dates, each with how far it is.
 * @param organisations whose sheets of the level of organisations are counted; null for all
 * @param today YYYY-MM-DD
 */
export function listRounds(
  scope: Scope,
  unit: UnitId,
  year: number,
  organisations: readonly OrganisationId[] | null,
  today: string,
): Promise<ListedRound[]> {
  return scope.run(roundsOfYear, [unit, year, today, organisations]);
}

/** A round as a warning names it. */
export type RoundNamed = Pick<ListedRound, 'id' | 'title'>;

const roundsAlike = prepared<RoundNamed>(
  'collection_rounds_alike',
  `select id, title from collection_round
    where unit_id = $1 and year = $2 and level = $3 and period = $4 order by id limit 5`,
);

/** The rounds of a year that ask the same level for the same period; five at most. */
export const listRoundsAlike = (
  scope: Scope,
  unit: UnitId,
  year: number,
  { level, period }: { readonly level: RoundLevel; readonly period: string },
): Promise<RoundNamed[]> => scope.run(roundsAlike, [unit, year, level, period]);
