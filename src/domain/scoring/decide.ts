import type { CompiledBand, CompiledIndicator } from './compile.ts';
import type { Figure, Figures } from './figures.ts';
import { compareProducts } from './fraction.ts';

/** States of a place in the list of values; given figures are zero or above. */
export const ABSENT = -1;
export const NOT_APPLICABLE = -2;
export const NOT_YET_DUE = -3;

/** Decisions that are no place of a band. */
export const EMPTY_DENOMINATOR = -1;
export const INPUT_NOT_APPLICABLE = -2;
export const MISSING = -3;
/** Subtract the place of the band that needs the previous period: −10 is band 0, −11 band 1 … */
export const PREVIOUS_MISSING = -10;

function valueOfFigure(figure: Figure | undefined, input: string): number {
  if (figure === undefined) return ABSENT;
  switch (figure.state) {
    case 'given': {
      const value = Number(figure.value);
      if (!Number.isSafeInteger(value) || value < 0)
        throw new RangeError(`${input}: not a whole number of zero or above: ${figure.value}`);
      return value;
    }
    case 'not_applicable':
      return NOT_APPLICABLE;
    case 'not_due':
      return NOT_YET_DUE;
    case 'no_data':
      return ABSENT;
  }
}

/**
 * The figures as a list of numbers in the order of `inputs`; absent, not applicable and not due as codes.
 * @throws RangeError for a number that is negative, broken or not whole: such figures are refused before scoring.
 */
export function valuesOf(figures: Figures, inputs: readonly string[], into: number[]): number[] {
  for (let index = 0; index < inputs.length; index++) {
    const input = inputs[index]!;
    into[index] = valueOfFigure(figures[input], input);
  }
  return into;
}

function holds(band: CompiledBand, value: number, denominator: number): boolean {
  const { lower, upper } = band;
  if (lower !== null) {
    const difference = compareProducts(value, lower.denominator, lower.numerator, denominator);
    if (lower.strict ? difference <= 0 : difference < 0) return false;
  }
  if (upper !== null) {
    const difference = compareProducts(value, upper.denominator, upper.numerator, denominator);
    if (upper.strict ? difference >= 0 : difference > 0) return false;
  }
  return true;
}

/** Which band decides an indicator: its place (zero or above), or one of the codes above. */
export function decide(
  indicator: CompiledIndicator,
  current: readonly number[],
  previous: readonly number[],
): number {
  const part = current[indicator.part]!;
  const hasWhole = indicator.whole >= 0;
  const whole = hasWhole ? current[indicator.whole]! : 1;
  if (part < 0 || whole < 0) {
    const notApplicable = part === NOT_APPLICABLE || whole === NOT_APPLICABLE;
    return notApplicable && indicator.emptyPoints !== null ? INPUT_NOT_APPLICABLE : MISSING;
  }
  let value = part * indicator.factor;
  let denominator = whole;
  if (indicator.definition.measure.kind === 'change') {
    const before = previous[indicator.part]!;
    if (before < 0) return PREVIOUS_MISSING;
    value = (part - before) * indicator.factor;
    denominator = before;
  }
  if (denominator === 0) return indicator.emptyPoints === null ? MISSING : EMPTY_DENOMINATOR;
  const bands = indicator.bands;
  for (let index = 0; index < bands.length; index++) {
    const band = bands[index]!;
    if (band.test === 'otherwise') return index;
    if (band.test === 'decreased') {
      const partBefore = previous[indicator.part]!;
      const wholeBefore = hasWhole ? previous[indicator.whole]! : 1;
      if (partBefore < 0 || wholeBefore <= 0) return PREVIOUS_MISSING - index;
      if (compareProducts(part, wholeBefore, partBefore, whole) < 0) return index;
    } else if (holds(band, value, denominator)) return index;
  }
  return MISSING;
}

/** The points of a decision, or null while a figure is missing. */
export function pointsOf(indicator: CompiledIndicator, decision: number): number | null {
  if (decision >= 0) return indicator.bands[decision]!.points;
  return decision === EMPTY_DENOMINATOR || decision === INPUT_NOT_APPLICABLE ? indicator.emptyPoints : null;
}
