/** A name that an organisation or a tier of government bore in one era only. */
export interface NameOfAnEra {
  readonly pattern: RegExp;
  /** First day of the name; null for "since before these records". */
  readonly from: string | null;
  /** Last day of the name; null for "until further notice". */
  readonly until: string | null;
  /** Who has the work now, in words for the screen; null where that depends on the matter. */
  readonly now: string | null;
}

const PLACE = '(?:huyện|quận|thị xã|thị trấn|tỉnh|thành phố)(?: \\p{Lu}\\p{L}+)*';
const LABOUR = `(?:[Ll]ao động(?: ?[-–,] ?[Tt]hương binh (?:và|&) [Xx]ã hội)?|LĐ ?[-–]? ?TB ?(?:&|và)? ?XH)(?: ${PLACE})?`;
const DISTRICT = '(?:huyện|quận|thị xã)';

/**
 * Work for children passed from labour to health on 1 March 2025 (Nghị định 42/2025/NĐ-CP); the district tier ended on
 * 30 June 2025 (Luật Tổ chức chính quyền địa phương 72/2025/QH15). The names themselves are those of
 * `standards/organisations.json` and of plans of both eras.
 */
export const NAMES_OF_AN_ERA: readonly NameOfAnEra[] = [
  {
    pattern: new RegExp(`(?<!\\p{L})[Pp]hòng ${LABOUR}`, 'gu'),
    from: null,
    until: '2025-02-28',
    now: 'Phòng Văn hóa - Xã hội cấp xã, Sở Y tế',
  },
  {
    pattern: new RegExp(`(?<!\\p{L})[Ss]ở ${LABOUR}`, 'gu'),
    from: null,
    until: '2025-02-28',
    now: 'Sở Y tế',
  },
  {
    pattern:
      /(?<!\p{L})(?:phòng tư pháp|phòng văn hóa (?:và|-) thông tin|phòng giáo dục(?: và đào tạo)?|trung tâm y tế|trung tâm văn hóa[^;.,]{0,40}) (?:huyện|quận|thị xã)/giu,
    from: null,
    until: '2025-06-30',
    now: null,
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:UBND|HĐND|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|công an|cấp|ngành|địa bàn) ${DISTRICT}(?!\\p{L})`,
      'giu',
    ),
    from: null,
    until: '2025-06-30',
    now: 'cấp tỉnh hoặc cấp xã',
  },
  {
    pattern: /(?<!\p{L})(?:[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn)(?: \p{Lu}\p{L}+)+/gu,
    from: null,
    until: '2025-06-30',
    now: null,
  },
  {
    pattern:
      /(?<!\p{L})(?:công chức (?:văn (?:hóa|hoá) ?[-–]? ?xã hội|tư pháp ?[-–]? ?hộ tịch|tài chính ?[-–]? ?kế toán)|đoàn cơ sở)(?!\p{L})/giu,
    from: null,
    until: '2025-06-30',
    now: 'phòng, văn phòng hoặc đoàn thể của đơn vị hành chính cấp xã hiện nay',
  },
  {
    pattern:
      /(?<!\p{L})(?:phòng văn (?:hóa|hoá) ?[-–] ?xã hội|phòng kinh tế, hạ tầng và đô thị|trung tâm phục vụ hành chính công (?:xã|phường|đặc khu)|trung tâm dịch vụ công ích (?:xã|phường|đặc khu))(?!\p{L})/giu,
    from: '2025-07-01',
    until: null,
    now: null,
  },
  { pattern: /(?<!\p{L})[Đđ]ặc khu(?: \p{Lu}\p{L}+)+/gu, from: '2025-07-01', until: null, now: null },
];
