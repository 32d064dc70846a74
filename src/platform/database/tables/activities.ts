import type { OrganisationId, PersonId, UnitId } from '../actor.ts';
import type { Defaulted } from './defaulted.ts';

interface ActivityTable {
  unit_id: UnitId;
  id: string;
  year: number;
  kind:
    | 'communication'
    | 'training'
    | 'board_meeting'
    | 'forum'
    | 'club_session'
    | 'council_session'
    | 'consultation'
    | 'event'
    | 'gift_giving'
    | 'oversight'
    | 'other';
  title: string;
  held_from: string;
  held_until: string | null;
  place: string | null;
  organisation_id: OrganisationId;
  channel:
    | 'article'
    | 'broadcast'
    | 'web'
    | 'social_network'
    | 'leaflet'
    | 'talk'
    | 'school'
    | 'counselling'
    | 'other'
    | null;
  audience: Defaulted<string[]>;
  children: number | null;
  adults: number | null;
  summary: string | null;
  outcome: string | null;
  details: Defaulted<Record<string, unknown>>;
  search_key: string;
  revision: Defaulted<number>;
  recorded_by: PersonId;
  recorded_at: Date;
}

interface ActivityLinkTable {
  unit_id: UnitId;
  id: string;
  activity_id: string;
  task_id: string | null;
  target_id: string | null;
  criterion: number | null;
}

interface ActivityFileTable {
  unit_id: UnitId;
  id: string;
  activity_id: string;
  file_id: string;
  shows_children: Defaulted<boolean>;
  added_by: PersonId;
  added_at: Date;
}

interface AttendanceTable {
  unit_id: UnitId;
  id: string;
  activity_id: string;
  name: string;
  capacity: string | null;
  present: Defaulted<boolean>;
}

interface PetitionTable {
  unit_id: UnitId;
  id: string;
  year: number;
  activity_id: string;
  text: string;
  asked_by: string | null;
  addressee: string;
  addressee_id: OrganisationId | null;
  sent_on: string | null;
  due_date: string | null;
  answer: string | null;
  answered_on: string | null;
  reviewed_at: string | null;
  revision: Defaulted<number>;
  recorded_by: PersonId;
  recorded_at: Date;
}

interface ContributionTable {
  unit_id: UnitId;
  id: string;
  year: number;
  received_on: string;
  donor: string;
  donor_kind: 'organisation' | 'enterprise' | 'person' | 'state_budget' | 'fund_above';
  amount: number;
  goods: string | null;
  to_fund: boolean;
  purpose: string | null;
  receipt_number: string | null;
  recorded_by: PersonId;
  recorded_at: Date;
  revision: Defaulted<number>;
}

interface FundUseTable {
  unit_id: UnitId;
  id: string;
  year: number;
  used_on: string;
  amount: number;
  in_goods: Defaulted<boolean>;
  purpose: string;
  children: number | null;
  voucher_number: string | null;
  activity_id: string | null;
  recorded_by: PersonId;
  recorded_at: Date;
  revision: Defaulted<number>;
}

interface CommitmentTable {
  unit_id: UnitId;
  id: string;
  year: number;
  place_id: string;
  signed_on: string;
  signed_by: string;
  criteria: number[];
  file_id: string | null;
  recorded_by: PersonId;
  recorded_at: Date;
}

/** The log of the year. */
export interface TablesOfActivities {
  activity: ActivityTable;
  activity_link: ActivityLinkTable;
  activity_file: ActivityFileTable;
  attendance: AttendanceTable;
  petition: PetitionTable;
  contribution: ContributionTable;
  fund_use: FundUseTable;
  commitment: CommitmentTable;
}
