import type { PlanContent, PlanItem, PlanPart, PlanSection } from '../content.ts';

/** An item that says only this; a test changes what matters to it. */
export function planItem(id: string, text: string, changes: Partial<PlanItem> = {}): PlanItem {
  return { id, text, targets: [], criteria: [], deadlines: [], recurrence: null, ...changes };
}

/** Items directly below their section, unless a heading is given. */
export function planPart(id: string, items: readonly PlanItem[], changes: Partial<PlanPart> = {}): PlanPart {
  return { id, heading: null, objectiveKind: null, assignee: null, form: 'bullets', items, ...changes };
}

/** A part of a section of assignments, headed by the organisation. */
export function assignment(
  id: string,
  assignee: NonNullable<PlanPart['assignee']>,
  items: readonly PlanItem[],
): PlanPart {
  return planPart(id, items, { heading: assignee.unit, assignee });
}

export function planSection(
  id: string,
  role: PlanSection['role'],
  heading: string,
  parts: readonly PlanPart[],
): PlanSection {
  return { id, role, heading, parts };
}

/** A small plan of a ward for 2026 with nothing missing; a test changes what matters to it. */
export function planWith(changes: Partial<PlanContent> = {}): PlanContent {
  return {
    documentType: 'KẾ HOẠCH',
    symbol: 'KH-UBND',
    issuingBody: ['Ủy ban nhân dân', 'Phường Lương Văn Tri'],
    place: 'Phường Lương Văn Tri',
    year: 2026,
    title: 'Triển khai công tác trẻ em năm 2026 trên địa bàn Phường Lương Văn Tri',
    legalBases: [{ id: 'b1', text: 'Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016' }],
    opening: 'Ủy ban nhân dân Phường Lương Văn Tri ban hành Kế hoạch công tác trẻ em năm 2026 như sau:',
    sections: [
      planSection('s1', 'purpose', 'Mục đích, yêu cầu', [
        planPart('p1', [planItem('i1', 'Bảo đảm môi trường sống an toàn cho trẻ em.')], {
          heading: 'Mục đích',
          objectiveKind: 'purpose',
        }),
      ]),
      planSection('s2', 'assignments', 'Tổ chức thực hiện', [
        assignment('p2', { unit: 'Công an phường', unitKind: 'police', request: false }, [
          planItem('i2', 'Theo dõi, đánh giá tiêu chí 3, 4.', { criteria: [3, 4] }),
        ]),
        assignment('p3', { unit: 'Đoàn Thanh niên phường', unitKind: 'youth_union', request: true }, [
          planItem('i3', 'Tổ chức Diễn đàn trẻ em trước ngày 15/6/2026.', {
            deadlines: [{ date: '2026-06-15', bound: 'before' }],
          }),
        ]),
      ]),
    ],
    closing: 'Trên đây là Kế hoạch công tác trẻ em năm 2026 của Phường Lương Văn Tri',
    recipients: ['Sở Y tế (b/c)', 'Lưu: VT'],
    signature: { capacity: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: null },
    ...changes,
  };
}
