import { prepared, type Scope } from '../database/index.ts';

const enqueueJob = prepared<unknown>('enqueue_job', 'select enqueue_job($1, $2, $3, $4)');

/**
 * Puts a job into the queue, in the transaction of the deed: rolled back with it, and seen by nobody before it is
 * committed. One statement, which nobody waits for.
 * @param payload ids rather than contents: it lies in the queue in the open until the job is done.
 * @param key a job of the same key that has not begun is replaced.
 * @param runAt not before this instant; at once unless given.
 */
export function enqueue(
  scope: Scope,
  job: string,
  payload: Readonly<Record<string, unknown>>,
  { key, runAt }: { readonly key?: string; readonly runAt?: Date } = {},
): void {
  scope.send(enqueueJob, [job, JSON.stringify(payload), key ?? null, runAt ?? null]);
}
