import { inputsOfCriterion, type Standard } from '../scoring/index.ts';
import { type CriterionState, isOpen } from './criterion-state.ts';

/**
 * The criterion that locks an input: the first, in the order of the standard, that uses it and was handed in or accepted.
 * A figure that several criteria share may not move under one that the leader is looking at. Null: the input is free.
 */
export function lockingCriterion(
  standard: Standard,
  criteria: readonly { readonly number: number; readonly state: CriterionState }[],
  input: string,
): number | null {
  for (const criterion of standard.criteria) {
    const state = criteria.find(({ number }) => number === criterion.number)?.state;
    if (state !== undefined && !isOpen(state) && inputsOfCriterion(criterion).includes(input))
      return criterion.number;
  }
  return null;
}
