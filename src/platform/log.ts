import { type DestinationStream, destination, type Logger, type LoggerOptions, pino } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'flush' | 'isLevelEnabled'>;

/** Nobody logs these on purpose; should an object with them ever come in, they are cut out. */
const SECRETS = [
  'password',
  'cookie',
  'cookies',
  'authorization',
  'token',
  'body',
  'headers',
  'connectionString',
].flatMap((name) => [name, `*.${name}`]);

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/**
 * The log of the program, one JSON object a line on the standard error stream, written without holding anyone up.
 * Warnings and errors only, unless `level` (MANG_NON_LOG) asks for `info` or `debug`; an unknown level is ignored.
 */
export function openLog(level: string | undefined, stream?: DestinationStream): Log {
  const options: LoggerOptions = {
    level: LEVELS.find((known) => known === level?.trim().toLowerCase()) ?? 'warn',
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: SECRETS,
    serializers: { err: describeError },
  };
  return pino(options, stream ?? destination({ dest: 2, sync: false }));
}

interface DescribedError {
  readonly type: string;
  readonly code: unknown;
  readonly message: string;
  readonly stack: string;
  readonly cause?: DescribedError;
}

/**
 * An error without what people typed: PostgreSQL quotes values in its messages and details, so that of its errors
 * only the code and the names of table and constraint are kept.
 */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, code: null, message: '', stack: '' };
  const { code, severity, table, constraint, routine } = error as Error & Record<string, unknown>;
  const fromDatabase = typeof severity === 'string';
  const message = fromDatabase
    ? ['PostgreSQL', code, table, constraint, routine].filter(Boolean).join(' ')
    : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    code: code ?? null,
    message,
    stack: frames.slice(0, 12).join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
