import type { EvidenceState } from '../../domain/evidence/index.ts';

/** Words of the address that narrow the list. */
export const FILTERS = ['du', 'yeu', 'thieu'] as const;
export type FilterWord = (typeof FILTERS)[number];

export const STATE_OF_FILTER: Readonly<Record<FilterWord, EvidenceState>> = {
  du: 'enough',
  yeu: 'weak',
  thieu: 'missing',
};
