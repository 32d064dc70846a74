import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CuttingLine {
  readonly port: number;
  /** How often the line has been cut. */
  cuts(): number;
  /** Bytes that have gone through to the server in all. */
  sent(): number;
  close(): void;
}

/**
 * A line to a server of this machine that is cut each time so many bytes have gone through to the server in all; the
 * connection is then gone for both sides.
 * @param offsets bytes in all, ascending
 * @param bytesPerSecond how fast it takes what goes to the server; as fast as both can unless given
 */
export async function cuttingLine(
  to: number,
  offsets: readonly number[],
  bytesPerSecond = Number.POSITIVE_INFINITY,
): Promise<CuttingLine> {
  let sent = 0;
  let cuts = 0;
  const open = new Set<Socket>();
  const line = createServer((client) => {
    const server = connect({ host: '127.0.0.1', port: to });
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => open.delete(socket));
    }
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
    server.pipe(client);
    client.on('data', (piece: Buffer) => {
      const left = (offsets[cuts] ?? Number.POSITIVE_INFINITY) - sent;
      const through = piece.subarray(0, Math.max(0, Math.min(left, piece.length)));
      sent += through.length;
      if (through.length === piece.length) {
        const isFull = !server.write(through);
        if (Number.isFinite(bytesPerSecond)) {
          client.pause();
          setTimeout(() => client.resume(), (through.length / bytesPerSecond) * 1000);
        } else if (isFull) {
          client.pause();
          server.once('drain', () => client.resume());
        }
        return;
      }
      cuts++;
      // What had come through is delivered; then nothing more.
      server.end(through);
      client.destroy();
    });
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  return {
    port: (line.address() as AddressInfo).port,
    cuts: () => cuts,
    sent: () => sent,
    close() {
      line.close();
      for (const socket of open) socket.destroy();
    },
  };
}
