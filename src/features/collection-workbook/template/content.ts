import type { Item, StoredCell } from '../../../domain/collection/index.ts';
import type { Round, SheetOfRound } from '../../collection/index.ts';

/** A place's sheet as a row of the workbook. */
export interface RowOfTemplate extends Pick<SheetOfRound, 'id' | 'placeType' | 'placeName' | 'asked'> {
  /** Whether figures can be typed: a sheet that was accepted is shown and locked. */
  readonly isOpen: boolean;
}

/** A round as a page of the workbook. */
export interface PageOfTemplate {
  readonly round: Round;
  readonly items: readonly Item[];
  readonly rows: readonly RowOfTemplate[];
}

export interface TemplateContent {
  /** "Phường Thử Một". */
  readonly unitName: string;
  readonly provinceName: string;
  readonly pages: readonly PageOfTemplate[];
  /** What is stored in some sheets: by sheet, then by item. */
  figuresOf(sheets: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, StoredCell>>>;
}
