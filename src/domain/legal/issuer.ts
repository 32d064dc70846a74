import { searchKey } from '../text/index.ts';

/** Words that begin with a capital, one after the other: the name of a place. */
const NAME = "\\p{Lu}[\\p{L}'’]*(?: (?:\\p{Lu}[\\p{L}'’]*|\\d{1,2}(?![\\d/])))*";
const LABOUR = 'Lao động ?[-–] ?Thương binh và Xã hội|LĐ ?-? ?TB ?(?:&|và|-)? ?XH';
const FIELD = `(?:${LABOUR}|[Yy] tế|Giáo dục và Đào tạo|Văn hóa, Thể thao và Du lịch|Văn hóa và Thông tin|Thông tin và Truyền thông|Khoa học và Công nghệ|Dân tộc và Tôn giáo|Nông nghiệp và Môi trường|Tư pháp|Công an|Nội vụ|Tài chính|Xây dựng|Quốc phòng)`;
const PLACE = `(?: (?:tỉnh|thành phố|TP\\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?: ${NAME}| \\d{1,2}(?![\\d/]))?)?`;

/** How bodies that issue documents are written in a sentence. */
export const ISSUER_PATTERN = [
  'Thủ tướng(?: Chính phủ)?',
  'Chính phủ',
  'Ủy ban Thường vụ Quốc hội',
  'Quốc hội',
  'Bộ Chính trị',
  'Ban Bí thư(?: Trung ương Đảng)?',
  'Ban Chấp hành Trung ương(?: Đảng)?',
  'Văn phòng Trung ương Đảng',
  'Hội đồng Đội Trung ương',
  `(?:Bộ trưởng )?Bộ ${FIELD}`,
  `(?:Giám đốc )?Sở ${FIELD}${PLACE}`,
  `Phòng ${FIELD}${PLACE}`,
  `Cục ${NAME} em|Cục ${NAME}`,
  `(?:Chủ tịch )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)${PLACE}`,
  `(?:Hội đồng nhân dân|HĐND)${PLACE}`,
].join('|');

/**
 * A body to compare by. A minister and the ministry are one: a circular is signed by the minister and cited as the
 * ministry's. Without tones, abbreviations in full.
 */
export function issuerKey(issuer: string): string {
  return searchKey(issuer)
    .replace(/\s*-\s*/gu, '-')
    .replace(/^(bo truong|giam doc|chu tich) /u, '')
    .replace(/\bubnd\b/gu, 'uy ban nhan dan')
    .replace(/\bhdnd\b/gu, 'hoi dong nhan dan')
    .replace(/\bld-?tb ?(?:&|va|-)? ?xh\b/gu, 'lao dong-thuong binh va xa hoi')
    .replace(/^thu tuong$/u, 'thu tuong chinh phu');
}

/** Whether both name the same body; a short form ("UBND tỉnh") agrees with every longer one. */
export function sameIssuer(one: string, other: string): boolean {
  const [a, b] = [issuerKey(one), issuerKey(other)];
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}
