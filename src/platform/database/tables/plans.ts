import type { PlanContent } from '../../../domain/plan/content.ts';
import type { DoubtCode, Lines, PlanReading } from '../../../domain/plan/reading.ts';
import type { OrganisationId, PersonId, UnitId } from '../actor.ts';
import type { Defaulted } from './defaulted.ts';

interface StoredFileTable {
  unit_id: UnitId;
  id: string;
  sha256: string;
  size: number;
  media_type: string;
  name: string;
  stored_by: PersonId;
  stored_at: Date;
}

interface LegalDocumentTable {
  unit_id: UnitId;
  id: string;
  document_type: string;
  number: string;
  issued_on: string;
  issuer: string;
  title: string;
  in_force_from: string | null;
  in_force_until: string | null;
  replaced_by: string | null;
  search_key: string;
  added_by: PersonId;
  added_at: Date;
}

interface PlanReadingTable {
  unit_id: UnitId;
  id: string;
  year: number;
  standing: 'own' | 'superior';
  source: 'txt' | 'docx' | 'pdf' | 'pasted';
  file_id: string | null;
  source_text: string;
  reading: PlanReading;
  content: PlanContent;
  origins: Defaulted<Readonly<Record<string, Lines & { readonly doubts: readonly DoubtCode[] }>>>;
  number: string | null;
  issued_on: string | null;
  revision: Defaulted<number>;
  read_by: PersonId;
  read_at: Date;
}

interface PlanTable {
  unit_id: UnitId;
  id: string;
  year: number;
  standing: 'own' | 'superior';
  origin: 'read' | 'blank' | 'last_year' | 'superior' | 'amendment';
  state: 'draft' | 'issued' | 'replaced';
  title: string;
  content: PlanContent;
  based_on: string | null;
  number: string | null;
  issued_on: string | null;
  source_file_id: string | null;
  source_text: string | null;
  docx_file_id: string | null;
  pdf_file_id: string | null;
  put_to_work_at: Date | null;
  work: {
    /** By id of the part or item whose unit the paper leaves open. */
    readonly leads: Readonly<Record<string, OrganisationId>>;
    /** Parts and items in which all other organisations take part. */
    readonly together: readonly string[];
    /** Items beside the assignments that are tasks too. */
    readonly taken: readonly string[];
    /** Whether the criteria of the open cycle went to their owners. */
    readonly givesCriteria: boolean;
  } | null;
  revision: Defaulted<number>;
  created_by: PersonId;
  created_at: Date;
  changed_at: Date;
}

interface PlanVersionTable {
  unit_id: UnitId;
  id: string;
  plan_id: string;
  revision: number;
  deed: string;
  content: PlanContent;
  person_id: PersonId;
  changed_at: Date;
}

interface TargetTable {
  unit_id: UnitId;
  id: string;
  year: number;
  plan_id: string | null;
  plan_item: string | null;
  position: Defaulted<number>;
  text: string;
  operator: '>=' | '=' | '<=' | '<' | 'maintain' | 'reduce' | 'increase';
  value: number | null;
  part_of: number | null;
  measure_unit: string | null;
  baseline: number | null;
  owner_id: OrganisationId | null;
  criteria: Defaulted<number[]>;
  measured_by: 'indicator' | 'input' | 'own';
  measure: string | null;
  state: Defaulted<'open' | 'closed'>;
  closed_reason: string | null;
  revision: Defaulted<number>;
  created_by: PersonId;
  created_at: Date;
}

interface TargetValueTable {
  unit_id: UnitId;
  id: string;
  target_id: string;
  period: string;
  value: number;
  whole: number | null;
  note: string | null;
  revision: Defaulted<number>;
  person_id: PersonId;
  recorded_at: Date;
}

/** Files, legal documents, plans and targets. */
export interface TablesOfPlans {
  stored_file: StoredFileTable;
  legal_document: LegalDocumentTable;
  plan_reading: PlanReadingTable;
  plan: PlanTable;
  plan_version: PlanVersionTable;
  target: TargetTable;
  target_value: TargetValueTable;
}
