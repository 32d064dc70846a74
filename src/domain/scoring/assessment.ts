import type { Figure, FigureState, Figures } from './figures.ts';
import type { BandCondition, Measure, Provenance, TerritoryClass } from './standard.ts';

/** What is scored: the figures of the period, those of the period before, and the class of the territory. */
export interface AssessmentInput {
  readonly figures: Figures;
  readonly previous: Figures;
  readonly territoryClass: TerritoryClass;
}

/** A value of the standard that took part in a score and was not seen in the instrument. */
export interface ProvisionalValue {
  /** Path in the standard, for example `criteria.3.indicators.3.1.scale.0`. */
  readonly path: string;
  readonly indicator: string;
  readonly what: 'measure' | 'band' | 'empty_denominator';
  readonly note?: string;
}

export interface TracedInput {
  readonly input: string;
  readonly period: 'current' | 'previous';
  readonly figure: Figure;
}

export interface MissingFigure {
  readonly input: string;
  readonly period: 'current' | 'previous';
  readonly state: FigureState;
}

/** `numerator` ÷ `denominator`, in the unit of the measure; exact for figures up to `LARGEST_FIGURE`. */
export interface ExactValue {
  readonly numerator: number;
  readonly denominator: number;
}

/** How a score came about; everything that a sentence about it needs. */
export interface IndicatorTrace {
  readonly indicator: string;
  readonly measure: Measure;
  readonly inputs: readonly TracedInput[];
  /** The measured value, exactly; null while a figure is missing, for yes/no and for an empty denominator. */
  readonly value: ExactValue | null;
  readonly outcome: 'band' | 'empty_denominator' | 'not_applicable' | 'missing';
  /** The band that gave the points and its place in the scale; null unless `outcome` is `band`. */
  readonly band: {
    readonly index: number;
    readonly condition: BandCondition;
    /** The condition of the band tried just before, which did not hold: with it the sentence can say "from … to below …". */
    readonly before: BandCondition | null;
    readonly provenance: Provenance;
  } | null;
  readonly missing: readonly MissingFigure[];
  /** Article, number and date of the standard's legal basis. */
  readonly article: string;
  readonly standard: { readonly id: string; readonly version: number };
  readonly provisional: readonly ProvisionalValue[];
}

export interface IndicatorScore {
  readonly code: string;
  /** Points, or null while a figure is missing. */
  readonly points: number | null;
  readonly least: number;
  readonly most: number;
  readonly maximum: number;
  readonly trace: IndicatorTrace;
}

export interface CriterionScore {
  readonly number: number;
  /** Points, or null while an indicator is missing. */
  readonly points: number | null;
  readonly least: number;
  readonly most: number;
  readonly maximum: number;
  /** The criterion is certain to score nothing, which rules recognition out. */
  readonly disqualifyingZero: boolean;
  readonly indicators: readonly IndicatorScore[];
}

export type Reason =
  | { readonly code: 'disqualifying_zero'; readonly criterion: number }
  | { readonly code: 'below_threshold'; readonly missing: number }
  | ({ readonly code: 'figure_missing'; readonly indicators: readonly string[] } & MissingFigure);

export type Verdict = 'recognisable' | 'not_recognisable' | 'incomplete';

/** The result of scoring one unit's figures against one standard. */
export interface Assessment {
  readonly standard: { readonly id: string; readonly version: number };
  readonly territoryClass: TerritoryClass;
  readonly threshold: number;
  readonly maximum: number;
  readonly criteria: readonly CriterionScore[];
  /** Total points, or null while anything is missing. */
  readonly total: number | null;
  /** The least and the most that the total can still become; both equal the total when nothing is missing. */
  readonly least: number;
  readonly most: number;
  readonly verdict: Verdict;
  /** Every reason against recognition: certain zeros, points missing to the threshold, missing figures. */
  readonly reasons: readonly Reason[];
  /** Provisional values that took part, in the order of the standard. */
  readonly provisional: readonly ProvisionalValue[];
}
