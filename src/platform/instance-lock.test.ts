import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeInstanceLock } from './instance-lock.ts';
import { processIdentity } from './process-identity.ts';

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'mang-non-lock-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

const lockFile = () => join(dataFolder, 'server.lock');

describe('the lock on a data folder', () => {
  test('the first server takes it; the second learns who runs and where', () => {
    expect(takeInstanceLock(dataFolder, { port: 3000 }).taken).toBe(true);
    expect(takeInstanceLock(dataFolder, { port: 4000 })).toEqual({
      taken: false,
      running: { pid: process.pid, url: 'http://localhost:3000' },
    });
  });

  test('once released it can be taken again, and nothing is left behind', () => {
    const first = takeInstanceLock(dataFolder, { port: 3000 });
    if (first.taken) first.release();
    expect(readdirSync(dataFolder)).toEqual([]);
    expect(takeInstanceLock(dataFolder, { port: 4000 }).taken).toBe(true);
  });

  test('the lock of a process that has died is replaced', () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(
      lockFile(),
      JSON.stringify({ pid: dead, identity: 'x', token: 'x', url: 'http://localhost:1' }),
    );
    expect(takeInstanceLock(dataFolder, { port: 3000 }).taken).toBe(true);
    expect(readdirSync(dataFolder)).toEqual(['server.lock']);
  });

  test('a lock cut off in the middle of writing is replaced', () => {
    writeFileSync(lockFile(), '{"pid": 12');
    expect(takeInstanceLock(dataFolder, { port: 3000 }).taken).toBe(true);
  });

  test('a process number used again by another program does not keep the lock', () => {
    const someoneElse = {
      pid: process.pid,
      identity: 'another boot/1',
      token: 'x',
      url: 'http://localhost:1',
    };
    writeFileSync(lockFile(), JSON.stringify(someoneElse));
    // Only Linux tells two processes of one number apart; elsewhere the living number is believed.
    const tellsApart = processIdentity(process.pid) !== '';
    expect(takeInstanceLock(dataFolder, { port: 3000 }).taken).toBe(tellsApart);
  });

  test('who lost the lock to another server does not remove that one’s lock on release', () => {
    const first = takeInstanceLock(dataFolder, { port: 3000 });
    rmSync(lockFile());
    takeInstanceLock(dataFolder, { port: 4000 });
    if (first.taken) first.release();
    expect(takeInstanceLock(dataFolder, { port: 5000 })).toMatchObject({
      taken: false,
      running: { url: 'http://localhost:4000' },
    });
  });
});
