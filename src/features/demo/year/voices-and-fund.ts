import { addDays } from '../../../domain/calendar/index.ts';
import { documentSearchKey } from '../../legal-documents/index.ts';
import type { Row } from '../rows.ts';
import { addActivity } from './log-of-the-year.ts';
import type { DemoPlaces } from './places.ts';
import type { YearWriter } from './year-writer.ts';

/** The children's forum of a year. @returns its id and day; null while it is still to come */
export function addForum(writer: YearWriter, year: number): { id: string; day: string } | null {
  const day = `${year}-05-24`;
  const id = addActivity(writer, {
    subject: `forum/${year}`,
    kind: 'forum',
    day,
    title: `Diễn đàn trẻ em phường năm ${year}: Lắng nghe con nói`,
    by: 'youth_union',
    place: 'Hội trường Ủy ban nhân dân phường',
    children: 62,
    adults: 21,
    summary: 'Trẻ em đối thoại với lãnh đạo phường; nội dung mô phỏng.',
    criterion: 11,
    details: {
      adultsInCharge: 14,
      volunteers: 5,
      guests: 16,
      planParts: ['purpose', 'content', 'time_and_place', 'participants', 'organisation'],
      previousPetitions: 'gone_through',
      reportedOn: addDays(day, 20),
    },
  });
  return id === null ? null : { id, day };
}

interface PetitionStory {
  readonly text: string;
  readonly askedBy: string;
  readonly to: string | null;
  readonly addressee: string;
  readonly sent: boolean;
  /** Days from today on which the answer is due. */
  readonly dueInDays: number | null;
  readonly answer?: string;
}

const PETITIONS: readonly PetitionStory[] = [
  {
    text: 'Chúng con mong có thêm đèn đường trên lối đi học buổi tối.',
    askedBy: 'Nhóm trẻ em khối Mẫu 1',
    to: 'economy',
    addressee: 'Phòng Kinh tế',
    sent: true,
    dueInDays: -90,
    answer: 'Đã lắp 4 bóng đèn trên đoạn đường gần trường (mô phỏng).',
  },
  {
    text: 'Sân chơi cần có mái che để chơi được khi trời mưa.',
    askedBy: 'Câu lạc bộ Măng non',
    to: 'public_service_centre',
    addressee: 'Trung tâm dịch vụ công',
    sent: true,
    dueInDays: -12,
  },
  {
    text: 'Mong trường mở thư viện vào chiều thứ Bảy.',
    askedBy: 'Học sinh khối lớp 4, lớp 5',
    to: 'schools',
    addressee: 'Các trường học',
    sent: true,
    dueInDays: 25,
  },
  {
    text: 'Đề nghị có lớp dạy bơi miễn phí cho các bạn nhà khó khăn.',
    askedBy: 'Nhóm trẻ em khối Mẫu 3',
    to: null,
    addressee: 'Trung tâm Thể thao của tỉnh (mẫu)',
    sent: false,
    dueInDays: null,
  },
];

/** What the children asked for at the forum, in every state that a petition can have. */
export function addPetitions(writer: YearWriter, forum: { readonly id: string; readonly day: string }): void {
  const at = writer.on(addDays(forum.day, 3), 'petitions');
  for (const [place, story] of PETITIONS.entries()) {
    const { text, to, dueInDays, answer = null } = story;
    const sentOn = story.sent ? writer.past(addDays(forum.day, 5)) : null;
    const dueDate = dueInDays === null ? null : addDays(writer.day, dueInDays);
    writer.add('petition', `${forum.id}/${place}`, at, {
      year: Number(forum.day.slice(0, 4)),
      activity_id: forum.id,
      text,
      asked_by: story.askedBy,
      addressee: story.addressee,
      addressee_id: to === null ? null : writer.organisation(to),
      sent_on: sentOn,
      due_date: dueDate,
      answer,
      answered_on: answer === null ? null : writer.past(addDays(forum.day, 31)),
      reviewed_at: null,
      revision: answer === null ? 0 : 1,
      recorded_by: writer.officer('youth_union'),
      recorded_at: at,
    });
  }
}

type Given = readonly [
  day: string,
  donor: string,
  kind: Row<'contribution'>['donor_kind'],
  amount: number,
  more?: { readonly goods?: string; readonly toFund?: false; readonly purpose?: string },
];

const CONTRIBUTIONS: readonly Given[] = [
  ['01-20', 'Quỹ Bảo trợ trẻ em tỉnh (mẫu)', 'fund_above', 15_000_000],
  ['03-12', 'Công ty Ví Dụ', 'enterprise', 10_000_000],
  ['05-18', 'Bà Nguyễn Thị Mẫu', 'person', 2_000_000],
  [
    '05-27',
    'Hợp tác xã Thí Dụ',
    'organisation',
    6_000_000,
    { goods: '30 bộ sách vở', toFund: false, purpose: 'Tặng học sinh nghèo' },
  ],
  ['08-15', 'Hội đồng hương mẫu', 'organisation', 5_000_000],
];

/** What came into the Children's Fund in a year and what it was used for. */
export function addFund(writer: YearWriter, year: number, giftsActivity: string | null): void {
  const planner = writer.planner;
  for (const [place, [monthAndDay, donor, kind, amount, more = {}]] of CONTRIBUTIONS.entries()) {
    const day = `${year}-${monthAndDay}`;
    if (day >= writer.day) continue;
    const at = writer.on(day, `contribution/${place}`);
    writer.add('contribution', `${year}/${place}`, at, {
      year,
      received_on: day,
      donor,
      donor_kind: kind,
      amount,
      goods: more.goods ?? null,
      to_fund: more.toFund ?? true,
      purpose: more.purpose ?? null,
      receipt_number: `PT-${String(place + 1).padStart(2, '0')}`,
      recorded_by: planner,
      recorded_at: at,
      revision: 0,
    });
  }
  const uses = [
    ['05-29', 9_000_000, 'Quà cho trẻ em có hoàn cảnh đặc biệt', 45, 'PC-01'],
    ['09-04', 8_000_000, 'Học bổng đầu năm học', 16, 'PC-02'],
  ] as const;
  for (const [monthAndDay, amount, purpose, children, voucher] of uses) {
    const day = `${year}-${monthAndDay}`;
    if (day >= writer.day) continue;
    const at = writer.on(day, `use/${voucher}`);
    writer.add('fund_use', `${year}/${voucher}`, at, {
      year,
      used_on: day,
      amount,
      in_goods: false,
      purpose,
      children,
      voucher_number: voucher,
      activity_id: voucher === 'PC-01' ? giftsActivity : null,
      recorded_by: planner,
      recorded_at: at,
      revision: 0,
    });
  }
}

const COMMITTED = 9;

/** Of the neighbourhoods nine have promised to keep the criteria. */
export function addCommitments(
  writer: YearWriter,
  year: number,
  { villages }: DemoPlaces,
  signedPaper: string,
): void {
  const day = writer.past(`${year}-03-20`);
  for (const [index, village] of villages.entries()) {
    const place = index + 1;
    if (place > COMMITTED) continue;
    const at = writer.on(day, `commitment/${place}`);
    writer.add('commitment', `${year}/${place}`, at, {
      year,
      place_id: village,
      signed_on: day,
      signed_by: `Trưởng khối Mẫu ${place}`,
      criteria: place % 3 === 0 ? [3, 5, 6, 12] : [3, 4, 5],
      file_id: place === 1 ? signedPaper : null,
      recorded_by: writer.planner,
      recorded_at: at,
    });
  }
}

/** Documents of the unit itself, one of which has been replaced. */
export function addLegalDocuments(writer: YearWriter, year: number): void {
  const issuer = `Ủy ban nhân dân ${writer.unit.fullName.charAt(0).toLocaleLowerCase('vi')}${writer.unit.fullName.slice(1)}`;
  const newer = `92/QĐ-UBND`;
  const documents = [
    ['71/QĐ-UBND', `${year - 1}-08-01`, 'Thành lập Ban Bảo vệ trẻ em phường (văn bản mô phỏng)', newer],
    [newer, writer.past(`${year}-01-30`), 'Kiện toàn Ban Bảo vệ trẻ em phường (văn bản mô phỏng)', null],
  ] as const;
  for (const [number, issuedOn, title, replacedBy] of documents) {
    const at = writer.on(issuedOn, number);
    writer.add('legal_document', number, at, {
      document_type: 'Quyết định',
      number,
      issued_on: issuedOn,
      issuer,
      title,
      in_force_from: issuedOn,
      in_force_until: replacedBy === null ? null : writer.past(`${year}-01-29`),
      replaced_by: replacedBy,
      search_key: documentSearchKey({ type: 'Quyết định', number, issuer, title }),
      added_by: writer.planner,
      added_at: at,
    });
  }
}

/** A day on which the unit does not work, beside those of the country. */
export function addDayOff(writer: YearWriter, year: number): void {
  const at = writer.on(`${year}-01-15`, 'day-off');
  writer.add('holiday_change', 'festival', at, {
    day: `${year}-11-20`,
    kind: 'off',
    name: 'Ngày hội của phường (mô phỏng)',
    changed_by: writer.planner,
    changed_at: at,
  });
}
