import { describe, expect, it } from 'vitest';
import { readPlan } from './index.ts';

/** A plan with one section of targets that holds the given lines. */
const targetsIn = (line: string) =>
  readPlan(`KẾ HOẠCH\nLàm mẫu năm 2026\n\nI. CHỈ TIÊU\n\n- ${line}`).targets.map(
    ({ operator, value, unit, of }) => [operator, value, unit, of],
  );

describe('targets', () => {
  it('know ceilings, thousands, ranges and what is kept', () => {
    expect(targetsIn('Số vụ bạo lực không vượt quá 02 vụ.')).toEqual([['<=', 2, 'vụ', null]]);
    expect(targetsIn('Trên 1.000 lượt trẻ em được khám mắt.')).toEqual([['>=', 1000, 'lượt trẻ em', null]]);
    expect(targetsIn('Phấn đấu 160.000 ngôi nhà an toàn.')).toEqual([['>=', 160_000, 'ngôi nhà', null]]);
    expect(targetsIn('Giảm từ 3% đến 5% số trẻ em bị tai nạn.')).toEqual([['reduce', 3, '%', null]]);
    expect(targetsIn('Giữ vững 05/06 ấp an toàn.')).toEqual([['maintain', 5, 'ấp', 6]]);
    expect(targetsIn('Giữ vững tỷ lệ 98% trẻ em được tiêm chủng.')).toEqual([['maintain', 98, '%', null]]);
  });

  it('leave out the figure from which something shall rise or fall', () => {
    expect(targetsIn('Giảm tỷ lệ thấp còi từ 12% xuống còn 10%.')).toEqual([['<=', 10, '%', null]]);
    expect(targetsIn('Nâng tỷ lệ có thẻ từ 95% năm 2025 lên 98%.')).toEqual([['>=', 98, '%', null]]);
  });

  it('state in a clause without a figure that something falls', () => {
    const lowered = ['reduce', null, null, null];
    expect(targetsIn('90% trẻ em biết bơi; giảm số trẻ em bị tai nạn so với cùng kỳ.').at(-1)).toEqual(
      lowered,
    );
    expect(targetsIn('Quản lý trẻ em dịp hè, giảm số trẻ em bị tai nạn so với cùng kỳ.')).toEqual([lowered]);
  });

  it('quote of an endless sentence what stands round the figure', () => {
    const endless = readPlan(
      `KẾ HOẠCH\nThử\n\nI. CHỈ TIÊU\n- ${'Phấn đấu 80% trẻ em biết bơi, '.repeat(400)}`,
    );
    expect(endless.targets).toHaveLength(400);
    for (const { text } of endless.targets) {
      expect(text).toContain('80% trẻ em biết bơi');
      expect(text.length).toBeLessThan(1000);
    }
  });
});
