import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, type Language, parseDecimal, parseWholeNumber } from './index.ts';

const language = fc.constantFrom<Language>('vi', 'en');
const count = fc.integer({ min: 0, max: 999_999_999_999_999 });
const typedText = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789., -+=\u00A0') }));

const whole = (text: string) => {
  const reading = parseWholeNumber(text);
  return reading.ok ? reading.value : reading.fault;
};
const decimal = (text: string, in_: Language = 'vi') => {
  const reading = parseDecimal(text, in_);
  return reading.ok ? reading.value.text : reading.fault;
};

describe('reading a count', () => {
  it('accepts every habit of grouping thousands', () => {
    for (const text of [
      '1234',
      '1.234',
      '1,234',
      '1 234',
      '1\u00A0234',
      ' 1.234\u200B ',
      '+1234',
      '１２３４',
    ]) {
      expect(whole(text), text).toBe(1234);
    }
    expect(whole('1.234.567')).toBe(1_234_567);
  });

  it('counts zero, and a leading zero as official papers write it', () => {
    expect(whole('0')).toBe(0);
    expect(whole('05')).toBe(5);
  });

  it('never takes a decimal for a count ten times as large', () => {
    for (const text of ['95,7', '95.7', '95,0', '95.00', '0.123', '1.234,5', '1,234.5', '-95,7']) {
      expect(['fraction', 'negative'], text).toContain(whole(text));
    }
    expect(whole('95,7')).toBe('fraction');
  });

  it('says what is wrong with what cannot be a count', () => {
    expect(whole(' \u00A0 ')).toBe('empty');
    expect(whole('-5')).toBe('negative');
    expect(whole('\u22125')).toBe('negative');
    expect(whole('=SUM(A1:A9)')).toBe('formula');
    expect(whole('+A1')).toBe('formula');
    expect(whole('khoảng 20')).toBe('not_a_number');
    expect(whole('1e5')).toBe('not_a_number');
    expect(whole('95%')).toBe('not_a_number');
    expect(whole('12 34')).toBe('not_a_number');
    expect(whole('1.234,567.8')).toBe('not_a_number');
    expect(whole('9999999999999999')).toBe('too_large');
  });

  it('reads back every count as either language prints it', () => {
    fc.assert(fc.property(count, language, (value, in_) => whole(formatNumber(value, in_)) === value));
  });

  it('answers any text with a whole number that is not negative, or with a fault', () => {
    fc.assert(
      fc.property(typedText, (text) => {
        const reading = parseWholeNumber(text);
        if (reading.ok) expect(Number.isSafeInteger(reading.value) && reading.value >= 0).toBe(true);
        else expect(reading.fault).toMatch(/^(empty|not_a_number|negative|fraction|too_large|formula)$/);
      }),
    );
  });
});

describe('reading a decimal', () => {
  it('accepts the comma and the stop', () => {
    expect(parseDecimal('95,7')).toEqual({
      ok: true,
      value: { text: '95.7', numerator: 957, denominator: 10 },
    });
    expect(parseDecimal('95.7')).toEqual(parseDecimal('95,7'));
    expect(decimal('97,996')).toBe('97.996');
    expect(decimal('1.234,50')).toBe('1234.5');
    expect(decimal('1,234.5')).toBe('1234.5');
    expect(decimal('-0,5')).toBe('-0.5');
    expect(decimal('0,0')).toBe('0');
    expect(decimal('-0')).toBe('0');
  });

  it('lets the language decide where three digits after one mark could mean two numbers', () => {
    expect(decimal('1.234', 'vi')).toBe('1234');
    expect(decimal('1,234', 'vi')).toBe('1.234');
    expect(decimal('1,234', 'en')).toBe('1234');
    expect(decimal('1.234', 'en')).toBe('1.234');
    expect(decimal('0.123', 'vi')).toBe('0.123');
  });

  it('says what is wrong with what is no decimal', () => {
    expect(decimal('')).toBe('empty');
    expect(decimal('=1/3')).toBe('formula');
    expect(decimal('95,7%')).toBe('not_a_number');
    expect(decimal('1,2,3')).toBe('not_a_number');
    expect(decimal('0,1234567890123456')).toBe('too_large');
  });

  it('reads back exactly what the same language prints', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat({ max: 6 }), language, (digits, places, in_) => {
        const text = `${digits < 0 ? '-' : ''}${decimalText(Math.abs(digits), places)}`;
        const reading = parseDecimal(formatNumber(text, in_), in_);
        expect(reading.ok && reading.value.numerator * 10 ** places).toBe(
          reading.ok && digits * reading.value.denominator,
        );
      }),
    );
  });
});

describe('printing a number', () => {
  it('follows the language of the reader', () => {
    expect(formatNumber(1234.5, 'vi')).toBe('1.234,5');
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
    expect(formatNumber(-1234567)).toBe('-1.234.567');
    expect(formatNumber(999)).toBe('999');
    expect(formatNumber(0)).toBe('0');
    expect(formatNumber(-0)).toBe('0');
  });

  it('never rounds a share up to the limit of a band', () => {
    expect(formatNumber('97.996')).toBe('97,996');
    expect(formatNumber(97.996)).toBe('97,996');
  });

  it('keeps the zeros that the caller asked for', () => {
    expect(formatNumber('95.70')).toBe('95,70');
  });

  it('needs no exponent for the very small and the very large', () => {
    expect(formatNumber(1e-7)).toBe('0,0000001');
    expect(formatNumber(1e21, 'en')).toBe('1,000,000,000,000,000,000,000');
  });

  it('refuses what is no number', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '1,5', '']) {
      expect(() => formatNumber(value)).toThrow(RangeError);
    }
  });
});

function decimalText(digits: number, places: number): string {
  const padded = String(digits).padStart(places + 1, '0');
  return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}
