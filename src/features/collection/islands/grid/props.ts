import type { ColumnSum, StoredCell } from '../../../../domain/collection/index.ts';
import type { Figures, Standard } from '../../../../domain/scoring/index.ts';
import type { Language } from '../../../../domain/text/index.ts';

/** A place of the page with its cells; what is absent there is empty. */
export interface GridRow {
  readonly sheet: string;
  /** "Thôn Đoàn Kết". */
  readonly place: string;
  /** Address of the sheet's own form. */
  readonly href: string;
  /** Keys of the items that this place is asked; null for all. */
  readonly asked: readonly string[] | null;
  /** Why nothing can be entered; null where it can. */
  readonly locked: string | null;
  readonly cells: Readonly<Record<string, StoredCell>>;
}

/** What the page hands to the island. */
export interface FigureGridProps {
  readonly language: Language;
  /** Under which name the tab keeps what is not sent: of this round and this person. */
  readonly keptAs: string;
  /** Address of the round: cells are sent below it. */
  readonly base: string;
  /** The query of this page, by which its changes are asked for. */
  readonly query: string;
  /** The columns. */
  readonly items: readonly string[];
  /** The standard with these inputs, and the criteria that they decide. */
  readonly standard: Standard;
  readonly rows: readonly GridRow[];
  /** Number of the first row of the page in the whole list, from 1, and how many there are. */
  readonly firstRow: number;
  readonly allRows: number;
  /** What the places on other pages come to. */
  readonly elsewhere: Readonly<Record<string, ColumnSum>>;
  /** What is known of the sheets: their revisions, as `bang.json` asks for them. */
  readonly known: string;
  /** The self-assessment of the year; null where there is none. */
  readonly cycle: {
    readonly figures: Figures;
    readonly previous: Figures;
    readonly territoryClass: string;
    /** Inputs that only count the places of the round. */
    readonly counted: readonly string[];
    readonly places: number;
  } | null;
}

/** What `bang.json` answers: the sheets that changed. */
export interface GridChanges {
  readonly known: string;
  readonly rows: readonly GridRow[];
  readonly elsewhere: Readonly<Record<string, ColumnSum>> | null;
}

/** What is told of one cell when its details are opened. */
export interface CellDetails {
  readonly past: readonly { readonly period: string; readonly figure: StoredCell['figure'] }[];
  readonly history: readonly {
    readonly at: string;
    readonly who: string;
    readonly way: string;
    readonly figure: StoredCell['figure'];
    readonly comment: string | null;
  }[];
}
