/** Exact arithmetic on the small numbers of a standard: 97.996% must never become 98%. */

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The fraction that a decimal literal of a standard stands for: 97.5 is 975/10, not the nearest binary number.
 * @throws RangeError when the number has no plain decimal notation (exponents, infinities, NaN).
 */
export function fractionOfDecimal(value: number): Fraction {
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`Not a plain decimal number: ${text}`);
  const decimals = match[3] ?? '';
  const numerator = Number(`${match[1]}${match[2]}${decimals}`);
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

/**
 * A fraction as decimal text with a full stop, rounded half away from zero to `decimals` places.
 * The denominator is positive.
 */
export function decimalText(numerator: number, denominator: number, decimals: number): string {
  const negative = numerator < 0;
  const scaled = BigInt(Math.abs(numerator)) * 10n ** BigInt(decimals) * 2n + BigInt(denominator);
  const rounded = scaled / (2n * BigInt(denominator));
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return negative && rounded !== 0n ? `-${text}` : text;
}
