import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * That a job is done is written down by a part of the library that its end waits for, and whose failure ends the runner
 * and nothing else. Written at once, as it does by itself, a lost connection would end the whole program.
 */
export const SETTLE_BEFORE_END = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/** How the connections of every program begin that works at the queue. */
export const WORKERS = 'mang_non jobs ';
/** What those of one such program are called, to tell them from those of the others. */
export const nameOfWorker = (): string => `${WORKERS}${randomUUID()}`;

/**
 * Connections of the queue, as the owner of the database: the tables of the queue are closed to the role of the program.
 * Lost connections are the library's own matter, which tries again; the events must not end the program.
 * @param name of who works at the queue; none for who only prepares it
 */
export function openWorkerPool(connectionString: string, connections: number, name?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    application_name: name,
    max: connections,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
