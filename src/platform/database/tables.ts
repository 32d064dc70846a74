import type { CriterionState } from '../../domain/cycle/index.ts';
import type { CycleId, OrganisationId, PersonId, UnitId } from './actor.ts';
import type { TablesOfActivities } from './tables/activities.ts';
import type { TablesOfCollection } from './tables/collection.ts';
import type { Defaulted } from './tables/defaulted.ts';
import type { TablesOfEvidence } from './tables/evidence.ts';
import type { TablesOfPlaces } from './tables/places.ts';
import type { TablesOfPlans } from './tables/plans.ts';
import type { TablesOfTasks } from './tables/tasks.ts';

interface ProvinceTable {
  code: string;
  name: string;
  full_name: string;
  type: 'province' | 'city';
}
interface AdministrativeUnitTable {
  code: string;
  province_code: string;
  type: 'commune' | 'ward' | 'special_zone';
  name: string;
  full_name: string;
  search_key: string;
  valid_from: string;
}
interface UnitTable {
  unit_id: UnitId;
  level: 'commune' | 'province';
  code: string;
  province_code: string;
  type: 'commune' | 'ward' | 'special_zone' | 'province' | 'city';
  name: string;
  full_name: string;
  territory_class: string | null;
  class_basis: string | null;
  fictional: Defaulted<boolean>;
  created_at: Defaulted<Date>;
}
interface OrganisationTable {
  unit_id: UnitId;
  id: OrganisationId;
  kind: string;
  name: string;
  valid_from: string;
  valid_until: string | null;
}
interface PersonTable {
  unit_id: UnitId;
  id: PersonId;
  user_id: string;
  username: string;
  name: string;
  search_key: string;
  must_change_password: Defaulted<boolean>;
  email: Defaulted<string | null>;
  disabled_at: Defaulted<Date | null>;
  created_at: Defaulted<Date>;
}
interface MembershipTable {
  unit_id: UnitId;
  id: string;
  person_id: PersonId;
  organisation_id: OrganisationId;
  role: string;
}
interface CycleTable {
  unit_id: UnitId;
  id: CycleId;
  year: number;
  standard_id: string;
  standard_version: number;
  territory_class: string;
  class_basis: string;
  revision: Defaulted<number>;
  created_at: Defaulted<Date>;
}
interface CycleCriterionTable {
  unit_id: UnitId;
  id: string;
  cycle_id: CycleId;
  number: number;
  organisation_id: OrganisationId;
  due_date: string;
  state: Defaulted<CriterionState>;
  returned_reason: Defaulted<string | null>;
  state_changed_at: Defaulted<Date | null>;
  revision: Defaulted<number>;
}
interface FigureTable {
  unit_id: UnitId;
  id: string;
  cycle_id: CycleId;
  input: string;
  state: 'given' | 'no_data' | 'not_applicable' | 'not_due';
  value: number | null;
  reason: string | null;
  note: string | null;
  revision: number;
  changed_by: PersonId;
  changed_at: Date;
}
interface FigureChangeTable {
  unit_id: UnitId;
  id: string;
  cycle_id: CycleId;
  input: string;
  revision: number;
  from_state: string | null;
  from_value: number | null;
  to_state: string;
  to_value: number | null;
  reason: string | null;
  note: string | null;
  person_id: PersonId;
  changed_at: Date;
}
interface CriterionEventTable {
  unit_id: UnitId;
  id: string;
  cycle_id: CycleId;
  number: number;
  kind: 'assigned' | 'handed_in' | 'accepted' | 'returned';
  reason: string | null;
  person_id: PersonId;
  happened_at: Date;
}
interface CycleSummaryTable {
  unit_id: UnitId;
  cycle_id: CycleId;
  year: number;
  verdict: 'recognisable' | 'not_recognisable' | 'incomplete';
  total: number | null;
  least: number;
  most: number;
  threshold: number;
  maximum: number;
  points: (number | null)[];
  disqualifying_zeros: number[];
  provisional: boolean;
  updated_at: Date;
}
interface DocumentSettingTable {
  unit_id: UnitId;
  id: string;
  place: string;
  addressees: string[];
  signature_lines: string[];
  signer: string | null;
  recipients: string[];
}
interface AuditEntryTable {
  unit_id: UnitId;
  sequence: number;
  happened_at: string;
  actor: string;
  deed: string;
  object_kind: string;
  object_id: string;
  fields: string[];
  previous_hash: Buffer;
  hash: Buffer;
}
interface AuditHeadTable {
  unit_id: UnitId;
  sequence: number;
  hash: Buffer;
}
interface UserTable {
  id: string;
  name: string;
  email: string;
  username: string;
  displayUsername: string;
  updatedAt: Defaulted<Date>;
}
interface AccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string;
  updatedAt: Defaulted<Date>;
}
interface SessionTable {
  id: string;
  token: string;
  userId: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  userAgent: string | null;
}
interface SignInGuardTable {
  username: string;
  failures: number;
  last_failure_at: Date;
  locked_until: Date | null;
}

export interface Tables
  extends TablesOfPlans,
    TablesOfTasks,
    TablesOfActivities,
    TablesOfPlaces,
    TablesOfCollection,
    TablesOfEvidence {
  province: ProvinceTable;
  administrative_unit: AdministrativeUnitTable;
  unit: UnitTable;
  organisation: OrganisationTable;
  person: PersonTable;
  membership: MembershipTable;
  cycle: CycleTable;
  cycle_criterion: CycleCriterionTable;
  figure: FigureTable;
  figure_change: FigureChangeTable;
  criterion_event: CriterionEventTable;
  cycle_summary: CycleSummaryTable;
  document_setting: DocumentSettingTable;
  audit_entry: AuditEntryTable;
  audit_head: AuditHeadTable;
  'identity.user': UserTable;
  'identity.account': AccountTable;
  'identity.session': SessionTable;
  'identity.sign_in_guard': SignInGuardTable;
}
