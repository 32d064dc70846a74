import { describe, expect, it } from 'vitest';
import { readPlan } from './index.ts';

/** A plan in which one organisation has one task. */
const withTask = (task: string) =>
  readPlan(`KẾ HOẠCH\nLàm mẫu năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã\n\n- ${task}`);

describe('deadlines', () => {
  const daysIn = (sentence: string) => withTask(sentence).deadlines.map(({ date, bound }) => [date, bound]);

  it('may follow "hạn", "thời hạn" and a colon, or stand behind the one to be told', () => {
    expect(daysIn('Thời hạn hoàn thành: 31/12/2026.')).toEqual([['2026-12-31', 'by']]);
    expect(daysIn('Hạn gửi báo cáo ngày 15-11-2026.')).toEqual([['2026-11-15', 'by']]);
    expect(daysIn('Hạn gửi cam kết ngày 15/9/2026.')).toEqual([['2026-09-15', 'by']]);
    expect(daysIn('Hoàn thành trước 31/12/2026.')).toEqual([['2026-12-31', 'before']]);
    expect(daysIn('Tổng hợp, báo cáo UBND tỉnh trước ngày 20/7/2026.')).toEqual([['2026-07-20', 'before']]);
  });

  it('that return every year are duties', () => {
    const plan = withTask('Báo cáo trước ngày 15/6 và 15/12 hằng năm.');
    expect(plan.deadlines).toEqual([]);
    expect(plan.recurringDuties.map(({ period }) => period)).toEqual(['yearly']);
  });
});

describe('a sentence with days without end', () => {
  it('is quoted round each of them, so that the reading grows with the text and not with its square', () => {
    const { deadlines } = withTask('trước ngày 10/5/2026, '.repeat(2000));
    expect(deadlines).toHaveLength(2000);
    for (const { text } of deadlines) {
      expect(text).toContain('trước ngày 10/5/2026');
      expect(text.length).toBeLessThan(1000);
    }
  });
});
