import { describe, expect, it } from 'vitest';
import type { PlanContent, PlanItem, PlanSection } from '../../domain/plan/index.ts';
import { withSection } from './content-changes.ts';
import { readSection, type TypedSection, typedOf } from './section-form.ts';
import { sectionOf } from './section-of-form.ts';

const item = (id: string, text: string, over: Partial<PlanItem> = {}): PlanItem => ({
  id,
  text,
  targets: [],
  criteria: [],
  deadlines: [],
  recurrence: null,
  ...over,
});

const assignments: PlanSection = {
  id: 'iv',
  role: 'assignments',
  heading: 'Tổ chức thực hiện',
  parts: [
    {
      id: 'tram',
      heading: 'Trạm Y tế',
      objectiveKind: null,
      assignee: { unit: 'Trạm Y tế', unitKind: 'health_station', request: false },
      form: 'bullets',
      items: [
        item('tiem', 'Tiêm chủng đầy đủ cho 95% trẻ dưới 1 tuổi trước ngày 20/10/2026', {
          targets: [{ text: '95% trẻ dưới 1 tuổi', operator: '>=', value: 95, unit: '%', of: null }],
          criteria: [7, 8],
          deadlines: [{ date: '2026-10-20', bound: 'before' }],
          recurrence: 'monthly',
        }),
        item('kham', 'Khám sức khỏe định kỳ'),
      ],
    },
    {
      id: 'cong-an',
      heading: 'Công an phường',
      objectiveKind: null,
      assignee: { unit: 'Công an phường', unitKind: 'police', request: false },
      form: 'bullets',
      items: [],
    },
  ],
};

const plan = {
  sections: [
    assignments,
    { id: 'v', role: 'other', heading: 'Khác', parts: [{ ...assignments.parts[1]!, id: 'khac' }] },
  ],
} as unknown as PlanContent;

/** The form as a browser sends what the page shows. */
function formOf(typed: TypedSection): Record<string, string> {
  const form: Record<string, string> = {
    tieu_de: typed.heading,
    vai_tro: typed.role,
    vi_tri: typed.position,
    phan: typed.parts.map(({ id }) => id).join(' '),
    phan_moi: typed.newPart,
  };
  for (const part of typed.parts) {
    const at = `p.${part.id}`;
    Object.assign(form, {
      [`${at}.tieu_de`]: part.heading,
      [`${at}.don_vi`]: part.unit,
      [`${at}.loai_don_vi`]: part.unitKind,
      [`${at}.cach_in`]: part.form,
      [`${at}.muc`]: part.items.map(({ id }) => id).join(' '),
      [`${at}.them`]: part.added,
      ...(part.request ? { [`${at}.de_nghi`]: 'co' } : {}),
      ...(part.remove ? { [`${at}.bo`]: 'co' } : {}),
    });
    for (const one of part.items) {
      const box = `m.${one.id}`;
      Object.assign(form, {
        [`${box}.noi_dung`]: one.text,
        [`${box}.tieu_chi`]: one.criteria,
        [`${box}.lap`]: one.recurrence,
        [`${box}.chuyen`]: one.move,
        ...(one.remove ? { [`${box}.bo`]: 'co' } : {}),
      });
      for (const [index, target] of [
        ...one.targets,
        { text: '', operator: '>=', value: '', of: '', unit: '' },
      ].entries())
        Object.assign(form, {
          [`${box}.ct${index}.noi_dung`]: target.text,
          [`${box}.ct${index}.dau`]: target.operator,
          [`${box}.ct${index}.so`]: target.value,
          [`${box}.ct${index}.tren`]: target.of,
          [`${box}.ct${index}.don_vi`]: target.unit,
        });
      for (const [index, deadline] of [...one.deadlines, { date: '', bound: 'before' }].entries())
        Object.assign(form, {
          [`${box}.han${index}.ngay`]: deadline.date,
          [`${box}.han${index}.moc`]: deadline.bound,
        });
    }
  }
  return form;
}

const sent = (over: Record<string, string> = {}) =>
  readSection({ ...formOf(typedOf(plan, assignments)), ...over });
let made = 0;
const newId = () => `new-${++made}`;
const saved = (over: Record<string, string>) => {
  const read = sectionOf(sent(over), 'iv', newId);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.changed;
};
const faultsOf = (over: Record<string, string>) => {
  const read = sectionOf(sent(over), 'iv', newId);
  return read.ok ? [] : read.faults.map(({ field, code }) => `${field} ${code}`);
};

describe('the form of a section', () => {
  it('gives back the section as it was when nothing is changed', () => {
    expect(saved({}).section).toEqual(assignments);
  });

  it('adds one item for each line, in order', () => {
    const { section } = saved({ 'p.cong-an.them': 'Tuần tra\n\n  Xử lý   nghiêm ' });
    expect(section!.parts[1]!.items.map(({ text }) => text)).toEqual(['Tuần tra', 'Xử lý nghiêm']);
  });

  it('moves an item up and down, and to another part of the same section', () => {
    expect(saved({ 'm.kham.chuyen': 'len' }).section!.parts[0]!.items.map(({ id }) => id)).toEqual([
      'kham',
      'tiem',
    ]);
    expect(saved({ 'm.tiem.chuyen': 'xuong' }).section!.parts[0]!.items.map(({ id }) => id)).toEqual([
      'kham',
      'tiem',
    ]);
    const moved = saved({ 'm.tiem.chuyen': 'cong-an' });
    expect(moved.section!.parts.map(({ items }) => items.map(({ id }) => id))).toEqual([['kham'], ['tiem']]);
    expect(moved.leaving).toEqual([]);
  });

  it('sends an item to another section, and keeps it where that has gone meanwhile', () => {
    const changed = saved({ 'm.tiem.chuyen': 'khac' });
    const [first, second] = withSection(plan, 'iv', changed).sections;
    expect(first!.parts[0]!.items.map(({ id }) => id)).toEqual(['kham']);
    expect(second!.parts[0]!.items.map(({ id }) => id)).toEqual(['tiem']);
    const gone = withSection(plan, 'iv', saved({ 'm.tiem.chuyen': 'da-xoa' }));
    expect(gone.sections[0]!.parts[0]!.items.map(({ id }) => id)).toEqual(['kham', 'tiem']);
  });

  it('takes away what is ticked: an item, a part, the section', () => {
    expect(saved({ 'm.kham.bo': 'co' }).section!.parts[0]!.items).toHaveLength(1);
    expect(saved({ 'p.tram.bo': 'co' }).section!.parts).toHaveLength(1);
    expect(saved({ bo_muc: 'co' }).section).toBeNull();
  });

  it('takes a target or due date away when its boxes are emptied, and adds one in the empty boxes', () => {
    const emptied = saved({
      'm.tiem.ct0.noi_dung': '',
      'm.tiem.ct0.so': '',
      'm.tiem.ct0.don_vi': '',
      'm.tiem.han0.ngay': ' ',
      'm.kham.ct0.noi_dung': 'khám 2 lần',
      'm.kham.ct0.so': '2,5',
      'm.kham.han0.ngay': '5/9/2026',
      'm.kham.han0.moc': 'by',
    }).section!.parts[0]!.items;
    expect(emptied[0]).toMatchObject({ targets: [], deadlines: [] });
    expect(emptied[1]).toMatchObject({
      targets: [{ text: 'khám 2 lần', operator: '>=', value: 2.5, unit: null, of: null }],
      deadlines: [{ date: '2026-09-05', bound: 'by' }],
    });
  });

  it('names the box of everything that cannot be kept', () => {
    expect(
      faultsOf({
        tieu_de: ' ',
        'm.kham.noi_dung': '',
        'm.tiem.tieu_chi': '7, bảy',
        'm.tiem.ct0.so': 'chín mươi',
        'm.tiem.han0.ngay': '31/2/2026',
        'm.kham.ct0.so': '3',
      }),
    ).toEqual([
      'tieu_de heading_missing',
      'm.tiem.tieu_chi criteria_unreadable',
      'm.tiem.ct0.so value_unreadable',
      'm.tiem.han0.ngay date_unreadable',
      'm.kham.noi_dung text_missing',
      'm.kham.ct0.noi_dung target_incomplete',
    ]);
  });

  it('makes a new part of an assignment a unit that is ordered or requested as its name says', () => {
    const { section } = saved({ phan_moi: 'Đề nghị Đoàn Thanh niên phường' });
    expect(section!.parts[2]).toMatchObject({
      heading: 'Đề nghị Đoàn Thanh niên phường',
      assignee: { unit: 'Đoàn Thanh niên phường', request: true },
    });
  });

  it('puts the section at another place', () => {
    const content = withSection(plan, 'iv', saved({ vi_tri: '9' }));
    expect(content.sections.map(({ id }) => id)).toEqual(['v', 'iv']);
  });
});
