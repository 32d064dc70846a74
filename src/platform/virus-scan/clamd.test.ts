import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { openClamd, ScannerAway } from './clamd.ts';
import { fakeClamd } from './testing/fake-clamd.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A server that does with its line what a test wants. */
async function serverThat(act: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    act(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(server);
  return (server.address() as AddressInfo).port;
}

async function scannerBeside(signature: string) {
  const clamd = await fakeClamd(signature);
  open.push(clamd);
  return { clamd, scanner: openClamd({ host: '127.0.0.1', port: clamd.port }) };
}

test('a content reaches the scanner whole, in pieces, and is told clean or by what it holds', async () => {
  const { clamd, scanner } = await scannerBeside('MÃ-ĐỘC-THỬ');
  const large = Buffer.alloc(700_001, 'măng non ');
  expect(await scanner.scan(Readable.from([large.subarray(0, 300_000), large.subarray(300_000)]))).toEqual({
    clean: true,
  });
  expect(clamd.scanned[0]?.equals(large)).toBe(true);
  expect(await scanner.scan(Readable.from([Buffer.from('… MÃ-ĐỘC-THỬ …')]))).toEqual({
    clean: false,
    found: 'Test-Signature',
  });
});

test('a scanner that is not there, hangs up, gives up or is silent is away, and nothing is called clean', async () => {
  const content = () => Readable.from([Buffer.alloc(1_000_000)]);
  const nobody = await serverThat(() => undefined);
  await new Promise((resolve) => (open.pop() as Server).close(resolve));
  const hangsUp = await serverThat((socket) => socket.destroy());
  const givesUp = await serverThat((socket) =>
    socket.resume().write('INSTREAM size limit exceeded. ERROR\0'),
  );
  const silent = await serverThat((socket) => socket.resume());
  for (const port of [nobody, hangsUp, givesUp])
    await expect(openClamd({ host: '127.0.0.1', port }).scan(content())).rejects.toThrow(ScannerAway);
  await expect(openClamd({ host: '127.0.0.1', port: silent }, 20).scan(content())).rejects.toThrow(
    ScannerAway,
  );
});
