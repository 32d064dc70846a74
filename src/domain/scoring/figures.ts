/**
 * A figure is in one of four states. Zero is a number; "no data yet" is not zero.
 * A yes/no answer is a given figure too.
 */
export type Figure =
  | { readonly state: 'given'; readonly value: number | boolean }
  | { readonly state: 'no_data' }
  | { readonly state: 'not_applicable'; readonly reason: string }
  | { readonly state: 'not_due' };

export type FigureState = Figure['state'];
export const FIGURE_STATES: readonly FigureState[] = ['given', 'no_data', 'not_applicable', 'not_due'];

/** Figures by the name of their input. A name that is absent counts as "no data yet". */
export type Figures = Readonly<Record<string, Figure>>;

/** A given figure. */
export function given(value: number | boolean): Figure {
  return { state: 'given', value };
}

export const NO_DATA: Figure = { state: 'no_data' };
export const NOT_DUE: Figure = { state: 'not_due' };

/** A figure that does not exist in this unit, with the reason. */
export function notApplicable(reason: string): Figure {
  return { state: 'not_applicable', reason };
}
