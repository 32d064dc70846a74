import { describe, expect, it } from 'vitest';
import { faultsOfPlan } from './check-plan.ts';
import type { PlanContent } from './content.ts';
import { assignment, planItem, planPart, planSection, planWith } from './testing/builders.ts';
import { programRegistry } from './testing/registry.ts';

const faults = (changes: Partial<PlanContent> = {}, criteria: readonly number[] = []) =>
  faultsOfPlan(planWith(changes), { registry: programRegistry, criteria, onDate: '2026-05-01' });
const codes = (changes: Partial<PlanContent> = {}, criteria: readonly number[] = []) =>
  faults(changes, criteria).map(({ code, at }) => (at === null ? code : `${at}: ${code}`));
const sectionWith = (...items: Parameters<typeof planItem>[]) => ({
  sections: [
    ...planWith().sections,
    planSection('s', 'other', 'Khác', [
      planPart(
        'p',
        items.map((item) => planItem(...item)),
      ),
    ]),
  ],
});

describe('before a plan is signed', () => {
  it('a sound one has no fault', () => {
    expect(faults()).toEqual([]);
    expect(faults({}, [3, 4])).toEqual([]);
  });

  it('the place before its date is not abbreviated', () => {
    expect(codes({ place: 'P. Hoa Mẫu' })).toEqual(['place_abbreviated']);
    expect(codes({ place: 'TP. Ví Dụ' })).toEqual(['place_abbreviated']);
    expect(codes({ place: 'Phường Hoa Mẫu' })).toEqual([]);
    expect(codes({ place: 'Phường 1' })).toEqual([]);
  });

  it('what is missing is named', () => {
    expect(
      codes({
        title: '',
        legalBases: [],
        opening: '',
        sections: [],
        closing: ' ',
        recipients: [],
        signature: { capacity: [], title: '', name: null },
      }),
    ).toEqual([
      'title_missing',
      'basis_missing',
      'opening_missing',
      'section_missing',
      'assignments_missing',
      'closing_missing',
      'recipients_missing',
      'signature_missing',
    ]);
    expect(
      codes({ recipients: ['Sở Y tế'], title: 'Công tác trẻ em', opening: 'UBND ban hành Kế hoạch' }),
    ).toEqual(['title_without_year', 'opening_unfinished', 'archive_missing']);
    expect(
      codes({
        sections: [
          ...planWith().sections,
          planSection('s8', 'other', '', []),
          planSection('s9', 'other', 'Khác', [planPart('p8', []), planPart('p9', [planItem('i9', ' ')])]),
        ],
      }),
    ).toEqual(['s8: section_without_heading', 's8: section_empty', 'p8: part_empty', 'i9: item_empty']);
  });

  it('every criterion has one owner, no more and no fewer, and the paper says it', () => {
    const police = { unit: 'Công an phường', unitKind: 'police', request: false } as const;
    const health = { unit: 'Trạm Y tế phường', unitKind: 'health_station', request: false } as const;
    const sections = [
      planSection('s', 'assignments', 'Tổ chức thực hiện', [
        assignment('p1', police, [planItem('i1', 'Đánh giá tiêu chí 3.', { criteria: [3] })]),
        assignment('p2', health, [planItem('i2', 'Đánh giá tiêu chí 3.', { criteria: [3, 5] })]),
      ]),
    ];
    expect(faults({ sections }, [3, 4, 5])).toMatchObject([
      { code: 'criterion_not_printed', at: 'i2', criterion: 5 },
      { code: 'criterion_with_several_owners', criterion: 3, units: ['Công an phường', 'Trạm Y tế phường'] },
      { code: 'criterion_without_owner', criterion: 4 },
    ]);
  });

  it('due dates lie in the year and stand on the paper', () => {
    expect(
      codes(
        sectionWith(
          ['i8', 'Báo cáo trước ngày 10/01/2027.', { deadlines: [{ date: '2027-01-10', bound: 'before' }] }],
          ['i9', 'Báo cáo trước ngày 10/5/2026.', { deadlines: [{ date: '2026-05-11', bound: 'before' }] }],
        ),
      ),
    ).toEqual(['i8: deadline_outside_year', 'i9: deadline_not_printed']);
    for (const [text, date] of [
      ['Báo cáo trước ngày 10 tháng 5 năm 2026.', '2026-05-10'],
      ['Hoàn thành trong tháng 6.', '2026-06-30'],
      ['Hoàn thành đến cuối năm.', '2026-12-31'],
    ] as const) {
      expect(codes(sectionWith(['i8', text, { deadlines: [{ date, bound: 'by' }] }])), text).toEqual([]);
    }
  });

  it('units of another era are named, in both directions', () => {
    expect(faults(sectionWith(['i9', 'Báo cáo UBND huyện Cao Lộc.']))).toMatchObject([
      { code: 'unit_outside_era', at: 'i9', unit: { name: 'UBND huyện' } },
    ]);
    expect(
      codes({
        year: 2024,
        title: 'Kế hoạch năm 2024',
        ...sectionWith(['i9', 'Phòng Văn hóa - Xã hội tổng hợp.']),
      }),
    ).toContain('i9: unit_outside_era');
    expect(
      codes({
        year: 2025,
        title: 'Kế hoạch năm 2025',
        ...sectionWith(['i9', 'Báo cáo UBND huyện; Phòng Văn hóa - Xã hội.']),
      }),
    ).not.toContain('i9: unit_outside_era');
  });

  it('citations that cannot be right are errors, the Front is requested', () => {
    expect(
      faults(
        sectionWith(['i9', 'Thực hiện Quyết định số 548/QĐ-TTg ngày 06/5/2011 của Thủ tướng Chính phủ.']),
      ),
    ).toMatchObject([{ code: 'doubtful_citation', at: 'i9', severity: 'error' }]);
    const front = {
      unit: 'Ủy ban MTTQ Việt Nam phường',
      unitKind: 'fatherland_front',
      request: false,
    } as const;
    expect(
      codes({
        sections: [
          planSection('s', 'assignments', 'Tổ chức', [assignment('p', front, [planItem('i', 'Giám sát.')])]),
        ],
      }),
    ).toEqual(['p: ordered_not_requested']);
  });
});
