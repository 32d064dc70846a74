import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { seedReference } from '../../src/features/territory/index.ts';
import { migrate } from '../../src/platform/database/index.ts';
import { startEmbeddedDatabase } from '../../src/platform/embedded-database/index.ts';
import { projectFolder } from '../../src/platform/project-folder.ts';
import { launchChromium, openWindow } from './support/chromium.ts';
import { serveDatabase } from './support/program.ts';

it('a page asked while the database is lost says so, and comes back by itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mang-non-lost-'));
  const database = await startEmbeddedDatabase({ folder, fsync: false });
  await migrate(database.connectionString, join(projectFolder, 'migrations'));
  await seedReference(database.connectionString);
  const road = await openRoad(database.connectionString);
  const [browser, program] = await Promise.all([launchChromium(), serveDatabase(road.connectionString)]);
  onTestFinished(async () => {
    await browser.close();
    await program.stop();
    await road.close();
    await database.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  const page = await openWindow(browser, program);
  await page.goto('/cai-dat');
  const heading = await page.locator('h1').innerText();

  const killed = database.processId;
  await road.close();
  process.kill(killed, 'SIGINT');
  const answer = await page.goto('/cai-dat');
  expect(answer?.status()).toBe(503);
  expect(await page.locator('h1').innerText()).toContain('không kết nối được cơ sở dữ liệu');
  expect(await page.locator('main').innerText()).toContain('tự tải lại');

  await expect.poll(() => database.processId, { timeout: 20_000 }).not.toBe(killed);
  await road.open();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor({ timeout: 20_000 });
});

/** The way from the program to its database, which can be closed and opened again. */
async function openRoad(connectionString: string) {
  const address = new URL(connectionString);
  const databasePort = Number(address.port);
  const travellers = new Set<Socket>();
  let gate: Server;
  const open = async () => {
    gate = createServer((fromProgram) => {
      const toDatabase = connect(databasePort, '127.0.0.1');
      for (const socket of [fromProgram, toDatabase]) {
        travellers.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => travellers.delete(socket));
      }
      fromProgram.on('close', () => toDatabase.destroy());
      toDatabase.on('close', () => fromProgram.destroy());
      fromProgram.pipe(toDatabase).pipe(fromProgram);
    });
    gate.listen(Number(address.port) === databasePort ? 0 : Number(address.port), '127.0.0.1');
    await once(gate, 'listening');
    address.port = String((gate.address() as AddressInfo).port);
  };
  await open();
  return {
    connectionString: address.href,
    open,
    async close() {
      if (!gate.listening) return;
      const closed = once(gate, 'close');
      gate.close();
      for (const socket of travellers) socket.destroy();
      await closed;
    },
  };
}
