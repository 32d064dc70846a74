import type { OrganisationId, PersonId, UnitId } from '../actor.ts';
import type { Defaulted } from './defaulted.ts';

interface EvidenceTable {
  unit_id: UnitId;
  id: string;
  organisation_id: OrganisationId;
  title: string;
  document_type: string | null;
  number: string | null;
  symbol: string | null;
  issued_on: string | null;
  issuer: string | null;
  extract: string | null;
  proves_from: string | null;
  proves_until: string | null;
  speaks_of: string | null;
  confidentiality: Defaulted<'public' | 'internal' | 'restricted'>;
  expires_on: string | null;
  shows_children: Defaulted<boolean>;
  search_key: string;
  content_key: Defaulted<string>;
  revision: Defaulted<number>;
  withdrawn_at: Date | null;
  published_at: Date | null;
  added_by: PersonId;
  added_at: Date;
  changed_at: Date;
}

interface EvidenceFileTable {
  unit_id: UnitId;
  id: string;
  evidence_id: string;
  revision: number;
  file_id: string;
  redacted_file_id: string | null;
  source_file_id: Defaulted<string | null>;
  pages: number | null;
  reading: 'waiting' | 'read' | 'none' | 'unreadable';
  content: string | null;
  scan: Defaulted<'not_scanned' | 'waiting' | 'clean' | 'infected'>;
  scanned_at: Date | null;
  note: string | null;
  added_by: PersonId;
  added_at: Date;
}

interface EvidenceUseTable {
  unit_id: UnitId;
  id: string;
  evidence_id: string;
  year: number;
  criterion: number | null;
  indicator: string | null;
  task_id: string | null;
  added_by: PersonId;
  added_at: Date;
}

interface EvidenceConsentTable {
  unit_id: UnitId;
  id: string;
  evidence_id: string;
  revision: number;
  child_mark: string;
  seven_or_older: boolean;
  guardian_agreed_on: string | null;
  child_agreed_on: string | null;
  paper_file_id: string | null;
  withdrawn_on: string | null;
  recorded_by: PersonId;
  recorded_at: Date;
}

interface EvidenceEventTable {
  unit_id: UnitId;
  id: string;
  evidence_id: string;
  kind:
    | 'added'
    | 'described'
    | 'revised'
    | 'used'
    | 'unused'
    | 'redacted'
    | 'published'
    | 'unpublished'
    | 'withdrawn'
    | 'restored'
    | 'found_infected';
  detail: string | null;
  person_id: PersonId;
  happened_at: Date;
}

interface UploadTable {
  unit_id: UnitId;
  id: string;
  name: string;
  size: number;
  started_by: PersonId;
  started_at: Date;
  file_id: Defaulted<string | null>;
  shows_children: Defaulted<boolean>;
  source_file_id: Defaulted<string | null>;
  ended_at: Defaulted<Date | null>;
}

/** The library of evidence. */
export interface TablesOfEvidence {
  evidence: EvidenceTable;
  evidence_file: EvidenceFileTable;
  evidence_use: EvidenceUseTable;
  evidence_consent: EvidenceConsentTable;
  evidence_event: EvidenceEventTable;
  upload: UploadTable;
}
