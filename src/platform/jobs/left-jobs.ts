import type pg from 'pg';
import { WORKERS } from './worker-pool.ts';

const GIVE_BACK = `
select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
  from graphile_worker._private_jobs
 where locked_by is not null
   and not exists (
     select from pg_stat_activity
      where datname = current_database()
        and starts_with(application_name, $1)
        and application_name <> current_setting('application_name')
   )`;

/**
 * Gives back what a program had at work that was killed, by a power cut say: the queue would keep it reserved for four
 * hours. Only where no other program works at the queue, whose work it may be.
 * @param client a connection of this program's own pool: of two that begin at once each sees the other
 */
export async function giveBackLeftJobs(client: pg.ClientBase): Promise<void> {
  await client.query(GIVE_BACK, [WORKERS]);
}
