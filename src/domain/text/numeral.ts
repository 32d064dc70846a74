import { normaliseText } from './normalise.ts';

/** What a typed text is before anyone asks whether it may be a fraction or negative. */
export type Numeral =
  | { readonly form: 'empty' | 'formula' | 'not_a_number' }
  | {
      readonly form: 'number';
      readonly negative: boolean;
      /** Digits before the decimal mark, without grouping. */
      readonly whole: string;
      /** Digits after the decimal mark; empty when there is none. */
      readonly decimals: string;
      /** The mark of a number like "1.234": one mark, three digits after it, so that it may also be grouping. */
      readonly ambiguousMark: '.' | ',' | null;
    };

/** Spreadsheets keep 15 digits exactly, and so does a JavaScript number: what is longer is refused, not rounded. */
export const MOST_DIGITS = 15;

const MINUS = /^[\u2212\u2013\uFE63\uFF0D]/u;
const FULL_WIDTH_DIGIT = /[\uFF10-\uFF19]/gu;
const GROUPED = /^[1-9]\d{0,2}([., ])\d{3}(?:\1\d{3})*$/u;
const PLAIN_FRACTION = /^(\d+)([.,])(\d+)$/u;
const GROUPED_FRACTION = /^([1-9]\d{0,2}([., ])\d{3}(?:\2\d{3})*)([.,])(\d+)$/u;

/** Takes a typed number apart: sign, grouping by stop, comma or space, and either decimal mark. */
export function readNumeral(typed: string): Numeral {
  const text = normaliseText(typed)
    .replace(FULL_WIDTH_DIGIT, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(MINUS, '-');
  if (text === '') return { form: 'empty' };
  if (/^[=@]|^[+-]\s*\p{L}/u.test(text)) return { form: 'formula' };

  const negative = text.startsWith('-');
  const body = text.replace(/^[+-]\s*/u, '');
  const number = (whole: string, decimals: string, ambiguousMark: '.' | ',' | null = null): Numeral => ({
    form: 'number',
    negative,
    whole: whole.replace(/\D/gu, '').replace(/^0+(?=\d)/u, ''),
    decimals,
    ambiguousMark,
  });

  if (/^\d+$/u.test(body)) return number(body, '');
  const grouped = GROUPED.exec(body);
  if (grouped) {
    const mark = grouped[1] === '.' || grouped[1] === ',' ? grouped[1] : null;
    const marksInBody = body.replace(/\d/gu, '').length;
    return number(body, '', marksInBody === 1 ? mark : null);
  }
  const plain = PLAIN_FRACTION.exec(body);
  if (plain) return number(plain[1]!, plain[3]!);
  const fraction = GROUPED_FRACTION.exec(body);
  if (fraction && fraction[2] !== fraction[3]) return number(fraction[1]!, fraction[4]!);
  return { form: 'not_a_number' };
}
