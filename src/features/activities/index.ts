export { unitOfLog, unitToWorkIn } from './commands/context.ts';
export { insertActivity } from './commands/record-activity.ts';
export type { ActivityContent, Attendee, ForumDetails } from './content.ts';
export {
  type BoxFault,
  FieldReader,
  type Fields,
  isId,
  pageOf,
  seenRevision,
  yearOf,
} from './form-reading.ts';
export { messages as activityMessages } from './messages.ts';
export { activityPath, logOfYearPath, logPath } from './paths.ts';
export { keepsLog, mayRecordFor, mayRemove, maySeeLog } from './policy.ts';
export { activitiesBetween, activitiesOfTask } from './queries.ts';
export { type ActivitiesDependencies, frameOf as frameOfWork, page as pageOfWork } from './routes/common.tsx';
export { activitiesRoutes } from './routes.tsx';
