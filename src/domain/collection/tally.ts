import type { CollectionLevel, FigureState } from '../scoring/index.ts';
import { isIn, type SheetState } from './sheet-state.ts';
import { isCounted, type PlacesSince, standings } from './succession.ts';

/** Figures of places that were handed in, counted by their state. Yes and no are added up as 1 and 0. */
export interface Count {
  readonly given: number;
  readonly notApplicable: number;
  readonly notDue: number;
  readonly sum: number;
}

/** What the places of a level said of one input in one period. */
export interface Tally {
  readonly input: string;
  readonly level: CollectionLevel;
  readonly period: string;
  /** Of how many places the input was asked. */
  readonly asked: number;
  /** On sheets that were handed in, accepted or not. What lies on a sheet still open or returned is not in yet. */
  readonly submitted: Count;
  /** On accepted sheets alone; a part of `submitted`. */
  readonly accepted: Count;
}

export const NOTHING_COUNTED: Count = { given: 0, notApplicable: 0, notDue: 0, sum: 0 };

/** A cell that was asked of a place, as the tallies need it. */
export interface AskedCell {
  readonly input: string;
  readonly level: CollectionLevel;
  readonly period: string;
  readonly sheetState: SheetState;
  readonly state: FigureState;
  /** Of a given figure; yes and no as 1 and 0. */
  readonly value: number | null;
}

function plus(count: Count, { state, value }: AskedCell): Count {
  switch (state) {
    case 'given':
      return { ...count, given: count.given + 1, sum: count.sum + (value ?? 0) };
    case 'not_applicable':
      return { ...count, notApplicable: count.notApplicable + 1 };
    case 'not_due':
      return { ...count, notDue: count.notDue + 1 };
    case 'no_data':
      return count;
  }
}

/** A tally with one more cell, each place of a period once. */
export function withCell(tally: Tally | undefined, cell: AskedCell): Tally {
  const { input, level, period, sheetState } = cell;
  const { asked, submitted, accepted } = tally ?? {
    asked: 0,
    submitted: NOTHING_COUNTED,
    accepted: NOTHING_COUNTED,
  };
  return {
    input,
    level,
    period,
    asked: asked + 1,
    submitted: isIn(sheetState) ? plus(submitted, cell) : submitted,
    accepted: sheetState === 'accepted' ? plus(accepted, cell) : accepted,
  };
}

/** The tallies of cells, in whatever order they come. */
export function talliesOf(cells: readonly AskedCell[]): readonly Tally[] {
  const tallies = new Map<string, Tally>();
  for (const cell of cells) {
    const key = `${cell.input} ${cell.level} ${cell.period}`;
    tallies.set(key, withCell(tallies.get(key), cell));
  }
  return [...tallies.values()];
}

/** A sheet of a round as the tallies need it. */
export interface SheetOfRound {
  readonly place: string;
  readonly state: SheetState;
  /** When it was handed in last, in seconds since 1970; null where that is not known, or was never done. */
  readonly handedIn: number | null;
  /** Names of the inputs that this place is asked for; parts of counts are not among them. */
  readonly inputs: readonly string[];
  /** What stands in it, by input. */
  readonly figures: ReadonlyMap<string, { readonly state: FigureState; readonly value: number | null }>;
}

/** A round of the year with its sheets. */
export interface RoundOfYear {
  readonly id: string;
  readonly level: CollectionLevel;
  readonly period: string;
  /** YYYY-MM-DD. */
  readonly cutOff: string;
  readonly sheets: readonly SheetOfRound[];
}

/**
 * What was asked of whom, each place of a period once: who answers for a place that ended by the cut-off, `standings` says;
 * and where two rounds ask a place for the same, the one with the later cut-off counts.
 */
export function cellsOfRounds(rounds: readonly RoundOfYear[], since: PlacesSince): readonly AskedCell[] {
  const standingOf = standings(rounds, since);
  const latestFirst = [...rounds].sort((one, two) => {
    const [first, second] = [`${one.cutOff} ${one.id}`, `${two.cutOff} ${two.id}`];
    return first < second ? 1 : -1;
  });
  const seen = new Set<string>();
  const cells: AskedCell[] = [];
  for (const round of latestFirst)
    for (const sheet of round.sheets) {
      const { level, period } = round;
      const { place, state: sheetState, inputs, figures } = sheet;
      for (const input of inputs) {
        const key = `${level} ${period} ${place} ${input}`;
        if (seen.has(key) || !isCounted(standingOf(round, sheet, input))) continue;
        seen.add(key);
        const { state, value } = figures.get(input) ?? { state: 'no_data', value: null };
        cells.push({ input, level, period, sheetState, state, value });
      }
    }
  return cells;
}

/** The tally of an input that is counted from the list of places: how many were in force at the cut-off. */
export function tallyOfPlaces(input: string, { level, period }: RoundOfYear, inForce: number): Tally {
  const counted: Count = { ...NOTHING_COUNTED, given: inForce, sum: inForce };
  return { input, level, period, asked: inForce, submitted: counted, accepted: counted };
}
