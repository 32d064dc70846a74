import type { OrganisationId, PersonId, UnitId } from '../actor.ts';

interface PlaceTable {
  unit_id: UnitId;
  id: string;
  kind: 'village' | 'school' | 'organisation';
  /** "thôn", "trường mầm non" … */
  type: string;
  name: string;
  search_key: string;
  organisation_id: OrganisationId | null;
  national_code: string | null;
  valid_from: string;
  valid_until: string | null;
}

interface PlaceChangeTable {
  unit_id: UnitId;
  id: string;
  kind: 'renamed' | 'merged' | 'split' | 'ended' | 'taken_up_again';
  happened_on: string;
  basis: string | null;
  from_places: string[];
  to_places: string[];
  from_name: string | null;
  to_name: string | null;
  person_id: PersonId;
  recorded_at: Date;
}

/** Villages, schools and organisations below a unit. */
export interface TablesOfPlaces {
  place: PlaceTable;
  place_change: PlaceChangeTable;
}
