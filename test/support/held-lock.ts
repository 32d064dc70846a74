import pg from 'pg';

const WAITERS = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

/** Something that others will want to have, held by a connection of its own. */
export interface HeldLock {
  /** Settles once so many wait for a lock, of whomever. */
  waitedFor(count: number): Promise<void>;
  /** Ends the connections that wait, as a database does that is started anew. */
  endWhoWaits(): Promise<void>;
  /** Commits what holds it; others go on. */
  release(): Promise<void>;
}

/**
 * Does something in a transaction of the database's owner that stays open, so that a test decides who comes first.
 * @param statement locks what it touches
 */
export async function holdLock(connectionString: string, statement: string): Promise<HeldLock> {
  const [holder, watcher] = [new pg.Client({ connectionString }), new pg.Client({ connectionString })];
  await Promise.all([holder.connect(), watcher.connect()]);
  await holder.query(`select set_config('mang_non.everywhere', 'on', false)`);
  await holder.query('begin');
  await holder.query(statement);
  const waiting = async () => (await watcher.query(WAITERS)).rowCount!;
  return {
    async waitedFor(count) {
      while ((await waiting()) < count);
    },
    async endWhoWaits() {
      await watcher.query(`select pg_terminate_backend(pid) from (${WAITERS}) w`);
      while ((await waiting()) > 0);
    },
    async release() {
      await holder.query('commit');
      await Promise.all([holder.end(), watcher.end()]);
    },
  };
}
