import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  isCalendarDate,
  officialDate,
  parseVietnameseDate,
  readVietnameseDate,
} from './index.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a date in lists and forms', () => {
  it('is shown day first, with both zeros', () => {
    expect(formatDate('2026-09-30')).toBe('30/09/2026');
    expect(formatDate('2026-04-05')).toBe('05/04/2026');
  });

  it('is read as people write it', () => {
    for (const text of ['30/9/2026', '30/09/2026', ' 30-09-2026', '30.9.2026', 'ngày 30 tháng 9 năm 2026']) {
      expect(parseVietnameseDate(text), text).toBe('2026-09-30');
    }
    expect(parseVietnameseDate('Ngày 05 tháng 01 năm 2026'.normalize('NFD'))).toBe('2026-01-05');
  });

  it('is refused when the calendar does not have it', () => {
    for (const text of [
      '29/2/2026',
      '31/04/2026',
      '00/01/2026',
      '9/30/2026',
      '1/1/0000',
      '30/9/26',
      '30/9-2026',
      '',
    ]) {
      expect(parseVietnameseDate(text), text).toBeNull();
    }
    expect(parseVietnameseDate('29/2/2024')).toBe('2024-02-29');
    expect(isCalendarDate('1900-02-29')).toBe(false);
    expect(isCalendarDate('2000-02-29')).toBe(true);
    expect(() => formatDate('2026-02-30')).toThrow(RangeError);
  });

  it('that the calendar does not have is told from what is no date', () => {
    const faultOf = (text: string) => {
      const reading = readVietnameseDate(text);
      return reading.ok ? reading.date : reading.fault;
    };
    expect(['31/02/2027', '29.2.2026', 'ngày 31 tháng 4 năm 2026'].map(faultOf)).toEqual(
      Array.from({ length: 3 }, () => 'not_in_calendar'),
    );
    expect(['30/9/26', '30/9-2026', 'mai', ''].map(faultOf)).toEqual(
      Array.from({ length: 4 }, () => 'not_a_date'),
    );
    expect(faultOf('28/02/2027')).toBe('2027-02-28');
  });

  it('comes back the same after being shown', () => {
    fc.assert(
      fc.property(day, (date) => isCalendarDate(date) && parseVietnameseDate(formatDate(date)) === date),
    );
  });
});

describe('the date of an official document', () => {
  it('has a leading zero before the days 1 to 9 and the months 1 and 2 only', () => {
    expect(officialDate('2026-01-05', 'Lạng Sơn')).toBe('Lạng Sơn, ngày 05 tháng 01 năm 2026');
    expect(officialDate('2026-02-28', 'Lạng Sơn')).toBe('Lạng Sơn, ngày 28 tháng 02 năm 2026');
    expect(officialDate('2026-03-09', 'Châu Sơn')).toBe('Châu Sơn, ngày 09 tháng 3 năm 2026');
    expect(officialDate('2026-12-31', 'Châu Sơn')).toBe('Châu Sơn, ngày 31 tháng 12 năm 2026');
  });

  it('leaves room for what is filled in after signing', () => {
    expect(officialDate('2026-05', 'Phường Lương Văn Tri')).toBe(
      'Phường Lương Văn Tri, ngày      tháng 5 năm 2026',
    );
    expect(officialDate('2026', 'Châu Sơn')).toBe('Châu Sơn, ngày      tháng      năm 2026');
    expect(officialDate(null, 'Châu Sơn')).toBe('Châu Sơn, ngày      tháng      năm');
  });

  it('cannot be a day that does not exist', () => {
    for (const date of ['2026-02-30', '2026-13', '', '26', '2026-01-05-01']) {
      expect(() => officialDate(date, 'Châu Sơn'), date).toThrow(RangeError);
    }
  });

  it('is read back by the importer of plans', () => {
    fc.assert(
      fc.property(day, (date) => parseVietnameseDate(officialDate(date, '').replace(', ', '')) === date),
    );
  });
});
