import { dayOfMonth } from '../../../domain/calendar/index.ts';
import { searchKey } from '../../../domain/text/index.ts';
import { lunarDates } from '../../../platform/lunar-dates.ts';
import { randomFor } from '../random.ts';
import type { Row } from '../rows.ts';
import type { YearWriter } from './year-writer.ts';

/** An activity as the sample tells it. */
export interface ActivityStory {
  readonly subject: string;
  readonly kind: Row<'activity'>['kind'];
  readonly day: string;
  readonly title: string;
  readonly by: string;
  readonly place?: string;
  readonly channel?: Row<'activity'>['channel'];
  readonly audience?: readonly string[];
  readonly children?: number;
  readonly adults?: number;
  readonly summary?: string;
  readonly outcome?: string;
  readonly details?: Record<string, unknown>;
  readonly criterion?: number;
  readonly attendance?: readonly (readonly [name: string, capacity: string])[];
}

/** Adds an activity that is over by yesterday. @returns its id; null for one that is still to come */
export function addActivity(writer: YearWriter, story: ActivityStory): string | null {
  if (story.day >= writer.day) return null;
  const { subject, kind, day, title, place = null } = story;
  const at = writer.on(day, `activity/${subject}`);
  const id = writer.add('activity', subject, at, {
    year: Number(day.slice(0, 4)),
    kind,
    title,
    held_from: day,
    held_until: null,
    place,
    organisation_id: writer.organisation(story.by),
    channel: story.channel ?? null,
    audience: [...(story.audience ?? [])],
    children: story.children ?? null,
    adults: story.adults ?? null,
    summary: story.summary ?? null,
    outcome: story.outcome ?? null,
    details: story.details ?? {},
    search_key: searchKey(`${title} ${place ?? ''}`),
    revision: 0,
    recorded_by: writer.officer(story.by),
    recorded_at: at,
  });
  if (story.criterion !== undefined) linkActivity(writer, id, at, { criterion: story.criterion });
  for (const [name, capacity] of story.attendance ?? [])
    writer.add('attendance', `${subject}/${name}`, at, { activity_id: id, name, capacity, present: true });
  return id;
}

/** Says what an activity serves. */
export function linkActivity(
  writer: YearWriter,
  activityId: string,
  at: Date,
  to: { readonly taskId?: string; readonly criterion?: number },
): void {
  writer.add('activity_link', `${activityId}/${to.taskId ?? to.criterion}`, at, {
    activity_id: activityId,
    task_id: to.taskId ?? null,
    target_id: null,
    criterion: to.criterion ?? null,
  });
}

const COMMUNICATION = [
  ['broadcast', 'Bản tin truyền thanh về phòng, chống đuối nước', 'public_service_centre'],
  ['web', 'Bài viết trên trang thông tin về tiêm chủng cho trẻ em', 'health_station'],
  ['talk', 'Nói chuyện với cha mẹ về phòng, chống bạo lực gia đình', 'womens_union'],
  ['school', 'Tuyên truyền an toàn giao thông tại trường học', 'police'],
  ['leaflet', 'Phát tờ rơi giới thiệu Tổng đài bảo vệ trẻ em 111', 'culture_society'],
] as const;

/** Something is told every month of a year, but for two months that are over. */
export function addCommunication(writer: YearWriter, year: number): void {
  const now = year === Number(writer.day.slice(0, 4)) ? Number(writer.day.slice(5, 7)) : 12;
  const missed = [now - 2, now - 5];
  for (let month = 1; month <= now; month++) {
    if (missed.includes(month)) continue;
    const random = randomFor('communication', writer.unit.code, year, month);
    const [channel, title, by] = COMMUNICATION[month % COMMUNICATION.length]!;
    addActivity(writer, {
      subject: `communication/${year}-${month}`,
      kind: 'communication',
      day: dayOfMonth(year, month, random.between(3, 19)),
      title: `${title}, tháng ${month}`,
      by,
      channel,
      audience: ['parents', 'children'],
      adults: random.between(40, 160),
      details: { items: random.between(1, 4) },
      summary: 'Nội dung mô phỏng.',
    });
  }
}

const OFFICERS = [
  ['Nguyễn Thị Mẫu', 'công chức văn hóa - xã hội'],
  ['Trần Văn Ví Dụ', 'cán bộ trạm y tế'],
  ['Lê Thị Thí Dụ', 'cộng tác viên khu dân cư'],
] as const;

/**
 * An activity of every other kind, each on its day of the year.
 * @returns the id of the one at which gifts were given; null while it is still to come
 */
export function addActivities(writer: YearWriter, year: number): string | null {
  const on = (monthAndDay: string) => `${year}-${monthAndDay}`;
  const stories: readonly ActivityStory[] = [
    {
      subject: `board-1/${year}`,
      kind: 'board_meeting',
      day: on('03-05'),
      title: 'Họp Ban Bảo vệ trẻ em, phiên quý I',
      by: 'culture_society',
      place: 'Hội trường Ủy ban nhân dân phường',
      adults: 14,
      outcome: 'Thống nhất danh sách trẻ em cần trợ giúp (mô phỏng).',
      criterion: 1,
      attendance: OFFICERS,
    },
    {
      subject: `board-2/${year}`,
      kind: 'board_meeting',
      day: on('07-02'),
      title: 'Họp Ban Bảo vệ trẻ em, sơ kết 6 tháng',
      by: 'culture_society',
      place: 'Hội trường Ủy ban nhân dân phường',
      adults: 15,
      criterion: 1,
      attendance: OFFICERS.slice(0, 2),
    },
    {
      subject: `training/${year}`,
      kind: 'training',
      day: on('04-16'),
      title: 'Tập huấn kỹ năng tiếp nhận tin báo cho cộng tác viên',
      by: 'culture_society',
      place: 'Nhà văn hóa khối Mẫu 1',
      adults: 32,
      criterion: 1,
      attendance: OFFICERS,
    },
    {
      subject: `club/${year}`,
      kind: 'club_session',
      day: on('05-10'),
      title: 'Sinh hoạt câu lạc bộ Măng non: kỹ năng nói không',
      by: 'youth_union',
      place: 'Nhà văn hóa khối Mẫu 2',
      children: 28,
      adults: 3,
      criterion: 11,
    },
    {
      subject: `council/${year}`,
      kind: 'council_session',
      day: on('07-18'),
      title: 'Phiên họp Hội đồng trẻ em của phường',
      by: 'youth_union',
      place: 'Hội trường Ủy ban nhân dân phường',
      children: 24,
      adults: 6,
      criterion: 11,
    },
    {
      subject: `consultation/${year}`,
      kind: 'consultation',
      day: on('09-12'),
      title: 'Lấy ý kiến trẻ em về điểm vui chơi của khối phố',
      by: 'culture_society',
      children: 64,
      adults: 4,
      summary: 'Phiếu hỏi không ghi tên; số liệu mô phỏng.',
      criterion: 12,
    },
    {
      subject: `children-day/${year}`,
      kind: 'event',
      day: on('06-01'),
      title: 'Ngày hội Quốc tế Thiếu nhi 1/6',
      by: 'youth_union',
      place: 'Sân vận động phường',
      children: 420,
      adults: 90,
      criterion: 12,
    },
    {
      subject: `mid-autumn/${year}`,
      kind: 'event',
      day: lunarDates.midAutumn(year),
      title: 'Đêm hội Trăng rằm',
      by: 'youth_union',
      place: 'Nhà văn hóa phường',
      children: 380,
      adults: 120,
      criterion: 12,
    },
    {
      subject: `gifts/${year}`,
      kind: 'gift_giving',
      day: on('05-29'),
      title: 'Tặng quà trẻ em có hoàn cảnh đặc biệt nhân Tháng hành động vì trẻ em',
      by: 'womens_union',
      children: 45,
      criterion: 6,
    },
    {
      subject: `oversight/${year}`,
      kind: 'oversight',
      day: on('08-20'),
      title: 'Giám sát việc hỗ trợ trẻ em mồ côi tại khu dân cư',
      by: 'fatherland_front',
      adults: 7,
      outcome: 'Đề nghị bổ sung hai trường hợp vào danh sách (mô phỏng).',
      criterion: 6,
    },
    {
      subject: `other/${year}`,
      kind: 'other',
      day: on('08-30'),
      title: 'Dọn vệ sinh, sơn lại điểm vui chơi trước năm học mới',
      by: 'villages',
      place: 'Khối Mẫu 3',
      children: 30,
      adults: 25,
    },
  ];
  const ids = new Map(stories.map((story) => [story.kind, addActivity(writer, story)]));
  return ids.get('gift_giving') ?? null;
}
