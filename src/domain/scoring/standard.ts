import type { PeriodKind } from '../calendar/index.ts';

/** The shape of a scoring standard. A standard is data: `standards/*.json`, checked by `checkStandard` when loaded. */

/** Where a value was seen: in the instrument itself, in a published summary of it, or nowhere yet (a placeholder). */
export type ProvenanceStatus = 'official' | 'secondary' | 'provisional';

export interface Provenance {
  readonly status: ProvenanceStatus;
  readonly note?: string;
}

/** The class of a unit's territory; it decides the threshold and may decide the scales. */
export type TerritoryClass = string;

/** Where a figure is counted first. A figure of the level `commune` is entered with its criterion and not collected. */
export type CollectionLevel = 'village' | 'school' | 'organisation' | 'commune';

/** A part of a count that is asked for beside the whole: "trong đó: nữ". */
export type PartOfCount =
  | 'female'
  | 'under_6'
  | 'from_6_to_10'
  | 'from_11_to_15'
  | 'ethnic_minority'
  | 'disabled'
  | 'poor_household';

/** How a figure of the unit comes from those below it, and one of the year from those of its periods. */
export interface RollUp {
  /**
   * Over places: their sum (of yes and no, how many say yes); yes if any, or only if all say yes; `count`, how many
   * places there are, which nobody is asked.
   */
  readonly places: 'sum' | 'any' | 'all' | 'count';
  /** Over periods: their sum; what the latest says; yes if in any, or only if in all of them. */
  readonly periods: 'sum' | 'latest' | 'any' | 'all';
}

/** What is collected for an input, from whom and how often. A proposal: each round of collection may ask otherwise. */
export interface InputCollection {
  /** Of whose children, in completed months; null where no children are counted, or of every age. */
  readonly ageBand: { readonly fromMonths: number; readonly belowMonths: number } | null;
  /** What is counted: "trẻ em", "vụ việc". */
  readonly unit: string;
  readonly unitEn: string;
  /** Whether a place answers by a number or by yes and no, and the parts that are asked beside the number. */
  readonly asked: 'count' | 'yes_no';
  /** What a place is asked where it answers by yes or no and the label speaks of how many places say yes. */
  readonly question?: { readonly vi: string; readonly en: string };
  readonly parts: readonly PartOfCount[];
  readonly period: PeriodKind;
  readonly level: CollectionLevel;
  readonly rollUp: RollUp;
  /** Counts from the beginning of the year on ("ít nhất một lần trong năm"): within a year it never falls. */
  readonly cumulative?: true;
  readonly provenance: Provenance;
}

/** One figure that a unit reports. Several indicators may use the same input. */
export interface InputDefinition {
  readonly kind: 'count' | 'yes_no';
  readonly label: string;
  readonly labelEn: string;
  /** What exactly is counted, for the person who counts it. */
  readonly definition: string;
  /** The book or report that the figure is taken from. */
  readonly source: string;
  readonly provenance: Provenance;
  /** Absent: the standard says nothing of it, and it is entered with its criterion. */
  readonly collection?: InputCollection;
}

export interface YesNoMeasure {
  readonly kind: 'yes_no';
  readonly input: string;
}
export interface CountMeasure {
  readonly kind: 'count';
  readonly input: string;
}
/** `numerator` × 100 ÷ `denominator`, in percent. */
export interface RatioMeasure {
  readonly kind: 'ratio';
  readonly numerator: string;
  readonly denominator: string;
}
/** `numerator` × `per` ÷ `denominator`, for example cases per 1,000 children. */
export interface RateMeasure {
  readonly kind: 'rate';
  readonly numerator: string;
  readonly denominator: string;
  readonly per: number;
}
/** Satisfied answers in percent of all answers of one group of respondents. */
export interface SurveyMeasure {
  readonly kind: 'survey';
  readonly respondents: 'children' | 'residents';
  readonly satisfied: string;
  readonly answered: string;
}
/** Change of a count against the previous period, in percent of the previous one; a fall is negative. */
export interface ChangeMeasure {
  readonly kind: 'change';
  readonly input: string;
}

export type Measure =
  | YesNoMeasure
  | CountMeasure
  | RatioMeasure
  | RateMeasure
  | SurveyMeasure
  | ChangeMeasure;

/**
 * The condition of a band. Numeric limits are in the unit of the measure (percent, per N, count).
 * `decreasedFromPreviousPeriod` holds when this period's value is strictly below that of the previous one.
 */
export type BandCondition =
  | { readonly equals: boolean | number }
  | { readonly atLeast: number; readonly lessThan?: number }
  | { readonly moreThan: number; readonly atMost?: number }
  | { readonly atMost: number }
  | { readonly lessThan: number }
  | { readonly change: 'decreasedFromPreviousPeriod' }
  | { readonly otherwise: true };

/** Bands are tried in order; the first whose condition holds gives the points. */
export type Band = BandCondition & { readonly points: number; readonly provenance: Provenance };

/** What a denominator of zero, or a figure that is not applicable, gives. */
export interface EmptyDenominatorRule {
  readonly gives: 'fullPoints' | 'noPoints';
  readonly provenance: Provenance;
}

export interface Indicator {
  readonly code: string;
  readonly statement: string;
  readonly statementEn: string;
  /** The most that the indicator can give. */
  readonly points: number;
  readonly pointsProvenance: Provenance;
  readonly measure: Measure;
  readonly measureProvenance: Provenance;
  readonly scale: readonly Band[];
  /** Scales of single territory classes, where they differ from `scale`. */
  readonly scaleByClass?: Readonly<Record<TerritoryClass, readonly Band[]>>;
  /** Absent: a denominator of zero leaves the figure missing. */
  readonly emptyDenominator?: EmptyDenominatorRule;
  readonly lowerIsBetter: boolean;
  readonly evidence: readonly string[];
  /** In practice this indicator is among those that bring a criterion to zero. */
  readonly disqualifyingRisk: boolean;
}

export interface Criterion {
  readonly number: number;
  readonly letter: string;
  readonly name: string;
  readonly nameEn: string;
  readonly article: string;
  readonly maxPoints: number;
  readonly maxPointsProvenance: Provenance;
  /** The kind of organisation that answers for the criterion unless the unit decides otherwise. */
  readonly defaultOwner: string;
  /** Due date in the year of the cycle, `MM-DD`; a proposal that the planning officer changes. */
  readonly defaultDue: string;
  readonly indicators: readonly Indicator[];
}

export interface Threshold {
  readonly class: TerritoryClass;
  readonly statement: string;
  readonly statementEn: string;
  readonly points: number;
}

export interface LegalDocument {
  readonly number: string;
  readonly issued: string;
  readonly issuer: string;
  readonly note?: string;
}

export interface Standard {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly titleEn: string;
  readonly legalBasis: LegalDocument;
  readonly guidance?: LegalDocument;
  readonly inForce: { readonly from: string; readonly until: string | null };
  readonly maximum: { readonly points: number; readonly provenance: Provenance };
  readonly recognition: {
    readonly everyCriterionAboveZero: boolean;
    readonly thresholds: readonly Threshold[];
    readonly provenance: Provenance;
    readonly openQuestions: readonly string[];
  };
  readonly timing: { readonly rule: string; readonly provenance: Provenance };
  readonly inputs: Readonly<Record<string, InputDefinition>>;
  readonly criteria: readonly Criterion[];
}

/** The inputs that a measure reads, the whole (denominator) last. */
export function inputsOfMeasure(measure: Measure): readonly string[] {
  switch (measure.kind) {
    case 'yes_no':
    case 'count':
    case 'change':
      return [measure.input];
    case 'ratio':
    case 'rate':
      return [measure.numerator, measure.denominator];
    case 'survey':
      return [measure.satisfied, measure.answered];
  }
}

/** What the quotient of a measure is multiplied by: 100 for a share in percent, N for a rate, 1 for a count. */
export function factorOf(measure: Measure): number {
  switch (measure.kind) {
    case 'yes_no':
    case 'count':
      return 1;
    case 'rate':
      return measure.per;
    case 'ratio':
    case 'survey':
    case 'change':
      return 100;
  }
}

/** What the standard says of an input; undefined for a name that it does not know, even one like `constructor`. */
export function definitionOf(standard: Standard, input: string): InputDefinition | undefined {
  return Object.hasOwn(standard.inputs, input) ? standard.inputs[input] : undefined;
}

/**
 * The inputs of a criterion, each once, as people count them: the whole before its part, in the order of the indicators.
 */
export function inputsOfCriterion(criterion: Criterion): readonly string[] {
  return [...new Set(criterion.indicators.flatMap(({ measure }) => [...inputsOfMeasure(measure)].reverse()))];
}

/** The scale that applies to a class of territory. */
export function scaleFor(indicator: Indicator, territoryClass: TerritoryClass): readonly Band[] {
  return indicator.scaleByClass?.[territoryClass] ?? indicator.scale;
}
