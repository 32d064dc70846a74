/** How far a unit is with the self-assessment of a year, from the states of its criteria. */
export type Stage = 'not_opened' | 'entering' | 'handed_in' | 'accepted';

export const STAGES: readonly Stage[] = ['not_opened', 'entering', 'handed_in', 'accepted'];

/** How many criteria a cycle has, and how many of them have come how far. */
export interface Progress {
  readonly criteria: number;
  /** Handed in, whether accepted since or not. */
  readonly handedIn: number;
  readonly accepted: number;
}

/** The stage of a unit; `progress` is null while the year is not open there. */
export function stageOf(progress: Progress | null): Stage {
  if (progress === null) return 'not_opened';
  if (progress.accepted === progress.criteria) return 'accepted';
  return progress.handedIn === progress.criteria ? 'handed_in' : 'entering';
}
