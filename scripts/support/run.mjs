import { spawn } from 'node:child_process';
import { projectFolder } from './project.mjs';

const FIRST_NOTE_MS = 2_000;
const NOTE_EVERY_MS = 10_000;

/** A step did not succeed; `output` is what it printed, to be shown to the person who waits. */
export class StepFailed extends Error {
  constructor(name, code, output) {
    super(`${name}: không thành công (mã ${code}).`);
    this.output = output;
  }
}

/**
 * Runs a program to its end in the project folder. Quiet unless it takes more than two seconds; then lines on
 * stderr tell how long it has taken. Throws `StepFailed` with its output unless it ends with code 0.
 * Signals that end us end it first.
 */
export async function runQuietly(name, program, parameters, options = {}) {
  const begin = Date.now();
  const note = () => console.error(`${name}… (${Math.round((Date.now() - begin) / 1000)} giây)`);
  let every;
  const first = setTimeout(() => {
    note();
    every = setInterval(note, NOTE_EVERY_MS);
  }, FIRST_NOTE_MS);
  try {
    const { code, output } = await runToEnd(program, parameters, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (code !== 0) throw new StepFailed(name, code, output);
    return output;
  } finally {
    clearTimeout(first);
    clearInterval(every);
  }
}

/** Runs a program to its end with our own terminal, or gathers its output where `stdio` has pipes. */
export function runToEnd(program, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: projectFolder,
      windowsHide: true,
      stdio: 'inherit',
      ...options,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const passOn = (signal) => {
      child.kill(signal);
      child.once('close', () => process.exit(signal === 'SIGINT' ? 130 : 143));
    };
    const signals = ['SIGINT', 'SIGTERM'];
    for (const signal of signals) process.once(signal, passOn);
    const finish = () => {
      for (const signal of signals) process.removeListener(signal, passOn);
    };
    child.once('error', (error) => {
      finish();
      reject(error);
    });
    child.once('close', (code) => {
      finish();
      resolve({ code, output });
    });
  });
}
