import type { DueBound, Recurrence } from '../calendar/index.ts';

/** How often a task can come round, as a form offers it. */
export const RECURRENCES = [
  'once',
  'monthly',
  'quarterly',
  'half_year',
  'yearly',
  'school_year',
  'every_2_years',
  'tet',
  'mid_autumn',
  'children_day',
  'continuous',
  'on_event',
] as const satisfies readonly Recurrence[];

/** How a due date can bind: "trước ngày", "chậm nhất ngày", "đến ngày", "trong", "đến hết ngày". */
export const DUE_BOUNDS = [
  'before',
  'by',
  'until',
  'within',
  'end_of',
] as const satisfies readonly DueBound[];

/** Open while anything is left to do, done when all of it is accepted, closed when it is given up, with a reason. */
export type TaskState = 'open' | 'done' | 'closed';

/** What is to be done when: one for a task done once, one for each period of a recurring one. */
export type OccurrenceState = 'waiting' | 'reported' | 'done' | 'returned' | 'skipped';
