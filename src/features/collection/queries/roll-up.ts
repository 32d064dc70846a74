import {
  cellsOfRounds,
  PLACES_OF_LEVEL,
  type RolledUp,
  type RoundOfYear,
  rollUp,
  type SheetState,
  type Tally,
  talliesOf,
  tallyOfPlaces,
} from '../../../domain/collection/index.ts';
import type { CollectionLevel, FigureState, Standard } from '../../../domain/scoring/index.ts';
import { prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

type FigureTuple = [input: string, state: FigureState, value: number | null];
type SheetTuple = [place: string, state: SheetState, asked: string[] | null, figures: FigureTuple[] | null];

interface RoundRow {
  readonly id: string;
  readonly level: 'village' | 'school' | 'organisation';
  readonly period: string;
  readonly cutOff: string;
  readonly items: string[];
  readonly inForce: number;
  /** How its places are called, where they are all called alike. */
  readonly type: string | null;
  readonly sheets: SheetTuple[] | null;
  readonly ended: [place: string, end: string][] | null;
}

/**
 * The rounds of a year with what their sheets say of some inputs, sheet by sheet. Added up here and not by the database:
 * joined to thousands of cells it was no faster, and one rule in one place is worth more.
 */
const roundsToRollUp = prepared<RoundRow>(
  'rounds_to_roll_up',
  `select r.id, r.level, r.period, r.cut_off as "cutOff", r.items,
          (select count(*)::int from place p
            where p.unit_id = r.unit_id and p.kind = r.level and p.valid_from <= r.cut_off
              and (p.valid_until is null or p.valid_until > r.cut_off) and not p.rests @> r.cut_off) as "inForce",
          (select case when count(distinct p.type) = 1 then min(p.type) end from place p
            where p.unit_id = r.unit_id and p.kind = r.level and r.level <> 'organisation') as type,
          (select json_agg(json_build_array(s.place_id, s.state, s.asked, case when s.state in ('submitted', 'accepted') then (
                    select json_agg(json_build_array(f.item, f.state, f.value)) from collected_figure f
                     where f.unit_id = s.unit_id and f.sheet_id = s.id and f.item = any ($3)) end))
             from collection_sheet s where s.unit_id = r.unit_id and s.round_id = r.id) as sheets,
          (select json_agg(json_build_array(p.id, p.valid_until)) from place p
            where p.unit_id = $1 and p.valid_until is not null) as ended
     from collection_round r
    where r.unit_id = $1 and r.year = $2 and (r.items && $3 or r.level = any ($4))`,
);

/** What was collected for an input, as all sheets that are in make it and as the accepted ones alone do. */
export interface RolledInput {
  readonly submitted: RolledUp;
  readonly accepted: RolledUp;
  /** How the unit calls the places: "khối phố". */
  readonly places: Readonly<Record<'vi' | 'en', string>>;
}

const NOWHERE = 'Tất cả các nơi được hỏi đều ghi không áp dụng.';

/** What was collected in a year for the inputs of a standard, by input; those of which nobody was asked are absent. */
export async function findRolledInputs(
  scope: Scope,
  unit: UnitId,
  year: number,
  standard: Standard,
  inputs: readonly string[],
): Promise<ReadonlyMap<string, RolledInput>> {
  const counted = inputs.filter((input) => standard.inputs[input]?.collection?.rollUp.places === 'count');
  const levels = counted.map((input) => standard.inputs[input]!.collection!.level);
  const rows = await scope.run(roundsToRollUp, [unit, year, inputs, levels]);
  const rounds = rows.map((row) => roundOf(row, new Set(inputs)));
  const tallies = [
    ...talliesOf(cellsOfRounds(rounds, new Map(rows.flatMap(({ ended }) => ended ?? [])))),
    ...counted.flatMap((input) =>
      talliesOfPlaces(input, standard.inputs[input]!.collection!.level, rows, rounds),
    ),
  ];
  const types = new Map<CollectionLevel, string | null>(rows.map(({ level, type }) => [level, type]));
  return new Map(
    inputs.flatMap((input) => {
      const definition = standard.inputs[input];
      if (definition === undefined) return [];
      const of = (standpoint: 'submitted' | 'accepted') =>
        rollUp(input, definition, tallies, year, standpoint, NOWHERE);
      const [submitted, accepted] = [of('submitted'), of('accepted')];
      if (submitted === null || accepted === null) return [];
      const called = PLACES_OF_LEVEL[submitted.level];
      const places = { vi: types.get(submitted.level) ?? called.vi, en: called.en };
      return [[input, { submitted, accepted, places }] as const];
    }),
  );
}

function roundOf(
  { id, level, period, cutOff, items, sheets }: RoundRow,
  wanted: ReadonlySet<string>,
): RoundOfYear {
  const ofRound = items.filter((item) => wanted.has(item));
  return {
    id,
    level,
    period,
    cutOff,
    sheets: (sheets ?? []).map(([place, state, asked, figures]) => ({
      place,
      state,
      inputs: asked === null ? ofRound : asked.filter((item) => wanted.has(item)),
      figures: new Map((figures ?? []).map(([input, figure, value]) => [input, { state: figure, value }])),
    })),
  };
}

/** Of each period the count at its latest cut-off. */
function talliesOfPlaces(
  input: string,
  level: CollectionLevel,
  rows: readonly RoundRow[],
  rounds: readonly RoundOfYear[],
): Tally[] {
  const latest = new Map<string, { round: RoundOfYear; inForce: number }>();
  for (const [index, { inForce }] of rows.entries()) {
    const round = rounds[index]!;
    const known = latest.get(round.period);
    if (round.level === level && (known === undefined || round.cutOff > known.round.cutOff))
      latest.set(round.period, { round, inForce });
  }
  return [...latest.values()].map(({ round, inForce }) => tallyOfPlaces(input, round, inForce));
}
