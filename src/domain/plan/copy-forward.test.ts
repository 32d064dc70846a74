import { describe, expect, it } from 'vitest';
import { copyForward } from './copy-forward.ts';
import { planItem, planPart, planSection, planWith } from './testing/builders.ts';
import { programRegistry } from './testing/registry.ts';

const copy = (
  changes: Parameters<typeof planWith>[0] = {},
  finished: readonly string[] = [],
  years = [2026, 2027],
) => {
  let last = 0;
  return copyForward(planWith(changes), {
    fromYear: years[0]!,
    toYear: years[1]!,
    finishedItems: new Set(finished),
    registry: programRegistry,
    newId: () => `n${++last}`,
  });
};
const withItems = (...texts: readonly string[]) => ({
  sections: [
    planSection('s', 'measures', 'Nhiệm vụ', [
      planPart(
        'p',
        texts.map((text, index) => planItem(`i${index}`, text)),
      ),
    ]),
  ],
});

describe('last year’s plan', () => {
  it('comes to the new year with its titles, texts and due dates, under new ids', () => {
    const { content, notices } = copy();
    expect(content.year).toBe(2027);
    expect(content.title).toContain('năm 2027');
    expect(content.closing).toContain('năm 2027');
    const [item] = content.sections[1]!.parts[1]!.items;
    expect(item).toMatchObject({
      text: 'Tổ chức Diễn đàn trẻ em trước ngày 15/6/2027.',
      deadlines: [{ date: '2027-06-15', bound: 'before' }],
    });
    expect(item!.id).toMatch(/^n/);
    expect(JSON.stringify(content)).not.toContain('2026');
    expect(notices).toEqual([]);
  });

  it('leaves out what was done once and for all, and a part that has nothing left', () => {
    const { content, notices } = copy({}, ['i3']);
    expect(content.sections[1]!.parts.map(({ heading }) => heading)).toEqual(['Công an phường']);
    expect(notices.map(({ code, text }) => [code, text])).toEqual([
      ['item_left_out', 'Tổ chức Diễn đàn trẻ em trước ngày 15/6/2026.'],
      ['part_left_out', 'Đoàn Thanh niên phường'],
    ]);
  });

  it('keeps who follows a criterion, though the year’s work on it is done', () => {
    const { content, notices } = copy({}, ['i2']);
    expect(content.sections[1]!.parts[0]!.items[0]!.criteria).toEqual([3, 4]);
    expect(notices).toEqual([]);
  });

  it('names stale citations and documents of last year, where they stand in the copy', () => {
    const { content, notices } = copy({
      legalBases: [
        {
          id: 'b',
          text: 'Căn cứ Kế hoạch số 55/KH-UBND ngày 02/02/2026 của UBND tỉnh Lạng Sơn về trẻ em năm 2026',
        },
        {
          id: 'c',
          text: 'Căn cứ Kế hoạch số 138/KH-UBND ngày 15/4/2026 của UBND tỉnh Lạng Sơn về triển khai công tác trẻ em năm 2026',
        },
      ],
      ...withItems('Thực hiện Quyết định số 548/QĐ-TTg ngày 06/5/2011 của Thủ tướng Chính phủ.'),
    });
    expect(content.legalBases[0]!.text).toContain('năm 2026');
    expect(notices.map(({ code, at }) => [code, at])).toEqual([
      ['last_years_document', content.legalBases[0]!.id],
      ['stale_citation', content.legalBases[1]!.id],
      ['stale_citation', content.sections[0]!.parts[0]!.items[0]!.id],
    ]);
  });

  it('names districts and labour departments in a copy that crosses 1 July 2025, and nowhere else', () => {
    const old = withItems(
      'Báo cáo Phòng Lao động - Thương binh và Xã hội huyện Cao Lộc và UBND huyện.',
      'Thông tư số 29/2019/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội; xã, phường, thị trấn phù hợp với trẻ em.',
    );
    const units = (years: readonly number[]) =>
      copy(old, [], years as number[]).notices.flatMap((notice) =>
        notice.code === 'former_unit' ? [notice.text] : [],
      );
    expect(units([2024, 2026])).toEqual([
      'Phòng Lao động - Thương binh và Xã hội huyện Cao Lộc',
      'UBND huyện',
    ]);
    expect(units([2024, 2025])).toHaveLength(2);
    expect(units([2023, 2024])).toEqual([]);
  });

  it('looks at the recipients too', () => {
    const { notices } = copy({ recipients: ['UBND huyện Cao Lộc (b/c)', 'Lưu: VT'] }, [], [2024, 2026]);
    expect(notices).toMatchObject([{ code: 'former_unit', at: null, text: 'UBND huyện' }]);
  });

  it('says where a 29 February was moved', () => {
    const { notices } = copy(withItems('Gửi trước ngày 29/02/2024.'), [], [2024, 2025]);
    expect(notices).toMatchObject([{ code: 'leap_day_moved', text: 'Gửi trước ngày 28/02/2025.' }]);
  });

  it('leaves the name of the person who signs open', () => {
    const signature = { capacity: [], title: 'CHỦ TỊCH', name: 'Nguyễn Thị Mẫu' };
    expect(copy({ signature }).content.signature).toEqual({ ...signature, name: null });
  });
});
