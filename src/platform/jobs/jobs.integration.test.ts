import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type HeldLock, holdLock } from '../../../test/support/held-lock.ts';
import { testClock } from '../../../test/support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { prepared, type SystemActor, withScope } from '../database/index.ts';
import { openLog } from '../log.ts';
import { enqueue, installJobs, type JobContext, type JobHandlers, startJobs } from './index.ts';
import { giveBackLeftJobs } from './left-jobs.ts';
import { runPendingJobs } from './testing/run-pending-jobs.ts';
import { nameOfWorker, openWorkerPool } from './worker-pool.ts';

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const program: SystemActor = { kind: 'system', purpose: 'test' };
let base: TestDatabase;
let owner: pg.Client;
let logged: string;
let context: JobContext;

beforeEach(async () => {
  base = await createTestDatabase();
  await installJobs(base.connectionString);
  owner = new pg.Client({ connectionString: base.connectionString });
  await owner.connect();
  logged = '';
  const collect = (line: string) => {
    logged += line;
  };
  const log = openLog('debug', { write: collect });
  context = { database: base.database, clock: testClock(), log };
});
afterEach(async () => {
  await owner.end();
  await base.drop();
});

const put = (...jobs: Parameters<typeof enqueue> extends [unknown, ...infer Rest] ? Rest[] : never) =>
  withScope(base.database, program, async (scope) => {
    for (const job of jobs) enqueue(scope, ...job);
  });
const waiting = async () =>
  (
    await owner.query(
      'select task_identifier as job, attempts, last_error, key from graphile_worker.jobs order by id',
    )
  ).rows;
const LISTENERS = `select from pg_stat_activity
                    where datname = current_database() and state = 'idle' and query like 'LISTEN%'`;
const start = async (handlers: JobHandlers, schedule: { job: string; at: string }[] = []) => {
  const jobs = await startJobs({ ...context, handlers, schedule });
  // A job put in before anybody listens is found half a minute later.
  while ((await owner.query(LISTENERS)).rowCount === 0);
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= jobs.stop());
  onTestFinished(stop);
  return { stop };
};
/** A handler that tells when it was called. */
function heard() {
  const { promise, resolve } = deferred<unknown>();
  return { promise, handler: async (payload: unknown) => resolve(payload) };
}

describe('a job that a deed puts in', () => {
  it('is done after the deed, with what it was given', async () => {
    const { promise, handler } = heard();
    await start({ remind: handler });
    await put(['remind', { task: 'a' }]);
    expect(await promise).toEqual({ task: 'a' });
  });

  it('is gone with a deed that fails', async () => {
    const failed = withScope(base.database, program, async (scope) => {
      enqueue(scope, 'remind', {});
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await waiting()).toEqual([]);
  });

  it('replaces one of the same key, and waits for its hour', async () => {
    await put(
      ['remind', { n: 1 }, { key: 'k' }],
      ['remind', { n: 2 }, { key: 'k' }],
      ['remind', { n: 3 }, { runAt: new Date(Date.now() + 3_600_000) }],
    );
    const done: unknown[] = [];
    await runPendingJobs({ remind: async (payload) => void done.push(payload) }, context);
    expect(done).toEqual([{ n: 2 }]);
    expect(await waiting()).toHaveLength(1);
  });

  it('that fails is tried again later, and neither log nor queue quote what people typed', async () => {
    const typed = Object.assign(new Error('invalid input: "Nguyễn Thị Mẫu"'), {
      severity: 'ERROR',
      code: '22P02',
    });
    await put(['remind', { name: 'Nguyễn Thị Mẫu' }]);
    await runPendingJobs({ remind: () => Promise.reject(typed) }, context);
    expect(await waiting()).toMatchObject([{ job: 'remind', attempts: 1, last_error: 'PostgreSQL 22P02' }]);
    expect(logged).toContain('jobs.failed');
    expect(logged).not.toContain('Mẫu');
  });

  it('is left to who knows how to do it', async () => {
    await put(['of_a_newer_version', {}]);
    await runPendingJobs({ remind: () => Promise.reject(new Error()) }, context);
    expect(await waiting()).toMatchObject([{ job: 'of_a_newer_version', attempts: 0 }]);
  });

  it('is done although the connections were lost before it came', async () => {
    const { promise, handler } = heard();
    await start({ remind: handler });
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename is not null and pid <> pg_backend_pid()`,
    );
    await put(['remind', { after: 'the loss' }]);
    expect(await promise).toEqual({ after: 'the loss' });
    // What was told while nobody listened is found when jobs are next looked for, half a minute later.
  }, 90_000);

  it('is done although the database was lost when jobs were first looked for', async () => {
    const { promise, handler } = heard();
    const held = await holdLock(base.connectionString, 'lock table graphile_worker._private_tasks');
    await start({ remind: handler });
    await held.waitedFor(1);
    await held.endWhoWaits();
    await held.release();
    await put(['remind', { after: 'the loss' }]);
    expect(await promise).toEqual({ after: 'the loss' });
  }, 90_000);

  /** As a program leaves it that is killed: reserved by a worker that is no more. */
  async function reserved(payload: Readonly<Record<string, unknown>>): Promise<void> {
    await put(['remind', payload]);
    await owner.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-of-before'`,
    );
  }

  it('is done at the next start although the program was killed in the middle of it', async () => {
    await reserved({ left: 'by a power cut' });
    const { promise, handler } = heard();
    await start({ remind: handler });
    expect(await promise).toEqual({ left: 'by a power cut' });
  });

  it('is given back though the program itself has several connections, and one of installing is not gone yet', async () => {
    const installing = openWorkerPool(base.connectionString, 1);
    const own = openWorkerPool(base.connectionString, 2, nameOfWorker());
    const [first, second] = await Promise.all([own.connect(), own.connect(), installing.query('select')]);
    await reserved({ left: 'by a power cut' });
    await giveBackLeftJobs(first);
    const { rows } = await owner.query('select locked_by from graphile_worker._private_jobs');
    expect(rows).toEqual([{ locked_by: null }]);
    first.release();
    second.release();
    await Promise.all([own.end(), installing.end()]);
  });

  it('stays with who may have it at work while another program starts', async () => {
    const other = await start({ of_the_other: async () => {} });
    await reserved({ at: 'work' });
    await (await start({ remind: async () => {} })).stop();
    await other.stop();
    expect(await waiting()).toMatchObject([{ job: 'remind', attempts: 0 }]);
  });

  it('may be lost with the database when it is done, and hinders neither the program nor other jobs', async () => {
    const { promise, handler } = heard();
    const lock = 'select from graphile_worker._private_jobs for update';
    const locked = deferred<HeldLock>();
    await start({
      remind: handler,
      first: async () => locked.resolve(await holdLock(base.connectionString, lock)),
    });
    await put(['first', {}]);
    const held = await locked.promise;
    await held.waitedFor(1);
    await held.endWhoWaits();
    await held.release();
    await put(['remind', { after: 'the loss' }]);
    expect(await promise).toEqual({ after: 'the loss' });
  }, 90_000);

  it('is done once, however many instances there are', async () => {
    const done: unknown[] = [];
    const all = deferred<void>();
    const handlers = {
      count: async (payload: unknown) => {
        done.push(payload);
        if (done.length === 30) all.resolve();
      },
    };
    const instances = await Promise.all([start(handlers), start(handlers)]);
    for (let n = 0; n < 30; n++) await put(['count', { n }]);
    await all.promise;
    await Promise.all(instances.map(({ stop }) => stop()));
    expect(done).toHaveLength(30);
    expect(await waiting()).toEqual([]);
  });
});

describe('the role of the program', () => {
  const asProgram = (text: string) =>
    withScope(base.database, program, (scope) => scope.run(prepared(text.slice(0, 40), text), []));

  it('can look at no job, and change none', async () => {
    for (const table of ['jobs', '_private_jobs', '_private_tasks'])
      await expect(asProgram(`select * from graphile_worker.${table}`)).rejects.toThrow('permission denied');
    await expect(asProgram(`select graphile_worker.add_job('x')`)).rejects.toThrow('permission denied');
  });
});

describe('a job of every day', () => {
  // Far from now, lest its minute comes during the test.
  const fiveHoursAgo = new Date(Date.now() + (7 - 5) * 3_600_000).toISOString().slice(11, 16);
  const schedule = [{ job: 'remind', at: fiveHoursAgo }];
  const known = async (since: string) => {
    await (await start({ remind: async () => {} }, schedule)).stop();
    await owner.query(
      `update graphile_worker._private_known_crontabs set known_since = now() - $1::interval`,
      [since],
    );
  };

  it('that was missed while the computer was off is caught up with once, at the start', async () => {
    await known('9 days');
    const { promise, handler } = heard();
    await (async () => {
      const first = await start({ remind: handler }, schedule);
      await promise;
      await first.stop();
    })();
    let called = 0;
    await (await start({ remind: async () => void called++ }, schedule)).stop();
    expect(called).toBe(0);
    expect(await waiting()).toEqual([]);
  });

  it('does not run before its first hour has come', async () => {
    let called = 0;
    await (await start({ remind: async () => void called++ }, schedule)).stop();
    expect([called, await waiting()]).toEqual([0, []]);
  });

  it('needs a time of the day', async () => {
    await expect(
      startJobs({ ...context, handlers: {}, schedule: [{ job: 'x', at: '6:30' }] }),
    ).rejects.toThrow('6:30');
  });
});

describe('stopping', () => {
  it('waits for the job at work', async () => {
    const begun = deferred<void>();
    const end = deferred<void>();
    const jobs = await start({
      slow: async () => {
        begun.resolve();
        await end.promise;
      },
    });
    await put(['slow', {}]);
    await begun.promise;
    const stopped = jobs.stop();
    end.resolve();
    await stopped;
    expect(await waiting()).toEqual([]);
  });

  it('leaves a job that does not end to the next start', async () => {
    const begun = deferred<void>();
    const jobs = await start({
      endless: () => {
        begun.resolve();
        return new Promise(() => {});
      },
    });
    await put(['endless', {}]);
    await begun.promise;
    await jobs.stop();
    expect(await waiting()).toMatchObject([{ job: 'endless', attempts: 1 }]);
  });
});

it('installing again changes nothing, even by two at once', async () => {
  await put(['remind', {}]);
  await Promise.all([installJobs(base.connectionString), installJobs(base.connectionString)]);
  expect(await waiting()).toHaveLength(1);
});
