import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandText, type Language, type Measure, scaleText, valueText } from './index.ts';
import { count, rate, share, yesNo } from './testing/small-standard.ts';
import { band, indicator, ladder, otherwise, QD_06 } from './testing/standards.ts';

const percent: Measure = share('part', 'whole');
const text = (numerator: number, denominator: number, ...limits: number[]) =>
  valueText({ numerator, denominator }, ladder(...limits.map((limit) => [limit, 1] as const)), 'vi');

describe('a value on the page', () => {
  it('has two decimals at most, without zeros at the end', () => {
    expect(text(20_300, 212, 98)).toBe('95,75');
    expect(text(9_250, 100, 90)).toBe('92,5');
    expect(text(10_000, 100, 90)).toBe('100');
    expect(text(0, 100, 90)).toBe('0');
    expect(text(1_000, 3, 90)).toBe('333,33');
  });

  it('rounds half away from zero, also below zero', () => {
    expect(text(12_345, 1_000)).toBe('12,35');
    expect(text(-12_345, 1_000)).toBe('−12,35');
    expect(text(-1, 1_000)).toBe('0');
  });

  it('separates thousands in the way of the language', () => {
    const value = { numerator: 12_345_675, denominator: 10 };
    expect(valueText(value, [], 'vi')).toBe('1.234.567,5');
    expect(valueText(value, [], 'en')).toBe('1,234,567.5');
  });

  it('is never shown on the wrong side of a limit', () => {
    expect(text(2_449_900, 25_000, 98)).toBe('97,996');
    expect(text(97_999_999_900, 1_000_000_000, 98)).toBe('97,9999999');
    expect(text(97_500_000_000 - 100, 1_000_000_000, 97.5)).toBe('97,4999999');
    expect(text(9_800_001, 100_000, 98)).toBe('98,00001');
  });

  it('lies on the same side of each limit as the exact value, read back as a decimal', () => {
    const limit = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(
        fc.array(limit, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: -3, max: 3 }),
        (limits, whole, nearness, off) => {
          // Close to the first limit more often than chance would have it.
          const near = Math.round((limits[0]! * whole) / 100) + off;
          const part = Math.min(whole, Math.max(0, nearness < 0.8 ? near : Math.round(nearness * whole)));
          const shown = text(part * 100, whole, ...limits)
            .replaceAll('.', '')
            .replace(',', '.');
          const [, integer = '', decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(shown)!;
          const digits = BigInt(`${integer}${decimals}`);
          const unit = 10n ** BigInt(decimals.length);
          for (const one of limits) {
            const hundredths = BigInt(Math.round(one * 100));
            const shownSide = digits * 100n - hundredths * unit;
            const exactSide = BigInt(part) * 10_000n - hundredths * BigInt(whole);
            expect(Number(shownSide > 0n) - Number(shownSide < 0n)).toBe(
              Number(exactSide > 0n) - Number(exactSide < 0n),
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a band in words', () => {
  const say = (
    bands: readonly Parameters<typeof bandText>[0][],
    measure = percent,
    language: Language = 'vi',
  ) => bands.map((condition, index) => bandText(condition, bands[index - 1] ?? null, measure, language));

  it('of a falling ladder reads as an interval', () => {
    expect(say(ladder([98, 50], [95.5, 40], [90, 25]))).toEqual([
      'từ 98% trở lên',
      'từ 95,5% đến dưới 98%',
      'từ 90% đến dưới 95,5%',
      'dưới 90%',
    ]);
    expect(say(ladder([98, 50], [95.5, 40]), percent, 'en')).toEqual([
      '98% or more',
      'from 95.5% to below 98%',
      'below 95.5%',
    ]);
  });

  it('of a rising ladder reads as an interval', () => {
    expect(say([{ atMost: 10 }, { atMost: 15 }, { otherwise: true }])).toEqual([
      'không quá 10%',
      'trên 10% đến 15%',
      'trên 15%',
    ]);
    expect(say([{ lessThan: 5 }, { lessThan: 8 }, { otherwise: true }], count('x'))).toEqual([
      'dưới 5',
      'từ 5 đến dưới 8',
      'từ 8 trở lên',
    ]);
    expect(say([{ moreThan: 80 }, { moreThan: 50 }, { otherwise: true }])).toEqual([
      'trên 80%',
      'trên 50% đến 80%',
      'không quá 50%',
    ]);
  });

  it('of answers is the answer', () => {
    expect(say([{ equals: true }, { otherwise: true }], yesNo('x'))).toEqual(['có', 'không']);
    expect(say([{ equals: false }, { otherwise: true }], yesNo('x'), 'en')).toEqual(['no', 'yes']);
  });

  it('of the previous period names the fall', () => {
    const bands = [{ equals: 0 }, { change: 'decreasedFromPreviousPeriod' }, { otherwise: true }] as const;
    expect(say(bands, rate('a', 'b', 1_000))).toEqual([
      'bằng 0',
      'giảm so với kỳ trước',
      'không giảm so với kỳ trước',
    ]);
  });

  it('does not draw a conclusion from a band with two limits', () => {
    const bands = [{ atLeast: 0, lessThan: 50 }, { atLeast: 50, lessThan: 80 }, { otherwise: true }] as const;
    expect(say(bands)).toEqual(['từ 0% đến dưới 50%', 'từ 50% đến dưới 80%', 'các trường hợp còn lại']);
    expect(say([{ atLeast: 0, lessThan: 50 }, { atLeast: 50 }])).toEqual([
      'từ 0% đến dưới 50%',
      'từ 50% trở lên',
    ]);
    expect(say([{ moreThan: 5, atMost: 10 }, { atMost: 5 }, { otherwise: true }])).toEqual([
      'trên 5% đến 10%',
      'không quá 5%',
      'trên 5%',
    ]);
  });

  it('stands with its points in the rule beside an input', () => {
    const [first] = QD_06.criteria[6]!.indicators;
    expect(scaleText(first!.scale, first!.measure, 'vi')).toEqual([
      'từ 98% trở lên: 50 điểm',
      'từ 95% đến dưới 98%: 40 điểm',
      'từ 90% đến dưới 95%: 25 điểm',
      'dưới 90%: 0 điểm',
    ]);
    const fees = indicator('1', count('x'), { scale: [band({ atLeast: 1_000 }, 1_500), otherwise(0)] });
    expect(scaleText(fees.scale, fees.measure, 'en')).toEqual([
      '1,000 or more: 1,500 points',
      'below 1,000: 0 points',
    ]);
  });
});
