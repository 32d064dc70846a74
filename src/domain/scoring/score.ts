import type {
  Assessment,
  CriterionScore,
  ExactValue,
  IndicatorScore,
  IndicatorTrace,
  MissingFigure,
  ProvisionalValue,
  Reason,
  TracedInput,
  Verdict,
} from './assessment.ts';
import type { CompiledCriterion, CompiledIndicator, CompiledScales, Scorer } from './compile.ts';
import { decide, EMPTY_DENOMINATOR, MISSING, PREVIOUS_MISSING, pointsOf, valuesOf } from './decide.ts';
import { type Figures, NO_DATA } from './figures.ts';
import type { TerritoryClass } from './standard.ts';

/** What is scored: the figures of the period, those of the period before, and the class of the territory. */
export interface AssessmentInput {
  readonly figures: Figures;
  readonly previous: Figures;
  readonly territoryClass: TerritoryClass;
}

function scalesOf(scorer: Scorer, territoryClass: TerritoryClass): CompiledScales {
  const scales = scorer.byClass.get(territoryClass);
  if (scales === undefined)
    throw new RangeError(`${scorer.standard.id}: no threshold for class ${territoryClass}`);
  return scales;
}

const NOTHING: readonly never[] = [];

function missingFigures(
  indicator: CompiledIndicator,
  decision: number,
  input: AssessmentInput,
): readonly MissingFigure[] {
  const period = decision === MISSING ? 'current' : 'previous';
  const figures = period === 'current' ? input.figures : input.previous;
  const missing = indicator.inputs
    .map((name) => ({ input: name, period, state: (figures[name] ?? NO_DATA).state }) as const)
    .filter((figure) => figure.state !== 'given');
  // All given, yet no value: the whole is zero and the standard has no rule for that.
  return missing.length > 0
    ? missing
    : [{ input: indicator.inputs[indicator.inputs.length - 1]!, period, state: 'given' }];
}

function exactValue(
  indicator: CompiledIndicator,
  current: readonly number[],
  previous: readonly number[],
): ExactValue {
  const part = current[indicator.part]!;
  switch (indicator.definition.measure.kind) {
    case 'change': {
      const before = previous[indicator.part]!;
      return { numerator: (part - before) * 100, denominator: before };
    }
    default:
      return {
        numerator: part * indicator.factor,
        denominator: indicator.whole >= 0 ? current[indicator.whole]! : 1,
      };
  }
}

function trace(
  scorer: Scorer,
  criterion: CompiledCriterion,
  indicator: CompiledIndicator,
  decision: number,
  input: AssessmentInput,
  current: readonly number[],
  previous: readonly number[],
): IndicatorTrace {
  const { measure } = indicator.definition;
  const band = decision >= 0 ? indicator.bands[decision]! : null;
  const inputs: TracedInput[] = [];
  for (const name of indicator.inputs)
    inputs.push({ input: name, period: 'current', figure: input.figures[name] ?? NO_DATA });
  const readsPrevious =
    measure.kind === 'change' ||
    (decision >= 0 &&
      (band!.test === 'decreased' || (decision > 0 && indicator.bands[decision - 1]!.test === 'decreased')));
  if (readsPrevious)
    for (const name of indicator.inputs)
      inputs.push({ input: name, period: 'previous', figure: input.previous[name] ?? NO_DATA });
  const missing = decision === MISSING || decision <= PREVIOUS_MISSING;
  return {
    indicator: indicator.definition.code,
    measure,
    inputs,
    value: band !== null && measure.kind !== 'yes_no' ? exactValue(indicator, current, previous) : null,
    outcome:
      band !== null
        ? 'band'
        : missing
          ? 'missing'
          : decision === EMPTY_DENOMINATOR
            ? 'empty_denominator'
            : 'not_applicable',
    band:
      band === null
        ? null
        : {
            index: decision,
            condition: band.source,
            before: decision > 0 ? indicator.bands[decision - 1]!.source : null,
            provenance: band.source.provenance,
          },
    missing: missing ? missingFigures(indicator, decision, input) : NOTHING,
    article: criterion.article,
    standard: scorer.identity,
    provisional: missing
      ? NOTHING
      : indicator.provisionalByOutcome[decision >= 0 ? decision : indicator.bands.length]!,
  };
}

function scoreIndicator(
  scorer: Scorer,
  criterion: CompiledCriterion,
  indicator: CompiledIndicator,
  input: AssessmentInput,
  current: readonly number[],
  previous: readonly number[],
): IndicatorScore {
  const decision = decide(indicator, current, previous);
  const points = pointsOf(indicator, decision);
  const from = decision <= PREVIOUS_MISSING ? PREVIOUS_MISSING - decision : 0;
  return {
    code: indicator.definition.code,
    points,
    least: points ?? indicator.leastFrom[from]!,
    most: points ?? indicator.mostFrom[from]!,
    maximum: indicator.definition.points,
    trace: trace(scorer, criterion, indicator, decision, input, current, previous),
  };
}

function sumUp(criterion: CompiledCriterion, indicators: readonly IndicatorScore[]): CriterionScore {
  let points: number | null = 0;
  let least = 0;
  let most = 0;
  for (const indicator of indicators) {
    if (points !== null) points = indicator.points === null ? null : points + indicator.points;
    least += indicator.least;
    most += indicator.most;
  }
  return {
    number: criterion.definition.number,
    points,
    least,
    most,
    maximum: criterion.definition.maxPoints,
    disqualifyingZero: most === 0,
    indicators,
  };
}

function reasonsFor(
  criteria: readonly CriterionScore[],
  everyCriterionAboveZero: boolean,
  most: number,
  threshold: number,
): Reason[] {
  const reasons: Reason[] = [];
  if (everyCriterionAboveZero)
    for (const criterion of criteria)
      if (criterion.disqualifyingZero)
        reasons.push({ code: 'disqualifying_zero', criterion: criterion.number });
  if (most < threshold) reasons.push({ code: 'below_threshold', missing: threshold - most });
  const missing = new Map<string, MissingFigure & { indicators: string[] }>();
  for (const criterion of criteria) {
    if (criterion.points !== null) continue;
    for (const indicator of criterion.indicators)
      for (const figure of indicator.trace.missing) {
        const key = `${figure.period} ${figure.input}`;
        const known = missing.get(key);
        if (known) known.indicators.push(indicator.code);
        else missing.set(key, { ...figure, indicators: [indicator.code] });
      }
  }
  for (const figure of missing.values()) reasons.push({ code: 'figure_missing', ...figure });
  return reasons;
}

function assess(
  scorer: Scorer,
  scales: CompiledScales,
  territoryClass: TerritoryClass,
  criteria: readonly CriterionScore[],
): Assessment {
  let least = 0;
  let most = 0;
  let complete = true;
  const provisional: ProvisionalValue[] = [];
  for (const criterion of criteria) {
    least += criterion.least;
    most += criterion.most;
    if (criterion.points === null) complete = false;
    for (const indicator of criterion.indicators)
      for (const value of indicator.trace.provisional) provisional.push(value);
  }
  const { recognition, maximum } = scorer.standard;
  const reasons = reasonsFor(criteria, recognition.everyCriterionAboveZero, most, scales.threshold);
  const verdict: Verdict = !complete
    ? 'incomplete'
    : reasons.length > 0
      ? 'not_recognisable'
      : 'recognisable';
  return {
    standard: scorer.identity,
    territoryClass,
    threshold: scales.threshold,
    maximum: maximum.points,
    criteria,
    total: complete ? least : null,
    least,
    most,
    verdict,
    reasons,
    provisional,
  };
}

/**
 * Scores one unit's figures in full, with the trace of every point.
 * Points are those of the bands; the total is their sum; a criterion at zero rules recognition out
 * whatever the total (Quyết định 06/QĐ-TTg, Điều 3).
 * @throws RangeError when the class has no threshold in the standard, or a figure is no whole number of zero or above.
 */
export function score(scorer: Scorer, input: AssessmentInput): Assessment {
  const scales = scalesOf(scorer, input.territoryClass);
  const current = valuesOf(input.figures, scorer.inputs, new Array(scorer.inputs.length));
  const previous = valuesOf(input.previous, scorer.inputs, new Array(scorer.inputs.length));
  const criteria = scales.criteria.map((criterion) =>
    sumUp(
      criterion,
      criterion.indicators.map((indicator) =>
        scoreIndicator(scorer, criterion, indicator, input, current, previous),
      ),
    ),
  );
  return assess(scorer, scales, input.territoryClass, criteria);
}

/**
 * Scores again after some inputs changed, reusing every indicator that does not read them.
 * Gives what `score` gives for the same input.
 * @param known the assessment before the change, of the same standard and class.
 * @param changed names of the inputs whose figure, of this period or the one before, may differ.
 */
export function rescore(
  scorer: Scorer,
  known: Assessment,
  changed: ReadonlySet<string>,
  input: AssessmentInput,
): Assessment {
  const scales = scalesOf(scorer, input.territoryClass);
  const current = valuesOf(input.figures, scorer.inputs, new Array(scorer.inputs.length));
  const previous = valuesOf(input.previous, scorer.inputs, new Array(scorer.inputs.length));
  const criteria = scales.criteria.map((criterion, place) => {
    const before = known.criteria[place]!;
    if (!criterion.indicators.some((indicator) => indicator.inputs.some((name) => changed.has(name))))
      return before;
    return sumUp(
      criterion,
      criterion.indicators.map((indicator, index) =>
        indicator.inputs.some((name) => changed.has(name))
          ? scoreIndicator(scorer, criterion, indicator, input, current, previous)
          : before.indicators[index]!,
      ),
    );
  });
  return assess(scorer, scales, input.territoryClass, criteria);
}

/** Points of each criterion (null while a figure is missing) and the total, without the trace. */
export interface Points {
  readonly criteria: readonly (number | null)[];
  readonly total: number | null;
  readonly everyCriterionAboveZero: boolean;
}

const currentValues: number[] = [];
const previousValues: number[] = [];

/** Points only, for the many units of a province or the country; equal to those of `score`. */
export function scorePoints(scorer: Scorer, input: AssessmentInput): Points {
  const scales = scalesOf(scorer, input.territoryClass);
  const current = valuesOf(input.figures, scorer.inputs, currentValues);
  const previous = valuesOf(input.previous, scorer.inputs, previousValues);
  const criteria: (number | null)[] = [];
  let total: number | null = 0;
  let everyCriterionAboveZero = true;
  for (const criterion of scales.criteria) {
    let points: number | null = 0;
    for (const indicator of criterion.indicators) {
      const scored = pointsOf(indicator, decide(indicator, current, previous));
      points = scored === null || points === null ? null : points + scored;
    }
    criteria.push(points);
    if (points === null) total = null;
    else {
      if (total !== null) total += points;
      if (points === 0) everyCriterionAboveZero = false;
    }
  }
  return { criteria, total, everyCriterionAboveZero };
}
