import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectFolder } from '../../src/platform/project-folder.ts';

/** A process that serves HTTP on this machine. */
export interface Running {
  readonly url: string;
  readonly processId: number;
  /** From the spawn of the process to its being ready. */
  readonly startMs: number;
  stop(): Promise<void>;
}

const STOP_PATIENCE_MS = 20_000;
const START_PATIENCE_MS = 120_000;

/** Starts the built program on its embedded database in `dataFolder`, and waits until it says where to go. */
export async function startProgram(dataFolder: string, ...parameters: string[]): Promise<Running> {
  const begin = performance.now();
  const child = spawn(
    process.execPath,
    [join(projectFolder, 'bin', 'mang-non.mjs'), 'serve', ...parameters],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: '0',
        HOST: 'localhost',
        MANG_NON_DATA: dataFolder,
        DATABASE_URL: '',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await untilReady(child, async () => {
    for await (const line of createInterface(child.stdout)) {
      const found = /: mở (http\S+)/.exec(line)?.[1];
      if (found !== undefined) return found;
    }
    throw new Error('The program ended before it served anything.');
  });
  // What it says later is of no interest, but must not fill the pipe.
  child.stdout.resume();
  return running(child, url, performance.now() - begin);
}

/** Settings of the bare handler; `connectionOptions` are PostgreSQL's of each connection. */
export interface BareSettings {
  readonly connectionString: string;
  readonly connectionOptions: string;
  readonly connections: number;
  readonly cycleOfYear: { readonly name: string; readonly text: string };
}

/** Starts the bare handler that the program is compared with. */
export async function startBareServer(settings: BareSettings): Promise<Running> {
  const begin = performance.now();
  const child = fork(join(projectFolder, 'bench', 'support', 'bare-server.mjs'), {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  child.send(settings);
  const url = await untilReady(child, async () => String((await once(child, 'message'))[0]));
  return running(child, url, performance.now() - begin);
}

async function untilReady(child: ChildProcess, ready: () => Promise<string>): Promise<string> {
  const gaveUp = new AbortController();
  const { signal } = gaveUp;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`A process of the bench ended with ${code}.`);
  });
  const tooLate = setTimeout(() => child.kill(), START_PATIENCE_MS);
  try {
    return await Promise.race([ready(), ended]);
  } catch (error) {
    child.kill();
    throw error;
  } finally {
    clearTimeout(tooLate);
    gaveUp.abort();
    ended.catch(() => undefined);
  }
}

function running(child: ChildProcess, url: string, startMs: number): Running {
  return {
    url,
    processId: child.pid!,
    startMs,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const cutOff = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
      await ended;
      clearTimeout(cutOff);
    },
  };
}
