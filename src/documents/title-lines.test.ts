import { expect, it } from 'vitest';
import { titleLines } from './title-lines.ts';

it('leaves a short title on one line', () => {
  expect(titleLines('Triển khai công tác trẻ em năm 2026')).toEqual(['Triển khai công tác trẻ em năm 2026']);
});

it('parts a long title where a phrase begins, in lines of about the same length', () => {
  expect(
    titleLines(
      'Thực hiện Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ ban hành Quy định tiêu chuẩn, trình tự đánh giá và công nhận xã, phường phù hợp với trẻ em năm 2026 trên địa bàn Phường Lương Văn Tri',
    ),
  ).toEqual([
    'Thực hiện Quyết định số 06/QĐ-TTg ngày 03/01/2019',
    'của Thủ tướng Chính phủ ban hành Quy định tiêu chuẩn,',
    'trình tự đánh giá và công nhận xã, phường phù hợp',
    'với trẻ em năm 2026 trên địa bàn Phường Lương Văn Tri',
  ]);
});

it('never parts a name, nor "năm" from its figure, and loses no word', () => {
  const title =
    'Tổ chức Tháng hành động vì trẻ em và các hoạt động hè cho trẻ em trên địa bàn đặc khu Phú Quốc năm 2026';
  const lines = titleLines(title);
  expect(lines.join(' ')).toBe(title);
  for (const line of lines) expect(line).not.toMatch(/ (năm|Phú|đặc)$/);
});

it('sets a title without any good place, and one of a single endless word', () => {
  expect(titleLines('Nguyễn '.repeat(30)).join(' ').split(' ')).toHaveLength(30);
  expect(titleLines('x'.repeat(200))).toEqual(['x'.repeat(200)]);
  expect(titleLines('')).toEqual(['']);
});
