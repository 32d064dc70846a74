/** An error that a person or a program can act on: a status, a stable code, and what was wrong in words. */
export class RequestError extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 409 | 413 | 503,
    readonly code: string,
    /** What was wrong, in the words of the screen; absent: the page of the status says it. */
    readonly what?: string,
  ) {
    super(what ?? code);
    this.name = 'RequestError';
  }
}

/** There is nothing there, or nothing that this person may know of: the answer never tells which. */
export const notFound = (): RequestError => new RequestError(404, 'page.not-found');

/** The person may see the thing but not do this with it. */
export const notAllowed = (code: string, what?: string): RequestError => new RequestError(403, code, what);

/** The thing is in a state in which this cannot be done. */
export const inWrongState = (code: string, what: string): RequestError => new RequestError(409, code, what);

/** What came in cannot be read. */
export const unreadable = (code: string, what?: string): RequestError => new RequestError(400, code, what);

/** Too much of the same is being done already: later it can be done. */
export const tooBusy = (code: string): RequestError => new RequestError(503, code);

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  // PostgreSQL: shutting down, crashed, starting up, connection failures, too many connections.
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
]);

/** Whether an error means that the database cannot be reached now, as against a fault of ours. */
export function databaseIsAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause as unknown) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string' && connectionCodes.has(code)) return true;
    if (
      /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
        cause.message,
      )
    )
      return true;
    if (cause instanceof AggregateError && cause.errors.some(databaseIsAway)) return true;
  }
  return false;
}

/** Whether the disk of the database or of the files is full. */
export function diskIsFull(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === '53100' || code === 'ENOSPC';
}
