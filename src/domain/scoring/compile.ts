import type { ProvisionalValue } from './assessment.ts';
import { type Fraction, fractionOfDecimal } from './fraction.ts';
import {
  type Band,
  type Criterion,
  type Indicator,
  inputsOfMeasure,
  type Standard,
  scaleFor,
  type TerritoryClass,
} from './standard.ts';

/** One side of a band. */
export interface Limit extends Fraction {
  readonly strict: boolean;
}

/** A band with its limits as fractions; `test` tells which comparison it needs. */
export interface CompiledBand {
  readonly source: Band;
  readonly test: 'equals' | 'between' | 'decreased' | 'otherwise';
  readonly lower: Limit | null;
  readonly upper: Limit | null;
  readonly points: number;
}

export interface CompiledIndicator {
  readonly definition: Indicator;
  /** Path of the indicator in the standard, for provenance. */
  readonly path: string;
  readonly inputs: readonly string[];
  /** Places of the inputs in the scorer's list: the part (or the only input), and the whole or −1. */
  readonly part: number;
  readonly whole: number;
  /** What the quotient is multiplied by: 100 for a share, N for a rate, 1 for a count. */
  readonly factor: number;
  readonly bands: readonly CompiledBand[];
  /** Least and most points of the bands from each place on; the first pair also counts the rule for an empty denominator. */
  readonly leastFrom: readonly number[];
  readonly mostFrom: readonly number[];
  readonly emptyPoints: number | null;
  /** Provisional values that take part when a band (by place) or the empty-denominator rule (last) decides. */
  readonly provisionalByOutcome: readonly (readonly ProvisionalValue[])[];
  readonly provisionalMeasure: readonly ProvisionalValue[];
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
  readonly byClass: ReadonlyMap<TerritoryClass, CompiledScales>;
}

const limit = (value: number, strict: boolean): Limit => ({ ...fractionOfDecimal(value), strict });

function compileBand(band: Band): CompiledBand {
  const common = { source: band, points: band.points };
  if ('otherwise' in band) return { ...common, test: 'otherwise', lower: null, upper: null };
  if ('change' in band) return { ...common, test: 'decreased', lower: null, upper: null };
  if ('equals' in band) {
    const exact = limit(Number(band.equals), false);
    return { ...common, test: 'equals', lower: exact, upper: exact };
  }
  const lower =
    'atLeast' in band ? limit(band.atLeast, false) : 'moreThan' in band ? limit(band.moreThan, true) : null;
  const upper =
    'atMost' in band && band.atMost !== undefined
      ? limit(band.atMost, false)
      : 'lessThan' in band && band.lessThan !== undefined
        ? limit(band.lessThan, true)
        : null;
  return { ...common, test: 'between', lower, upper };
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
  const bands = scaleFor(indicator, territoryClass).map(compileBand);
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
  const remaining = bands.map((_, index) => bands.slice(index).map((band) => band.points));
  const withEmpty = [...(remaining[0] ?? []), ...(emptyPoints === null ? [] : [emptyPoints])];
  return {
    definition: indicator,
    path,
    inputs,
    part: place.get(inputs[0]!)!,
    whole: inputs.length > 1 ? place.get(inputs[1]!)! : -1,
    factor:
      indicator.measure.kind === 'rate'
        ? indicator.measure.per
        : indicator.measure.kind === 'yes_no' || indicator.measure.kind === 'count'
          ? 1
          : 100,
    bands,
    leastFrom: [Math.min(...withEmpty), ...remaining.slice(1).map((points) => Math.min(...points))],
    mostFrom: [Math.max(...withEmpty), ...remaining.slice(1).map((points) => Math.max(...points))],
    emptyPoints,
    provisionalByOutcome: [
      ...bands.map((band, index) => [
        ...provisionalMeasure,
        ...provisional(band.source.provenance, `${scalePath}.${index}`, 'band'),
      ]),
      empty === undefined
        ? []
        : [
            ...provisionalMeasure,
            ...provisional(empty.provenance, `${path}.emptyDenominator`, 'empty_denominator'),
          ],
    ],
    provisionalMeasure,
  };
}

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
  return { standard, identity: { id: standard.id, version: standard.version }, inputs, byClass };
}
