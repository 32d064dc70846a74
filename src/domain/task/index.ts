export {
  deedsOnOccurrence,
  deedsOnTask,
  isToBeDone,
  type OccurrenceDeed,
  occurrenceAfter,
  stateByOccurrences,
  type TaskDeed,
  type TaskKind,
  type TaskStanding,
} from './deeds.ts';
export {
  askedSince,
  type DatedOccurrence,
  isOnTime,
  lastDay,
  mostPressing,
  type OccurrenceStanding,
  SOON_DAYS,
  STANDINGS,
  shareOnTime,
  standingOfOccurrence,
} from './due.ts';
export { type PlannedWork, type TaskTimes, timesOf } from './plan-work.ts';
export { DUE_BOUNDS, type OccurrenceState, RECURRENCES, type TaskState } from './task.ts';
