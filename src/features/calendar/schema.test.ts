import { describe, expect, it } from 'vitest';
import { readCalendarAddress, readDayChange, readYear } from './schema.ts';

describe('the form of a day off', () => {
  it('takes a day as people write it', () => {
    expect(readDayChange({ ngay: '27/4/2026', loai: 'nghi', ten: ' Nghỉ bù Giỗ Tổ ' })).toEqual({
      ok: true,
      change: { day: '2026-04-27', kind: 'off', name: 'Nghỉ bù Giỗ Tổ' },
    });
  });

  it('names every fault at its field', () => {
    expect(readDayChange({})).toEqual({
      ok: false,
      faults: { ngay: 'dayMissing', loai: 'kindMissing', ten: 'nameMissing' },
    });
    expect(readDayChange({ ngay: '27/4/1926', loai: 'lam', ten: 'x'.repeat(201) })).toEqual({
      ok: false,
      faults: { ngay: 'dayFar', ten: 'nameLong' },
    });
    expect(readDayChange({ ngay: '31/4/2026', loai: 'khac', ten: 'a' })).toMatchObject({
      faults: { ngay: 'dayMissing', loai: 'kindMissing' },
    });
  });
});

describe('the address of a calendar', () => {
  const read = (query: Record<string, string>) => readCalendarAddress(query, '2026-10-21', 'toi');

  it('is the month of today, as a month, where it says nothing or nothing sensible', () => {
    const usual = { thang: '2026-10', xem: 'thang', cua: 'toi', trang: 1 };
    expect(read({})).toEqual(usual);
    expect(read({ thang: '2026-13', xem: 'nam', cua: 'ai', trang: '-1' })).toEqual(usual);
    expect(read({ thang: '2026-Q2' })).toEqual(usual);
  });

  it('is what it says', () => {
    expect(read({ thang: '2026-05', xem: 'danh-sach', cua: 'don-vi', trang: '3' })).toEqual({
      thang: '2026-05',
      xem: 'danh-sach',
      cua: 'don-vi',
      trang: 3,
    });
    expect(readYear('2025', 2026)).toBe(2025);
    expect(readYear('20255', 2026)).toBe(2026);
  });
});
