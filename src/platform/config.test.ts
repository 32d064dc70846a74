import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const project = resolve('/srv/mang-non');
const read = (env: NodeJS.ProcessEnv) => readConfig(env, project);

describe('the configuration', () => {
  test('without any variable the program serves this machine on port 3000 from its own data folder', () => {
    expect(read({})).toEqual({
      port: 3000,
      host: 'localhost',
      dataFolder: join(project, 'data'),
      databaseUrl: null,
      idleMinutes: 30,
      publicUrl: 'http://localhost:3000',
      secureCookies: false,
      mail: null,
      clamd: null,
      largestFile: 100_000_000,
    });
  });

  test('an empty variable counts as unset', () => {
    expect(
      read({ PORT: '', HOST: ' ', MANG_NON_DATA: '', DATABASE_URL: '', MANG_NON_IDLE_MINUTES: '' }),
    ).toEqual(read({}));
  });

  test('variables change each of them', () => {
    const config = read({
      PORT: '8080',
      HOST: '0.0.0.0',
      MANG_NON_DATA: resolve('/var/lib/mang-non'),
      DATABASE_URL: 'postgresql://u:p@db.example:5432/mang_non',
      MANG_NON_IDLE_MINUTES: '5',
    });
    expect(config).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      dataFolder: resolve('/var/lib/mang-non'),
      databaseUrl: 'postgresql://u:p@db.example:5432/mang_non',
      idleMinutes: 5,
      publicUrl: 'http://localhost:8080',
    });
  });

  test('a relative data folder starts at the project folder, wherever the command was typed', () => {
    expect(read({ MANG_NON_DATA: 'so-lieu' }).dataFolder).toBe(join(project, 'so-lieu'));
  });

  test('cookies travel by HTTPS only when people reach the application by HTTPS', () => {
    const config = read({ MANG_NON_PUBLIC_URL: 'https://mangnon.example.vn/' });
    expect(config).toMatchObject({ publicUrl: 'https://mangnon.example.vn', secureCookies: true });
    expect(read({ MANG_NON_PUBLIC_URL: 'http://mangnon.example.vn' }).secureCookies).toBe(false);
  });

  test.each([
    ['PORT', 'ba nghìn', 'từ 0 đến 65535'],
    ['PORT', '70000', 'từ 0 đến 65535'],
    ['PORT', '-1', 'từ 0 đến 65535'],
    ['PORT', '80.5', 'từ 0 đến 65535'],
    ['HOST', 'http://localhost', '0.0.0.0'],
    ['MANG_NON_IDLE_MINUTES', '0', 'từ 1 đến 1440'],
    ['MANG_NON_PUBLIC_URL', 'mangnon.example.vn', 'https://'],
    ['MANG_NON_PUBLIC_URL', 'https://example.vn/mang-non', 'không có đường dẫn'],
    ['DATABASE_URL', 'mysql://db/mang_non', 'postgresql://'],
  ])('%s="%s" is refused with the variable, the value and the remedy', (variable, value, remedy) => {
    const reading = () => read({ [variable]: value });
    expect(reading).toThrow(ConfigError);
    for (const part of [variable, `"${value}"`, remedy]) expect(reading).toThrow(part);
  });

  test('mail goes out where a mail server and a sender are set', () => {
    const from = 'Măng Non <mangnon@vidu.vn>';
    const smtpUrl = 'smtps://u:p@mail.example:465';
    expect(read({ MANG_NON_SMTP_URL: smtpUrl, MANG_NON_MAIL_FROM: from }).mail).toEqual({ smtpUrl, from });
    expect(read({ MANG_NON_MAIL_FROM: from }).mail).toBeNull();
    for (const sender of ['', 'Măng Non', 'a@b <c>', 'a@b, c@d'])
      expect(() => read({ MANG_NON_SMTP_URL: smtpUrl, MANG_NON_MAIL_FROM: sender })).toThrow(
        'MANG_NON_MAIL_FROM',
      );
    for (const url of ['mail.example', 'http://mail.example', 'smtp:', 'mail://u:bi-mat@x'])
      expect(() => read({ MANG_NON_SMTP_URL: url, MANG_NON_MAIL_FROM: from })).toThrow(
        /^(?!.*bi-mat).*MANG_NON_SMTP_URL/,
      );
  });

  test('the message about a faulty database address does not give its password away', () => {
    expect(() => read({ DATABASE_URL: 'mysql://an:bi-mat@db/x' })).toThrow(/mysql:\/\/an:\*\*\*@db\/x/);
    expect(() => read({ DATABASE_URL: 'khong phai dia chi bi-mat' })).not.toThrow(/bi-mat/);
  });

  test('the virus scanner is a machine with a port, and nothing else', () => {
    expect(read({ MANG_NON_CLAMD: '127.0.0.1:3310' }).clamd).toEqual({ host: '127.0.0.1', port: 3310 });
    expect(read({ MANG_NON_CLAMD: '[::1]:3310' }).clamd).toEqual({ host: '::1', port: 3310 });
    for (const text of ['clamd', 'http://clamd:3310', 'clamd:x', 'clamd:3310/x'])
      expect(() => read({ MANG_NON_CLAMD: text })).toThrow(ConfigError);
  });
});
