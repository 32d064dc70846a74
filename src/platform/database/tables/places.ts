import type { GeneratedAlways } from 'kysely';
import type { OrganisationId, PersonId, UnitId } from '../actor.ts';
import type { Defaulted } from './defaulted.ts';

interface PlaceTable {
  unit_id: UnitId;
  id: string;
  kind: 'village' | 'school' | 'organisation';
  /** "thôn", "trường mầm non" … */
  type: string;
  name: string;
  search_key: string;
  /** The search key with its numbers filled up with zeros. */
  sort_key: GeneratedAlways<string>;
  organisation_id: OrganisationId | null;
  national_code: string | null;
  valid_from: string;
  /** The first day on which it is no longer in force. */
  valid_until: string | null;
  /** Days in between on which it rested, as PostgreSQL writes them: `{[2026-01-01,2026-09-01)}`. */
  rests: Defaulted<string>;
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
