import { MOST_DIGITS, readNumeral } from './numeral.ts';

export type WholeNumberFault = 'empty' | 'not_a_number' | 'negative' | 'fraction' | 'too_large' | 'formula';

export type WholeNumberReading =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly fault: WholeNumberFault };

/**
 * Reads a count that a person typed or pasted: "1234", "1.234", "1,234", "1 234" are all 1234.
 *
 * A count has no decimals, therefore a stop or comma followed by exactly three digits groups thousands; followed by
 * any other number of digits it is a decimal mark, and the text is refused as a fraction ("95,7" is never 957,
 * and neither is "95,0" taken for 95, since "95,000" would be 95000).
 * Never throws. Counts of more than 15 digits are `too_large`.
 */
export function parseWholeNumber(text: string): WholeNumberReading {
  const numeral = readNumeral(text);
  if (numeral.form !== 'number') return { ok: false, fault: numeral.form };
  if (numeral.negative) return { ok: false, fault: 'negative' };
  if (numeral.decimals !== '') return { ok: false, fault: 'fraction' };
  if (numeral.whole.length > MOST_DIGITS) return { ok: false, fault: 'too_large' };
  return { ok: true, value: Number(numeral.whole) };
}
