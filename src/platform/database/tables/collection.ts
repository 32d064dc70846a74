import type { ColumnType } from 'kysely';
import type { Figure } from '../../../domain/scoring/index.ts';
import type { PersonId, UnitId } from '../actor.ts';
import type { Defaulted } from './defaulted.ts';

/** A JSON value: read as what was stored, written as JSON text. */
type Json<T> = ColumnType<T | null, string | null | undefined, string | null>;

interface CollectionRoundTable {
  unit_id: UnitId;
  id: string;
  year: number;
  title: string;
  level: 'village' | 'school' | 'organisation';
  period: string;
  cut_off: string;
  due_date: string;
  standard_id: string;
  standard_version: number;
  items: string[];
  task_id: string | null;
  state: Defaulted<'open' | 'closed'>;
  revision: Defaulted<number>;
  created_by: PersonId;
  created_at: Date;
}

interface CollectionSheetTable {
  unit_id: UnitId;
  id: string;
  round_id: string;
  place_id: string;
  /** Null: all of the round. */
  asked: string[] | null;
  filled: Defaulted<number>;
  state: Defaulted<'open' | 'submitted' | 'accepted' | 'returned'>;
  returned_reason: string | null;
  submitted_at: Date | null;
  decided_at: Date | null;
  decided_by: PersonId | null;
  revision: Defaulted<number>;
  changed_at: Date | null;
}

interface CollectedFigureTable {
  unit_id: UnitId;
  sheet_id: string;
  item: string;
  state: 'given' | 'no_data' | 'not_applicable' | 'not_due';
  value: number | null;
  reason: string | null;
  comment: string | null;
  revision: Defaulted<number>;
  changed_by: string;
  changed_through: 'grid' | 'form' | 'workbook' | 'link';
  changed_at: Date;
}

interface CollectedFigureChangeTable {
  unit_id: UnitId;
  sheet_id: string;
  item: string;
  revision: number;
  from_state: string | null;
  from_value: number | null;
  to_state: string;
  to_value: number | null;
  reason: string | null;
  comment: string | null;
  changed_by: string;
  changed_through: 'grid' | 'form' | 'workbook' | 'link';
  changed_at: Date;
}

interface CollectionSheetEventTable {
  unit_id: UnitId;
  id: string;
  sheet_id: string;
  kind: 'submitted' | 'taken_back' | 'accepted' | 'returned';
  reason: string | null;
  changed_by: string;
  happened_at: Date;
}

interface CellOperationTable {
  unit_id: UnitId;
  id: string;
  sheet_id: string;
  item: string;
  outcome: 'saved' | 'conflict';
  revision: number;
  figure: Json<Figure>;
  comment: string | null;
  decided_at: Date | null;
  sent_by: string;
  received_at: Date;
}

interface PlaceLinkTable {
  unit_id: UnitId;
  id: string;
  place_id: string;
  given_to: string;
  code_hash: Buffer;
  code_expires_at: Date;
  used_at: Date | null;
  token_hash: Buffer | null;
  device: string | null;
  expires_at: Date;
  last_seen_at: Date | null;
  revoked_at: Date | null;
  created_by: PersonId;
  created_at: Date;
}

interface WorkbookImportTable {
  unit_id: UnitId;
  id: string;
  file_id: string;
  round_id: string | null;
  state: 'reading' | 'matching' | 'seen' | 'storing' | 'stored' | 'failed' | 'withdrawn';
  done: Defaulted<number>;
  total: Defaulted<number>;
  progressed_at: Date;
  matching: Json<unknown>;
  summary: Json<unknown>;
  faults_file_id: string | null;
  failure: string | null;
  started_by: PersonId;
  started_at: Date;
  ended_at: Date | null;
  revision: Defaulted<number>;
}

interface WorkbookImportPartTable {
  unit_id: UnitId;
  id: string;
  import_id: string;
  kind: 'conflict' | 'large' | 'change' | 'new' | 'fault';
  number: number;
  cells: Json<unknown>;
}

interface ColumnMatchingTable {
  unit_id: UnitId;
  id: string;
  heading_key: string;
  item: string | null;
  matched_by: PersonId;
  matched_at: Date;
}

/** Figures of villages, schools and organisations, and the ways they come in. */
export interface TablesOfCollection {
  collection_round: CollectionRoundTable;
  collection_sheet: CollectionSheetTable;
  collected_figure: CollectedFigureTable;
  collected_figure_change: CollectedFigureChangeTable;
  collection_sheet_event: CollectionSheetEventTable;
  cell_operation: CellOperationTable;
  place_link: PlaceLinkTable;
  workbook_import: WorkbookImportTable;
  workbook_import_part: WorkbookImportPartTable;
  column_matching: ColumnMatchingTable;
}
