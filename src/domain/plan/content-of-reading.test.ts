import { describe, expect, it } from 'vitest';
import { contentOfReading, readPlan } from './index.ts';
import { SMALL_PLAN } from './testing/small-plan.ts';

function contentOf(text: string) {
  let id = 0;
  return contentOfReading(readPlan(text), () => `id-${id++}`);
}

describe('a plan made of a reading', () => {
  const content = contentOf(SMALL_PLAN);

  it('has the head of the paper', () => {
    expect(content).toMatchObject({
      documentType: 'KẾ HOẠCH',
      symbol: 'KH-UBND',
      issuingBody: ['Ủy ban nhân dân', 'Phường Bến Mẫu'],
      place: 'Bến Mẫu',
      year: 2026,
      recipients: ['Sở Y tế (b/c)', 'TT Đảng ủy phường', 'Lưu: VT'],
    });
    expect(content.legalBases).toHaveLength(2);
    expect(content.opening).toBe('UBND phường Bến Mẫu xây dựng Kế hoạch như sau:');
    expect(content.closing).toBe('Trên đây là Kế hoạch chăm lo, bảo vệ trẻ em năm 2026 của phường Bến Mẫu');
  });

  it('keeps the order of the sections, each with its role', () => {
    expect(content.sections.map(({ role, heading }) => [role, heading])).toEqual([
      ['purpose', 'MỤC ĐÍCH, YÊU CẦU'],
      ['objectives', 'CHỈ TIÊU'],
      ['measures', 'NHIỆM VỤ, GIẢI PHÁP'],
      ['funding', 'KINH PHÍ'],
      ['assignments', 'TỔ CHỨC THỰC HIỆN'],
      ['reporting', 'CHẾ ĐỘ BÁO CÁO'],
    ]);
  });

  it('hangs targets, deadlines and criteria on the items that say them', () => {
    const items = content.sections.flatMap(({ parts }) => parts.flatMap((part) => part.items));
    expect(items.find(({ text }) => text.startsWith('Phấn đấu 85%'))?.targets).toHaveLength(2);
    expect(items.find(({ text }) => text.startsWith('Theo dõi'))).toMatchObject({
      criteria: [1, 6, 11, 12, 13],
      deadlines: [{ date: '2026-11-20', bound: 'before' }],
    });
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('says who does a part, and whether it is asked', () => {
    const parts = content.sections.find(({ role }) => role === 'assignments')!.parts;
    expect(parts.map(({ assignee }) => [assignee?.unitKind, assignee?.request])).toEqual([
      ['culture_society_dept', false],
      ['police', false],
      ['fatherland_front', true],
      ['youth_union', true],
    ]);
  });

  it('drops nothing that fits nowhere', () => {
    const report = contentOf(
      'BÁO CÁO\nKết quả năm 2025\n\nI. CHUYỆN BÊN LỀ\n\nMột câu không thuộc phần nào.',
    );
    expect(report.sections).toMatchObject([
      { role: 'other', parts: [{ items: [{ text: 'Một câu không thuộc phần nào.' }] }] },
    ]);
  });
});
