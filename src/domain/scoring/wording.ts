import type { ExactValue } from './assessment.ts';
import { compareProducts, fractionOfDecimal, roundedTo } from './fraction.ts';
import type { Band, BandCondition, Measure } from './standard.ts';

export type Language = 'vi' | 'en';

/** A number with the separators of the language: 1.234,5 in Vietnamese, 1,234.5 in English. */
export function numberText(decimal: string, language: Language): string {
  const [whole = '', fraction] = decimal.split('.');
  const sign = whole.startsWith('-') ? '−' : '';
  const grouped = whole.replace('-', '').replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
  return `${sign}${grouped}${fraction === undefined ? '' : `${language === 'vi' ? ',' : '.'}${fraction}`}`;
}

export function wholeText(value: number, language: Language): string {
  return numberText(String(value), language);
}

/** Numeric limits of a scale, once each. */
function limitsOf(scale: readonly Band[]): number[] {
  return scale.flatMap((band) =>
    Object.entries(band).flatMap(([key, value]) =>
      key !== 'points' && typeof value === 'number' ? [value] : [],
    ),
  );
}

/** A whole number of 10^-decimals as decimal text without trailing zeros: 9575 with 2 decimals is 95.75. */
function decimalText(rounded: bigint, decimals: number): string {
  const digits = String(rounded < 0n ? -rounded : rounded).padStart(decimals + 1, '0');
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '');
  return rounded < 0n ? `-${text}` : text;
}

/**
 * The value to two decimals, or to as many as it takes that the rounded number lies on the same side of every
 * limit as the exact one: 97.996 is shown as 97,996, never as 98 beside "below 98%".
 */
export function valueText(value: ExactValue, scale: readonly Band[], language: Language): string {
  const limits = limitsOf(scale).map((limit) => {
    const { numerator, denominator } = fractionOfDecimal(limit);
    const side = Math.sign(compareProducts(value.numerator, denominator, numerator, value.denominator));
    return { numerator: BigInt(numerator), denominator: BigInt(denominator), side };
  });
  // Ends: the rounded value comes closer to the exact one than any limit that differs from it.
  for (let decimals = 2; ; decimals++) {
    const rounded = roundedTo(value, decimals);
    const unit = 10n ** BigInt(decimals);
    const keepsItsSide = limits.every(({ numerator, denominator, side }) => {
      const left = rounded * denominator;
      const right = numerator * unit;
      return (left < right ? -1 : left > right ? 1 : 0) === side;
    });
    if (keepsItsSide) return numberText(decimalText(rounded, decimals), language);
  }
}

/** The sign after a value of this measure. */
export function unitOf(measure: Measure, language: Language): string {
  switch (measure.kind) {
    case 'ratio':
    case 'survey':
    case 'change':
      return '%';
    case 'rate':
      return language === 'vi'
        ? ` trên ${wholeText(measure.per, language)}`
        : ` per ${wholeText(measure.per, language)}`;
    default:
      return '';
  }
}

const words = {
  vi: {
    equals: (x: string) => `bằng ${x}`,
    atLeast: (x: string) => `từ ${x} trở lên`,
    atMost: (x: string) => `không quá ${x}`,
    lessThan: (x: string) => `dưới ${x}`,
    moreThan: (x: string) => `trên ${x}`,
    fromBelow: (low: string, high: string) => `từ ${low} đến dưới ${high}`,
    overTo: (low: string, high: string) => `trên ${low} đến ${high}`,
    decreased: 'giảm so với kỳ trước',
    notDecreased: 'không giảm so với kỳ trước',
    otherwise: 'các trường hợp còn lại',
    yes: 'có',
    no: 'không',
  },
  en: {
    equals: (x: string) => `equal to ${x}`,
    atLeast: (x: string) => `${x} or more`,
    atMost: (x: string) => `${x} or less`,
    lessThan: (x: string) => `below ${x}`,
    moreThan: (x: string) => `above ${x}`,
    fromBelow: (low: string, high: string) => `from ${low} to below ${high}`,
    overTo: (low: string, high: string) => `above ${low} up to ${high}`,
    decreased: 'lower than in the previous period',
    notDecreased: 'not lower than in the previous period',
    otherwise: 'all other cases',
    yes: 'yes',
    no: 'no',
  },
} as const;

/**
 * The limit of a band that has this one limit alone. Only such a band, when it does not hold, tells on which side
 * the value lies: outside a band with two limits it may lie on either.
 */
function loneLimit(condition: BandCondition | null, key: 'atLeast' | 'moreThan' | 'atMost' | 'lessThan') {
  if (condition === null) return undefined;
  const limits = new Map(
    Object.entries(condition).filter(([name, value]) => name !== 'points' && typeof value === 'number'),
  );
  return limits.size === 1 ? (limits.get(key) as number | undefined) : undefined;
}

/**
 * A band in words. With the condition tried before it, a ladder reads as intervals:
 * "từ 95% đến dưới 98%" rather than "từ 95% trở lên". The words are true of every value that the band takes.
 */
export function bandText(
  condition: BandCondition,
  before: BandCondition | null,
  measure: Measure,
  language: Language,
): string {
  const say = words[language];
  const unit = measure.kind === 'rate' ? '' : unitOf(measure, language);
  const limit = (value: number) => `${numberText(String(value), language)}${unit}`;
  if ('equals' in condition) {
    if (typeof condition.equals !== 'boolean') return say.equals(limit(condition.equals));
    return condition.equals ? say.yes : say.no;
  }
  if ('change' in condition) return say.decreased;
  if ('atLeast' in condition) {
    const high = condition.lessThan ?? loneLimit(before, 'atLeast');
    return high === undefined
      ? say.atLeast(limit(condition.atLeast))
      : say.fromBelow(limit(condition.atLeast), limit(high));
  }
  if ('moreThan' in condition) {
    const high = condition.atMost ?? loneLimit(before, 'moreThan');
    return high === undefined
      ? say.moreThan(limit(condition.moreThan))
      : say.overTo(limit(condition.moreThan), limit(high));
  }
  if ('atMost' in condition) {
    const low = loneLimit(before, 'atMost');
    return low === undefined
      ? say.atMost(limit(condition.atMost))
      : say.overTo(limit(low), limit(condition.atMost));
  }
  if ('lessThan' in condition) {
    const low = loneLimit(before, 'lessThan');
    return low === undefined
      ? say.lessThan(limit(condition.lessThan))
      : say.fromBelow(limit(low), limit(condition.lessThan));
  }
  return otherwiseText(before, say, limit);
}

function otherwiseText(
  before: BandCondition | null,
  say: (typeof words)[Language],
  limit: (value: number) => string,
): string {
  if (before !== null && 'equals' in before && typeof before.equals === 'boolean')
    return before.equals ? say.no : say.yes;
  if (before !== null && 'change' in before) return say.notDecreased;
  const [atLeast, moreThan] = [loneLimit(before, 'atLeast'), loneLimit(before, 'moreThan')];
  const [atMost, lessThan] = [loneLimit(before, 'atMost'), loneLimit(before, 'lessThan')];
  if (atLeast !== undefined) return say.lessThan(limit(atLeast));
  if (moreThan !== undefined) return say.atMost(limit(moreThan));
  if (atMost !== undefined) return say.moreThan(limit(atMost));
  if (lessThan !== undefined) return say.atLeast(limit(lessThan));
  return say.otherwise;
}

/** The whole scale in words, one line a band, for the rule printed beside an input. */
export function scaleText(scale: readonly Band[], measure: Measure, language: Language): string[] {
  return scale.map((band, index) => {
    const text = bandText(band, scale[index - 1] ?? null, measure, language);
    return `${text}: ${wholeText(band.points, language)} ${language === 'vi' ? 'điểm' : 'points'}`;
  });
}
