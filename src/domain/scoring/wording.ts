import type { ExactValue } from './assessment.ts';
import { compareProducts, decimalText, fractionOfDecimal } from './fraction.ts';
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

const compareDecimal = (text: string, limit: number): number => {
  const left = fractionOfDecimal(Number(text));
  const right = fractionOfDecimal(limit);
  return Math.sign(compareProducts(left.numerator, right.denominator, right.numerator, left.denominator));
};

/**
 * The value to two decimals, or to as many as it takes that the rounded number lies on the same side of every
 * limit as the exact one: 97.996 is shown as 97,996, never as 98,00 beside "below 98%".
 */
export function valueText(value: ExactValue, scale: readonly Band[], language: Language): string {
  const limits = limitsOf(scale);
  const sides = limits.map((limit) => {
    const { numerator, denominator } = fractionOfDecimal(limit);
    return Math.sign(compareProducts(value.numerator, denominator, numerator, value.denominator));
  });
  for (let decimals = 2; decimals <= 9; decimals++) {
    const text = decimalText(value.numerator, value.denominator, decimals);
    if (limits.every((limit, index) => compareDecimal(text, limit) === sides[index]))
      return numberText(
        text.replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : text.includes('.') ? '' : zeros)),
        language,
      );
  }
  return numberText(decimalText(value.numerator, value.denominator, 9), language);
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
 * A band in words. With the condition tried before it, a ladder reads as intervals:
 * "từ 95% đến dưới 98%" rather than "từ 95% trở lên".
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
  if ('equals' in condition)
    return typeof condition.equals === 'boolean'
      ? condition.equals
        ? say.yes
        : say.no
      : say.equals(limit(condition.equals));
  if ('change' in condition) return say.decreased;
  if ('atLeast' in condition) {
    const high = condition.lessThan ?? (before !== null && 'atLeast' in before ? before.atLeast : undefined);
    return high === undefined
      ? say.atLeast(limit(condition.atLeast))
      : say.fromBelow(limit(condition.atLeast), limit(high));
  }
  if ('moreThan' in condition)
    return condition.atMost === undefined
      ? say.moreThan(limit(condition.moreThan))
      : say.overTo(limit(condition.moreThan), limit(condition.atMost));
  if ('atMost' in condition) {
    const low = before !== null && 'atMost' in before ? before.atMost : undefined;
    return low === undefined
      ? say.atMost(limit(condition.atMost))
      : say.overTo(limit(low), limit(condition.atMost));
  }
  if ('lessThan' in condition) return say.lessThan(limit(condition.lessThan));
  if (before === null) return say.otherwise;
  if ('equals' in before && typeof before.equals === 'boolean') return before.equals ? say.no : say.yes;
  if ('change' in before) return say.notDecreased;
  if ('atLeast' in before) return say.lessThan(limit(before.atLeast));
  if ('atMost' in before && before.atMost !== undefined) return say.moreThan(limit(before.atMost));
  return say.otherwise;
}

/** The whole scale in words, one line a band, for the rule printed beside an input. */
export function scaleText(scale: readonly Band[], measure: Measure, language: Language): string[] {
  return scale.map((band, index) => {
    const text = bandText(band, scale[index - 1] ?? null, measure, language);
    return `${text}: ${wholeText(band.points, language)} ${language === 'vi' ? 'điểm' : 'points'}`;
  });
}
