import { Logger, runMigrations } from 'graphile-worker';
import { APPLICATION_ROLE } from '../database/index.ts';
import { openWorkerPool } from './worker-pool.ts';

/** Any number, the same for every instance: only one installs at a time. */
const INSTALL_LOCK = 20190104;

/** Tries until about fifteen hours after the first. */
const MOST_ATTEMPTS = 12;

/** The program's role sees nothing of the queue: it may only put something in, through this function of the owner. */
const ENQUEUE = `
create or replace function enqueue_job(name text, payload json, key text, run_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(
    identifier => enqueue_job.name,
    payload => enqueue_job.payload,
    job_key => enqueue_job.key,
    run_at => enqueue_job.run_at,
    max_attempts => ${MOST_ATTEMPTS}
  );
$$;
revoke all on function enqueue_job(text, json, text, timestamptz) from public;
grant execute on function enqueue_job(text, json, text, timestamptz) to ${APPLICATION_ROLE};
`;

/**
 * Brings the tables of the queue to the version of the library, and lets the program put jobs in. Runs at each start
 * after the migrations, as the owner; where nothing is to be done it takes some milliseconds.
 */
export async function installJobs(connectionString: string): Promise<void> {
  const pool = openWorkerPool(connectionString, 2);
  try {
    const client = await pool.connect();
    try {
      await client.query('select pg_advisory_lock($1)', [INSTALL_LOCK]);
      await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) });
      await client.query(ENQUEUE);
    } finally {
      // Closing the connection gives the lock back.
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}
