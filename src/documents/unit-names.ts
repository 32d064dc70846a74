/** The unit whose people's committee issues a document. */
export interface IssuingUnit {
  /** Official name, for example `Phường Lương Văn Tri`. */
  readonly unitName: string;
  readonly unitType: 'ward' | 'commune' | 'special_zone';
  /** Place of issue as printed before the date; see `placeOfUnit`. */
  readonly place: string;
  /** As it stands in a sentence, for example `tỉnh Lạng Sơn`. */
  readonly provinceName: string;
  /** Printed above the issuing body where the rules ask for it; a people's committee has none. */
  readonly superiorBody?: string;
}

const TYPE_NOUN = { ward: 'phường', commune: 'xã', special_zone: 'đặc khu' } as const;
const TYPE_WORD = /^(phường|xã|đặc khu|thị trấn)\s+/iu;

/** `phường`, `xã` or `đặc khu`. */
export function typeNoun(type: IssuingUnit['unitType']): string {
  return TYPE_NOUN[type];
}

/**
 * The place of issue: a unit named after a person, a number or an event is written in full, any other by its own
 * name without the word for its type (NĐ 30 Phụ lục I, ô số 4). Numbers are seen in the name itself; that a name
 * is a person's or an event's has to be told.
 */
export function placeOfUnit(unitName: string, namedAfterPersonOrEvent: boolean): string {
  const own = unitName.replace(TYPE_WORD, '');
  return namedAfterPersonOrEvent || /^\d/.test(own) ? unitName : own;
}

/**
 * The unit inside a sentence: `xã Châu Sơn`, but `Phường Lương Văn Tri`, whose type is part of the name
 * (NĐ 30 Phụ lục II). Which of the two holds is read from the place of issue.
 */
export function unitInSentence(unit: IssuingUnit): string {
  if (unit.place === unit.unitName) return unit.unitName;
  return unit.unitName.charAt(0).toLocaleLowerCase('vi') + unit.unitName.slice(1);
}

/** `Ủy ban nhân dân Phường Lương Văn Tri`. */
export function committeeOf(unit: IssuingUnit): string {
  return `Ủy ban nhân dân ${unitInSentence(unit)}`;
}

/** A province as it stands in a sentence: `tỉnh Lạng Sơn`, but `Thành phố Hồ Chí Minh` (NĐ 30 Phụ lục II). */
export function provinceInSentence(fullName: string): string {
  if (fullName === 'Thành phố Hồ Chí Minh') return fullName;
  return fullName.charAt(0).toLocaleLowerCase('vi') + fullName.slice(1);
}
