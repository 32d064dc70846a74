import {
  cellsOfRounds,
  PLACES_OF_LEVEL,
  type PlacesSince,
  type RolledUp,
  type RoundOfYear,
  rollUp,
  type SheetState,
  type Standing,
  standings,
  type Tally,
  talliesOf,
  tallyOfPlaces,
} from '../../../domain/collection/index.ts';
import type { Called } from '../../../domain/place/index.ts';
import type { CollectionLevel, FigureState, Standard } from '../../../domain/scoring/index.ts';
import { prepared, type Scope, type UnitId } from '../../../platform/database/index.ts';

type FigureTuple = [input: string, state: FigureState, value: number | null];
type SheetTuple = [
  place: string,
  state: SheetState,
  asked: string[] | null,
  handedIn: number | null,
  figures: FigureTuple[] | null,
];
type SuccessionTuple = [from: string[], to: string[], day: string, recordedAt: number];

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
  readonly successions: SuccessionTuple[] | null;
  /** The places of the successions. */
  readonly called: [place: string, type: string, name: string][] | null;
}

/**
 * The rounds of a year with what their sheets say of some inputs, sheet by sheet. Added up here and not by the database:
 * joined to thousands of cells it was no faster, and one rule in one place is worth more. When a sheet was handed in last is
 * looked up only for places that came of others: a return leaves `submitted_at` as it was.
 */
const roundsToRollUp = prepared<RoundRow>(
  'rounds_to_roll_up',
  `with succession as materialized (
     select from_places, to_places, happened_on, extract(epoch from recorded_at) as recorded_at
       from place_change where unit_id = $1 and kind in ('merged', 'split')
   )
   select r.id, r.level, r.period, r.cut_off as "cutOff", r.items,
          (select count(*)::int from place p
            where p.unit_id = r.unit_id and p.kind = r.level and p.valid_from <= r.cut_off
              and (p.valid_until is null or p.valid_until > r.cut_off) and not p.rests @> r.cut_off) as "inForce",
          (select case when count(distinct p.type) = 1 then min(p.type) end from place p
            where p.unit_id = r.unit_id and p.kind = r.level and r.level <> 'organisation') as type,
          (select json_agg(json_build_array(s.place_id, s.state, s.asked,
                  case when s.place_id in (select unnest(to_places) from succession) then (
                    select extract(epoch from max(e.happened_at)) from collection_sheet_event e
                     where e.unit_id = s.unit_id and e.sheet_id = s.id and e.kind = 'submitted') end,
                  case when s.state in ('submitted', 'accepted') then (
                    select json_agg(json_build_array(f.item, f.state, f.value)) from collected_figure f
                     where f.unit_id = s.unit_id and f.sheet_id = s.id and f.item = any ($3)) end))
             from collection_sheet s where s.unit_id = r.unit_id and s.round_id = r.id) as sheets,
          (select json_agg(json_build_array(p.id, p.valid_until)) from place p
            where p.unit_id = $1 and p.valid_until is not null) as ended,
          (select json_agg(json_build_array(from_places, to_places, happened_on, recorded_at)) from succession) as successions,
          (select json_agg(json_build_array(p.id, p.type, p.name)) from place p
            where p.unit_id = $1 and p.id in (select unnest(from_places || to_places) from succession)) as called
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

/** The rounds of a year as the rules take them. */
interface RoundsToRollUp {
  readonly rows: readonly RoundRow[];
  readonly rounds: readonly RoundOfYear[];
  readonly since: PlacesSince;
}

/** What was collected in a year for the inputs of a standard, by input; those of which nobody was asked are absent. */
export async function findRolledInputs(
  scope: Scope,
  unit: UnitId,
  year: number,
  standard: Standard,
  inputs: readonly string[],
): Promise<ReadonlyMap<string, RolledInput>> {
  return rolledInputs(await findRounds(scope, unit, year, standard, inputs), year, standard, inputs);
}

/** An input with what explains why a place's figure is part of it or not. */
export interface RolledInputByPlace {
  /** Null where nobody was asked. */
  readonly rolled: RolledInput | null;
  /** Whose figure the figure of a place in a round is. */
  readonly standingOf: (round: string, place: string) => Standing;
  /** The places that a standing names. */
  readonly called: ReadonlyMap<string, Called>;
}

/** What was collected in a year for one input, to be shown place by place. */
export async function findRolledInputByPlace(
  scope: Scope,
  unit: UnitId,
  year: number,
  standard: Standard,
  input: string,
): Promise<RolledInputByPlace> {
  const found = await findRounds(scope, unit, year, standard, [input]);
  const standing = standings(found.rounds, found.since);
  const standingsByPlace = new Map(
    found.rounds.flatMap((round) =>
      round.sheets.map((sheet) => [`${round.id} ${sheet.place}`, standing(round, sheet, input)] as const),
    ),
  );
  const called = found.rows[0]?.called ?? [];
  return {
    rolled: rolledInputs(found, year, standard, [input]).get(input) ?? null,
    standingOf: (round, place) => standingsByPlace.get(`${round} ${place}`) ?? { is: 'own' },
    called: new Map(called.map(([place, type, name]) => [place, { type, name }])),
  };
}

const countedFromPlaces = (standard: Standard, inputs: readonly string[]): readonly string[] =>
  inputs.filter((input) => standard.inputs[input]?.collection?.rollUp.places === 'count');

async function findRounds(
  scope: Scope,
  unit: UnitId,
  year: number,
  standard: Standard,
  inputs: readonly string[],
): Promise<RoundsToRollUp> {
  const levels = countedFromPlaces(standard, inputs).map(
    (input) => standard.inputs[input]!.collection!.level,
  );
  const rows = await scope.run(roundsToRollUp, [unit, year, inputs, levels]);
  const wanted = new Set(inputs);
  const [row] = rows;
  return {
    rows,
    rounds: rows.map((row) => roundOf(row, wanted)),
    since: {
      endOf: new Map(row?.ended ?? []),
      successions: (row?.successions ?? []).map(([from, to, day, recordedAt]) => ({
        from,
        to,
        day,
        recordedAt,
      })),
    },
  };
}

function rolledInputs(
  { rows, rounds, since }: RoundsToRollUp,
  year: number,
  standard: Standard,
  inputs: readonly string[],
): ReadonlyMap<string, RolledInput> {
  const tallies = [
    ...talliesOf(cellsOfRounds(rounds, since)),
    ...countedFromPlaces(standard, inputs).flatMap((input) =>
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
    sheets: (sheets ?? []).map(([place, state, asked, handedIn, figures]) => ({
      place,
      state,
      handedIn,
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
