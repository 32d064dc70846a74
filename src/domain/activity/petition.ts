/** Where a petition of children stands. */
export type PetitionState = 'unsent' | 'waiting' | 'late' | 'answered';

export const PETITION_STATES: readonly PetitionState[] = ['unsent', 'waiting', 'late', 'answered'];

export interface PetitionDates {
  /** All days as YYYY-MM-DD. */
  readonly sentOn: string | null;
  readonly dueDate: string | null;
  readonly answeredOn: string | null;
}

/** An answer settles a petition, however late it came; without one it is late from the day after it was due. */
export function petitionState({ sentOn, dueDate, answeredOn }: PetitionDates, today: string): PetitionState {
  if (answeredOn !== null) return 'answered';
  if (dueDate !== null && dueDate < today) return 'late';
  return sentOn === null ? 'unsent' : 'waiting';
}
