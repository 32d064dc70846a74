import type {
  AssessmentInput,
  ExactValue,
  IndicatorTrace,
  MissingFigure,
  TracedInput,
} from './assessment.ts';
import type { CompiledCriterion, CompiledIndicator, Scorer } from './compile.ts';
import { EMPTY_DENOMINATOR, MISSING, PREVIOUS_MISSING } from './decide.ts';
import { NO_DATA } from './figures.ts';

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

function exactValue(indicator: CompiledIndicator, current: Float64Array, previous: Float64Array): ExactValue {
  const part = current[indicator.part]!;
  if (indicator.isChange) {
    const before = previous[indicator.part]!;
    return { numerator: (part - before) * indicator.factor, denominator: before };
  }
  return {
    numerator: part * indicator.factor,
    denominator: indicator.whole >= 0 ? current[indicator.whole]! : 1,
  };
}

/** How the decision about an indicator came about. */
export function traceOf(
  scorer: Scorer,
  criterion: CompiledCriterion,
  indicator: CompiledIndicator,
  decision: number,
  input: AssessmentInput,
  current: Float64Array,
  previous: Float64Array,
): IndicatorTrace {
  const { measure } = indicator.definition;
  const band = decision >= 0 ? indicator.bands[decision]! : null;
  const inputs: TracedInput[] = [];
  for (const name of indicator.inputs)
    inputs.push({ input: name, period: 'current', figure: input.figures[name] ?? NO_DATA });
  if (indicator.isChange || decision >= indicator.firstFallBand || decision <= PREVIOUS_MISSING)
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
    band: band === null ? null : band.traced,
    missing: missing ? missingFigures(indicator, decision, input) : NOTHING,
    article: criterion.article,
    standard: scorer.identity,
    provisional: missing
      ? NOTHING
      : indicator.provisionalByOutcome[decision >= 0 ? decision : indicator.bands.length]!,
  };
}
