import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { PictureType } from './declared-size.ts';
import { PictureError, type PictureFault } from './fault.ts';
import { PICTURE_PROCESS } from './picture-process.ts';

/** A part of a picture, in fractions of its width and height from the upper left corner, as it is seen upright. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A picture upright, scaled down where it was large, holding pixels and nothing else. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: PictureType;
  readonly width: number;
  readonly height: number;
}

export interface PictureJob {
  readonly bytes: Uint8Array;
  readonly mediaType: PictureType;
  readonly areas: readonly Area[];
  readonly longestSide: number;
}

type Answer = { readonly picture: Picture } | { readonly failure: PictureFault };

const MOST_MILLISECONDS = 20_000;

function runToAnswer(job: PictureJob): Promise<Picture> {
  const canvas = pathToFileURL(createRequire(import.meta.url).resolve('@napi-rs/canvas')).href;
  const child = spawn(process.execPath, ['--max-old-space-size=384', '-e', PICTURE_PROCESS], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    // Neither the secrets of the program nor what a developer has set for Node.
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    windowsHide: true,
  });
  let time: NodeJS.Timeout;
  return new Promise<Picture>((resolve, reject) => {
    const fail = (code: PictureFault) => reject(new PictureError(code));
    time = setTimeout(fail, MOST_MILLISECONDS, 'took_too_long');
    child.once('message', (answer: Answer) =>
      'failure' in answer ? fail(answer.failure) : resolve(answer.picture),
    );
    child.once('error', reject);
    // Without an answer: the decoder fell over what it was given, or its memory was used up.
    child.once('exit', () => fail('damaged'));
    child.send({ ...job, canvas }, (error) => error && fail('damaged'));
  }).finally(() => {
    clearTimeout(time);
    child.kill('SIGKILL');
  });
}

/** One after another: several at once would share out the processor, and add up their memory. */
let before: Promise<unknown> = Promise.resolve();

/** Runs the job in a process of its own, when those before it are done. @throws PictureError */
export function runPictureProcess(job: PictureJob): Promise<Picture> {
  const working = before.then(() => runToAnswer(job));
  before = working.then(
    () => undefined,
    () => undefined,
  );
  return working;
}
