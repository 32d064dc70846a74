import { expect, it } from 'vitest';
import { type RemindedOf, reminderMail } from './wording.ts';

const person = {
  name: 'Nguyễn Thị Mẫu',
  email: 'nguyen.thi.mau@vidu.vn',
  unitName: 'Phường Thử Một',
  fictional: false,
};
const reminder = (over: Partial<RemindedOf>): RemindedOf => ({
  kind: 'before',
  text: 'Báo cáo sáu tháng về công tác trẻ em',
  period: '2026-H1',
  dueDate: '2026-05-10',
  bound: 'before',
  ...over,
});
const letter = (...reminders: RemindedOf[]) =>
  reminderMail(person, reminders, '2026-05-07', 'https://mang-non.vidu.vn/viec-cua-toi');

it('one letter tells the late first, then what is due today, then what comes, each with its day and period', () => {
  const { to, subject, text } = letter(
    reminder({}),
    reminder({
      kind: 'on_day',
      text: 'Nộp danh sách trẻ em',
      period: '2026-05',
      dueDate: '2026-05-07',
      bound: 'by',
    }),
    reminder({
      kind: 'after',
      text: 'Rà soát điểm nước sâu',
      period: '2026',
      dueDate: '2026-05-06',
      bound: null,
    }),
  );
  expect(to).toBe('nguyen.thi.mau@vidu.vn');
  expect(subject).toBe('Nhắc việc: 3 việc, trong đó 1 việc quá hạn');
  expect(text.split('\n').slice(2, 12)).toEqual([
    'Đến ngày 07/05/2026, các việc sau của tổ chức ông/bà tại Phường Thử Một cần chú ý:',
    '',
    'ĐÃ QUÁ HẠN',
    '- Rà soát điểm nước sâu (Năm 2026; hạn ngày 06/05/2026; quá hạn 1 ngày)',
    '',
    'ĐẾN HẠN HÔM NAY',
    '- Nộp danh sách trẻ em (Tháng 5 năm 2026; hạn chậm nhất ngày 07/05/2026)',
    '',
    'SẮP ĐẾN HẠN',
    '- Báo cáo sáu tháng về công tác trẻ em (6 tháng đầu năm 2026; hạn trước ngày 10/05/2026; còn 2 ngày)',
  ]);
  expect(text).toContain('https://mang-non.vidu.vn/viec-cua-toi');
});

it('a letter of a made-up unit says so', () => {
  expect(letter(reminder({})).text).not.toContain('dữ liệu mẫu');
  const { text } = reminderMail(
    { ...person, fictional: true },
    [reminder({})],
    '2026-05-07',
    'https://x.vn/',
  );
  expect(text).toContain('dữ liệu mẫu');
});
