/**
 * The life of a sheet: filled in, said to be complete by whoever fills it in, accepted or returned by the planning
 * officer. That all figures are in is something else and is counted, not declared: see `completeness`.
 */
export type SheetState = 'open' | 'submitted' | 'accepted' | 'returned';

/** Whether a sheet was handed in, accepted or not. What lies on one still open or returned is not in yet. */
export const isIn = (state: SheetState): boolean => state === 'submitted' || state === 'accepted';

export type SheetDeed = 'save' | 'submit' | 'take_back' | 'accept' | 'return';

/** What somebody is to a sheet; one person may be both. */
export interface SheetStanding {
  /** Fills it in for its place: the village at its link, or an officer of the place's organisation. */
  readonly fills: boolean;
  /** Leads the collection: types in what comes on paper, accepts, returns. */
  readonly leads: boolean;
}

/** What may be done with a sheet now; the screen and the server ask the same. In a closed round nothing may. */
export function sheetDeeds(
  state: SheetState,
  roundIsOpen: boolean,
  standing: SheetStanding,
): ReadonlySet<SheetDeed> {
  const deeds = new Set<SheetDeed>();
  if (!roundIsOpen) return deeds;
  const filling = state === 'open' || state === 'returned';
  if ((standing.fills || standing.leads) && filling) {
    deeds.add('save');
    deeds.add('submit');
  }
  // What was handed in still has slips of the pen: the officer mends them, and the history says so.
  if (standing.leads && state === 'submitted') deeds.add('save');
  if (standing.fills && state === 'submitted') deeds.add('take_back');
  if (standing.leads && state === 'submitted') deeds.add('accept');
  if (standing.leads && (state === 'submitted' || state === 'accepted')) deeds.add('return');
  return deeds;
}

/** The state after a deed that is allowed. */
export function sheetStateAfter(state: SheetState, deed: SheetDeed): SheetState {
  switch (deed) {
    case 'save':
      return state;
    case 'submit':
      return 'submitted';
    case 'take_back':
      return 'open';
    case 'accept':
      return 'accepted';
    case 'return':
      return 'returned';
  }
}
