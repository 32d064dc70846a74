import type { Language } from '../text/index.ts';
import type { Role } from './roles.ts';

/** The tier at which an organisation stands; the district tier ended on 30 June 2025. */
export type OrganisationLevel = 'commune' | 'district' | 'province';

/** Type of the unit to which an organisation belongs: xã, phường, đặc khu, thị trấn; huyện; tỉnh, thành phố. */
export type OrganisationUnitType =
  | 'commune'
  | 'ward'
  | 'special_zone'
  | 'township'
  | 'district'
  | 'province'
  | 'city';

/** Days of force, both included; null is "since before these records" and "until further notice". */
export interface Era {
  readonly from: string | null;
  readonly until: string | null;
  /** The law that opened or closed the era. */
  readonly legalBasis: string;
}

/** How an organisation is called in units of some types during one era; `{unit}` stands for the type of the unit. */
export interface OrganisationNaming {
  readonly unitTypes: readonly OrganisationUnitType[];
  readonly vi: string;
  readonly en: string;
  readonly era: Era;
  /** Where the name was seen: a plan or a law. */
  readonly source: string;
  readonly note?: string;
}

/** A kind of organisation: what it does stays, what it is called changes with the era. */
export interface OrganisationKind {
  readonly code: string;
  readonly level: OrganisationLevel;
  /** The role that its officer has by default. */
  readonly role: Role;
  readonly names: readonly OrganisationNaming[];
}

/** `standards/organisations.json` after `checkOrganisationCatalogue`. */
export interface OrganisationCatalogue {
  readonly title: string;
  readonly version: number;
  readonly kinds: readonly OrganisationKind[];
}

export const UNIT_TYPES: Readonly<
  Record<
    OrganisationUnitType,
    { readonly level: OrganisationLevel; readonly vi: string; readonly en: string }
  >
> = {
  commune: { level: 'commune', vi: 'xã', en: 'commune' },
  ward: { level: 'commune', vi: 'phường', en: 'ward' },
  special_zone: { level: 'commune', vi: 'đặc khu', en: 'special zone' },
  township: { level: 'commune', vi: 'thị trấn', en: 'township' },
  district: { level: 'district', vi: 'huyện', en: 'district' },
  province: { level: 'province', vi: 'tỉnh', en: 'province' },
  city: { level: 'province', vi: 'thành phố', en: 'city' },
};

/**
 * The name that an organisation of this kind bears in a unit of this type on a day: "Phòng Kinh tế, Hạ tầng và
 * Đô thị phường".
 * @param date YYYY-MM-DD
 * @returns null when such a unit has no organisation of this kind on that day
 * @throws RangeError when the catalogue does not know the kind
 */
export function organisationName(
  catalogue: OrganisationCatalogue,
  kind: string,
  unitType: OrganisationUnitType,
  date: string,
  language: Language = 'vi',
): string | null {
  const naming = organisationNaming(catalogue, kind, unitType, date);
  return naming ? naming[language].replace('{unit}', UNIT_TYPES[unitType][language]) : null;
}

/**
 * How an organisation of this kind is called in a unit of this type on a day, with the era of the name.
 * @param date YYYY-MM-DD
 * @returns null when such a unit has no organisation of this kind on that day
 * @throws RangeError when the catalogue does not know the kind
 */
export function organisationNaming(
  catalogue: OrganisationCatalogue,
  kind: string,
  unitType: OrganisationUnitType,
  date: string,
): OrganisationNaming | null {
  return (
    kindOf(catalogue, kind).names.find(
      ({ unitTypes, era }) => unitTypes.includes(unitType) && isInForce(era, date),
    ) ?? null
  );
}

/**
 * The kinds of organisation that exist at a level on a day, in the order of the catalogue. Never one of another era:
 * a year before July 2025 has no Phòng Văn hóa - Xã hội, a later one has no district.
 * @param date YYYY-MM-DD
 */
export function organisationKindsInForce(
  catalogue: OrganisationCatalogue,
  level: OrganisationLevel,
  date: string,
): readonly OrganisationKind[] {
  return catalogue.kinds.filter(
    (kind) => kind.level === level && kind.names.some(({ era }) => isInForce(era, date)),
  );
}

/**
 * The role that an officer of this kind of organisation has by default.
 * @throws RangeError when the catalogue does not know the kind
 */
export function roleOfOrganisation(catalogue: OrganisationCatalogue, kind: string): Role {
  return kindOf(catalogue, kind).role;
}

function kindOf(catalogue: OrganisationCatalogue, code: string): OrganisationKind {
  const kind = catalogue.kinds.find((candidate) => candidate.code === code);
  if (!kind) throw new RangeError(`Unknown kind of organisation: ${code}`);
  return kind;
}

function isInForce(era: Era, date: string): boolean {
  return (era.from === null || era.from <= date) && (era.until === null || date <= era.until);
}
