import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A free port on 127.0.0.1: the one used last time if it still is free, so that addresses stay the same. */
export async function choosePort(folder: string): Promise<number> {
  const file = join(folder, 'port');
  const preferred = readPort(file);
  if (preferred !== null && (await listenOnce(preferred)) !== null) return preferred;
  const free = await listenOnce(0);
  if (free === null) throw new Error('Không còn cổng trống nào trên 127.0.0.1.');
  writeFileSync(file, `${free}\n`);
  return free;
}

function readPort(file: string): number | null {
  try {
    const port = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
  } catch {
    return null;
  }
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
