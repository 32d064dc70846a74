import type { IndicatorTrace } from './assessment.ts';
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

const lowerLimitOf = (band: Band): number | null =>
  'atLeast' in band ? band.atLeast : 'moreThan' in band ? band.moreThan : null;

/** The smallest part of a whole that reaches the lower limit of a band; null where the band has none. */
function leastPartFor(band: Band, whole: number, factor: number): number | null {
  const limit = lowerLimitOf(band);
  if (limit === null) return null;
  const { numerator, denominator } = fractionOfDecimal(limit);
  const exact = (numerator * whole) / (denominator * factor);
  return 'moreThan' in band ? Math.floor(exact) + 1 : Math.ceil(exact);
}

/**
 * The smallest increase of the part that reaches the next higher band of a share or a count.
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
  const whole = measure.kind === 'count' ? Number.POSITIVE_INFINITY : value.denominator;
  const reachable = scale
    .filter((target) => target.points > scale[band.index]!.points)
    .flatMap((target) => {
      const needed = leastPartFor(target, value.denominator, factorOf(measure));
      return needed === null || needed <= part || needed > whole ? [] : [{ target, more: needed - part }];
    })
    .sort((a, b) => a.more - b.more);
  if (reachable.length === 0) return null;
  const { target, more } = reachable[0]!;
  const label = lowerFirst(labelOf(standard, inputsOfMeasure(measure)[0]!, language));
  const limit = bandText(
    'moreThan' in target ? { moreThan: target.moreThan } : { atLeast: lowerLimitOf(target)! },
    null,
    measure,
    language,
  );
  const sentence =
    language === 'vi'
      ? `Thêm ${wholeText(more, language)} vào “${label}” thì đạt mức ${limit}, được ${wholeText(target.points, language)} điểm.`
      : `${wholeText(more, language)} more of “${label}” reach ${limit}, which gives ${wholeText(target.points, language)} points.`;
  return { more, points: target.points, sentence };
}
