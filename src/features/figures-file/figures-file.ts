import { type Figures, inputsOfMeasure, type Standard, type TerritoryClass } from '../../domain/scoring/index.ts';

/** What a file of figures says, whatever its form (JSON, CSV or workbook). */
export interface FiguresFile {
  readonly standardId: string;
  /** Version of the standard; the file's own, or the latest when the file names none. */
  readonly version: number;
  /** Five digits of the unit's code; null when the file does not say. */
  readonly unit: string | null;
  readonly year: number | null;
  /** Class of the territory, which decides the threshold; null when the file does not say. */
  readonly territoryClass: TerritoryClass | null;
  readonly figures: Figures;
  readonly previous: Figures;
}

/** A file by its path, or what a browser sent. */
export type FiguresSource = string | { readonly name: string; readonly bytes: Uint8Array };

export type FiguresFileFaultCode =
  | 'file_missing'
  | 'file_unreadable'
  | 'file_too_large'
  | 'file_empty'
  | 'file_foreign'
  | 'workbook_broken'
  | 'workbook_protected'
  | 'workbook_old_format'
  | 'workbook_foreign'
  | 'encoding'
  | 'csv_syntax'
  | 'json_syntax'
  | 'json_shape'
  | 'header_missing'
  | 'standard_missing'
  | 'standard_unknown'
  | 'version_invalid'
  | 'unit_invalid'
  | 'year_invalid'
  | 'class_unknown'
  | 'duplicate_name'
  | 'unknown_name'
  | 'wrong_kind'
  | 'not_whole'
  | 'negative'
  | 'too_large'
  | 'part_above_whole'
  | 'state_unknown'
  | 'state_conflict'
  | 'reason_missing'
  | 'formula'
  | 'extra_cells';

/** One fault of a file. */
export interface FiguresFileFault {
  readonly code: FiguresFileFaultCode;
  /** Where it is: a cell (`Số liệu!D12`), a line (`dòng 5`), a path in JSON (`figures.children_total`); empty for the whole file. */
  readonly where: string;
  /** The name that the fault is about, when there is one. */
  readonly name?: string;
  /** What is wrong and what to do, in Vietnamese. */
  readonly message: string;
}

/** The file cannot be used. Every fault that was found is named: nothing is guessed, nothing is read in part. */
export class FiguresFileError extends Error {
  override readonly name = 'FiguresFileError';
  readonly faults: readonly FiguresFileFault[];
  constructor(faults: readonly FiguresFileFault[]) {
    super(faults.map(({ where, message }) => (where === '' ? message : `${where}: ${message}`)).join('\n'));
    this.faults = faults;
  }
}

/** A refusal of the whole file. */
export function refusal(code: FiguresFileFaultCode, message: string): FiguresFileError {
  return new FiguresFileError([{ code, where: '', message }]);
}

/** Inputs whose figure of the previous period may take part: those of a change measure or of a band that looks back. */
export function inputsWithPrevious(standard: Standard): ReadonlySet<string> {
  const names = new Set<string>();
  for (const criterion of standard.criteria)
    for (const { measure, scale, scaleByClass } of criterion.indicators) {
      const scales = [scale, ...Object.values(scaleByClass ?? {})];
      const looksBack = measure.kind === 'change' || scales.flat().some((band) => 'change' in band);
      if (looksBack) for (const name of inputsOfMeasure(measure)) names.add(name);
    }
  return names;
}
