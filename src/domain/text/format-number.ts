import type { Language } from './language.ts';

const MARKS = { vi: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const;

/**
 * A number as people read it: 1.234,5 in Vietnamese, 1,234.5 in English.
 * Nothing is rounded here, for 97.996 must not appear as 98 beside a band that begins at 98; a caller that wants
 * fewer digits hands over the rounded decimal text.
 *
 * @param value a number, or decimal text with a full stop ("95.70" keeps its last zero)
 * @throws RangeError for NaN, the infinities and text that is no decimal
 */
export function formatNumber(value: number | string, language: Language = 'vi'): string {
  const text = typeof value === 'number' ? plainDecimal(value) : value;
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(text);
  if (!parts) throw new RangeError(`Not a decimal number: ${text}`);
  const marks = MARKS[language];
  const whole = parts[2]!.replace(/\B(?=(?:\d{3})+$)/gu, marks.group);
  return `${parts[1]}${whole}${parts[3] === undefined ? '' : `${marks.decimal}${parts[3]}`}`;
}

/** The digits of a number without an exponent; 20 decimals are the most that every supported browser prints. */
function plainDecimal(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const withoutExponent = { useGrouping: false, maximumFractionDigits: 20, signDisplay: 'negative' } as const;
  return new Intl.NumberFormat('en-US', withoutExponent).format(value);
}
