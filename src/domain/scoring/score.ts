import type {
  Assessment,
  AssessmentInput,
  CriterionScore,
  IndicatorScore,
  MissingFigure,
  ProvisionalValue,
  Reason,
  Verdict,
} from './assessment.ts';
import type { CompiledCriterion, CompiledIndicator, CompiledScales, Scorer } from './compile.ts';
import { decide, pointsOf, rangeOf, readValues } from './decide.ts';
import type { TerritoryClass } from './standard.ts';
import { traceOf } from './trace.ts';

function scalesOf(scorer: Scorer, territoryClass: TerritoryClass): CompiledScales {
  const scales = scorer.byClass.get(territoryClass);
  if (scales === undefined)
    throw new RangeError(`${scorer.standard.id}: no threshold for class ${territoryClass}`);
  return scales;
}

/** Both lists of values, used again for every unit: what the scorer reads is written anew each time. */
const values = { current: new Float64Array(0), previous: new Float64Array(0) };

function valuesOf(scorer: Scorer, input: AssessmentInput): typeof values {
  const { inputs } = scorer;
  if (values.current.length < inputs.length) {
    values.current = new Float64Array(inputs.length);
    values.previous = new Float64Array(inputs.length);
  }
  readValues(input.figures, inputs, scorer.currentPlaces, values.current);
  readValues(input.previous, inputs, scorer.previousPlaces, values.previous);
  return values;
}

function scoreIndicator(
  scorer: Scorer,
  criterion: CompiledCriterion,
  indicator: CompiledIndicator,
  input: AssessmentInput,
  current: Float64Array,
  previous: Float64Array,
): IndicatorScore {
  const decision = decide(indicator, current, previous);
  const points = pointsOf(indicator, decision);
  const range = points === null ? rangeOf(indicator, decision, current) : null;
  return {
    code: indicator.definition.code,
    points,
    least: points ?? range!.least,
    most: points ?? range!.most,
    maximum: indicator.definition.points,
    trace: traceOf(scorer, criterion, indicator, decision, input, current, previous),
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
  const { current, previous } = valuesOf(scorer, input);
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
  const { current, previous } = valuesOf(scorer, input);
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

/** Points only, for the many units of a province or the country; equal to those of `score`. */
export function scorePoints(scorer: Scorer, input: AssessmentInput): Points {
  const scales = scalesOf(scorer, input.territoryClass);
  const { current, previous } = valuesOf(scorer, input);
  const criteria = new Array<number | null>(scales.criteria.length);
  let total: number | null = 0;
  let everyCriterionAboveZero = true;
  for (let place = 0; place < criteria.length; place++) {
    let points: number | null = 0;
    for (const indicator of scales.criteria[place]!.indicators) {
      const scored = pointsOf(indicator, decide(indicator, current, previous));
      points = scored === null || points === null ? null : points + scored;
    }
    criteria[place] = points;
    if (points === null) total = null;
    else {
      if (total !== null) total += points;
      if (points === 0) everyCriterionAboveZero = false;
    }
  }
  return { criteria, total, everyCriterionAboveZero };
}
