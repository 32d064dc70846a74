/** The life of a criterion in a cycle: entered by its owner, handed in, accepted or returned by the leader. */
export type CriterionState = 'not_started' | 'in_work' | 'handed_in' | 'accepted' | 'returned';

export type CriterionDeed = 'save' | 'hand_in' | 'accept' | 'return' | 'assign';

/** What a person is to a criterion. One person may be several of these at once. */
export interface Standing {
  /** Works in the organisation that owns the criterion, with a role that enters figures. */
  readonly owner: boolean;
  /** Plans the unit's work for children: gives criteria to organisations, sets due dates. */
  readonly planner: boolean;
  /** Signs for the committee: accepts and returns. */
  readonly leader: boolean;
}

const openStates: ReadonlySet<CriterionState> = new Set(['not_started', 'in_work', 'returned']);

/** Whether figures of a criterion in this state may still be changed. */
export function isOpen(state: CriterionState): boolean {
  return openStates.has(state);
}

/** What a person of this standing may do with a criterion in this state; the screen and the server ask the same. */
export function deedsFor(state: CriterionState, standing: Standing): ReadonlySet<CriterionDeed> {
  const deeds = new Set<CriterionDeed>();
  if (standing.owner && isOpen(state)) {
    deeds.add('save');
    deeds.add('hand_in');
  }
  if (standing.leader && state === 'handed_in') deeds.add('accept');
  if (standing.leader && (state === 'handed_in' || state === 'accepted')) deeds.add('return');
  if (standing.planner && state !== 'accepted') deeds.add('assign');
  return deeds;
}

/** The state after a deed that is allowed. */
export function stateAfter(state: CriterionState, deed: CriterionDeed): CriterionState {
  switch (deed) {
    case 'save':
      return state === 'not_started' ? 'in_work' : state;
    case 'hand_in':
      return 'handed_in';
    case 'accept':
      return 'accepted';
    case 'return':
      return 'returned';
    case 'assign':
      return state;
  }
}
