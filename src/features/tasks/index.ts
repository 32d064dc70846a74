export { type CollectionLine, type CollectionWorkOf, NO_COLLECTION_WORK } from './collection-work.ts';
export {
  insertReminders,
  markRemindersRead,
  type NewReminder,
} from './commands/remind.ts';
export { plannedOf, type SyncedTasks, syncTasksOfPlan, type TaskOfPlan } from './commands/sync-tasks.ts';
export { inboxPath, taskPath, tasksPath } from './paths.ts';
export { organisationsOf } from './policy.ts';
export {
  type DueOccurrence,
  finishedItemsOfPlan,
  occurrencesBetween,
  type TaskToChoose,
  tasksForChoice,
} from './queries/for-others.ts';
export { LINES_OF_A_LIST } from './queries/inbox.ts';
export type { TasksDependencies } from './routes/common.tsx';
export { tasksRoutes } from './routes.tsx';
export { dueText } from './wording.ts';
