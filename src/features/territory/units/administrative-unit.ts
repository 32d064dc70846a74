/** Kinds of the lower tier since 1 July 2025: xã, phường, đặc khu. */
export type UnitType = 'commune' | 'ward' | 'special_zone';

/** Kinds of the upper tier: tỉnh, thành phố trực thuộc trung ương. */
export type ProvinceType = 'province' | 'city';

/** The days on which a type and a name held; both are days in force, and `validTo` is null while they still hold. */
export interface Validity {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A province under the type and name that it bears in one stretch of time. */
export interface Province extends Validity {
  /** Two digits, kept as text. */
  readonly code: string;
  readonly type: ProvinceType;
  /** Without its type: "Lạng Sơn". */
  readonly name: string;
  /** With its type: "Tỉnh Lạng Sơn". */
  readonly fullName: string;
}

/** A commune-level unit under the type and name that it bears in one stretch of time; the code outlives both. */
export interface AdministrativeUnit extends Validity {
  /** Five digits, kept as text. */
  readonly code: string;
  readonly type: UnitType;
  /** Without its type: "Lương Văn Tri". */
  readonly name: string;
  /** With its type: "Phường Lương Văn Tri". */
  readonly fullName: string;
  readonly provinceCode: string;
}

export const UNIT_TYPE_NAMES: Readonly<Record<UnitType, string>> = {
  commune: 'Xã',
  ward: 'Phường',
  special_zone: 'Đặc khu',
};

export const PROVINCE_TYPE_NAMES: Readonly<Record<ProvinceType, string>> = {
  province: 'Tỉnh',
  city: 'Thành phố',
};
