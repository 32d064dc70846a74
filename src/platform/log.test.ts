import { expect, test } from 'vitest';
import { describeError, openLog } from './log.ts';

function logged(level: string | undefined, write: (log: ReturnType<typeof openLog>) => void): string {
  let text = '';
  const collect = (line: string) => {
    text += line;
  };
  write(openLog(level, { write: collect }));
  return text;
}

test('requests are only written when they are asked for', () => {
  expect(logged(undefined, (log) => log.info({ path: '/' }, 'request'))).toBe('');
  expect(logged('info', (log) => log.info({ path: '/' }, 'request'))).toContain('"path":"/"');
  expect(logged('nonsense', (log) => log.warn('seen'))).toContain('seen');
});

test('passwords and cookies do not reach the log, wherever they lie', () => {
  const text = logged('info', (log) =>
    log.info({ password: 'bi-mat', request: { cookie: 'bi-mat', headers: { a: 'bi-mat' } } }),
  );
  expect(text).not.toContain('bi-mat');
});

test('an error of the database is named without the values that it quotes', () => {
  const error = Object.assign(new Error('invalid input syntax for type bigint: "Nguyen Van A"'), {
    severity: 'ERROR',
    code: '22P02',
    table: 'figure',
    detail: 'Key (name)=(Nguyen Van A)',
  });
  const described = JSON.stringify(describeError(new Error('save failed', { cause: error })));
  expect(described).toContain('22P02');
  expect(described).not.toContain('Nguyen Van A');
});
