import type { DailyJob, JobHandlers } from '../../platform/jobs/index.ts';
import { makeReminders, type ReminderSettings } from './make-reminders.ts';

const MAKE_REMINDERS = 'make_reminders';

/** The job of every morning, before offices open. */
export function reminderJobs(settings: ReminderSettings): {
  readonly handlers: JobHandlers;
  readonly schedule: readonly DailyJob[];
} {
  return {
    handlers: {
      [MAKE_REMINDERS]: async (_payload, context) => {
        const made = await makeReminders(context, settings);
        context.log.info(made, 'reminders.made');
      },
    },
    schedule: [{ job: MAKE_REMINDERS, at: '06:30' }],
  };
}
