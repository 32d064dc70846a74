/**
 * `error`: it cannot be right, one of the numbers named is wrong. `warning`: it may well be right; it is explained, never
 * blocks, and whoever filled the sheet in may answer it by a comment at the cell.
 */
export type Severity = 'error' | 'warning';

interface FindingOf<Code extends string, S extends Severity> {
  readonly code: Code;
  readonly severity: S;
  /** Keys of the items that it speaks of; the first is the cell that it stands at. */
  readonly items: readonly string[];
  /** A comment at the first cell answers it; always false for what cannot be right. */
  readonly answered: boolean;
}

/** What is striking about one sheet. */
export type SheetFinding =
  /** The first item counts a part of the second and is larger. */
  | (FindingOf<'part_above_whole', 'error'> & { readonly value: number; readonly whole: number })
  /** The age groups together, after them the whole. */
  | (FindingOf<'ages_above_whole', 'error'> & { readonly sum: number; readonly whole: number })
  | (FindingOf<'ages_below_whole', 'warning'> & { readonly sum: number; readonly whole: number })
  /** Counted from the beginning of the year on, and below what an earlier period of the year said already. */
  | (FindingOf<'fell_within_year', 'error'> & Earlier)
  /** There are fewer than three earlier periods, and a standing number moved far from the latest. */
  | (FindingOf<'jumped', 'warning'> & Earlier)
  /** Far from all that this place said before. */
  | (FindingOf<'unlike_own_past', 'warning'> & {
      readonly value: number;
      readonly least: number;
      readonly most: number;
      readonly periods: number;
    })
  /** The shorter periods of a longer one do not come to what it says. */
  | (FindingOf<'periods_differ', 'warning'> & {
      readonly longer: string;
      readonly value: number;
      readonly sum: number;
      /** How many of the shorter periods are known, of how many. */
      readonly known: number;
      readonly all: number;
    })
  /** Every figure is what the period before said. */
  | (FindingOf<'copied_from_before', 'warning'> & { readonly period: string })
  /** An organisation says one thing of the whole unit, the villages together another. */
  | (FindingOf<'villages_differ', 'warning'> & {
      readonly value: number;
      readonly sum: number;
      /** Of how many villages a figure is in, of how many that were asked. */
      readonly in: number;
      readonly asked: number;
    });

interface Earlier {
  readonly value: number;
  readonly before: number;
  readonly period: string;
}

/** What is striking about the sheets of a round together. */
export type RoundFinding =
  /** Two or more places say exactly the same; `places` in the order of their ids. */
  | (FindingOf<'same_as_other_place', 'warning'> & { readonly places: readonly string[] })
  /** The places together, and what somebody else says of the same. */
  | (FindingOf<'sum_differs', 'warning'> & {
      readonly sum: number;
      readonly other: number;
      /** Who says so, as their name; null: the cycle's own figure. */
      readonly source: string | null;
      /** Of how many places a figure is in, of how many that were asked. */
      readonly in: number;
      readonly asked: number;
    });

export type Finding = SheetFinding | RoundFinding;
