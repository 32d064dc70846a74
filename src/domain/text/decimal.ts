import type { Language } from './language.ts';
import { MOST_DIGITS, readNumeral } from './numeral.ts';

/** A decimal kept exactly: `text` is its shortest form with a full stop, and equals numerator / denominator. */
export interface Decimal {
  readonly text: string;
  readonly numerator: number;
  /** A power of ten. */
  readonly denominator: number;
}

export type DecimalFault = 'empty' | 'not_a_number' | 'too_large' | 'formula';

export type DecimalReading =
  | { readonly ok: true; readonly value: Decimal }
  | { readonly ok: false; readonly fault: DecimalFault };

/**
 * Reads a number that may have decimals, with either mark: "95,7" and "95.7" are the same.
 *
 * Where both marks occur, the last is the decimal mark ("1.234,5" and "1,234.5"). Only one mark with exactly three
 * digits after it can be read in two ways, and there the language decides as it prints: in Vietnamese "1.234" is
 * 1234 and "1,234" is a little over one; in English the other way round. So what `formatNumber` wrote is read back
 * as the same number. Negative numbers are allowed. Never throws; more than 15 digits are `too_large`.
 */
export function parseDecimal(text: string, language: Language = 'vi'): DecimalReading {
  const numeral = readNumeral(text);
  if (numeral.form !== 'number') return { ok: false, fault: numeral.form };
  const decimalMark = language === 'vi' ? ',' : '.';
  const { whole, decimals } =
    numeral.ambiguousMark === decimalMark
      ? { whole: numeral.whole.slice(0, -3), decimals: numeral.whole.slice(-3) }
      : numeral;
  const significantDecimals = decimals.replace(/0+$/u, '');
  if (whole.length + significantDecimals.length > MOST_DIGITS) return { ok: false, fault: 'too_large' };
  const magnitude = Number(whole + significantDecimals);
  const sign = numeral.negative && magnitude !== 0 ? '-' : '';
  return {
    ok: true,
    value: {
      text: `${sign}${whole}${significantDecimals === '' ? '' : `.${significantDecimals}`}`,
      numerator: sign === '' ? magnitude : -magnitude,
      denominator: 10 ** significantDecimals.length,
    },
  };
}
