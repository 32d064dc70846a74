import type { StoredCell } from '../../../domain/collection/index.ts';
import type { Figure } from '../../../domain/scoring/index.ts';

/** All that a village's device gets: its own sheets of rounds that are open. Plain data, as JSON and as the device keeps it. */
export interface VillageFigures {
  readonly place: { readonly id: string; readonly name: string };
  readonly unitName: string;
  /** The last day on which the link is good, dd/MM/yyyy. */
  readonly usableUntil: string;
  readonly sheets: readonly VillageSheet[];
}

export interface VillageSheet {
  readonly id: string;
  readonly title: string;
  /** In words: "6 tháng đầu năm 2026". */
  readonly period: string;
  /** dd/MM/yyyy. */
  readonly cutOff: string;
  /** dd/MM/yyyy. */
  readonly dueDate: string;
  readonly state: 'open' | 'submitted' | 'accepted' | 'returned';
  readonly returnedReason: string | null;
  readonly maySave: boolean;
  readonly maySubmit: boolean;
  readonly mayTakeBack: boolean;
  /** Counted up by the server with every change. */
  readonly revision: number;
  readonly items: readonly VillageItem[];
}

export interface VillageItem {
  readonly key: string;
  readonly label: string;
  readonly definition: string;
  /** The book or report that the figure is taken from. */
  readonly source: string;
  /** What is counted: "trẻ em". */
  readonly unit: string;
  readonly asked: 'count' | 'yes_no';
  readonly cell: StoredCell;
  /** What the same village said last, for an earlier cut-off. */
  readonly previous: { readonly period: string; readonly figure: Figure } | null;
}

/** A cell of which nothing is stored. */
export const EMPTY_CELL: StoredCell = { figure: { state: 'no_data' }, comment: null, revision: 0 };
