import { Logger, runOnce } from 'graphile-worker';
import { type JobContext, type JobHandlers, taskList } from '../start.ts';
import { openWorkerPool, SETTLE_BEFORE_END } from '../worker-pool.ts';

/** Does every job that is due now, and those that they put in, then ends. One that fails stays in the queue. */
export async function runPendingJobs(handlers: JobHandlers, context: JobContext): Promise<void> {
  const pool = openWorkerPool(context.database.connectionString, 2);
  try {
    const logger = new Logger(() => () => {});
    await runOnce({
      pgPool: pool,
      logger,
      preset: SETTLE_BEFORE_END,
      taskList: taskList(handlers, context),
      noHandleSignals: true,
    });
  } finally {
    await pool.end();
  }
}
