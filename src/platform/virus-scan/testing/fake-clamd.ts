import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

export interface FakeClamd {
  readonly port: number;
  /** What it was given, in order. */
  readonly scanned: Buffer[];
  close(): void;
}

/** Speaks INSTREAM on this machine as clamd does; finds what holds the signature. */
export async function fakeClamd(signature: string): Promise<FakeClamd> {
  const scanned: Buffer[] = [];
  const command = 'zINSTREAM\0'.length;
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      received = Buffer.concat([received, piece]);
      const content = contentOf(received.subarray(command));
      if (content === null) return;
      scanned.push(content);
      socket.end(content.includes(signature) ? 'stream: Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, scanned, close: () => server.close() };
}

/** The pieces put together once the one of no length has come; null before. */
function contentOf(pieces: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; at + 4 <= pieces.length; ) {
    const length = pieces.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    if (at + 4 + length > pieces.length) return null;
    parts.push(pieces.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
