/** What stands as a place of collection below a commune. */
export const PLACE_KINDS = ['village', 'school', 'organisation'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Kinds of places that a unit keeps a list of; an organisation is a place as soon as something is asked of it. */
export const LISTED_KINDS = ['village', 'school'] as const satisfies readonly PlaceKind[];
export type ListedKind = (typeof LISTED_KINDS)[number];

/** Places below the commune, as they are called in different parts of the country. */
export const VILLAGE_TYPES = [
  'thôn',
  'bản',
  'xóm',
  'làng',
  'ấp',
  'khóm',
  'buôn',
  'bon',
  'plei',
  'phum',
  'sóc',
  'đội',
  'tổ dân phố',
  'khu phố',
  'khu dân cư',
  'khối phố',
  'khối',
  'tiểu khu',
  'khu',
  'tổ',
] as const;

/** Schools and what else teaches or looks after children (Luật Giáo dục 2019 Đ.26, Đ.33, Đ.65). */
export const SCHOOL_TYPES = [
  'trường mầm non',
  'trường mẫu giáo',
  'nhà trẻ',
  'nhóm trẻ, lớp mẫu giáo độc lập',
  'trường tiểu học',
  'trường THCS',
  'trường TH&THCS',
  'trường THPT',
  'trường THCS&THPT',
  'trường TH, THCS&THPT',
  'trường PTDT nội trú',
  'trường PTDT bán trú',
  'trường chuyên biệt',
  'cơ sở GDNN',
  'trung tâm GDNN-GDTX',
] as const;

/** The types that a place of a kind can have, in the order in which a form offers them. */
export function typesOf(kind: ListedKind): readonly string[] {
  return kind === 'village' ? VILLAGE_TYPES : SCHOOL_TYPES;
}

/** A place as it is called where a sentence begins or a list names it: "Thôn Đoàn Kết", "Trường mầm non Hoa Sen". */
export function placeName({ type, name }: { readonly type: string; readonly name: string }): string {
  const called = `${type} ${name}`.trim();
  return called.charAt(0).toLocaleUpperCase('vi') + called.slice(1);
}
