import {
  type Figures,
  inputsOfMeasure,
  type Standard,
  type TerritoryClass,
} from '../../domain/scoring/index.ts';

/** What a file of figures says, whatever its form (JSON, CSV or workbook). */
export interface FiguresFile {
  readonly standardId: string;
  /** Version of the standard: the file's own, or the latest when the file names none. */
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
