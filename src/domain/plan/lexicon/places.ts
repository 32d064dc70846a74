import type { IssuerLevel } from '../reading.ts';

/** Words for a unit of administration, folded, longest first, and the level of the plan that such a unit issues. */
export const UNIT_TYPES: readonly (readonly [words: string, level: IssuerLevel])[] = [
  ['thi tran', 'town'],
  ['dac khu', 'special_zone'],
  ['phuong', 'ward'],
  ['xa', 'commune'],
  ['thi xa', 'district'],
  ['huyen', 'district'],
  ['quan', 'district'],
  ['thanh pho', 'district'],
  ['tinh', 'province'],
];

/** Cities that are governed like a province, folded. */
export const CITIES_OF_THE_CENTRE: ReadonlySet<string> = new Set([
  'ha noi',
  'ho chi minh',
  'hai phong',
  'da nang',
  'can tho',
  'hue',
]);

/** Provinces before and after July 2025, as printed. */
export const PROVINCES: readonly string[] =
  'An Giang|Bà Rịa - Vũng Tàu|Bắc Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bến Tre|Bình Định|Bình Dương|Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hồ Chí Minh|Huế|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái'.split(
    '|',
  );
