export { reminderJobs } from './jobs.ts';
export type { ReminderSettings } from './make-reminders.ts';
