/** Exact arithmetic on the small numbers of a standard: 97.996% must never become 98%. */

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

const PLAIN_DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Whether a number can be read digit by digit: no exponent, no infinity, no more digits than a number holds exactly. */
export function isPlainDecimal(value: number): boolean {
  const text = String(value);
  return PLAIN_DECIMAL.test(text) && Number.isSafeInteger(Number(text.replace('.', '')));
}

/**
 * The fraction that a decimal literal of a standard stands for: 97.5 is 975/10, not the nearest binary number.
 * @throws RangeError when the number is no plain decimal (`isPlainDecimal`).
 */
export function fractionOfDecimal(value: number): Fraction {
  if (!isPlainDecimal(value)) throw new RangeError(`Not a plain decimal number: ${value}`);
  const [, sign = '', whole = '', decimals = ''] = PLAIN_DECIMAL.exec(String(value))!;
  const numerator = Number(`${sign}${whole}${decimals}`);
  return { numerator: numerator === 0 ? 0 : numerator, denominator: 10 ** decimals.length };
}

/** The sign of a×b − c×d, exactly, for whole numbers of any size that a number can hold. */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  if (Math.abs(left) <= Number.MAX_SAFE_INTEGER && Math.abs(right) <= Number.MAX_SAFE_INTEGER)
    return left - right;
  const difference = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

/** A fraction times 10^decimals, rounded half away from zero to a whole number. The denominator is positive. */
export function roundedTo({ numerator, denominator }: Fraction, decimals: number): bigint {
  const doubled = BigInt(Math.abs(numerator)) * 10n ** BigInt(decimals) * 2n + BigInt(denominator);
  const rounded = doubled / (2n * BigInt(denominator));
  return numerator < 0 ? -rounded : rounded;
}
