import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedDay, moveYears } from './move-years.ts';

const moved = (text: string, ownDates: readonly string[] = []) =>
  moveYears(text, 2026, 2027, new Set(ownDates)).text;

describe('moving a text to another year', () => {
  it.each([
    ['Triển khai công tác trẻ em năm 2026', 'Triển khai công tác trẻ em năm 2027'],
    ['trước ngày 10/5/2026 và 10-11-2026', 'trước ngày 10/5/2027 và 10-11-2027'],
    ['ngày 05 tháng 01 năm 2026', 'ngày 05 tháng 01 năm 2027'],
    ['tháng 5/2026, quý II/2026, tháng 6 năm 2026', 'tháng 5/2027, quý II/2027, tháng 6 năm 2027'],
    ['năm học 2026-2027 và năm học 2025 - 2026', 'năm học 2027-2028 và năm học 2026 - 2027'],
    [
      'giảm so với năm 2025, lập dự toán ngân sách năm 2027',
      'giảm so với năm 2026, lập dự toán ngân sách năm 2028',
    ],
    ['CÔNG TÁC TRẺ EM NĂM 2026', 'CÔNG TÁC TRẺ EM NĂM 2027'],
    ['Tết Nguyên đán Bính Ngọ 2026', 'Tết Nguyên đán Đinh Mùi 2026'],
  ])('%s', (text, expected) => expect(moved(text)).toBe(expected));

  it.each([
    'giai đoạn 2021-2026, giai đoạn 2022 - 2026',
    'Chương trình hành động quốc gia vì trẻ em đến năm 2026',
    'từ năm 2024 đến năm 2026, tầm nhìn 2030',
    'Kế hoạch số 138/KH-UBND ngày 15/4/2026 của UBND tỉnh Lạng Sơn về công tác trẻ em năm 2026',
    'Nghị định số 224/2026/NĐ-CP',
    'Luật Tổ chức chính quyền địa phương năm 2026',
    'chính quyền hai cấp từ 01/7/2025',
    'đánh giá giữa giai đoạn (năm 2022)',
    'hỗ trợ 2026 trẻ em',
  ])('leaves %s', (text) => expect(moved(text)).toBe(text));

  it('moves the year behind a citation of an older document, and behind one of this year only in the next sentence', () => {
    expect(moved('thực hiện Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ năm 2026')).toBe(
      'thực hiện Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ năm 2027',
    );
    const text =
      'Kế hoạch số 23/KH-SYT ngày 15/01/2026 của Sở Y tế về trẻ em năm 2026. Hoàn thành trong năm 2026';
    expect(moved(text)).toBe(text.replace(/2026$/, '2027'));
    expect(moveYears(text, 2026, 2027).oldYearKept).toBe(true);
  });

  it('moves a due date of another year that is the plan’s own', () => {
    expect(moved('trước ngày 15/01/2027')).toBe('trước ngày 15/01/2027');
    expect(moved('trước ngày 15/01/2027', ['2027-01-15'])).toBe('trước ngày 15/01/2028');
  });

  it('has no 29 February where the year has none, and says so', () => {
    expect(moveYears('trước ngày 29/02/2024', 2024, 2025)).toMatchObject({
      text: 'trước ngày 28/02/2025',
      leapDayMoved: true,
    });
    expect(moveYears('ngày 29 tháng 02 năm 2024', 2024, 2028)).toMatchObject({
      text: 'ngày 29 tháng 02 năm 2028',
      leapDayMoved: false,
    });
    expect(movedDay('2024-02-29', 1)).toBe('2025-02-28');
    expect(movedDay('2026-12-31', 1)).toBe('2027-12-31');
  });

  it('comes back to the same text', () => {
    const piece = fc.constantFrom(
      'năm 2026',
      'trước ngày 10/5/2026',
      ' về trẻ em ',
      '; ',
      'tháng 3/2026',
      'giai đoạn 2021-2030',
      'xã',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(' ');
        expect(moveYears(moveYears(text, 2026, 2027).text, 2027, 2026).text).toBe(text);
      }),
    );
  });
});
