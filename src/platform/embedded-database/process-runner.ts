import { spawn } from 'node:child_process';
import { under } from './account.ts';
import type { Place } from './place.ts';

/** Variables that the programs need; the rest of the environment, secrets among it, is not handed on. */
const PASSED_ON = ['PATH', 'SystemRoot', 'windir', 'SystemDrive', 'TEMP', 'TMP', 'TMPDIR', 'ComSpec'];

/** The environment of every PostgreSQL program: messages in English, so that the log reads the same everywhere. */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { LC_ALL: 'C' };
  for (const name of PASSED_ON) if (process.env[name] !== undefined) environment[name] = process.env[name];
  return environment;
}

/** Runs one of the programs to its end under the place's account; gives its exit code and all it printed. */
export function runToEnd(
  place: Place,
  program: string,
  parameters: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      ...under(place.account),
      cwd: place.folder,
      env: databaseEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A Ctrl+C in the terminal is for us; we then stop the database in order.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: output.trim() }));
  });
}
