import type { ActorUnit, Scope } from '../../platform/database/index.ts';
import { prepared } from '../../platform/database/index.ts';
import { type Progress, type Stage, stageOf } from './stage.ts';

/** What the level above reads of a unit's self-assessment: its summary, never its figures. */
export interface StandingSummary {
  readonly standardId: string;
  readonly standardVersion: number;
  readonly verdict: 'recognisable' | 'not_recognisable' | 'incomplete';
  readonly total: number | null;
  readonly least: number;
  readonly most: number;
  readonly threshold: number;
  /** In the order of the standard; null while a figure is missing. */
  readonly points: readonly (number | null)[];
  /** Numbers of the criteria that are certain to score nothing. */
  readonly disqualifyingZeros: readonly number[];
  readonly provisional: boolean;
}

/** Where one unit of the province stands in a year. */
export interface UnitStanding {
  readonly code: string;
  readonly type: ActorUnit['type'];
  readonly name: string;
  readonly fullName: string;
  readonly stage: Stage;
  readonly progress: Progress | null;
  readonly summary: StandingSummary | null;
}

interface StandingRow {
  code: string;
  type: ActorUnit['type'];
  name: string;
  full_name: string;
  standard_id: string | null;
  standard_version: number;
  verdict: StandingSummary['verdict'];
  total: number | null;
  least: number;
  most: number;
  threshold: number;
  points: (number | null)[];
  disqualifying_zeros: number[];
  provisional: boolean;
  criteria: number;
  handed_in: number;
  accepted: number;
}

const standingOfProvince = prepared<StandingRow>(
  'standing_of_province',
  `select u.code, u.type, u.name, u.full_name, c.standard_id, c.standard_version,
          s.verdict, s.total, s.least, s.most, s.threshold, s.points, s.disqualifying_zeros, s.provisional,
          k.criteria, k.handed_in, k.accepted
     from unit u
     left join cycle c on c.unit_id = u.unit_id and c.year = $2
     left join cycle_summary s on s.unit_id = c.unit_id and s.cycle_id = c.id
     left join lateral (
       select count(*)::int as criteria,
              (count(*) filter (where state in ('handed_in', 'accepted')))::int as handed_in,
              (count(*) filter (where state = 'accepted'))::int as accepted
         from cycle_criterion where unit_id = c.unit_id and cycle_id = c.id
     ) k on true
    where u.level = 'commune' and u.province_code = $1`,
);

/** Every commune-level unit of the province that works here, with its standing in the year, in no order. */
export async function findStandings(
  scope: Scope,
  provinceCode: string,
  year: number,
): Promise<UnitStanding[]> {
  const rows = await scope.run(standingOfProvince, [provinceCode, year]);
  return rows.map((row) => {
    const { code, type, name, criteria } = row;
    if (row.standard_id === null)
      return {
        code,
        type,
        name,
        fullName: row.full_name,
        stage: stageOf(null),
        progress: null,
        summary: null,
      };
    const progress = { criteria, handedIn: row.handed_in, accepted: row.accepted };
    return {
      code,
      type,
      name,
      fullName: row.full_name,
      stage: stageOf(progress),
      progress,
      summary: {
        standardId: row.standard_id,
        standardVersion: row.standard_version,
        verdict: row.verdict,
        total: row.total,
        least: row.least,
        most: row.most,
        threshold: row.threshold,
        points: row.points,
        disqualifyingZeros: row.disqualifying_zeros,
        provisional: row.provisional,
      },
    };
  });
}

const yearsOfProvince = prepared<{ year: number }>(
  'years_of_province',
  'select distinct s.year from cycle_summary s join unit u on u.unit_id = s.unit_id where u.province_code = $1 order by s.year desc',
);

/** The years in which at least one unit of the province has a cycle, newest first. */
export async function findYears(scope: Scope, provinceCode: string): Promise<number[]> {
  return (await scope.run(yearsOfProvince, [provinceCode])).map(({ year }) => year);
}
