import type { PlanItem } from './content.ts';
import type { UnitKind } from './unit-kind.ts';

/** An organisation of the unit. */
export interface DraftOrganisation {
  /** Its kind in the catalogue of organisations. */
  readonly kind: string;
  /** As it is called in the year of the plan. */
  readonly name: string;
}

/** A sentence with what the year needs of it. */
export type DraftTask = Pick<PlanItem, 'text'> & Partial<Pick<PlanItem, 'deadlines' | 'recurrence'>>;

/** What a plan on a subject says; `noun` is "xã", "phường" or "đặc khu". */
export interface SubjectWording {
  readonly subject: (noun: string, year: number) => string;
  readonly purposes: (noun: string) => readonly string[];
  readonly requirements: (noun: string) => readonly string[];
  readonly measures: (noun: string, year: number) => readonly string[];
  readonly funding: (noun: string, year: number) => readonly string[];
  readonly reporting: (noun: string, year: number) => readonly DraftTask[];
}

/** "Thực hiện …" as it stands inside a sentence. */
export const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** The Front and the organisations are requested, never ordered. */
export const REQUESTED_KINDS: ReadonlySet<UnitKind> = new Set([
  'fatherland_front',
  'youth_union',
  'womens_union',
]);

const funding: SubjectWording['funding'] = (noun, year) => [
  `Kinh phí thực hiện bố trí trong dự toán ngân sách ${noun} năm ${year} theo phân cấp hiện hành và huy động từ các nguồn hợp pháp khác.`,
];

const reporting: SubjectWording['reporting'] = (noun, year) => [
  {
    text: `Các cơ quan, đơn vị gửi báo cáo kết quả 6 tháng trước ngày 10/6/${year} và báo cáo năm trước ngày 10/11/${year} về Ủy ban nhân dân ${noun} để tổng hợp.`,
    deadlines: [
      { date: `${year}-06-10`, bound: 'before' },
      { date: `${year}-11-10`, bound: 'before' },
    ],
    recurrence: 'half_year',
  },
  {
    text: 'Trường hợp trẻ em bị xâm hại, bạo lực, tai nạn thương tích gây tử vong phải báo cáo ngay khi phát hiện.',
    recurrence: 'on_event',
  },
];

export const CHILD_FRIENDLY: SubjectWording = {
  subject: (noun, year) => `Thực hiện tiêu chuẩn ${noun} phù hợp với trẻ em năm ${year}`,
  purposes: (noun) => [
    `Xây dựng ${noun} thành nơi mọi trẻ em được sống an toàn, được chăm sóc, học tập, vui chơi và được lắng nghe.`,
    `Xác định rõ mức đạt của từng tiêu chí, việc còn yếu và biện pháp khắc phục ngay trong năm.`,
  ],
  requirements: () => [
    'Số liệu trung thực, có hồ sơ kiểm chứng; đánh giá khách quan, đúng thực chất, công khai.',
    'Mỗi tiêu chí có một cơ quan, đơn vị chịu trách nhiệm chính, có thời hạn và kết quả cụ thể.',
  ],
  measures: (noun, year) => [
    `Phổ biến tiêu chuẩn ${noun} phù hợp với trẻ em đến cán bộ, công chức, nhà trường, gia đình và trẻ em.`,
    'Rà soát kết quả của năm trước, xác định tiêu chí có nguy cơ không đạt và giải pháp cho từng tiêu chí.',
    'Bồi dưỡng nghiệp vụ cho người làm công tác trẻ em và cộng tác viên ở cơ sở.',
    'Lấy ý kiến của trẻ em và người dân về mức độ hài lòng đối với việc thực hiện quyền trẻ em.',
    `Thu thập số liệu, tự chấm điểm, họp Hội đồng đánh giá và lập hồ sơ đề nghị công nhận năm ${year}.`,
  ],
  funding,
  reporting,
};

export const CHILDREN_WORK: SubjectWording = {
  subject: (_, year) => `Thực hiện công tác trẻ em năm ${year}`,
  purposes: (noun) => [
    'Bảo đảm các quyền của trẻ em theo Luật Trẻ em, nhất là trẻ em có hoàn cảnh đặc biệt.',
    `Nâng cao trách nhiệm của cơ quan, tổ chức, gia đình và cộng đồng trên địa bàn ${noun} đối với trẻ em.`,
  ],
  requirements: () => [
    'Nhiệm vụ gắn với chức năng của từng cơ quan, đơn vị, có thời hạn và sản phẩm cụ thể.',
    'Phối hợp chặt chẽ, phát hiện sớm, xử lý kịp thời các vụ việc liên quan đến trẻ em.',
  ],
  measures: () => [
    'Truyền thông về quyền trẻ em, phòng, chống xâm hại, bạo lực, tai nạn thương tích và đuối nước.',
    'Rà soát, lập danh sách, hỗ trợ trẻ em có hoàn cảnh đặc biệt và trẻ em có nguy cơ rơi vào hoàn cảnh đặc biệt.',
    'Tổ chức Tháng hành động vì trẻ em, Tết Trung thu, Tết Nguyên đán và Diễn đàn trẻ em.',
    'Cập nhật dữ liệu trẻ em đầy đủ, chính xác trên hệ thống thông tin.',
    'Vận động nguồn lực xã hội cho trẻ em và quản lý Quỹ Bảo trợ trẻ em đúng quy định.',
  ],
  funding,
  reporting,
};

/** The usual work of an organisation in a year; empty for those that plans give none of their own. */
export function tasksOf(kind: UnitKind, noun: string, year: number): readonly DraftTask[] {
  switch (kind) {
    case 'culture_society_dept':
      return [
        {
          text: `Chủ trì, đôn đốc, kiểm tra việc thực hiện Kế hoạch; tổng hợp, tham mưu Ủy ban nhân dân ${noun} báo cáo theo quy định.`,
        },
        {
          text: `Hằng tháng rà soát, cập nhật danh sách trẻ em có hoàn cảnh đặc biệt và tham mưu biện pháp hỗ trợ.`,
          recurrence: 'monthly',
        },
        {
          text: `Tổng hợp số liệu, trình Hội đồng đánh giá và hoàn thiện hồ sơ trước ngày 15/11/${year}.`,
          deadlines: [{ date: `${year}-11-15`, bound: 'before' }],
        },
      ];
    case 'office_council_committee':
    case 'justice_civil_status_officer':
      return [
        {
          text: 'Bảo đảm trẻ em được đăng ký khai sinh đúng quy định; thực hiện liên thông thủ tục hành chính cho trẻ em dưới 6 tuổi.',
        },
      ];
    case 'public_administration_center':
      return [{ text: 'Tiếp nhận, giải quyết thủ tục hành chính liên quan đến trẻ em đúng hạn.' }];
    case 'economy_dept':
      return [
        { text: `Tham mưu bố trí kinh phí thực hiện Kế hoạch; hướng dẫn sử dụng, quyết toán theo quy định.` },
      ];
    case 'health_station':
      return [
        {
          text: 'Thực hiện tiêm chủng, phòng, chống suy dinh dưỡng, khám sức khỏe định kỳ và phòng, chống tai nạn thương tích cho trẻ em.',
        },
      ];
    case 'schools':
      return [
        {
          text: 'Huy động trẻ em đến trường, lớp; xây dựng trường học an toàn; phòng, chống bạo lực học đường.',
        },
      ];
    case 'police':
      return [
        {
          text: 'Phòng ngừa, phát hiện, xử lý hành vi xâm hại, bạo lực đối với trẻ em; quản lý, giáo dục trẻ em vi phạm pháp luật.',
        },
      ];
    case 'public_service_center':
      return [{ text: 'Tổ chức hoạt động văn hóa, thể thao, vui chơi và quản lý điểm vui chơi cho trẻ em.' }];
    case 'fatherland_front':
      return [
        {
          text: 'Giám sát, phản biện xã hội việc thực hiện quyền trẻ em; vận động hội viên, đoàn viên và Nhân dân tham gia.',
        },
      ];
    case 'youth_union':
      return [
        {
          text: `Chủ trì tổ chức Diễn đàn trẻ em trước ngày 30/6/${year}; duy trì câu lạc bộ của trẻ em.`,
          deadlines: [{ date: `${year}-06-30`, bound: 'before' }],
        },
      ];
    case 'womens_union':
      return [{ text: 'Nhân rộng mô hình chăm sóc, đỡ đầu trẻ em mồ côi; tuyên truyền kỹ năng làm cha mẹ.' }];
    case 'village_heads':
      return [
        {
          text: 'Nắm tình hình trẻ em trên địa bàn; cam kết thực hiện các tiêu chí; báo cáo ngay vụ việc liên quan đến trẻ em.',
        },
      ];
    default:
      return [];
  }
}
