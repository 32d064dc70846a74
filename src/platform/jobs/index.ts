export { type DailyJob, daily } from './daily.ts';
export { enqueue } from './enqueue.ts';
export { installJobs } from './install.ts';
export { type JobContext, type JobHandler, type JobHandlers, startJobs } from './start.ts';
