import type { DutyPeriod, PlanDeadline } from '../../../domain/plan/index.ts';

/**
 * How the work of an item went in the running year: its last period that is over ended like this; without a fate it was
 * done. `skipped` is of the first such period, `closed` and `split` of the task as a whole.
 */
export type Fate = 'late' | 'reported' | 'returned' | 'skipped' | 'closed' | 'split';

/** Work of a kind of organisation beside what every first draft gives it. */
export interface WorkOfTheYear {
  readonly kind: string;
  readonly text: string;
  readonly deadlines?: readonly PlanDeadline[];
  readonly recurrence?: DutyPeriod;
  readonly fate?: Fate;
}

/** What the sample's plan of a year adds, so that the year has something due in every month. */
export const workOfTheYear = (year: number): readonly WorkOfTheYear[] => [
  {
    kind: 'culture_society',
    text: 'Tổ chức thăm hỏi, tặng quà trẻ em có hoàn cảnh khó khăn dịp Tết Nguyên đán và Tết Trung thu.',
    recurrence: 'yearly_events',
  },
  {
    kind: 'culture_society',
    text: 'Tiếp nhận, xác minh và lập kế hoạch hỗ trợ ngay khi có tin báo về trẻ em bị xâm hại.',
    recurrence: 'on_event',
  },
  {
    kind: 'culture_society',
    text: `Mở lớp nâng cao năng lực cho cộng tác viên và cán bộ các trường trước ngày 30/9/${year}.`,
    deadlines: [{ date: `${year}-09-30`, bound: 'before' }],
    fate: 'split',
  },
  {
    kind: 'council_committee_office',
    text: 'Hằng tháng đối chiếu số trẻ em mới sinh với sổ đăng ký khai sinh.',
    recurrence: 'monthly',
    fate: 'skipped',
  },
  {
    kind: 'police',
    text: 'Hằng quý kiểm tra các ao, hồ, công trình đang thi công dễ gây tai nạn cho trẻ em.',
    recurrence: 'quarterly',
    fate: 'late',
  },
  {
    kind: 'police',
    text: `Gặp gỡ, giáo dục trẻ em có nguy cơ vi phạm pháp luật, xong trước ngày 25/9/${year}.`,
    deadlines: [{ date: `${year}-09-25`, bound: 'before' }],
    fate: 'reported',
  },
  {
    kind: 'health_station',
    text: 'Hằng quý kiểm tra bếp ăn và tủ thuốc của các trường có học sinh bán trú.',
    recurrence: 'quarterly',
    fate: 'reported',
  },
  {
    kind: 'health_station',
    text: `Cân, đo toàn bộ trẻ em dưới 5 tuổi chậm nhất ngày 15/10/${year}.`,
    deadlines: [{ date: `${year}-10-15`, bound: 'by' }],
    fate: 'late',
  },
  {
    kind: 'schools',
    text: `Ký cam kết trường học an toàn với cha mẹ học sinh trước ngày 20/9/${year}.`,
    deadlines: [{ date: `${year}-09-20`, bound: 'before' }],
    fate: 'returned',
  },
  {
    kind: 'economy',
    text: `Báo cáo tình hình sử dụng kinh phí công tác trẻ em trước ngày 05/11/${year}.`,
    deadlines: [{ date: `${year}-11-05`, bound: 'before' }],
  },
  {
    kind: 'public_service_centre',
    text: 'Hằng tháng kiểm tra độ an toàn của đồ chơi ngoài trời tại các điểm vui chơi.',
    recurrence: 'monthly',
    fate: 'late',
  },
  {
    kind: 'public_service_centre',
    text: `Lắp thêm một bộ đồ chơi vận động tại nhà văn hóa trước ngày 31/8/${year}.`,
    deadlines: [{ date: `${year}-08-31`, bound: 'before' }],
    fate: 'closed',
  },
  {
    kind: 'fatherland_front',
    text: 'Mỗi năm hai lần giám sát việc trợ giúp trẻ em có hoàn cảnh đặc biệt tại khu dân cư.',
    recurrence: 'half_year',
  },
  {
    kind: 'youth_union',
    text: 'Hằng tháng tổ chức sinh hoạt câu lạc bộ trẻ em.',
    recurrence: 'monthly',
  },
  {
    kind: 'womens_union',
    text: 'Mỗi năm hai lần mở lớp kỹ năng làm cha mẹ.',
    recurrence: 'half_year',
  },
  {
    kind: 'villages',
    text: `Lập danh sách hộ có trẻ em cần trợ giúp, gửi Ủy ban nhân dân trước ngày 30/10/${year}.`,
    deadlines: [{ date: `${year}-10-30`, bound: 'before' }],
  },
];

/** What is said when work ends otherwise than done. */
export const REASONS = {
  returned: 'Mới có bản cam kết của hai trường; đề nghị bổ sung các trường còn lại rồi báo cáo lại.',
  skipped: 'Nghỉ Tết Nguyên đán dài ngày; gộp vào kỳ sau.',
  closed: 'Chưa bố trí được kinh phí mua sắm; chuyển sang kế hoạch năm sau.',
  split: 'Mỗi lớp do một đơn vị chủ trì cho sát đối tượng.',
} as const;

/** The parts into which the one task was split. */
export const PARTS_OF_SPLIT = [
  { kind: 'health_station', text: 'Mở lớp sơ cứu, phòng tránh tai nạn cho cộng tác viên.' },
  { kind: 'schools', text: 'Mở lớp tư vấn tâm lý học đường cho cán bộ các trường.' },
] as const;
