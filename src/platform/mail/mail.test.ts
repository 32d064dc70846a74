import { createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { testClock } from '../../../test/support/test-clock.ts';
import type { Database } from '../database/index.ts';
import { openLog } from '../log.ts';
import { openMailer, sendMail } from './index.ts';

interface Letter {
  readonly from: string;
  readonly to: string;
  readonly content: string;
}

/** A mail server of this machine that keeps what it is given; `answers` replace its usual ones, by the word asked with. */
async function mailServer(answers: Readonly<Record<string, string>> = {}) {
  const letters: Letter[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.setEncoding('utf8'));
    let [from, to, content, pending] = ['', '', null as string | null, ''];
    const answer = (line: string) => socket.write(`${line}\r\n`);
    const heed = (line: string) => {
      if (content !== null) {
        if (line !== '.') content += `${line}\n`;
        else {
          letters.push({ from, to, content });
          content = null;
          answer('250 taken');
        }
        return;
      }
      const word = line.split(' ')[0]!.toUpperCase();
      if (answers[word] !== undefined) return answer(answers[word]);
      if (word === 'EHLO') return answer('250-here\r\n250 AUTH PLAIN');
      if (word === 'AUTH') return answer('235 known');
      if (word === 'MAIL') from = line;
      if (word === 'RCPT') to = line;
      if (word === 'DATA') content = '';
      answer(word === 'DATA' ? '354 go on' : word === 'QUIT' ? '221 bye' : '250 ok');
    };
    answer('220 here');
    socket.on('data', (text: string) => {
      const lines = (pending + text).split('\r\n');
      pending = lines.pop()!;
      lines.forEach(heed);
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return { letters, url: `smtp://mang-non:mat-khau-thu@127.0.0.1:${port}` };
}

const mail = {
  to: 'nguoi.nhan@vidu.vn',
  subject: 'Nhắc việc: lễ phát động',
  text: 'Việc đến hạn ngày 01/6/2026.\n',
};

function job(url: string | null) {
  let logged = '';
  const collect = (line: string) => {
    logged += line;
  };
  const handler = sendMail(
    url === null ? null : openMailer({ smtpUrl: url, from: 'Măng Non <mang.non@vidu.vn>' }),
  );
  const database = null as unknown as Database;
  const context = { database, clock: testClock(), log: openLog('debug', { write: collect }) };
  return { run: (payload: unknown) => handler(payload, context), logged: () => logged };
}

it('a letter reaches the mail server with sender, receiver, subject and text', async () => {
  const { letters, url } = await mailServer();
  await job(url).run(mail);
  expect(letters).toMatchObject([
    {
      from: expect.stringContaining('<mang.non@vidu.vn>'),
      to: expect.stringContaining('<nguoi.nhan@vidu.vn>'),
    },
  ]);
  const { content } = letters[0]!;
  expect(content).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(content).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
  const body = content.split('\n\n')[1]!;
  const text = /quoted-printable/.test(content)
    ? Buffer.from(
        body
          .replace(/=\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
    : Buffer.from(body, 'base64').toString('utf8');
  expect(text.trim()).toBe(mail.text.trim());
});

it.each([
  ['a server that is busy', { RCPT: '450 later' }],
  ['a password that is wrong', { AUTH: '535 who are you' }],
])(
  '%s makes the job fail, to be tried again, without secret, address or text in its error',
  async (_, answers) => {
    const { url } = await mailServer(answers);
    const { run, logged } = job(url);
    const failure = await run(mail).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(`${(failure as Error).stack}${logged()}`).not.toMatch(/mat-khau-thu|nguoi\.nhan|Nhắc việc/);
  },
);

it('nobody at the other end makes the job fail', async () => {
  await expect(job('smtp://127.0.0.1:1').run(mail)).rejects.toThrow('SMTP');
});

it('an address that the server does not know is logged and let go', async () => {
  const { letters, url } = await mailServer({ RCPT: '550 no such person <nguoi.nhan@vidu.vn>' });
  const { run, logged } = job(url);
  await run(mail);
  expect(letters).toEqual([]);
  expect(logged()).toContain('mail.refused');
  expect(logged()).not.toContain('nguoi.nhan');
});

it('no text in a letter becomes a head line or a file', async () => {
  const { letters, url } = await mailServer();
  await job(url).run({ ...mail, subject: 'a\r\nBcc: khac@vidu.vn' });
  expect(letters[0]!.content).not.toMatch(/^Bcc:/m);
  const { run, logged } = job(url);
  await run({ ...mail, to: 'a@vidu.vn, b@vidu.vn' });
  await run({ ...mail, text: { path: '/etc/hostname' } });
  expect(letters).toHaveLength(1);
  expect(logged()).toMatch(/"to".*\n.*"text"/);
});

it('without a mail server a letter is let go', async () => {
  const { run, logged } = job(null);
  await run(mail);
  expect(logged()).toContain('mail.not-configured');
});
