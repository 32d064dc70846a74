import type { RegisteredDocument } from './registered-document.ts';

/** Where a document stands on a day, as far as its dates are known. */
export type ForceState =
  | 'in_force'
  | 'not_yet'
  | 'out_of_force'
  /** Neither the first nor the last day is registered. */
  | 'unknown';

/** @param onDate `YYYY-MM-DD` */
export function forceOn({ inForce }: Pick<RegisteredDocument, 'inForce'>, onDate: string): ForceState {
  if (inForce.until !== null && inForce.until < onDate) return 'out_of_force';
  if (inForce.from !== null && inForce.from > onDate) return 'not_yet';
  return inForce.from === null && inForce.until === null ? 'unknown' : 'in_force';
}
