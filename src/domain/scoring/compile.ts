import type { IndicatorTrace, ProvisionalValue } from './assessment.ts';
import { fractionOfDecimal } from './fraction.ts';
import {
  type Band,
  type Criterion,
  factorOf,
  type Indicator,
  inputsOfMeasure,
  type Standard,
  scaleFor,
  type TerritoryClass,
} from './standard.ts';

/**
 * One side of a band in whole numbers: the value part × factor ÷ whole lies on it when
 * part × `ofPart` = whole × `ofWhole`. `strict` excludes the limit itself.
 */
export interface Limit {
  readonly ofPart: number;
  readonly ofWhole: number;
  readonly strict: boolean;
}

/** A band with its limits in whole numbers; without limits it holds for every value. */
export interface CompiledBand {
  /** What the trace says when this band decides. */
  readonly traced: NonNullable<IndicatorTrace['band']>;
  readonly asksForFall: boolean;
  readonly lower: Limit | null;
  readonly upper: Limit | null;
  readonly points: number;
}

export interface CompiledIndicator {
  readonly definition: Indicator;
  readonly inputs: readonly string[];
  /** Places of the inputs in the scorer's list: the part (or the only input), and the whole or −1. */
  readonly part: number;
  readonly whole: number;
  readonly factor: number;
  /** The value is the change against the previous period. */
  readonly isChange: boolean;
  readonly bands: readonly CompiledBand[];
  /** Place of the first band that asks for a fall against the previous period; infinite when none does. */
  readonly firstFallBand: number;
  readonly emptyPoints: number | null;
  /** Least and most points of all bands and of the rule for an empty denominator. */
  readonly anyOutcome: { readonly least: number; readonly most: number };
  /** Provisional values that take part when a band (by place) or the empty-denominator rule (last) decides. */
  readonly provisionalByOutcome: readonly (readonly ProvisionalValue[])[];
}

export interface CompiledCriterion {
  readonly definition: Criterion;
  readonly indicators: readonly CompiledIndicator[];
  readonly article: string;
}

export interface CompiledScales {
  readonly threshold: number;
  readonly criteria: readonly CompiledCriterion[];
  /** All indicators in the order of the standard. */
  readonly indicators: readonly CompiledIndicator[];
}

/** A standard made ready for scoring; made once, used for any number of units. */
export interface Scorer {
  readonly standard: Standard;
  readonly identity: { readonly id: string; readonly version: number };
  readonly inputs: readonly string[];
  /** Places of all inputs, and of those whose figure of the previous period can decide a score. */
  readonly currentPlaces: readonly number[];
  readonly previousPlaces: readonly number[];
  readonly byClass: ReadonlyMap<TerritoryClass, CompiledScales>;
}

/** A band with its limits as products of whole numbers, so that no division rounds. */
export function compileBand(band: Band, index: number, scale: readonly Band[], factor: number): CompiledBand {
  const limit = (value: number, strict: boolean): Limit => {
    const { numerator, denominator } = fractionOfDecimal(value);
    return { ofPart: factor * denominator, ofWhole: numerator, strict };
  };
  let lower: Limit | null = null;
  let upper: Limit | null = null;
  if ('equals' in band) lower = upper = limit(Number(band.equals), false);
  if ('atLeast' in band) lower = limit(band.atLeast, false);
  if ('moreThan' in band) lower = limit(band.moreThan, true);
  if ('atMost' in band && band.atMost !== undefined) upper = limit(band.atMost, false);
  if ('lessThan' in band && band.lessThan !== undefined) upper = limit(band.lessThan, true);
  return {
    traced: { index, condition: band, before: scale[index - 1] ?? null, provenance: band.provenance },
    asksForFall: 'change' in band,
    lower,
    upper,
    points: band.points,
  };
}

function compileIndicator(
  indicator: Indicator,
  path: string,
  place: ReadonlyMap<string, number>,
  territoryClass: TerritoryClass,
): CompiledIndicator {
  const inputs = inputsOfMeasure(indicator.measure);
  const ownScale = indicator.scaleByClass?.[territoryClass] !== undefined;
  const scalePath = ownScale ? `${path}.scaleByClass.${territoryClass}` : `${path}.scale`;
  const factor = factorOf(indicator.measure);
  const bands = scaleFor(indicator, territoryClass).map((band, index, scale) =>
    compileBand(band, index, scale, factor),
  );
  const firstFall = bands.findIndex((band) => band.asksForFall);
  const empty = indicator.emptyDenominator;
  const emptyPoints = empty === undefined ? null : empty.gives === 'fullPoints' ? indicator.points : 0;
  const provisional = (
    value: { status: string; note?: string },
    at: string,
    what: ProvisionalValue['what'],
  ): ProvisionalValue[] =>
    value.status === 'provisional'
      ? [
          {
            path: at,
            indicator: indicator.code,
            what,
            ...(value.note === undefined ? {} : { note: value.note }),
          },
        ]
      : [];
  const provisionalMeasure = provisional(indicator.measureProvenance, `${path}.measure`, 'measure');
  const outcomes = [...bands.map((band) => band.points), ...(emptyPoints === null ? [] : [emptyPoints])];
  return {
    definition: indicator,
    inputs,
    part: place.get(inputs[0]!)!,
    whole: inputs.length > 1 ? place.get(inputs[1]!)! : -1,
    factor,
    isChange: indicator.measure.kind === 'change',
    bands,
    firstFallBand: firstFall < 0 ? Number.POSITIVE_INFINITY : firstFall,
    emptyPoints,
    anyOutcome: { least: Math.min(...outcomes), most: Math.max(...outcomes) },
    provisionalByOutcome: [
      ...bands.map((band, index) => [
        ...provisionalMeasure,
        ...provisional(band.traced.provenance, `${scalePath}.${index}`, 'band'),
      ]),
      empty === undefined
        ? []
        : [
            ...provisionalMeasure,
            ...provisional(empty.provenance, `${path}.emptyDenominator`, 'empty_denominator'),
          ],
    ],
  };
}

const readsPrevious = (indicator: Indicator): boolean =>
  indicator.measure.kind === 'change' ||
  [indicator.scale, ...Object.values(indicator.scaleByClass ?? {})].flat().some((band) => 'change' in band);

/**
 * Makes a standard ready for scoring: limits as fractions, inputs by place, scales by class of territory.
 * The standard must have passed `checkStandard`.
 */
export function compileStandard(standard: Standard): Scorer {
  const inputs = Object.keys(standard.inputs);
  const place = new Map(inputs.map((input, index) => [input, index]));
  const { legalBasis } = standard;
  const byClass = new Map<TerritoryClass, CompiledScales>();
  for (const threshold of standard.recognition.thresholds) {
    const criteria = standard.criteria.map((criterion, criterionIndex) => ({
      definition: criterion,
      article: `${legalBasis.number}, ${criterion.article}`,
      indicators: criterion.indicators.map((indicator, index) =>
        compileIndicator(indicator, `criteria.${criterionIndex}.indicators.${index}`, place, threshold.class),
      ),
    }));
    byClass.set(threshold.class, {
      threshold: threshold.points,
      criteria,
      indicators: criteria.flatMap((criterion) => criterion.indicators),
    });
  }
  const readAgain = new Set(
    standard.criteria
      .flatMap((criterion) => criterion.indicators)
      .filter(readsPrevious)
      .flatMap((indicator) => inputsOfMeasure(indicator.measure)),
  );
  return {
    standard,
    identity: { id: standard.id, version: standard.version },
    inputs,
    currentPlaces: [...inputs.keys()],
    previousPlaces: [...inputs.keys()].filter((index) => readAgain.has(inputs[index]!)),
    byClass,
  };
}
