import { type Figures, inputsOfMeasure, type Standard } from '../../../domain/scoring/index.ts';
import type { Row } from '../rows.ts';
import type { YearWriter } from './year-writer.ts';

/** An evidence as the sample tells it. */
interface EvidenceStory {
  readonly title: string;
  /** Null for a picture. */
  readonly type: string | null;
  readonly number?: string;
  readonly symbol?: string;
  readonly by: string;
  readonly issuer: string;
  /** Month and day on which it was signed. */
  readonly on: string;
  readonly indicators: readonly string[];
  readonly confidentiality?: Row<'evidence'>['confidentiality'];
  readonly showsChildren?: true;
  /** It is of the year before: an appraiser puts it aside. */
  readonly ofLastYear?: true;
  /** An input of which it says so many more than was entered. */
  readonly differs?: readonly [input: string, more: number];
  /** What it says beside the figures of its indicators. */
  readonly says?: string;
}

const STORIES: readonly EvidenceStory[] = [
  {
    title: 'Quyết định phân công người làm công tác bảo vệ trẻ em',
    type: 'Quyết định',
    number: '21',
    symbol: 'QĐ-UBND',
    by: 'culture_society',
    issuer: 'Ủy ban nhân dân phường',
    on: '01-15',
    indicators: ['1.1', '1.3'],
    confidentiality: 'public',
    says: 'Phân công một công chức làm công tác bảo vệ trẻ em; họp giao ban mỗi quý một lần.',
  },
  {
    title: 'Danh sách cộng tác viên bảo vệ trẻ em của các khối phố',
    type: 'Danh sách',
    by: 'culture_society',
    issuer: 'Phòng Văn hóa - Xã hội',
    on: '02-20',
    indicators: ['1.2'],
  },
  {
    title: 'Báo cáo kết quả đăng ký khai sinh',
    type: 'Báo cáo',
    number: '55',
    symbol: 'BC-VP',
    by: 'council_committee_office',
    issuer: 'Văn phòng HĐND - UBND phường',
    on: '10-02',
    indicators: ['2.1'],
  },
  {
    title: 'Báo cáo tình hình xâm hại trẻ em, trẻ em vi phạm pháp luật',
    type: 'Báo cáo',
    number: '72',
    symbol: 'BC-CAP',
    by: 'police',
    issuer: 'Công an phường',
    on: '10-05',
    indicators: ['3.1', '4.1'],
    confidentiality: 'restricted',
  },
  {
    title: 'Báo cáo tai nạn, thương tích trẻ em',
    type: 'Báo cáo',
    number: '38',
    symbol: 'BC-TYT',
    by: 'health_station',
    issuer: 'Trạm Y tế phường',
    on: '10-03',
    indicators: ['5.1', '5.2'],
  },
  {
    title: 'Báo cáo tiêm chủng mở rộng',
    type: 'Báo cáo',
    number: '36',
    symbol: 'BC-TYT',
    by: 'health_station',
    issuer: 'Trạm Y tế phường',
    on: '10-01',
    indicators: ['7.1'],
  },
  {
    title: 'Báo cáo theo dõi dinh dưỡng trẻ em dưới 5 tuổi',
    type: 'Báo cáo',
    symbol: 'BC-TYT',
    by: 'health_station',
    issuer: 'Trạm Y tế phường',
    on: '10-06',
    indicators: ['8.1', '8.2'],
    differs: ['under5_weighed', 12],
  },
  {
    title: 'Báo cáo khám sức khỏe học sinh',
    type: 'Báo cáo',
    number: '29',
    symbol: 'BC-TYT',
    by: 'health_station',
    issuer: 'Trạm Y tế phường',
    on: '11-20',
    indicators: ['9.1'],
    ofLastYear: true,
  },
  {
    title: 'Báo cáo phổ cập giáo dục mầm non',
    type: 'Báo cáo',
    number: '17',
    symbol: 'BC-TH',
    by: 'schools',
    issuer: 'Các trường học trên địa bàn phường',
    on: '10-08',
    indicators: ['10.1', '10.2'],
  },
  {
    title: 'Biên bản diễn đàn trẻ em của phường',
    type: 'Biên bản',
    number: '12',
    symbol: 'BB-ĐTN',
    by: 'youth_union',
    issuer: 'Đoàn Thanh niên phường',
    on: '05-25',
    indicators: ['11.1'],
    confidentiality: 'public',
    says: 'Trẻ em đối thoại với lãnh đạo phường về đèn đường, sân chơi và lớp dạy bơi.',
  },
  {
    title: 'Ảnh Ngày hội Quốc tế Thiếu nhi (hình vẽ mô phỏng)',
    type: null,
    by: 'culture_society',
    issuer: 'Phòng Văn hóa - Xã hội',
    on: '06-02',
    indicators: ['12.2'],
    showsChildren: true,
    says: 'Trong hình không có ai; đánh dấu có trẻ em để xem thử việc che ảnh và ghi sự đồng ý.',
  },
];

/**
 * Evidence of the running year, most of it sound, and of each fault of which the check speaks one: another figure, no
 * number, another year, children without a blacked-out copy. Their files are made from what these rows say.
 */
export function addEvidence(writer: YearWriter, standard: Standard, figures: Figures): void {
  const year = Number(writer.day.slice(0, 4));
  for (const story of STORIES) {
    const ofYear = story.ofLastYear ? year - 1 : year;
    const issuedOn = writer.past(`${ofYear}-${story.on}`);
    const addedOn = story.ofLastYear ? writer.ago(20) : issuedOn;
    const at = writer.on(addedOn, `evidence/${story.title}`);
    const added = { added_by: writer.officer(story.by), added_at: at };
    const id = writer.add('evidence', story.title, at, {
      organisation_id: writer.organisation(story.by),
      title: story.title,
      document_type: story.type,
      number: story.number ?? null,
      symbol: story.symbol ?? null,
      issued_on: issuedOn,
      issuer: story.issuer,
      extract: story.says ?? (extractOf(standard, story, figures) || null),
      proves_from: `${ofYear}-01-01`,
      proves_until: `${ofYear}-09-30`,
      speaks_of: null,
      confidentiality: story.confidentiality ?? 'internal',
      expires_on: null,
      shows_children: story.showsChildren ?? false,
      search_key: '',
      content_key: '',
      revision: 1,
      withdrawn_at: null,
      published_at: null,
      ...added,
      changed_at: at,
    });
    const happened = (kind: 'added' | 'used', detail: string | null) =>
      writer.add('evidence_event', `${story.title}/${detail ?? kind}`, at, {
        evidence_id: id,
        kind,
        detail,
        person_id: added.added_by,
        happened_at: at,
      });
    happened('added', null);
    for (const indicator of story.indicators) {
      const criterion = Number.parseInt(indicator, 10);
      writer.add('evidence_use', `${story.title}/${indicator}`, at, {
        evidence_id: id,
        year,
        criterion,
        indicator,
        task_id: null,
        ...added,
      });
    }
    happened('used', story.indicators.map((indicator) => `${year}.${indicator}`).join(','));
  }
}

/** The figures of the indicators, each by the name that the standard gives it: "Tổng số trẻ em: 3.607". */
function extractOf(
  standard: Standard,
  { indicators, differs, type }: EvidenceStory,
  figures: Figures,
): string {
  if (type === null) return '';
  const measured = standard.criteria.flatMap((criterion) => criterion.indicators);
  const inputs = new Set(
    indicators.flatMap((code) => inputsOfMeasure(measured.find((one) => one.code === code)!.measure)),
  );
  return [...inputs]
    .flatMap((input) => {
      const figure = figures[input];
      if (figure?.state !== 'given' || typeof figure.value !== 'number') return [];
      const more = differs?.[0] === input ? differs[1] : 0;
      return [`${standard.inputs[input]!.label}: ${figure.value + more}`];
    })
    .join('; ');
}
