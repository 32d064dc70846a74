import type { IndicatorTrace } from './assessment.ts';
import { compileBand } from './compile.ts';
import { holds } from './decide.ts';
import { fractionOfDecimal } from './fraction.ts';
import { figureOf, indicatorOf, labelOf, lowerFirst } from './naming.ts';
import {
  type Band,
  factorOf,
  inputsOfMeasure,
  type Standard,
  scaleFor,
  type TerritoryClass,
} from './standard.ts';
import { bandText, type Language, wholeText } from './wording.ts';

/** What would bring an indicator to its next higher band, where more of the part is better. */
export interface NextStep {
  /** How many more of the part are needed, with the whole unchanged. */
  readonly more: number;
  readonly points: number;
  readonly sentence: string;
}

/** Where on the way up another band may begin: at a value, or right above it. */
type Step = { readonly atLeast: number } | { readonly moreThan: number };

/** A band begins where it says so, and where the one before it ends. */
function stepsOf(band: Band): readonly Step[] {
  if ('change' in band || 'otherwise' in band) return [];
  if ('equals' in band) {
    const value = Number(band.equals);
    return [{ atLeast: value }, { moreThan: value }];
  }
  const steps: Step[] = [];
  if ('atLeast' in band) steps.push({ atLeast: band.atLeast });
  if ('moreThan' in band) steps.push({ moreThan: band.moreThan });
  if ('atMost' in band && band.atMost !== undefined) steps.push({ moreThan: band.atMost });
  if ('lessThan' in band && band.lessThan !== undefined) steps.push({ atLeast: band.lessThan });
  return steps;
}

/** The smallest part of a whole that takes a step. */
function leastPartFor(step: Step, whole: number, factor: number): number {
  const { numerator, denominator } = fractionOfDecimal('atLeast' in step ? step.atLeast : step.moreThan);
  const exact = (numerator * whole) / (denominator * factor);
  return 'moreThan' in step ? Math.floor(exact) + 1 : Math.ceil(exact);
}

/**
 * The smallest increase of the part that gives more points, of a share or a count.
 * Null where less is better (an incident that happened cannot be undone, and hiding it must never be suggested),
 * where a fall against the previous period counts too, where nothing is computed, or at the top.
 */
export function nextStepOf(
  trace: IndicatorTrace,
  standard: Standard,
  territoryClass: TerritoryClass,
  language: Language,
): NextStep | null {
  const { measure, value, band } = trace;
  if (
    value === null ||
    band === null ||
    (measure.kind !== 'ratio' && measure.kind !== 'survey' && measure.kind !== 'count')
  )
    return null;
  const indicator = indicatorOf(standard, trace.indicator);
  if (indicator.lowerIsBetter) return null;
  const scale = scaleFor(indicator, territoryClass);
  if (scale.some((one) => 'change' in one)) return null;
  const part = figureOf(trace, 0, 'current');
  const whole = value.denominator;
  const most = measure.kind === 'count' ? Number.POSITIVE_INFINITY : whole;
  const factor = factorOf(measure);
  const bands = scale.map((one, index) => compileBand(one, index, scale, factor));
  const reached = scale
    .flatMap(stepsOf)
    .map((step) => ({ step, needed: leastPartFor(step, whole, factor) }))
    .filter(({ needed }) => needed > part && needed <= most)
    .sort((one, other) => one.needed - other.needed)
    .map(({ step, needed }) => ({
      step,
      more: needed - part,
      points: bands.find((one) => holds(one, needed, whole))?.points ?? 0,
    }))
    .find(({ points }) => points > scale[band.index]!.points);
  if (reached === undefined) return null;
  const { step, more, points } = reached;
  const label = lowerFirst(labelOf(standard, inputsOfMeasure(measure)[0]!, language));
  const limit = bandText(step, null, measure, language);
  const sentence =
    language === 'vi'
      ? `Thêm ${wholeText(more, language)} vào “${label}” thì đạt mức ${limit}, được ${wholeText(points, language)} điểm.`
      : `${wholeText(more, language)} more of “${label}” reach ${limit}, which gives ${wholeText(points, language)} points.`;
  return { more, points, sentence };
}
