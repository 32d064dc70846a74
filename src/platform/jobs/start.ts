import { EventEmitter } from 'node:events';
import {
  Logger,
  makeWorkerUtils,
  type Runner,
  run,
  type SharedOptions,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/index.ts';
import { describeError, type Log } from '../log.ts';
import { type DailyJob, daily } from './daily.ts';
import { giveBackLeftJobs } from './left-jobs.ts';
import { nameOfWorker, openWorkerPool, SETTLE_BEFORE_END } from './worker-pool.ts';

/** What a job is given. */
export interface JobContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Does one job. It may be called again for the same payload: after an error, or where the program ended in the middle.
 * The payload is what was put in, as JSON; the handler checks it.
 */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<void>;
/** Every kind of job by its name. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

const AT_ONCE = 2;
/** One listens, the others fetch and settle jobs. */
const CONNECTIONS = AT_ONCE + 1;
/** A job that is due now is told at once; this is how often one is looked for that was to wait. */
const LOOK_EVERY_MS = 30_000;
const WAIT_FOR_JOBS_MS = 4_000;
const START_AGAIN_AFTER_MS = 10_000;

/** The library speaks of what it does in words; warnings and errors are passed on, payloads are not. */
function workerLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ says: message.split('\n')[0] }, 'jobs.worker');
  });
}

/** The handlers as the library calls them. Errors reach log and queue without what people typed. */
export function taskList(handlers: JobHandlers, context: JobContext): TaskList {
  const task =
    (name: string, handler: JobHandler): NonNullable<TaskList[string]> =>
    async (payload, { job, abortPromise }) => {
      try {
        await Promise.race([handler(payload, context), abortPromise]);
      } catch (error) {
        const attempt = { job: name, attempt: job.attempts, of: job.max_attempts };
        context.log.warn({ ...attempt, err: error }, 'jobs.failed');
        throw new Error(describeError(error).message);
      }
    };
  return Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, task(name, handler)]));
}

/**
 * Settles where the database was lost before the runner had looked for its first job. It asks once which number each
 * kind of job has, and keeps the failure of that question as it would the answer: it would never find a job again.
 */
function failedBeforeTheFirstLook(events: WorkerEvents): Promise<void> {
  return new Promise((resolve) => {
    const failed = () => resolve();
    const looked = () => events.off('worker:getJob:error', failed);
    events.once('worker:getJob:error', failed).once('worker:getJob:empty', looked).once('job:start', looked);
  });
}

/**
 * Works through the queue until it is stopped: jobs that deeds put in, and those of every day. Several instances share
 * the work. Needs `installJobs` before it. Lost connections are found again.
 * @returns the stop: takes no more jobs, waits some seconds for those at work; what is not done by then is tried again
 * at the next start.
 */
export async function startJobs({
  handlers,
  schedule,
  ...context
}: JobContext & {
  readonly handlers: JobHandlers;
  readonly schedule: readonly DailyJob[];
}): Promise<{ stop(): Promise<void> }> {
  const tasks = taskList(handlers, context);
  const cron = daily(schedule);
  const pool = openWorkerPool(context.database.connectionString, CONNECTIONS, nameOfWorker());
  const options = {
    pgPool: pool,
    logger: workerLogger(context.log),
    preset: SETTLE_BEFORE_END,
  } satisfies SharedOptions;
  let stopping = false;
  let waiting: NodeJS.Timeout | undefined;

  const begin = async (): Promise<Runner> => {
    const events: WorkerEvents = new EventEmitter();
    const lostAtFirst = failedBeforeTheFirstLook(events);
    const runner = await run({
      ...options,
      events,
      taskList: tasks,
      parsedCronItems: cron,
      concurrency: AT_ONCE,
      pollInterval: LOOK_EVERY_MS,
      gracefulShutdownAbortTimeout: WAIT_FOR_JOBS_MS,
      noHandleSignals: true,
    });
    // It ends by itself where the database went away in the middle of a job.
    runner.promise.catch(() => undefined).then(beginAgain);
    lostAtFirst.then(() => runner.stop()).catch(() => undefined);
    return runner;
  };
  const beginAgain = (): void => {
    if (stopping) return;
    waiting = setTimeout(() => {
      runner = begin();
      runner.catch(beginAgain);
    }, START_AGAIN_AFTER_MS);
  };

  const utils = await makeWorkerUtils(options);
  // What failed for good was logged then; its payload need not stay.
  await utils.cleanup({ tasks: ['DELETE_PERMAFAILED_JOBS', 'GC_JOB_QUEUES'] });
  await utils.withPgClient(giveBackLeftJobs);
  await utils.release();
  let runner = begin();
  await runner;
  return {
    async stop() {
      stopping = true;
      clearTimeout(waiting);
      // Where it has ended already, there is nothing to stop.
      await runner.then((running) => running.stop()).catch(() => undefined);
      await pool.end();
    },
  };
}
