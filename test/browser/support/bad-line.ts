import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What a line does with what it carries. */
export type Manner =
  | 'good'
  /** Scripts do not get through, everything else does. */
  | 'without_scripts'
  /** What is sent to be stored arrives twice, what came before arrives once more after it, and every other answer is lost. */
  | 'chaos';

/** The way from a phone to the program, which can be cut, and worse. */
export interface BadLine {
  /** `http://localhost:PORT`, as long as the line lasts and when it is back. */
  readonly url: string;
  manner: Manner;
  /** Requests of `/thon/gui` that the program got, also those it got twice. */
  readonly sent: number;
  /** Nothing gets through: the port itself is closed. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

interface Sending {
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export async function openLine(programUrl: string): Promise<BadLine> {
  const program = new URL(programUrl);
  const earlier: Sending[] = [];
  const sockets = new Set<Socket>();
  let server: Server;
  let port = 0;
  let sendings = 0;
  let sent = 0;

  const forward = (method: string, path: string, { headers, body }: Sending): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port: program.port, method, path, headers },
        async (answer) => {
          const parts: Buffer[] = [];
          for await (const part of answer) parts.push(part as Buffer);
          resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) });
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });

  async function pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part as Buffer);
    const sending = { headers: asked.headers, body: Buffer.concat(parts) };
    const [method, path] = [asked.method!, asked.url!];
    if (line.manner === 'without_scripts' && path.endsWith('.js')) {
      answer.destroy();
      return;
    }
    const isSending = path === '/thon/gui';
    if (isSending) sent++;
    if (isSending && line.manner === 'chaos') {
      sendings++;
      const [first] = await Promise.all([forward(method, path, sending), forward(method, path, sending)]);
      for (const late of [...earlier].reverse()) await forward(method, path, late);
      sent += 1 + earlier.length;
      earlier.push(sending);
      if (sendings % 2 === 1) {
        answer.destroy();
        return;
      }
      return reply(answer, first);
    }
    reply(answer, await forward(method, path, sending));
  }

  function reply(answer: ServerResponse, { status, headers, body }: Answer): void {
    const { 'transfer-encoding': _chunks, connection: _connection, ...others } = headers;
    answer.writeHead(status, { ...others, 'content-length': body.length });
    answer.end(body);
  }

  async function mend(): Promise<void> {
    server = createServer((asked, answer) => {
      pass(asked, answer).catch(() => answer.destroy());
    });
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  }

  await mend();
  const line: BadLine = {
    url: `http://localhost:${port}`,
    manner: 'good',
    get sent() {
      return sent;
    },
    async cut() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend,
  };
  return line;
}
