import type { Figure } from '../../domain/scoring/index.ts';
import type { FileFault } from './reading/fault.ts';
import type { ColumnRole, ProposedColumn } from './rules/match-columns.ts';
import type { FigureFault } from './rules/read-figure.ts';

/** How far an import is. */
export type ImportState = 'reading' | 'matching' | 'seen' | 'storing' | 'stored' | 'failed' | 'withdrawn';

/** What is looked at apart before it is stored; `fault` is not stored. */
export const PART_KINDS = ['conflict', 'large', 'change', 'new', 'fault'] as const;
export type PartKind = (typeof PART_KINDS)[number];
export const isPartKind = (text: unknown): text is PartKind => PART_KINDS.some((kind) => kind === text);

/** A cell that an import would store. */
export interface CellOfImport {
  readonly sheet: string;
  readonly item: string;
  /** "Thôn Đoàn Kết", as stored. */
  readonly place: string;
  /** `Số liệu!D12`. */
  readonly where: string;
  readonly from: Figure | null;
  readonly to: Figure;
  readonly comment: string | null;
  readonly seen: number;
}

/** What is wrong with a row of a workbook, or with one of its cells. */
export type RowFault =
  | FigureFault
  | 'unknown_place'
  | 'ambiguous_place'
  | 'duplicate_row'
  | 'row_without_key'
  | 'locked'
  | 'not_asked';

export interface FaultOfImport {
  readonly fault: RowFault;
  /** The name of the page; empty in a CSV file. */
  readonly page: string;
  readonly row: number;
  /** From 0; null where it is about the row. */
  readonly column: number | null;
  readonly place: string;
  readonly item: string | null;
  readonly shown: string;
}

/** A striking combination of figures of one place, as they would stand after the import. */
export interface FindingOfImport {
  readonly place: string;
  readonly severity: 'error' | 'warning';
  readonly vi: string;
  readonly en: string;
}

export interface ImportSummary {
  /** Whether the workbook was made by the program. */
  readonly own: boolean;
  readonly rounds: readonly { readonly id: string; readonly title: string }[];
  readonly rows: number;
  readonly cells: number;
  readonly counts: Readonly<Record<PartKind | 'same', number>>;
  /** Headings of columns that were left aside. */
  readonly unknownColumns: readonly string[];
  /** Rows of a foreign workbook without the name of a place. */
  readonly rowsWithoutPlace: number;
  readonly findings: readonly FindingOfImport[];
  readonly findingCount: number;
  readonly stored: StoredSummary | null;
}

export interface StoredSummary {
  readonly saved: number;
  readonly conflicts: number;
  /** What could not be stored any more when it was confirmed: the sheet had been accepted, or the round closed. */
  readonly refused: number;
  /** The first of them, by place and item. */
  readonly firstRefused: readonly { readonly place: string; readonly item: string }[];
}

/** A page of a foreign workbook, as it is to be matched. */
export interface TableToMatch {
  readonly name: string;
  /** The number of the row with the headings. */
  readonly headingRow: number;
  readonly columns: readonly ProposedColumn[];
}

/** How a foreign workbook is read. */
export interface Matching {
  readonly tables: readonly TableToMatch[];
  /** What was decided; null until then. */
  readonly chosen: {
    readonly table: number;
    readonly round: string;
    /** By column; what is not there is left out. */
    readonly roles: Readonly<Record<string, ColumnRole>>;
  } | null;
}

export interface WorkbookImport {
  readonly id: string;
  readonly state: ImportState;
  readonly fileId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly roundId: string | null;
  readonly done: number;
  readonly total: number;
  readonly progressedAt: Date;
  readonly matching: Matching | null;
  readonly summary: ImportSummary | null;
  readonly faultsFileId: string | null;
  readonly failure: FileFault | null;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly revision: number;
}
