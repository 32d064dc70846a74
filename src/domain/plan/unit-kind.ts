/** Kinds of organisation that plans give work to, in both eras and at every level. */
export const UNIT_KINDS = [
  // In the commune; the first is also the culture-society officer before July 2025.
  'culture_society_dept',
  'office_council_committee',
  'justice_civil_status_officer',
  'economy_dept',
  'police',
  'health_station',
  'schools',
  'public_service_center',
  'public_administration_center',
  'fatherland_front',
  'youth_union',
  'womens_union',
  'village_heads',
  'departments_and_unions',
  'commune_committees',
  // In the district of the past.
  'district_committees',
  'district_labour_dept',
  'district_justice_dept',
  'district_culture_information_dept',
  'district_education_dept',
  'district_health_center',
  'district_sectors_group',
  // In the province.
  'provincial_health_dept',
  'provincial_education_dept',
  'provincial_labour_dept',
  'all_units',
  'other',
] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];
