import type { CompiledBand, CompiledIndicator } from './compile.ts';
import type { Figure, Figures } from './figures.ts';
import { compareProducts } from './fraction.ts';

/** States of a place in the list of values; given figures are zero or above. */
const ABSENT = -1;
const NOT_APPLICABLE = -2;
const NOT_YET_DUE = -3;

/** Decisions that are no place of a band. */
export const EMPTY_DENOMINATOR = -1;
export const INPUT_NOT_APPLICABLE = -2;
export const MISSING = -3;
/** Subtract the place of the band that needs the previous period: −10 is band 0, −11 band 1 … */
export const PREVIOUS_MISSING = -10;

function valueOfFigure(figure: Figure | undefined, input: string): number {
  if (figure === undefined) return ABSENT;
  if (figure.state === 'given') {
    const { value } = figure;
    if (value === true) return 1;
    if (value === false) return 0;
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`${input}: not a whole number of zero or above: ${value}`);
    return value;
  }
  if (figure.state === 'no_data') return ABSENT;
  return figure.state === 'not_due' ? NOT_YET_DUE : NOT_APPLICABLE;
}

/**
 * Writes the figures into a list of numbers at the given places of `inputs`; absent, not applicable and not due
 * as codes. Places that no indicator reads are left alone.
 * @throws RangeError for a number that is negative, broken or not whole: such figures are refused before scoring.
 */
export function readValues(
  figures: Figures,
  inputs: readonly string[],
  places: readonly number[],
  into: Float64Array,
): Float64Array {
  for (let index = 0; index < places.length; index++) {
    const place = places[index]!;
    const input = inputs[place]!;
    into[place] = valueOfFigure(figures[input], input);
  }
  return into;
}

/** Whether a band takes a part of a whole. A band that asks for a fall says nothing of that, and holds. */
export function holds(band: CompiledBand, part: number, whole: number): boolean {
  const { lower, upper } = band;
  if (lower !== null) {
    const above = compareProducts(part, lower.ofPart, whole, lower.ofWhole);
    if (lower.strict ? above <= 0 : above < 0) return false;
  }
  if (upper !== null) {
    const above = compareProducts(part, upper.ofPart, whole, upper.ofWhole);
    if (upper.strict ? above >= 0 : above > 0) return false;
  }
  return true;
}

/** Which band decides an indicator: its place (zero or above), or one of the codes above. */
export function decide(indicator: CompiledIndicator, current: Float64Array, previous: Float64Array): number {
  let part = current[indicator.part]!;
  let whole = indicator.whole >= 0 ? current[indicator.whole]! : 1;
  if (part < 0 || whole < 0) {
    const notApplicable = part === NOT_APPLICABLE || whole === NOT_APPLICABLE;
    return notApplicable && indicator.emptyPoints !== null ? INPUT_NOT_APPLICABLE : MISSING;
  }
  if (indicator.isChange) {
    const before = previous[indicator.part]!;
    if (before === NOT_APPLICABLE && indicator.emptyPoints !== null) return INPUT_NOT_APPLICABLE;
    if (before < 0 || (before === 0 && indicator.emptyPoints === null)) return PREVIOUS_MISSING;
    part -= before;
    whole = before;
  }
  if (whole === 0) return indicator.emptyPoints === null ? MISSING : EMPTY_DENOMINATOR;
  const bands = indicator.bands;
  for (let index = 0; index < bands.length; index++) {
    const band = bands[index]!;
    if (band.asksForFall) {
      const partBefore = previous[indicator.part]!;
      const wholeBefore = indicator.whole >= 0 ? previous[indicator.whole]! : 1;
      if (partBefore < 0 || wholeBefore <= 0) return PREVIOUS_MISSING - index;
      if (compareProducts(part, wholeBefore, partBefore, whole) < 0) return index;
    } else if (holds(band, part, whole)) return index;
  }
  return MISSING;
}

/** The points of a decision, or null while a figure is missing. */
export function pointsOf(indicator: CompiledIndicator, decision: number): number | null {
  if (decision >= 0) return indicator.bands[decision]!.points;
  return decision === EMPTY_DENOMINATOR || decision === INPUT_NOT_APPLICABLE ? indicator.emptyPoints : null;
}

/**
 * The least and the most points that an indicator can still become under a decision. When only the figures of the
 * previous period are missing, two bands are left: the one for a fall, and the one for this period's value.
 */
export function rangeOf(
  indicator: CompiledIndicator,
  decision: number,
  current: Float64Array,
): { readonly least: number; readonly most: number } {
  if (decision > PREVIOUS_MISSING || indicator.isChange) return indicator.anyOutcome;
  const fall = PREVIOUS_MISSING - decision;
  const part = current[indicator.part]!;
  const whole = indicator.whole >= 0 ? current[indicator.whole]! : 1;
  const noFall = indicator.bands.find(
    (band, index) => index > fall && !band.asksForFall && holds(band, part, whole),
  );
  const points = [indicator.bands[fall]!.points, ...(noFall === undefined ? [] : [noFall.points])];
  return { least: Math.min(...points), most: Math.max(...points) };
}
