import fc from 'fast-check';
import type { PlanContent, PlanItem, PlanPart, PlanSection, PlanTarget } from '../content.ts';
import type { UnitKind } from '../unit-kind.ts';

/** A plan as somebody might write it, with what its printing needs besides. */
export interface WrittenPlan {
  readonly content: PlanContent;
  readonly number: string | null;
  readonly date: { readonly year: number; readonly month: number | null; readonly day: number | null };
}

interface Place {
  readonly year: number;
  readonly noun: 'phường' | 'xã' | 'đặc khu';
  readonly name: string;
}

const PLACES = ['Hoa Mẫu', 'Suối Mẫu', 'Đồng Ví Dụ', 'An Thử', 'Yên Mẫu Hạ'];
const SIGNERS = ['Nguyễn Thị Mẫu', 'Trần Văn Ví Dụ', 'Lý Thị Minh Họa'];

const PURPOSES = [
  'Nâng cao nhận thức của cán bộ và Nhân dân về quyền trẻ em.',
  'Xây dựng môi trường sống an toàn, lành mạnh, thân thiện với trẻ em.',
  'Chủ động phòng ngừa, phát hiện sớm nguy cơ trẻ em bị bạo lực, xâm hại.',
  'Huy động gia đình, nhà trường và cộng đồng cùng chăm lo cho trẻ em.',
];
const REQUIREMENTS = [
  'Việc đánh giá phải khách quan, công khai, đúng thực chất.',
  'Các cơ quan, đơn vị phân công rõ người, rõ việc, rõ kết quả.',
  'Lồng ghép với các chương trình đang thực hiện, tránh hình thức, lãng phí.',
];
const SPECIFIC = [
  'Kiện toàn Ban Bảo vệ trẻ em và quy chế hoạt động.',
  'Củng cố mạng lưới cộng tác viên ở cơ sở.',
  'Mở rộng điểm vui chơi cho trẻ em ở khu dân cư.',
];
const MEASURES = [
  'Đẩy mạnh truyền thông về Luật Trẻ em trên hệ thống truyền thanh và mạng xã hội.',
  'Bồi dưỡng nghiệp vụ cho người làm công tác trẻ em và cộng tác viên.',
  'Rà soát, cập nhật dữ liệu trẻ em trên phần mềm.',
  'Phòng, chống tai nạn thương tích, đuối nước cho trẻ em trong dịp hè.',
  'Vận động tổ chức, cá nhân hỗ trợ trẻ em có hoàn cảnh khó khăn.',
];
const TASKS = [
  'Chủ trì tham mưu, hướng dẫn việc thực hiện Kế hoạch.',
  'Phối hợp tuyên truyền về phòng, chống xâm hại trẻ em.',
  'Rà soát, lập danh sách trẻ em cần hỗ trợ theo lĩnh vực phụ trách.',
  'Thực hiện tốt các chỉ tiêu do ngành quản lý.',
  'Cử người tham gia tập huấn nghiệp vụ công tác trẻ em.',
];
const SUBJECTS = [
  'Triển khai thực hiện công tác trẻ em',
  'Thực hiện công tác bảo vệ, chăm sóc và giáo dục trẻ em',
  'Tổ chức Tháng hành động vì trẻ em',
  'Thực hiện tiêu chuẩn xã, phường phù hợp với trẻ em',
];
const BASES = [
  'Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016',
  'Căn cứ Nghị định số 56/2017/NĐ-CP ngày 09 tháng 5 năm 2017 của Chính phủ quy định chi tiết một số điều của Luật Trẻ em',
  'Căn cứ Quyết định số 06/QĐ-TTg ngày 03 tháng 01 năm 2019 của Thủ tướng Chính phủ ban hành Quy định tiêu chuẩn, trình tự đánh giá và công nhận xã, phường, thị trấn phù hợp với trẻ em',
  'Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ phê duyệt Chương trình hành động quốc gia vì trẻ em giai đoạn 2021 - 2030',
];
const RECIPIENTS = [
  'Thường trực Đảng ủy, HĐND (b/c)',
  'Chủ tịch, các Phó Chủ tịch UBND',
  'Các cơ quan, đơn vị liên quan',
  'Ủy ban MTTQ Việt Nam và các đoàn thể',
  'Các trường học trên địa bàn',
];

const unitsOf = ({
  year,
  noun,
}: Place): readonly (readonly [name: string, kind: UnitKind, request: boolean])[] => [
  ...(year < 2025
    ? ([
        [`Công chức Văn hóa - Xã hội ${noun}`, 'culture_society_dept', false],
        [`Công chức Tư pháp - Hộ tịch ${noun}`, 'justice_civil_status_officer', false],
      ] as const)
    : ([
        [`Phòng Văn hóa - Xã hội ${noun}`, 'culture_society_dept', false],
        [`Văn phòng HĐND - UBND ${noun}`, 'office_council_committee', false],
        [`Trung tâm Phục vụ hành chính công ${noun}`, 'public_administration_center', false],
        [`Phòng Kinh tế ${noun}`, 'economy_dept', false],
      ] as const)),
  [`Trạm Y tế ${noun}`, 'health_station', false],
  [`Các trường học trên địa bàn ${noun}`, 'schools', false],
  [`Công an ${noun}`, 'police', false],
  [`Đoàn Thanh niên ${noun}`, 'youth_union', true],
  [`Hội Liên hiệp Phụ nữ ${noun}`, 'womens_union', true],
  [`Ủy ban MTTQ Việt Nam ${noun}`, 'fatherland_front', true],
];

const place: fc.Arbitrary<Place> = fc
  .record({ year: fc.constantFrom(2023, 2024, 2026, 2027), name: fc.constantFrom(...PLACES) })
  .chain(({ year, name }) =>
    fc.record({
      year: fc.constant(year),
      name: fc.constant(name),
      noun: year < 2025 ? fc.constantFrom('phường', 'xã') : fc.constantFrom('phường', 'xã', 'đặc khu'),
    }),
  );

const some = (texts: readonly string[], least = 1): fc.Arbitrary<string[]> =>
  fc.shuffledSubarray([...texts], { minLength: least });

const plain = (text: string): Omit<PlanItem, 'id'> => ({
  text,
  targets: [],
  criteria: [],
  deadlines: [],
  recurrence: null,
});

const withTarget = (target: PlanTarget): Omit<PlanItem, 'id'> => ({
  ...plain(`${target.text}.`),
  targets: [target],
});

const targetItem: fc.Arbitrary<Omit<PlanItem, 'id'>> = fc
  .record({
    percent: fc.integer({ min: 30, max: 100 }),
    what: fc.constantFrom(
      'trẻ em được khám sức khỏe định kỳ',
      'học sinh được trang bị kỹ năng phòng, chống đuối nước',
      'trẻ em dưới 1 tuổi được tiêm chủng đầy đủ',
    ),
    kind: fc.constantFrom('strive', 'maintain', 'reduce'),
  })
  .map(({ percent, what, kind }) => {
    if (kind === 'reduce') {
      const text = 'Giảm số trẻ em bị tai nạn thương tích so với năm trước';
      return withTarget({ text, operator: 'reduce', value: null, unit: null, of: null });
    }
    const operator = kind === 'maintain' ? 'maintain' : percent < 100 ? '>=' : '=';
    const text = `${kind === 'maintain' ? 'Duy trì' : 'Phấn đấu'} ${percent}% ${what}`;
    return withTarget({ text, operator, value: percent, unit: '%', of: null });
  });

/** A day as plans print it: days below 10 and the months 1 and 2 with a zero. */
function printedDay(date: string): string {
  const [year, month = '', day] = date.split('-');
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

const dueDay = (year: number): fc.Arbitrary<string> =>
  fc
    .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
    .map(({ month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

const dueTask = (year: number): fc.Arbitrary<Omit<PlanItem, 'id'>> =>
  fc
    .record({
      date: dueDay(year),
      bound: fc.constantFrom(['trước ngày', 'before'] as const, ['chậm nhất ngày', 'by'] as const),
      what: fc.constantFrom(
        'Gửi báo cáo kết quả',
        'Hoàn thành rà soát danh sách trẻ em',
        'Nộp hồ sơ minh chứng',
      ),
    })
    .map(({ date, bound, what }) => ({
      ...plain(`${what} ${bound[0]} ${printedDay(date)}.`),
      deadlines: [{ date, bound: bound[1] }],
    }));

const criteriaTask = (noun: string, criteria: readonly number[]): Omit<PlanItem, 'id'> => ({
  ...plain(
    `Theo dõi, đánh giá ${criteria.length > 1 ? 'các tiêu chí' : 'tiêu chí'} ${criteria.join(', ')} theo Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ trên địa bàn ${noun}.`,
  ),
  criteria,
});

type Draft = Omit<PlanPart, 'id' | 'items'> & { readonly items: readonly Omit<PlanItem, 'id'>[] };

const part = (
  items: fc.Arbitrary<readonly Omit<PlanItem, 'id'>[]>,
  changes: Partial<Draft>,
): fc.Arbitrary<Draft> =>
  items.map((list) => ({
    heading: null,
    objectiveKind: null,
    assignee: null,
    form: 'bullets',
    ...changes,
    items: list,
  }));

const texts = (from: readonly string[], least = 1) => some(from, least).map((list) => list.map(plain));

interface SectionDraft {
  readonly role: PlanSection['role'];
  readonly heading: string;
  readonly parts: readonly Draft[];
}

function assignmentSection(at: Place): fc.Arbitrary<SectionDraft> {
  return fc
    .record({
      units: fc.shuffledSubarray([...unitsOf(at)], { minLength: 2 }),
      cuts: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 13, maxLength: 13 }),
      withCriteria: fc.boolean(),
    })
    .chain(({ units, cuts, withCriteria }) =>
      fc
        .tuple(
          ...units.map(([unit, unitKind, request], index) => {
            const criteria = withCriteria
              ? cuts.flatMap((cut, number) => (cut % units.length === index ? [number + 1] : []))
              : [];
            const own = criteria.length > 0 ? [criteriaTask(at.noun, criteria)] : [];
            return part(
              fc
                .tuple(texts(TASKS), fc.array(dueTask(at.year), { maxLength: 1 }))
                .map(([tasks, due]) => [...tasks, ...due, ...own]),
              { heading: unit, assignee: { unit, unitKind, request } },
            );
          }),
        )
        .map((parts) => ({ role: 'assignments' as const, heading: 'Tổ chức thực hiện', parts })),
    );
}

function sectionsOf(at: Place): fc.Arbitrary<readonly SectionDraft[]> {
  const purpose = fc
    .tuple(
      part(texts(PURPOSES), { heading: 'Mục đích', objectiveKind: 'purpose' }),
      part(texts(REQUIREMENTS), { heading: 'Yêu cầu', objectiveKind: 'requirement' }),
    )
    .map((parts) => ({ role: 'purpose' as const, heading: 'Mục đích, yêu cầu', parts }));
  const objectives = part(
    fc
      .tuple(
        texts(SPECIFIC, 0),
        fc.uniqueArray(targetItem, { minLength: 1, maxLength: 4, selector: ({ text }) => text }),
      )
      .map(([first, second]) => [...first, ...second]),
    { heading: 'Mục tiêu cụ thể', objectiveKind: 'specific' },
  ).map((one) => ({ role: 'objectives' as const, heading: 'Mục tiêu', parts: [one] }));
  const measures = part(texts(MEASURES), { form: 'numbered' }).map((one) => ({
    role: 'measures' as const,
    heading: 'Nội dung thực hiện',
    parts: [one],
  }));
  const funding = fc.constant({
    role: 'funding' as const,
    heading: 'Kinh phí thực hiện',
    parts: [
      {
        heading: null,
        objectiveKind: null,
        assignee: null,
        form: 'paragraphs' as const,
        items: [plain(`Bố trí từ ngân sách ${at.noun} và nguồn xã hội hóa theo quy định.`)],
      },
    ],
  });
  const optional = (section: fc.Arbitrary<SectionDraft>): fc.Arbitrary<readonly SectionDraft[]> =>
    fc.option(section).map((one) => (one === null ? [] : [one]));
  return fc
    .tuple(
      purpose.map((one) => [one]),
      optional(objectives),
      measures.map((one) => [one]),
      optional(funding),
      assignmentSection(at).map((one) => [one]),
    )
    .map((lists) => lists.flat());
}

/** Plans of wards, communes and special zones of both eras, in the words and with the organisations of their year. */
export const writtenPlans: fc.Arbitrary<WrittenPlan> = place.chain((at) =>
  fc
    .record({
      subject: fc.constantFrom(...SUBJECTS),
      bases: some(BASES),
      sections: sectionsOf(at),
      recipients: some(RECIPIENTS),
      capacity: fc.constantFrom(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], ['KT. CHỦ TỊCH']),
      signer: fc.option(fc.constantFrom(...SIGNERS)),
      signed: fc.option(fc.record({ number: fc.integer({ min: 1, max: 400 }), day: dueDay(at.year) })),
    })
    .map(({ subject, bases, sections, recipients, capacity, signer, signed }) => {
      let last = 0;
      const id = () => `i${++last}`;
      const unit = `${at.noun} ${at.name}`;
      const fullName = unit.charAt(0).toLocaleUpperCase('vi') + unit.slice(1);
      const [year, month, day] = signed?.day.split('-').map(Number) ?? [at.year, null, null];
      return {
        number: signed === null ? null : String(signed.number).padStart(2, '0'),
        date: { year: year!, month: month ?? null, day: day ?? null },
        content: {
          documentType: 'KẾ HOẠCH',
          symbol: 'KH-UBND',
          issuingBody: ['Ủy ban nhân dân', fullName],
          place: at.name,
          year: at.year,
          title: `${subject} năm ${at.year} trên địa bàn ${unit}`,
          legalBases: bases.map((text) => ({ id: id(), text })),
          opening: `Ủy ban nhân dân ${unit} ban hành Kế hoạch công tác trẻ em năm ${at.year} như sau:`,
          sections: sections.map((section) => ({
            ...section,
            id: id(),
            parts: section.parts.map((one) => ({
              ...one,
              id: id(),
              items: one.items.map((item) => ({ ...item, id: id() })),
            })),
          })),
          closing: `Trên đây là Kế hoạch công tác trẻ em năm ${at.year} của ${unit}`,
          recipients: [...recipients, 'Lưu: VT'],
          signature: { capacity, title: 'PHÓ CHỦ TỊCH', name: signer },
        },
      };
    }),
);
